"""What was checked and what was not: the line that ends a draft's findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from types import ModuleType

from imss_check.reports.formats import Screen
from imss_check.reports.inert import inert
from imss_check.reports.model import VERDICTS, Claim, DocumentReport, Finding, Report
from imss_check.reports.paint import Paint
from imss_check.reports.places import place_text
from imss_check.reports.positions import Positions
from imss_check.reports.summary import summarise
from imss_check.verdicts.messages import DAY, period_text

NOTHING_IN_FORCE = "not_in_force"
"""The reason of a figure for whose day the base has nothing."""


def shown_findings(document: DocumentReport) -> list[Finding]:
    """Return the findings to act on, in text order."""
    return sorted((f for f in document.findings if f.suppressed is None), key=lambda f: (f.spans[0], f.code))


def coverage(
    document: DocumentReport, places: Positions, paint: Paint, words: ModuleType, language: str
) -> str:
    """Return the line that says how many figures were checked, as of which day, and which were not, and why."""
    counts = summarise((document,))
    source = words.AS_OF[document.as_of_source]
    loud = ("yellow", "bold") if document.as_of_source == "today" else ()
    day = words.TEXT["as_of"].format(day=document.as_of.isoformat(), source=paint(source, *loud))
    line = f"{paint(inert(document.path) + ':', 'bold')} {figures(counts['claims'], words)} {day}"
    told = tally(counts, paint, words)
    line += f": {told}" if told else ""
    unread = not_checked(document.claims, places, words, language)
    return f"{line}; {words.TEXT['not_checked']}: {unread}" if unread else line


def total(report: Report, paint: Paint, words: ModuleType) -> Iterator[str]:
    """Yield the sum over several drafts; nothing where there is one."""
    if len(report.documents) > 1:
        counts = summarise(report.documents)
        drafts = words.TEXT["drafts"].format(count=len(report.documents))
        yield ": ".join(filter(None, (f"{drafts}, {figures(counts['claims'], words)}", tally(counts, paint, words))))


def figures(count: int, words: ModuleType) -> str:
    """Return how many figures there are, in words."""
    key = "none" if not count else "figure" if count == 1 else "figures"
    return str(words.TEXT[key].format(count=count))


def tally(counts: dict[str, int], paint: Paint, words: ModuleType) -> str:
    """Return how many figures have each verdict, those that have none left out."""
    told = [
        paint(f"{counts[verdict]} {words.VERDICTS[verdict][counts[verdict] > 1]}", style.colour)
        for verdict, style in VERDICTS.items()
        if counts[verdict]
    ]
    if counts["suppressed"]:
        key = "exempt_one" if counts["suppressed"] == 1 else "exempt"
        told.append(words.TEXT[key].format(count=counts["suppressed"]))
    return ", ".join(told)


def not_checked(claims: Iterable[Claim], places: Positions, words: ModuleType, language: str) -> str:
    """Return the figures that were not held against the base, with their places, by reason."""
    by_reason: dict[str, list[str]] = {}
    for claim in claims:
        if not VERDICTS[claim.verdict].checked:
            place = place_text(places, claim.start, language)
            reason = claim.reason or words.TEXT["no_reason"]
            by_reason.setdefault(reason, []).append(f"{inert(claim.text)} ({place})")
    return "; ".join(
        f"{', '.join(found)} – {inert(words.REASONS.get(reason, reason))}" for reason, found in by_reason.items()
    )


def ends(report: Report, screen: Screen, words: ModuleType) -> Iterator[str]:
    """Yield where the base ends, once for each indicator of which a draft has a figure newer than that."""
    if screen.facts is None:
        return
    said: dict[str, date] = {}
    for document in report.documents:
        for claim in document.claims:
            if claim.metric is None or claim.reason != NOTHING_IN_FORCE:
                continue
            end = max(o.last for o in screen.facts.observations(claim.metric))
            if end <= (claim.period[0] if claim.period else document.as_of):
                indicator = screen.facts.metric(claim.metric).indicator or claim.metric
                said[indicator] = max(end, said.get(indicator, end))
    if not said:
        return
    from imss_check.reports.evidence import metric_name

    for indicator, end in said.items():
        month = end - DAY
        period = period_text(month.replace(day=1), month_after(month), screen.language)
        yield inert(words.TEXT["ends"].format(metric=metric_name(indicator, screen), period=period))


def month_after(day: date) -> date:
    """Return the first day of the next month."""
    return (day.replace(day=28) + 4 * DAY).replace(day=1)
