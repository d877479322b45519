"""Glyphs at places -> lines of text, and which lines make a paragraph."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from imss_check.text.masks import Span
from imss_check.text.plain import ENDS, MARKER

COLUMN_GAP, EVEN = 0.8, 1.5
"""Between the columns of a table, in font sizes; the spaces of justified text are as wide, but even."""
SAME_LINE, RAISED, SMALL = 0.6, 0.15, 0.8
"""How far a raised mark may stand from the line, how far it must, and how small it is, in font sizes."""
INDENT = 1.0
"""The indent of a first line, in font sizes."""
LEADING = 1.25
"""How much further than usual the next line of a paragraph may be."""
STRIP = 36.0
"""Lines that begin within so many points share a margin."""
HYPHENS = "-\u2010"
SOFT = {"\x02": "-", "\ufffe": "-", "\u00ad": "-"}
"""How pdfium gives a hyphen at the end of a line."""
LARGER, SMALLER = 1.1, 0.95
"""Type of headings and of notes, against that of the text."""
NOTE_MARK = re.compile(r"\d{1,3}(?=\s|[^\W\d_])")
LONE_NUMBER = re.compile(r"[\W_]*\d{1,4}[\W_]*\Z")
DIGITS = re.compile(r"\d+")
RECURRING = 3
"""Pages on which a running head must recur."""


class Glyph(NamedTuple):
    """A character, where it begins and ends, its base line and its size, in points."""

    text: str
    left: float
    right: float
    base: float
    size: float


class Word(NamedTuple):
    """A word of a line: its span in the text, where it begins and ends on the page."""

    start: int
    end: int
    left: float
    right: float


class Line(NamedTuple):
    """A line of a page. `raised` are the spans of marks above the line, `gaps` whether wide gaps part columns."""

    page: int
    text: str
    left: float
    right: float
    base: float
    size: float
    gaps: bool
    words: tuple[Word, ...]
    raised: tuple[Span, ...]


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """Return the lines of a page, in the order of its text."""
    rows: list[list[Glyph]] = [[]]
    for glyph in glyphs:
        if glyph.text == "\n":
            rows.append([])
        elif glyph.text in SOFT or glyph.text >= " ":
            rows[-1].append(glyph._replace(text=SOFT.get(glyph.text, glyph.text)))
    kept: list[list[Glyph]] = []
    for row in rows:
        shown = [glyph for glyph in row if not glyph.text.isspace()]
        if not shown:
            continue
        if kept and is_same_line(kept[-1], shown):
            kept[-1] += row
        else:
            kept.append(row)
    return [to_line(row, page) for row in kept]


def is_same_line(row: Sequence[Glyph], shown: Sequence[Glyph]) -> bool:
    """Whether glyphs go on in a line that was broken around a raised mark."""
    last = next(glyph for glyph in reversed(row) if not glyph.text.isspace())
    size = max(last.size, shown[0].size)
    return abs(last.base - shown[0].base) < SAME_LINE * size and -0.3 * size < shown[0].left - last.right < size


def to_line(row: Sequence[Glyph], page: int) -> Line:
    """Return a row of glyphs as a line."""
    shown = [glyph for glyph in row if not glyph.text.isspace()]
    size = Counter(glyph.size for glyph in shown).most_common(1)[0][0]
    base = next(glyph.base for glyph in shown if glyph.size == size)
    wide = column_gap(row, size)
    text, gaps = "", False
    raised: list[Span] = []
    words: list[Word] = []
    before: Glyph | None = None
    for glyph in row:
        if glyph.text.isspace():
            text += " " if text and not text.endswith(" ") else ""
            continue
        if before is not None and glyph.left - before.right > wide and not is_marker(text):
            gaps = True
            text = text if text.endswith(" ") else f"{text} "
        shown_as = unicodedata.normalize("NFKC", glyph.text) if "ﬀ" <= glyph.text <= "ﬆ" else glyph.text
        start, text = len(text), text + shown_as
        if glyph.size < SMALL * size and glyph.base - base > RAISED * size:
            raised.append((start, len(text)))
        if words and text[start - 1] != " ":
            words[-1] = words[-1]._replace(end=len(text), right=glyph.right)
        else:
            words.append(Word(start, len(text), glyph.left, glyph.right))
        before = glyph
    return Line(page, text.rstrip(), shown[0].left, shown[-1].right, base, size, gaps, tuple(words), tuple(raised))


def column_gap(row: Sequence[Glyph], size: float) -> float:
    """Return the width from which on a gap in a line parts columns."""
    gaps = []
    for before, space, after in zip(row, row[1:], row[2:], strict=False):
        if space.text.isspace() and not before.text.isspace() and not after.text.isspace():
            gaps.append(after.left - before.right)
    narrowest = min(gaps, default=0.0)
    return max(COLUMN_GAP * size, EVEN * narrowest if len(gaps) > 2 else 0.0)


def is_marker(text: str) -> bool:
    """Whether a line so far is but the bullet or number of an item."""
    match = MARKER.match(f"{text.rstrip()} x")
    return match is not None and match.end() > len(text.rstrip())


class Margins:
    """Where the lines of a document usually end, and how far apart they usually are."""

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        self.right: dict[tuple[int, int], float] = {}
        steps: Counter[int] = Counter()
        for page in pages:
            for line in page:
                key = strip(line)
                self.right[key] = max(self.right.get(key, 0.0), line.right)
            for before, line in pairwise(page):
                if before.size == line.size and 0 < before.base - line.base < 4 * line.size:
                    steps[round(100 * (before.base - line.base) / line.size)] += 1
        self.step = min(steps, key=lambda step: (-steps[step], step)) / 100 if steps else 1.2
        """In font sizes."""

        sizes: Counter[float] = Counter()
        for line in (line for page in pages for line in page):
            sizes[line.size] += len(line.text)
        self.body = max(sizes, key=lambda size: (sizes[size], -size), default=0.0)
        larger = sorted((size for size in sizes if size > LARGER * self.body), reverse=True)
        self.levels = {size: level for level, size in enumerate(larger, 1)}

    def level(self, line: Line) -> int:
        """The level of a heading, told by its size; 0 for what is none."""
        return self.levels.get(line.size, 0)

    def note_mark(self, line: Line) -> int:
        """How many characters at the head of a line are the mark of a note: a number before smaller type."""
        match = NOTE_MARK.match(line.text) if line.size < SMALLER * self.body else None
        return match.end() if match else 0

    def edge(self, line: Line) -> float:
        """Where lines that begin like this one end at most."""
        page, place = strip(line)
        return max(self.right.get((page, place + step), 0.0) for step in (-1, 0, 1))


def strip(line: Line) -> tuple[int, int]:
    """The page of a line, and about where on it the line begins."""
    return line.page, int(line.left / STRIP)


def goes_on(before: Line, line: Line, margins: Margins) -> bool:
    """Whether a line continues the paragraph of the one before it."""
    size = line.size
    if abs(before.size - size) > 0.1 * size or MARKER.match(line.text):
        return False
    word = line.text.split(" ", 1)[0]
    width = (line.right - line.left) / max(len(line.text), 1) * (len(word) + 1)
    if before.right + width < margins.edge(before):
        return False
    if before.page != line.page:
        return before.text[-1:] not in (*ENDS, ":") and (line.text[:1].islower() or line.text[:1].isdigit())
    if not 0.5 * size < before.base - line.base < LEADING * margins.step * size:
        return False
    return line.left - before.left < INDENT * size or MARKER.match(before.text) is not None


def without_running_heads(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the pages without lines at their ends that recur, and without page numbers."""
    recurring = Counter(shape for page in pages for shape in {shape_of(line) for line in ends(page)})
    kept = []
    for page in pages:
        dropped = {
            id(line)
            for line in ends(page)
            if (recurring[shape_of(line)] >= RECURRING and 2 * recurring[shape_of(line)] >= len(pages))
            or (line in (page[0], page[-1]) and len(page) > 1 and LONE_NUMBER.match(line.text))
        }
        kept.append([line for line in page if id(line) not in dropped])
    return kept


def ends(page: Sequence[Line]) -> list[Line]:
    """The first and the last two lines of a page."""
    return list({id(line): line for line in (*page[:2], *page[-2:])}.values())


def shape_of(line: Line) -> str:
    """What stays the same in a running head from page to page."""
    return DIGITS.sub("#", line.text)
