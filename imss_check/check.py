"""The whole way of a draft on one screen: text → sentences → links → judgements → report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from imss_check import __version__
from imss_check.asof import find_as_of
from imss_check.facts.base import FactBase, open_base
from imss_check.linking.link import link_claims
from imss_check.linking.model import View
from imss_check.reports.exempt import apply_exemptions
from imss_check.reports.model import Claim, DocumentReport, Evidence, Failure, Finding, Report, facts_info
from imss_check.text.model import Draft
from imss_check.text.sentences import split_sentences
from imss_check.verdicts.findings import claim_finding, self_finding
from imss_check.verdicts.model import Judgement
from imss_check.verdicts.passage import judge_all
from imss_check.verdicts.rules import Passage, self_check

CONTEXT_EVIDENCE = 3


def check_drafts(
    drafts: Iterable[Draft],
    as_of: date | None = None,
    facts: FactBase | None = None,
    lang: str | None = None,
    errors: Sequence[Failure] = (),
    message_language: str = "en",
    committed: bool = True,
) -> Report:
    """Check drafts against a base (default: the shipped one). `errors` are drafts that could not be read; `committed`
    says whether the drafts may be files of a commit, whose day is theirs."""
    base = facts or open_base()
    documents = []
    for draft in drafts:
        if lang is not None:
            draft = draft._replace(language=lang)
        day, source = find_as_of(draft, as_of, committed)
        documents.append(check_draft(draft, base, day, source, message_language))
    return Report(tuple(documents), tuple(errors), facts_info(base), __version__)


def check_draft(
    draft: Draft, base: FactBase, as_of: date, as_of_source: str, language: str = "en", most: int | None = None
) -> DocumentReport:
    """Check one draft against a base, as of a day; TooManyFigures if it has more than `most`."""
    views, judgements = read_draft_claims(draft, base, as_of, most)
    claims: list[Claim] = []
    findings: list[Finding] = []
    shown = draft.clean if draft.moved else draft.text
    checks = self_check(Passage(draft, views, judgements, base, as_of))
    for j in judgements:
        finding = claim_finding(j, shown, len(claims), base, language)
        own: tuple[int, ...] = ()
        if finding is not None:
            own = (len(findings),)
            findings.append(finding)
        claims.append(claim(j, draft, base, own))
    for check in checks:
        for i in check.claims:
            claims[i] = claims[i]._replace(findings=(*claims[i].findings, len(findings)))
        findings.append(self_finding(check, language))
    document = DocumentReport(
        draft.path,
        draft.text,
        as_of,
        as_of_source,
        tuple(claims),
        tuple(findings),
        draft.locator,
        draft.blocks if draft.locator else (),
    )
    if draft.moved:
        from imss_check.reports.moved import in_file  # few drafts need it

        document = in_file(document, draft)
    return apply_exemptions(document, draft, language)


def read_draft_claims(
    draft: Draft, base: FactBase, as_of: date, most: int | None = None
) -> tuple[list[View], list[Judgement]]:
    """Link and judge every figure of a draft, in text order; TooManyFigures if there are more than `most`."""
    views, links = link_claims(draft, split_sentences(draft), base, as_of, most)
    return views, judge_all(links, views, base, as_of)


def claim(j: Judgement, draft: Draft, base: FactBase, findings: tuple[int, ...]) -> Claim:
    """A judgement as the claim of a report."""
    q = j.link.quantity
    reading = j.reading
    period = (reading.first, reading.last, reading.stated) if j.metric is not None and reading is not None else None
    return Claim(
        q.start,
        q.end,
        draft.text[q.start : q.end],
        q,
        j.link.context.direction if j.metric is not None and j.metric.measure in ("change", "rate") else None,
        j.metric.id if j.metric else None,
        period,
        j.verdict,
        round(j.confidence, 3) if j.metric else 0.0,
        tuple(evidence(j, base)),
        findings,
        j.reason,
    )


def evidence(j: Judgement, base: FactBase) -> Iterable[Evidence]:
    """The observations that speak for and against a claim, those in force first."""
    if j.metric is None:
        return
    seen = set()
    for o in (*j.right[:CONTEXT_EVIDENCE], *j.met[-CONTEXT_EVIDENCE:], *((j.rival,) if j.rival else ())):
        if o in seen:
            continue
        seen.add(o)
        if o.metric != j.metric.id:
            relation = "context"
        elif o in j.met:
            relation = "other_period" if j.verdict in ("outdated", "unverified") else "supports"
        elif j.verdict in ("refuted", "disputed", "outdated"):
            relation = "contradicts"
        else:
            relation = "supports" if j.verdict == "supported" else "context"
        yield Evidence(o.metric, o, base.source(o.source), base.metric(o.metric).unit, relation)
