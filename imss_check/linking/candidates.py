"""The metrics a figure could belong to, with the evidence for and against each."""

from __future__ import annotations

from collections.abc import Iterable
from operator import mul
from typing import NamedTuple

from imss_check.facts.model import Metric, Observation
from imss_check.linking import features as f
from imss_check.linking.agree import information, meeting
from imss_check.linking.evidence import Words
from imss_check.linking.known import Known
from imss_check.linking.model import Candidate, Context, Features, Reading
from imss_check.linking.weights import VALUE_WEIGHTS, WEIGHTS
from imss_check.quantities.model import Quantity

KEPT = 16
"""Candidates whose features are worked out in full."""
WEAK = 0.3
"""How much of the strongest candidate's words another one needs."""
MANY_DIGITS = 5
"""A figure of so many digits meets no metric by accident, whatever the words say."""
OTHER_READING = 1.2
"""How much costlier than the likeliest reading another one may be, to confirm a figure."""
FAR_READING, TELLING, PLAIN = 3.5, 4.5, 0.35
"""The same for a figure of so many digits that meeting an observation is no accident, unless its period is plain."""
UNSURE = 0.25
"""How much costlier it may be, to contradict one."""

PASSAGE = Features._fields.index("topic")
"""Where the features begin that the rest of the draft decides."""

Kin = list[tuple[float, Metric]]
"""How surely the figures beside a figure speak of which metrics."""


class Passage(NamedTuple):
    """What the rest of the draft tells of one figure: its topics, the figures beside it, where it is repeated."""

    topics: dict[str, float]
    kin: Kin
    repeats: dict[str, float]


ALONE = Passage({}, [], {})


Fitting = list[tuple[Metric, float]]
"""Metrics that a figure's unit allows, the most plainly named first, and how well it fits."""


def fitting(q: Quantity, said: Words, same_value: tuple[str, ...], known: Known, passage: Passage) -> Fitting:
    """The metrics that are worth weighing for a figure: named near it, of its value, or of its passage."""
    base, power = known.base, said.power.copy()
    for m in same_value:
        power[m] = power.get(m, 0.0) + 0.2
    for told, metric in passage.kin:
        for m in (metric.id, *base.siblings(metric.id)):
            power[m] = power.get(m, 0.0) + 0.3 * told
    for m, told in passage.repeats.items():
        power[m] = power.get(m, 0.0) + 0.2 * told
    found: Fitting = []
    least = WEAK * max(power.values(), default=0.0)
    strange = same_value if q.digits >= MANY_DIGITS else ()
    ranked = [m for _, m in sorted([(-p, m) for m, p in power.items() if p >= least or m in strange])]
    for metric in base.metrics(ranked):
        fit = known.unit_score(q.unit, metric.unit)
        if fit > -2:
            found.append((metric, fit))
            if len(found) == KEPT:
                break
    return found


def candidates(
    q: Quantity,
    context: Context,
    said: Words,
    worth: Fitting,
    known: Known,
    passage: Passage,
    weighed: dict[str, Candidate],
) -> list[Candidate]:
    """Every metric that could be meant, best support first. `weighed` keeps what does not depend on the passage."""
    missing = [(metric, fit) for metric, fit in worth if metric.id not in weighed]
    if missing:
        weighed.update((c.metric.id, c) for c in weigh_all(q, context, missing, said, known))
    found = [weighed[metric.id] for metric, _ in worth]
    if passage is not ALONE:
        found = [placed(c, q, known, passage) for c in found]
    found.sort(key=lambda c: -c.support)
    return found


def weigh_all(q: Quantity, context: Context, worth: Fitting, said: Words, known: Known) -> Iterable[Candidate]:
    """Work out the features and scores of candidates, as if their figure stood alone."""
    told, size = information(q), float(abs(q.value))
    facets = f.Facets(context)
    for metric, fit in worth:
        own, inherited = said.own(metric.id), said.inherited(metric.id)
        mine, shared = own[0] if own else 0.0, inherited[0] if inherited else 0.0
        met = meeting(q, known.base.sized(metric.id))
        extent = known.extent(metric)
        reading, current, hit = best_reading(context, metric, met, known, told)
        features = Features(
            1.0,
            mine if mine > shared else shared,
            mine - shared if mine > shared else 0.0,
            min(1.0, sum(own[1:3]) + 0.5 * sum(inherited[1:3])),
            fit,
            *facets.scores(metric),
            f.scope_score(metric, context, said),
            f.size_score(q, size, extent, current),
            f.recency_score(extent, reading),
            1.0 if current else 0.0,
            told if hit else 0.0,
            told if met and not hit else 0.0,
        )
        refute, support = sum(map(mul, features, WEIGHTS)), sum(map(mul, features, VALUE_WEIGHTS))
        yield Candidate(metric, features, support, refute, current, reading, said.beside(metric.id))


def placed(c: Candidate, q: Quantity, known: Known, passage: Passage) -> Candidate:
    """A candidate with what the passage says of it."""
    topic = passage.topics.get(c.metric.topic, 0.0)
    kin = 0.0
    for told, metric in passage.kin:
        kin = max(kin, told * f.kinship(metric, c.metric, q, known.base))
    repeat = passage.repeats.get(c.metric.id, 0.0)
    if not (topic or kin or repeat):
        return c
    more = WEIGHTS.topic * topic + WEIGHTS.kin * kin
    features = Features._make((*c.features[:PASSAGE], topic, kin, repeat))
    support = c.support + more + VALUE_WEIGHTS.repeat * repeat
    return Candidate(c.metric, features, support, c.refute + more, c.in_force, c.reading, c.beside)


def best_reading(
    context: Context, metric: Metric, met: frozenset[int], known: Known, told: float
) -> tuple[Reading | None, tuple[Observation, ...], bool]:
    """The likeliest reading that the figure meets, else the likeliest that has an observation in force.

    `met` holds the identities of the observations that the figure agrees with; `told` is how telling that is.
    """
    likeliest = context.readings[0]
    fallback = likeliest, known.in_force(metric, likeliest), False
    far = told >= TELLING and (likeliest.cost > PLAIN or not likeliest.stated)
    limit = likeliest.cost + (FAR_READING if far else OTHER_READING * min(1.0, told / 4))
    for reading in context.readings:
        if reading.cost > limit or (not met and reading.cost > likeliest.cost + UNSURE):
            break
        current = known.in_force(metric, reading)
        if any(id(o) in met for o in current):
            return reading, current, True
        recent = () if reading.stated or not met else known.just_published(metric)
        if any(id(o) in met for o in recent):
            return reading, recent, True
        if current and not fallback[1] and reading.cost <= likeliest.cost + UNSURE:
            fallback = reading, current, False
    return fallback
