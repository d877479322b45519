"""What an editor should act on: rule code, severity, message, suggestion."""

from __future__ import annotations

from imss_check.facts.base import FactBase
from imss_check.facts.model import Observation
from imss_check.quantities.model import Quantity
from imss_check.reports.model import Finding
from imss_check.verdicts.messages import message, strings
from imss_check.verdicts.model import Judgement
from imss_check.verdicts.rules.model import SelfCheck

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
"""Rules that tell what to write instead, where the base has one exact value."""
AROUND = 80
"""Characters around a figure in which a suggestion is read back."""


def claim_finding(j: Judgement, text: str, claim: int, base: FactBase, language: str) -> Finding | None:
    """The finding of a claim's own verdict; None where there is nothing to act on."""
    if j.code is None:
        return None
    q = j.link.quantity
    name, severity = RULES[j.code]
    told = message(j, text[q.start : q.end], base, language)
    return Finding(j.code, name, severity, told, ((q.start, q.end),), suggestion(j, text, base), None, claim)


def suggestion(j: Judgement, text: str, base: FactBase) -> str | None:
    """What to write instead of a figure; None where the base has no one exact value in the figure's unit."""
    q, right = j.link.quantity, one_exact(j.right)
    if j.code not in SUGGESTING or j.metric is None or q.approximation != "exact" or right is None:
        return None
    if not same_measure(q, j.metric.unit, base):
        return None
    from imss_check.quantities.page import prepare  # only where something is wrong
    from imss_check.verdicts.suggest import Known, Setting, restyle, under_heads

    assert right.low is not None and right.high is not None
    surface, european = text[q.start : q.end], prepare(text, None)[1].european
    setting = Setting(text[max(0, q.start - AROUND) : q.start], text[q.end : q.end + AROUND], european)
    known = Known(right.value, right.high - right.low)
    written = restyle(surface, q, known, setting) or under_heads(surface, q, known, setting)
    return None if written == surface else written


def same_measure(q: Quantity, unit: str, base: FactBase) -> bool:
    """Whether a figure is given in what the base measures in, so that the base's number may stand in its place."""
    own, head = (q.unit or "").partition("/")[0], unit.partition("/")[0]
    if q.form in ("money", "percent") and own != head:
        return False
    return q.unit is None or base.conversion(own, head) in (1, None)


def one_exact(observations: tuple[Observation, ...]) -> Observation | None:
    """The most exact of observations that all allow its value; None where they differ, or all are hedged."""
    exact = [o for o in observations if o.approximation == "exact" and o.low is not None and o.high is not None]
    if not exact:
        return None
    best = min(exact, key=lambda o: o.high - o.low)  # type: ignore[operator]
    for o in observations:
        if (o.low is not None and best.value < o.low) or (o.high is not None and best.value > o.high):
            return None
    return best


def self_finding(check: SelfCheck, language: str) -> Finding:
    """A self-check as a finding of the report."""
    name, severity = RULES[check.code]
    text = strings(language).RULES[check.code].format(**check.values)
    claim = check.claims[0] if check.claims else None
    return Finding(check.code, name, severity, text, check.spans, check.suggestion, None, claim)
