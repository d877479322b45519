"""The metrics a figure could belong to, with the evidence for and against each."""

from __future__ import annotations

from datetime import date
from math import log10
from typing import NamedTuple

from imss_check.facts.base import FactBase
from imss_check.facts.model import Metric, Observation, Wording
from imss_check.linking.agree import agrees, information
from imss_check.linking.distance import cost, strength
from imss_check.linking.model import Candidate, Context, Reading, View
from imss_check.linking.pairs import paired_mentions
from imss_check.linking.readings import in_force, just_published
from imss_check.linking.slips import find_slip
from imss_check.linking.units import dimension, unit_score
from imss_check.linking.weights import VALUE_WEIGHTS, WEIGHTS
from imss_check.quantities.model import Quantity

KEPT = 24
"""Candidates whose features are worked out in full."""
OWNER_COST = 0.5
"""Cost of words that stand right beside another figure of the same dimension."""
OTHER_WORDS = 0.7
PAIRED = 0.1
BESIDE = 0.6
"""Cost up to which a word stands beside a figure."""
SAID_BEFORE = 0.9
"""Cost of a word said elsewhere in the sentence."""
LENT_COST = 0.5
FAR = 4.0
OTHER_READING = 1.2
"""How much costlier than the likeliest reading another one may be, to confirm a figure."""
FAR_READING, TELLING, PLAIN = 3.5, 4.5, 0.35
"""The same for a figure of so many digits that meeting an observation is no accident, unless its period is plain."""
UNSURE = 0.25
"""How much costlier it may be, to contradict one."""
SCALE_SLIP, DIGIT_SLIP, SLIP_DIGITS = 0.3, 0.9, 3
"""What the size of a figure is worth that is what is in force with its scale or a digit slipped."""
SPLIT = 0.85
"""What a wording is worth whose parts stand apart."""
MOVING = ("change", "rate")
PLANS = ("planned", "target", "forecast", "budget", "future")

Evidence = dict[str, list[float]]
"""Metric id -> powers of wordings, strongest first."""


class Words(NamedTuple):
    """What the words near a figure say for each metric: by its own wordings, by those of its indicator, and the stems
    that these explain."""

    own: Evidence
    inherited: Evidence
    explained: dict[str, set[str]]
    beside: dict[str, float]
    """Metric id -> power of the strongest wording that stands nearer to this figure than to any other."""


def owners(view: View, text: str) -> dict[tuple[int, int], tuple[int, float]]:
    """For each mention's span, the figure that stands nearest, and its cost."""
    found: dict[tuple[int, int], tuple[int, float]] = {}
    for m in view.mentions:
        key = (m.start, m.end)
        if key not in found:
            found[key] = min(
                ((i, cost(view, text, q.start, q.end, m.start, m.end)) for i, q in enumerate(view.quantities)),
                key=lambda pair: pair[1],
                default=(-1, 9.0),
            )
    return found


def gather(
    views: list[View],
    view: View,
    place: int,
    text: str,
    base: FactBase,
    owned: dict[tuple[int, int], tuple[int, float]],
    by_stem: dict[str, list[tuple[Wording, float]]],
) -> Words:
    """Powers of all wordings near one figure, by metric: its own, and those of its indicator."""
    q = view.quantities[place]
    own: Evidence = {}
    inherited: Evidence = {}
    explained: dict[str, set[str]] = {}
    beside: dict[str, float] = {}

    def add(wording: Wording, power: float) -> None:
        for m in wording.metrics:
            own.setdefault(m, []).append(power)
            explained.setdefault(m, set()).update(wording.stems)
            for d in base.dependents(m):
                inherited.setdefault(d, []).append(power)
                explained.setdefault(d, set()).update(wording.stems)

    def claim(wording: Wording, power: float) -> None:
        for name in (d for metric in wording.metrics for d in (metric, *base.dependents(metric))):
            beside[name] = max(beside.get(name, 0.0), power)

    paired = paired_mentions(view, place, text, owned)
    for m in paired:
        add(m.wording, m.weight * strength(PAIRED))
    for m in view.mentions:
        price = cost(view, text, q.start, q.end, m.start, m.end) + (OTHER_WORDS if paired and m not in paired else 0.0)
        owner, owner_price = owned[(m.start, m.end)]
        if owner != place and owner_price < OWNER_COST and (view.quantities[owner].form == "percent") == (q.form == "percent"):
            price += OTHER_WORDS
        power = m.weight * strength(price)
        add(m.wording, power)
        if owner == place:
            claim(m.wording, power)
    for other, price in view.near:
        for m in views[other].mentions:
            power = m.weight * strength(price)
            add(m.wording, power)
            if view.kind == "cell" and views[other].kind == "cell":
                claim(m.wording, power)
    for wording, power in elliptical(views, view, q, text, by_stem):
        add(wording, power)
    for powers in (*own.values(), *inherited.values()):
        powers.sort(reverse=True)
    return Words(own, inherited, explained, beside)


def elliptical(
    views: list[View], view: View, q: Quantity, text: str, by_stem: dict[str, list[tuple[Wording, float]]]
) -> list[tuple[Wording, float]]:
    """Wordings of which one part stands beside the figure and the rest was said before: "56,753 beds, of which 35,802
    are registered"."""
    near: dict[str, float] = {}
    for stem, (start, end) in view.stems.items():
        price = cost(view, text, q.start, q.end, start, end)
        near[stem] = price
    lent: dict[str, float] = {}
    for other, price in view.near:
        for stem in views[other].stems:
            lent.setdefault(stem, LENT_COST + price)
    found = []
    for stem, price in near.items():
        if price > BESIDE:
            continue
        for wording, weight in by_stem.get(stem, ()):
            prices = [min(near.get(s, FAR), SAID_BEFORE if near.get(s, FAR) < FAR else FAR, lent.get(s, FAR)) for s in wording.stems]
            if max(prices) < FAR:
                found.append((wording, SPLIT * weight * strength(sum(prices) / len(prices))))
    return found


def candidates(
    q: Quantity,
    context: Context,
    said: Words,
    same_value: tuple[str, ...],
    base: FactBase,
    day: date,
    topics: dict[str, float],
    kin: list[tuple[float, Metric]],
    repeats: dict[str, float],
) -> list[Candidate]:
    """Every metric that could be meant, best first (by support)."""
    own, inherited = said.own, said.inherited
    family = {name: told for told, m in kin for name in (m.id, *base.siblings(m.id))}
    ranked = sorted(
        {*own, *inherited, *same_value, *family, *repeats},
        key=lambda m: -(
            max(own.get(m, [0.0])[0], 0.9 * inherited.get(m, [0.0])[0]) + (0.2 if m in same_value else 0.0) + 0.3 * family.get(m, 0.0) + 0.2 * repeats.get(m, 0.0)
        ),
    )
    fitting = [(m, fit) for m in base.metrics(ranked) if (fit := unit_score(q.unit, m.unit, base)) > -2][:KEPT]
    base.fetch_observations([m.id for m, _ in fitting])
    found = [
        weigh(q, context, m, fit, said, base, day, topics, kin, repeats) for m, fit in fitting
    ]
    found.sort(key=lambda c: -c.support)
    return found


def weigh(
    q: Quantity,
    context: Context,
    metric: Metric,
    fit: float,
    said: Words,
    base: FactBase,
    day: date,
    topics: dict[str, float],
    kin: list[tuple[float, Metric]],
    repeats: dict[str, float],
) -> Candidate:
    """Work out one candidate's features and scores."""
    own, inherited = said.own.get(metric.id, []), said.inherited.get(metric.id, [])
    observations = base.observations(metric.id)
    reading, current, hit = best_reading(q, context, metric, observations, day)
    other = hit or any(agrees(q, o) for o in observations)
    mine, shared = own[0] if own else 0.0, inherited[0] if inherited else 0.0
    second = sum(own[1:3]) + 0.5 * sum(inherited[1:3])
    features = {
        "bias": 1.0,
        "words": max(mine, shared),
        "own": max(0.0, mine - shared),
        "second": min(1.0, second),
        "unit": fit,
        "measure": measure_score(metric, context, q),
        "grain": grain_score(metric, context),
        "status": status_score(metric, context),
        "programme": programme_score(metric, context),
        "variant": variant_score(metric, context),
        "scope": scope_score(metric, context, said.explained.get(metric.id, set())),
        "magnitude": max(magnitude_score(q, observations), slip_score(q, current)),
        "recency": recency_score(observations, reading),
        "answer": 1.0 if current else 0.0,
        "topic": topics.get(metric.topic, 0.0),
        "kin": max((told * kinship(m, metric, q, base) for told, m in kin), default=0.0),
    }
    refute = sum(WEIGHTS[k] * v for k, v in features.items())
    told = information(q)
    features["hit"] = told if hit else 0.0
    features["hit_other"] = told if other and not hit else 0.0
    features["repeat"] = repeats.get(metric.id, 0.0)
    support = refute + sum(weight * features[k] for k, weight in VALUE_WEIGHTS.items())
    return Candidate(metric, features, support, refute, current, reading, said.beside.get(metric.id, 0.0))


def kinship(metric: Metric, other: Metric, q: Quantity, base: FactBase) -> float:
    """How readily a figure of one metric is followed by a figure of another (0 to 1). Only a figure without a noun of
    its own goes on with the same metric."""
    if metric.id == other.id:
        return 0.8 if q.noun is None else 0.3
    if root(metric, base) != root(other, base):
        return 0.0
    if metric.scope.variant != other.scope.variant and metric.measure == other.measure:
        return 0.2
    if metric.grain == other.grain and metric.measure in MOVING and other.measure in (*MOVING, "share"):
        return 1.0
    return 0.6 if (metric.indicator or metric.id) == (other.indicator or other.id) else 0.4


def root(metric: Metric, base: FactBase) -> str:
    """The metric that heads a family: up the indicators, then up the totals."""
    seen = {metric.id}
    while (above := metric.indicator or metric.part_of) and above not in seen:
        seen.add(above)
        metric = base.metric(above)
    return metric.id


def best_reading(
    q: Quantity, context: Context, metric: Metric, observations: tuple[Observation, ...], day: date
) -> tuple[Reading | None, tuple[Observation, ...], bool]:
    """The likeliest reading that the figure meets, else the likeliest that has an observation in force."""
    likeliest = context.readings[0]
    fallback = likeliest, in_force(metric, observations, likeliest, day), False
    telling = information(q) >= TELLING and (likeliest.cost > PLAIN or not likeliest.stated)
    for reading in context.readings:
        if reading.cost > likeliest.cost + (FAR_READING if telling else OTHER_READING * min(1.0, information(q) / 4)):
            break
        current = in_force(metric, observations, reading, day)
        if any(agrees(q, o) for o in current):
            return reading, current, True
        recent = () if reading.stated else just_published(metric, observations, day)
        if any(agrees(q, o) for o in recent):
            return reading, recent, True
        if current and not fallback[1] and reading.cost <= likeliest.cost + UNSURE:
            fallback = reading, current, False
    return fallback


def measure_score(metric: Metric, context: Context, q: Quantity) -> float:
    """Level, change, rate or share: how well what the sentence says suits the metric's measure."""
    f = context.facets
    change = max(f.get(way, 0.0) for way in ("up", "down", "more", "less", "change"))
    if metric.measure == "level":
        return max(f.get("level", 0.0), 0.25) - change
    if metric.measure == "change":
        return change - max(f.get("level", 0.0), 0.25)
    share, rate = f.get("share", 0.0), max(change, f.get("rate", 0.0))
    return share - rate if metric.measure == "share" else rate - share


GRAINS = ("month", "year_to_date", "twelve_months", "typical_day", "year", "multi_year", "other_span")


def grain_score(metric: Metric, context: Context) -> float:
    """Month, year to date, twelve months …: the metric's own grain against the strongest other one."""
    if metric.measure in ("level", "share") and (metric.kind != "flow") and metric.grain != "typical_day":
        return -context.facets.get("typical_day", 0.0) if dimension(metric.unit) == "count" else 0.0
    said = {g: context.facets.get(g, 0.0) for g in GRAINS}
    grain = {"year": "twelve_months"}.get(metric.grain, metric.grain) if metric.measure != "level" else metric.grain
    own = max(said.get(grain, 0.0), said.get(metric.grain, 0.0))
    rivals = max((v for g, v in said.items() if g not in (grain, metric.grain)), default=0.0)
    return own - rivals


def status_score(metric: Metric, context: Context) -> float:
    """Plans, goals, forecasts and budgets are told apart from results."""
    said = max(context.facets.get(p, 0.0) for p in PLANS)
    if metric.scope.status == "result":
        return -said
    near = context.facets.get(metric.scope.status, 0.0)
    return max(near, 0.8 * said) - 0.45


def programme_score(metric: Metric, context: Context) -> float:
    """Whether the passage speaks of the metric's programme. A name that covers several programmes speaks for each."""
    programme = metric.scope.programme
    own = rivals = 0.0
    for term, power in context.scopes:
        if term.facet == "programme":
            if term.value == programme or programme.startswith(term.value + "_"):
                own = max(own, power)
            else:
                rivals = max(rivals, power)
    if programme == "ordinary":
        return -max(0.0, rivals - own)
    if programme in ("all", "none"):
        return 0.0
    return own - 0.3 if own > 0.1 else -0.7


def variant_score(metric: Metric, context: Context) -> float:
    """Real or nominal, with or without a part: said or not said."""
    said: dict[str, float] = {}
    for term, power in context.scopes:
        if term.facet == "variant":
            said[term.value] = max(said.get(term.value, 0.0), power)
    for v in ("real", "nominal"):
        if v in context.facets:
            said[v] = max(said.get(v, 0.0), context.facets[v])
    own = said.pop(metric.scope.variant, 0.0) if metric.scope.variant else 0.0
    rivals = max(said.values(), default=0.0)
    if metric.scope.variant is None:
        return -rivals
    return own - rivals - 0.3


SCOPES = ("territory", "institution", "sector", "group")


def scope_score(metric: Metric, context: Context, explained: set[str]) -> float:
    """Minus the strongest scope that the sentence names and the metric lacks; plus its own where named.

    A name that is part of the metric's own wording limits nothing.
    """
    against = own = 0.0
    home = max((p for t, p in context.scopes if t.own and t.facet == "institution"), default=0.0)
    for term, power in context.scopes:
        if term.facet not in SCOPES or term.own:
            continue
        if getattr(metric.scope, term.facet, None) == term.value:
            own = max(own, power)
        elif explained.issuperset(term.stems):
            continue
        elif term.facet != "institution" or power > home:
            against = max(against, power)
    missing = 0.7 if metric.scope.territory != "national" and own == 0.0 else 0.0
    return own - against - missing


def magnitude_score(q: Quantity, observations: tuple[Observation, ...]) -> float:
    """1 where the figure lies among the metric's own, falling by the orders of magnitude that it lies outside."""
    values = [abs(o.value) for o in observations if o.value]
    value = abs(q.value)
    if not values or not value:
        return 0.0
    low, high = min(values), max(values)
    if low <= value <= high:
        return 1.0
    outside = abs(log10(value / low)) if value < low else abs(log10(value / high))
    return max(-3.0, 1.0 - 3.0 * outside)


def slip_score(q: Quantity, current: tuple[Observation, ...]) -> float:
    """What the size of a figure is worth that is what is in force with a slip: then it says nothing against the link."""
    slips = [find_slip(q.value, o.value, q.digits) for o in current if o.value]
    if any(slip is not None and slip.code == "Q105" for slip in slips) and q.digits >= SLIP_DIGITS:
        return DIGIT_SLIP
    return SCALE_SLIP if q.digits >= 2 and any(s is not None and s.code == "Q104" for s in slips) else -3.0


def recency_score(observations: tuple[Observation, ...], reading: Reading | None) -> float:
    """0 where the base knows the metric near the claim's time, falling with the years between."""
    if not observations or reading is None:
        return -1.0
    first, last = observations[0].first, max(o.last for o in observations)
    assert isinstance(reading.first, date)
    years = max(0, (first - reading.first).days, (reading.first - last).days) / 365
    return -min(1.5, max(0.0, years - 0.5) / 2)
