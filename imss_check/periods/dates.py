"""Read the dates, years and clock times that stand at one place of a text."""

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


def half_day(t: Tokens, i: int) -> int:
    """Return the token after `a.m.`, `pm` or `p. m.` at `i`; `i` itself where there is none."""
    if t.at(i) in ("am", "pm"):
        return i + 1
    if t.at(i) in ("a", "p") and t.at(i + 1) == "." and t.at(i + 2) == "m":
        return i + 4 if t.at(i + 3) == "." and t.glued(i + 3) else i + 3
    return i


def clock(t: Tokens, i: int, lex: ModuleType) -> list[Date]:
    """Read `10:30`, `8 a.m.`, `17:00 horas`, `a las 10 horas`."""
    hour, j = int(t.text[i]), i + 1
    if hour > 24:
        return []
    while t.at(j) == ":" and t.glued(j) and t.glued(j + 1) and len(t.at(j + 1)) == 2 and t.at(j + 1).isdecimal():
        j += 2
    spoken = t.at(i - 1) in lex.CLOCK_BEFORE and t.at(j) in lex.CLOCK and hour < 24
    end = half_day(t, j)
    if end > j or spoken or (j > i + 1 and int(t.text[i + 2]) < 60):
        return [Date(i, end + (t.at(end) in lex.CLOCK), "time")]
    return []


def around_the_clock(t: Tokens, i: int, lex: ModuleType) -> list[Date]:
    """Read idioms of always: `24/7`, `24 horas los 7 días`."""
    if t.text[i] == "24" and t.at(i + 1) == "/" and t.glued(i + 1) and t.at(i + 2) == "7":
        return [Date(i, i + 3, "time")]
    for idiom in lex.AROUND_THE_CLOCK:
        if t.text[i] == idiom[0]:
            said = [k for k in range(i, i + len(idiom) + 2) if t.at(k) not in (",", "")][: len(idiom)]
            if [t.text[k] for k in said] == list(idiom):
                return [Date(i, said[-1] + 1, "time")]
    return []


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
