"""Observations: not twice, printed as they read, and within reason of their neighbours."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from imss_check.facts.nodes import FactError
from imss_check.facts.records import RawBase, RawMetric, RawObservation
from imss_check.facts.stems import all_stems
from imss_check.said import Said

LANGUAGES = ("es", "en")
ORDERS = 100
"""Two figures of one metric and period that lie this far apart are a slip of scale, no disagreement."""


def find_duplicates(base: RawBase) -> list[FactError]:
    """F118: one observation stands twice: same metric, period, value and source."""
    seen: dict[tuple[object, ...], RawObservation] = {}
    found = []
    for one in base.observations():
        key = (one.metric, one.period, one.value, one.source, one.approximation)
        if key in seen:
            found.append(
                one.place.error("F118", Said("stands twice (first in line {line})", line=seen[key].place.line))
            )
        seen.setdefault(key, one)
    return found


def find_misread(base: RawBase) -> list[FactError]:
    """F113: `printed`, read by the program's own grammar, is not the value."""
    nouns = {
        all_stems(noun): unit
        for unit, record in base.units.items()
        for listed in record.lists.values()
        for noun in listed
    }
    return [
        one.place.error(
            "F113",
            Said(
                "printed {printed!r} reads {reading}, but the value is {value:f}",
                printed=one.printed,
                reading=reading,
                value=one.value,
            ),
        )
        for metric in base.metrics.values()
        for one in metric.observations
        if one.printed is not None
        and (reading := misreading(one.printed, one.value, _counted(base, metric), nouns)) is not None
    ]


def _counted(base: RawBase, metric: RawMetric) -> list[str]:
    """Return a noun of each language that a figure of this unit may stand before: a lone `one` is no number."""
    record = base.units.get((metric.fields.get("unit") or "").partition("/")[0])
    return [listed[0] for key in LANGUAGES if record and (listed := record.lists.get(key))]


def misreading(printed: str, value: Decimal, counted: list[str], nouns: dict[tuple[str, ...], str]) -> str | None:
    """Return what `printed` reads as, None where that is the value (its magnitude, and its sign if one is printed).

    It is read as either language has it, with European separators too, and before the noun that it counts: the number
    alone does not say in which of them it was printed.
    """
    from imss_check.quantities.find import find_quantities

    if printed == f"{value:f}":
        return None  # a year, which the grammar rightly takes for none
    readings: dict[str, None] = {}
    for text in (printed, *(f"{printed} {noun}" for noun in counted)):
        for language in (*LANGUAGES, "es-ES"):
            found = [quantity.value for quantity in find_quantities(text, language, nouns=nouns)]
            if len(found) == 1 and _same(found[0], value):
                return None
            readings.update((f"{number:f}", None) for number in found)
    return ", ".join(readings) or Said("as no number")


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
            "F127",
            Said(
                "{high:f} and {low:f} for {metric} {period}: a slip of scale?",
                high=high.value,
                low=low.value,
                metric=low.metric,
                period=low.period,
            ),
        )
        for group in groups.values()
        if abs((high := max(group, key=_size)).value) >= ORDERS * abs((low := min(group, key=_size)).value)
    ]


def _size(one: RawObservation) -> Decimal:
    return abs(one.value)
