"""What is said of a claim before it becomes a report."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from imss_check.facts.model import Metric, Observation
from imss_check.linking.model import Link, Reading

RETELLS = 6
"""Confirmed digits from which a draft is taken to retell a source."""


class Followed(NamedTuple):
    """What a draft follows: how many digits of its figures each source, and each topic at one date, have confirmed."""

    sources: dict[str, int]
    events: dict[tuple[str, date], int]

    def holds(self, metric: Metric, o: Observation) -> bool:
        """Whether the draft retells the source of an observation, or its topic as of the same day."""
        return self.sources.get(o.source, 0) >= RETELLS or self.events.get((metric.topic, o.last), 0) >= RETELLS


class Judgement(NamedTuple):
    """A verdict with its reasons.

    `right` are the observations in force, `met` those that the figure agrees with, `rival` an observation of another
    metric that it belongs to; `cause` is the form of the slip ("swap", "scale" …), `code` the rule where one fires.
    """

    link: Link
    metric: Metric | None
    confidence: float
    verdict: str
    reading: Reading | None = None
    right: tuple[Observation, ...] = ()
    met: tuple[Observation, ...] = ()
    rival: Observation | None = None
    code: str | None = None
    cause: str | None = None
    reason: str | None = None
    """Why a claim was not checked, or could not be decided: a key of `REASONS` in `languages/<code>/reports.py`."""
