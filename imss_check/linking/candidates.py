"""The metrics a figure could belong to, with the evidence for and against each."""

from __future__ import annotations

from typing import NamedTuple

from imss_check.facts.base import FactBase
from imss_check.facts.model import Metric, Observation
from imss_check.linking import features as f
from imss_check.linking.agree import information, meeting
from imss_check.linking.evidence import Words
from imss_check.linking.known import Known
from imss_check.linking.model import Candidate, Context, Reading
from imss_check.linking.units import unit_score
from imss_check.linking.weights import VALUE_WEIGHTS, WEIGHTS
from imss_check.quantities.model import Quantity

KEPT = 16
"""Candidates whose features are worked out in full."""
WEAK = 0.3
"""How much of the strongest candidate's words another one needs."""
OTHER_READING = 1.2
"""How much costlier than the likeliest reading another one may be, to confirm a figure."""
FAR_READING, TELLING, PLAIN = 3.5, 4.5, 0.35
"""The same for a figure of so many digits that meeting an observation is no accident, unless its period is plain."""
UNSURE = 0.25
"""How much costlier it may be, to contradict one."""

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


def fitting(q: Quantity, said: Words, same_value: tuple[str, ...], base: FactBase, passage: Passage) -> Fitting:
    """The metrics that are worth weighing for a figure: named near it, of its value, or of its passage."""
    power: dict[str, float] = {m: powers[0] for m, powers in said.own.items()}
    for m, powers in said.inherited.items():
        power[m] = max(power.get(m, 0.0), 0.9 * powers[0])
    for m in same_value:
        power[m] = power.get(m, 0.0) + 0.2
    for told, metric in passage.kin:
        for m in (metric.id, *base.siblings(metric.id)):
            power[m] = power.get(m, 0.0) + 0.3 * told
    for m, told in passage.repeats.items():
        power[m] = power.get(m, 0.0) + 0.2 * told
    found: Fitting = []
    least = WEAK * max(power.values(), default=0.0)
    for metric in base.metrics(sorted((m for m, p in power.items() if p >= least), key=lambda m: (-power[m], m))):
        fit = unit_score(q.unit, metric.unit, base)
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
    found = []
    memo: dict[object, f.FacetScores] = {}
    for metric, fit in worth:
        if metric.id not in weighed:
            weighed[metric.id] = weigh(q, context, metric, fit, said, known, memo)
        found.append(placed(weighed[metric.id], q, known, passage))
    found.sort(key=lambda c: -c.support)
    return found


def weigh(
    q: Quantity,
    context: Context,
    metric: Metric,
    fit: float,
    said: Words,
    known: Known,
    memo: dict[object, f.FacetScores],
) -> Candidate:
    """Work out one candidate's features and scores, as if its figure stood alone."""
    own, inherited = said.own.get(metric.id, ()), said.inherited.get(metric.id, ())
    met = meeting(q, known.base.sized(metric.id))
    extent = known.extent(metric)
    facets = f.facet_scores(metric, context, memo)
    reading, current, hit = best_reading(q, context, metric, met, known)
    mine, shared = own[0] if own else 0.0, inherited[0] if inherited else 0.0
    told = information(q)
    features = {
        "bias": 1.0,
        "words": max(mine, shared),
        "own": max(0.0, mine - shared),
        "second": min(1.0, sum(own[1:3]) + 0.5 * sum(inherited[1:3])),
        "unit": fit,
        "measure": facets.measure,
        "grain": facets.grain,
        "status": facets.status,
        "programme": facets.programme,
        "variant": facets.variant,
        "scope": f.scope_score(metric, context, said.heard.values()),
        "magnitude": f.size_score(q, extent, current),
        "recency": f.recency_score(extent, reading),
        "answer": 1.0 if current else 0.0,
        "topic": 0.0,
        "kin": 0.0,
        "hit": told if hit else 0.0,
        "hit_other": told if met and not hit else 0.0,
        "repeat": 0.0,
    }
    refute = sum(weight * features[k] for k, weight in WEIGHTS.items())
    support = refute + sum(weight * features[k] for k, weight in VALUE_WEIGHTS.items())
    return Candidate(metric, features, support, refute, current, reading, said.beside.get(metric.id, 0.0))


def placed(c: Candidate, q: Quantity, known: Known, passage: Passage) -> Candidate:
    """A candidate with what the passage says of it."""
    topic = passage.topics.get(c.metric.topic, 0.0)
    kin = max((told * f.kinship(m, c.metric, q, known.base) for told, m in passage.kin), default=0.0)
    repeat = passage.repeats.get(c.metric.id, 0.0)
    if not (topic or kin or repeat):
        return c
    refute = c.refute + WEIGHTS["topic"] * topic + WEIGHTS["kin"] * kin
    support = c.support - c.refute + refute + VALUE_WEIGHTS["repeat"] * repeat
    features = {**c.features, "topic": topic, "kin": kin, "repeat": repeat}
    return c._replace(features=features, support=support, refute=refute)


def best_reading(
    q: Quantity, context: Context, metric: Metric, met: frozenset[int], known: Known
) -> tuple[Reading | None, tuple[Observation, ...], bool]:
    """The likeliest reading that the figure meets, else the likeliest that has an observation in force.

    `met` holds the identities of the observations that the figure agrees with.
    """
    likeliest = context.readings[0]
    fallback = likeliest, known.in_force(metric, likeliest), False
    told = information(q)
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
