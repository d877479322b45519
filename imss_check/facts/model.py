"""Records of the fact base."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import inf
from typing import NamedTuple


class Source(NamedTuple):
    """Where an observation was published."""

    id: str
    publisher: str
    title: str | None
    description: str | None
    url: str | None
    published: str | None
    kind: str
    language: str


class Derivation(NamedTuple):
    """How a derived observation follows from others: the working, and (metric, first day, source) of its inputs."""

    working: str
    inputs: tuple[tuple[str, str, str, str, str], ...]
    """(metric, value, first day, last day exclusive, source id) of each input."""


class Observation(NamedTuple):
    """One metric, one period, one value, one source. Days are half-open `[first, last)`; values in base units.

    `known` is the first day on which it could be known. `printed` is None where the figure as printed is not known;
    `derived` is set where the value follows from other observations, and then ranks below a printed one.
    """

    metric: str
    first: date
    last: date
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    approximation: str
    printed: str | None
    source: str
    where: str | None
    known: date
    grain: str
    """day, month, year or range: how its period is written."""
    derived: Derivation | None = None


class Scope(NamedTuple):
    """What part of the world a metric covers."""

    programme: str = "ordinary"
    territory: str = "national"
    group: str | None = None
    institution: str = "own"
    status: str = "result"
    variant: str | None = None


class Metric(NamedTuple):
    """A named series. `measure` is level, change, rate or share; `valid_days` is how long an observation stays in
    force after its period (None: until a newer one)."""

    id: str
    topic: str
    name: dict[str, str]
    unit: str
    kind: str
    measure: str
    grain: str
    scope: Scope
    cadence: str
    valid_days: int | None
    indicator: str | None
    part_of: str | None


class Wording(NamedTuple):
    """Words that speak for metrics: content stems in order, the metrics, and `name`, `alias` or `cue`."""

    stems: tuple[str, ...]
    metrics: tuple[str, ...]
    kind: str
    weight: float = 0.0
    """How telling it is, 0 to 1."""


class ScopeTerm(NamedTuple):
    """Words that name a scope: stems in order, the facet (territory, institution, sector, group, programme, variant
    …), the value, and whether it is the base's own (own institution, whole country)."""

    stems: tuple[str, ...]
    facet: str
    value: str
    own: bool


SLACK = 1e-9
"""A float may lie this far beside its decimal: what is widened by it is compared exactly afterwards."""


def magnitudes(low: Decimal | None, value: Decimal, high: Decimal | None) -> tuple[float, float]:
    """Return the least and the greatest magnitude of a value with its bounds, a little wider than they are."""
    size = abs(float(value))
    one, two = -inf if low is None else float(low), inf if high is None else float(high)
    if two <= 0.0:
        one, two = -two, -one
    return min(max(one, 0.0), size) * (1 - SLACK), max(two, size) * (1 + SLACK)
