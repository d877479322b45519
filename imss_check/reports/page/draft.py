"""The draft as the editor knows it: every character of it, line by line, with its figures marked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from imss_check.languages import guess_language
from imss_check.reports.model import DocumentReport
from imss_check.reports.page.icons import icon
from imss_check.reports.page.markup import Html, element, join
from imss_check.reports.positions import Positions
from imss_check.text.front_matter import read_front_matter
from imss_check.text.words import fold

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(?=\S)")
TABLE = re.compile(r"\s*\|")


class Mark(NamedTuple):
    """A stretch of the draft that leads to a card: its style (a verdict or a severity), the words that name it."""

    start: int
    end: int
    card: str
    style: str
    label: str
    found: bool


def draft_page(document: DocumentReport, marks: list[Mark]) -> Html:
    """Return the draft; the numbers of its lines are no part of its text."""
    places, language = Positions(document.text), guess_language(fold(document.text))
    front = read_front_matter(document.text).end
    waiting = apart(marks)
    starts, ends = [mark.start for mark in waiting], [mark.end for mark in waiting]
    lines = []
    for number, start in enumerate(places.starts, 1):
        text = places.line(number)
        own = waiting[bisect_right(ends, start) : bisect_left(starts, start + max(len(text), 1))]
        lines.append(line(text, start, own, None if document.locator else number, start < front))
    return element("div", *lines, class_="draft", lang=language)


def apart(marks: list[Mark]) -> list[Mark]:
    """Return the marks in text order, without those that overlap an earlier one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, m.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def line(text: str, start: int, marks: list[Mark], number: int | None, front: bool) -> Html:
    """Return one line with its marks."""
    heading = HEADING.match(text)
    kinds = ("line", "front" if front else f"h{len(heading.group(1))}" if heading else "")
    kind = " ".join(filter(None, (*kinds, "table" if TABLE.match(text) else "", "" if text.strip() else "blank")))
    return element("p", *pieces(text, start, marks), class_=kind, data_line=number)


def pieces(text: str, start: int, marks: list[Mark]) -> Iterator[Html]:
    """Yield the text between the marks, and the marks."""
    at = 0
    for mark in marks:
        begin, end = max(mark.start - start, 0), min(mark.end - start, len(text))
        yield join(text[at:begin])
        yield marked(text[begin:end], mark, first=mark.start >= start)
        at = end
    yield join(text[at:])


def marked(text: str, mark: Mark, first: bool) -> Html:
    """Return a stretch as a link to its card: icon and words tell its verdict, not colour alone."""
    return element(
        "a",
        icon(mark.style) if first else "",
        element("span", text, class_="text"),
        class_=f"mark {mark.style}{' found' if mark.found else ''}",
        href=f"#{mark.card}",
        id=f"m-{mark.card}" if first else None,
        title=mark.label,
        aria_label=f"{text} ({mark.label})",
    )
