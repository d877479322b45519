"""Leave out the findings of rules that are not asked for."""

from __future__ import annotations

from imss_check.reports.model import DocumentReport, Report


def select_findings(report: Report, selected: tuple[str, ...], ignored: tuple[str, ...]) -> Report:
    """Return the report with the findings whose codes begin with a selected and with no ignored one; none is all."""
    if not selected and not ignored:
        return report
    return report._replace(documents=tuple(_select(document, selected, ignored) for document in report.documents))


def _select(document: DocumentReport, selected: tuple[str, ...], ignored: tuple[str, ...]) -> DocumentReport:
    place: dict[int, int] = {}
    for number, finding in enumerate(document.findings):
        if finding.code.startswith(selected or ("",)) and not finding.code.startswith(ignored or ("\0",)):
            place[number] = len(place)
    claims = (c._replace(findings=tuple(place[n] for n in c.findings if n in place)) for c in document.claims)
    return document._replace(claims=tuple(claims), findings=tuple(document.findings[n] for n in place))
