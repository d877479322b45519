"""For a pipe: one line a finding, then one a draft."""

from __future__ import annotations

from imss_check.reports.coverage import coverage, ends, total
from imss_check.reports.formats import Format, Screen
from imss_check.reports.inert import inert
from imss_check.reports.listed import listed, spans_of, told
from imss_check.reports.model import Report
from imss_check.reports.paint import Paint
from imss_check.reports.places import place_text, places_of
from imss_check.reports.words import words


def render(report: Report, screen: Screen) -> str:
    """Return the report as `path:line:column: CODE name: message` lines."""
    data = words(screen.language)
    paint = Paint(screen.colour)
    lines: list[str] = []
    for document in report.documents:
        places = places_of(document)
        for one in listed(document, screen.show):
            where = inert(place_text(places, spans_of(one)[0][0], screen.language, full=True))
            lines.append(f"{inert(document.path)}:{where}: {told(one, document, screen, paint)}")
        lines.append(coverage(document, places, paint, data, screen.language))
    lines += total(report, paint, data)
    lines += ends(report, screen, data)
    return "".join(f"{line}\n" for line in lines)


FORMAT = Format("lines", "one line a finding, for pipes", render, for_people=True)
