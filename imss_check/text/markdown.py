"""Markdown: which characters are prose, and which block each belongs to.

pyromark gives the exact UTF-8 byte range of every piece of text; all else (marks, code, HTML tags, link targets,
front matter) stays blank. Bytes become code points once, right after the parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyromark

from imss_check.text.front_matter import read_front_matter
from imss_check.text.masks import HIDDEN, Span, addresses, comments, markup, overwrite
from imss_check.text.model import Block, Draft

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
)
HIDING = frozenset(("CodeBlock", "Strikethrough", "MetadataBlock"))
"""Tags whose text is no prose; two tildes strike out what an editor has deleted."""
CONTAINERS = {"Paragraph": "paragraph", "Heading": "heading", "Item": "item", "HtmlBlock": "paragraph"}
BREAKS = frozenset((*CONTAINERS, "List", "BlockQuote", "Table", "CodeBlock", "FootnoteDefinition"))
NOWHERE = (0, 0)
LONE = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, from a wrong decoding: no UTF-8 can hold them, and so no parser takes them."""


class Event(NamedTuple):
    """One event of the parser: `start`, `end` or `leaf`; its tag (`Heading`, `Text` …), its details, its span."""

    shape: str
    tag: str
    value: object
    start: int
    end: int


def from_text(text: str, path: str) -> Draft:
    """Read a Markdown text as a draft."""
    front = read_front_matter(text)
    head = [(0, front.end)] if front.end else [(0, 1)] if text.startswith("\ufeff") else []
    source = LONE.sub("\ufffd", overwrite(text, head))
    reader = BlockReader(source)
    for event in parse(source):
        reader.take(event)
    prose = cover(source, reader.pieces)
    blanks = [*addresses(prose), *markup(prose)]
    clean = overwrite(prose, blanks)
    code = reader.code
    notes = [span for span in comments(source) if not any(a <= span[0] < b for a, b in code)]
    masked = tuple(sorted({*head, *code, *reader.tags, *blanks}))
    return Draft(path, text, clean, trim(reader.blocks, clean), front.day, front.language, masked, tuple(notes))


def parse(source: str) -> Iterator[Event]:
    """Yield the parser's events with spans in code points."""
    raw = list(pyromark.events_with_range(source, options=OPTIONS))
    place = code_points(source, (bound for _, span in raw for bound in (span["start"], span["end"])))
    for event, span in raw:
        start, end = place[span["start"]], place[span["end"]]
        if isinstance(event, str):
            yield Event("leaf", event, None, start, end)
            continue
        ((name, value),) = event.items()
        if name in ("Start", "End"):
            tag = next(iter(value)) if isinstance(value, dict) else str(value)
            yield Event(name.lower(), tag, value, start, end)
        else:
            yield Event("leaf", name, value, start, end)


class Same(dict[int, int]):
    """Every offset is what it is: in ASCII, bytes are code points."""

    def __missing__(self, key: int) -> int:
        return key


def code_points(source: str, offsets: Iterable[int]) -> dict[int, int]:
    """Map UTF-8 byte offsets of a text to its code points."""
    if source.isascii():
        return Same()
    data = source.encode()
    place, at, point = {}, 0, 0
    for offset in sorted(set(offsets)):
        point += len(data[at:offset].decode())
        place[offset] = point
        at = offset
    return place


def cover(source: str, pieces: list[tuple[int, int, str]]) -> str:
    """Return the source with only the pieces left: each `(start, end, text)` with its text, padded to its span."""
    parts, at = [], 0
    for start, end, text in pieces:
        if start < at:
            continue
        parts += [overwrite(source[at:start], ((0, start - at),)), text.ljust(end - start)]
        at = end
    parts.append(overwrite(source[at:], ((0, len(source)),)))
    return "".join(parts)


def trim(blocks: list[Block], clean: str) -> tuple[Block, ...]:
    """Shrink each block to its visible part. Blocks without one stay, so that `under` keeps its meaning."""

    def shrink(span: Span) -> Span:
        text = clean[span[0] : span[1]]
        if not text.strip():
            return span[0], span[0]
        return span[0] + len(text) - len(text.lstrip()), span[1] - len(text) + len(text.rstrip())

    trimmed = []
    for block in blocks:
        start, end = shrink((block.start, block.end))
        row, column = (tuple(map(shrink, spans)) for spans in (block.row, block.column))
        trimmed.append(block._replace(start=start, end=end, row=row, column=column))
    return tuple(trimmed)


class BlockReader:
    """Gathers pieces of prose and blocks while the events go by."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.pieces: list[tuple[int, int, str]] = []
        self.code: list[Span] = []
        self.tags: list[Span] = []
        self._hiding = 0
        self._opened: int | None = None  # how many pieces stood before an element that hides its content
        self._span: Span | None = None  # of the block that is open
        self._kinds: list[str] = []
        self._headings: list[tuple[int, int]] = []  # level and block, outermost first
        self._intros: list[int] = []
        self._notes = 0
        self._head_row: list[Span] | None = None
        self._row: list[Span] = []
        self._table_intro = -1

    def take(self, event: Event) -> None:
        """Go on by one event."""
        if event.shape == "leaf":
            self._leaf(event)
        else:
            if event.tag in HIDING and (event.tag != "Strikethrough" or self.source.startswith("~~", event.start)):
                self._hiding += 1 if event.shape == "start" else -1
            if event.tag in BREAKS:
                self._close_block()
            if event.shape == "start":
                self._start(event.tag, event.value)
            else:
                self._end(event.tag)

    def _leaf(self, event: Event) -> None:
        span = (event.start, event.end)
        if event.tag in ("Code", "Text") and (self._hiding or event.tag == "Code"):
            self.code.append(span)
        elif event.tag in ("Text", "Html"):
            text = self.source[event.start : event.end]
            if event.tag == "Text" and event.value != text and len(str(event.value)) <= len(text):
                text = " ".join(str(event.value).splitlines()) if str(event.value).strip() else " "  # an entity
            self.pieces.append((*span, text))
            self._span = (self._span[0] if self._span else event.start, event.end)
        elif event.tag == "InlineHtml":
            self.tags.append(span)
            self._element(event.start)

    def _element(self, start: int) -> None:
        """Drop what stands between the tags of an element like `<sup>`, once it is closed."""
        tag = HIDDEN.match(self.source, start)
        if tag is None:
            return
        if not tag.group(1):
            self._opened = len(self.pieces)
        elif self._opened is not None:
            del self.pieces[self._opened :]
            self._opened = None

    def _start(self, tag: str, value: object) -> None:
        if tag == "Heading":
            self._kinds.append("heading" + value["Heading"]["level"][1:])  # type: ignore[index]
        elif tag in CONTAINERS:
            self._kinds.append(CONTAINERS[tag])
        elif tag == "List":
            self._intros.append(self._introduction())
        elif tag == "FootnoteDefinition":
            self._notes += 1
        elif tag == "Table":
            self._head_row, self._table_intro = None, self._introduction()
        elif tag in ("TableHead", "TableRow"):
            self._row = []

    def _end(self, tag: str) -> None:
        if tag in CONTAINERS:
            self._kinds.pop()
        elif tag == "List":
            self._intros.pop()
        elif tag == "FootnoteDefinition":
            self._notes -= 1
        elif tag == "TableHead":
            self._head_row = self._row
        elif tag == "TableCell":
            self._close_cell()

    def _introduction(self) -> int:
        """The block that a list or table elaborates: the one just before, be it the item that a list is nested in."""
        if not self.blocks:
            return -1
        last = self.blocks[-1]
        beside = last.kind == "cell" or (last.kind == "item" and "item" not in self._kinds)
        return last.under if beside else len(self.blocks) - 1

    def _close_block(self) -> None:
        self._opened = None
        if self._span is None:
            return
        span, self._span = self._span, None
        kind = self._kinds[-1] if self._kinds else "paragraph"
        if kind.startswith("heading"):
            level = int(kind.removeprefix("heading"))
            while self._headings and self._headings[-1][0] >= level:
                self._headings.pop()
            under = self._heading()
            self._headings.append((level, len(self.blocks)))
            kind = "heading"
        elif "item" in self._kinds:
            kind, under = "item", self._intros[-1]
        else:
            kind, under = "note" if self._notes else kind, self._heading()
        self.blocks.append(Block(kind, *span, under))

    def _heading(self) -> int:
        return self._headings[-1][1] if self._headings else -1

    def _close_cell(self) -> None:
        """Add a cell with the cells that head its row and its column; an empty one only counts as a column."""
        span, self._span = self._span or NOWHERE, None
        row = self._row[:1]
        column = self._head_row[len(self._row) :][:1] if self._head_row else []
        self._row.append(span)
        if span != NOWHERE:
            beside = tuple(s for s in row if s != NOWHERE) if self._head_row else ()
            above = tuple(s for s in column if s != NOWHERE)
            self.blocks.append(Block("cell", *span, self._table_intro, beside, above))
