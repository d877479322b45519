"""Put markup into a part of a Word file without touching a byte of what is there.

Runs are found with their bytes. A run is split where a mark has to stand inside it: both halves keep its properties.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from imss_check.said import Said
from imss_check.text.archive import Archive
from imss_check.text.ooxml import NAMESPACES
from imss_check.text.xml import Attributes, Walker

TAG = re.compile(rb"<[^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*>")
NAME = re.compile(rb"</?([^\s/>]+)")
CHARACTER = re.compile(rb"&[^;]*;|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*")
END_TAG = re.compile(rb"\s*</[^>]*>")
CDATA = b"<![CDATA["
ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)")
SPACE = b' xml:space="preserve"'


class Text(NamedTuple):
    """The bytes of a text element: where it begins, its content, where it ends."""

    start: int
    first: int
    last: int
    end: int


class Run:
    """The bytes of a run: its start tag, its properties, its texts. A formula is a run that cannot be split."""

    __slots__ = ("end", "inner", "properties", "start", "tag", "texts")

    def __init__(self, start: int, tag: bytes) -> None:
        self.start, self.tag = start, tag
        self.inner = start + len(tag)
        """Where its content begins, behind its properties."""
        self.end = self.inner
        self.properties = b""
        self.texts: list[Text] = []


class RunFinder(Walker):
    """Finds the outermost runs and formulas of a part."""

    NAMESPACES = NAMESPACES

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.data = data
        self.runs: list[Run] = []
        self._depth = 0
        self._open: list[int] = []

    def start(self, name: str, attributes: Attributes) -> None:
        at = self.parser.CurrentByteIndex
        if name in ("w:r", "m:oMath"):
            self._depth += 1
            if self._depth == 1:
                self.runs.append(Run(at, self._tag(at)))
        elif self._depth == 1 and name in ("w:t", "w:rPr") and self.path[-1] == "w:r":
            self._open.append(at)

    def end(self, name: str) -> None:
        at = self.parser.CurrentByteIndex
        if name in ("w:r", "m:oMath"):
            self._depth -= 1
            if self._depth == 0:
                self.runs[-1].end = at + len(self._tag(at))
        elif self._depth == 1 and name in ("w:t", "w:rPr") and self.path[-1] == "w:r":
            start, end, run = self._open.pop(), at + len(self._tag(at)), self.runs[-1]
            if name == "w:rPr":
                run.properties, run.inner = self.data[start:end], end
            else:
                run.texts.append(Text(start, start + len(self._tag(start)), at, end))

    def _tag(self, at: int) -> bytes:
        """The tag at a byte."""
        match = TAG.match(self.data, at)
        assert match is not None
        return match.group()


class Splicer:
    """Collects what is put into a part; `result` is the part with all of it."""

    def __init__(self, data: bytes, runs: list[Run]) -> None:
        self.data, self.runs = data, runs
        self._starts = [run.start for run in runs]
        self._marks: dict[int, tuple[list[bytes], list[bytes]]] = {}  # byte -> what ends there, what begins there
        self._cuts: dict[int, tuple[Run, Text]] = {}

    def run_at(self, place: int) -> Run:
        """The run that holds a byte."""
        return self.runs[bisect_right(self._starts, place) - 1]

    def before(self, place: int) -> int:
        """Return the boundary between runs before a character, splitting its run where needed."""
        run = self.run_at(place)
        text = self._text_at(run, place)
        if text is None or (place == text.first and not self.data[run.inner : text.start].strip()):
            return run.start
        self._cuts[place] = run, text
        return place

    def after(self, place: int) -> int:
        """Return the boundary between runs behind a character."""
        run = self.run_at(place)
        text = self._text_at(run, place)
        if text is None:
            return run.end
        match = CHARACTER.match(self.data, place)
        place = match.end() if match else text.last
        if place == text.last and END_TAG.fullmatch(self.data, text.end, run.end):
            return run.end
        self._cuts[place] = run, text
        return place

    def _text_at(self, run: Run, place: int) -> Text | None:
        """The text that holds a byte, None where it cannot be split."""
        for text in run.texts:
            if text.first <= place < text.last and CDATA not in self.data[text.first : text.last]:
                return text
        return None

    def put(self, place: int, mark: str, ends: bool) -> None:
        """Put a mark at a boundary; marks that end something stand before those that begin something."""
        before, after = self._marks.setdefault(place, ([], []))
        (before if ends else after).append(mark.encode())

    def result(self) -> bytes:
        """Return the part with all marks in it."""
        changes = {place: b"".join((*ends, *begins)) for place, (ends, begins) in self._marks.items()}
        for place, (run, text) in self._cuts.items():
            changes[place] = self._split(run, text, changes.get(place, b""))
            tag = self.data[text.start : text.first]
            if b"xml:space" not in tag:
                changes[text.first - 1] = SPACE
        parts: list[bytes] = []
        at = 0
        for place in sorted(changes):
            parts += (self.data[at:place], changes[place])
            at = place
        return b"".join((*parts, self.data[at:]))

    def _split(self, run: Run, text: Text, marks: bytes) -> bytes:
        """Return what ends a run inside a text, puts marks there, and begins the run again."""
        tag = self.data[text.start : text.first]
        again = tag if b"xml:space" in tag else tag[:-1] + SPACE + b">"
        closed = b"".join(b"</" + name_of(part) + b">" for part in (tag, run.tag))
        return closed + marks + run.tag + run.properties + again


class Root(Walker):
    """The outermost element of a part: its start tag, its namespace, and where it is closed."""

    def __init__(self, archive: Archive, part: str, data: bytes) -> None:
        super().__init__()
        self.data = data
        self.space = self.prefix = ""
        self.begin = self.close = -1
        self.tag = b""
        self.walk(archive, part, data)
        stated = ENCODING.match(data)
        encoding = stated.group(1).decode().lower() if stated else "utf-8"
        if encoding not in ("utf-8", "us-ascii", "ascii") or b"\0" in data[:4]:
            raise archive.error(Said("has a part that is not written in UTF-8: {part}; save it anew", part=part))

    def short(self, name: str) -> str:
        return name

    def start(self, name: str, attributes: Attributes) -> None:
        if not self.path:
            self.begin = self.parser.CurrentByteIndex
            match = TAG.match(self.data, self.begin)
            assert match is not None
            self.tag = match.group()
            self.space = name.rpartition(" ")[0]
            self.prefix = name_of(self.tag).decode().rpartition(":")[0]

    def end(self, name: str) -> None:
        if not self.path:
            self.close = self.parser.CurrentByteIndex

    def append(self, inner: str) -> bytes:
        """Return the part with markup more at the end of the element."""
        added = inner.encode()
        if self.close > self.begin:
            return self.data[: self.close] + added + self.data[self.close :]
        end = self.begin + len(self.tag)  # <Relationships/>
        return self.data[: end - 2] + b">" + added + b"</" + name_of(self.tag) + b">" + self.data[end:]


def name_of(tag: bytes) -> bytes:
    """Return the name of a tag, with its prefix."""
    match = NAME.match(tag)
    assert match is not None
    return match.group(1)
