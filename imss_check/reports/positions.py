"""Lines and columns of offsets, computed once, where a report is written; and what people go by where lines mean
nothing to them: paragraphs, cells, notes, pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from imss_check.text.model import Block

LINE_END = re.compile(r"\r\n|\n|\r")


class Position(NamedTuple):
    """A line and a column in code points, both from 1."""

    line: int
    column: int


class Locator(NamedTuple):
    """A `page`, `paragraph`, `cell` or `note`, the character in it (from 1), and the heading above it."""

    kind: str
    number: int
    character: int | None
    heading: str | None


class Positions:
    """Where the lines of a text begin. `locator` and `blocks` are those of the draft: without one, lines do."""

    def __init__(self, text: str, locator: str | None = None, blocks: Sequence[Block] = ()) -> None:
        self.locator, self.blocks = locator, blocks
        self.text = text
        self.starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def at(self, offset: int) -> Position:
        """Return the line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its end."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def utf8_column(self, position: Position) -> int:
        """Return the column of a position in UTF-8 bytes, from 1."""
        return 1 + len(self._before(position).encode("utf-8", "surrogatepass"))

    def utf16_column(self, position: Position) -> int:
        """Return the column of a position in UTF-16 code units, from 1."""
        return 1 + len(self._before(position).encode("utf-16-le", "surrogatepass")) // 2

    def _before(self, position: Position) -> str:
        start = self.starts[position.line - 1]
        return self.text[start : start + position.column - 1]

    def locate(self, offset: int) -> Locator | None:
        """Return what people find an offset by, None where that is its line."""
        at = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        if self.locator is None or at < 0:
            return None
        block = self.blocks[at]
        kind = block.kind if block.kind in ("cell", "note") and self.locator == "paragraph" else self.locator
        character = offset - block.start + 1 if kind != "page" else None
        return Locator(kind, max(block.number, 1), character, self.heading(block))

    def heading(self, block: Block) -> str | None:
        """Return the heading that stands above a block."""
        while block.under >= 0:
            block = self.blocks[block.under]
            if block.kind == "heading":
                return " ".join(self.text[block.start : block.end].split())
        return None
