"""Observations that follow from others: changes, rates, shares, totals, by the relations that the base declares.

Only exact, undisputed figures that were not restated are taken as inputs; nothing is derived from what was derived.
Every result carries its working, and an interval from the written precision of what went into it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from imss_check.facts.model import Derivation, Observation
from imss_check.facts.periods import Period, parse_period
from imss_check.facts.records import RawBase, RawRecord
from imss_check.facts.rules import Given, Result, results, span


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


def _width(seen: Observation) -> Decimal:
    low, high = span(seen)
    return high - low


def derives(relation: RawRecord) -> bool:
    """Say whether what follows from a relation becomes an observation: it holds for every period, without fail."""
    return not relation.fields.get("period") and relation.fields.get("derive") != "no"


def named(relation: RawRecord) -> Iterator[str]:
    """Yield the metrics that a relation names, as its fields name any: what is no metric does no harm."""
    yield from (value for value in relation.fields.values() if value)
    yield from relation.lists.get("parts", ())


def in_force(relation: RawRecord, result: Result) -> bool:
    """Say whether a relation may speak of a result: its time is not over, and no failure is known there."""
    until = parse_period(relation.fields.get("until") or "")
    return (until is None or result.period.last <= until.last) and str(result.period) not in relation.known_failures


def derive(
    raw: RawBase, printed: dict[str, list[Observation]], restated: set[tuple[str, date, date]]
) -> list[Observation]:
    """Return what follows from the printed observations and is not printed exactly itself."""
    related = {name for relation in raw.relations for name in named(relation)}
    printed = {metric: listed for metric, listed in printed.items() if metric in related}
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
