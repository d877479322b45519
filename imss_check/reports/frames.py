"""The line of a draft that a finding is about, with carets under the right columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from imss_check.reports.inert import character_columns, columns, inert, inert_character
from imss_check.reports.paint import Paint
from imss_check.reports.positions import Positions

REACH = 400
"""Characters of a very long line that are looked at on either side."""
LEAD = 3
"""The first span begins at one third of a line that is cut."""


def frames(places: Positions, spans: Sequence[tuple[int, int]], width: int, paint: Paint, colour: str) -> Iterator[str]:
    """Yield the lines of a frame: each line of the draft that has a span, once, and the carets below it."""
    by_line: dict[int, list[tuple[int, int]]] = {}
    for start, end in sorted(spans):
        by_line.setdefault(places.at(start).line, []).append((start, end))
    gutter = max(3, *(len(str(number)) for number in by_line)) if by_line else 3
    bar = paint("│", "grey")
    for number, marked in by_line.items():
        first = places.starts[number - 1]
        line = places.line(number)
        text, carets = excerpt(line, [(s - first, min(e - first, len(line))) for s, e in marked], width - gutter - 3)
        shown = "" if places.locator else number  # of text that was extracted, lines mean nothing
        yield f"{paint(f'{shown:>{gutter}}', 'grey')} {bar} {text}"
        yield f"{' ' * gutter} {bar} {paint_carets(carets, paint, colour)}"


def paint_carets(carets: str, paint: Paint, colour: str) -> str:
    """Return the carets in colour, the space before them plain."""
    marks = carets.lstrip(" ")
    return " " * (len(carets) - len(marks)) + paint(marks, colour, "bold")


def excerpt(line: str, spans: Sequence[tuple[int, int]], width: int) -> tuple[str, str]:
    """Return what of a line fits into a width, as inert text, and carets under the spans."""
    low, high = cut(line, *spans[0], width)
    before, after = "…" if low else "", "…" if high < len(line) else ""
    text = before + inert(line[low:high]) + after
    carets = ""
    for start, end in spans:
        start, end = max(start, low), min(max(end, start + 1), high)
        if start >= high or end <= low:
            continue
        at = len(before) + columns(inert(line[low:start]))
        carets = carets.ljust(at) + "^" * max(1, columns(inert(line[start:end])))
    return text.rstrip(), carets


def cut(line: str, start: int, end: int, width: int) -> tuple[int, int]:
    """Return the part of a line to show: all of it, or a window around the first span, at most `width` columns."""
    low, high = max(0, start - REACH), min(len(line), max(end, start) + REACH)
    if low == 0 and high == len(line) and columns(inert(line)) <= width:
        return low, high
    room = width - 2  # for the two ellipses
    ahead = max(0, room // LEAD)
    begin = start
    while begin > low and ahead > 0:
        ahead -= size(line[begin - 1])
        begin -= ahead >= 0
    if columns(inert(line[begin:high])) <= room and high == len(line):
        room -= columns(inert(line[begin:high]))
        while begin > low and room >= size(line[begin - 1]):
            begin -= 1
            room -= size(line[begin])
        return begin, high
    stop = begin
    while stop < high and room >= size(line[stop]):
        room -= size(line[stop])
        stop += 1
    return begin, stop


def size(character: str) -> int:
    """Return the columns that a character takes once it is inert."""
    return sum(map(character_columns, inert_character(character)))
