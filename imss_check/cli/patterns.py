"""Patterns of paths, as `.gitignore` writes them: `*` within a name, `**` across folders, a bare name anywhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache

from imss_check.reports.model import DocumentReport, Report

PIECES = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern as an expression over a path with slashes."""
    anywhere = "" if "/" in pattern.rstrip("/") else "(?:.*/)?"
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.strip("/"))
    body = "".join(PIECES.get(part) or re.escape(part) for part in parts)
    return re.compile(rf"{anywhere}{body}(?:/.*)?", re.S)


def matching(path: str, patterns: Iterable[str], folder: str) -> str | None:
    """Return the first pattern that a path, seen from a folder, meets; None if it meets none or lies outside."""
    inside = os.path.relpath(path, folder).replace(os.sep, "/")
    if inside.startswith("../"):
        return None
    return next((pattern for pattern in patterns if compiled(pattern).fullmatch(inside)), None)


def exempt_files(report: Report, ignored: dict[str, tuple[str, ...]], folder: str) -> Report:
    """Suppress the findings that the configuration does not count in some drafts."""
    if not ignored:
        return report
    return report._replace(documents=tuple(exempt_file(d, ignored, folder) for d in report.documents))


def exempt_file(document: DocumentReport, ignored: dict[str, tuple[str, ...]], folder: str) -> DocumentReport:
    """Suppress such findings of one draft."""
    meant = {pattern: codes for pattern, codes in ignored.items() if matching(document.path, (pattern,), folder)}
    findings = []
    for finding in document.findings:
        pattern = next((p for p, codes in meant.items() if finding.code.startswith(codes)), None)
        if pattern is not None and finding.suppressed is None:
            finding = finding._replace(suppressed=f"per-file-ignores: {pattern}")
        findings.append(finding)
    return document._replace(findings=tuple(findings))
