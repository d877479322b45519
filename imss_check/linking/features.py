"""The features of a link: each a small number that speaks for a candidate or against it."""

from __future__ import annotations

from collections.abc import Iterable
from math import log10
from typing import NamedTuple

from imss_check.facts.base import FactBase
from imss_check.facts.model import Metric, Observation, Wording
from imss_check.facts.stems import STOP
from imss_check.linking.evidence import explained
from imss_check.linking.known import Extent
from imss_check.linking.model import Context, Reading
from imss_check.linking.slips import find_slip
from imss_check.linking.units import dimension
from imss_check.quantities.model import Quantity

MOVING = ("change", "rate")
PLANS = ("planned", "target", "forecast", "budget", "future")
SCALE_SLIP, DIGIT_SLIP, SLIP_DIGITS = 0.3, 0.9, 3
"""What the size of a figure is worth that is what is in force with its scale or a digit slipped."""


class FacetScores(NamedTuple):
    """How well the facets of a metric suit what the sentence says."""

    measure: float
    grain: float
    status: float
    programme: float
    variant: float


def facet_scores(metric: Metric, context: Context, memo: dict[object, FacetScores]) -> FacetScores:
    """The facet scores of a metric; `memo` keeps them for the metrics that have the same facets."""
    key = (metric.measure, metric.kind, metric.grain, metric.unit, metric.scope)
    if key not in memo:
        memo[key] = FacetScores(
            measure_score(metric, context),
            grain_score(metric, context),
            status_score(metric, context),
            programme_score(metric, context),
            variant_score(metric, context),
        )
    return memo[key]


def measure_score(metric: Metric, context: Context) -> float:
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
    return own - 0.3 if own > 0.1 else -0.7 - 0.6 * rivals


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


def scope_score(metric: Metric, context: Context, heard: Iterable[Wording]) -> float:
    """Minus the strongest scope that the sentence names and the metric lacks; plus its own where none does.

    A name that is part of the metric's own wording limits nothing.
    """
    against = own = 0.0
    stems: set[str] | None = None
    home = max((p for t, p in context.scopes if t.own and t.facet == "institution"), default=0.0)
    for term, power in context.scopes:
        if term.facet not in SCOPES or term.own:
            continue
        if getattr(metric.scope, term.facet, None) == term.value:
            own = max(own, power)
        elif power > against and (term.facet != "institution" or power > home):
            if stems is None:
                stems = explained(metric, heard)
            if not stems.issuperset(s for s in term.stems if s not in STOP):
                against = power
    missing = 0.7 if metric.scope.territory != "national" and own == 0.0 else 0.0
    return own * (1.0 - against) - against - missing


def magnitude_score(q: Quantity, extent: Extent | None) -> float:
    """1 where the figure lies among the metric's own, falling by the orders of magnitude that it lies outside."""
    value = abs(q.value)
    if extent is None or not value:
        return 0.0
    if value < extent.least:
        outside = log10(extent.least / value)
    elif value > extent.greatest:
        outside = log10(value / extent.greatest)
    else:
        return 1.0
    return max(-3.0, 1.0 - 3.0 * outside)


def size_score(q: Quantity, extent: Extent | None, current: tuple[Observation, ...]) -> float:
    """What the size of a figure is worth: one that is what is in force but for a slip says nothing against the link."""
    score = magnitude_score(q, extent)
    return score if score >= DIGIT_SLIP else max(score, slip_score(q, current))


def slip_score(q: Quantity, current: tuple[Observation, ...]) -> float:
    """The same for a slip of what is in force: of a digit, or of the scale."""
    if q.digits < 2:
        return -3.0
    slips = [find_slip(q.value, o.value, q.digits) for o in current if o.value]
    if any(slip is not None and slip.code == "Q105" for slip in slips) and q.digits >= SLIP_DIGITS:
        return DIGIT_SLIP
    return SCALE_SLIP if any(s is not None and s.code == "Q104" for s in slips) else -3.0


def recency_score(extent: Extent | None, reading: Reading | None) -> float:
    """0 where the base knows the metric near the claim's time, falling with the years between."""
    if extent is None or reading is None:
        return -1.0
    years = max(0, (extent.first - reading.first).days, (reading.first - extent.last).days) / 365
    return -min(1.5, max(0.0, years - 0.5) / 2)


def kinship(metric: Metric, other: Metric, q: Quantity, base: FactBase) -> float:
    """How readily a figure of one metric is followed by a figure of another (0 to 1). Only a figure without a noun of
    its own goes on with the same metric."""
    if metric.id == other.id:
        return 0.8 if q.noun is None else 0.3
    if base.root(metric.id) != base.root(other.id):
        return 0.0
    if metric.scope.variant != other.scope.variant and metric.measure == other.measure:
        return 0.2
    if metric.grain == other.grain and metric.measure in MOVING and other.measure in (*MOVING, "share"):
        return 1.0
    return 0.6 if (metric.indicator or metric.id) == (other.indicator or other.id) else 0.4
