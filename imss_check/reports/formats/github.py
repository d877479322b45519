"""Workflow commands of GitHub Actions: annotations on the lines of a pull request.

GitHub shows at most 10 annotations of each kind for a step and 50 for a job, so the gravest come first, and a notice
counts those that are left out. Whatever a draft says stays inside its command: percent signs and line ends are
escaped, in properties also colons and commas.
"""

from __future__ import annotations

import re

from imss_check.reports.fingerprints import relative_path
from imss_check.reports.formats import Format, Screen, markdown
from imss_check.reports.inert import inert
from imss_check.reports.model import SEVERITIES, DocumentReport, Finding, Report
from imss_check.reports.places import places_of
from imss_check.reports.positions import Positions
from imss_check.reports.words import words

KINDS = {"error": "error", "warning": "warning", "note": "notice"}
EACH, ALL = 10, 50
ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTIES = {**ESCAPES, ":": "%3A", ",": "%2C"}
CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


def render(report: Report, screen: Screen) -> str:
    """Return a command for each finding that GitHub will show, then one line of counts."""
    data = words(screen.language, "html").TEXT
    found = [(d, f) for d in report.documents for f in d.findings if f.suppressed is None]
    found.sort(key=lambda pair: -SEVERITIES.index(pair[1].severity))
    shown, left = within_limits(found)
    places = {id(document): places_of(document) for document, _ in shown}
    lines = [annotation(document, finding, places[id(document)]) for document, finding in shown]
    if left:
        lines.append(command("notice", data["left_out"].format(count=left), title="imss-check"))
    lines += [command("error", e.message, **place(e.path, e.line, e.column)) for e in report.errors]
    lines.append(f"imss-check: {markdown.tally(report, screen)}")
    return "".join(f"{line}\n" for line in lines)


def within_limits(found: list[tuple[DocumentReport, Finding]]) -> tuple[list[tuple[DocumentReport, Finding]], int]:
    """Return the findings that GitHub will show, and how many are left out; the notice of these takes a place."""
    room = dict.fromkeys(SEVERITIES, EACH) | {"note": EACH - 1}
    shown: list[tuple[DocumentReport, Finding]] = []
    for document, finding in found:
        if room[finding.severity] and len(shown) < ALL - 1:
            room[finding.severity] -= 1
            shown.append((document, finding))
    return shown, len(found) - len(shown)


def annotation(document: DocumentReport, finding: Finding, places: Positions) -> str:
    """Return one finding as a command."""
    start, end = map(places.at, finding.spans[0])
    where = place(document.path, start.line, start.column)
    where |= {"endLine": str(end.line), "endColumn": str(end.column)}
    message = finding.message if finding.suggestion is None else f"{finding.message} → {finding.suggestion}"
    return command(KINDS[finding.severity], message, **where, title=f"{finding.code} {finding.name}")


def place(path: str, line: int | None, column: int | None) -> dict[str, str]:
    """Return the properties that say where."""
    named = {"file": relative_path(path), "line": line, "col": column}
    return {key: str(value) for key, value in named.items() if value is not None}


def command(kind: str, message: str, **properties: str) -> str:
    """Return a workflow command; nothing in it can end it or begin another."""
    told = ",".join(f"{key}={escape(CONTROL.sub('', value), IN_PROPERTIES)}" for key, value in properties.items())
    return f"::{kind} {told}::{escape(inert(message), ESCAPES)}"


def escape(text: str, marks: dict[str, str]) -> str:
    """Return a text with its marks escaped."""
    return "".join(marks.get(character, character) for character in text)


FORMAT = Format("github", "annotations and a step summary for GitHub Actions", render, markdown.FORMAT.render)
