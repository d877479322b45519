"""Relations hold: every one is computed, for every period that the base allows, and shown with its working."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from imss_check.facts.derive import period_of, reliable
from imss_check.facts.model import Observation
from imss_check.facts.nodes import FactError
from imss_check.facts.observe import observe
from imss_check.facts.periods import Period, parse_period
from imss_check.facts.records import Place, RawBase, RawRecord
from imss_check.facts.rules import Given, Result, results, show
from imss_check.said import Said

ROUNDED = ("exact", "about")
"""Rounded figures are no inputs of what is derived, but a relation can be held against them."""


class Failure(NamedTuple):
    """A relation, what follows from it, and the printed figure that differs."""

    relation: RawRecord
    result: Result
    printed: Observation


def find_broken_relations(base: RawBase) -> list[FactError]:
    """F115, F119: a relation fails, or a printed figure differs beyond rounding from the one that follows."""
    found = []
    for relation, result, printed in failures(base):
        if not reason(relation, result):
            told = Said(
                "{metric} {period}: {working}, printed {printed} ({source})",
                metric=result.metric,
                period=result.period,
                working=result.working,
                printed=show(printed.value),
                source=printed.source,
            )
            if relation.fields.get("period"):
                found.append(relation.place.error("F115", told))
            else:
                found.append(_place_of(printed, base).error("F119", told))
    return found


def _place_of(printed: Observation, base: RawBase) -> Place:
    """Return where an observation is written."""
    key = (printed.first, printed.last, printed.value, printed.source)
    written = base.metrics[printed.metric].observations
    return next(one.place for one in written if (one.period.first, one.period.last, one.value, one.source) == key)


def find_mended_failures(base: RawBase) -> list[FactError]:
    """F124: a failure is declared known, but the relation holds now: the base was mended, so drop the remark."""
    failing = {(id(relation), str(result.period)) for relation, result, _ in failures(base)}
    found = []
    for relation in base.relations:
        known = list(relation.known_failures)
        if relation.fields.get("known_failure"):
            known.append(relation.fields.get("period") or "")
        found += [
            relation.place.error("F124", Said("the known failure of {period} does not fail", period=period))
            for period in known
            if (id(relation), period) not in failing
        ]
    return found


def reason(relation: RawRecord, result: Result) -> str | None:
    """Return why a failure is known, None where it is not."""
    return relation.fields.get("known_failure") or relation.known_failures.get(str(result.period))


def failures(base: RawBase) -> list[Failure]:
    """Return what follows and what is printed, wherever the two differ beyond rounding."""
    printed = {
        metric.id: [
            observe(seen, base.sources, is_count(base, metric.fields.get("unit"))) for seen in metric.observations
        ]
        for metric in base.metrics.values()
    }
    restated = {(seen.metric, seen.period.first, seen.period.last) for seen in base.observations() if seen.restated}
    given = reliable(printed, restated, ROUNDED)
    every = reliable(printed, set(), ROUNDED, disputed=True)  # where a known failure may lie
    wanted = {metric: {period_of(seen) for seen in listed} for metric, listed in printed.items()}
    found = []
    for relation in base.relations:
        if period := parse_period(relation.fields.get("period") or ""):
            now = at_period(every, period)
            found += _differing(relation, now, {metric: list(seen.values()) for metric, seen in now.items()}, wanted)
        else:
            found += _differing(relation, every if relation.known_failures else given, printed, wanted)
    return found


def _differing(
    relation: RawRecord, given: Given, printed: dict[str, list[Observation]], wanted: dict[str, set[Period]]
) -> list[Failure]:
    """Return where one relation fails. A sum is held against its total only: each part that it gives says the same."""
    within = Decimal(relation.fields.get("within") or 0)
    told = relation.fields.get("total" if relation.id == "sum" else "result")
    until = parse_period(relation.fields.get("until") or "")
    fixed = bool(relation.fields.get("period"))
    return [
        Failure(relation, result, seen)
        for result in results(relation, given, wanted)
        if result.metric == told and (until is None or result.period.last <= until.last)
        for seen in printed.get(result.metric, ())
        if (fixed or period_of(seen) == result.period) and differs(seen, result, within)
    ]


def is_count(base: RawBase, unit: str | None) -> bool:
    """Say whether a unit counts whole things."""
    record = base.units.get(unit or "")
    return record is not None and not record.fields.get("pint")


def at_period(given: Given, period: Period) -> Given:
    """Return the figures of one period under its own name, taken from the nearest period that overlaps it."""
    found: Given = {}
    for metric, by_period in given.items():
        near = [own for own in by_period if own.first < period.last and period.first < own.last]
        if near:
            best = min(near, key=lambda own: (own != period, abs((own.first - period.first).days), own.last))
            found[metric] = {period: by_period[best]}
    return found


def differs(seen: Observation, result: Result, within: Decimal) -> bool:
    """Say whether a printed figure and what follows cannot be roundings of one value."""
    below = seen.high is not None and seen.high + within < result.low
    above = seen.low is not None and result.high + within < seen.low
    return below or above
