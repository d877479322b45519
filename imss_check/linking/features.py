"""The features of a link: each a small number that speaks for a candidate or against it."""

from __future__ import annotations

from math import log10

from imss_check.facts.base import FactBase
from imss_check.facts.model import Metric, Observation, Scope
from imss_check.facts.stems import STOP
from imss_check.linking.evidence import Words
from imss_check.linking.known import Extent
from imss_check.linking.model import Context, Reading
from imss_check.linking.slips import find_slip
from imss_check.linking.units import dimension
from imss_check.quantities.model import Quantity

MOVING = ("change", "rate")
PLANS = ("planned", "target", "forecast", "budget", "future")
SCALE_SLIP, DIGIT_SLIP, SLIP_DIGITS = 0.3, 0.9, 3
"""What the size of a figure is worth that is what is in force with its scale or a digit slipped."""


GRAINS = ("month", "year_to_date", "twelve_months", "typical_day", "year", "multi_year", "other_span")
WAYS = ("up", "down", "more", "less", "change")
UNSAID = 0.25
"""How plainly a figure is a level where nothing is said."""


class Facets:
    """How well the facets of metrics suit what a sentence says, each worked out once a figure."""

    def __init__(self, context: Context) -> None:
        said = context.facets
        self._said = said
        self._change = max([said.get(way, 0.0) for way in WAYS])
        self._grains = [(said[grain], grain) for grain in GRAINS if grain in said]
        self._plan = max([said.get(plan, 0.0) for plan in PLANS])
        self._programmes = [(term.value, power) for term, power in context.scopes if term.facet == "programme"]
        self._variants: dict[str, float] = {v: said[v] for v in ("real", "nominal") if v in said}
        for term, power in context.scopes:
            if term.facet == "variant" and power > self._variants.get(term.value, 0.0):
                self._variants[term.value] = power
        self._moves: dict[tuple[str, str, str, str], tuple[float, float]] = {}
        self._scopes: dict[tuple[str, str, str | None], tuple[float, float, float]] = {}

    def scores(self, metric: Metric) -> tuple[float, float, float, float, float]:
        """Return the scores of a metric's measure, grain, status, programme and variant."""
        move = metric.measure, metric.grain, metric.kind, metric.unit
        if move not in self._moves:
            self._moves[move] = self.measure(metric), self.grain(metric)
        scope = metric.scope
        key = scope.status, scope.programme, scope.variant
        if key not in self._scopes:
            self._scopes[key] = self.status(scope), self.programme(scope), self.variant(scope)
        return *self._moves[move], *self._scopes[key]

    def measure(self, metric: Metric) -> float:
        """Level, change, rate or share: how well what the sentence says suits the metric's measure."""
        if metric.measure in ("level", "change"):
            level = max(self._said.get("level", 0.0), UNSAID)
            return level - self._change if metric.measure == "level" else self._change - level
        share, rate = self._said.get("share", 0.0), max(self._change, self._said.get("rate", 0.0))
        return share - rate if metric.measure == "share" else rate - share

    def grain(self, metric: Metric) -> float:
        """Month, year to date, twelve months …: the metric's own grain against the strongest other one."""
        if metric.measure in ("level", "share") and (metric.kind != "flow") and metric.grain != "typical_day":
            return -self._said.get("typical_day", 0.0) if dimension(metric.unit) == "count" else 0.0
        grains = [metric.grain]
        if metric.grain == "year" and metric.measure != "level":
            grains.append("twelve_months")
        own = rivals = 0.0
        for power, grain in self._grains:
            if grain in grains:
                own = max(own, power)
            else:
                rivals = max(rivals, power)
        return own - rivals

    def status(self, scope: Scope) -> float:
        """Plans, goals, forecasts and budgets are told apart from results."""
        if scope.status == "result":
            return -self._plan
        return max(self._said.get(scope.status, 0.0), 0.8 * self._plan) - 0.45

    def programme(self, scope: Scope) -> float:
        """Whether the passage speaks of the metric's programme. A name that covers several programmes speaks for
        each."""
        programme = scope.programme
        own = rivals = 0.0
        for value, power in self._programmes:
            if value == programme or programme.startswith(value + "_"):
                own = max(own, power)
            else:
                rivals = max(rivals, power)
        if programme == "ordinary":
            return -max(0.0, rivals - own)
        if programme in ("all", "none"):
            return 0.0
        return own - 0.3 if own > 0.1 else -0.7 - 0.6 * rivals

    def variant(self, scope: Scope) -> float:
        """Real or nominal, with or without a part: said or not said."""
        rivals = max([power for value, power in self._variants.items() if value != scope.variant], default=0.0)
        if scope.variant is None:
            return -rivals
        return self._variants.get(scope.variant, 0.0) - rivals - 0.3


SCOPES = ("territory", "institution", "sector", "group")
ELSEWHERE = 0.7
"""What speaks against a metric of a place that is not named."""


def scope_score(metric: Metric, context: Context, said: Words) -> float:
    """Minus the strongest scope that the sentence names and the metric lacks; plus its own where none does.

    A name that is part of the metric's own wording limits nothing.
    """
    against = own = 0.0
    if not context.scopes:
        return -ELSEWHERE if metric.scope.territory != "national" else 0.0
    stems: set[str] | None = None
    home = max((p for t, p in context.scopes if t.own and t.facet == "institution"), default=0.0)
    for term, power in context.scopes:
        if term.facet not in SCOPES or term.own:
            continue
        if getattr(metric.scope, term.facet, None) == term.value:
            own = max(own, power)
        elif power > against and (term.facet != "institution" or power > home):
            if stems is None:
                stems = said.explained(metric)
            if not stems.issuperset(s for s in term.stems if s not in STOP):
                against = power
    missing = ELSEWHERE if metric.scope.territory != "national" and own == 0.0 else 0.0
    return own * (1.0 - against) - against - missing


def magnitude_score(size: float, extent: Extent | None) -> float:
    """1 where the size of a figure lies among the metric's own, falling by the orders of magnitude that it lies
    outside."""
    if extent is None or not size:
        return 0.0
    if size < extent.least:
        outside = log10(extent.least / size)
    elif size > extent.greatest:
        outside = log10(size / extent.greatest)
    else:
        return 1.0
    return max(-3.0, 1.0 - 3.0 * outside)


def size_score(q: Quantity, size: float, extent: Extent | None, current: tuple[Observation, ...]) -> float:
    """What the size of a figure is worth: one that is what is in force but for a slip says nothing against the link."""
    score = magnitude_score(size, extent)
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
