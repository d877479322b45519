"""Words of a text, folded and stemmed, with their offsets.

One light stemmer serves Spanish and English: it drops plural and gender endings, so that `unidades médicas` and
`unidad médica`, `nurses` and `nurse` meet. Its stems are keys to compare by, never shown to anyone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple


class Word(NamedTuple):
    """One word of a text: offsets in the text, the folded word, its stem."""

    start: int
    end: int
    text: str
    stem: str


def _fold_table() -> dict[int, int]:
    """Map each Latin letter to its lower-case base letter: one code point to one code point."""
    table: dict[int, int] = {}
    for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00), *range(0xFF10, 0xFF5B)):
        letter = unicodedata.normalize("NFKD", chr(code))[:1].lower()
        if len(letter) == 1 and letter.isalnum() and ord(letter) != code:
            table[code] = ord(letter)
    table[0x2019] = 0x27
    return table


FOLD = _fold_table()
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|['’](?=[^\W\d_]))*")
UNSTEMMED = frozenset(("menos",))
"""Words whose stem would meet another word (`men`)."""
COMBINING = dict.fromkeys(range(0x300, 0x370))


def fold(text: str) -> str:
    """Return the text in lower case without accents; every offset stays what it was."""
    return text.translate(FOLD)


@lru_cache(8192)
def stem(word: str) -> str:
    """Return the comparison key of one folded word."""
    if len(word) < 4 or word in UNSTEMMED:
        return word
    if word.endswith("'s"):
        word = word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > 3 and word[-1] in "aeo" and word[-2] != "a":  # UMAE and UMAA are two things
        word = word[:-1]
    if word[-1] == "y":
        word = word[:-1] + "i"
    elif word[-1] == "z":
        word = word[:-1] + "c"
    return word


def words(folded: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of `folded[start:end]`; the text must have gone through `fold`."""
    found = []
    for match in WORD.finditer(folded, start, len(folded) if end is None else end):
        word = match.group()
        if not word.isascii():
            word = word.translate(COMBINING)
        found.append(Word(match.start(), match.end(), word, stem(word)))
    return found


TOKEN = re.compile(r"\d+|" + WORD.pattern)


def tokens(folded: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return words and runs of digits: what names such as "Ley 97" are made of."""
    found = []
    for match in TOKEN.finditer(folded, start, len(folded) if end is None else end):
        word = match.group()
        if not word.isascii():
            word = word.translate(COMBINING)
        found.append(Word(match.start(), match.end(), word, word if word.isdigit() else stem(word)))
    return found
