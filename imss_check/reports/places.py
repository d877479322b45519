"""Where a figure stands, as people name it: a line and a column, or a page, a paragraph, a cell, a note."""

from __future__ import annotations

from imss_check.reports.model import DocumentReport
from imss_check.reports.positions import Positions
from imss_check.reports.words import words

HEADING = 60
"""Characters of a heading that are shown."""


def places_of(document: DocumentReport) -> Positions:
    """Return the positions of a draft, with its paragraphs where lines mean nothing."""
    return Positions(document.text, document.locator, document.blocks)


def place_text(places: Positions, offset: int, language: str, full: bool = False) -> str:
    """Return where an offset is: `3:20`, or `paragraph 4`; in full, the character or line in it and the heading too."""
    locator = places.locate(offset)
    if locator is None:
        line, column = places.at(offset)
        return f"{line}:{column}"
    names = words(language, "html").LOCATOR
    told = f"{names[locator.kind]} {locator.number}"
    if not full:
        return told
    if locator.character is None:
        told = f"{told}, {names['line']} {line_of_page(places, offset, locator.number)}"
    else:
        told = f"{told}, {names['character']} {locator.character}"
    return f"{told}, {names['under'].format(heading=shortened(locator.heading))}" if locator.heading else told


def line_of_page(places: Positions, offset: int, page: int) -> int:
    """Return the line of an offset, counted from the top of its page."""
    first = next(block.start for block in places.blocks if max(block.number, 1) == page)
    return places.at(offset).line - places.at(first).line + 1


def shortened(heading: str) -> str:
    """Return a heading that fits on a line with something else."""
    return heading if len(heading) <= HEADING else f"{heading[: HEADING - 1].rstrip()}…"
