"""For people: each finding with the line of the draft, the evidence and what to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from types import ModuleType

from imss_check.reports.coverage import coverage, ends, total
from imss_check.reports.evidence import origin, value_text, when
from imss_check.reports.formats import Format, Screen
from imss_check.reports.frames import frames
from imss_check.reports.inert import columns, inert
from imss_check.reports.listed import colour_of, listed, spans_of, told
from imss_check.reports.model import Claim, DocumentReport, Evidence, Finding, Report
from imss_check.reports.paint import Paint
from imss_check.reports.places import place_text, places_of
from imss_check.reports.positions import Positions
from imss_check.reports.words import words

INDENT = "    "
ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;[^\x1b]*\x1b\\")


def render(report: Report, screen: Screen) -> str:
    """Return the report as lines of text."""
    return "".join(f"{line}\n" for line in report_lines(report, screen))


def report_lines(report: Report, screen: Screen) -> Iterator[str]:
    """Yield the findings of each draft, then its coverage; after several drafts the sum of all."""
    data = words(screen.language)
    paint = Paint(screen.colour)
    for document in report.documents:
        places = places_of(document)
        for one in listed(document, screen.show):
            yield from entry_lines(document, one, places, screen, paint, data)
            yield ""
        yield from wrap(coverage(document, places, paint, data, screen.language), screen.width)
    yield from total(report, paint, data)
    for line in ends(report, screen, data):
        yield from wrap(line, screen.width)


def entry_lines(
    document: DocumentReport, one: Finding | Claim, places: Positions, screen: Screen, paint: Paint, data: ModuleType
) -> Iterator[str]:
    """Yield a finding or a figure: what and where, the frame, the evidence, what to write."""
    spans = spans_of(one)
    where = inert(f"{document.path}:{place_text(places, spans[0][0], screen.language, full=True)}:")
    yield from wrap(f"{paint(where, 'bold')} {told(one, document, screen, paint)}", screen.width)
    yield from frames(places, spans, screen.width, paint, colour_of(one))
    claim = one if isinstance(one, Claim) else document.claims[one.claim] if one.claim is not None else None
    for evidence in distinct(claim.evidence) if claim else ():
        line = base_line(evidence, claim, screen, paint, data)
        yield from wrap(f"{INDENT}= {data.TEXT['base']}: {line}", screen.width)
    if isinstance(one, Finding) and one.suggestion is not None:
        yield f"{INDENT}= {data.TEXT['write']}: {paint(inert(one.suggestion), 'green')}"


def distinct(listed: Iterable[Evidence]) -> list[Evidence]:
    """Return the evidence without what only repeats a value and its period: the first source of each speaks for all."""
    seen: dict[object, Evidence] = {}
    for evidence in listed:
        o = evidence.observation
        seen.setdefault((o.metric, o.value, o.approximation, o.first, o.last), evidence)
    return list(seen.values())


def base_line(evidence: Evidence, claim: Claim | None, screen: Screen, paint: Paint, data: ModuleType) -> str:
    """Return one observation: value, unit, period — publisher, date, link."""
    seen, url = evidence.observation, evidence.source.url
    other = f" ({evidence.metric})" if claim is None or evidence.metric != claim.metric else ""
    line = f"{value_text(evidence, screen)}{other}, {when(evidence, screen)} — {origin(evidence, screen)}"
    if seen.derived is not None:
        line += f", {data.TEXT['follows'].format(working=seen.derived.working)}"
    return f"{inert(line)}, {paint.link(inert(url), url)}" if url else inert(line)


def wrap(line: str, width: int) -> Iterator[str]:
    """Yield a line broken at spaces where it is too wide; what follows is indented, and no word is broken."""
    lead = len(line) - len(line.lstrip(" "))
    current, parts = "", line[lead:].split(" ")
    start, later = " " * lead, " " * (lead + 2)
    for word in parts:
        if current and visible(f"{start}{current} {word}") > width:
            yield start + current
            start, current = later, word
        else:
            current = f"{current} {word}" if current else word
    yield start + current


def visible(line: str) -> int:
    """Return the columns of a line, its colours and links left out."""
    return columns(ESCAPES.sub("", line) if "\x1b" in line else line)


FORMAT = Format("terminal", "for people: the lines of the draft, the evidence, what to write", render, for_people=True)
