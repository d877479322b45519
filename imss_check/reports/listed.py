"""Which figures a report for people lists: those with findings, those that could not be checked too, or all."""

from __future__ import annotations

from imss_check.reports.coverage import shown_findings
from imss_check.reports.evidence import metric_name
from imss_check.reports.formats import Screen
from imss_check.reports.inert import inert
from imss_check.reports.model import VERDICTS, Claim, DocumentReport, Finding
from imss_check.reports.paint import SEVERITY_COLOURS, Paint
from imss_check.reports.words import rule_title, words


def listed(document: DocumentReport, show: str) -> list[Finding | Claim]:
    """Return the findings to act on and the other figures that are asked for, in text order."""
    found = shown_findings(document)
    if show == "findings":
        return list(found)
    named = {finding.claim for finding in found}
    rest = (claim for number, claim in enumerate(document.claims) if number not in named)
    asked = [claim for claim in rest if show == "all" or not VERDICTS[claim.verdict].checked]
    return sorted([*found, *asked], key=lambda one: (spans_of(one)[0], isinstance(one, Claim)))


def spans_of(one: Finding | Claim) -> tuple[tuple[int, int], ...]:
    """Return where a finding or a figure stands."""
    return one.spans if isinstance(one, Finding) else ((one.start, one.end),)


def told(one: Finding | Claim, document: DocumentReport, screen: Screen, paint: Paint) -> str:
    """Return what is said of a finding or a figure: code or verdict, then the message, metric or reason."""
    data = words(screen.language)
    if isinstance(one, Finding):
        return f"{paint(f'{rule_title(one, data)}:', colour_of(one), 'bold')} {inert(one.message)}"
    exempt = (document.findings[number].suppressed for number in one.findings)
    text = words(screen.language, "html").TEXT["exempt"]
    more = [metric_name(one.metric, screen), data.REASONS.get(one.reason, one.reason or "")]
    more += [text.format(reason=reason) for reason in exempt if reason is not None]
    verdict = paint(f"{data.VERDICTS[one.verdict][0]}:", colour_of(one), "bold")
    return f"{verdict} {inert(' – '.join(filter(None, (one.text, *more))))}"


def colour_of(one: Finding | Claim) -> str:
    """Return the colour of a finding or a figure."""
    return SEVERITY_COLOURS[one.severity] if isinstance(one, Finding) else VERDICTS[one.verdict].colour
