"""Counts over claims and findings."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from imss_check.reports.model import SEVERITIES, VERDICTS, DocumentReport


def summarise(documents: Iterable[DocumentReport]) -> dict[str, int]:
    """Return how many claims there are, how many of each verdict, and how many findings count and are suppressed."""
    counts = {"claims": 0, **dict.fromkeys(VERDICTS, 0), "findings": 0, "suppressed": 0}
    for document in documents:
        counts["claims"] += len(document.claims)
        for claim in document.claims:
            counts[claim.verdict] += 1
        for finding in document.findings:
            counts["findings" if finding.suppressed is None else "suppressed"] += 1
    return counts


def worst(documents: Iterable[DocumentReport]) -> int:
    """Return the rank in `SEVERITIES` of the worst finding that is not suppressed; -1 where there is none."""
    return max(
        (SEVERITIES.index(f.severity) for d in documents for f in d.findings if f.suppressed is None), default=-1
    )


def share_checked(documents: Iterable[DocumentReport]) -> Decimal:
    """Return how many of a hundred figures were held against the base; all of none."""
    verdicts = [claim.verdict for document in documents for claim in document.claims]
    checked = sum(VERDICTS[verdict].checked for verdict in verdicts)
    return Decimal(100 * checked) / len(verdicts) if verdicts else Decimal(100)
