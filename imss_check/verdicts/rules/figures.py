"""What the rules of arithmetic share: intervals, slips, and finding the figures of a passage by metric."""

from __future__ import annotations

from decimal import Decimal

from imss_check.linking.model import Reading
from imss_check.linking.slips import find_slip
from imss_check.quantities.model import Quantity
from imss_check.verdicts.model import Judgement

SLIP_CHANCE = 0.006
"""How likely an unrelated figure may look like a slip, for a slip to explain a gap."""


def end(j: Judgement) -> object:
    """The last day of what is in force for a figure, else of its reading."""
    if j.right:
        return j.right[0].last
    return j.reading.last if isinstance(j.reading, Reading) else None


def same_end(a: Judgement, b: Judgement) -> bool:
    """Whether two figures end on one day."""
    return end(a) is not None and end(a) == end(b)


def bounds(q: Quantity) -> tuple[Decimal, Decimal]:
    """The interval of a figure without sign."""
    low = abs(q.low if q.low is not None else q.value)
    high = abs(q.high if q.high is not None else q.value)
    return min(low, high), max(low, high)


def slack(*figures: Quantity) -> Decimal:
    """How far rounding may move a sum of figures."""
    return sum((q.step for q in figures if q.low != q.high), Decimal(0)) / 2


def slipped(q: Quantity, right: Decimal) -> bool:
    """Whether a figure is a right one with a digit changed or two swapped, too plainly for chance."""
    slip = find_slip(q.value, round(right / q.step) * q.step, q.digits) if q.step else None
    return slip is not None and slip.how in ("digit", "swap") and slip.chance <= SLIP_CHANCE


def rate_fits(now: Quantity, before: Quantity, rate: Quantity) -> bool:
    """Whether a rate follows from two levels, as far as all three are written; cut off digits are forgiven."""
    (low, high), (base_low, base_high) = bounds(now), bounds(before)
    if not base_low:
        return True
    least, most = (low / base_high - 1) * 100, (high / base_low - 1) * 100
    if most < 0:
        least, most = -most, -least
    stated_low, stated_high = bounds(rate)
    return least <= stated_high + rate.step and most >= stated_low - rate.step
