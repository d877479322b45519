"""JSON lines: blocks of bytes that begin and end at a line, each line a row or the reason why it is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

import pyarrow as pa

from imss_check.archive.rows import COLUMNS, BadRowError, as_text, identity
from imss_check.archive.schema import INPUT

BOM = b"\xef\xbb\xbf"
Record = dict[str, Any]


def read_lines(file: IO[bytes], name: str, start: int, stop: int | None, size: int) -> Iterator[pa.Table]:
    """Yield the lines that begin in [start, stop), `size` rows a table; blank lines are no rows."""
    rows: list[Record] = []
    for at, line in lines_between(file, start, stop):
        rows.append({**record(line), "file": name, "at": at})
        if len(rows) == size:
            yield pa.Table.from_pylist(rows, schema=INPUT)
            rows = []
    if rows:
        yield pa.Table.from_pylist(rows, schema=INPUT)


def lines_between(file: IO[bytes], start: int, stop: int | None) -> Iterator[tuple[int, bytes]]:
    """Yield each line with the byte where it begins; whoever has the first byte of a line has all of it."""
    at = start
    if start:
        file.seek(start - 1)
        at += len(file.readline()) - 1
    while stop is None or at < stop:
        line = file.readline()
        if not line:
            return
        content = line.removeprefix(BOM) if at == 0 else line
        if content.strip():
            yield at, content
        at += len(line)


def record(line: bytes) -> Record:
    """Return a line as a row; what is wrong with it is its error."""
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        reason = f"not UTF-8: byte 0x{line[error.start]:02x} at {error.start}"
        return {"id": rescued_id(line), "error": reason}
    except (ValueError, RecursionError) as error:
        return {"error": f"no JSON: {error}"}
    if not isinstance(found, dict):
        return {"error": f"no JSON object: {type(found).__name__}"}
    number = found.get("id")
    try:
        if number is not None and identity(number) is None:
            raise BadRowError(f"id is of the wrong type: {type(number).__name__}")
        row = {name: as_text(name, found.get(name)) for name in COLUMNS if name != "id"}
    except BadRowError as reason:
        row = {"error": str(reason)}
    return {**row, "id": clean(identity(number))}


def rescued_id(line: bytes) -> str | None:
    """Return the id of a line that is not UTF-8, where it can still be told."""
    try:
        found = json.loads(line.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return clean(identity(found.get("id"))) if isinstance(found, dict) else None


def clean(text: str | None) -> str | None:
    """Return a text that UTF-8 can hold."""
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")
