"""For people: on a terminal with the lines of the draft and the evidence, in a pipe one line a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from types import ModuleType

from imss_check.reports.formats import Format, Screen
from imss_check.reports.frames import frames
from imss_check.reports.inert import columns, inert
from imss_check.reports.model import VERDICTS, Claim, DocumentReport, Evidence, Finding, Report
from imss_check.reports.paint import SEVERITY_COLOURS, Paint
from imss_check.reports.positions import Positions
from imss_check.reports.summary import summarise
from imss_check.verdicts.messages import number, period_text

INDENT = "    "
CURRENCIES = ("MXN", "USD", "EUR", "GBP")


def render(report: Report, screen: Screen) -> str:
    """Return the report as lines of text."""
    return "".join(f"{line}\n" for line in report_lines(report, screen))


def report_lines(report: Report, screen: Screen) -> Iterator[str]:
    """Yield the findings of each draft, then its coverage; after several drafts the sum of all."""
    words = import_module(f"imss_check.languages.{screen.language}.reports")
    paint = Paint(screen.colour)
    for document in report.documents:
        places = Positions(document.text)
        shown = [f for f in document.findings if f.suppressed is None]
        for finding in sorted(shown, key=lambda f: (f.spans[0], f.code)):
            yield from finding_lines(document, finding, places, screen, paint, words)
        line = coverage(document, places, paint, words)
        yield from wrap(line, screen.width) if screen.frames else (line,)
    if len(report.documents) > 1:
        counts = summarise(report.documents)
        drafts = words.TEXT["drafts"].format(count=len(report.documents))
        yield f"{drafts}: {figures(counts['claims'], words)}: {tally(counts, paint, words)}".removesuffix(": ")


def finding_lines(
    document: DocumentReport, finding: Finding, places: Positions, screen: Screen, paint: Paint, words: ModuleType
) -> Iterator[str]:
    """Yield one finding: a line, and on a terminal the frame, the evidence and what to write."""
    line, column = places.at(finding.spans[0][0])
    colour = SEVERITY_COLOURS[finding.severity]
    where = paint(f"{inert(document.path)}:{line}:{column}:", "bold")
    head = f"{where} {paint(f'{finding.code} {finding.name}:', colour, 'bold')} {inert(finding.message)}"
    if not screen.frames:
        yield head
        return
    yield from wrap(head, screen.width)
    yield from frames(places, finding.spans, screen.width, paint, colour)
    claim = document.claims[finding.claim] if finding.claim is not None else None
    for evidence in claim.evidence if claim else ():
        told = base_line(evidence, claim, screen, paint, words)
        yield from wrap(f"{INDENT}= {words.TEXT['base']}: {told}", screen.width)
    if finding.suggestion is not None:
        yield f"{INDENT}= {words.TEXT['write']}: {paint(inert(finding.suggestion), 'green')}"
    yield ""


def base_line(evidence: Evidence, claim: Claim | None, screen: Screen, paint: Paint, words: ModuleType) -> str:
    """Return one observation: value, unit, period — publisher, date, link."""
    seen, source = evidence.observation, evidence.source
    value = words.HEDGES[seen.approximation] + figure(evidence, words)
    other = f" ({evidence.metric})" if claim is None or evidence.metric != claim.metric else ""
    parts = [source.publisher, source.published or words.TEXT["undated"]]
    if seen.derived is not None:
        parts.append(words.TEXT["follows"].format(working=seen.derived.working))
    line = f"{inert(value + other)}, {period_text(seen.first, seen.last, screen.language)} — {inert(', '.join(parts))}"
    return f"{line}, {paint.link(inert(source.url), source.url)}" if source.url else line


def figure(evidence: Evidence, words: ModuleType) -> str:
    """Return a value with its unit as people write it."""
    head = evidence.unit.partition("/")[0]
    text = number(evidence.observation.value)
    if head == "percent":
        return f"{text}%"
    if head in CURRENCIES:
        return f"{text} {evidence.unit}"
    return f"{text} {words.counted(evidence.unit)}".rstrip()


def coverage(document: DocumentReport, places: Positions, paint: Paint, words: ModuleType) -> str:
    """Return the line that says how many figures were checked, as of which day, and which were not, and why."""
    counts = summarise((document,))
    source = words.AS_OF[document.as_of_source]
    loud = ("yellow", "bold") if document.as_of_source == "today" else ()
    day = words.TEXT["as_of"].format(day=document.as_of.isoformat(), source=paint(source, *loud))
    line = f"{paint(inert(document.path) + ':', 'bold')} {figures(counts['claims'], words)} {day}"
    told = tally(counts, paint, words)
    line += f": {told}" if told else ""
    unread = not_checked(document.claims, places, words)
    return f"{line}; {words.TEXT['not_checked']}: {unread}" if unread else line


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
        told.append(words.TEXT["exempt"].format(count=counts["suppressed"]))
    return ", ".join(told)


def not_checked(claims: Iterable[Claim], places: Positions, words: ModuleType) -> str:
    """Return the figures that were not held against the base, with their places, by reason."""
    by_reason: dict[str, list[str]] = {}
    for claim in claims:
        if not VERDICTS[claim.verdict].checked:
            line, column = places.at(claim.start)
            reason = claim.reason or words.TEXT["no_reason"]
            by_reason.setdefault(reason, []).append(f"{inert(claim.text)} ({line}:{column})")
    return "; ".join(f"{', '.join(found)} – {words.REASONS.get(reason, reason)}" for reason, found in by_reason.items())


def wrap(line: str, width: int) -> Iterator[str]:
    """Yield a line broken at spaces where it is too wide; what follows is indented, and no word is broken."""
    indent = " " * (len(line) - len(line.lstrip(" ")) + 2)
    current = ""
    for word in line.split(" "):
        joined = f"{current} {word}" if current.strip() else current + word if word else current + " "
        if visible(joined) > width and current.strip():
            yield current
            current = indent + word
        else:
            current = joined
    yield current


def visible(line: str) -> int:
    """Return the columns of a line, its colours and links left out."""
    if "\x1b" not in line:
        return columns(line)
    import re

    return columns(re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;;.*?\x1b\\", "", line))


FORMAT = Format("terminal", "for people: code frames on a terminal, one line a finding in a pipe", render)
