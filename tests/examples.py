"""The sentences that each metric of the base names as its own (`match`) or as another's (`no_match`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import yaml

from imss_check import find_quantities
from imss_check.check import read_draft_claims
from imss_check.facts.base import FactBase
from imss_check.text.read import draft_from_text

ROOT = Path(__file__).resolve().parent.parent
NOT_TOPICS = ("relations", "scopes", "sources", "units")
LATER = timedelta(days=3)
"""An example is read as of a few days after the figure in it became known."""


class Example(NamedTuple):
    """A sentence of a metric, and whether a figure in it must link there, or none may."""

    metric: str
    side: str
    text: str

    def __str__(self) -> str:
        return f"{self.metric} | {self.side} | {self.text}"


def examples() -> Iterator[Example]:
    """Every example of the shipped base, in the order of its files."""
    for path in sorted((ROOT / "facts").glob("*.yaml")):
        if path.stem in NOT_TOPICS:
            continue
        for name, metric in yaml.load(path.read_text("utf-8"), yaml.CBaseLoader).items():
            for side in ("match", "no_match"):
                for text in (metric.get("examples") or {}).get(side) or ():
                    yield Example(name, side, text)


def day_of(example: Example, base: FactBase) -> date:
    """The day on which a sentence may have been written."""
    values = {abs(q.value) for q in find_quantities(example.text)}
    observations = base.observations(example.metric)
    told = [o for o in observations if abs(o.value) in values] or list(observations)
    return max((max(o.known, o.last) for o in told), default=date.today()) + LATER


def holds(example: Example, base: FactBase) -> bool:
    """Whether the program links as the example says."""
    _, judgements = read_draft_claims(draft_from_text(example.text), base, day_of(example, base))
    linked = any(j.metric is not None and j.metric.id == example.metric for j in judgements)
    return linked == (example.side == "match")
