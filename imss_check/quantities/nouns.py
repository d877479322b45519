"""The counted noun behind a number, and the unit that the fact base gives it."""

from __future__ import annotations

from typing import NamedTuple

from imss_check.quantities.lexicon import ALL_SCALES, CARDINALS, LIST, NEW_PHRASE, NOUN_LINKS, STOP
from imss_check.quantities.page import Page
from imss_check.text.words import stem

NEAR = 5
"""A noun stands among this many content words."""
LONGEST = 4


class Noun(NamedTuple):
    """Unit and tokens of a counted noun."""

    unit: str
    first: int
    last: int


def counted_noun(page: Page, after: int) -> Noun | None:
    """The noun that is counted: in Spanish the first one, in English the last plural before a preposition."""
    if not page.nouns:
        return None
    at, stems, breaks = _content(page, after)
    matches = _matches(page, at, stems)
    if not matches:
        return None
    if page.speaks(after) == "en":
        run = [noun for noun in matches if noun.last <= breaks]
        plural = [noun for noun in run if page.words[noun.last - 1].endswith("s")]
        if plural and page.at(plural[0].last) in LIST:
            return plural[0]
        return (plural or run or matches)[-1 if run else 0]
    return matches[0]


def _content(page: Page, after: int) -> tuple[list[int], list[str], int]:
    """Content words behind a number: their tokens, their stems, and where the bare noun phrase ends."""
    at: list[int] = []
    stems: list[str] = []
    breaks = 0
    k = after
    while k < len(page.words) and len(at) < NEAR:
        word = page.words[k]
        if word[0].isalpha():
            if word in CARDINALS or word in ALL_SCALES:
                break
            if k == after and word in NEW_PHRASE and not page.at(k + 1).endswith("s"):
                break
            if word in STOP:
                if word not in NOUN_LINKS or (word in LIST and page.is_number(k + 1)):
                    break
                if word in ("of", "de", "del") and not breaks:
                    breaks = k if at else 0
            else:
                at.append(k)
                stems.append(stem(word))
        elif word != "-" or not page.glued(k):
            break
        k += 1
    return at, stems, breaks or k


def _matches(page: Page, at: list[int], stems: list[str]) -> list[Noun]:
    found: list[Noun] = []
    nouns = page.nouns or {}
    k = 0
    while k < len(at):
        for length in range(min(LONGEST, len(at) - k), 0, -1):
            unit = nouns.get(tuple(stems[k : k + length]))
            if unit is not None:
                found.append(Noun(unit, at[k], at[k + length - 1] + 1))
                k += length - 1
                break
        k += 1
    return found
