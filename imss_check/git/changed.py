"""`--changed-since`: which drafts changed since a revision, and in which lines.

Lines are compared as the reader gives them, so that line ends do not count and a Word file has lines too. What git does
not know (a draft that is not tracked, or lies elsewhere) is all new: nothing is passed over for want of knowledge.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import NamedTuple

from imss_check.git.index import read_blob
from imss_check.git.run import GitError, git, line, read_objects, split
from imss_check.reports.model import DocumentReport, Finding, Report
from imss_check.reports.positions import Positions
from imss_check.reports.select import keep_findings
from imss_check.said import Said
from imss_check.text.read import ReadError

LINE = re.compile(r"\r\n|\n|\r")
NEW = ""
"""In place of a blob: the revision has no such file."""


class Since(NamedTuple):
    """The working tree against a revision: its top, the old blob of each file that changed, and all tracked files."""

    top: str
    changed: dict[str, str]
    tracked: frozenset[str]

    def old(self, path: str) -> str | None:
        """Return the old blob of a draft; None where it has not changed."""
        name = os.path.relpath(os.path.realpath(path), self.top)
        return self.changed.get(name, None if name in self.tracked else NEW)


def since(revision: str) -> Since:
    """Return what changed since a revision, or since the branch parted from it; GitError if git cannot tell."""
    top = os.path.realpath(line("rev-parse", "--show-toplevel"))
    try:
        commit = line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError:
        raise GitError(
            Said("git knows no revision {revision!r} here; a shallow clone may lack it", revision=revision)
        ) from None
    with suppress(GitError):  # no common history, or a shallow clone that ends before it
        commit = line("merge-base", commit, "HEAD")
    fields = split(git("diff", "--raw", "-z", "--no-abbrev", "-M", "--no-relative", commit, "--"))
    changed: dict[str, str] = {}
    while fields:
        _, _, old, _, status = fields.pop(0).decode().split(" ")
        name = fields.pop(0)
        if status[0] in "RC":
            name = fields.pop(0)
        changed[os.fsdecode(name)] = old if old.strip("0") and status != "U" else NEW
    tracked = split(git("ls-files", "-z", "--full-name", folder=top))
    return Since(top, changed, frozenset(map(os.fsdecode, tracked)))


def keep_changed(report: Report, changes: Since, encoding: str) -> Report:
    """Return the report with only the findings that touch a changed line."""
    olds = [changes.old(document.path) for document in report.documents]
    blobs = read_objects(filter(None, olds))
    documents = []
    for document, old in zip(report.documents, olds, strict=True):
        if old == NEW:
            documents.append(document)
            continue
        before = text_of(document.path, blobs.get(old) if old else None, encoding)
        documents.append(document if before is None else keep_lines(document, new_lines(before, document.text)))
    return report._replace(documents=tuple(documents))


def text_of(path: str, blob: bytes | None, encoding: str) -> str | None:
    """Return the text of an old draft; None where it cannot be read, so that all of the new one counts."""
    try:
        return read_blob(path, blob, encoding).text
    except ReadError:
        return None


def keep_lines(document: DocumentReport, lines: set[int]) -> DocumentReport:
    """Return a draft's report with only the findings that touch one of some lines. A finding over several figures
    is shown where it touches one: a reviewer sees no other line."""
    places = Positions(document.text)

    def touches(span: tuple[int, int]) -> bool:
        first, last = places.at(span[0]).line, places.at(max(span[0], span[1] - 1)).line
        return not lines.isdisjoint(range(first, last + 1))

    def shown(finding: Finding) -> Finding:
        return finding._replace(spans=tuple(sorted(finding.spans, key=lambda span: not touches(span))))

    document = keep_findings(document, lambda finding: any(map(touches, finding.spans)))
    return document._replace(findings=tuple(map(shown, document.findings)))


def new_lines(old: str, new: str) -> set[int]:
    """Return the numbers, from 1, of the lines of a text that an older one lacks."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, LINE.split(old), LINE.split(new), autojunk=False)
    return {
        number + 1
        for tag, _, _, first, last in matcher.get_opcodes()
        if tag in ("replace", "insert")
        for number in range(first, last)
    }
