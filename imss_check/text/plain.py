"""Plain text: paragraphs, headlines, list items and tables, from how the lines lie.

Press texts put a paragraph on a line; letters and mails wrap theirs. A line break is a wrap where the next word would
not have fitted on the line, or where the sentence plainly goes on; any other break ends a paragraph.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from imss_check.text.columns import Table, find_table
from imss_check.text.front_matter import read_front_matter
from imss_check.text.masks import Span, addresses, comments, lines, markup, overwrite
from imss_check.text.model import Block, Draft

MARKER = re.compile(r"\s*(?:[-*•·▪◦‣–]\s+|[•·▪◦‣]|[-–](?=[^\W\d_])|\d{1,2}[.)]\s+(?=\S)|[a-z]\)\s+)")
BOLD = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
RULE = re.compile(r"\s*[-=*_~#]{3,}\s*\Z")
WRAPPED = 120
"""Lines up to this long may be wrapped prose."""
HEADLINE, HEADING = 160, 90
"""How long a headline at the head of a text, and a heading further down, may be."""
TITLES, HEADINGS = 3, 2
"""How many short lines in a row may be headlines and subtitles; more of them are a list."""
ENDS = ".!?…"


class Piece(NamedTuple):
    """A block in the making: `paragraph`, `item`, or `table` with its rows; `gap`: an empty line stands before it."""

    kind: str
    start: int
    end: int
    gap: bool
    table: Table | None = None


def from_text(text: str, path: str) -> Draft:
    """Read a plain text as a draft."""
    front = read_front_matter(text)
    head = [(0, front.end)] if front.end else [(0, 1)] if text.startswith("\ufeff") else []
    blanks = [*addresses(text), *markup(text)]
    marks = [match.span() for match in BOLD.finditer(text)] if "**" in text or "__" in text else []
    clean = overwrite(text, [*head, *blanks, *marks])
    pieces, more = find_pieces(clean)
    clean = overwrite(clean, more)
    masked, blocks = tuple(sorted({*head, *blanks})), build_blocks(pieces, clean)
    return Draft(path, text, clean, blocks, front.day, front.language, masked, tuple(comments(text)))


def find_pieces(clean: str) -> tuple[list[Piece], list[Span]]:
    """Return the blocks of a text in order, and the spans of marks (bullets, rules, bars) to be blanked."""
    pieces: list[Piece] = []
    marks: list[Span] = []
    group: list[Span] = []
    gap = True
    for start, end in lines(clean):
        if clean[start:end].strip() and not RULE.match(clean, start, end):
            group.append((start, end))
            continue
        if group:
            pieces += group_pieces(clean, group, gap, marks)
            group = []
        marks.append((start, end))
        gap = True
    if group:
        pieces += group_pieces(clean, group, gap, marks)
    return pieces, marks


def group_pieces(clean: str, group: list[Span], gap: bool, marks: list[Span]) -> list[Piece]:
    """Return the blocks among lines that no empty line parts."""
    pieces: list[Piece] = []
    width = wrap_width(clean, group)
    number = 0
    while number < len(group):
        start, end = group[number]
        table = find_table(clean, group, number)
        if table is not None:
            marks += table.marks
            number += table.lines
            pieces.append(Piece("table", start, group[number - 1][1], gap, table))
            gap = False
            continue
        marker = MARKER.match(clean, start, end)
        if marker:
            marks.append((start, marker.end()))
        number += 1
        while (
            number < len(group)
            and wraps(clean, group[number - 1], group[number], width)
            and find_table(clean, group, number) is None
        ):
            end = group[number][1]
            number += 1
        pieces.append(Piece("item" if marker else "paragraph", marker.end() if marker else start, end, gap))
        gap = False
    return pieces


def wrap_width(clean: str, group: list[Span]) -> int:
    """Return the width at which lines are wrapped: that of the longest one, where a full line ends inside a sentence.

    0 is none: lines that only end where sentences do are paragraphs of their own.
    """
    width = max(end - start for start, end in group)
    if width > WRAPPED:
        return 0
    for line, following in pairwise(group):
        text = clean[line[0] : line[1]].rstrip()
        if text[-1:] not in (*ENDS, ":") and is_full(text, clean[slice(*following)], width):
            return width
    return 0


def is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on a line."""
    return len(line) + 1 + len(following.split(None, 1)[0]) > width


def wraps(clean: str, line: Span, following: Span, width: int) -> bool:
    """Whether a line break falls inside a paragraph."""
    if MARKER.match(clean, *following) or "|" in clean[following[0] : following[1]]:
        return False
    text, after = clean[line[0] : line[1]].rstrip(), clean[following[0] : following[1]].lstrip()
    if after[:1].islower() and text[-1:] not in ENDS and not text.isupper():
        return True
    return bool(width) and is_full(text, after, width)


def build_blocks(pieces: list[Piece], clean: str) -> tuple[Block, ...]:
    """Return the pieces as blocks, headlines told from paragraphs, each under what introduces it."""
    headings = find_headings(pieces, clean)
    blocks: list[Block] = []
    title = heading = intro = -1
    for number, piece in enumerate(pieces):
        if piece.table is not None:
            under = max(intro, heading)
            blocks += (Block("cell", *cell.span, under, cell.row, cell.column) for cell in piece.table.cells)
            continue
        start, end = trim(clean, piece.start, piece.end)
        if start == end:
            continue
        if piece.kind == "item":
            blocks.append(Block("item", start, end, max(intro, heading)))
            continue
        if number in headings:
            blocks.append(Block("heading", start, end, title))
            heading, intro = len(blocks) - 1, -1
            title = heading if title < 0 else title
            continue
        blocks.append(Block("paragraph", start, end, heading))
        intro = len(blocks) - 1
    return tuple(blocks)


def find_headings(pieces: list[Piece], clean: str) -> set[int]:
    """Return which paragraphs are headlines: short lines without a stop, above something that is none."""
    found: set[int] = set()
    number = 0
    while number < len(pieces):
        run = number
        limit, most = (HEADLINE, TITLES) if number == 0 else (HEADING, HEADINGS)
        while run < len(pieces) and is_short(pieces[run], clean, limit):
            run += 1
        figures = (
            number and run - number > 1 and any(map(str.isdigit, clean[pieces[number].start : pieces[run - 1].end]))
        )
        if run < len(pieces) and run - number <= most and not figures:
            found.update(range(number, run))
        number = max(run, number + 1)
    return found


def is_short(piece: Piece, clean: str, limit: int) -> bool:
    """Whether a block could be a headline."""
    if piece.kind != "paragraph" or piece.end - piece.start > limit:
        return False
    text = clean[piece.start : piece.end].strip()
    return bool(text) and not text[0].islower() and text.rstrip("\"'”’»)")[-1:] not in (*".:;,…",)


def trim(clean: str, start: int, end: int) -> Span:
    """Return a span without the space at its ends."""
    text = clean[start:end]
    if not text.strip():
        return start, start
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
