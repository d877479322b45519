"""Word files: the text that remains once every tracked change is accepted.

Body, tables, text boxes and notes are read; headers and footers are not. Paragraphs stand on lines of their own, notes
behind the body. Each piece of text keeps the byte of the part where it stands, so that `annotate` finds its place.
"""

from __future__ import annotations

from typing import NamedTuple

from imss_check.text.archive import Archive
from imss_check.text.model import Draft
from imss_check.text.ooxml import NAMESPACES, PLAIN, Package, Styles, attribute, is_on, open_package, value_of
from imss_check.text.story import SPACES, Content, Line, Note, Room, Row, Table, Told, tell
from imss_check.text.xml import Attributes, Walker

KIND = "Word"
DROPPED = frozenset(("w:del", "w:moveFrom", "w:delText", "w:rt", "w:tabs", "w:sdtPr", "w:sdtEndPr", "mc:Fallback"))
"""Elements whose content the reader of the accepted text never sees."""
CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
SYMBOLS = {0x2D: "−", 0xA3: "≤", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBB: "≈"}
"""Of the Symbol font; others of the fonts that have no letters say nothing."""
UNKNOWN = "\ufffd"
STRUCK = frozenset(("w:strike", "w:dstrike"))


class Run(NamedTuple):
    """How the text of a run shows: not at all; without being prose (struck out, raised)."""

    hidden: bool = False
    masked: bool = False


NO_RUN = Run()


class WordReader(Walker):
    """Gathers the content of one part: the document, or its notes."""

    NAMESPACES = NAMESPACES

    def __init__(self, part: str, styles: Styles | None, room: Room) -> None:
        super().__init__()
        self.part, self.styles, self.room = part, styles, room
        self.notes: dict[str, Content] = {}
        self.sinks: list[Content] = [[]]  # that content goes to: document, cell, box, note; the innermost last
        self.lines: list[Line] = []  # that are open
        self.tables: list[Table] = []  # that are open
        self.runs: list[Run] = []  # that are open
        self.fields: list[bool] = []  # that are open: whether their result has begun
        self.run_places: list[int] = []
        self.anchor, self.boxes = -1, 0  # the outermost run that holds text boxes, and how many are open
        self.skipping = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if self.skipping or name in DROPPED or name.endswith("Change"):
            if not self.skipping:
                self._drop(name)
            self.skipping += 1
        elif name in OPENERS:
            OPENERS[name](self, name, attributes)
        elif self.path[-2:] == ["w:r", "w:rPr"]:
            self._run_property(name, attributes)

    def end(self, name: str) -> None:
        if self.skipping:
            self.skipping -= 1
        elif name in CLOSERS:
            CLOSERS[name](self)

    def characters(self, text: str) -> None:
        if not self.skipping and self.path[-1] in ("w:t", "m:t"):
            self.add(text.translate(SPACES), self.parser.CurrentByteIndex)

    def add(self, text: str, place: int = -1) -> None:
        """Add text to the open paragraph, unless it is hidden or a field's instruction."""
        run = self.runs[-1] if self.runs else NO_RUN
        if self.lines and not run.hidden and all(self.fields):
            self.room.take_text(len(text))
            self.lines[-1].add(text, place, run.masked)

    def _drop(self, name: str) -> None:
        """A mark of deletion inside properties is about what has them."""
        if self.path[-1:] == ["w:trPr"] and name == "w:del":
            self.tables[-1].rows[-1].dropped = True
        elif self.path[-2:] == ["w:pPr", "w:rPr"] and name in ("w:del", "w:moveFrom"):
            self.lines[-1].joins = True

    # paragraphs

    def open_line(self, _: str, __: Attributes) -> None:
        self.room.take_line()
        self.lines.append(Line(self.part, self.anchor))

    def close_line(self) -> None:
        line = self.lines.pop()
        self.fields = [True] * len(self.fields)  # an instruction does not outlast its paragraph
        sink = self.sinks[-1]
        before = sink[-1] if sink else None
        if isinstance(before, Line) and before.joins:
            before.pieces += line.pieces
            before.notes += line.notes
            before.boxes += line.boxes
            before.joins = line.joins
        elif line.pieces or line.boxes or line.joins:
            sink.append(line)

    def paragraph_property(self, name: str, attributes: Attributes) -> None:
        if not self.lines or self.path[-1] not in ("w:pPr", "w:numPr"):
            return
        line, value = self.lines[-1], value_of(attributes)
        number = int(value) if value.isdecimal() else 0
        if name == "w:pStyle":
            style = self.styles.find(value) if self.styles else PLAIN
            line.level, line.item, line.left_out = style.level, style.item, style.contents
        elif name == "w:outlineLvl":
            line.level = number + 1 if number < 9 else 0
        elif name == "w:numId":
            line.item = number > 0
        else:
            line.depth = number

    # runs

    def open_run(self, _: str, __: Attributes) -> None:
        self.runs.append(NO_RUN)
        self.run_places.append(self.parser.CurrentByteIndex)

    def close_run(self) -> None:
        self.runs.pop()
        self.run_places.pop()

    def _run_property(self, name: str, attributes: Attributes) -> None:
        run = self.runs[-1]
        if name == "w:vanish":
            self.runs[-1] = run._replace(hidden=is_on(attributes))
        elif name in STRUCK:
            self.runs[-1] = run._replace(masked=run.masked or is_on(attributes))
        elif name == "w:vertAlign":
            self.runs[-1] = run._replace(masked=run.masked or value_of(attributes) == "superscript")

    def character(self, name: str, _: Attributes) -> None:
        if self.path[-1] == "w:r":
            self.add(CHARACTERS[name])

    def symbol(self, _: str, attributes: Attributes) -> None:
        code = int(attribute(attributes, "char") or "0", 16)
        if 0xF000 <= code <= 0xF0FF:
            of_symbol = attribute(attributes, "font") == "Symbol"
            self.add(SYMBOLS.get(code - 0xF000, UNKNOWN) if of_symbol else UNKNOWN)
        elif 0x20 <= code < 0xD800:
            self.add(chr(code))

    def field(self, _: str, attributes: Attributes) -> None:
        kind = attribute(attributes, "fldCharType")
        if kind == "begin":
            self.fields.append(False)
        elif self.fields and kind == "separate":
            self.fields[-1] = True
        elif self.fields and kind == "end":
            self.fields.pop()

    def note_mark(self, name: str, attributes: Attributes) -> None:
        if self.lines and self.run_places:
            kind = name.removeprefix("w:").removesuffix("Reference")
            self.lines[-1].notes.append(Note(f"{kind} {attribute(attributes, 'id')}", self.run_places[0]))

    # what holds paragraphs

    def open_box(self, _: str, __: Attributes) -> None:
        if not self.boxes and self.run_places:
            self.anchor = self.run_places[0]
        self.boxes += 1
        self.sinks.append([])

    def close_box(self) -> None:
        self.boxes -= 1
        if not self.boxes:
            self.anchor = -1
        content = self.sinks.pop()
        (self.lines[-1].boxes if self.lines else self.sinks[-1]).extend(content)

    def open_note(self, name: str, attributes: Attributes) -> None:
        content: Content = []
        self.notes[f"{name.removeprefix('w:')} {attribute(attributes, 'id')}"] = content
        self.sinks.append(content)

    def close_sink(self) -> None:
        self.sinks.pop()

    def open_table(self, _: str, __: Attributes) -> None:
        self.tables.append(Table())

    def close_table(self) -> None:
        table = self.tables.pop()
        self.sinks[-1].append(table)

    def open_row(self, _: str, __: Attributes) -> None:
        self.tables[-1].rows.append(Row())

    def open_cell(self, _: str, __: Attributes) -> None:
        self.sinks.append(self.tables[-1].rows[-1].add().content)

    def table_property(self, name: str, attributes: Attributes) -> None:
        row = self.tables[-1].rows[-1]
        value = value_of(attributes)
        if name == "w:tblHeader":
            row.head = is_on(attributes)
        elif name == "w:gridBefore" and value.isdecimal():
            row.width = int(value)
        elif name == "w:vMerge":
            row.cells[-1].goes_on = value != "restart"
        elif name == "w:gridSpan" and value.isdecimal():
            row.widen(int(value))


OPENERS = {
    "w:p": WordReader.open_line,
    "w:pStyle": WordReader.paragraph_property,
    "w:outlineLvl": WordReader.paragraph_property,
    "w:numId": WordReader.paragraph_property,
    "w:ilvl": WordReader.paragraph_property,
    "w:r": WordReader.open_run,
    "w:sym": WordReader.symbol,
    "w:fldChar": WordReader.field,
    "w:footnoteReference": WordReader.note_mark,
    "w:endnoteReference": WordReader.note_mark,
    "w:txbxContent": WordReader.open_box,
    "w:footnote": WordReader.open_note,
    "w:endnote": WordReader.open_note,
    "w:tbl": WordReader.open_table,
    "w:tr": WordReader.open_row,
    "w:tc": WordReader.open_cell,
    "w:tblHeader": WordReader.table_property,
    "w:gridBefore": WordReader.table_property,
    "w:gridSpan": WordReader.table_property,
    "w:vMerge": WordReader.table_property,
    **dict.fromkeys(CHARACTERS, WordReader.character),
}
CLOSERS = {
    "w:p": WordReader.close_line,
    "w:r": WordReader.close_run,
    "w:txbxContent": WordReader.close_box,
    "w:footnote": WordReader.close_sink,
    "w:endnote": WordReader.close_sink,
    "w:tbl": WordReader.close_table,
    "w:tc": WordReader.close_sink,
}


def from_bytes(data: bytes, path: str, _: str = "utf-8") -> Draft:
    """Read a Word file as a draft."""
    archive = Archive(data, path, KIND)
    return read_package(archive, open_package(archive)).draft


def read_package(archive: Archive, package: Package) -> Told:
    """Read the document of a Word file and its notes."""
    styles = None
    if package.styles:
        styles = Styles()
        styles.walk(archive, package.styles)
    room = Room(archive.path)
    document = WordReader(package.document, styles, room)
    document.walk(archive, package.document)
    notes: dict[str, Content] = {}
    for part in filter(None, (package.footnotes, package.endnotes)):
        reader = WordReader(part, styles, room)
        reader.walk(archive, part)
        notes |= reader.notes
    return tell(document.sinks[0], notes, archive.path)
