"""Read clock times, and the idioms of always: `10:30`, `8 a.m.`, `24/7`."""

from __future__ import annotations

from types import ModuleType

from imss_check.periods.marks import Date
from imss_check.periods.tokens import Tokens


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
