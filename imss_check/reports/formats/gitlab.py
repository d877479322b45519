"""GitLab's code quality report: findings on the lines of a merge request."""

from __future__ import annotations

import json

from imss_check.reports.fingerprints import fingerprints, relative_path
from imss_check.reports.formats import Format, Screen
from imss_check.reports.inert import inert
from imss_check.reports.model import Report
from imss_check.reports.places import places_of

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, screen: Screen) -> str:
    """Return the findings that count, each with a fingerprint of its own: GitLab drops repeated ones."""
    issues = []
    for document in report.documents:
        places = places_of(document)
        for finding, print_ in zip(document.findings, fingerprints(document), strict=True):
            if finding.suppressed is not None:
                continue
            start, end = finding.spans[0]
            lines = {"begin": places.at(start).line, "end": places.at(end).line}
            issues.append(
                {
                    "description": inert(finding.message),
                    "check_name": finding.code,
                    "fingerprint": print_.digest,
                    "severity": SEVERITIES[finding.severity],
                    "location": {"path": relative_path(document.path), "lines": lines},
                }
            )
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


FORMAT = Format("gitlab", "GitLab's code quality report", render)
