"""The unit of work: a table of texts in, a table of claims out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa

from imss_check.archive.rows import Row, read_rows
from imss_check.archive.schema import RESULT
from imss_check.check import check_draft
from imss_check.facts.base import FactBase, open_base
from imss_check.periods.dateline import find_dateline
from imss_check.reports.formats.json import document_object
from imss_check.text.model import Draft
from imss_check.text.read import draft_from_text
from imss_check.text.words import fold

NO_DAY = "no date: neither in its column nor in the text"
PLAIN = (".txt", ".text")


def check_table(table: pa.Table, *, facts: FactBase | None = None, as_of: date | None = None) -> pa.Table:
    """Check a table of texts: a row in, a row out, in order.

    Columns in: `id`, `text`, `date` (the day that the text speaks from), and optionally `language` and `path` (a text
    is Markdown unless its path ends in .txt). Columns out: `schema.RESULT`, the documents of the JSON report. What
    cannot be checked has an `error`. `facts` is the shipped base unless one is given; `as_of` is the day of texts
    that have none. Pure: nothing is read but the base, nothing is written, and equal rows give equal rows.
    """
    base = facts if facts is not None else shipped()
    return pa.Table.from_pylist(list(check_rows(read_rows(table), base, as_of)), schema=RESULT)


@cache
def shipped() -> FactBase:
    """Return the shipped base, opened once a process."""
    return open_base()


def check_rows(rows: Iterator[Row], base: FactBase, as_of: date | None) -> Iterator[dict[str, Any]]:
    """Yield a row of the result for each row."""
    for row in rows:
        if row.error is not None:
            yield failed(row, row.error)
            continue
        try:
            yield check_row(row, base, as_of)
        except (OSError, sqlite3.Error):
            raise  # of the machine or the base: it would fail every row
        except Exception as error:  # a defect of ours in one text must not cost a million others
            yield failed(row, f"the check failed: {type(error).__name__}: {error}")


def check_row(row: Row, base: FactBase, as_of: date | None) -> dict[str, Any]:
    """Check one text."""
    markdown = not (row.path or "").lower().endswith(PLAIN)
    draft = draft_from_text(row.text, row.path or row.id or "-", markdown=markdown)
    if row.language is not None:
        draft = draft._replace(language=row.language)
    day, source = (row.day, "option") if row.day is not None else own_day(draft)
    if day is None:
        day, source = as_of, "option"
    if day is None:
        return failed(row, NO_DAY)
    found = document_object(check_draft(draft, base, day, source))
    return {**found, "id": row.id, "path": row.path, "error": None}


def own_day(draft: Draft) -> tuple[date | None, str]:
    """Return the day that a text states itself, and where; an archive never falls back on today."""
    if draft.day is not None:
        return draft.day, "front_matter"
    found = find_dateline(draft.clean, fold(draft.clean), draft.language)
    return (found[0] if found else None), "text"


def failed(row: Row, reason: str) -> dict[str, Any]:
    """Return the result of a row that was not checked."""
    return {"id": row.id, "path": row.path, "claims": [], "findings": [], "error": reason}
