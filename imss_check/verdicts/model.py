"""What is said of a claim before it becomes a report."""

from __future__ import annotations

from typing import NamedTuple

from imss_check.facts.model import Metric, Observation
from imss_check.linking.model import Link, Reading


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
    """Why a claim was not checked, or could not be decided."""
