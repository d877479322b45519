"""Raw observations become observations: interval, first day on which they were known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from imss_check.facts.model import Observation
from imss_check.facts.periods import Period, parse_period
from imss_check.facts.records import RawObservation, RawRecord


def observe(raw: RawObservation, sources: dict[str, RawRecord], counted: bool) -> Observation:
    """Return the observation; `counted` says that its unit counts whole things."""
    source = sources.get(raw.source)
    low, high = interval(raw.value, raw.printed, raw.approximation, counted)
    known = known_day(raw.period, source.fields.get("published") if source else None)
    return Observation(
        raw.metric, raw.period.first, raw.period.last, raw.value, low, high, raw.approximation, raw.printed,
        raw.source, raw.where, known, raw.period.grain,
    )  # fmt: skip


def known_day(period: Period, published: str | None) -> date:
    """Return the first day on which it could be known: its period is over, or has begun and its source was out."""
    source = parse_period(published or "")
    return min(period.last, max(period.first, source.first)) if source else period.last


def written_step(value: Decimal, printed: str | None, approximation: str) -> Decimal:
    """Return the value of one unit in the last written digit.

    A number printed to its last digit ends in one; behind a scale word (`17.35 millones`) the zeros that the word
    stands for were not written. The zeros of a hedged number are taken to be rounded.
    """
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent < 0:
        return Decimal(1).scaleb(exponent)
    in_full = printed is None or printed.rstrip(" %").endswith(tuple("0123456789"))
    if (in_full and approximation == "exact") or not value:
        return Decimal(1)
    digits = str(abs(value))
    return Decimal(1).scaleb(len(digits) - len(digits.rstrip("0")))


def interval(
    value: Decimal, printed: str | None, approximation: str, counted: bool
) -> tuple[Decimal | None, Decimal | None]:
    """Return what could have been written this way: it rounds or is cut to the value, or the hedge opens it.

    Bounds are of the magnitude: "more than" a fall of 555,000 is a lower number.
    """
    step = written_step(value, printed, approximation)
    size = abs(value)
    low: Decimal | None = size
    high: Decimal | None = size
    if approximation in ("more_than", "at_least"):
        high = None
    elif approximation in ("less_than", "at_most", "nearly"):
        low = None
    elif not (counted and step == 1 and approximation == "exact"):
        low, high = size - step / 2, size + step
    return (low, high) if value >= 0 else (-high if high is not None else None, -low if low is not None else None)
