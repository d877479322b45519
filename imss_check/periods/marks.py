"""What dates are made of: days, months and years beside each other."""

from __future__ import annotations

from types import ModuleType
from typing import NamedTuple

from imss_check.periods.tokens import Tokens

DASHES = frozenset("-–—‐‑−")
CURRENCY = frozenset("$€£#¥")
LIST_SIGNS = frozenset(("y", "al", "a", "and", "to", "-", "–", "—", ",", "or", "o", "through", "e"))
FIRST_YEAR, LAST_YEAR = 1900, 2099


class Date(NamedTuple):
    """A date read from tokens `first` to `last` (exclusive); what is not said is None.

    `kind`: day, month, year, years (`until` is the last one), part (`month` to `until` of a year), decade, century,
    time.
    """

    first: int
    last: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: int | None = None


def numeric(i: int, j: int, a: int, b: int, year: int, *, day_first: bool) -> list[Date]:
    """Return the date of two numbers and a year, whichever of them can be the month."""
    if year < 100:
        year += 2000
    day, month = (a, b) if day_first else (b, a)
    if month > 12:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31 and FIRST_YEAR <= year <= LAST_YEAR):
        return []
    return [Date(i, j, "day", year, month, day)]


def day_number(t: Tokens, i: int, lex: ModuleType) -> tuple[int, int]:
    """Return a day of the month at `i` (0 for none) and the token after it and its ordinal letters."""
    token = t.at(i)
    if not (0 < len(token) <= 2 and token.isdecimal() and 1 <= int(token) <= 31):
        return 0, i
    j = i + 1
    if t.glued(j) and t.at(j) in lex.DAY_SUFFIXES:
        j += 1
        if t.at(j) == "." and t.glued(j) and (t.at(j + 1) in lex.OF or t.at(j + 1) in lex.MONTHS):
            j += 1
    return int(token), j


def month_word(t: Tokens, i: int, lex: ModuleType) -> tuple[int, int] | None:
    """Return the month named at `i`, next to a number, and the token after it."""
    token = t.at(i)
    month = lex.MONTHS.get(token) or lex.OTHER_MONTHS.get(token)
    if month:
        return month, i + 1
    month = lex.SHORT_MONTHS.get(token)
    if month:
        return month, i + 2 if t.at(i + 1) == "." and t.glued(i + 1) else i + 1
    return None


def year_number(t: Tokens, i: int, lex: ModuleType) -> int | None:
    """Return the year at `i`, if the number there can be one."""
    token = t.at(i)
    if len(token) != 4 or not token.isdecimal() or not FIRST_YEAR <= int(token) <= LAST_YEAR:
        return None
    return None if t.at(i + 1) in lex.SCALES or t.at(i + 1) == "%" else int(token)


def year_after(t: Tokens, i: int, lex: ModuleType) -> tuple[int | None, int]:
    """Return the year that follows a month which ends before token `i`, and the token after it."""
    j = i
    if t.at(j) in lex.OF or (t.at(j) == "," and t.at(j + 1).isdecimal()) or t.at(j) == "/" or t.at(j) in DASHES:
        j += 1
        if t.at(j) in ("el", "the", "ano", "year", "fiscal"):
            j += 1
            if t.at(j) in ("ano", "year"):
                j += 1
    year = year_number(t, j, lex)
    if year is not None and not (t.at(i) == "," and counted(t, j + 1, lex)):
        return year, j + 1
    short = t.at(i + 1)
    if t.at(i) in DASHES or t.at(i) in ("'", "’"):
        ends = not t.glued(i + 2) or not (t.at(i + 2).isalnum() or t.at(i + 2) in DASHES)
        if t.glued(i) and t.glued(i + 1) and len(short) == 2 and short.isdecimal() and ends:
            return 2000 + int(short), i + 2
    return None, i


def counted(t: Tokens, i: int, lex: ModuleType) -> bool:
    """Whether the words from `i` on are a counted noun, so that the number before them is a count."""
    for k in (i, i + 1):
        word = t.at(k)
        if word in lex.SCALES or word == "%":
            return k == i
        if not word.isalpha() or word in lex.FUNCTION_WORDS:
            return False
        if word in lex.UNCHANGED_PLURALS or (len(word) > 3 and word[-1] == "s" and word[-2] != "s"):
            return True
    return False
