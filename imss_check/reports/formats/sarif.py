"""SARIF 2.1.0, for code scanning: rules with help, relative paths, fingerprints that outlive line shifts."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from imss_check.reports.baseline import BASELINE
from imss_check.reports.fingerprints import Fingerprint, fingerprints, metric_of, relative_path
from imss_check.reports.formats import Format, Screen
from imss_check.reports.inert import inert
from imss_check.reports.model import DocumentReport, Failure, Finding, Report
from imss_check.reports.places import places_of
from imss_check.reports.positions import Positions
from imss_check.reports.words import rule_help
from imss_check.verdicts.findings import RULES

Object = dict[str, Any]
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
PRINT = "imssCheck/v1"


def render(report: Report, screen: Screen) -> str:
    """Return the report as a SARIF log of one run."""
    codes = sorted(rule_help(screen.language))
    run = {
        "tool": {
            "driver": {
                "name": "imss-check",
                "version": report.version,
                "language": screen.language,
                "rules": [rule_object(code, screen.language) for code in codes],
            }
        },
        "automationDetails": {"id": "imss-check/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "toolExecutionNotifications": [notification(error) for error in report.errors],
            }
        ],
        "properties": {"facts": report.facts._asdict()},
        "results": [result for document in report.documents for result in results(document, codes)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def rule_object(code: str, language: str) -> Object:
    """Return a rule with its help."""
    name, severity = RULES[code]
    finds, advice = rule_help(language)[code]
    shown = f"**{code} {name}**: {finds}\n\n{advice}".replace("<", "&lt;")
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in name.split()),
        "shortDescription": {"text": finds},
        "fullDescription": {"text": f"{finds} {advice}"},
        "help": {"text": f"{finds} {advice}", "markdown": shown},
        "defaultConfiguration": {"level": severity},
        "properties": {"tags": ["figures"], "precision": "high", "problem.severity": level(severity)},
    }


def level(severity: str) -> str:
    """Return a severity as GitHub's rule properties name it."""
    return "recommendation" if severity == "note" else severity


def results(document: DocumentReport, codes: list[str]) -> list[Object]:
    """Return the findings of a draft; exempted ones are suppressed, not left out."""
    places = places_of(document)
    prints = fingerprints(document)
    return [
        result_object(document, finding, print_, places, codes)
        for finding, print_ in zip(document.findings, prints, strict=True)
    ]


def result_object(
    document: DocumentReport, finding: Finding, print_: Fingerprint, places: Positions, codes: list[str]
) -> Object:
    """Return one finding."""
    first, *others = finding.spans
    result: Object = {
        "ruleId": finding.code,
        "level": finding.severity,
        "message": {"text": inert(finding.message)},
        "locations": [location(document, first, places)],
        "partialFingerprints": {PRINT: print_.digest},
    }
    if finding.code in codes:
        result["ruleIndex"] = codes.index(finding.code)
    if others:
        result["relatedLocations"] = [
            {"id": number, **location(document, span, places)} for number, span in enumerate(others, 1)
        ]
    if finding.suggestion is not None:
        result["fixes"] = [fix(document, first, finding.suggestion, places)]
    if finding.suppressed is not None:
        kind = "external" if finding.suppressed == BASELINE else "inSource"
        result["suppressions"] = [{"kind": kind, "status": "accepted", "justification": inert(finding.suppressed)}]
    if finding.claim is not None:
        claim = document.claims[finding.claim]
        result["properties"] = {"verdict": claim.verdict, "metric": metric_of(document, finding) or None}
    return result


def location(document: DocumentReport, span: tuple[int, int], places: Positions) -> Object:
    """Return a span as a physical location."""
    return {
        "physicalLocation": {
            "artifactLocation": artifact(document.path),
            "region": {**region(span, places), "snippet": {"text": document.text[span[0] : span[1]]}},
        }
    }


def region(span: tuple[int, int], places: Positions) -> Object:
    """Return where a span begins, and where the first character behind it is."""
    start, end = places.at(span[0]), places.at(span[1])
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span[0],
        "charLength": span[1] - span[0],
    }


def artifact(path: str) -> Object:
    """Return a path as a relative URI; one outside of the folder stays as it is."""
    return {"uri": quote(relative_path(path), safe="/"), "uriBaseId": ROOT}


def fix(document: DocumentReport, span: tuple[int, int], text: str, places: Positions) -> Object:
    """Return a suggestion as a replacement of a span."""
    replacement = {"deletedRegion": region(span, places), "insertedContent": {"text": text}}
    return {
        "description": {"text": inert(text)},
        "artifactChanges": [{"artifactLocation": artifact(document.path), "replacements": [replacement]}],
    }


def notification(error: Failure) -> Object:
    """Return a draft that could not be read."""
    place: Object = {"artifactLocation": artifact(error.path)}
    if error.line is not None:
        place["region"] = {"startLine": error.line, "startColumn": error.column or 1}
    return {
        "level": "error",
        "message": {"text": inert(error.message)},
        "locations": [{"physicalLocation": place}],
    }


FORMAT = Format("sarif", "SARIF 2.1.0, for code scanning", render)
