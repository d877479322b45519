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
from imss_check.said import Said
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
    lines: list[str] = [Said("as of {day}", day=day)]
    for judgement in judgements:
        lines += ["", *figure_lines(judgement, views[judgement.link.view], draft, base, language)]
    if not judgements:
        lines.append(Said("no figure in this text"))
    return lines, any(j.code is not None and RULES[j.code][1] == "error" for j in judgements)


def figure_lines(j: Judgement, view: View, draft: Draft, base: FactBase, language: str) -> Iterator[str]:
    """Yield one figure: how it was read, the verdict, the context, the candidates."""
    q = j.link.quantity
    yield Said("{text}: {reading}", text=inert(draft.text[q.start : q.end]), reading=reading(q, language))
    finding = claim_finding(j, draft.text, 0, base, language)
    data = words(language)
    told = f"{rule_title(finding, data)}: {finding.message}" if finding else data.REASONS.get(j.reason, "")
    verdict = f"{data.VERDICTS[j.verdict][0]}{f' – {inert(told)}' if told else ''}"
    yield Said("  verdict: {verdict}", verdict=verdict)
    if j.metric is not None:
        yield Said("  metric: {metric}, {sure:.2f} sure", metric=j.metric.id, sure=j.confidence)
    if finding and finding.suggestion:
        yield Said("  write: {text}", text=inert(finding.suggestion))
    yield from context_lines(j, view, draft, language)
    for candidate in j.link.candidates[:CANDIDATES]:
        yield from candidate_lines(candidate, base, language)
    more = len(j.link.candidates) - CANDIDATES
    if more > 0:
        yield Said("  and {count} candidates that less speaks for", count=more)


def reading(q: Quantity, language: str) -> Said:
    """Return a quantity in words: value, unit, hedge, interval."""
    return Said(
        "{hedge}{value} {unit}, written for anything from {low} to {high}",
        hedge=words(language, "facts").HEDGES[q.approximation], value=number(q.value), unit=q.unit or Said("(no unit)"),
        low="…" if q.low is None else number(q.low), high="…" if q.high is None else number(q.high),
    )  # fmt: skip


def context_lines(j: Judgement, view: View, draft: Draft, language: str) -> Iterator[str]:
    """Yield what the sentence says of period, scope and kind of figure."""
    context, labels = j.link.context, words(language, "facts").LABELS
    for place in context.readings[:2]:
        stated = Said("stated") if place.stated else Said("from the draft's day")
        told = period_text(place.first, place.last, language)
        yield Said("  period: {period} ({stated})", period=told, stated=stated)
    scopes = {
        f"{inert(draft.text[m.start : m.end])} ({labels.get(m.term.facet, m.term.facet)}: "
        f"{labels.get(m.term.value, m.term.value)})": None
        for m in view.scopes
    }
    if scopes:
        yield Said("  scope words: {known}", known=", ".join(scopes))
    cues = words(language, "claim").CUES
    telling = [(name, power) for name, power in sorted(context.facets.items()) if power >= TELLING]
    facets = [f"{cues.get(name, name)} {power:.2f}" for name, power in telling]
    if context.direction:
        facets.insert(0, cues.get(context.direction, context.direction))
    if facets:
        yield Said("  speaks of: {known}", known=", ".join(facets))


def candidate_lines(candidate: Candidate, base: FactBase, language: str) -> Iterator[str]:
    """Yield a metric that the figure could belong to: what speaks for it and against it, and what is in force."""
    yield Said(
        "  candidate {metric}: {support:+.1f} with the value, {refute:+.1f} without",
        metric=candidate.metric.id, support=candidate.support, refute=candidate.refute,
    )  # fmt: skip
    names = words(language, "claim").FEATURES
    weighted = zip(candidate.features, VALUE_WEIGHTS, Features._fields, strict=True)
    counted = [(power * weight, name) for power, weight, name in weighted if name != "bias"]
    counted.sort(key=lambda pair: -abs(pair[0]))
    speaking = [f"{names.get(name, name)} {size:+.1f}" for size, name in counted if size >= TELLING]
    if speaking:
        yield Said("    for: {known}", known=", ".join(speaking))
    speaking = [f"{names.get(name, name)} {size:+.1f}" for size, name in counted if -size >= TELLING]
    if speaking:
        yield Said("    against: {known}", known=", ".join(speaking))
    for observation in candidate.in_force[:2]:
        yield Said("    in force: {seen}", seen=observed(observation, candidate.metric.unit, base, language))
    if not candidate.in_force:
        yield Said("    in force: nothing")


def observed(seen: Observation, unit: str, base: FactBase, language: str) -> str:
    """Return an observation with its source."""
    source, text = base.source(seen.source), words(language, "facts").TEXT
    working = text["follows"].format(working=seen.derived.working) if seen.derived else ""
    origin = working or source.url or source.publisher
    when = period_text(seen.first, seen.last, language)
    return f"{number(seen.value)} {unit}, {when} — {source.publisher}, {source.published or text['undated']}, {origin}"
