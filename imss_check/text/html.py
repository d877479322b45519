"""HTML: the prose of a page, each block with its place in the file.

Scripts, styles, navigation and what else stands beside the text are left out. Markup and character references inside
a block are closed up in `clean`; `Draft.moved` tells where everything stands (see `text/moved.py`).
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from typing import NamedTuple

from imss_check.text import html_tags as tags
from imss_check.text.front_matter import LANGUAGES, read_day
from imss_check.text.masks import Span, addresses, overwrite
from imss_check.text.model import Draft, Move
from imss_check.text.outline import Cell, Outline
from imss_check.text.plain import MARKER, trim
from imss_check.text.read import decode
from imss_check.text.story import SOFT_HYPHEN

WORDS = re.compile(r"[^ \t\r\n\f\u00ad\u200b\ufeff]+|[ \t\r\n\f\ufeff]+")
"""Words and the space between them; what only shows at the end of a line shows nowhere."""
OPENING = re.compile(r"<(?=[A-Za-z/!?])")
BREAK = "\u2028"
"""Stands for `<br>` while a block is gathered."""
BLANK = " \t\r\n\f\ufeff"
SPACES = frozenset((*BLANK, ""))
NOTE_MARK = re.compile(r"[\W_]*(?:\d{1,3}|[a-z])?[\W_]*")
"""The text of a link that leads to a note or back from it."""
LINE_BREAK = re.compile("\n")
INVISIBLE = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
CHARSET = re.compile(rb"(?i)<(?:meta[^>]{0,400}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})")
SNIFFED = 4096
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
ASSUMED = "utf-8"
Attributes = list[tuple[str, str | None]]


class Element(NamedTuple):
    """An open element, and whether what is in it is left out."""

    tag: str
    hidden: bool
    first: int = -1
    """Of a link within the page, how many pieces stood before it."""


class Piece(NamedTuple):
    """Text of a block with its place in the file."""

    start: int
    end: int
    text: str


class Entry(NamedTuple):
    """A block in the making: `heading`, `item` or `paragraph` with its level or depth, or `table` with its cells."""

    kind: str
    span: Span
    level: int = 0
    cells: tuple[Cell, ...] = ()


class Table:
    """A table that is open."""

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self.row, self.column = -1, 0
        self.taken: dict[int, int] = {}  # column -> first row that no cell from above reaches into

    def open_cell(self, attributes: dict[str, str], head: bool) -> None:
        """Begin a cell in the next free column; one before any row begins the first row."""
        self.row = max(self.row, 0)
        while self.taken.get(self.column, 0) > self.row:
            self.column += 1
        rows, columns = (extent(attributes.get(name)) for name in ("rowspan", "colspan"))
        self.cells.append(Cell((), self.row, self.column, rows, columns, head))
        for column in range(self.column, self.column + columns):
            self.taken[column] = self.row + rows
        self.column += columns


def extent(value: str | None) -> int:
    """Return how many rows or columns a cell takes."""
    return min(max(int(value), 1), 100) if value and re.fullmatch(r"\d{1,4}", value, re.ASCII) else 1


class PageReader(HTMLParser):
    """Gathers the blocks of a page while its tags go by."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.entries: list[Entry] = []
        self.packed: list[tuple[int, str]] = []  # where a block begins, and its text
        self.moved: list[Move] = []
        self.comments: list[Span] = []
        self.language: str | None = None
        self.day: date | None = None
        self._lines = [0, *(match.end() for match in re.finditer("\n", source))]
        self._open: list[Element] = []
        self._counts: Counter[str] = Counter()
        self._hidden = self._masked = 0
        self._tables: list[Table] = []
        self._pieces: list[Piece] = []

    # what the parser calls

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._note(tag, attributes)
        if tag == "br":
            self._break()
        self._close_implied(tag)
        if tag in tags.BLOCKS:
            self._flush()
        if tag in tags.VOID:
            return
        hidden = self.is_left_out(tag, attributes)
        within = tag == "a" and attributes.get("href", "").startswith("#")
        self._open.append(Element(tag, hidden, len(self._pieces) if within else -1))
        self._counts[tag] += 1
        self._hidden += hidden
        self._masked += tag in tags.MASKED
        if not self._hidden:
            self._open_table_part(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        if not self._counts[tag]:
            return
        while self._open:
            if self._pop() == tag:
                return

    def handle_data(self, data: str) -> None:
        self._add(data, len(data))

    def handle_entityref(self, name: str) -> None:
        self._refer(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._refer(f"&#{name}")

    def handle_comment(self, data: str) -> None:
        start = self.here()
        end = start + len(data) + len("<!---->")
        if self.source.startswith("<!--", start) and self.source.startswith("-->", end - 3):
            self.comments.append((start, end))

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Take `<![if …]>`, which Word writes, for the comment that browsers see in it."""
        return self.parse_bogus_comment(i)

    # text

    def here(self) -> int:
        """Where the parser is."""
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _add(self, text: str, size: int) -> None:
        if not self._hidden and not self._masked:
            start = self.here()
            self._pieces.append(Piece(start, start + size, text))

    def _refer(self, reference: str) -> None:
        """Add what a character reference stands for; one that stands for nothing is text."""
        ended = self.source.startswith(";", self.here() + len(reference))
        character = unescape(reference + ";")
        written = reference + ";" * ended
        self._add(written if character.startswith("&#") or character == reference + ";" else character, len(written))

    def _break(self) -> None:
        """A line ends; an empty line ends the paragraph."""
        for piece in reversed(self._pieces):
            if piece.text == BREAK:
                self._flush()
                return
            if piece.text.strip():
                break
        self._add(BREAK, len(self.get_starttag_text() or BREAK))

    def _flush(self) -> None:
        """End the block that is open."""
        pieces, self._pieces = self._pieces, []
        text, moves = pack(pieces)
        if not text.strip():
            return
        start = moves[0].start
        self.packed.append((start, text))
        if len(moves) > 1 or not moves[0].is_verbatim:
            self.moved += moves
        for first, last, is_item in split_lines(text):
            if first < last:
                self._place((start + first, start + last), is_item)

    def _place(self, span: Span, is_item: bool) -> None:
        """Add a block, of the kind that the innermost element says which says any."""
        place = next((element.tag for element in reversed(self._open) if element.tag in tags.PLACES), "")
        if self._tables and self._tables[-1].cells and place != "caption":
            cells = self._tables[-1].cells
            cells[-1] = cells[-1]._replace(spans=(*cells[-1].spans, span))
        elif place in tags.HEADINGS:
            self.entries.append(Entry("heading", span, tags.HEADINGS[place]))
        elif place in tags.ITEMS or is_item:
            depth = sum(self._counts[name] for name in tags.LISTS)
            self.entries.append(Entry("item", span, max(depth - 1, 0)))
        else:
            self.entries.append(Entry("paragraph", span))

    # elements

    def is_left_out(self, tag: str, attributes: dict[str, str]) -> bool:
        """Whether what is in an element does not belong to the text."""
        headline = tag == "header" and (self._counts["article"] or self._counts["main"])
        return (
            tag in tags.HIDDEN
            or (tag in tags.BESIDE and not headline)
            or "hidden" in attributes
            or attributes.get("aria-hidden", "").lower() == "true"
            or attributes.get("role", "").lower() in tags.ROLES
            or INVISIBLE.search(attributes.get("style", "")) is not None
        )

    def _close_implied(self, tag: str) -> None:
        """Close elements whose end tags may be left out."""
        if self._counts["head"] and tag not in tags.HEAD:
            self.handle_endtag("head")
        if self._counts["p"] and tag in tags.BLOCKS and self._open[-1].tag == "p":
            self._pop()
        closed, within = tags.CLOSES.get(tag, ((), ()))
        for place in range(len(self._open) - 1, -1, -1) if any(self._counts[name] for name in closed) else ():
            if self._open[place].tag in within:
                return
            if self._open[place].tag in closed:
                while len(self._open) > place:
                    self._pop()
                return

    def _pop(self) -> str:
        element = self._open[-1]
        if element.tag in tags.BLOCKS:
            self._flush()
        self._open.pop()
        if element.first >= 0 and NOTE_MARK.fullmatch("".join(piece.text for piece in self._pieces[element.first :])):
            del self._pieces[element.first :]
        self._counts[element.tag] -= 1
        if element.tag == "table" and not self._hidden:
            table = self._tables.pop()
            self.entries.append(Entry("table", (0, 0), cells=tuple(table.cells)))
        self._hidden -= element.hidden
        self._masked -= element.tag in tags.MASKED
        return element.tag

    def _open_table_part(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table":
            self._tables.append(Table())
        elif self._tables and tag == "tr":
            self._tables[-1].row += 1
            self._tables[-1].column = 0
        elif self._tables and tag in ("td", "th"):
            head = tag == "th" or self._counts["thead"] > 0
            self._tables[-1].open_cell(attributes, head)

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the language and the day that a page states."""
        if tag == "html":
            self.language = LANGUAGES.get(re.split(r"[-_]", attributes.get("lang", "").lower())[0])
        elif tag == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            if name.lower() in tags.DAY_NAMES:
                self.day = self.day or read_day(attributes.get("content", "").strip())

    def finish(self) -> None:
        """Close what is open."""
        self.close()
        while self._open:
            self._pop()
        self._flush()


def pack(pieces: list[Piece]) -> tuple[str, list[Move]]:
    """Return the text of a block without gaps, and where its stretches stand. It begins where its first word does."""
    texts: list[str] = []
    moves: list[Move] = []
    at = 0
    space: Piece | None = None
    for atom in atoms(pieces):
        if atom.text in SPACES:
            if texts and (space is None or atom.text == "\n"):
                space = atom
            continue
        at = at if texts else atom.start
        for part in (space, atom) if space else (atom,):
            move = Move(at, at + len(part.text), part.start, part.end - part.start)
            at = move.end
            texts.append(part.text)
            before = moves[-1] if moves else None
            if before and before.is_verbatim and move.is_verbatim and before.place + before.size == move.place:
                moves[-1] = Move(before.start, move.end, before.place, before.size + move.size)
            else:
                moves.append(move)
        space = None
    return "".join(texts), moves


def atoms(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield words, references and the space between them: a line break, or one space for any run."""
    for start, end, text in pieces:
        if text == BREAK:
            yield Piece(start, end, "\n")
        elif end - start != len(text):
            yield Piece(start, end, " " if text in SPACES else text.replace(SOFT_HYPHEN, ""))
        else:
            for match in WORDS.finditer(text):
                first = start + match.start()
                if match.group()[0] in BLANK:
                    yield Piece(first, first + 1, " ")
                else:
                    yield Piece(first, start + match.end(), match.group())


def split_lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the blocks of a text with line breaks, and whether each is an item: lines with bullets part it."""
    start, size = 0, len(text)
    bullet = MARKER.match(text)
    for match in LINE_BREAK.finditer(text):
        following = MARKER.match(text, match.end())
        if following or (bullet and not text[match.end() : match.end() + 1].islower()):
            yield (*trim(text, bullet.end() if bullet else start, match.start()), bool(bullet))
            start, bullet = match.end(), following
    yield (*trim(text, bullet.end() if bullet else start, size), bool(bullet))


def from_bytes(data: bytes, path: str, encoding: str = ASSUMED) -> Draft:
    """Read a page; a byte order mark tells its encoding, else the option, else the page itself."""
    return from_text(decode(data, path, find_encoding(data, encoding)), path)


def find_encoding(data: bytes, given: str) -> str:
    """Return how a page is encoded."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return name
    stated = CHARSET.search(data[:SNIFFED])
    if given != ASSUMED or stated is None:
        return given
    name = stated.group(1).decode("ascii", "replace").lower()
    try:
        name = codecs.lookup(name).name
    except LookupError:
        return given
    return {"iso8859-1": "windows-1252", "ascii": "windows-1252"}.get(name, given if name.startswith("utf-") else name)


def from_text(text: str, path: str) -> Draft:
    """Read a page as a draft."""
    reader = PageReader(text)
    reader.feed(legible(text))
    reader.finish()
    parts, at = [], 0
    for start, words in reader.packed:
        parts += [text[at:start], words]
        at = start + len(words)
    parts.append(text[at:])
    clean = "".join(parts)
    gaps = pairwise([0, *(end for start, words in reader.packed for end in (start, start + len(words))), len(text)])
    clean = overwrite(clean, list(gaps)[::2])
    blanks = addresses(clean)
    clean = overwrite(clean, blanks)
    outline = Outline()
    for entry in reader.entries:
        if entry.kind == "table":
            outline.table(entry.cells, clean)
        elif entry.kind == "heading":
            outline.heading(entry.span, entry.level)
        elif entry.kind == "item":
            outline.item(entry.span, entry.level)
        else:
            outline.paragraph(entry.span)
    return Draft(
        path,
        text,
        clean,
        outline.ordered(),
        reader.day,
        reader.language,
        tuple(blanks),
        tuple(reader.comments),
        moved=tuple(reader.moved),
    )


def legible(text: str) -> str:
    """Return a text as long, without what the parser would look for the end of again and again: a comment that is
    never closed, and openings of tags behind the last one."""
    unclosed = text.find("<!--", text.rfind("-->") + 1)
    if unclosed >= 0:
        text = text[:unclosed] + " " * (len(text) - unclosed)
    tail = text.rfind(">") + 1
    return text[:tail] + OPENING.sub(" ", text[tail:])
