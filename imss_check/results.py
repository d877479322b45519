"""Reports of drafts that were checked before: what has not changed need not be checked again.

A report is kept under a digest of all that it follows from: the draft as read, the day asked for, the language of the
messages, the base and the program's own modules. What is missing, damaged or cannot be written is checked anew.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from imss_check import __version__
from imss_check.facts.cache import cache_home
from imss_check.facts.model import Derivation, Observation, Source
from imss_check.quantities.model import Quantity
from imss_check.reports.model import Claim, DocumentReport, Evidence, Finding
from imss_check.text.model import Draft

try:
    from _blake2 import blake2b  # hashlib would load a library of ciphers first
except ImportError:
    from hashlib import blake2b

MOST_KEPT, MOST_BYTES = 1000, 1_000_000
"""How many reports are kept, and how large one may be."""
PACKAGE = os.path.dirname(os.path.abspath(__file__))


class Results:
    """A folder of reports; `common` is what all drafts of a run share and their reports follow from."""

    def __init__(self, folder: str, *common: object) -> None:
        self._folder = folder
        self._common = repr((__version__, program_stamps(), *common))

    def path(self, draft: Draft) -> str:
        """Return where the report of a draft is kept."""
        digest = blake2b(f"{self._common}\n{tuple(draft)}".encode("utf-8", "surrogatepass"), digest_size=20)
        return os.path.join(self._folder, f"{digest.hexdigest()}.json")

    def get(self, draft: Draft) -> DocumentReport | None:
        """Return the report of a draft, None if none is kept."""
        try:
            with open(self.path(draft), encoding="utf-8") as file:
                return thaw(json.load(file), draft)
        except (OSError, ValueError, TypeError, KeyError, IndexError, ArithmeticError, RecursionError):
            return None

    def put(self, draft: Draft, report: DocumentReport) -> None:
        """Keep the report of a draft, and no more of the oldest ones than fit."""
        text = json.dumps(freeze(report), default=plain, separators=(",", ":"))
        if len(text) > MOST_BYTES:
            return
        path = self.path(draft)
        part = f"{path}.{os.getpid()}"
        with contextlib.suppress(OSError):
            os.makedirs(self._folder, 0o700, exist_ok=True)
            try:
                with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
                    file.write(text)
                os.replace(part, path)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.unlink(part)
                raise
            self._tidy()

    def _tidy(self) -> None:
        """Drop the older half where there are too many."""
        with os.scandir(self._folder) as entries:
            kept = [(entry.stat().st_mtime_ns, entry.path) for entry in entries]
        if len(kept) > MOST_KEPT:
            for _, path in sorted(kept)[: -MOST_KEPT // 2]:
                os.unlink(path)


def results_folder() -> str | None:
    """Return the folder of the reports, None where there is no home for it."""
    home = cache_home()
    return os.path.join(home, "reports") if home else None


def program_stamps() -> list[tuple[str, int, int]]:
    """Return name, size and time of each module of the program: another program finds other things."""

    def modules(folder: str) -> Iterator[tuple[str, int, int]]:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    stat = entry.stat()
                    yield entry.path[len(PACKAGE) :], stat.st_size, stat.st_mtime_ns
                elif entry.is_dir() and entry.name != "__pycache__":
                    yield from modules(entry.path)

    return sorted(modules(PACKAGE))


def plain(value: object) -> object:
    """Return a date or a decimal as JSON has it."""
    return value.toordinal() if isinstance(value, date) else str(value)


def freeze(report: DocumentReport) -> dict[str, Any]:
    """Return what a report says beyond its draft; each source once."""
    sources = {e.source.id: e.source for claim in report.claims for e in claim.evidence}
    claims = [
        claim._replace(evidence=[e._replace(source=e.source.id) for e in claim.evidence])  # type: ignore[arg-type]
        for claim in report.claims
    ]
    return {
        "as_of": report.as_of,
        "as_of_source": report.as_of_source,
        "sources": list(sources.values()),
        "claims": claims,
        "findings": report.findings,
    }


def thaw(kept: dict[str, Any], draft: Draft) -> DocumentReport:
    """Return the report of a draft from what was kept of it."""
    sources = {row[0]: Source._make(row) for row in kept["sources"]}
    return DocumentReport(
        draft.path,
        draft.text,
        date.fromordinal(kept["as_of"]),
        kept["as_of_source"],
        tuple(_claim(row, sources) for row in kept["claims"]),
        tuple(
            Finding(code, name, severity, message, tuple((a, b) for a, b in spans), suggestion, suppressed, claim)
            for code, name, severity, message, spans, suggestion, suppressed, claim in kept["findings"]
        ),
        draft.locator,
        draft.blocks if draft.locator else (),
    )


def _claim(row: list[Any], sources: dict[str, Source]) -> Claim:
    start, end, text, quantity, direction, metric, period, verdict, confidence, evidence, findings, reason = row
    if period is not None:
        period = date.fromordinal(period[0]), date.fromordinal(period[1]), period[2]
    return Claim(
        start, end, text, _quantity(quantity), direction, metric, period, verdict, confidence,
        tuple(
            Evidence(named, _observation(seen), sources[source], unit, relation)
            for named, seen, source, unit, relation in evidence
        ),
        tuple(findings), reason,
    )  # fmt: skip


def _quantity(row: list[Any]) -> Quantity:
    start, end, value, unit, low, high, approximation, digits, form, step, noun, hedge, words, said = row
    return Quantity(
        start, end, Decimal(value), unit, _decimal(low), _decimal(high), approximation, digits, form, Decimal(step),
        _span(noun), _span(hedge), _span(words), _decimal(said),
    )  # fmt: skip


def _observation(row: list[Any]) -> Observation:
    metric, first, last, value, low, high, approximation, printed, source, where, known, grain, derived = row
    return Observation(
        metric, date.fromordinal(first), date.fromordinal(last), Decimal(value), _decimal(low), _decimal(high),
        approximation, printed, source, where, date.fromordinal(known), grain,
        None if derived is None else Derivation(derived[0], tuple(tuple(each) for each in derived[1])),
    )  # fmt: skip


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _span(row: list[int] | None) -> tuple[int, int] | None:
    return None if row is None else (row[0], row[1])
