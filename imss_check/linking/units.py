"""Whether a figure's unit and a metric's unit can be one."""

from __future__ import annotations

from imss_check.facts.base import FactBase

CURRENCIES = frozenset(("MXN", "USD", "EUR", "GBP", "UMA"))


def dimension(unit: str | None) -> str:
    """`percent`, `money` or `count`: what can be compared at all."""
    if unit in ("percent", "percentage_point"):
        return "percent"
    if unit is not None and unit.partition("/")[0] in CURRENCIES:
        return "money"
    return "count"


def unit_score(unit: str | None, metric_unit: str, base: FactBase) -> float:
    """How well a figure's unit suits a metric's, 1 to -1; None where the two can never be one thing."""
    kind, metric_kind = dimension(unit), dimension(metric_unit)
    if kind != metric_kind:
        # a bare number may be an amount whose currency stands far away, nothing more
        return -1.0 if unit is None and metric_kind == "money" else -9.0
    if unit == metric_unit:
        return 1.0
    if unit is None:
        return 0.0
    if kind == "percent":
        return -0.5
    head, _, per = unit.partition("/")
    metric_head, _, metric_per = metric_unit.partition("/")
    if kind == "money":
        if head != metric_head:
            return -1.5
        return 0.2 if not per else -0.8
    if head == metric_head:
        return 0.9 if per == metric_per or not per else -0.3
    return 0.5 if head in base.akin(metric_head) else -0.5
