"""Read years and their parts: `2020`, `2019-2024`, `primer trimestre`, `Q1 2024`, `siglo XX`."""

from __future__ import annotations

from types import ModuleType

from imss_check.periods.marks import (
    DASHES,
    LAST_YEAR,
    Date,
    counted,
    month_word,
    numeric,
    year_after,
    year_number,
)
from imss_check.periods.tokens import Tokens


def year_dates(t: Tokens, i: int, lex: ModuleType) -> list[Date]:
    """Read what begins with a year: `2021-01-19`, `2019-2024`, `2019/20`, `1990s`, `2020`."""
    year = year_number(t, i, lex)
    if year is None:
        return []
    sign = t.at(i + 1)
    if sign == "/" or sign in DASHES:
        longer = year_and_more(t, i, year, lex)
        if longer:
            return longer
    if t.glued(i + 1) and sign == "s":
        return [Date(i, i + 2, "decade", year, until=year + 9)]
    if is_year(t, i, lex):
        return [Date(i, i + 1, "year", year)]
    return []


def year_and_more(t: Tokens, i: int, year: int, lex: ModuleType) -> list[Date]:
    """Read `2021-01-19`, `2021-11`, `2019-2024` and `2019/20`."""
    sign, second = t.text[i + 1], t.at(i + 2)
    if not second.isdecimal():
        return []
    close = t.glued(i + 1) and t.glued(i + 2)
    if len(second) == 4 and year < int(second) <= LAST_YEAR and (close or sign != "/"):
        return [Date(i, i + 3, "years", year, until=int(second))]
    if len(second) != 2 or not close:
        return []
    third = t.at(i + 4)
    if t.at(i + 3) == sign and t.glued(i + 3) and t.glued(i + 4) and third.isdecimal() and len(third) == 2:
        return numeric(i, i + 5, int(third), int(second), year, day_first=True) if int(second) < 13 else []
    if int(second) == (year + 1) % 100 or int(second) > max(12, year % 100):
        return [Date(i, i + 3, "years", year, until=year - year % 100 + int(second))]
    if sign != "/" and 1 <= int(second) <= 12:
        return [Date(i, i + 3, "month", year, int(second))]
    return []


def is_year(t: Tokens, i: int, lex: ModuleType) -> bool:
    """Whether the four digits at `i` are a year: by the word before them, and by no counted noun after them."""
    before, after = t.at(i - 1), t.at(i + 1)
    if before in lex.YEAR_BEFORE:
        return True
    if after[:1].isdigit() or (before[:1].isdigit() and not t.glued(i)):
        return False
    if after in lex.YEAR_BEFORE and (year_number(t, i + 2, lex) or t.at(i + 2) in lex.MONTHS):
        return False
    if before in lex.YEAR_MAYBE:
        return not counted(t, i + 1, lex)
    return not after.isalpha() or after in lex.FUNCTION_WORDS or (t.capital(i + 1) and not counted(t, i + 1, lex))


def named_part(t: Tokens, i: int, lex: ModuleType) -> list[Date]:
    """Read `primer trimestre`, `second half`, with the year after it, and `primero de enero`."""
    if lex.ORDINALS[t.text[i]] == 1 and t.at(i + 1) in lex.OF:
        month = month_word(t, i + 2, lex)
        if month:
            year, last = year_after(t, month[1], lex)
            return [Date(i, last, "day", year, month[0], 1)]
    return part(t, i, i + 1, lex.ORDINALS[t.text[i]], lex)


def ordinal_part(t: Tokens, i: int, lex: ModuleType) -> list[Date]:
    """Read `1er trimestre`, `2nd quarter`, `21st century`, `90s`."""
    j = i + 1
    if t.glued(j) and t.at(j) == "s" and t.text[i][-1:] == "0" and len(t.text[i]) == 2:
        return [Date(i, j + 1, "decade", 1900 + int(t.text[i]), until=1909 + int(t.text[i]))]
    if t.glued(j) and t.at(j) in ("t", "q") and t.text[i] in ("1", "2", "3", "4") and year_after(t, j + 1, lex)[0]:
        year, last = year_after(t, j + 1, lex)
        return [Date(i, last, "part", year, int(t.text[i]) * 3 - 2, until=int(t.text[i]) * 3)]
    if not (t.glued(j) and t.at(j) in lex.DAY_SUFFIXES):
        return []
    j += 2 if t.at(j + 1) == "." else 1
    if t.at(j) in lex.CENTURY:
        return [Date(i, j + 1, "century")]
    return part(t, i, j, int(t.text[i]), lex)


def part(t: Tokens, i: int, j: int, ordinal: int, lex: ModuleType) -> list[Date]:
    """Return the part of a year that is named at `j` and counted by `ordinal` (-1 is the last)."""
    length = lex.PARTS.get(t.at(j))
    if not length:
        return []
    count = 12 // length
    if t.at(j + 1) in lex.OF and month_word(t, j + 2, lex):
        return [Date(i, j + 1, "time")]
    number = ordinal if ordinal > 0 else count + 1 + ordinal
    if not 1 <= number <= count:
        return []
    year, last = year_after(t, j + 1, lex)
    return [Date(i, last, "part", year, (number - 1) * length + 1, until=number * length)]


def named_stretch(t: Tokens, i: int, lex: ModuleType) -> list[Date]:
    """Read `Q1 2024`, `siglo XX`, `década de 1990`, `años noventa`, `los años 80`."""
    j = i + 1
    second = t.at(j)
    if t.text[i] == "q":
        if not (t.glued(j) and second in ("1", "2", "3", "4")):
            return []
        year, last = year_after(t, j + 1, lex)
        return [Date(i, last, "part", year, int(second) * 3 - 2, until=int(second) * 3)]
    if t.text[i] in lex.CENTURY:
        roman = bool(second) and not second.strip("ivx")
        return [Date(i, j + 1, "century")] if roman or (second.isdecimal() and len(second) == 2) else []
    while t.at(j) in lex.OF or t.at(j) in ("los", "the"):
        j += 1
    second = t.at(j)
    if second in lex.DECADES:
        return [Date(i, j + 1, "decade", 1900 + lex.DECADES[second], until=1909 + lex.DECADES[second])]
    if second.isdecimal() and second[-1] == "0":
        if len(second) == 2 and int(second) >= 20 and t.at(j - 1) in lex.DECADE and t.at(i - 1) in ("los", "de"):
            return [Date(i, j + 1, "decade", 1900 + int(second), until=1909 + int(second))]
        if len(second) == 4 and j > i + 1 and year_number(t, j, lex):
            return [Date(i, j + 1, "decade", int(second), until=int(second) + 9)]
    return []
