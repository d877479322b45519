"""A number in its surroundings, before it becomes a quantity."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from imss_check.quantities.hedges import Hedge, hedge_after, hedge_before
from imss_check.quantities.interval import written_interval, zero_step
from imss_check.quantities.model import Quantity
from imss_check.quantities.nouns import counted_noun
from imss_check.quantities.numerals import Numeral
from imss_check.quantities.page import Page
from imss_check.quantities.units import is_money

DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute", "decade", "lustrum"})
MEASURED = frozenset({"percent", "percentage_point", "per_thousand", "basis_point"})


class Found(NamedTuple):
    """A number, its span `[first, last)` in tokens, its unit, and how it was written."""

    numeral: Numeral
    first: int
    last: int
    after: int
    """Token behind the unit."""
    value: Decimal
    step: Decimal
    unit: str | None
    form: str
    hedge: Hedge | None = None
    bounds: tuple[Decimal | None, Decimal | None] | None = None
    words: tuple[int, int] | None = None
    words_value: Decimal | None = None


def with_hedge(page: Page, found: Found) -> Found:
    """Add the hedge before or behind."""
    hedge = hedge_before(page, found.first) or hedge_after(page, found.after)
    return found._replace(hedge=hedge) if hedge else found


def to_quantity(page: Page, found: Found) -> Quantity:
    """Return the quantity with its interval, counted noun and offsets."""
    unit, noun = found.unit, None
    if unit is None or unit in DURATIONS:
        counted = counted_noun(page, found.after)
        if counted is not None:
            unit = counted.unit if unit is None else unit
            noun = page.starts[counted.first], page.ends[counted.last - 1]
    hedge = found.hedge
    approximation = "range" if found.bounds else hedge.approximation if hedge else "exact"
    low, high = found.bounds or _interval(found, unit, approximation)
    return Quantity(
        page.starts[found.first],
        page.ends[found.last - 1],
        found.value,
        unit,
        low,
        high,
        approximation,
        significant(found),
        found.form,
        found.step,
        noun,
        (page.starts[hedge.first], page.ends[hedge.last - 1]) if hedge else None,
        found.words,
        found.words_value,
    )


def _interval(found: Found, unit: str | None, approximation: str) -> tuple[Decimal | None, Decimal | None]:
    step, numeral = found.step, found.numeral
    whole = not numeral.decimal and not numeral.fraction and step == 1
    counted = whole and found.form != "ratio" and unit not in MEASURED and not is_money(unit)
    if approximation != "exact" and whole and found.form == "number":
        step = zero_step(found.value)
    if numeral.fraction or found.form == "ratio":
        width = min(step, Decimal(5)) if approximation == "exact" else Decimal(10)
        return written_interval(found.value, width, approximation, counted=False)
    return written_interval(found.value, step, approximation, counted=counted)


def exact_bounds(page: Page, found: Found) -> tuple[Decimal | None, Decimal | None]:
    """What the number stands for without its hedge: the ends of a range."""
    return _interval(found, found.unit, "exact")


def significant(found: Found) -> int:
    """Significant digits as written; trailing zeros count only behind a decimal mark."""
    if found.numeral.fraction:
        return 0
    units = abs(found.value / found.step) if found.step else Decimal(0)
    text = str(int(units))
    if not found.numeral.decimal:
        text = text.rstrip("0")
    return max(1, len(text))
