"""What a base answers on one day: each question asked once."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from imss_check.facts.base import FactBase
from imss_check.facts.model import Metric, Observation
from imss_check.linking.model import Reading
from imss_check.linking.readings import in_force, just_published
from imss_check.linking.units import unit_score


class Extent(NamedTuple):
    """Between which sizes and days the observations of a metric lie."""

    least: float
    greatest: float
    first: date
    last: date


class Known:
    """A base as of a day, with its answers kept for the length of one draft."""

    def __init__(self, base: FactBase, day: date) -> None:
        self.base, self.day = base, day
        self._answers: dict[tuple[str, object, object, bool], tuple[Observation, ...]] = {}
        self._recent: dict[str, tuple[Observation, ...]] = {}
        self._extents: dict[str, Extent | None] = {}
        self._unit_scores: dict[tuple[str | None, str], float] = {}

    def in_force(self, metric: Metric, reading: Reading) -> tuple[Observation, ...]:
        """Return the observations of a metric that answer a reading."""
        key = (metric.id, reading.first, reading.last, reading.stated)
        if key not in self._answers:
            self._answers[key] = in_force(metric, self.base.observations(metric.id), reading, self.day)
        return self._answers[key]

    def extent(self, metric: Metric) -> Extent | None:
        """Return the least and greatest size of a metric's observations, and the days that they span."""
        if metric.id not in self._extents:
            seen = self.base.observations(metric.id)
            sizes = [abs(float(o.value)) for o in seen if o.value]
            self._extents[metric.id] = (
                Extent(min(sizes), max(sizes), seen[0].first, max(o.last for o in seen)) if sizes else None
            )
        return self._extents[metric.id]

    def just_published(self, metric: Metric) -> tuple[Observation, ...]:
        """Return the observations of a metric that a draft of the day may know before our source does."""
        if metric.id not in self._recent:
            self._recent[metric.id] = just_published(metric, self.base.observations(metric.id), self.day)
        return self._recent[metric.id]

    def unit_score(self, unit: str | None, metric_unit: str) -> float:
        """Return how well a figure's unit suits a metric's."""
        key = unit, metric_unit
        if key not in self._unit_scores:
            self._unit_scores[key] = unit_score(unit, metric_unit, self.base)
        return self._unit_scores[key]
