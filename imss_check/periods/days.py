"""Read days and months: `19 de enero de 2021`, `Jan. 5-10`, `31/12/2020`, `March`."""

from __future__ import annotations

from types import ModuleType

from imss_check.periods.clock import half_day
from imss_check.periods.marks import DASHES, LIST_SIGNS, Date, counted, day_number, month_word, numeric, year_after
from imss_check.periods.tokens import Tokens


def dotted(t: Tokens, i: int) -> list[Date]:
    """Read `31.12.2020`, and the time `10.30 a.m.`."""
    parts = t.text[i].split(".")
    if len(parts) == 3 and [len(p) for p in parts[:2]] <= [2, 2] and len(parts[2]) == 4 and "".join(parts).isdecimal():
        return numeric(i, i + 1, int(parts[0]), int(parts[1]), int(parts[2]), day_first=True)
    if len(parts) == 2 and len(parts[0]) <= 2 and len(parts[1]) == 2 and parts[0].isdecimal() and int(parts[0]) < 13:
        end = half_day(t, i + 1)
        if end > i + 1:
            return [Date(i, end, "time")]
    return []


def slashed(t: Tokens, i: int, lex: ModuleType) -> list[Date]:
    """Read `19/01/2021`, `19-01-2021` and `10-dic-2025`."""
    sign = t.at(i + 1)
    if not (sign == "/" or sign in DASHES) or not (t.glued(i + 1) and t.glued(i + 2) and t.at(i + 3) == sign):
        return []
    middle, year = t.at(i + 2), t.at(i + 4)
    if not (year.isdecimal() and t.glued(i + 3) and t.glued(i + 4)):
        return []
    month = lex.MONTHS.get(middle) or lex.SHORT_MONTHS.get(middle)
    if month and len(year) in (2, 4):
        return numeric(i, i + 5, int(t.text[i]), month, int(year), day_first=True)
    if middle.isdecimal() and len(middle) <= 2 and (len(year) == 4 or (len(year) == 2 and sign == "/")):
        return numeric(i, i + 5, int(t.text[i]), int(middle), int(year), day_first=not lex.MONTH_BEFORE_DAY)
    return []


def day_list(t: Tokens, i: int, lex: ModuleType) -> list[Date]:
    """Read the days before a month: `19 de enero de 2021`, `del 1 al 11 de enero`, `5 y 6 de mayo`, `19 January`."""
    days: list[tuple[int, int, int]] = []
    j = i
    while len(days) < 8:
        day, end = day_number(t, j, lex)
        if not day:
            return []
        days.append((day, j, end))
        j = end
        if t.at(j) in lex.OF:
            j += 1
        month = month_word(t, j, lex)
        if month:
            year, last = year_after(t, month[1], lex)
            return [
                Date(a, last if k == len(days) - 1 else b, "day", year, month[0], d) for k, (d, a, b) in enumerate(days)
            ]
        if j > end or t.at(j) not in LIST_SIGNS:
            return []
        j += 1
        if t.at(j) in ("el", "the", "y", "and", "al"):
            j += 1
    return []


def weekday_number(t: Tokens, i: int, lex: ModuleType) -> list[Date]:
    """Read the day after a weekday: `miércoles 23`, `Wednesday 23rd`."""
    day, end = day_number(t, i, lex)
    k = i - 1
    if t.at(k) == ",":
        k -= 1
    if t.at(k) in ("the", "dia"):
        k -= 1
    if day and t.at(k) in lex.WEEKDAYS and not counted(t, end, lex):
        return [Date(i, end, "day", day=day)]
    return []


def month_dates(t: Tokens, i: int, lex: ModuleType) -> list[Date]:
    """Read what begins with a month: `January 19, 2021`, `Jan. 5-10`, `noviembre de 2021`, `March`."""
    found = month_word(t, i, lex)
    if found is None:
        return []
    month, j = found
    days = days_after(t, j, lex)
    if days:
        year, last = year_after(t, days[-1][2], lex)
        if (t.text[i] in lex.OTHER_MONTHS) != lex.MONTH_BEFORE_DAY or (year and t.at(days[-1][2]) == ","):
            ends = [*(a for _, a, _ in days[1:]), last]
            starts = [i, *(a for _, a, _ in days[1:])]
            return [
                Date(s, last if k == len(days) - 1 else min(ends[k], b), "day", year, month, d)
                for k, (s, (d, _, b)) in enumerate(zip(starts, days, strict=True))
            ]
    year, last = year_after(t, j, lex)
    if year is None and not standing_alone(t, i, j, lex):
        return []
    return [Date(i, last, "month", year, month)]


def days_after(t: Tokens, i: int, lex: ModuleType) -> list[tuple[int, int, int]]:
    """Return the days after a month as (day, token, token after): `5 and 6`, `10 to 15`."""
    days: list[tuple[int, int, int]] = []
    j = i
    while len(days) < 8:
        if t.at(j) == "the":
            j += 1
        day, end = day_number(t, j, lex)
        if not day or (end == j + 1 and counted(t, end, lex)) or month_word(t, end, lex) or t.at(end) == ":":
            break
        if days and t.at(end) in lex.OF:
            break
        days.append((day, j, end))
        if t.at(end) not in LIST_SIGNS:
            break
        j = end + 1
    return days


def standing_alone(t: Tokens, i: int, j: int, lex: ModuleType) -> bool:
    """Whether a month without day or year is one: `may` and `march` need a capital inside a sentence."""
    token = t.text[i]
    if token in lex.OTHER_MONTHS:
        return False
    if token in lex.SHORT_MONTHS:
        behind = t.at(i - 1) in DASHES and (t.at(i - 2) in lex.SHORT_MONTHS or t.at(i - 3) in lex.SHORT_MONTHS)
        ranged = behind or (t.at(j) in DASHES and month_word(t, j + 1, lex) is not None)
        return (j == i + 2 and token not in lex.MONTHS_THAT_ARE_WORDS) or ranged
    if token not in lex.MONTHS_THAT_ARE_WORDS:
        return True
    before = t.at(i - 1)
    if not t.capital(i):
        return False
    return before.isalpha() or t.at(j) in lex.MONTH_VERBS or t.at(j) in (",", ";", ")", "|", ":")
