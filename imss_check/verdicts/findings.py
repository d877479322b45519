"""What an editor should act on: rule code, severity, message, suggestion."""

from __future__ import annotations

from imss_check.facts.base import FactBase
from imss_check.reports.model import Finding
from imss_check.verdicts.messages import message, strings
from imss_check.verdicts.model import Judgement
from imss_check.verdicts.rules.model import SelfCheck
from imss_check.verdicts.suggest import restyle

RULES: dict[str, tuple[str, str]] = {
    "Q101": ("refuted", "error"),
    "Q102": ("outdated", "error"),
    "Q103": ("disputed", "warning"),
    "Q104": ("scale", "error"),
    "Q105": ("digits", "error"),
    "Q106": ("other metric", "error"),
    "Q107": ("direction or points", "error"),
    "Q201": ("currency", "error"),
    "Q202": ("time base", "error"),
    "Q203": ("dimension", "error"),
    "Q301": ("sum", "warning"),
    "Q302": ("growth", "warning"),
    "Q303": ("words differ", "error"),
    "Q304": ("count and list", "warning"),
    "Q305": ("two values", "warning"),
    "Q306": ("age", "warning"),
    "Q307": ("weekday", "warning"),
    "X101": ("exemption without a reason", "warning"),
    "X102": ("unused exemption", "warning"),
}
"""Code -> name and severity; `docs/rules/` has a page for each."""
SUGGESTING = frozenset(("Q102", "Q104", "Q105", "Q106"))


def claim_finding(j: Judgement, text: str, claim: int, base: FactBase, language: str) -> Finding | None:
    """The finding of a claim's own verdict; None where there is nothing to act on."""
    if j.code is None:
        return None
    q = j.link.quantity
    surface = text[q.start : q.end]
    name, severity = RULES[j.code]
    suggestion = None
    exact = [o for o in j.right if o.approximation == "exact"]
    if j.code in SUGGESTING and exact and len({o.value for o in exact}) == 1 and q.approximation == "exact":
        suggestion = restyle(surface, q, exact[0].value)
        if suggestion == surface:
            suggestion = None
    return Finding(j.code, name, severity, message(j, surface, base, language), ((q.start, q.end),), suggestion, None, claim)


def self_finding(check: SelfCheck, language: str) -> Finding:
    """A self-check as a finding of the report."""
    name, severity = RULES[check.code]
    text = strings(language).RULES[check.code].format(**check.values)
    return Finding(check.code, name, severity, text, check.spans, check.suggestion, None, check.claims[0] if check.claims else None)
