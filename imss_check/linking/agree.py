"""Whether a figure and an observation can be one value, at the written precision of both."""

from __future__ import annotations

from decimal import Decimal

from imss_check.facts.model import Observation
from imss_check.quantities.model import Quantity


def agrees(q: Quantity, o: Observation, factor: Decimal = Decimal(1)) -> bool:
    """Whether the intervals of a figure and an observation meet; signs are left to the direction words.

    Units: both in base units; `factor` converts the figure into the observation's unit.
    """
    low, high = magnitude(q.low, q.high, factor)
    o_low, o_high = magnitude(o.low, o.high, Decimal(1))
    if low is not None and o_high is not None and o_high < low:
        return False
    if high is not None and o_low is not None and o_low > high:
        return False
    if low != high and high is not None and o_low == high and o_low == o_high and q.approximation in ("exact", "less_than"):
        return False  # half-open: the next figure as written
    return not (q.approximation == "more_than" and o_low == o_high == low)


def magnitude(low: Decimal | None, high: Decimal | None, factor: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """An interval without its sign, in another unit."""
    low = None if low is None else low * factor
    high = None if high is None else high * factor
    if high is not None and high <= 0:
        return -high, None if low is None else -low
    if low is not None and low < 0:
        return Decimal(0), high
    return low, high


def information(q: Quantity) -> float:
    """How many digits' worth of evidence a meeting is: an open interval says little."""
    if q.low is None or q.high is None:
        return min(1.0, 0.4 * q.digits)
    if q.approximation in ("exact", "range"):
        return float(q.digits)
    return min(float(q.digits), 1.5)
