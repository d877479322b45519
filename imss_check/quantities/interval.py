"""Which values could have been written this way."""

from __future__ import annotations

from decimal import Decimal

HALF = Decimal("0.5")
TENTH = Decimal("0.1")
FIFTH = Decimal("0.2")
LARGE = 1000
OPEN_UP = frozenset({"more_than", "at_least"})
OPEN_DOWN = frozenset({"less_than", "at_most"})


def written_interval(
    value: Decimal, step: Decimal, approximation: str, *, counted: bool
) -> tuple[Decimal | None, Decimal | None]:
    """Return the bounds of what `value`, written to a last digit worth `step`, can stand for.

    Shape: 22600000 written "22.6 millones" (step 100000) -> [22550000, 22700000).
    Rounding and truncation both count: half a step below, a whole step above (mirrored for falls).
    `counted` says that every unit was written out: then an unhedged number stands for itself alone.
    `more_than` and `at_least` are open above, `less_than` and `at_most` below; `nearly` reaches one step down,
    `about` one step both ways, but neither by more than a tenth of the value.
    Source: half a unit in the last digit, as in statcheck's R/error_test.R.
    """
    if approximation in OPEN_UP:
        return value, None
    if approximation in OPEN_DOWN:
        return None, value
    if approximation in ("about", "nearly"):
        width = max(min(step, abs(value) * TENTH), step * HALF if not counted else Decimal(0))
        return value - width, value + (width if approximation == "about" else Decimal(0))
    if counted:
        return value, value
    if abs(value) >= LARGE:
        step = min(step, abs(value) * FIFTH)  # "mil" and "2 millones" are no guess at half or double
    if value < 0:
        return value - step, value + step * HALF
    return value - step * HALF, value + step


def zero_step(value: Decimal) -> Decimal:
    """Return what the last digit before the trailing zeros is worth: 84000 -> 1000."""
    number = int(abs(value))
    step = 1
    while number and number % 10 == 0:
        number //= 10
        step *= 10
    return Decimal(step)
