"""PDF files, by pypdfium2 (the `pdf` extra): glyphs at places are joined into lines, and lines into paragraphs.

Lines in larger type are headings, lines with wide gaps the rows of a table. Running heads and page numbers are left
out. Places are pages.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from imss_check.said import Said
from imss_check.text.model import Draft
from imss_check.text.pdf_lines import HYPHENS, Glyph, Line, Margins, goes_on, lines_of, without_running_heads
from imss_check.text.pdf_tables import Columns, cells, find_table
from imss_check.text.read import ReadError
from imss_check.text.story import Content, Row, Table, tell
from imss_check.text.story import Line as Paragraph

MAX_PAGES, MAX_GLYPHS = 2_000, 2_000_000


def from_bytes(data: bytes, path: str, _: str = "utf-8") -> Draft:
    """Read a PDF file as a draft."""
    document = open_document(data, path)
    try:
        pages = list(read_pages(document, path))
    finally:
        document.close()
    if not any(pages):
        raise ReadError(
            path, Said("has no text, only pictures of it: recognise the text first, or give another format")
        )
    told = tell(content_of(without_running_heads(pages)), {}, path)
    starts = [place.start for place in told.places]
    blocks = []
    for block in told.draft.blocks:
        place = told.places[bisect_right(starts, block.start) - 1]
        blocks.append(block._replace(number=int(place.part)))
    return told.draft._replace(blocks=tuple(blocks), locator="page")


def open_document(data: bytes, path: str) -> Any:
    """Open a file; ReadError if it is damaged or encrypted, or if the extra is missing."""
    try:
        pypdfium2 = import_module("pypdfium2")
    except ImportError:
        raise ReadError(path, Said("PDF files need the pdf extra: pip install 'imss-check[pdf]'")) from None
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(path, Said("is encrypted: save it without a password")) from None
        raise ReadError(path, Said("is damaged or no PDF file")) from None
    if pages > MAX_PAGES:
        raise ReadError(path, Said("has more than {max_pages:,} pages", max_pages=MAX_PAGES))
    return document


def read_pages(document: Any, path: str) -> Iterator[list[Line]]:
    """Yield the lines of each page."""
    error = import_module("pypdfium2").PdfiumError
    total = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except error:
            raise ReadError(path, Said("is damaged: page {page} cannot be read", page=number + 1)) from None
        total += text.count_chars()
        if total > MAX_GLYPHS:
            raise ReadError(path, Said("holds more text than a draft can"))
        yield lines_of(read_glyphs(text), number + 1)
        text.close()
        page.close()


def read_glyphs(text: Any) -> Iterator[Glyph]:
    """Yield the characters of a page with their boxes."""
    from ctypes import byref, c_double

    raw = import_module("pypdfium2.raw")
    left, right, x, y = c_double(), c_double(), c_double(), c_double()
    for place in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, place)
        raw.FPDFText_GetCharBox(text, place, byref(left), byref(right), byref(x), byref(y))
        raw.FPDFText_GetCharOrigin(text, place, byref(x), byref(y))
        size = raw.FPDFText_GetFontSize(text, place)
        yield Glyph(chr(code), left.value, right.value, y.value, size)


def content_of(pages: list[list[Line]]) -> Content:
    """Return the lines of all pages as paragraphs and tables. The part of a paragraph is its page."""
    margins = Margins(pages)
    lines = [line for page in pages for line in page]
    content: Content = []
    before: Line | None = None  # in the paragraph that is open
    at = 0
    while at < len(lines):
        line = lines[at]
        table = find_table(lines, at)
        if table is not None:
            content.append(to_table(*table))
            before = None
            at += len(table[0])
            continue
        last = content[-1] if content else None
        if before is not None and isinstance(last, Paragraph) and goes_on(before, line, margins):
            if not close_word(last, line):
                last.add(" ", -1, False)
            fill(last, line, 0)
        else:
            paragraph = Paragraph(str(line.page))
            paragraph.level = margins.level(line)
            fill(paragraph, line, margins.note_mark(line))
            content.append(paragraph)
        before = line
        at += 1
    return content


def fill(paragraph: Paragraph, line: Line, mark: int) -> None:
    """Add a line to a paragraph; its first `mark` characters are the mark of a note."""
    at = 0
    for start, end in ((0, mark), *line.raised):
        paragraph.add(line.text[at:start], -1, False)
        paragraph.add(line.text[start:end], -1, True)
        at = end
    paragraph.add(line.text[at:], -1, False)


def close_word(paragraph: Paragraph, line: Line) -> bool:
    """Make a word whole that is divided at the end of a line."""
    last = paragraph.pieces[-1]
    text = last.text.rstrip(HYPHENS)
    divided = line.text[:1].islower() and text != last.text and text[-1:].isalpha()
    if divided:
        paragraph.pieces[-1] = last._replace(text=text)
    return divided


def to_table(rows: list[Line], columns: Columns) -> Table:
    """Return lines with columns as a table."""
    table = Table()
    for line in rows:
        row = Row()
        for start, end in cells(line, columns):
            paragraph = Paragraph(str(line.page))
            paragraph.add(line.text[start:end], -1, False)
            row.add().content.append(paragraph)
        table.rows.append(row)
    return table
