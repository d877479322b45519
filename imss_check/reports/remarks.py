"""Findings as remarks in the margin of a Word file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from imss_check.reports.coverage import shown_findings
from imss_check.reports.evidence import address, origin, value_text, when
from imss_check.reports.formats import Screen
from imss_check.reports.formats.terminal import distinct
from imss_check.reports.model import DocumentReport, Finding, Report
from imss_check.reports.words import rule_title, words
from imss_check.said import Said
from imss_check.text.annotate import Remark
from imss_check.text.annotate import annotate as add_comments
from imss_check.text.read import ReadError, read_bytes

PLAIN = Screen()


def annotate(source: Path, target: Path, report: Report | DocumentReport, screen: Screen = PLAIN) -> int:
    """Write a copy of a Word file with each finding as a comment on its words, and return how many were added.

    Errors: ReadError if the file is none of Word's or not the one that the report is about; OSError if the copy cannot
    be written. The copy is there whole, or not at all.
    """
    document = report if isinstance(report, DocumentReport) else report.documents[0]
    if os.path.realpath(source) == os.path.realpath(target):
        raise ReadError(str(target), Said("is the draft itself: give the copy another name"))
    remarks = [Remark(f.spans[0], tuple(paragraphs(document, f, screen))) for f in shown_findings(document) if f.spans]
    data, added = add_comments(read_bytes(str(source)), str(source), document.text, remarks)
    write_whole(target, data)
    return added


def paragraphs(document: DocumentReport, finding: Finding, screen: Screen) -> Iterator[str]:
    """Yield what a comment says: the finding, what to write, what the base has and where from."""
    text = words(screen.language).TEXT
    yield f"{rule_title(finding, words(screen.language))}: {finding.message}"
    if finding.suggestion is not None:
        yield f"{text['write']}: {finding.suggestion}"
    claim = document.claims[finding.claim] if finding.claim is not None else None
    for evidence in distinct(claim.evidence) if claim else ():
        link = address(evidence)
        told = f"{value_text(evidence, screen)}, {when(evidence, screen)} — {origin(evidence, screen)}"
        yield f"{text['base']}: {told}" + (f", {link}" if link else "")


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees a part of it."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise
