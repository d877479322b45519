"""Read labelled claims: a folder with `manifest.jsonl`, `drafts/`, `labels/` and perhaps `findings.jsonl` and
`sentences.jsonl`, or a file of sentences alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from imss_check.evaluation.model import Case, Expected, Label
from imss_check.said import Said, because

Row = dict[str, Any]
TEXTS = ("drafts", "texts")
SELF_CHECK = "Q3"
"""How the codes of the self-checks begin."""


class ClaimsError(ValueError):
    """Labelled claims that cannot be read; the message names file and line."""


def read_claims(path: Path) -> list[Case]:
    """Return the cases of a folder or a file of sentences, drafts first, in the order of their manifest.

    Errors: ClaimsError if nothing is found, or where a label does not lie on its text.
    """
    if path.is_file():
        return list(sentences(path))
    cases = list(drafts(path)) if (path / "manifest.jsonl").is_file() else []
    if (path / "sentences.jsonl").is_file():
        cases += sentences(path / "sentences.jsonl")
    if not cases:
        raise ClaimsError(Said("{path}: neither manifest.jsonl nor sentences.jsonl is there", path=path))
    return cases


def drafts(folder: Path) -> Iterator[Case]:
    """Yield the drafts that a manifest names."""
    findings: dict[str, list[Expected]] = {}
    if (folder / "findings.jsonl").is_file():
        for _, row in rows(folder / "findings.jsonl"):
            found = Expected(row["code"], tuple(row["surfaces"]), bool(row.get("optional")))
            findings.setdefault(row["doc"], []).append(found)
    for number, row in rows(folder / "manifest.jsonl"):
        name = row["doc"]
        path = draft_path(folder, name)
        if path is None:
            raise ClaimsError(
                Said(
                    "{path}:{number}: there is no draft {name}",
                    path=folder / "manifest.jsonl",
                    number=number,
                    name=name,
                )
            )
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        labels = tuple(
            label(one, text, f"{folder / 'labels' / name}.jsonl:{line}")
            for line, one in rows(folder / "labels" / f"{name}.jsonl")
        )
        expected = tuple(findings.get(name, ()))
        day = date.fromisoformat(row["date"])
        yield Case(name, "drafts", str(path), None, row["lang"], day, text, labels, expected)


def draft_path(folder: Path, name: str) -> Path | None:
    """Return the file of a draft, whatever its ending."""
    found = sorted(path for place in TEXTS for path in (folder / place).glob(f"{name}.*"))
    return found[0] if found else None


def sentences(path: Path) -> Iterator[Case]:
    """Yield labelled sentences, a line each."""
    for number, row in rows(path):
        labels = tuple(label(one, row["text"], f"{path}:{number}") for one in row["labels"])
        day = date.fromisoformat(row["date"])
        expected = tuple(own_findings(labels, row["text"]))
        yield Case(row["id"], "sentences", str(path), number, row["lang"], day, row["text"], labels, expected)


def own_findings(labels: tuple[Label, ...], text: str) -> Iterator[Expected]:
    """Yield the findings of a sentence against itself that its labels expect: one a code."""
    surfaces: dict[str, list[str]] = {}
    for one in labels:
        if one.finding and one.finding.startswith(SELF_CHECK):
            surfaces.setdefault(one.finding, []).append(text[one.start : one.end])
    for code, found in surfaces.items():
        yield Expected(code, tuple(found), False)


def label(row: Row, text: str, place: str) -> Label:
    """Return a label; ClaimsError where its span holds something else than it says."""
    if text[row["start"] : row["end"]] != row["surface"]:
        found = text[row["start"] : row["end"]]
        raise ClaimsError(
            Said(
                "{place}: {start}..{end} holds {found!r}, not {surface!r}",
                place=place,
                start=row["start"],
                end=row["end"],
                found=found,
                surface=row["surface"],
            )
        )
    return Label(
        row["start"],
        row["end"],
        Decimal(row["value"]),
        row.get("unit"),
        row["role"],
        frozenset(listed(row.get("metric"))),
        row.get("truth"),
        tuple(listed(row.get("expect"))),
        row.get("finding"),
        row.get("trap"),
    )


def listed(value: str | list[str] | None) -> list[str]:
    """Return a field that holds nothing, one word or several as a list."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else value


def rows(path: Path) -> Iterator[tuple[int, Row]]:
    """Yield the objects of a file of JSON lines with their line numbers."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise ClaimsError(Said("{path}: {why}", path=path, why=because(error))) from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except ValueError as error:
                raise ClaimsError(Said("{path}:{number}: {why}", path=path, number=number, why=error)) from None
