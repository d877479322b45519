"""What differs between two bases: which observations were added, are gone, or changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from imss_check.facts.model import Observation
from imss_check.facts.store import FactBase

Key = tuple[str, str, str, str]
"""Metric, first day, last day, source."""


class Difference(NamedTuple):
    """An observation before and after; None where it is not there."""

    old: Observation | None
    new: Observation | None

    @property
    def kind(self) -> str:
        """What happened to it: added, gone or changed."""
        return "added" if self.old is None else "gone" if self.new is None else "changed"

    @property
    def either(self) -> Observation:
        """The observation as it is, or as it was."""
        seen = self.new or self.old
        assert seen is not None
        return seen


def compare(old: FactBase, new: FactBase) -> list[Difference]:
    """Return the printed observations that differ, by metric and period. Where one source gives several figures for a
    period, those that are equal are paired first."""
    before, after = by_key(old), by_key(new)
    found: list[Difference] = []
    for key in sorted(before.keys() | after.keys()):
        found += pair(before.get(key, []), after.get(key, []))
    return found


def by_key(base: FactBase) -> dict[Key, list[Observation]]:
    """Return the printed observations of a base by what identifies them."""
    base.fetch_observations(base.ids())
    found: dict[Key, list[Observation]] = {}
    for name in base.ids():
        for seen in base.observations(name):
            if seen.derived is None:
                key = name, seen.first.isoformat(), seen.last.isoformat(), seen.source
                found.setdefault(key, []).append(seen)
    return found


def pair(old: list[Observation], new: list[Observation]) -> Iterator[Difference]:
    """Yield the differences between the figures of one source for one period."""
    said = [what(seen) for seen in new]
    left, fresh = [], list(new)
    for seen in old:
        if what(seen) in said:
            place = said.index(what(seen))
            del said[place], fresh[place]
        else:
            left.append(seen)
    for number in range(max(len(left), len(fresh))):
        yield Difference(left[number] if number < len(left) else None, fresh[number] if number < len(fresh) else None)


def what(seen: Observation) -> tuple[object, ...]:
    """Return what an observation says."""
    return seen.value, seen.approximation, seen.printed, seen.where
