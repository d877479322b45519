"""Arithmetic of half-open stretches of days."""

from __future__ import annotations

from datetime import date, timedelta

DAY = timedelta(days=1)
Span = tuple[date, date]


def add_months(day: date, count: int) -> date:
    """Return the first of the month `count` months after the month of `day`."""
    index = day.year * 12 + day.month - 1 + count
    return date(index // 12, index % 12 + 1, 1)


def month_range(year: int, month: int) -> Span:
    """Return the days of a month."""
    first = date(year, month, 1)
    return first, add_months(first, 1)


def months_range(year: int, month: int, count: int) -> Span:
    """Return the days of `count` months from a month on."""
    first = date(year, month, 1)
    return first, add_months(first, count)


def year_range(year: int) -> Span:
    """Return the days of a year."""
    return date(year, 1, 1), date(year + 1, 1, 1)


def day_range(day: date) -> Span:
    """Return a single day as a stretch of days."""
    return day, day + DAY


def previous_month(day: date) -> Span:
    """Return the days of the month before that of `day`."""
    first = add_months(day, -1)
    return first, add_months(first, 1)


def month_completed(day: date) -> Span:
    """Return the days of the latest month that ended on or before `day`."""
    tomorrow = day + DAY
    return month_range(day.year, day.month) if tomorrow.day == 1 else previous_month(day)


def shift_years(span: Span, count: int) -> Span:
    """Return the same days of another year; a stretch from 29 February on begins on the 28th where there is none."""
    first, last = shift_year(span[0], count), shift_year(span[1], count)
    return (first if first < last else first - DAY), last


def shift_year(day: date, count: int) -> date:
    """Return the same day of another year; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + count)
    except ValueError:
        return date(day.year + count, 3, 1)


def last_day(span: Span) -> Span:
    """Return the last day of a stretch of days."""
    return span[1] - DAY, span[1]


def latest_month(month: int, day: date) -> int:
    """Return the year of the latest such month that began on or before `day`."""
    return day.year if month <= day.month else day.year - 1


def valid_day(year: int, month: int, day: int) -> date | None:
    """Return a date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
