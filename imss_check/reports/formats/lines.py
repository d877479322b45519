"""For a pipe: one line a finding, then one a draft."""

from __future__ import annotations

from imss_check.reports.coverage import coverage, ends, shown_findings, total
from imss_check.reports.formats import Format, Screen
from imss_check.reports.inert import inert
from imss_check.reports.model import Report
from imss_check.reports.paint import SEVERITY_COLOURS, Paint
from imss_check.reports.places import place_text, places_of
from imss_check.reports.words import rule_title, words


def render(report: Report, screen: Screen) -> str:
    """Return the report as `path:line:column: CODE name: message` lines."""
    data = words(screen.language)
    paint = Paint(screen.colour)
    lines: list[str] = []
    for document in report.documents:
        places = places_of(document)
        for finding in shown_findings(document):
            code = paint(f"{rule_title(finding, data)}:", SEVERITY_COLOURS[finding.severity], "bold")
            where = inert(place_text(places, finding.spans[0][0], screen.language, full=True))
            lines.append(f"{inert(document.path)}:{where}: {code} {inert(finding.message)}")
        lines.append(coverage(document, places, paint, data, screen.language))
    lines += total(report, paint, data)
    lines += ends(report, screen, data)
    return "".join(f"{line}\n" for line in lines)


FORMAT = Format("lines", "one line a finding, for pipes", render, for_people=True)
