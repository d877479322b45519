"""Whether a figure and an observation can be one value, at the written precision of both."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from imss_check.facts.model import Observation, magnitudes
from imss_check.quantities.model import Quantity

WORD_ALONE = 0.3
"""What "half" or "a quarter" tells."""
NEAR_BOUND = Decimal("1.15")
"""How far above a bound ("more than 84,000") a figure may lie that repeats it."""


def compare(q: Quantity, o: Observation) -> str:
    """Return `agrees`, `allows` (the observation is too vague to tell) or `differs`.

    Signs are left to the direction words. An exact observation must meet the figure's interval; a hedged one agrees
    with a figure that is written no more precisely, and only allows a more precise one.
    """
    low, high = size(q.low, q.high)
    o_low, o_high = size(o.low, o.high)
    bounded = low is not None and high is not None and o_low is not None and o_high is not None
    if bounded and o_low != o_high and o.approximation == "exact":
        assert low is not None and high is not None and o_low is not None and o_high is not None
        return "agrees" if as_printed(low, high, abs(q.value), o_low, o_high, abs(o.value)) else "differs"
    if (low is not None and o_high is not None and o_high < low) or (
        high is not None and o_low is not None and o_low > high
    ):
        return "differs"
    if o_low == o_high:
        if low != high and o_low == high and q.approximation in ("exact", "less_than", "nearly"):
            return "differs"  # half-open: that is the next figure as written
        if q.approximation == "more_than" and o_low == low:
            return "differs"
        return "agrees"
    if o.approximation == "exact":
        return "agrees"
    return "agrees" if q.digits <= digits(o.value) and beside(q, o) else "allows"


def meeting(q: Quantity, observations: Iterable[tuple[float, float, Observation]]) -> frozenset[int]:
    """The identities of the observations that a figure agrees with, of a metric's `sized` ones."""
    low, high = magnitudes(q.low, q.value, q.high)
    return frozenset(id(o) for least, most, o in observations if least <= high and most >= low and agrees(q, o))


def as_printed(low: Decimal, high: Decimal, value: Decimal, o_low: Decimal, o_high: Decimal, printed: Decimal) -> bool:
    """Whether a figure and a rounded observation can be one: the coarser of the two must hold the finer as written."""
    if high - low >= o_high - o_low:
        return low <= printed < high or low == printed
    return o_low <= value < o_high


def agrees(q: Quantity, o: Observation) -> bool:
    """Whether a figure and an observation are one value, as far as both are written."""
    return compare(q, o) == "agrees"


def beside(q: Quantity, o: Observation) -> bool:
    """Whether a figure lies so near a hedged observation that it repeats it."""
    small, large = sorted((abs(q.value), abs(o.value)))
    return small > 0 and large / small <= NEAR_BOUND


def digits(value: Decimal) -> int:
    """How many significant digits a value has."""
    return len(value.normalize().as_tuple().digits)


def size(low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """An interval without its sign."""
    if high is not None and high <= 0:
        return -high, None if low is None else -low
    if low is not None and low < 0:
        return Decimal(0), high
    return low, high


def information(q: Quantity) -> float:
    """How many digits' worth of evidence a meeting is: an open interval says little."""
    if q.low is None or q.high is None:
        return max(WORD_ALONE, min(1.0, 0.4 * q.digits))
    if q.approximation in ("exact", "range"):
        return max(WORD_ALONE, float(q.digits))
    return max(WORD_ALONE, min(float(q.digits), 1.5))
