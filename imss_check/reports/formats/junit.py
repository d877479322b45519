"""JUnit XML: a suite for each draft, a case for each figure and for each finding.

A figure that was checked passes, one that was not is skipped, a finding fails; so the counts are those of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from imss_check.reports.fingerprints import relative_path
from imss_check.reports.formats import Format, Screen
from imss_check.reports.inert import inert
from imss_check.reports.model import VERDICTS, Claim, DocumentReport, Failure, Finding, Report
from imss_check.reports.places import places_of
from imss_check.reports.positions import Positions
from imss_check.reports.words import words

FORBIDDEN = re.compile(r"[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold, line ends, and controls that a terminal would obey."""


def render(report: Report, screen: Screen) -> str:
    """Return the report as XML."""
    root = Element("testsuites", name="imss-check")
    for document in report.documents:
        suite = SubElement(root, "testsuite", name=clean(relative_path(document.path)))
        suite.extend(cases(document, screen))
        count(suite)
    if report.errors:
        suite = SubElement(root, "testsuite", name="imss-check")
        suite.extend(map(unread, report.errors))
        count(suite)
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def cases(document: DocumentReport, screen: Screen) -> Iterator[Element]:
    """Yield a case for each finding, then one for each figure without any; names are unique within a draft."""
    places = places_of(document)
    seen: dict[str, int] = {}

    def case(name: str, start: int) -> Element:
        name = clean(name)
        seen[name] = seen.get(name, 0) + 1
        shown = name if seen[name] == 1 else f"{name} [{seen[name]}]"
        path, (line, column) = clean(relative_path(document.path)), places.at(start)
        element = Element("testcase", classname=path, name=shown, file=path, line=str(line))
        properties = SubElement(element, "properties")
        SubElement(properties, "property", name="column", value=str(column))
        return element

    for finding in document.findings:
        start, end = finding.spans[0]
        element = case(f"{finding.code} {finding.name}: {document.text[start:end]}", start)
        add_finding(element, document, finding, places)
        yield element
    for claim in document.claims:
        if not claim.findings:
            element = case(f"{claim.verdict}: {claim.text}", claim.start)
            if not VERDICTS[claim.verdict].checked:
                SubElement(element, "skipped", message=clean(reason(claim, screen)))
            yield element


def add_finding(element: Element, document: DocumentReport, finding: Finding, places: Positions) -> None:
    """Say what was found, or why it is exempt."""
    if finding.suppressed is not None:
        SubElement(element, "skipped", message=clean(finding.suppressed))
        return
    failure = SubElement(element, "failure", type=finding.severity, message=clean(inert(finding.message)))
    line, column = places.at(finding.spans[0][0])
    told = [f"{relative_path(document.path)}:{line}:{column}: {finding.code} {finding.name}: {finding.message}"]
    told += [finding.suggestion] if finding.suggestion is not None else []
    failure.text = "\n".join(clean(inert(text)) for text in told)


def reason(claim: Claim, screen: Screen) -> str:
    """Return why a figure was not checked."""
    data = words(screen.language)
    return str(data.REASONS.get(claim.reason, claim.reason) or data.VERDICTS[claim.verdict][0])


def unread(error: Failure) -> Element:
    """Return a draft that could not be read as a case that broke."""
    path = clean(relative_path(error.path))
    element = Element("testcase", classname=path, name=path, file=path)
    SubElement(element, "error", type="unreadable", message=clean(error.message))
    return element


def count(suite: Element) -> None:
    """Write the counts of a suite."""
    suite.set("tests", str(len(suite)))
    for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(key, str(sum(case.find(tag) is not None for case in suite)))


def clean(text: str) -> str:
    """Return a text without what an attribute should not hold."""
    return FORBIDDEN.sub("", text)


FORMAT = Format("junit", "JUnit XML, a case for each figure", render)
