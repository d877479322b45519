"""Observations that follow from others: changes, rates, shares, totals, by the relations that the base declares.

Only exact, undisputed figures that were not restated are taken as inputs; nothing is derived from what was derived.
Every result carries its working, and an interval from the written precision of what went into it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from imss_check.facts.model import Derivation, Observation
from imss_check.facts.periods import Period, december_before, month_start, parse_period, shift
from imss_check.facts.records import RawBase, RawRecord

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


# --- inputs


def period_of(seen: Observation) -> Period:
    """Return the period of an observation."""
    return Period(seen.first, seen.last, seen.grain)


def agree(one: Observation, other: Observation) -> bool:
    """Say whether two observations can be roundings of one value."""
    below = one.high is not None and other.low is not None and one.high < other.low
    above = one.low is not None and other.high is not None and other.high < one.low
    return not below and not above


def reliable(
    printed: dict[str, list[Observation]],
    restated: set[tuple[str, date, date]],
    kinds: tuple[str, ...] = ("exact",),
    disputed: bool = False,
) -> Given:
    """Return the figures that may be reckoned with: exact, the most precise of their period, contradicted by none."""
    given: Given = {}
    for metric, listed in printed.items():
        by_period: dict[Period, list[Observation]] = defaultdict(list)
        for seen in listed:
            by_period[period_of(seen)].append(seen)
        given[metric] = {
            period: min(exact, key=_width)
            for period, group in by_period.items()
            if (exact := [seen for seen in group if seen.approximation in kinds])
            and (metric, period.first, period.last) not in restated
            and (disputed or all(agree(one, other) for one in group for other in group))
        }
    return given


def _span(seen: Observation) -> Span:
    assert seen.low is not None and seen.high is not None  # exact and rounded figures have both
    return seen.low, seen.high


def _width(seen: Observation) -> Decimal:
    low, high = _span(seen)
    return high - low


# --- workings


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
    (low, high), (whole_low, whole_high) = _span(part), _span(whole)
    if low < 0 or whole_low <= 0:
        return None
    return part.value / whole.value * per, low / whole_high * per, high / whole_low * per


# --- relations: each gives the results of one relation that its inputs allow


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
        (low, high), (base_low, base_high) = _span(end), _span(base)
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
    (low, high), sign = _span(change), 1 if base else -1
    known, period, metric = (base, at, field["of"]) if base else (end, before, field.get("base") or field["of"])
    if known is not None:
        value = known.value + sign * change.value
        bounds = [edge + sign * step for edge, step in zip(_span(known), (low, high)[::sign], strict=True)]
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
            bounds = [sum(side, Decimal(0)) for side in zip(*map(_span, used), strict=True)]
            working = f"{' + '.join(show(seen.value) for seen in used)} = {show(value)}"
            yield Result(total, period, value, bounds[0], bounds[1], working, used)
        missing = [part for part in parts if part not in known]
        if total in known and len(missing) == 1 and len(parts) > 1:
            whole, others = known[total], tuple(known[part] for part in parts if part in known)
            value = whole.value - sum((seen.value for seen in others), Decimal(0))
            bounds = [sum(side, Decimal(0)) for side in zip(*map(_span, others), strict=True)]
            low, high = _span(whole)
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
        (low, high), (less_low, less_high) = _span(whole), _span(less)
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
        low, high = _span(seen)
        value = (seen.value * factor).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize() + 0
        working = f"{show(seen.value)} × {show(factor)} = {show(value)}"
        yield Result(relation.fields["result"] or "", period, value, low * factor, high * factor, working, (seen,))


def _complements(relation: RawRecord, given: Given, _: dict[str, set[Period]]) -> Iterator[Result]:
    whole = Decimal(relation.fields["whole"] or "100")
    for period, seen in given.get(relation.fields["of"] or "", {}).items():
        low, high = _span(seen)
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
            bounds = [sum(side, Decimal(0)) / count for side in zip(*map(_span, used), strict=True)]
            period = Period(date(year, 1, 1), date(year + 1, 1, 1), "year")
            mean, low, high = _even(value, bounds[0], bounds[1])
            working = f"mean of {count} month ends = {show(mean.quantize(Decimal(1)))}"
            yield Result(relation.fields["result"] or "", period, mean, low, high, working, tuple(used))


def _equals(relation: RawRecord, given: Given, _: dict[str, set[Period]]) -> Iterator[Result]:
    for period, seen in given.get(relation.fields["of"] or "", {}).items():
        low, high = _span(seen)
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


def derives(relation: RawRecord) -> bool:
    """Say whether what follows from a relation becomes an observation: it holds for every period, without fail."""
    return not relation.fields.get("period") and relation.fields.get("derive") != "no"


def in_force(relation: RawRecord, result: Result) -> bool:
    """Say whether a relation may speak of a result: its time is not over, and no failure is known there."""
    until = parse_period(relation.fields.get("until") or "")
    return (until is None or result.period.last <= until.last) and str(result.period) not in relation.known_failures


def derive(
    raw: RawBase, printed: dict[str, list[Observation]], restated: set[tuple[str, date, date]]
) -> list[Observation]:
    """Return what follows from the printed observations and is not printed exactly itself."""
    given = reliable(printed, restated)
    wanted = {metric: {period_of(seen) for seen in listed} for metric, listed in printed.items()}
    exact = {
        (seen.metric, period_of(seen)) for listed in printed.values() for seen in listed
        if seen.approximation == "exact"
    }  # fmt: skip
    found: dict[tuple[str, Period], Observation] = {}
    for relation in filter(derives, raw.relations):
        for result in results(relation, given, wanted):
            key = (result.metric, result.period)
            if key not in exact and key not in found and in_force(relation, result):
                found[key] = _observation(result)
    return list(found.values())


def _observation(result: Result) -> Observation:
    inputs = tuple(
        (
            seen.metric,
            f"{seen.value:f}",
            seen.first.isoformat(),
            (seen.last - timedelta(days=1)).isoformat(),
            seen.source,
        )
        for seen in result.inputs
    )
    known = max((seen.known for seen in result.inputs), default=result.period.last)
    return Observation(
        result.metric, result.period.first, result.period.last, result.value, result.low, result.high, "exact", None,
        result.inputs[0].source, None, known, result.period.grain, Derivation(result.working, inputs),
    )  # fmt: skip
