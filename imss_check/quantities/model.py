"""What a quantity is."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Quantity(NamedTuple):
    """A number read from `text[start:end]`, in base units.

    Shape: the span covers digits, number words, scale words and an attached % or currency sign or word; neither the
    counted noun nor the hedge. Units: `value` 40 for 40 %, 1525 for "mil 525", 2948700000 for "2,948.7 mdp".
    `low` and `high` bound what could have been written this way (half a unit of the last written digit, widened or
    opened by a hedge; None is open). `approximation` is one of exact, about, more_than, at_least, less_than,
    at_most, nearly, range.
    """

    start: int
    end: int
    value: Decimal
    unit: str | None
    low: Decimal | None
    high: Decimal | None
    approximation: str
    digits: int = 0
    """Significant digits as written; 0 for words like `half`."""
    form: str = "number"
    """number, percent, money, fraction, ratio: how it was written."""
    step: Decimal = Decimal(1)
    """Value of one unit in the last written digit, in base units."""
    noun: tuple[int, int] | None = None
    """Span of the counted noun that gave the unit, where one did."""
    hedge: tuple[int, int] | None = None
    """Span of the hedge."""
    words: tuple[int, int] | None = None
    """Span of the words that repeat the digits in brackets, or that the digits repeat."""
    words_value: Decimal | None = None
    """What those words say."""
