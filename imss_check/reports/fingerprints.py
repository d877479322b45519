"""What stays of a finding when lines move: rule, path, the words of its figures, metric, and which one of several."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import NamedTuple
from unicodedata import normalize

from imss_check.reports.model import DocumentReport, Finding

SIZE = 32
"""Hexadecimal digits of a digest."""


class Fingerprint(NamedTuple):
    """A finding without its place. `ordinal` counts those that are alike otherwise, in text order from 1."""

    rule: str
    path: str
    claim: str
    metric: str
    ordinal: int

    @property
    def digest(self) -> str:
        """The fingerprint as one short word."""
        return sha256("\0".join(map(str, self)).encode("utf-8", "replace")).hexdigest()[:SIZE]


def fingerprints(document: DocumentReport) -> tuple[Fingerprint, ...]:
    """Return the fingerprint of each finding of a draft, in the order of its findings; no two are the same."""
    seen: dict[Fingerprint, int] = {}
    found: dict[int, Fingerprint] = {}
    path = relative_path(document.path)
    for number in sorted(range(len(document.findings)), key=lambda n: document.findings[n].spans):
        finding = document.findings[number]
        alike = Fingerprint(finding.code, path, claim_words(document, finding), metric_of(document, finding), 0)
        seen[alike] = seen.get(alike, 0) + 1
        found[number] = alike._replace(ordinal=seen[alike])
    return tuple(found[number] for number in range(len(found)))


def claim_words(document: DocumentReport, finding: Finding) -> str:
    """Return the words under a finding, however they are spaced, composed and capitalised."""
    spans = (document.text[start:end] for start, end in finding.spans)
    return " | ".join(" ".join(normalize("NFKC", words).casefold().split()) for words in spans)


def metric_of(document: DocumentReport, finding: Finding) -> str:
    """Return the metric that a finding is about; empty where there is none."""
    return "" if finding.claim is None else document.claims[finding.claim].metric or ""


def relative_path(path: str) -> str:
    """Return a path as other programs want it: from the folder we are in where it is below that, with slashes."""
    if os.path.isabs(path):
        inside = os.path.relpath(path)
        path = path if inside.startswith(os.pardir) else inside
    shown = os.path.normpath(path).replace(os.sep, "/")
    return shown.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
