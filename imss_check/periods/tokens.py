"""Cut a stretch of text into words, numbers and signs."""

from __future__ import annotations

import re
from typing import NamedTuple

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]")


class Tokens(NamedTuple):
    """The words, numbers and signs of a stretch of folded text, with their offsets.

    A grouped or decimal number (`2,020`, `31.12.2020`) is one token; of `1o.` and `23rd` digits and letters are two.
    """

    text: list[str]
    start: list[int]
    end: list[int]
    original: str

    def glued(self, i: int) -> bool:
        """Whether nothing stands between token `i` and the one before it."""
        return 0 < i < len(self.text) and self.end[i - 1] == self.start[i]

    def capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital in the text."""
        return self.original[self.start[i]].isupper()

    def at(self, i: int) -> str:
        """The token at `i`, an empty string outside."""
        return self.text[i] if 0 <= i < len(self.text) else ""


def tokenize(text: str, folded: str, start: int, end: int) -> Tokens:
    """Return the tokens of `folded[start:end]`."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in TOKEN.finditer(folded, start, end):
        words.append(match[0])
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(words, starts, ends, text)
