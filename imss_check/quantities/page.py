"""A stretch of text cut into tokens, with what the whole document says of its separators."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from imss_check.languages import guess_language, language_votes
from imss_check.quantities.lexicon import Phrases
from imss_check.quantities.separators import Style, document_style
from imss_check.text.words import fold

TOKEN = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_])[^\W\d_]+)?|\d+(?:[.,'’´٫٬，．]\d+)*|\n[^\S\n]*\n\s*|[^\s\w]|_")
RAISED = re.compile(r"[¹²³¼-¾]")
REACH = 24
"""How many tokens around a word tell its language."""


class Page(NamedTuple):
    """Tokens of a stretch: folded words, their offsets, and which of them belong to the calendar or are masked."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    blocked: set[int]
    style: Style
    language: str | None
    nouns: Mapping[tuple[str, ...], str] | None

    def at(self, i: int) -> str:
        """The token at `i`, an empty string outside."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def glued(self, i: int) -> bool:
        """Whether nothing stands between token `i` and the one before it."""
        return 0 < i < len(self.words) and self.ends[i - 1] == self.starts[i]

    def close(self, i: int) -> bool:
        """Whether at most one character of space stands before token `i`."""
        return 0 < i < len(self.words) and self.starts[i] - self.ends[i - 1] <= 1

    def is_number(self, i: int) -> bool:
        """Whether token `i` is written in digits."""
        return 0 <= i < len(self.words) and self.words[i][0].isdecimal()

    def is_word(self, i: int) -> bool:
        """Whether token `i` is made of letters."""
        return 0 <= i < len(self.words) and self.words[i][0].isalpha()

    def source(self, i: int) -> str:
        """Token `i` as the text writes it."""
        return self.text[self.starts[i] : self.ends[i]]

    def is_shouting(self, i: int) -> bool:
        """Whether token `i` stands in a heading of capitals, where capitals tell nothing."""
        return (self.is_word(i - 1) and self.source(i - 1).isupper() and len(self.words[i - 1]) > 1) and (
            self.is_word(i - 2) and self.source(i - 2).isupper() and len(self.words[i - 2]) > 1
        )

    def speaks(self, i: int) -> str:
        """The language around token `i`."""
        if self.language is not None:
            return self.language[:2]
        near = self.words[max(0, i - REACH) : i + REACH]
        return guess_language(" ".join(near))

    def foreign(self, i: int, language: str) -> bool:
        """Whether the words around token `i` speak for another language."""
        if self.language is not None:
            return self.language[:2] != language
        spanish, english = language_votes(" ".join(self.words[max(0, i - REACH) : i + REACH]))
        return spanish > english if language == "en" else english > spanish

    def phrase(self, i: int, index: Phrases, step: int = 1) -> tuple[int, str] | None:
        """The longest phrase of the index at token `i`, read forward or backward: the token behind it, its meaning."""
        rows = index.get(self.at(i))
        if rows:
            for rest, meaning in rows:
                if all(self.at(i + step * (k + 1)) == word for k, word in enumerate(rest)):
                    return i + step * (len(rest) + 1), meaning
        return None


@lru_cache(maxsize=4)
def prepare(text: str, folded: str | None) -> tuple[str, Style]:
    """Return the folded text with raised digits kept apart, and the document's habits of separating digits."""
    folded = fold(text) if folded is None else folded
    if RAISED.search(text):
        letters = list(folded)
        for match in RAISED.finditer(text):
            letters[match.start()] = match[0]
        folded = "".join(letters)
    return folded, document_style(folded)


def tokenize(folded: str, start: int, end: int) -> tuple[list[str], list[int], list[int]]:
    """Cut `folded[start:end]` into words, numbers, signs and paragraph breaks."""
    spans = [match.span() for match in TOKEN.finditer(folded, start, end)]
    words = [folded[a:b] for a, b in spans]
    starts = [a for a, _ in spans]
    ends = [b for _, b in spans]
    return words, starts, ends
