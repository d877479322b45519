"""Reviewdog's diagnostics: columns are UTF-8 bytes from 1, ends are exclusive."""

from __future__ import annotations

import json
from typing import Any

from imss_check.reports.fingerprints import relative_path
from imss_check.reports.formats import Format, Screen
from imss_check.reports.inert import inert
from imss_check.reports.model import DocumentReport, Finding, Report
from imss_check.reports.places import places_of
from imss_check.reports.positions import Position, Positions

Object = dict[str, Any]
SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, screen: Screen) -> str:
    """Return the findings that count as diagnostics."""
    found = []
    for document in report.documents:
        places = places_of(document)
        found += [diagnostic(document, f, places) for f in document.findings if f.suppressed is None]
    result = {"source": {"name": "imss-check"}, "diagnostics": found}
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def diagnostic(document: DocumentReport, finding: Finding, places: Positions) -> Object:
    """Return one finding."""
    first, *others = (range_object(span, places) for span in finding.spans)
    path, message = relative_path(document.path), inert(finding.message)
    shown: Object = {
        "message": message,
        "location": {"path": path, "range": first},
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.code},
    }
    if finding.suggestion is not None:
        shown["suggestions"] = [{"range": first, "text": finding.suggestion}]
    if others:
        shown["related_locations"] = [
            {"message": finding.name, "location": {"path": path, "range": other}} for other in others
        ]
    return shown


def range_object(span: tuple[int, int], places: Positions) -> Object:
    """Return a span in lines and bytes."""
    start, end = map(places.at, span)
    return {"start": byte_position(start, places), "end": byte_position(end, places)}


def byte_position(position: Position, places: Positions) -> Object:
    """Return a position with its column in bytes."""
    return {"line": position.line, "column": places.utf8_column(position)}


FORMAT = Format("rdjson", "diagnostics for reviewdog", render)
