"""A baseline: findings that a newsroom has seen and lives with. They stay in reports, as suppressed.

The file is JSON with an entry a line, so that a review shows which findings come and go.
"""

from __future__ import annotations

import json
import os
from collections.abc import Container, Iterable

from imss_check.reports.fingerprints import Fingerprint, fingerprints, relative_path
from imss_check.reports.model import DocumentReport, Report
from imss_check.said import Said

BASELINE = "baseline"
"""The reason of what it suppresses."""
VERSION = 1


class BaselineError(Exception):
    """A file that is no baseline."""


def entries(documents: Iterable[DocumentReport]) -> frozenset[Fingerprint]:
    """Return the fingerprints of the findings that no exemption in a draft suppresses."""
    return frozenset(
        print_
        for document in documents
        for finding, print_ in zip(document.findings, fingerprints(document), strict=True)
        if finding.suppressed in (None, BASELINE)
    )


def apply_baseline(report: Report, known: Container[Fingerprint]) -> Report:
    """Return the report with the findings of the baseline suppressed."""
    return report._replace(documents=tuple(apply(document, known) for document in report.documents))


def apply(document: DocumentReport, known: Container[Fingerprint]) -> DocumentReport:
    """Suppress the findings of one draft that a baseline knows."""
    findings = tuple(
        finding._replace(suppressed=BASELINE) if finding.suppressed is None and print_ in known else finding
        for finding, print_ in zip(document.findings, fingerprints(document), strict=True)
    )
    return document._replace(findings=findings)


def prune(known: Iterable[Fingerprint], report: Report) -> frozenset[Fingerprint]:
    """Return a baseline without the entries that no longer occur: of drafts that were checked, or that are gone."""
    checked = {relative_path(document.path) for document in report.documents}
    current = entries(report.documents)
    return frozenset(
        entry for entry in known if entry in current or (entry.path not in checked and os.path.exists(entry.path))
    )


def baseline_text(known: Iterable[Fingerprint]) -> str:
    """Return a baseline as the text of its file."""
    lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(known)]
    return f'{{"version": {VERSION}, "findings": [\n' + ",\n".join(lines) + "\n]}\n"


def read_baseline(text: str) -> frozenset[Fingerprint]:
    """Return what the text of a file holds; BaselineError if it is no baseline."""
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            raise BaselineError(
                Said(
                    "version {version} is not known; this program writes {ours}",
                    version=data["version"],
                    ours=VERSION,
                )
            )
        return frozenset(Fingerprint(**entry) for entry in data["findings"])
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BaselineError(Said("no baseline of imss-check: {why}", why=error)) from None
