"""Leave out the findings of rules that are not asked for."""

from __future__ import annotations

from collections.abc import Callable

from imss_check.reports.model import DocumentReport, Finding, Report


def select_findings(report: Report, selected: tuple[str, ...], ignored: tuple[str, ...]) -> Report:
    """Return the report with the findings whose codes begin with a selected and with no ignored one; none is all."""
    if not selected and not ignored:
        return report

    def asked_for(finding: Finding) -> bool:
        return finding.code.startswith(selected or ("",)) and not finding.code.startswith(ignored or ("\0",))

    return report._replace(documents=tuple(keep_findings(document, asked_for) for document in report.documents))


def keep_findings(document: DocumentReport, keep: Callable[[Finding], bool]) -> DocumentReport:
    """Return a draft's report with only the findings that pass a test."""
    place: dict[int, int] = {}
    for number, finding in enumerate(document.findings):
        if keep(finding):
            place[number] = len(place)
    claims = (c._replace(findings=tuple(place[n] for n in c.findings if n in place)) for c in document.claims)
    return document._replace(claims=tuple(claims), findings=tuple(document.findings[n] for n in place))
