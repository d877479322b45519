"""Tables in plain text: lines that split into the same columns at bars, tabs or wide gaps."""

from __future__ import annotations

import re
from typing import NamedTuple

from imss_check.text.masks import Span

DELIMITER = re.compile(r"[\s|:+-]*-{2,}[\s|:+-]*\Z")
GAPS = (re.compile(r"\s*\|\s*"), re.compile(r" *\t\s*"), re.compile(r" {2,}"))
"""What parts columns, the plainest first."""
WIDE = 120
"""Longer lines with wide gaps are prose."""


class Cell(NamedTuple):
    """A cell and the cells that head its row and its column."""

    span: Span
    row: tuple[Span, ...]
    column: tuple[Span, ...]


class Table(NamedTuple):
    """How many lines a table takes, its cells, and the marks between them."""

    lines: int
    cells: tuple[Cell, ...]
    marks: tuple[Span, ...]


def find_table(clean: str, group: list[Span], first: int) -> Table | None:
    """Return the table that begins with line `first` of the group; None where there is none."""
    for gap in GAPS:
        if not gap.search(clean[group[first][0] : group[first][1]].strip()):
            continue
        rows: list[list[Span]] = []
        used = 0
        for start, end in (group[n] for n in range(first, len(group))):
            if rows and DELIMITER.match(clean, start, end):
                used += 1
                continue
            cells = split_line(clean, start, end, gap)
            if len(cells) < 2 or (rows and len(cells) != len(rows[0])):
                break
            if gap is GAPS[2] and (end - start > WIDE or (len(rows) == 1 and not has_figure(clean, cells))):
                break
            rows.append(cells)
            used += 1
        if len(rows) >= 2:
            return build(clean, rows, group[first : first + used])
    return None


def split_line(clean: str, start: int, end: int, gap: re.Pattern[str]) -> list[Span]:
    """Return the cells of a line; bars at its ends hold nothing."""
    text = clean[start:end]
    offset = start + len(text) - len(text.lstrip(" |"))
    text = text.strip(" |") if gap is GAPS[0] else text.strip(" ")
    offset = offset if gap is GAPS[0] else start + len(clean[start:end]) - len(clean[start:end].lstrip(" "))
    cells, at = [], 0
    for match in gap.finditer(text):
        cells.append((offset + at, offset + match.start()))
        at = match.end()
    cells.append((offset + at, offset + len(text)))
    return cells


def has_figure(clean: str, row: list[Span]) -> bool:
    """Whether a row holds a figure beside its head: wide gaps alone may be mere spacing."""
    return any(c.isdigit() for c in clean[row[1][0] : row[-1][1]])


def build(clean: str, rows: list[list[Span]], group: list[Span]) -> Table:
    """Return the rows as cells; the first row heads the columns where it holds no figure of more than four digits."""
    head = rows[0] if is_head(clean, rows) else []
    cells = []
    for row in rows:
        for number, span in enumerate(row):
            if span[0] >= span[1]:
                continue
            beside = (row[0],) if number and row is not head and row[0][1] > row[0][0] else ()
            above = head[number : number + 1] if row is not head else []
            cells.append(Cell(span, beside, tuple(s for s in above if s[1] > s[0])))
    kept = [cell.span for cell in cells]
    marks, at = [], group[0][0]
    for start, end in kept:
        marks.append((at, start))
        at = end
    marks.append((at, group[-1][1]))
    return Table(len(group), tuple(cells), tuple(marks))


def is_head(clean: str, rows: list[list[Span]]) -> bool:
    """Whether the first row names the columns: words or years, above figures."""
    for start, end in rows[0][1:]:
        digits = re.findall(r"\d[\d.,]*", clean[start:end])
        if any(len(d) != 4 or not d.isdigit() for d in digits):
            return False
    return True
