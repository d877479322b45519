"""OpenDocument texts: the text that remains once every tracked change is accepted.

What is deleted stands in a section of its own, which is left out; so are headers, footers, tables of contents and
comments. Paragraphs stand on lines of their own, notes behind the body.
"""

from __future__ import annotations

import re

from imss_check.said import Said
from imss_check.text.archive import Archive
from imss_check.text.model import Draft
from imss_check.text.story import Content, Line, Note, Room, Row, Table, tell
from imss_check.text.xml import Attributes, Walker

KIND = "OpenDocument"
CONTENT, STYLES, MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = {
    f"{OASIS}text:1.0": "text",
    f"{OASIS}office:1.0": "office",
    f"{OASIS}style:1.0": "style",
    f"{OASIS}table:1.0": "table",
    f"{OASIS}drawing:1.0": "draw",
    f"{OASIS}svg-compatible:1.0": "svg",
    f"{OASIS}presentation:1.0": "presentation",
}
DROPPED = frozenset(
    ("text:tracked-changes", "text:note-citation", "text:ruby-text", "text:table-of-content", "text:illustration-index",
     "text:table-index", "text:object-index", "text:alphabetical-index", "text:bibliography", "text:hidden-text",
     "office:annotation", "office:forms", "office:scripts", "svg:title", "svg:desc", "style:list-level-properties")
)  # fmt: skip
WHITE = re.compile(r"[ \t\r\n]+")
LEVELS = {"Title": 1, "Subtitle": 2}
MOST = 50
"""Spaces or columns that a number in an attribute may ask for."""


class Looks:
    """What the styles of a document do: mask or hide text, head a section."""

    def __init__(self) -> None:
        self.parents: dict[str, str] = {}
        self.masked: set[str] = set()
        self.hidden: set[str] = set()
        self.levels: dict[str, int] = dict(LEVELS)

    def level(self, name: str) -> int:
        """Return the level of a heading of a style, 0 if it heads nothing."""
        seen: set[str] = set()
        while name and name not in seen:
            if name in self.levels:
                return self.levels[name]
            seen.add(name)
            name = self.parents.get(name, "")
        return 0


class StyleReader(Walker):
    """Reads the styles of a part; the common ones first, then those of the document itself."""

    NAMESPACES = NAMESPACES

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.looks = looks
        self._name = ""

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "style:style":
            self._name = attribute(attributes, "name")
            self.looks.parents[self._name] = attribute(attributes, "parent-style-name")
            level = attribute(attributes, "default-outline-level")
            if level.isdecimal() and level != "0":
                self.looks.levels[self._name] = int(level)
        elif name == "style:text-properties" and self.path[-1] == "style:style":
            struck = attribute(attributes, "text-line-through-style") not in ("", "none")
            if struck or is_raised(attribute(attributes, "text-position")):
                self.looks.masked.add(self._name)
            if attribute(attributes, "display") == "none":
                self.looks.hidden.add(self._name)


def is_raised(position: str) -> bool:
    """Whether a text position stands above the line: `super 58%`, `33% 58%`."""
    first = position.split(" ")[0]
    return first == "super" or (first.endswith("%") and not first.startswith(("-", "0%")))


class TextReader(StyleReader):
    """Gathers the content of a text."""

    def __init__(self, looks: Looks, room: Room) -> None:
        super().__init__(looks)
        self.room = room
        self.content: Content = []
        self.notes: dict[str, Content] = {}
        self._sinks: list[Content] = [self.content]
        self._lines: list[Line] = []
        self._tables: list[Table] = []
        self._spans: list[tuple[bool, bool]] = []  # whether they are masked, and hidden
        self._lists = 0
        self._heads = 0
        self._skipping = 0

    def start(self, name: str, attributes: Attributes) -> None:
        hidden = name == "text:section" and attribute(attributes, "display") == "none"
        if self._skipping or name in DROPPED or hidden:
            self._skipping += 1
        elif name in OPENERS:
            OPENERS[name](self, attributes)
        else:
            super().start(name, attributes)

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif name in CLOSERS:
            CLOSERS[name](self)

    def characters(self, text: str) -> None:
        if self._lines and not self._skipping:
            line = self._lines[-1]
            text = WHITE.sub(" ", text)
            if text[0] == " " and line.pieces and line.pieces[-1].text.endswith(" "):
                text = text[1:]
            self.add(text)

    def add(self, text: str) -> None:
        """Add text to the open paragraph."""
        masked, hidden = self._spans[-1] if self._spans else (False, False)
        if self._lines and text and not hidden:
            self.room.take_text(len(text))
            self._lines[-1].add(text, -1, masked)

    # paragraphs

    def open_line(self, attributes: Attributes) -> None:
        self.room.take_line()
        line = Line(CONTENT)
        line.level = self.looks.level(attribute(attributes, "style-name"))
        line.item, line.depth = self._lists > 0, max(self._lists - 1, 0)
        self._lines.append(line)
        self._spans.append(self.look(attributes))

    def open_heading(self, attributes: Attributes) -> None:
        self.open_line(attributes)
        level = attribute(attributes, "outline-level")
        self._lines[-1].level = int(level) if level.isdecimal() and level != "0" else 1

    def close_line(self) -> None:
        self.close_span()
        line = self._lines.pop()
        if line.pieces or line.boxes:
            self._sinks[-1].append(line)

    def open_span(self, attributes: Attributes) -> None:
        masked, hidden = self._spans[-1] if self._spans else (False, False)
        own = self.look(attributes)
        self._spans.append((masked or own[0], hidden or own[1]))

    def look(self, attributes: Attributes) -> tuple[bool, bool]:
        """Whether the style of an element masks or hides its text."""
        name = attribute(attributes, "style-name")
        return name in self.looks.masked, name in self.looks.hidden

    def close_span(self) -> None:
        self._spans.pop()

    def spaces(self, attributes: Attributes) -> None:
        self.add(" " * number(attribute(attributes, "c")))

    def tab(self, _: Attributes) -> None:
        self.add("\t")

    def line_break(self, _: Attributes) -> None:
        self.add("\n")

    # what holds paragraphs

    def open_list(self, _: Attributes) -> None:
        self._lists += 1

    def close_list(self) -> None:
        self._lists -= 1

    def open_note(self, _: Attributes) -> None:
        content: Content = []
        if self._lines:
            name = f"note {len(self.notes)}"
            self.notes[name] = content
            self._lines[-1].notes.append(Note(name, -1))
        self._sinks.append(content)

    def open_box(self, _: Attributes) -> None:
        self._sinks.append(self._lines[-1].boxes if self._lines else self._sinks[-1])

    def close_sink(self) -> None:
        self._sinks.pop()

    def open_table(self, _: Attributes) -> None:
        self._tables.append(Table())

    def close_table(self) -> None:
        table = self._tables.pop()
        self._sinks[-1].append(table)

    def open_heads(self, _: Attributes) -> None:
        self._heads += 1

    def close_heads(self) -> None:
        self._heads -= 1

    def open_row(self, _: Attributes) -> None:
        row = Row()
        row.head = self._heads > 0
        self._tables[-1].rows.append(row)

    def open_cell(self, attributes: Attributes) -> None:
        row = self._tables[-1].rows[-1]
        cell = row.add()
        cell.columns = number(attribute(attributes, "number-columns-spanned"))
        cell.rows = number(attribute(attributes, "number-rows-spanned"))
        row.width += number(attribute(attributes, "number-columns-repeated")) - 1
        self._sinks.append(cell.content)

    def covered(self, attributes: Attributes) -> None:
        """A place that another cell reaches into."""
        self._tables[-1].rows[-1].width += number(attribute(attributes, "number-columns-repeated"))
        self._sinks.append([])


OPENERS = {
    "text:p": TextReader.open_line,
    "text:h": TextReader.open_heading,
    "text:span": TextReader.open_span,
    "text:s": TextReader.spaces,
    "text:tab": TextReader.tab,
    "text:line-break": TextReader.line_break,
    "text:list": TextReader.open_list,
    "text:note-body": TextReader.open_note,
    "draw:text-box": TextReader.open_box,
    "draw:custom-shape": TextReader.open_box,
    "table:table": TextReader.open_table,
    "table:table-header-rows": TextReader.open_heads,
    "table:table-row": TextReader.open_row,
    "table:table-cell": TextReader.open_cell,
    "table:covered-table-cell": TextReader.covered,
}
CLOSERS = {
    "text:p": TextReader.close_line,
    "text:h": TextReader.close_line,
    "text:span": TextReader.close_span,
    "text:list": TextReader.close_list,
    "text:note-body": TextReader.close_sink,
    "draw:text-box": TextReader.close_sink,
    "draw:custom-shape": TextReader.close_sink,
    "table:table": TextReader.close_table,
    "table:table-header-rows": TextReader.close_heads,
    "table:table-cell": TextReader.close_sink,
    "table:covered-table-cell": TextReader.close_sink,
}


def attribute(attributes: Attributes, name: str) -> str:
    """Return an attribute, of whatever namespace."""
    for key, value in attributes.items():
        if key.rpartition(" ")[2] == name:
            return value
    return ""


def number(value: str) -> int:
    """Return how often an attribute asks for something; once without it."""
    return min(int(value), MOST) if value.isdecimal() else 1


def from_bytes(data: bytes, path: str, _: str = "utf-8") -> Draft:
    """Read an OpenDocument text as a draft."""
    archive = Archive(data, path, KIND)
    if MANIFEST in archive.names and b"encryption-data" in archive.read(MANIFEST):
        raise archive.error(Said("is encrypted: save it without a password"))
    looks = Looks()
    if STYLES in archive.names:
        StyleReader(looks).walk(archive, STYLES)
    reader = TextReader(looks, Room(path))
    reader.walk(archive, CONTENT)
    return tell(reader.content, reader.notes, path).draft
