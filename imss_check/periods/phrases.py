"""Match phrases of time, written as plain data, against tokens."""

from __future__ import annotations

from functools import cache
from types import ModuleType
from typing import NamedTuple

from imss_check.periods.tokens import Tokens

HYPHENS = frozenset("-‐‑–")


class Phrase(NamedTuple):
    """A phrase met at tokens `[first, last)`: its kind, its number, and the number said in it (0: none)."""

    first: int
    last: int
    kind: str
    value: int
    number: int


Pattern = tuple[tuple[frozenset[str], ...], str, int]


@cache
def index(lex: ModuleType) -> dict[str, list[Pattern]]:
    """Return the phrases of a language by their first word, the longest first."""
    found: dict[str, list[Pattern]] = {}
    for words, kind, value in sorted(lex.PHRASES, key=lambda p: -len(p[0].split())):
        pattern = tuple(frozenset(w.split("|")) for w in words.split())
        for first in pattern[0]:
            found.setdefault(first, []).append((pattern, kind, value))
    return found


def number_at(t: Tokens, i: int, lex: ModuleType) -> int:
    """Return the small whole number at `i`, 0 where there is none."""
    token = t.at(i)
    if len(token) <= 2 and token.isdecimal():
        return int(token)
    found: int = lex.NUMBERS.get(token, 0)
    return found


def phrase_at(t: Tokens, i: int, lex: ModuleType) -> Phrase | None:
    """Return the longest phrase of time that begins at token `i`."""
    by_first = index(lex)
    patterns = by_first.get(t.text[i], ())
    best = first_match(t, i, patterns, lex)
    if best is None and number_at(t, i, lex):
        best = first_match(t, i, by_first.get("#", ()), lex)
    return best


def ends(t: Tokens, j: int, lex: ModuleType) -> bool:
    """Whether a phrase can end before token `j`."""
    after = t.at(j)
    if after in lex.NOT_AFTER or (t.glued(j) and after.isalnum()):
        return False
    return after not in lex.ENDS_WITH_ITS_OWN.get(t.at(j - 1), ())


def first_match(t: Tokens, i: int, patterns: list[Pattern] | tuple[Pattern, ...], lex: ModuleType) -> Phrase | None:
    """Return the first of the patterns that fits at `i`."""
    for pattern, kind, value in patterns:
        j, count = i, 0
        for words in pattern:
            while j > i and t.at(j) in HYPHENS:
                j += 1
            number = number_at(t, j, lex) if "#" in words else 0
            if not number and t.at(j) not in words:
                break
            count = number or count
            j += 1
        else:
            if ends(t, j, lex):
                return Phrase(i, j, kind, value, count)
    return None
