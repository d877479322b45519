"""Suppress what a draft exempts, and say where an exemption has no reason or exempts nothing."""

from __future__ import annotations

from imss_check.reports.model import DocumentReport, Finding
from imss_check.reports.words import words
from imss_check.text.exemptions import Exemption, find_exemptions
from imss_check.text.model import Draft
from imss_check.verdicts.findings import RULES

NO_REASON, UNUSED = "X101", "X102"


def apply_exemptions(document: DocumentReport, draft: Draft, language: str = "en") -> DocumentReport:
    """Return the report of a draft with its own exemptions applied: findings stay, with the reason.

    An exemption without a reason exempts nothing: the reason is what a later editor will need.
    """
    exemptions = find_exemptions(draft)
    if not exemptions:
        return document
    valid = [e for e in exemptions if e.reason and e.understood]
    findings, used = [], set()
    for finding in document.findings:
        meant = [e for e in valid if e.covers(finding.code, finding.spans)]
        used.update(meant)
        if meant and finding.suppressed is None:
            finding = finding._replace(suppressed=meant[0].reason)
        findings.append(finding)
    for exemption in exemptions:
        if exemption.understood and not exemption.reason:
            findings.append(told(NO_REASON, exemption, "no_reason", language))
        elif exemption not in used:
            key = "unused" if exemption.understood else "unknown"
            findings.append(told(UNUSED, exemption, key, language))
    return document._replace(findings=tuple(findings))


def told(code: str, exemption: Exemption, key: str, language: str) -> Finding:
    """Return a finding about an exemption."""
    name, severity = RULES[code]
    return Finding(code, name, severity, words(language, "exemptions").TEXT[key], (exemption.span,))
