"""What a ledger holds, and how its file is written: JSON, a line a figure, so that a review shows what changed."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from imss_check.said import Said

NAME = "imss-ledger.json"
VERSION = 1
NUMBER = re.compile(r"-?[0-9]{1,400}(\.[0-9]{1,400})?")


class LedgerError(Exception):
    """A file that is no ledger."""


class Rest(NamedTuple):
    """An observation that a figure rests on; the digest covers it and its source."""

    value: Decimal
    first: date
    last: date
    source: str
    digest: str


class Figure(NamedTuple):
    """A figure as it was published. Values are in base units; `period` is as in a claim of a report."""

    line: int
    column: int
    text: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    approximation: str
    digits: int
    unit: str | None
    metric: str | None
    first: date | None
    last: date | None
    stated: bool
    verdict: str
    rests: tuple[Rest, ...] = ()


class Exemption(NamedTuple):
    """A finding that the draft exempts, and the reason that it gives."""

    line: int
    column: int
    text: str
    code: str
    reason: str


class Entry(NamedTuple):
    """A draft as it was published: its path from the ledger, the digest of its text, the day it speaks from."""

    path: str
    digest: str
    as_of: date
    exempt: tuple[Exemption, ...]
    figures: tuple[Figure, ...]


def ledger_text(entries: Iterable[Entry]) -> str:
    """Return a ledger as the text of its file."""
    drafts = []
    for entry in sorted(entries):
        head: dict[str, Any] = {"path": entry.path, "digest": entry.digest, "as_of": entry.as_of.isoformat()}
        head["exempt"] = [exemption._asdict() for exemption in entry.exempt]
        figures = ",\n  ".join(json.dumps(figure_object(figure), ensure_ascii=False) for figure in entry.figures)
        drafts.append(
            f'{json.dumps(head, ensure_ascii=False)[:-1]}, "figures": [' + (f"\n  {figures}\n ]}}" if figures else "]}")
        )
    body = ",\n ".join(drafts)
    return f'{{"version": {VERSION}, "drafts": [' + (f"\n {body}\n]}}\n" if body else "]}\n")


def figure_object(figure: Figure) -> dict[str, Any]:
    """Return a figure as JSON has it; what says nothing is left out."""
    found = {name: plain(value) for name, value in figure._asdict().items() if name != "rests"}
    found["rests"] = [{name: plain(value) for name, value in rest._asdict().items()} for rest in figure.rests]
    silent: tuple[object, ...] = (None, False, [])
    return {name: value for name, value in found.items() if value not in silent or name in ("line", "column")}


def plain(value: object) -> object:
    """Return a value as JSON can hold it exactly."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value


def read_ledger(text: str) -> list[Entry]:
    """Return what the text of a file holds; LedgerError if it is no ledger."""
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            raise LedgerError(
                Said(
                    "version {version} is not known; this program writes {ours}",
                    version=data["version"],
                    ours=VERSION,
                )
            )
        return list(map(read_entry, data["drafts"]))
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError) as error:
        raise LedgerError(
            Said("no ledger of imss-check: {name}: {why}", name=type(error).__name__, why=error)
        ) from None


def read_entry(data: dict[str, Any]) -> Entry:
    """Return the entry of a draft from its JSON."""
    exempt = tuple(
        Exemption(
            whole(told["line"]), whole(told["column"]), words(told["text"]), words(told["code"]), words(told["reason"])
        )
        for told in data["exempt"]
    )
    figures = tuple(map(read_figure, data["figures"]))
    return Entry(words(data["path"]), words(data["digest"]), day(data["as_of"]), exempt, figures)


def read_figure(data: dict[str, Any]) -> Figure:
    """Return a figure from its JSON."""
    return Figure(
        whole(data["line"]), whole(data["column"]), words(data["text"]), decimal(data["value"]),
        decimal(data["low"]) if "low" in data else None, decimal(data["high"]) if "high" in data else None,
        words(data["approximation"]), whole(data.get("digits", 0)), words(data["unit"]) if "unit" in data else None,
        words(data["metric"]) if "metric" in data else None, day(data["first"]) if "first" in data else None,
        day(data["last"]) if "last" in data else None, bool(data.get("stated", False)), words(data["verdict"]),
        tuple(
            Rest(
                decimal(rest["value"]), day(rest["first"]), day(rest["last"]), words(rest["source"]),
                words(rest["digest"]),
            )
            for rest in data.get("rests", ())
        ),
    )  # fmt: skip


def whole(value: object) -> int:
    """Return a count; TypeError if it is none."""
    if type(value) is not int:
        raise TypeError(Said("{value!r:.40} is no whole number", value=value))
    return value


def words(value: object) -> str:
    """Return a text; TypeError if it is none."""
    if not isinstance(value, str):
        raise TypeError(Said("{value!r:.40} is no text", value=value))
    return value


def decimal(value: object) -> Decimal:
    """Return a number as a ledger has it: no exponent, which a short text could blow up to gigabytes with."""
    if not NUMBER.fullmatch(words(value)):
        raise ValueError(Said("{value!r:.40} is no number", value=value))
    return Decimal(words(value))


day = date.fromisoformat


def find_ledger(folder: str) -> str:
    """Return the nearest ledger from a folder upwards, as far as the repository goes; else one in the folder itself."""
    at = os.path.abspath(folder)
    while not os.path.isfile(os.path.join(at, NAME)):
        parent = os.path.dirname(at)
        if parent == at or os.path.exists(os.path.join(at, ".git")):
            return os.path.join(folder, NAME)
        at = parent
    return os.path.relpath(os.path.join(at, NAME))
