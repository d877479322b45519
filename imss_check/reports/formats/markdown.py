"""Markdown, for a comment on a pull request or an e-mail: findings first, then a table of all figures.

What a draft says is shown and does nothing: marks are escaped, and mentions, references and links are broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from imss_check.reports import coverage
from imss_check.reports.evidence import address, metric_name, origin, value_text, when
from imss_check.reports.fingerprints import relative_path
from imss_check.reports.formats import Format, Screen
from imss_check.reports.inert import inert
from imss_check.reports.model import SEVERITIES, Claim, DocumentReport, Evidence, Finding, Report
from imss_check.reports.paint import Paint
from imss_check.reports.places import place_text, places_of
from imss_check.reports.positions import Positions
from imss_check.reports.summary import summarise
from imss_check.reports.words import rule_title, words

LIMIT = 60_000
"""Characters; a comment on GitHub takes 65,536."""
ICONS = {"supported": "✅", "outdated": "🕓", "refuted": "❌", "disputed": "⚖️", "unverified": "❔", "unmatched": "▫️"}
SEVERITY_ICONS = {"error": "❌", "warning": "⚠️", "note": "ℹ️"}
MARKS = re.compile(r"[\\`*_{}\[\]<>|~&$]|(?<=www)\.|:(?=/)")
BROKEN = re.compile(r"[@#](?=\w)")
"""A mention or a reference, or an address of mail: parted by a space of no width."""


def render(report: Report, screen: Screen) -> str:
    """Return the report as Markdown of a length that a comment takes."""
    data = words(screen.language, "html")
    parts = [f"## imss-check: {tally(report, screen)}\n"]
    parts += [f"- {SEVERITY_ICONS['error']} {code(e.path)}: {escape(e.message)}\n" for e in report.errors]
    room, left = LIMIT - sum(map(len, parts)), 0
    for document in report.documents:
        places = places_of(document)
        parts.append(f"\n### {code(relative_path(document.path))}\n\n{escape(basis(document, screen))}\n\n")
        pieces = [finding_text(document, f, places, screen) for f in in_order(document)]
        for piece in pieces or [f"{data.TEXT['no_findings']}\n"]:
            room -= len(piece)
            left += room < 0
            parts.append(piece if room >= 0 else "")
        table = "\n".join(figure_table(document, places, screen))
        room -= len(table)
        parts.append(table if room >= 0 else "")
    if left:
        parts.append(f"\n{data.TEXT['cut'].format(count=left)}\n")
    return "".join(parts)


def tally(report: Report, screen: Screen) -> str:
    """Return how many figures there are, and how many of each verdict."""
    data, counts = words(screen.language), summarise(report.documents)
    told = coverage.tally(counts, Paint(False), data)
    return ": ".join(filter(None, (coverage.figures(counts["claims"], data), told)))


def basis(document: DocumentReport, screen: Screen) -> str:
    """Return the day that a draft speaks from, and how it is known."""
    source = words(screen.language).AS_OF[document.as_of_source]
    return str(words(screen.language, "html").TEXT["as_of"].format(day=document.as_of.isoformat(), source=source))


def in_order(document: DocumentReport) -> list[Finding]:
    """Return the findings of a draft, those that count first, the gravest first, in text order."""
    return sorted(
        document.findings, key=lambda f: (f.suppressed is not None, -SEVERITIES.index(f.severity), f.spans[0], f.code)
    )


def finding_text(document: DocumentReport, finding: Finding, places: Positions, screen: Screen) -> str:
    """Return a finding as an item of a list, with its evidence and suggestion below it."""
    data = words(screen.language, "html")
    place = place_text(places, finding.spans[0][0], screen.language)
    head = f"**{escape(rule_title(finding, words(screen.language)))}** {place}: {escape(finding.message)}"
    if finding.suppressed is not None:
        exempt = data.TEXT["exempt"].format(reason=escape(finding.suppressed))
        return f"- 🔕 {head} ({exempt})\n"
    lines = [f"- {SEVERITY_ICONS[finding.severity]} {head}"]
    claim = document.claims[finding.claim] if finding.claim is not None else None
    lines += [f"  - {evidence_text(evidence, screen)}" for evidence in (claim.evidence if claim else ())]
    if finding.suggestion is not None:
        lines.append(f"  - {data.TEXT['write']}: {code(finding.suggestion)}")
    return "".join(f"{line}\n" for line in lines)


def evidence_text(evidence: Evidence, screen: Screen) -> str:
    """Return one observation with a link to its source."""
    value = f"{value_text(evidence, screen)}, {when(evidence, screen)}"
    seen, source = evidence.observation, escape(origin(evidence, screen))
    url = address(evidence)
    if url is not None:
        source = f"[{source}](<{url.replace('<', '%3C').replace('>', '%3E')}>)"
    told = f"{escape(value)} — {source}"
    if seen.derived is not None:
        works = words(screen.language, "html").TEXT["works"].format(working=seen.derived.working)
        told += f" ({escape(works)})"
    return told


def figure_table(document: DocumentReport, places: Positions, screen: Screen) -> Iterator[str]:
    """Yield a table of all figures, folded where the reader can fold."""
    if not document.claims:
        return
    text = words(screen.language, "html").TEXT
    yield f"\n<details><summary>{text['all_figures']}</summary>\n"
    yield f"| {text['line']} | {text['figure']} | {text['verdict']} | {text['metric']} | {text['in_base']} |"
    yield "| --- | --- | --- | --- | --- |"
    for claim in document.claims:
        place = place_text(places, claim.start, screen.language)
        verdict = f"{ICONS[claim.verdict]} {words(screen.language).VERDICTS[claim.verdict][0]}"
        metric = escape(metric_name(claim.metric, screen))
        yield f"| {place} | {escape(claim.text)} | {verdict} | {metric} | {escape(base(claim, screen))} |"
    yield "\n</details>\n"


def base(claim: Claim, screen: Screen) -> str:
    """Return what the base says first of a figure, or why it was not checked."""
    for evidence in claim.evidence:
        return f"{value_text(evidence, screen)}, {when(evidence, screen)}"
    data = words(screen.language)
    return str(data.REASONS.get(claim.reason, claim.reason) or "")


def escape(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return BROKEN.sub("\\g<0>\u200b", MARKS.sub(r"\\\g<0>", inert(text)))


def code(text: str) -> str:
    """Return a text as code: a path, or what to write."""
    shown = inert(text).replace("|", "¦")
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    pad = " " if "`" in shown else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


FORMAT = Format("markdown", "Markdown, for a comment or an e-mail", render, for_people=True)
