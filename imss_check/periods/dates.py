"""Read the dates, years and clock times that stand at one place of a text."""

from __future__ import annotations

from types import ModuleType

from imss_check.periods.clock import around_the_clock, clock
from imss_check.periods.days import day_list, dotted, month_dates, slashed, weekday_number
from imss_check.periods.marks import CURRENCY, DASHES, Date
from imss_check.periods.tokens import Tokens
from imss_check.periods.years import named_part, named_stretch, ordinal_part, year_dates


def dates_at(t: Tokens, i: int, lex: ModuleType) -> list[Date]:
    """Return the dates that begin at token `i`: none, one, or several that share a month (`5 and 6 March`)."""
    token = t.text[i]
    if token[0].isdigit():
        return number_dates(t, i, lex)
    if token in lex.MONTHS or token in lex.SHORT_MONTHS or token in lex.OTHER_MONTHS:
        return month_dates(t, i, lex)
    if token in lex.ORDINALS:
        return named_part(t, i, lex)
    if token == "q" or token in lex.CENTURY or token in lex.DECADE:
        return named_stretch(t, i, lex)
    return []


def number_dates(t: Tokens, i: int, lex: ModuleType) -> list[Date]:
    """Return the dates that begin with the number at `i`."""
    token = t.text[i]
    if t.at(i - 1) in CURRENCY or within_name(t, i, lex):
        return []
    if not token.isdecimal():
        return dotted(t, i)
    if len(token) == 4:
        return year_dates(t, i, lex)
    if len(token) > 2:
        return around_the_clock(t, i, lex)
    return (
        clock(t, i, lex)
        or slashed(t, i, lex)
        or day_list(t, i, lex)
        or ordinal_part(t, i, lex)
        or weekday_number(t, i, lex)
        or around_the_clock(t, i, lex)
    )


def within_name(t: Tokens, i: int, lex: ModuleType) -> bool:
    """Whether the number is part of a name or a code: `COVID-19`, `1-800`, `MP3`."""
    if not t.glued(i):
        return False
    before = t.at(i - 1)
    if before.isalpha():
        return before not in lex.YEAR_BEFORE
    if before in DASHES and t.glued(i - 1):
        name = t.at(i - 2)
        return not (name in lex.MONTHS or name in lex.SHORT_MONTHS or name in lex.YEAR_BEFORE or not name.isalnum())
    return False
