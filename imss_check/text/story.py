"""What Word and OpenDocument files hold: lines (their paragraphs) and tables, and the draft that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from imss_check.said import Said
from imss_check.text.masks import Span, addresses, overwrite
from imss_check.text.model import Draft
from imss_check.text.outline import Cell, Outline
from imss_check.text.plain import MARKER, find_headings, trim
from imss_check.text.plain import Piece as Heads
from imss_check.text.read import ReadError

SOFT_HYPHEN = "\u00ad"
MAX_TEXT, MAX_LINES = 1_000_000, 50_000
"""Characters, a long novel; paragraphs and cells: a small file that unpacks to more costs over a second and 200 MB."""
SPACES = str.maketrans("\r\n", "  ")


class Room:
    """What a draft may still hold, counted while its parts are read; ReadError for more."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.text, self.lines = MAX_TEXT, MAX_LINES

    def take_text(self, size: int) -> None:
        """Count characters."""
        self.text -= size
        if self.text < 0:
            raise ReadError(self.path, Said("holds more than {max_text:,} characters", max_text=MAX_TEXT))

    def take_line(self) -> None:
        """Count a paragraph, in the text or in a cell."""
        self.lines -= 1
        if self.lines < 0:
            raise ReadError(self.path, Said("holds more than {max_lines:,} paragraphs", max_lines=MAX_LINES))


class Piece(NamedTuple):
    """Text of a paragraph, the byte of the part where it stands (-1: an element stands for it), whether it is prose."""

    text: str
    place: int
    masked: bool = False


class Note(NamedTuple):
    """Where a note is referred to: its name, and the byte of the reference."""

    name: str
    place: int


class Line:
    """A paragraph in the making. `anchor`: the byte of what holds it, where no comment can stand in itself."""

    __slots__ = ("anchor", "boxes", "depth", "item", "joins", "left_out", "level", "notes", "part", "pieces")

    def __init__(self, part: str, anchor: int = -1) -> None:
        self.part, self.anchor = part, anchor
        self.pieces: list[Piece] = []
        self.notes: list[Note] = []
        self.boxes: list[Line | Table] = []
        self.level, self.depth = 0, 0
        self.item = self.joins = self.left_out = False

    def add(self, text: str, place: int, masked: bool) -> None:
        """Add text; soft hyphens are dropped, so that words stay whole."""
        for number, part in enumerate(text.split(SOFT_HYPHEN)):
            at = place + (len(SOFT_HYPHEN.encode()) if number else 0)
            if part:
                self.pieces.append(Piece(part, at if place >= 0 else -1, masked))
            place = at + len(part.encode()) if place >= 0 else -1


class TableCell:
    """A cell in the making."""

    __slots__ = ("column", "columns", "content", "goes_on", "rows")

    def __init__(self, column: int) -> None:
        self.column, self.columns, self.rows = column, 1, 1
        self.goes_on = False
        """It is the rest of the cell above."""
        self.content: list[Line | Table] = []


class Row:
    """A row in the making."""

    __slots__ = ("cells", "dropped", "head", "width")

    def __init__(self) -> None:
        self.cells: list[TableCell] = []
        self.width = 0
        self.head = self.dropped = False

    def add(self) -> TableCell:
        """Begin a cell behind the others."""
        cell = TableCell(self.width)
        self.cells.append(cell)
        self.width += 1
        return cell

    def widen(self, columns: int) -> None:
        """Let the last cell span more columns."""
        cell = self.cells[-1]
        cell.columns = columns
        self.width = cell.column + columns


class Table:
    """A table in the making."""

    __slots__ = ("rows",)

    def __init__(self) -> None:
        self.rows: list[Row] = []


Content = list[Line | Table]


class Placed(NamedTuple):
    """Where a stretch of a draft's text stands in the file: `anchor` is the byte of the document where a comment on it
    goes if none can stand at `place` of the part, -1 if one can."""

    start: int
    end: int
    part: str
    place: int
    anchor: int


class Told(NamedTuple):
    """A draft with the places of its text."""

    draft: Draft
    places: list[Placed]


class Entry(NamedTuple):
    """A line with its span, or the cells of a table."""

    line: Line | None
    span: Span
    cells: tuple[Cell, ...] = ()


class Teller:
    """Writes lines one below the other."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.cleans: list[str] = []
        self.size = 0
        self.places: list[Placed] = []
        self.notes: list[tuple[Note, Line, Span]] = []

    def lay(self, content: Iterable[Line | Table]) -> Iterator[Entry]:
        """Write content, and yield what was written: text boxes behind their paragraph, inner tables in their cell."""
        for thing in content:
            if isinstance(thing, Table):
                yield from self._lay_table(thing)
                continue
            span = self._write(thing)
            if span is not None:
                self.notes += [(note, thing, span) for note in thing.notes]
                yield Entry(thing, span)
            yield from self.lay(thing.boxes)

    def _lay_table(self, table: Table) -> Iterator[Entry]:
        cells: list[Cell] = []
        begun: dict[int, int] = {}  # the cell last begun in a column
        for number, row in enumerate(row for row in table.rows if not row.dropped):
            for cell in row.cells:
                spans = []
                for entry in self.lay(cell.content):
                    if entry.line is None:
                        yield entry
                    else:
                        spans.append(entry.span)
                above = begun.get(cell.column)
                if cell.goes_on and above is not None:
                    cells[above] = cells[above]._replace(rows=cells[above].rows + 1)
                    continue
                begun[cell.column] = len(cells)
                cells.append(Cell(tuple(spans), number, cell.column, cell.rows, cell.columns, row.head))
        yield Entry(None, (0, 0), tuple(cells))

    def _write(self, line: Line) -> Span | None:
        """Write a line, unless nothing shows in it; its span has no space at its ends."""
        text = "".join(piece.text for piece in line.pieces)
        if line.left_out or not text.strip():
            return None
        if self.texts:
            self.texts.append("\n")
            self.cleans.append("\n")
            self.size += 1
        start = self.size
        for piece in line.pieces:
            end = self.size + len(piece.text)
            self.places.append(Placed(self.size, end, line.part, piece.place, line.anchor))
            self.size = end
            self.cleans.append(" " * len(piece.text) if piece.masked else piece.text)
        self.texts.append(text)
        return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def tell(content: Content, notes: Mapping[str, Content], path: str) -> Told:
    """Make the draft of a document; its notes stand behind it, in the order in which it refers to them."""
    teller = Teller()
    entries = list(teller.lay(content))
    told: list[tuple[int, Span, list[Entry]]] = []
    for number, (note, line, span) in enumerate(teller.notes, 1):
        lines = notes.get(note.name, [])
        for own in lines:
            if isinstance(own, Line):
                own.anchor = note.place if line.anchor < 0 else line.anchor
        told.append((number, span, list(teller.lay(lines))))
    text, clean = "".join(teller.texts), "".join(teller.cleans)
    blanks = addresses(clean)
    clean = overwrite(clean, [*blanks, *mark_items(entries, clean)])
    entries = [shrink(entry, clean) for entry in entries]
    if not any(entry.line.level for entry in entries if entry.line):
        guess_headings(entries, clean)
    outline = Outline(counted=True)
    by_span: dict[Span, int] = {}
    for entry in entries:
        if entry.line is not None:
            by_span[entry.span] = place_line(outline, entry.line, entry.span)
        elif entry.cells:
            first = len(outline.blocks)
            outline.table(entry.cells, clean)
            by_span.update({(b.start, b.end): i for i, b in enumerate(outline.blocks[first:], first)})
    for number, span, note_entries in told:
        for entry in note_entries:
            outline.note(trim(clean, *entry.span), by_span.get(trim(clean, *span), -1), number)
    draft = Draft(path, text, clean, outline.ordered(), masked=tuple(blanks), locator="paragraph")
    return Told(draft, teller.places)


def shrink(entry: Entry, clean: str) -> Entry:
    """Return an entry without what is no prose at its ends."""
    if entry.line is not None:
        return entry._replace(span=trim(clean, *entry.span))
    return entry._replace(
        cells=tuple(cell._replace(spans=tuple(trim(clean, *span) for span in cell.spans)) for cell in entry.cells)
    )


def place_line(outline: Outline, line: Line, span: Span) -> int:
    """Add a line to the outline, and return its block."""
    if line.level:
        return outline.heading(span, line.level)
    if line.item:
        return outline.item(span, line.depth)
    return outline.paragraph(span)


def mark_items(entries: list[Entry], clean: str) -> list[Span]:
    """Make items of paragraphs that begin with a typed bullet, and return the spans of the bullets."""
    marks = []
    for entry in entries:
        marker = MARKER.match(clean, *entry.span) if entry.line else None
        if marker and entry.line and not entry.line.level:
            entry.line.item = True
            marks.append(marker.span())
    return marks


def guess_headings(entries: list[Entry], clean: str) -> None:
    """Find the headings of a document that uses no styles, as those of a plain text."""
    kinds = ["paragraph" if entry.line and not entry.line.item else "item" for entry in entries]
    heads = [Heads(kind, *entry.span, True) for kind, entry in zip(kinds, entries, strict=True)]
    for number in find_headings(heads, clean):
        line = entries[number].line
        if line is not None:
            line.level = 1 if number == 0 else 2
