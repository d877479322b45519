"""What each kind of relation says: the value that follows from its inputs, its bounds, and the working.

Given figures by metric and period, every rule yields a result for each period that its inputs allow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from imss_check.facts.model import Observation
from imss_check.facts.periods import Period, december_before, month_start, parse_period, shift
from imss_check.facts.records import RawRecord

PLACES = Decimal("0.0001")  # of a rate or share, which seldom comes out even
Span = tuple[Decimal, Decimal]
Given = dict[str, dict[Period, Observation]]
"""The observation to reckon with, by metric and period."""


class Result(NamedTuple):
    """What a relation says of a metric in a period."""

    metric: str
    period: Period
    value: Decimal
    low: Decimal
    high: Decimal
    working: str
    inputs: tuple[Observation, ...]


def span(seen: Observation) -> Span:
    assert seen.low is not None and seen.high is not None  # exact and rounded figures have both
    return seen.low, seen.high


def show(value: Decimal) -> str:
    """Return a number as a working shows it."""
    return f"{value:,f}".replace("-", "−")


def _even(value: Decimal, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """Return a quotient cut to so many places, its bounds rounded outwards."""
    return (
        value.quantize(PLACES, ROUND_HALF_UP).normalize() + 0,
        low.quantize(PLACES, ROUND_FLOOR),
        high.quantize(PLACES, ROUND_CEILING),
    )


def _rounded(value: Decimal) -> str:
    return show(value.quantize(Decimal("0.01"), ROUND_HALF_UP))


def _quotient(part: Observation, whole: Observation, per: Decimal) -> tuple[Decimal, Decimal, Decimal] | None:
    """Return part / whole × per with its bounds; None unless both are positive, where a share means something."""
    (low, high), (whole_low, whole_high) = span(part), span(whole)
    if low < 0 or whole_low <= 0:
        return None
    return part.value / whole.value * per, low / whole_high * per, high / whole_low * per


def _base_period(period: Period, over: str) -> Period | None:
    """Return the period that a change over so long is reckoned from."""
    if over == "year_to_date":
        return december_before(period)
    return shift(period, -1 if over == "month" else -12)


def _result_period(period: Period, over: str) -> Period:
    """Return how the period of a change is written: over a month as that month, else as its end."""
    if over == "month" and period.grain == "day":
        return Period(month_start(period.last.year, period.last.month - 1), period.last, "month")
    return period


def _ends(relation: RawRecord, given: Given, wanted: dict[str, set[Period]]) -> Iterator[tuple[Period, Period, Period]]:
    """Return (period of the result, its end, its base) for each change that a relation asks for."""
    over = relation.fields["over"] or ""
    if over != "period":
        levels = given.get(relation.fields["of"] or "", {})
        ends = dict.fromkeys(levels)
        if over == "month":  # the end may be what follows
            ends.update(dict.fromkeys(later for level in levels if (later := shift(level, 1))))
        for end in ends:
            if (base := _base_period(end, over)) is not None:
                yield _result_period(end, over), end, base
        return
    for period in wanted.get(relation.fields["result"] or "", ()):
        first, slash, last = str(period).partition("/")
        if slash and (before := parse_period(first)) and (at := parse_period(last)):
            yield period, at, before


def _changes(relation: RawRecord, given: Given, wanted: dict[str, set[Period]]) -> Iterator[Result]:
    field = relation.fields
    ends = given.get(field["of"] or "", {})
    bases = given.get(field.get("base") or field["of"] or "", {})
    for period, at, before in _ends(relation, given, wanted):
        end, base = ends.get(at), bases.get(before)
        if end is None or base is None:
            yield from _level(relation, given.get(field["result"] or "", {}).get(period), end, base, at, before)
            continue
        (low, high), (base_low, base_high) = span(end), span(base)
        if relation.id == "change":
            value = end.value - base.value
            working = f"{show(end.value)} − {show(base.value)} = {show(value)}"
            yield Result(field["result"] or "", period, value, low - base_high, high - base_low, working, (end, base))
        elif (quotient := _quotient(end, base, Decimal(100))) is not None:
            value, low, high = _even(*(part - 100 for part in quotient))
            working = f"{show(end.value)} / {show(base.value)} − 1 = {_rounded(value)} %"
            yield Result(field["result"] or "", period, value, low, high, working, (end, base))


def _level(
    relation: RawRecord, change: Observation | None, end: Observation | None, base: Observation | None, at: Period,
    before: Period,
) -> Iterator[Result]:  # fmt: skip
    """A level from the one a month before or after and the change between them."""
    field = relation.fields
    if change is None or relation.id != "change" or field["over"] != "month":
        return
    (low, high), sign = span(change), 1 if base else -1
    known, period, metric = (base, at, field["of"]) if base else (end, before, field.get("base") or field["of"])
    if known is not None:
        value = known.value + sign * change.value
        bounds = [edge + sign * step for edge, step in zip(span(known), (low, high)[::sign], strict=True)]
        working = (
            f"{show(known.value)} {'+' if sign * change.value >= 0 else '−'} {show(abs(change.value))} = {show(value)}"
        )
        yield Result(metric or "", period, value, bounds[0], bounds[1], working, (known, change))


def _sums(relation: RawRecord, given: Given, _: dict[str, set[Period]]) -> Iterator[Result]:
    """The total from all its parts, and a part from the total and all others."""
    total, parts = relation.fields["total"] or "", relation.lists["parts"]
    everything = (total, *parts)
    for period in {period for metric in everything for period in given.get(metric, {})}:
        known = {metric: given[metric][period] for metric in everything if period in given.get(metric, {})}
        if all(part in known for part in parts):
            used = tuple(known[part] for part in parts)
            value = sum((seen.value for seen in used), Decimal(0))
            bounds = [sum(side, Decimal(0)) for side in zip(*map(span, used), strict=True)]
            working = f"{' + '.join(show(seen.value) for seen in used)} = {show(value)}"
            yield Result(total, period, value, bounds[0], bounds[1], working, used)
        missing = [part for part in parts if part not in known]
        if total in known and len(missing) == 1 and len(parts) > 1:
            whole, others = known[total], tuple(known[part] for part in parts if part in known)
            value = whole.value - sum((seen.value for seen in others), Decimal(0))
            bounds = [sum(side, Decimal(0)) for side in zip(*map(span, others), strict=True)]
            low, high = span(whole)
            working = " − ".join(show(seen.value) for seen in (whole, *others)) + f" = {show(value)}"
            yield Result(missing[0], period, value, low - bounds[1], high - bounds[0], working, (whole, *others))


def _pairs(
    relation: RawRecord, given: Given, one: str, other: str
) -> Iterator[tuple[Period, Observation, Observation]]:
    first, second = given.get(relation.fields[one] or "", {}), given.get(relation.fields[other] or "", {})
    for period, seen in first.items():
        if period in second:
            yield period, seen, second[period]


def _differences(relation: RawRecord, given: Given, _: dict[str, set[Period]]) -> Iterator[Result]:
    for period, whole, less in _pairs(relation, given, "of", "less"):
        value = whole.value - less.value
        (low, high), (less_low, less_high) = span(whole), span(less)
        working = f"{show(whole.value)} − {show(less.value)} = {show(value)}"
        yield Result(
            relation.fields["result"] or "", period, value, low - less_high, high - less_low, working, (whole, less)
        )


def _shares(relation: RawRecord, given: Given, _: dict[str, set[Period]]) -> Iterator[Result]:
    per = Decimal(relation.fields.get("per") or "100")
    for period, part, whole in _pairs(relation, given, "part", "total"):
        if (quotient := _quotient(part, whole, per)) is not None:
            value, low, high = _even(*quotient)
            sign = " %" if per == 100 else ""
            times = "" if per == 100 else f" × {show(per)}"
            working = f"{show(part.value)} / {show(whole.value)}{times} = {_rounded(value)}{sign}"
            yield Result(relation.fields["result"] or "", period, value, low, high, working, (part, whole))


def _products(relation: RawRecord, given: Given, _: dict[str, set[Period]]) -> Iterator[Result]:
    factor = Decimal(relation.fields["factor"] or "1")
    for period, seen in given.get(relation.fields["of"] or "", {}).items():
        low, high = span(seen)
        value = (seen.value * factor).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize() + 0
        working = f"{show(seen.value)} × {show(factor)} = {show(value)}"
        yield Result(relation.fields["result"] or "", period, value, low * factor, high * factor, working, (seen,))


def _complements(relation: RawRecord, given: Given, _: dict[str, set[Period]]) -> Iterator[Result]:
    whole = Decimal(relation.fields["whole"] or "100")
    for period, seen in given.get(relation.fields["of"] or "", {}).items():
        low, high = span(seen)
        working = f"{show(whole)} − {show(seen.value)} = {show(whole - seen.value)}"
        yield Result(
            relation.fields["result"] or "", period, whole - seen.value, whole - high, whole - low, working, (seen,)
        )


def _means(relation: RawRecord, given: Given, _: dict[str, set[Period]]) -> Iterator[Result]:
    """The mean of the month ends of a year, where the base has all of them."""
    count = int(relation.fields["count"] or "12")
    by_year: dict[int, list[Observation]] = defaultdict(list)
    for period, seen in given.get(relation.fields["of"] or "", {}).items():
        if period.grain == "day" and period.last.day == 1:
            by_year[period.first.year].append(seen)
    for year, used in by_year.items():
        if len(used) == count:
            value = sum((seen.value for seen in used), Decimal(0)) / count
            bounds = [sum(side, Decimal(0)) / count for side in zip(*map(span, used), strict=True)]
            period = Period(date(year, 1, 1), date(year + 1, 1, 1), "year")
            mean, low, high = _even(value, bounds[0], bounds[1])
            working = f"mean of {count} month ends = {show(mean.quantize(Decimal(1)))}"
            yield Result(relation.fields["result"] or "", period, mean, low, high, working, tuple(used))


def _equals(relation: RawRecord, given: Given, _: dict[str, set[Period]]) -> Iterator[Result]:
    for period, seen in given.get(relation.fields["of"] or "", {}).items():
        low, high = span(seen)
        yield Result(relation.fields["result"] or "", period, seen.value, low, high, show(seen.value), (seen,))


RULES: dict[str, Callable[[RawRecord, Given, dict[str, set[Period]]], Iterator[Result]]] = {
    "change": _changes,
    "change_rate": _changes,
    "sum": _sums,
    "difference": _differences,
    "share": _shares,
    "product": _products,
    "complement": _complements,
    "mean": _means,
    "equal": _equals,
}


def results(relation: RawRecord, given: Given, wanted: dict[str, set[Period]]) -> list[Result]:
    """Return everything that a relation says; `wanted` holds the printed periods of each metric."""
    return list(RULES[relation.id](relation, given, wanted))
