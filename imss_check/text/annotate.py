"""Write remarks into a Word file as margin comments; every other part of it stays as it is.

A comment stands on the words that it is about. Word takes none in notes and in text boxes: there it stands on the
mark of the note, or on the box.
"""

from __future__ import annotations

import posixpath
import zipfile
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from io import BytesIO
from itertools import count
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from imss_check.said import Said
from imss_check.text.archive import Archive
from imss_check.text.docx import KIND, read_package
from imss_check.text.masks import Span
from imss_check.text.ooxml import NAMESPACES, Package, Relations, attribute, open_package, relations_of
from imss_check.text.splice import Root, RunFinder, Splicer
from imss_check.text.story import Placed, Told
from imss_check.text.xml import Attributes, Walker

AUTHOR, INITIALS = "imss-check", "IC"
CONTENT_TYPES = "[Content_Types].xml"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NEW_FILE = (1980, 1, 1, 0, 0, 0)
UNPRINTABLE = {code: " " for code in range(0x20) if code not in (0x9,)} | {0xFFFE: " ", 0xFFFF: " "}


class Remark(NamedTuple):
    """What to say about a span of the text that the reader extracts, a paragraph each."""

    span: Span
    paragraphs: tuple[str, ...]


Numbered = Sequence[tuple[int, Remark]]


class Comments(Walker):
    """The comments that a file has: the numbers taken, and the texts of our own."""

    NAMESPACES = NAMESPACES

    def __init__(self) -> None:
        super().__init__()
        self.highest = -1
        self.own: Counter[str] = Counter()
        self._texts: list[str] | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "w:comment":
            number = attribute(attributes, "id")
            self.highest = max(self.highest, int(number) if number.isdecimal() else -1)
            self._texts = [] if attribute(attributes, "author") == AUTHOR else None
        elif name == "w:p" and self._texts is not None:
            self._texts.append("")

    def characters(self, text: str) -> None:
        if self._texts and self.path[-1] == "w:t":
            self._texts[-1] += text

    def end(self, name: str) -> None:
        if name == "w:comment" and self._texts is not None:
            self.own["\n".join(self._texts)] += 1


def annotate(data: bytes, path: str, text: str, remarks: Iterable[Remark]) -> tuple[bytes, int]:
    """Return a Word file with comments, and how many were added; one that we have made before is not made again.

    `text` is the text that the remarks are about. Errors: ReadError if the file does not hold it, or is none of Word's.
    """
    archive = Archive(data, path, KIND)
    package = open_package(archive)
    told = read_package(archive, package)
    if told.draft.text != text:
        raise archive.error(Said("has changed since it was checked"))
    comments = Comments()
    if package.comments:
        comments.walk(archive, package.comments)
    fresh = []
    for remark in remarks:
        said = "\n".join(map(printable, remark.paragraphs))
        if comments.own[said]:
            comments.own[said] -= 1
        else:
            fresh.append(remark)
    if not fresh:
        return data, 0
    numbered = list(enumerate(fresh, comments.highest + 1))
    document, space = mark_document(archive, package, told, numbered)
    changed = {package.document: document, **write_comments(archive, package, numbered, space)}
    return rewrite(archive, changed), len(fresh)


def printable(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return text.translate(UNPRINTABLE).encode("utf-8", "replace").decode()


def mark_document(archive: Archive, package: Package, told: Told, remarks: Numbered) -> tuple[bytes, str]:
    """Return the document with the marks of the comments, and the namespace of its elements."""
    data = archive.read(package.document)
    root = Root(archive, package.document, data)
    finder = RunFinder(data)
    finder.walk(archive, package.document, data)
    splicer = Splicer(data, finder.runs)
    starts = [place.start for place in told.places]
    for number, remark in remarks:
        first, last = ends(told, starts, remark.span)
        begin = splicer.run_at(first.anchor).start if first.anchor >= 0 else splicer.before(first.place)
        end = splicer.run_at(last.anchor).end if last.anchor >= 0 else splicer.after(last.place)
        splicer.put(begin, element(root, "commentRangeStart", number), ends=False)
        run = element(root, "rStyle", "CommentReference", "val")
        properties = element(root, "rPr", inner=run)
        reference = element(root, "r", inner=properties + element(root, "commentReference", number))
        splicer.put(end, element(root, "commentRangeEnd", number) + reference, ends=True)
    return splicer.result(), root.space


def ends(told: Told, starts: Sequence[int], span: Span) -> tuple[Placed, Placed]:
    """Return the first and the last character of a span that stand somewhere in the file, with their places.

    Tabs and symbols are elements of their own, where no comment begins; so the text next to them does.
    """
    start, end = span
    inside = range(bisect_right(starts, start) - 1, bisect_right(starts, max(end - 1, start)))
    known = [told.places[i] for i in inside if told.places[i].place >= 0 or told.places[i].anchor >= 0]
    if not known:
        known = [next(p for p in reversed(told.places[: inside.stop]) if p.place >= 0 or p.anchor >= 0)]
    return at(told, known[0], max(start, known[0].start)), at(told, known[-1], min(end, known[-1].end) - 1)


def at(told: Told, place: Placed, offset: int) -> Placed:
    """Return the place of one character of a stretch of text."""
    before = told.draft.text[place.start : max(offset, place.start)]
    return place._replace(place=place.place + len(before.encode()))


def element(root: Root, name: str, value: object = None, attribute: str = "id", inner: str = "") -> str:
    """Return an element of Word's namespace as markup."""
    prefix, declared = (root.prefix, "") if root.prefix else ("w", f" xmlns:w={quoteattr(root.space)}")
    given = "" if value is None else f" {prefix}:{attribute}={quoteattr(str(value))}"
    ending = f">{inner}</{prefix}:{name}>" if inner else "/>"
    return f"<{prefix}:{name}{declared}{given}{ending}"


def write_comments(archive: Archive, package: Package, remarks: Numbered, space: str) -> dict[str, bytes]:
    """Return the part with the comments; if there was none before, also the parts that tell of it."""
    if package.comments:
        root = Root(archive, package.comments, archive.read(package.comments))
        return {package.comments: root.append("".join(comment(root, *one) for one in remarks))}
    folder = posixpath.dirname(package.document)
    part = next(name for name in part_names(folder) if name not in archive.names)
    empty = f"{HEADER}<w:comments xmlns:w={quoteattr(space)}></w:comments>".encode()
    root = Root(archive, part, empty)
    changed = {part: root.append("".join(comment(root, *one) for one in remarks))}
    types = Root(archive, CONTENT_TYPES, archive.read(CONTENT_TYPES))
    prefix = f"{types.prefix}:" if types.prefix else ""
    named = f" PartName={quoteattr('/' + part)} ContentType={quoteattr(COMMENTS_TYPE)}"
    changed[CONTENT_TYPES] = types.append(f"<{prefix}Override{named}/>")
    changed |= relate(archive, package.document, part, f"{relation_base(space)}/comments")
    return changed


def part_names(folder: str) -> Iterator[str]:
    """Yield names for a part of comments."""
    for number in count():
        yield posixpath.join(folder, f"comments{number or ''}.xml")


def relation_base(space: str) -> str:
    """Return how kinds of relations begin, by the namespace of a document: that of the strict standard differs."""
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    return strict if "purl.oclc.org" in space else "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relate(archive: Archive, document: str, part: str, kind: str) -> dict[str, bytes]:
    """Return the relations of the document with one more."""
    name = relations_of(document)
    known = Relations()
    data = f'{HEADER}<Relationships xmlns="{RELATIONS}"></Relationships>'.encode()
    if name in archive.names:
        data = archive.read(name)
        known.walk(archive, name, data)
    key = next(key for key in (f"rId{n}" for n in count(len(known.ids) + 1)) if key not in known.ids)
    root = Root(archive, name, data)
    prefix = f"{root.prefix}:" if root.prefix else ""
    target = posixpath.basename(part)
    return {
        name: root.append(
            f"<{prefix}Relationship Id={quoteattr(key)} Type={quoteattr(kind)} Target={quoteattr(target)}/>"
        )
    }


def comment(root: Root, number: int, remark: Remark) -> str:
    """Return a comment as markup."""
    prefix = root.prefix or "w"
    paragraphs = []
    for place, text in enumerate(remark.paragraphs):
        own = element(root, "r", inner=element(root, "annotationRef")) if place == 0 else ""
        words = f'<{prefix}:t xml:space="preserve">{escape(printable(text))}</{prefix}:t>'
        paragraphs.append(f"<{prefix}:p>{own}<{prefix}:r>{words}</{prefix}:r></{prefix}:p>")
    declared = "" if root.prefix else f" xmlns:w={quoteattr(root.space)}"
    who = f'{prefix}:id="{number}" {prefix}:author="{AUTHOR}" {prefix}:initials="{INITIALS}"'
    return f"<{prefix}:comment{declared} {who}>{''.join(paragraphs)}</{prefix}:comment>"


def rewrite(archive: Archive, changed: dict[str, bytes]) -> bytes:
    """Return the file with some parts changed or new, and the others as they are."""
    target = BytesIO()
    fresh = dict(changed)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for info in archive.zip.infolist():
            data = fresh.pop(info.filename, None)
            file.writestr(copy(info), archive.copy(info) if data is None else data)
        for name, data in fresh.items():
            made = zipfile.ZipInfo(name, NEW_FILE)
            made.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(made, data)
    return target.getvalue()
