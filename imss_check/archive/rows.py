"""Rows as they come: what is no text, no day or no language is an error of its row, never of the run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

COLUMNS = ("id", "text", "date", "language", "path")
LANGUAGES = ("es", "en")


class BadRowError(Exception):
    """Why a row cannot be checked."""


class Row(NamedTuple):
    """A text to check; `error` says why it cannot be."""

    id: str | None
    text: str
    day: date | None
    language: str | None
    path: str | None
    error: str | None


def read_rows(table: pa.Table) -> Iterator[Row]:
    """Yield the rows of a table, whatever the types of its columns are."""
    columns = [cells(table, name) for name in (*COLUMNS, "error")]
    for number, text, day, language, path, error in zip(*columns, strict=True):
        yield read_row(number, text, day, language, path, error)


def read_row(number: Any, text: Any, day: Any, language: Any, path: Any, error: Any) -> Row:
    """Return a row; the first thing that is wrong with it is its error."""
    known = identity(number)
    try:
        if error is not None:
            raise BadRowError(as_text("error", error))
        if number is not None and known is None:
            raise BadRowError(wrong_type("id", number))
        shown = as_text("path", path)
        draft = as_text("text", text)
        if not draft or draft.isspace():
            raise BadRowError("no text")
        return Row(known, draft, as_day(day), as_language(language), shown, None)
    except BadRowError as reason:
        return Row(known, "", None, None, None, str(reason))


def identity(value: Any) -> str | None:
    """Return an id as text; None where it is neither text nor a whole number."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else None


def as_text(name: str, value: Any) -> str | None:
    """Return a cell as text; BadRowError if it is of another type or not UTF-8."""
    if value is None:
        return None
    if isinstance(value, BadRowError):
        raise value
    if not isinstance(value, (bytes, str)):
        raise BadRowError(wrong_type(name, value))
    try:
        return value.decode("utf-8") if isinstance(value, bytes) else value.encode("utf-8").decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRowError(f"{name} is not UTF-8: byte 0x{error.object[error.start]:02x} at {error.start}") from None
    except UnicodeEncodeError as error:
        raise BadRowError(f"{name} is not UTF-8: half of a surrogate pair at {error.start}") from None


def as_day(value: Any) -> date | None:
    """Return a cell as a day; a time of day behind it is dropped."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = as_text("date", value)
    if text is None or not text.strip():
        return None
    day, more = text.strip()[:10], text.strip()[10:11]
    try:
        if more in ("", "T", "t", " ") and len(day) == 10:
            return date.fromisoformat(day)
    except ValueError:
        pass
    raise BadRowError(f"date is no day like 2022-03-01: {text[:40]!r}")


def as_language(value: Any) -> str | None:
    """Return a cell as one of the languages; the country behind it is dropped."""
    text = as_text("language", value)
    if text is None or not text.strip():
        return None
    language = text.strip().lower().replace("_", "-").partition("-")[0]
    if language not in LANGUAGES:
        raise BadRowError(f"language is none of {', '.join(LANGUAGES)}: {text[:40]!r}")
    return language


def wrong_type(name: str, value: Any) -> str:
    """Say that a cell is of a type that it should not be."""
    return f"{name} is of the wrong type: {type(value).__name__}"


def cells(table: pa.Table, name: str) -> list[Any]:
    """Return the cells of a column as Python values; a missing column is empty, a cell that fails is its error."""
    if name not in table.column_names:
        return [None] * table.num_rows
    column = table.column(name)
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_timestamp(column.type):
        column = (pc.local_timestamp(column) if column.type.tz else column).cast(pa.date32(), safe=False)
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type) or pa.types.is_string_view(column.type):
        column = column.cast(pa.large_binary())  # what is not UTF-8 fails by the cell, not by the table
    try:
        values: list[Any] = column.to_pylist()
    except (ValueError, OverflowError, pa.ArrowException):
        values = [cell(value, name) for value in column]
    return values


def cell(value: pa.Scalar, name: str) -> Any:
    """Return a cell, or the error of reading it."""
    try:
        return value.as_py()
    except (ValueError, OverflowError, pa.ArrowException) as error:
        return BadRowError(f"{name} cannot be read: {error}")
