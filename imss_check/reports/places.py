"""Where a figure stands, as people name it: a line and a column, or a page, a paragraph, a cell, a note."""

from __future__ import annotations

from imss_check.reports.model import DocumentReport
from imss_check.reports.positions import Positions
from imss_check.reports.words import words


def places_of(document: DocumentReport) -> Positions:
    """Return the positions of a draft, with its paragraphs where lines mean nothing."""
    return Positions(document.text, document.locator, document.blocks)


def place_text(places: Positions, offset: int, language: str) -> str:
    """Return where an offset is: `3:20`, or `paragraph 4`."""
    locator = places.locate(offset)
    if locator is None:
        line, column = places.at(offset)
        return f"{line}:{column}"
    return f"{words(language, 'html').LOCATOR[locator.kind]} {locator.number}"
