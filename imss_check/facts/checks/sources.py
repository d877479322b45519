"""Sources: their dates, and whether anything stands on them."""

from __future__ import annotations

from imss_check.facts.nodes import FactError
from imss_check.facts.periods import parse_period
from imss_check.facts.records import RawBase
from imss_check.said import Said


def find_bad_dates(base: RawBase) -> list[FactError]:
    """F109: a source's date is none."""
    return [
        source.place.error(
            "F109", Said("published {published!r} is no date (2021-01-19, 2021-01 or 2021)", published=published)
        )
        for source in base.sources.values()
        if (published := source.fields.get("published")) and ("/" in published or parse_period(published) is None)
    ]


def find_unused_sources(base: RawBase) -> list[FactError]:
    """F116: no observation names the source."""
    used = {seen.source for seen in base.observations()}
    return [
        source.place.error("F116", Said("source {id!r} is used by no observation", id=source.id))
        for source in base.sources.values()
        if source.id not in used
    ]


def find_shown_descriptions(base: RawBase) -> list[FactError]:
    """F105: a source has neither a title nor a description, so nobody can tell what it is."""
    return [
        source.place.error("F105", Said("source {id!r} has neither title nor description", id=source.id))
        for source in base.sources.values()
        if not source.fields.get("title") and not source.fields.get("description")
    ]
