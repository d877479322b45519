"""Observations: not twice, printed as they read, and within reason of their neighbours."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from imss_check.facts.nodes import FactError
from imss_check.facts.records import RawBase, RawObservation

ORDERS = 100
"""Two figures of one metric and period that lie this far apart are a slip of scale, no disagreement."""


def find_duplicates(base: RawBase) -> list[FactError]:
    """F118: one observation stands twice: same metric, period, value and source."""
    seen: dict[tuple[object, ...], RawObservation] = {}
    found = []
    for one in base.observations():
        key = (one.metric, one.period, one.value, one.source, one.approximation)
        if key in seen:
            found.append(one.place.error("F118", f"stands twice (first in line {seen[key].place.line})"))
        seen.setdefault(key, one)
    return found


def find_misread(base: RawBase) -> list[FactError]:
    """F113: `printed`, read by the program's own grammar, is not the value."""
    return [
        one.place.error("F113", f"printed {one.printed!r} reads {reading}, but the value is {one.value:f}")
        for one in base.observations()
        if one.printed is not None and (reading := misreading(one, base)) is not None
    ]


def misreading(one: RawObservation, base: RawBase) -> str | None:
    """Return what `printed` reads as, None where that is the value (its magnitude, and its sign if one is printed)."""
    from imss_check.quantities import find_quantities

    printed = one.printed or ""
    source = base.sources.get(one.source)
    first = source.fields.get("language") if source else None
    readings = []
    for language in sorted(("es", "en"), key=lambda code: code != first):
        values = [quantity.value for quantity in find_quantities(printed, language)]
        if len(values) == 1 and _same(values[0], one.value):
            return None
        readings += values
    return ", ".join(f"{value:f}" for value in dict.fromkeys(readings)) or "as no number"


def _same(read: Decimal, value: Decimal) -> bool:
    return read == value or (read >= 0 and read == abs(value))


def find_spread(base: RawBase) -> list[FactError]:
    """F127: two figures of one metric and period lie orders of magnitude apart."""
    groups: dict[tuple[object, ...], list[RawObservation]] = defaultdict(list)
    for one in base.observations():
        if one.value:
            groups[one.metric, one.period].append(one)
    return [
        group[-1].place.error(
            "F127", f"{high.value:f} and {low.value:f} for {low.metric} {low.period}: a slip of scale?"
        )
        for group in groups.values()
        if abs((high := max(group, key=_size)).value) >= ORDERS * abs((low := min(group, key=_size)).value)
    ]


def _size(one: RawObservation) -> Decimal:
    return abs(one.value)
