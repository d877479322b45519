"""What a Word file says of its parts and its styles."""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple

from imss_check.said import Said
from imss_check.text.archive import Archive
from imss_check.text.xml import Attributes, Walker

OFFICE = "http://schemas.openxmlformats.org/"
STRICT = "http://purl.oclc.org/ooxml/"
NAMESPACES = {
    f"{OFFICE}wordprocessingml/2006/main": "w",
    f"{STRICT}wordprocessingml/main": "w",
    f"{OFFICE}officeDocument/2006/math": "m",
    f"{STRICT}officeDocument/math": "m",
    f"{OFFICE}markup-compatibility/2006": "mc",
    f"{OFFICE}package/2006/relationships": "rel",
    f"{OFFICE}package/2006/content-types": "ct",
}
PARTS = {"/footnotes": "footnote", "/endnotes": "endnote", "/styles": "styles", "/comments": "comments"}
HEADING = re.compile(r"(?i)heading ([1-9])\Z")
LEVELS = {"title": 1, "subtitle": 2}
CONTENTS = re.compile(r"(?i)(toc \d|toc heading|table of figures)\Z")
OFF = frozenset(("0", "false", "off", "none"))


class Package(NamedTuple):
    """Where the parts of a Word file are; an empty name: it has none of this kind."""

    document: str
    footnotes: str = ""
    endnotes: str = ""
    styles: str = ""
    comments: str = ""


class Relations(Walker):
    """The targets of a part, by the last word of their kind."""

    NAMESPACES = NAMESPACES

    def __init__(self) -> None:
        super().__init__()
        self.targets: dict[str, str] = {}
        self.ids: set[str] = set()

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "rel:Relationship":
            self.ids.add(attributes.get("Id", ""))
            if attributes.get("TargetMode") != "External":
                kind = attributes.get("Type", "").rpartition("/")[2]
                self.targets.setdefault(kind, attributes.get("Target", ""))


def relations_of(part: str) -> str:
    """Return the name of the part that tells the relations of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def open_package(archive: Archive) -> Package:
    """Find the parts of a Word file; ReadError if it is none."""
    top = Relations()
    top.walk(archive, relations_of(""))
    document = resolve("", top.targets.get("officeDocument", ""))
    if document not in archive.names:
        raise archive.error(Said("is damaged or no {kind} file: it has no document", kind=archive.kind))
    own = Relations()
    if relations_of(document) in archive.names:
        own.walk(archive, relations_of(document))
    found = {kind: resolve(document, own.targets.get(kind, "")) for kind in Package._fields[1:]}
    return Package(document, **{kind: name if name in archive.names else "" for kind, name in found.items()})


def resolve(part: str, target: str) -> str:
    """Return the name of the part that a relation of another part leads to."""
    if not target:
        return ""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


class Style(NamedTuple):
    """What a paragraph style means. `level` of a heading, 0 for none; `item`: its paragraphs are list items."""

    level: int = 0
    item: bool = False
    contents: bool = False
    """The style of a table of contents."""


PLAIN = Style()


class Styles(Walker):
    """The paragraph styles of a Word file."""

    NAMESPACES = NAMESPACES

    def __init__(self) -> None:
        super().__init__()
        self._raw: dict[str, tuple[str, str, int | None, bool]] = {}  # name, parent, outline level, list
        self._id = ""
        self._space = ""

    def start(self, name: str, attributes: Attributes) -> None:
        value = value_of(attributes)
        if name == "w:style":
            self._id = attribute(attributes, "styleId") if attribute(attributes, "type") == "paragraph" else ""
            self._raw.setdefault(self._id, ("", "", None, False))
            return
        if not self._id:
            return
        title, parent, level, item = self._raw[self._id]
        if name == "w:name":
            title = value
        elif name == "w:basedOn":
            parent = value
        elif name == "w:outlineLvl" and value.isdecimal():
            level = int(value)
        elif name == "w:numId":
            item = value != "0"
        self._raw[self._id] = title, parent, level, item

    def find(self, key: str) -> Style:
        """Return what a style means, by itself or by the style that it is based on."""
        seen: set[str] = set()
        while key in self._raw and key not in seen:
            seen.add(key)
            title, parent, level, item = self._raw[key]
            heading = HEADING.match(title)
            named = int(heading.group(1)) if heading else LEVELS.get(title.lower(), 0)
            if named:
                return Style(named)
            if CONTENTS.match(title):
                return Style(contents=True)
            if level is not None:
                return Style(level + 1 if level < 9 else 0)
            if item or title.lower().startswith(("list bullet", "list number")):
                return Style(item=True)
            key = parent
        return PLAIN


def attribute(attributes: Attributes, name: str) -> str:
    """Return an attribute of Word's namespace."""
    for key, value in attributes.items():
        if key.rpartition(" ")[2] == name:
            return value
    return ""


def value_of(attributes: Attributes) -> str:
    """Return the `w:val` of an element."""
    return attribute(attributes, "val")


def is_on(attributes: Attributes) -> bool:
    """Whether a property that an element stands for is on."""
    return value_of(attributes) not in OFF
