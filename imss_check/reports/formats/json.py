"""The JSON report, a contract with other programs: deterministic bytes, exact decimals, sorted keys."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from imss_check.reports.formats import Format, Screen
from imss_check.reports.model import Claim, DocumentReport, Evidence, Finding, Report
from imss_check.reports.positions import Positions
from imss_check.reports.summary import summarise

Object = dict[str, Any]
SCHEMA_VERSION = "1"
ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
DEPTH = 4
"""The report, its documents, a document, its claims: a claim is a line."""


def render(report: Report, screen: Screen) -> str:
    """Return the report as JSON text."""
    return spread(report_object(report), DEPTH) + "\n"


def spread(value: Any, depth: int, indent: str = "") -> str:
    """Return JSON with a key or an item a line down to a depth; deeper is compact."""
    if depth == 0 or not value or not isinstance(value, (dict, list)):
        return ENCODER.encode(value)
    inner = indent + "  "
    if isinstance(value, dict):
        parts = [f"{ENCODER.encode(key)}: {spread(value[key], depth - 1, inner)}" for key in sorted(value)]
    else:
        parts = [spread(item, depth - 1, inner) for item in value]
    begin, end = "{}" if isinstance(value, dict) else "[]"
    body = ",".join(f"\n{inner}{part}" for part in parts)
    return f"{begin}{body}\n{indent}{end}"


def report_object(report: Report) -> Object:
    """Return the report as plain objects."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "imss-check", "version": report.version},
        "facts": report.facts._asdict(),
        "documents": [document_object(document) for document in report.documents],
        "summary": summarise(report.documents),
        "errors": [{**error._asdict(), "path": printable(error.path)} for error in report.errors],
    }


def document_object(document: DocumentReport) -> Object:
    """Return one draft's part of the report."""
    places = Positions(document.text, document.locator, document.blocks)
    return {
        "path": printable(document.path),
        "as_of": document.as_of.isoformat(),
        "as_of_source": document.as_of_source,
        "claims": [claim_object(claim, places) for claim in document.claims],
        "findings": [finding_object(finding, places) for finding in document.findings],
        "summary": summarise((document,)),
    }


def claim_object(claim: Claim, places: Positions) -> Object:
    """Return a claim."""
    quantity = claim.quantity
    return {
        "span": span_object(claim.start, claim.end, places),
        "text": claim.text,
        "quantity": {
            "value": decimal_text(quantity.value),
            "low": None if quantity.low is None else decimal_text(quantity.low),
            "high": None if quantity.high is None else decimal_text(quantity.high),
            "unit": quantity.unit,
            "approximation": quantity.approximation,
        },
        "direction": claim.direction,
        "metric": claim.metric,
        "period": None if claim.period is None else period_object(*claim.period),
        "verdict": claim.verdict,
        "confidence": claim.confidence,
        "evidence": [evidence_object(evidence) for evidence in claim.evidence],
        "findings": list(claim.findings),
        "reason": claim.reason,
    }


def finding_object(finding: Finding, places: Positions) -> Object:
    """Return a finding; its claim is the one that names it first."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "spans": [span_object(start, end, places) for start, end in finding.spans],
        "suggestion": finding.suggestion,
        "suppressed": finding.suppressed,
    }


def evidence_object(evidence: Evidence) -> Object:
    """Return an observation with its source, and with its working where it is derived."""
    observation, source = evidence.observation, evidence.source
    return {
        "metric": evidence.metric,
        "value": decimal_text(observation.value),
        "unit": evidence.unit,
        "printed": observation.printed,
        "period": period_object(observation.first, observation.last, True),
        "approximation": observation.approximation,
        "relation": evidence.relation,
        "source": {
            "id": source.id,
            "publisher": source.publisher,
            "title": source.title,
            "url": source.url,
            "published": source.published,
            "where": observation.where,
            "kind": source.kind,
        },
        "derivation": None if observation.derived is None else {
            "working": observation.derived.working,
            "inputs": [
                {
                    "metric": metric,
                    "value": decimal_text(Decimal(value)),
                    "period": {"start": first, "end": last, "stated": True},
                    "source": origin,
                }
                for metric, value, first, last, origin in observation.derived.inputs
            ],
        },
    }  # fmt: skip


def span_object(start: int, end: int, places: Positions) -> Object:
    """Return a span with the line and column where it begins."""
    line, column = places.at(start)
    span = {"start": start, "end": end, "line": line, "column": column}
    locator = places.locate(start)
    return span if locator is None else {**span, "locator": locator._asdict()}


def period_object(first: date, last: date, stated: bool) -> Object:
    """Return half-open days."""
    return {"start": first.isoformat(), "end": last.isoformat(), "stated": stated}


def decimal_text(value: Decimal) -> str:
    """Return a decimal in its shortest form: no leading or trailing zeros, no exponent, no -0."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def printable(path: str) -> str:
    """Return a path as text that UTF-8 can hold."""
    return path.encode("utf-8", "replace").decode("utf-8")


FORMAT = Format("json", "the JSON report, for programs", render)
