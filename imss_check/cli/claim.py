"""`imss-check claim`: how a sentence was read, linked and judged, figure by figure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from imss_check.check import read_draft_claims
from imss_check.facts.base import FactBase
from imss_check.facts.model import Observation
from imss_check.linking.model import Candidate, Features, View
from imss_check.linking.weights import VALUE_WEIGHTS
from imss_check.quantities.model import Quantity
from imss_check.reports.inert import inert
from imss_check.reports.words import rule_title, words
from imss_check.text.model import Draft
from imss_check.text.read import draft_from_text
from imss_check.verdicts.findings import RULES, claim_finding
from imss_check.verdicts.messages import number, period_text
from imss_check.verdicts.model import Judgement

CANDIDATES = 3
TELLING = 0.05
"""Evidence below this is not shown."""


def claim_lines(text: str, day: date, base: FactBase, language: str = "en") -> tuple[list[str], bool]:
    """Return what is to be told of every figure in a text, and whether one of them is wrong."""
    draft = draft_from_text(text)
    views, judgements = read_draft_claims(draft, base, day)
    lines = [f"as of {day}"]
    for judgement in judgements:
        lines += ["", *figure_lines(judgement, views[judgement.link.view], draft, base, language)]
    if not judgements:
        lines.append("no figure in this text")
    return lines, any(j.code is not None and RULES[j.code][1] == "error" for j in judgements)


def figure_lines(j: Judgement, view: View, draft: Draft, base: FactBase, language: str) -> Iterator[str]:
    """Yield one figure: how it was read, the verdict, the context, the candidates."""
    q = j.link.quantity
    yield f"{inert(draft.text[q.start : q.end])}: {reading(q)}"
    finding = claim_finding(j, draft.text, 0, base, language)
    data = words(language)
    told = f"{rule_title(finding, data)}: {finding.message}" if finding else data.REASONS.get(j.reason, "")
    yield f"  verdict: {j.verdict}{f' – {inert(told)}' if told else ''}"
    if j.metric is not None:
        yield f"  metric: {j.metric.id}, {j.confidence:.2f} sure"
    if finding and finding.suggestion:
        yield f"  write: {inert(finding.suggestion)}"
    yield from context_lines(j, view, draft, language)
    for candidate in j.link.candidates[:CANDIDATES]:
        yield from candidate_lines(candidate, base, language)
    more = len(j.link.candidates) - CANDIDATES
    if more > 0:
        yield f"  and {more} candidates that less speaks for"


def reading(q: Quantity) -> str:
    """Return a quantity in words: value, unit, hedge, interval."""
    low = "…" if q.low is None else number(q.low)
    high = "…" if q.high is None else number(q.high)
    hedge = "" if q.approximation == "exact" else f"{q.approximation.replace('_', ' ')} "
    return f"{hedge}{number(q.value)} {q.unit or '(no unit)'}, written for anything from {low} to {high}"


def context_lines(j: Judgement, view: View, draft: Draft, language: str) -> Iterator[str]:
    """Yield what the sentence says of period, scope and kind of figure."""
    context = j.link.context
    for place in context.readings[:2]:
        stated = "stated" if place.stated else "from the draft's day"
        yield f"  period: {period_text(place.first, place.last, language)} ({stated})"
    scopes = {f"{inert(draft.text[m.start : m.end])} ({m.term.facet}: {m.term.value})": None for m in view.scopes}
    if scopes:
        yield f"  scope words: {', '.join(scopes)}"
    facets = [f"{name} {power:.2f}" for name, power in sorted(context.facets.items()) if power >= TELLING]
    if context.direction:
        facets.insert(0, context.direction)
    if facets:
        yield f"  speaks of: {', '.join(facets)}"


def candidate_lines(candidate: Candidate, base: FactBase, language: str) -> Iterator[str]:
    """Yield a metric that the figure could belong to: what speaks for it and against it, and what is in force."""
    yield f"  candidate {candidate.metric.id}: {candidate.support:+.1f} with the value, {candidate.refute:+.1f} without"
    weighted = zip(candidate.features, VALUE_WEIGHTS, Features._fields, strict=True)
    counted = [(power * weight, name) for power, weight, name in weighted if name != "bias"]
    counted.sort(key=lambda pair: -abs(pair[0]))
    for sign, title in ((1, "for"), (-1, "against")):
        told = [f"{name} {size:+.1f}" for size, name in counted if size * sign >= TELLING]
        if told:
            yield f"    {title}: {', '.join(told)}"
    for observation in candidate.in_force[:2]:
        yield f"    in force: {observed(observation, candidate.metric.unit, base, language)}"
    if not candidate.in_force:
        yield "    in force: nothing"


def observed(seen: Observation, unit: str, base: FactBase, language: str) -> str:
    """Return an observation with its source."""
    source = base.source(seen.source)
    origin = f"follows: {seen.derived.working}" if seen.derived else source.url or source.publisher
    when = period_text(seen.first, seen.last, language)
    return f"{number(seen.value)} {unit}, {when} — {source.publisher}, {source.published or 'undated'}, {origin}"
