"""Records of linking: what stands around a figure, and which metrics it could belong to."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from imss_check.facts.model import Metric, Observation, ScopeTerm, Wording
from imss_check.linking.distance import Marks
from imss_check.periods.model import PeriodMention
from imss_check.quantities.model import Quantity
from imss_check.text.model import Sentence
from imss_check.text.words import Word


class Mention(NamedTuple):
    """Words of the draft that name metrics: their span, the wording they met, and how telling it is (0 to 1)."""

    start: int
    end: int
    wording: Wording
    weight: float


class Cue(NamedTuple):
    """Words of the draft that speak for a facet (`up`, `month`, `share`, `planned` …)."""

    start: int
    end: int
    facet: str


class ScopeMention(NamedTuple):
    """Words of the draft that name a scope."""

    start: int
    end: int
    term: ScopeTerm


class View(NamedTuple):
    """A sentence with all that was read from it. `near` holds other views that lend their context, each with the
    cost of going there."""

    index: int  # type: ignore[assignment]  # a tuple has a method of this name
    sentence: Sentence
    kind: str
    words: list[Word]
    quantities: list[Quantity]
    periods: list[PeriodMention]
    mentions: list[Mention]
    cues: list[Cue]
    scopes: list[ScopeMention]
    stems: dict[str, tuple[int, int]]
    """Content stem -> span of its first word."""
    near: list[tuple[int, float]]
    marks: Marks
    answers: tuple[int, ...]
    """The places of the figures that a word like "respectively" distributes."""


class Reading(NamedTuple):
    """One way to understand the period of a claim: half-open days, how it is written, whether the text states it,
    and its cost (0 is the likeliest)."""

    first: date
    last: date
    grain: str
    stated: bool
    cost: float


class Context(NamedTuple):
    """What surrounds one figure: strength (0 to 1) of each facet, its direction, its scopes, its possible periods."""

    facets: dict[str, float]
    direction: str | None
    scopes: list[tuple[ScopeTerm, float]]
    readings: list[Reading]
    base: bool = False
    """Whether the figure is what another one is compared with: the start of "from A to B", or "against the A of …"."""
    alone: bool = False
    """Whether no other figure stands in its sentence, those of periods left out."""


class Features(NamedTuple):
    """What speaks for a candidate or against it, each a small number."""

    bias: float
    words: float
    """Words near the figure that name it, or the indicator that it belongs to."""
    own: float
    """How much its own words say beyond those of its indicator."""
    second: float
    """More words that speak for it."""
    unit: float
    measure: float
    grain: float
    status: float
    programme: float
    variant: float
    scope: float
    magnitude: float
    recency: float
    answer: float
    """The base has an observation in force."""
    hit: float
    """Significant digits that meet the observation in force."""
    hit_other: float
    """Digits that meet another observation of the metric."""
    topic: float = 0.0
    kin: float = 0.0
    """What the figure beside it speaks of."""
    repeat: float = 0.0
    """The same figure elsewhere in the draft."""


class Candidate(NamedTuple):
    """A metric that a figure could belong to: the features that speak for and against it, two scores (with and
    without the value as evidence), and what the base holds for its period."""

    metric: Metric
    features: Features
    support: float
    refute: float
    in_force: tuple[Observation, ...]
    reading: Reading | None
    beside: float = 0.0
    """Power of its words that belong to this figure and no other."""


class Link(NamedTuple):
    """A figure in context with its candidates, best first, and the probabilities of the best one."""

    view: int
    quantity: Quantity
    context: Context
    candidates: list[Candidate]
    support: float
    refute: float
    repeats: int | None = None
    """The place of the figure that this one repeats in words, in brackets behind it."""
