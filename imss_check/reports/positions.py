"""Lines and columns of offsets, computed once, where a report is written."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

LINE_END = re.compile(r"\r\n|\n|\r")


class Position(NamedTuple):
    """A line and a column in code points, both from 1."""

    line: int
    column: int


class Positions:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
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
