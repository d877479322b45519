"""Labelled claims, and what is counted when the program reads them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Label(NamedTuple):
    """A numeric mention as a person reads it: `text[start:end]`.

    `metrics` are all those that can be defended (none: no metric of the base fits), `expect` all verdicts that can;
    `finding` is a rule code, `x` for any digit.
    """

    start: int
    end: int
    value: Decimal
    unit: str | None
    role: str
    metrics: frozenset[str]
    truth: str | None
    expect: tuple[str, ...]
    finding: str | None
    trap: str | None


class Expected(NamedTuple):
    """A finding on the draft as a whole; an `optional` one is neither missed nor wrong."""

    code: str
    surfaces: tuple[str, ...]
    optional: bool


class Case(NamedTuple):
    """A labelled draft or sentence. `line` is that of a sentence in its file."""

    name: str
    kind: str
    path: str
    line: int | None
    language: str
    day: date
    text: str
    labels: tuple[Label, ...]
    findings: tuple[Expected, ...]


class Miss(NamedTuple):
    """A place where the program does not do what the label says."""

    place: str
    what: str
    surface: str
    wanted: str
    got: str
    trap: str | None = None


class Score(NamedTuple):
    """What was counted over some cases: counts by name, (label's verdict, the program's) -> count, and the misses."""

    counts: Counter[str]
    confusion: Counter[tuple[str, str]]
    misses: tuple[Miss, ...]
