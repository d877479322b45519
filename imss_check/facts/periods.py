"""The periods of observations: `2021-01-19`, `2021-01`, `2021` and `A/B`, as half-open days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

NOTATION = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Period(NamedTuple):
    """The half-open days `[first, last)` and how they are written: day, month, year or range."""

    first: date
    last: date
    grain: str

    def __str__(self) -> str:
        if self.grain == "year":
            return f"{self.first.year:04}"
        if self.grain == "month":
            return f"{self.first.year:04}-{self.first.month:02}"
        if self.grain == "day":
            return self.first.isoformat()
        size = 10  # of a side: the whole years, whole months or days that the range is made of
        if self.first.day == 1 and self.last.day == 1:
            size = 4 if self.first.month == 1 and self.last.month == 1 else 7
        return f"{self.first.isoformat()[:size]}/{(self.last - timedelta(days=1)).isoformat()[:size]}"


def parse_period(text: str) -> Period | None:
    """Return the period written as `text`, or None; both sides of a range have one precision."""
    start, slash, end = text.partition("/")
    first = _parse_simple(start)
    if not slash or first is None:
        return first
    last = _parse_simple(end)
    if last is None or last.grain != first.grain or last.last <= first.first:
        return None
    return Period(first.first, last.last, "range")


def _parse_simple(text: str) -> Period | None:
    match = NOTATION.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            first = date(year, month, day)
            return Period(first, first + timedelta(days=1), "day")
        if month:
            return Period(date(year, month, 1), month_start(year, month + 1), "month")
        return Period(date(year, 1, 1), date(year + 1, 1, 1), "year")
    except (ValueError, OverflowError):
        return None


def month_start(year: int, month: int) -> date:
    """Return the first day of a month; months below 1 and above 12 roll over into other years."""
    months = year * 12 + month - 1
    return date(months // 12, months % 12 + 1, 1)


def shift_day(day: date, months: int) -> date | None:
    """Return the first day of a month, moved by months; None where `day` is no first of a month."""
    return month_start(day.year, day.month + months) if day.day == 1 else None


def shift(period: Period, months: int) -> Period | None:
    """Return the period of the same grain that lies so many months later.

    Only whole months move: a day moves if it ends a month (to the end of the other one), a range if both its ends do.
    """
    last = shift_day(period.last, months)
    if last is None:
        return None
    if period.grain == "day":
        return Period(last - timedelta(days=1), last, "day")
    first = shift_day(period.first, months)
    return Period(first, last, period.grain) if first else None


def december_before(period: Period) -> Period | None:
    """Return the period of the same grain that ends the year before: a month's end has last December's end."""
    if period.grain not in ("day", "month") or period.last.day != 1:
        return None
    final = period.last - timedelta(days=1)
    return shift(period, -final.month)
