"""Shares in words: `un tercio`, `tres cuartas partes`, `half of`, `2/3`."""

from __future__ import annotations

from decimal import Decimal

from imss_check.languages import listed
from imss_check.quantities.lexicon import (
    ALL_SCALES,
    ARTICLES,
    CARDINALS,
    FRACTION_STOPS,
    FRACTIONS,
    HALVES,
    HEDGES,
    PART_FRACTIONS,
    PARTS,
    QUARTERS,
    STOP,
)
from imss_check.quantities.numerals import Numeral
from imss_check.quantities.page import Page

HUNDRED = Decimal(100)
OF = frozenset({"de", "del", "of", "the", "its", "their", "all"})
WHOLE_ONLY = frozenset({"la", "una", "cada"})
BY = frozenset({"by", "en"})
NOT_HALF = frozenset({"first", "second", "primera", "segunda", "and", "other", "a", "in", "hasta"})
CALENDAR = listed("first last next previous past final ultimos primer fourth this each")


def read_fraction(page: Page, i: int) -> Numeral | None:
    """Return the share that begins at token `i`, in percent."""
    word = page.words[i]
    if word in HALVES:
        return _half(page, i)
    if word in PART_FRACTIONS:
        if page.at(i + 1) in PARTS and page.at(i - 1) in WHOLE_ONLY and page.at(i + 2) not in FRACTION_STOPS:
            return _share(i, i + 2, 1, PART_FRACTIONS[word])
        return None
    if word.isdecimal():
        return _slashed(page, i)
    return _counted(page, i, word)


def _share(first: int, last: int, parts: int, whole: int) -> Numeral:
    return Numeral(first, last, HUNDRED * parts / whole, Decimal(1), fraction=True, wordy=True)


def _half(page: Page, i: int) -> Numeral | None:
    """`half of`, `la mitad`; neither `the first half` nor `a mitad de año`."""
    before, after = page.at(i - 1), page.at(i + 1)
    if before in NOT_HALF and page.at(i - 2) not in ("by", "about"):
        return None
    if page.glued(i + 1) and after == "-":
        return None
    if page.words[i] == "mitad":
        tail = page.at(i + 3) if page.at(i + 2) in ("el", "la", "los") else page.at(i + 2)
        timed = after in ("de", "del") and tail in FRACTION_STOPS
        if before != "la" or page.at(i - 2) == "a" or timed:
            return None
        return _share(i, i + 1, 1, 2)
    hedged = page.phrase(i - 1, HEDGES, -1) is not None or before in ("by", "one")
    if after in ("a", "an"):
        hedged = False
    if after in OF or hedged:
        return _share(i, i + 1, 1, 2)
    return None


def _counted(page: Page, i: int, word: str) -> Numeral | None:
    """`un tercio`, `two-thirds`, `tres cuartas partes`, `a quarter of`."""
    if word in ARTICLES:
        parts = 1
    elif word in CARDINALS and 1 < CARDINALS[word] < 100:
        parts = CARDINALS[word]
    else:
        return None
    k = i + 2 if page.at(i + 1) == "-" and page.glued(i + 1) and page.glued(i + 2) else i + 1
    name = page.at(k)
    if name in PART_FRACTIONS and page.at(k + 1) in PARTS:
        return _share(i, k + 2, parts, PART_FRACTIONS[name]) if parts < PART_FRACTIONS[name] else None
    if name not in FRACTIONS or parts >= FRACTIONS[name]:
        return None
    after = page.at(k + 1)
    if after == "-" and page.glued(k + 1):
        return None
    behind = page.at(k + 2) if page.at(k + 2) not in ("the", "el", "la", "an", "a", "una") else page.at(k + 3)
    if after in FRACTION_STOPS or (after in OF and (behind in FRACTION_STOPS or behind in ALL_SCALES)):
        return None
    if page.at(i - 1) in CALENDAR:
        return None
    loose = (name in QUARTERS or parts == 1) and name != "tercio" and k == i + 1
    ended = page.at(i - 1) in BY and (not after.isalpha() or after in STOP)
    if loose and after not in OF and not ended:
        return None
    return _share(i, k + 1, parts, FRACTIONS[name])


def _slashed(page: Page, i: int) -> Numeral | None:
    """`2/3 of`, `3/4 partes`; dates and `24/7` are none."""
    if page.at(i + 1) != "/" or not page.glued(i + 1) or not page.glued(i + 2) or not page.at(i + 2).isdecimal():
        return None
    parts, whole = int(page.words[i][:6]), int(page.words[i + 2][:6])
    if page.at(i + 3) not in OF | PARTS or not 0 < parts < whole <= 100 or page.glued(i + 3):
        return None
    return _share(i, i + 3, parts, whole)
