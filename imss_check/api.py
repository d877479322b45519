"""The library: what other programs call."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from imss_check.check import check_drafts
from imss_check.facts.base import FactBase, open_base
from imss_check.quantities.find import find_quantities as read_quantities
from imss_check.quantities.model import Quantity
from imss_check.reports.model import Report
from imss_check.text.read import draft_from_text


def find_quantities(text: str, language: str | None = None) -> list[Quantity]:
    """Return every quantity of a text, in text order.

    Shape: half-open code points of `text`. Units: values in base units (40 for 40 %); the counted noun gives the unit
    where the shipped base knows it. `language` is `es`, `en`, `es-ES` (European separators) or None: by sentence.
    """
    return read_quantities(text, language, nouns=open_base().nouns)


def check_text(text: str, *, as_of: date | None = None, facts: FactBase | Path | None = None) -> Report:
    """Check the figures of a text, which may be Markdown.

    `as_of` is the day that the text speaks from (default: its front matter or dateline, else today); `facts` is an
    open base or a folder of YAML (default: the shipped base).
    """
    base = facts if isinstance(facts, FactBase) else open_base([facts] if facts else None)
    return check_drafts([draft_from_text(text, "-", markdown=True)], as_of=as_of, facts=base)


__all__ = ["check_text", "find_quantities", "open_base"]
