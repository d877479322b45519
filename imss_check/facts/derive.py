"""Derived observations (first version: none)."""

from __future__ import annotations

from datetime import date

from imss_check.facts.model import Observation
from imss_check.facts.records import RawBase


def derive(
    raw: RawBase, printed: dict[str, list[Observation]], restated: set[tuple[str, date, date]]
) -> list[Observation]:
    """Return the observations that follow from others."""
    return []
