"""Put a report's spans where the figures stand in the file, where the draft's markup runs through words."""

from __future__ import annotations

from imss_check.reports.model import DocumentReport
from imss_check.text.model import Draft
from imss_check.text.moved import place


def in_file(document: DocumentReport, draft: Draft) -> DocumentReport:
    """Return a report of the clean text as one of the text of the file."""
    if not draft.moved:
        return document
    claims = []
    for claim in document.claims:
        start, end = place(draft, (claim.start, claim.end))
        quantity = claim.quantity._replace(start=start, end=end)
        claims.append(claim._replace(start=start, end=end, text=draft.text[start:end], quantity=quantity))
    findings = [f._replace(spans=tuple(place(draft, span) for span in f.spans)) for f in document.findings]
    return document._replace(claims=tuple(claims), findings=tuple(findings))
