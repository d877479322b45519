"""Build blocks in order: which heading stands above each, what introduces a list, what heads a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from imss_check.text.masks import Span
from imss_check.text.model import Block

FIGURE = re.compile(r"\d[\d.,]*")
PROSE = 200
"""Longer paragraphs in cells are prose: the table is there for layout."""
MAX_SLOTS = 100_000
"""Places in the grid of a table that are filled."""
LEADERS = 3
"""A row has no more heads than this."""


class Cell(NamedTuple):
    """A cell of a table: the spans of its paragraphs, its place and size in the grid, whether it is marked as head."""

    spans: tuple[Span, ...]
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    head: bool = False


class Outline:
    """The blocks so far. `counted`: blocks are numbered for people, each kind by itself."""

    def __init__(self, counted: bool = False) -> None:
        self.blocks: list[Block] = []
        self.page = 0
        self._counts = {"paragraph": 0, "cell": 0} if counted else None
        self._headings: list[tuple[int, int]] = []  # level and block, outermost first
        self._lists: list[tuple[int, int]] = []  # depth and the block that introduces it, outermost first

    def heading(self, span: Span, level: int) -> int:
        """Add a heading; 1 is the outermost level."""
        self._lists.clear()
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        place = self._add(Block("heading", *span, self._heading()))
        self._headings.append((level, place))
        return place

    def paragraph(self, span: Span) -> int:
        """Add a paragraph."""
        self._lists.clear()
        return self._add(Block("paragraph", *span, self._heading()))

    def note(self, span: Span, under: int, number: int) -> int:
        """Add a paragraph of a note, under the block that refers to it."""
        self._lists.clear()
        self.blocks.append(Block("note", *span, under, number=number))
        return len(self.blocks) - 1

    def item(self, span: Span, depth: int = 0) -> int:
        """Add an item of a list; 0 is the outermost depth."""
        while self._lists and self._lists[-1][0] > depth:
            self._lists.pop()
        if not self._lists or self._lists[-1][0] < depth:
            self._lists.append((depth, self._introduction()))
        return self._add(Block("item", *span, self._lists[-1][1]))

    def table(self, cells: Sequence[Cell], text: str) -> None:
        """Add the cells of a table. One that has a single column, or prose in a cell, is there for layout."""
        if len({cell.column for cell in cells if cell.spans}) < 2:
            for cell in cells:
                for span in cell.spans:
                    self.paragraph(span)
            return
        intro = self._introduction()
        for cell, row, column in with_heads(cells, text):
            for span in cell.spans:
                if span[1] - span[0] > PROSE:
                    self._add(Block("paragraph", *span, self._heading()))
                else:
                    self._add(Block("cell", *span, intro, row, column))
        self._lists.clear()

    def ordered(self) -> tuple[Block, ...]:
        """Return the blocks in text order: those of a table inside another one come before the outer one's. What
        stands behind a block does not introduce it."""
        order = sorted(range(len(self.blocks)), key=lambda i: self.blocks[i].start)
        new = {old: place for place, old in enumerate(order)}
        under = (new.get(self.blocks[i].under, -1) for i in order)
        return tuple(
            self.blocks[i]._replace(under=u if u < place else -1)
            for place, (i, u) in enumerate(zip(order, under, strict=True))
        )

    def _add(self, block: Block) -> int:
        if self._counts is not None:
            kind = block.kind if block.kind in self._counts else "paragraph"
            self._counts[kind] += 1
            block = block._replace(number=self._counts[kind])
        elif self.page:
            block = block._replace(number=self.page)
        self.blocks.append(block)
        return len(self.blocks) - 1

    def _heading(self) -> int:
        return self._headings[-1][1] if self._headings else -1

    def _introduction(self) -> int:
        """The block that a list or table elaborates: the one just before, be it the item that a list is nested in."""
        if not self.blocks:
            return -1
        last = self.blocks[-1]
        beside = last.kind == "cell" or (last.kind == "item" and not self._lists)
        return last.under if beside else len(self.blocks) - 1


Headed = tuple[Cell, tuple[Span, ...], tuple[Span, ...]]


def with_heads(cells: Sequence[Cell], text: str) -> list[Headed]:
    """Return each cell with the spans that head its row and its column."""
    room = max(1, MAX_SLOTS // len(cells))
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        for row in range(cell.row, cell.row + min(cell.rows, room)):
            rows.setdefault(row, []).append(cell)
    heads = head_rows([rows[row] for row in sorted(rows)], text)
    columns: dict[int, list[Cell]] = {}
    for head in dict.fromkeys(cell for row in heads for cell in row):
        for column in range(head.column, head.column + min(head.columns, room)):
            columns.setdefault(column, []).append(head)
    own = {cell for row in heads for cell in row}
    return [
        (cell, (), ())
        if cell in own
        else (cell, spans_of(leaders(rows[cell.row], cell, text)), spans_of(columns.get(cell.column, [])))
        for cell in cells
    ]


def head_rows(rows: list[list[Cell]], text: str) -> list[list[Cell]]:
    """Return the leading rows that name the columns; where no row holds a figure, the first does."""
    found = list(takewhile(lambda row: names_columns(row, text), rows))
    if len(found) < len(rows):
        return found
    return rows[:1] if len(rows) > 1 else []


def names_columns(row: Sequence[Cell], text: str) -> bool:
    """Whether a row names columns: it is marked so, or holds words or years and no other figures."""
    if all(cell.head for cell in row):
        return True
    for cell in row:
        for start, end in cell.spans:
            if any(len(digits) != 4 or not digits.isdigit() for digits in FIGURE.findall(text[start:end])):
                return False
    return not any(cell.head for cell in row)


def leaders(row: Sequence[Cell], cell: Cell, text: str) -> list[Cell]:
    """Return the cells that head a row: the first ones, up to one with letters."""
    found = []
    for head in row[:LEADERS]:
        if head.column >= cell.column:
            return []
        found.append(head)
        if any(c.isalpha() for start, end in head.spans for c in text[start:end]):
            break
    return found


def spans_of(cells: Sequence[Cell]) -> tuple[Span, ...]:
    """Return the spans of some cells."""
    return tuple(span for cell in cells for span in cell.spans)
