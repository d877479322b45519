"""Turn pieces into half-open stretches of days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from imss_check.periods import calendar as cal
from imss_check.periods.pieces import Piece

SLACK = timedelta(days=20)
"""How far ahead of the draft a day without a year may lie."""
LAG = 3
"""How many months a year so far may end before the draft; a month named before that is another matter."""
MONTHS_AHEAD, YEARS_BACK = 6, 3
"""How far a month may borrow its year from a date or a year before it in the sentence."""


class Item(NamedTuple):
    """A piece with its days. Tokens `[first, last)`, days, grain, role, and whether the text states them in full."""

    first: int
    last: int
    span: cal.Span
    grain: str
    stated: bool
    piece: Piece
    role: str = "at"


def absolute(p: Piece, day: date, before: Item | None) -> Item | None:
    """Resolve a piece that needs only the draft's day (and a year said before); None where it needs more."""
    if p.kind == "year" and p.year is None:
        return item(p, cal.year_range(day.year + p.value), "year", stated=False)
    if p.kind == "year":
        return item(p, cal.year_range(p.year or 0), "year")
    if p.kind in ("years", "decade"):
        return item(p, (date(p.year or 0, 1, 1), date((p.until or 0) + 1, 1, 1)), "range")
    if p.kind in ("month", "part", "day") and p.month is not None:
        return dated(p, day, before)
    if p.kind == "month":
        first = cal.add_months(day, p.value)
        return item(p, cal.month_range(first.year, first.month), "month", stated=False)
    if p.kind == "completed":
        return item(p, cal.month_completed(day), "month", stated=False)
    if p.kind == "day" and p.day is None:
        return item(p, cal.day_range(day + timedelta(days=p.value)), "day", stated=False)
    if p.kind == "parts":
        length = p.number or 3
        first = cal.add_months(date(day.year, (day.month - 1) // length * length + 1, 1), p.value * length)
        grain = {3: "quarter", 6: "half"}.get(length, "range")
        return item(p, cal.months_range(first.year, first.month, length), grain, stated=False)
    if p.kind == "week":
        monday = day + timedelta(days=7 * p.value - day.weekday())
        return item(p, (monday, monday + timedelta(days=7)), "range", stated=False)
    if p.kind == "plain_year":
        year = day.year - 1 if day.month <= 2 else day.year
        return item(p, cal.year_range(year), "year", stated=False)
    return None


def item(p: Piece, span: cal.Span, grain: str, *, stated: bool = True) -> Item:
    return Item(p.first, p.last, span, grain, stated, p)


def dated(p: Piece, day: date, before: Item | None) -> Item | None:
    """Resolve a day, month or part of a year, in the year it states, points at, inherits or that lies nearest."""
    month = p.month or 1
    if p.year_kind == "base_year":
        base = before.span[0].year if before else day.year
        year = base + p.year_value
    elif p.year_kind == "year":
        year = day.year + p.year_value
    elif p.year is not None:
        year = p.year
    else:
        year = inherited(p, day, before) or nearest(p, day)
    stated = p.year is not None
    if p.kind == "day":
        when = cal.valid_day(year, month, p.day or 0)
        return item(p, cal.day_range(when), "day", stated=stated) if when else None
    if p.kind == "month":
        return item(p, cal.month_range(year, month), "month", stated=stated)
    length = (p.until or month) - month + 1
    grain = {3: "quarter", 6: "half"}.get(length, "year_to_date" if month == 1 else "range")
    return item(p, cal.months_range(year, month, length), grain, stated=stated)


def nearest(p: Piece, day: date) -> int:
    """Return the year of a day or month that names none: the latest that has begun, unless `próximo` says else."""
    month = p.month or 1
    if p.kind == "day":
        here = cal.valid_day(day.year, month, min(p.day or 1, 28)) or day
        if p.near == 1:
            return day.year if here >= day else day.year + 1
        if p.near == -1:
            return day.year if here <= day else day.year - 1
        if here - day > SLACK:
            return day.year - 1
        return day.year + 1 if (here.replace(year=day.year + 1) - day) <= SLACK else day.year
    year = cal.latest_month(month, day)
    if p.near == 1:
        return year + 1
    if p.near == -1 and cal.month_range(year, month)[1] > day:
        return year - 1
    return year


def inherited(p: Piece, day: date, before: Item | None) -> int | None:
    """Return the year that a month takes over from a date or a year before it in the sentence."""
    if before is None or before.piece.year is None or not before.stated or p.near is not None:
        return None
    month = p.month or 1
    start = before.span[0]
    if before.grain == "year":
        close = day.year - YEARS_BACK <= start.year <= day.year
        return start.year if close and date(start.year, month, 1) <= day else None
    if before.grain not in ("day", "month"):
        return None
    year = start.year if month >= start.month else start.year + 1
    ahead = (year - start.year) * 12 + month - start.month
    return year if ahead <= MONTHS_AHEAD and date(year, month, 1) <= day else None


def relative(p: Piece, day: date, base: Item | None) -> Item | None:
    """Resolve a piece that speaks of the sentence's own period: `mismo mes`, `a year earlier`, `so far this year`."""
    latest = cal.month_completed(day)
    span, grain = (base.span, base.grain) if base else (latest, "month")
    end = span[1] - cal.DAY
    if p.kind == "day":
        return numbered_day(p, day, end)
    if p.kind == "base_month":
        first = cal.add_months(end, p.value)
        year = pointed_year(p, end.year, day)
        first = first.replace(year=year) if year else first
        return item(p, cal.month_range(first.year, first.month), "month", stated=p.year is not None)
    if p.kind == "base_year":
        return item(p, cal.year_range(end.year + p.value), "year", stated=False)
    if p.kind == "ago":
        first = cal.add_months(day, -p.value * max(p.number, 1))
        return item(p, cal.month_range(first.year, first.month), "month", stated=False)
    if p.kind == "shift":
        return item(p, shifted(span, p.value * max(p.number, 1)), grain, stated=False)
    if p.kind == "same":
        return same(p, day, base, latest)
    if p.kind == "last_months" or p.kind == "last_year":
        count = p.number if p.kind == "last_months" else 12
        stop = anchor(p, day) or (cal.add_months(end, 1) if base else latest[1])
        return item(p, (cal.add_months(stop, -count), stop), "twelve_months" if count == 12 else "range", stated=False)
    if p.kind == "first_months":
        year = pointed_year(p, end.year, day) or day.year
        if not p.dated and date(year, 1, 1) < day < cal.months_range(year, 1, p.number)[1] - cal.DAY:
            year -= 1
        return item(p, cal.months_range(year, 1, p.number), "year_to_date", stated=p.year is not None)
    return None


def numbered_day(p: Piece, day: date, end: date) -> Item | None:
    """Resolve a day whose month is pointed at, or that only a weekday introduces: then the one nearest to the draft."""
    start = end if p.year_kind == "base_month" else day
    tries = (p.year_value,) if p.year_kind else (0, -1, 1)
    months = [cal.add_months(start, n) for n in tries]
    days = [d for m in months if (d := cal.valid_day(m.year, m.month, p.day or 0))]
    return item(p, cal.day_range(min(days, key=lambda d: abs(d - day))), "day", stated=False) if days else None


def shifted(span: cal.Span, months: int) -> cal.Span:
    """Return a stretch of days a number of months earlier."""
    if months % 12 == 0:
        return cal.shift_years(span, -(months // 12))
    if span[0].day == 1 and span[1].day == 1:
        return cal.add_months(span[0], -months), cal.add_months(span[1], -months)
    first = cal.add_months(span[0], -months)
    return first, cal.add_months(first, 1)


def pointed_year(p: Piece, base: int, day: date) -> int | None:
    """Return the year that a phrase states or points at; "pasado" never points at the base's own year."""
    if p.year is not None:
        return p.year
    if p.year_kind == "base_year":
        return base + p.year_value
    if p.year_kind == "year":
        year = day.year + p.year_value
        return year - 1 if year == base and p.year_value < 0 else year
    return None


def same(p: Piece, day: date, base: Item | None, latest: cal.Span) -> Item | None:
    """Resolve `el mismo periodo de 2024`: the months of the sentence's period, or of the year so far, in that year."""
    if base is None and not p.dated:
        return None
    span = base.span if base else latest
    if base is None or base.grain in ("day", "month", "year"):
        end = cal.add_months(span[1] - cal.DAY, 1)
        span = (date((span[1] - cal.DAY).year, 1, 1), end)
    year = pointed_year(p, (span[1] - cal.DAY).year, day)
    if year is None:
        return item(p, span, base.grain if base else "range", stated=False)
    grain = "twelve_months" if base and base.grain == "twelve_months" else "range"
    return item(p, cal.shift_years(span, year - (span[1] - cal.DAY).year), grain, stated=p.year is not None)


def anchor(p: Piece, day: date) -> date | None:
    """Return the first day after the month up to which a stretch runs, where one is said."""
    if p.month is None:
        return None
    year = p.year
    if year is None:
        year = day.year + p.year_value if p.year_kind == "year" else cal.latest_month(p.month, day)
    return cal.month_range(year, p.month)[1]


def to_date(p: Piece, day: date, ends: dict[int, date]) -> Item:
    """Resolve `en lo que va del año`: from 1 January to the last month that is named (`ends`, by year) or over."""
    stop = anchor(p, day)
    year = stop.year if stop and stop.month > 1 else p.year
    if year is None:
        latest = (cal.month_completed(day)[1] - cal.DAY).year
        year = day.year + p.year_value if p.year_kind == "year" and p.year_value else min(latest, day.year)
    if stop is None or stop <= date(year, 1, 1):
        done = min(cal.month_completed(day)[1], date(year + 1, 1, 1))
        named = cal.add_months(ends[year] - cal.DAY, 1) if year in ends else done
        stop = named if named >= cal.add_months(done, -LAG) else done
        if stop <= date(year, 1, 1):
            stop = date(year + 1, 1, 1)
    return item(p, (date(year, 1, 1), stop), "year_to_date", stated=p.year is not None)
