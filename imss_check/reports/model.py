"""What a check found: records that map one to one to the JSON report. Spans are code points of the draft as read;
lines and columns are computed where a report is written (`reports/positions.py`)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from imss_check.facts.model import Observation, Source
from imss_check.quantities.model import Quantity
from imss_check.text.model import Block

if TYPE_CHECKING:
    from imss_check.facts.base import FactBase


class Evidence(NamedTuple):
    """An observation that speaks for or against a claim.

    `relation` is `supports`, `contradicts`, `other_period` or `context`; `unit` is the metric's.
    """

    metric: str
    observation: Observation
    source: Source
    unit: str
    relation: str


class Claim(NamedTuple):
    """A figure of a draft with its verdict.

    `period` is (first day, last day exclusive, whether the draft states it); `findings` are indexes into the
    document's findings; `reason` says why a figure was not checked, where that is known.
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    direction: str | None
    metric: str | None
    period: tuple[date, date, bool] | None
    verdict: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[int, ...] = ()
    reason: str | None = None


class Finding(NamedTuple):
    """Something an editor should act on. `suppressed` is the reason of an exemption; `claim` is the index of the
    claim whose verdict this is."""

    code: str
    name: str
    severity: str
    message: str
    spans: tuple[tuple[int, int], ...]
    suggestion: str | None = None
    suppressed: str | None = None
    claim: int | None = None


class DocumentReport(NamedTuple):
    """One draft. `as_of_source` is option, front_matter, text, git or today; `locator` is that of the draft."""

    path: str
    text: str
    as_of: date
    as_of_source: str
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    locator: str | None = None
    blocks: tuple[Block, ...] = ()
    """Those of the draft, where it has a locator."""


class Failure(NamedTuple):
    """A draft that could not be read."""

    path: str
    line: int | None
    column: int | None
    message: str


class FactsInfo(NamedTuple):
    """The fact base that the drafts were held against."""

    digest: str
    metrics: int
    observations: int
    sources: int


def facts_info(base: FactBase) -> FactsInfo:
    """Return what a report says of an open base."""
    return FactsInfo(base.digest, base.metric_count, base.observation_count, base.source_count)


class Report(NamedTuple):
    """All drafts of one run."""

    documents: tuple[DocumentReport, ...]
    errors: tuple[Failure, ...]
    facts: FactsInfo
    version: str


class VerdictStyle(NamedTuple):
    """How a verdict is shown: colour by name, whether the figure was held against the base, and its place in lists."""

    colour: str
    checked: bool
    weight: int


VERDICTS = {
    "supported": VerdictStyle("green", True, 0),
    "outdated": VerdictStyle("yellow", True, 4),
    "refuted": VerdictStyle("red", True, 5),
    "disputed": VerdictStyle("magenta", True, 3),
    "unverified": VerdictStyle("blue", False, 2),
    "unmatched": VerdictStyle("grey", False, 1),
}
"""In the order in which summaries name them; labels are in `languages/<code>/reports.py`."""

SEVERITIES = ("note", "warning", "error")
"""Least to most severe."""
