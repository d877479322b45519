"""The compiled base as the program asks it: read lazily, only what a draft needs, each record once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar

from imss_check.facts.model import Derivation, Metric, Observation, Scope, ScopeTerm, Source, Wording, magnitudes

_Record = TypeVar("_Record")
MOST_STEMS = 50_000
"""Stems whose wordings are kept."""
BATCH = 500  # variables in one query; SQLite promises 999
METRIC_COLUMNS = (
    "id, topic, names, unit, kind, measure, grain, programme, territory, grp, institution, status, variant, cadence, "
    "valid_days, indicator, part_of"
)
OBSERVATION_COLUMNS = (
    "metric, first, last, value, low, high, approximation, printed, source, place, known, grain, working, inputs"
)
ORDER = "first, last, working IS NOT NULL, rowid"


class FactBase:
    """A compiled fact base. Every method returns frozen records, and asks the file once for each."""

    def __init__(self, connection: sqlite3.Connection, directories: tuple[Path, ...]) -> None:
        self._connection = connection
        self._directories = directories
        self._metrics: dict[str, Metric] = {}
        self._observations: dict[str, tuple[Observation, ...]] = {}
        self._sized: dict[str, tuple[tuple[float, float, Observation], ...]] = {}
        self._sources: dict[str, Source] = {}
        self._wordings: dict[str, list[Wording]] = {}
        self._terms: dict[str, list[ScopeTerm]] = {}
        self._roots: dict[str, str] = {}
        self._nouns: dict[tuple[str, ...], str] | None = None
        self._akin: dict[str, frozenset[str]] | None = None
        self._siblings: dict[str, tuple[str, ...]] = {}
        self._spoken_for: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._related: dict[str, tuple[str, ...]] | None = None
        meta = dict(self._rows("SELECT key, value FROM meta"))
        self.digest: str = meta["digest"]
        self.metric_count = int(meta["metrics"])
        self.observation_count = int(meta["observations"])
        self.derived_count = int(meta["derived"])
        self.source_count = int(meta["sources"])
        self.founded = date.fromisoformat(meta["founded"]) if meta.get("founded") else None
        """The day on which the base's own institution was founded."""

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all metrics, in the order of the files."""
        return tuple(row[0] for row in self._rows("SELECT id FROM metrics ORDER BY ordinal"))

    def metric(self, name: str) -> Metric:
        """Return one metric; KeyError if the base has none of this name."""
        return self.metrics((name,))[0]

    def metrics(self, names: Iterable[str]) -> list[Metric]:
        """Return several metrics at once."""
        listed = list(names)
        known = self._metrics
        missing = [name for name in listed if name not in known]
        if not missing:
            return [known[name] for name in listed]
        for row in self._in(f"SELECT {METRIC_COLUMNS} FROM metrics WHERE id IN", missing):
            known[row[0]] = _metric(row)
        return [known[name] for name in listed]

    def observations(self, name: str) -> tuple[Observation, ...]:
        """Return the observations of a metric, printed and derived, by period."""
        if name not in self._observations:
            self.fetch_observations((name,))
        return self._observations[name]

    def sized(self, name: str) -> tuple[tuple[float, float, Observation], ...]:
        """Return the observations of a metric with their least and greatest magnitudes, a little widened."""
        if name not in self._sized:
            self._sized[name] = tuple((*magnitudes(o.low, o.value, o.high), o) for o in self.observations(name))
        return self._sized[name]

    def fetch_observations(self, names: Iterable[str]) -> None:
        """Read the observations of several metrics in one query, for `observations` to answer from."""
        missing = [name for name in names if name not in self._observations]
        found: dict[str, list[Observation]] = {name: [] for name in missing}
        for row in self._in(
            f"SELECT {OBSERVATION_COLUMNS} FROM observations WHERE metric IN", missing, f"ORDER BY {ORDER}"
        ):
            found[row[0]].append(_observation(row))
        self._observations.update((name, tuple(seen)) for name, seen in found.items())

    def with_value(self, value: Decimal) -> list[Observation]:
        """Return the observations of this magnitude."""
        return self.with_values((value,)).get(abs(value), [])

    def with_values(self, values: Iterable[Decimal]) -> dict[Decimal, list[Observation]]:
        """Return the observations of each of these magnitudes, by magnitude (signs are dropped)."""
        sizes = {f"{abs(value).normalize():f}": abs(value) for value in values}
        found: dict[Decimal, list[Observation]] = {}
        for row in self._in(
            f"SELECT {OBSERVATION_COLUMNS}, size FROM observations WHERE size IN", list(sizes), f"ORDER BY {ORDER}"
        ):
            found.setdefault(sizes[row[-1]], []).append(_observation(row[:-1]))
        return found

    def source(self, name: str) -> Source:
        """Return one source; KeyError if the base has none of this name."""
        if name not in self._sources:
            columns = "id, publisher, title, description, url, published, kind, language"
            for row in self._rows(f"SELECT {columns} FROM sources WHERE id = ?", (name,)):
                self._sources[name] = Source(*row)
        return self._sources[name]

    def wordings(self, stems: Iterable[str]) -> list[Wording]:
        """Return the wordings whose rarest stem is among the stems of a text."""
        listed = sorted(set(stems))
        for row in self._in(
            "SELECT stems, kind, metrics, weight, anchor FROM wordings WHERE anchor IN", _new(listed, self._wordings)
        ):
            self._wordings[row[4]].append(_wording(row))
        return [wording for stem in listed for wording in self._wordings[stem]]

    def all_wordings(self) -> list[Wording]:
        """Return every wording of the base."""
        rows = self._rows("SELECT stems, kind, metrics, weight FROM wordings ORDER BY rowid")
        return [_wording(row) for row in rows]

    def scope_terms(self, stems: Iterable[str]) -> list[ScopeTerm]:
        """Return the words that name a scope and whose rarest stem is among the stems of a text."""
        listed = sorted(set(stems))
        for row in self._in(
            "SELECT stems, facet, value, own, anchor FROM scope_terms WHERE anchor IN", _new(listed, self._terms)
        ):
            self._terms[row[4]].append(ScopeTerm(tuple(row[0].split(" ")), row[1], row[2], bool(row[3])))
        return [term for stem in listed for term in self._terms[stem]]

    @property
    def nouns(self) -> dict[tuple[str, ...], str]:
        """The unit that each counted noun stands for, by the noun's content stems."""
        if self._nouns is None:
            self._nouns = {tuple(row[0].split(" ")): row[1] for row in self._rows("SELECT stems, unit FROM nouns")}
        return self._nouns

    def akin(self, unit: str) -> frozenset[str]:
        """Return the units whose nouns are used for what this unit counts, itself among them."""
        if self._akin is None:
            akin: dict[str, set[str]] = {}
            for one, other in self._rows("SELECT unit, other FROM akin"):
                akin.setdefault(one, {one}).add(other)
            self._akin = {one: frozenset(others) for one, others in akin.items()}
        return self._akin.get(unit, frozenset((unit,)))

    def conversion(self, unit: str, other: str) -> Decimal | None:
        """Return what to multiply a value in one unit by, to have it in another; None where no exact factor exists."""
        if unit == other:
            return Decimal(1)
        one, _, per = unit.partition("/")
        two, _, per_two = other.partition("/")
        if bool(per) != bool(per_two):
            return None
        above, below = self._factor(one, two), self._factor(per_two, per)
        return above * below if above and below else None

    def _factor(self, unit: str, other: str) -> Decimal | None:
        if unit == other:
            return Decimal(1)
        rows = self._rows("SELECT factor FROM conversions WHERE unit = ? AND other = ?", (unit, other))
        return Decimal(rows[0][0]) if rows else None

    def dependents(self, name: str) -> tuple[str, ...]:
        """Return the metrics that share the wordings of this one (`indicator: name`)."""
        return self._kin().get(f"indicator {name}", ())

    def spoken_for(self, wording: Wording) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the metrics of a wording, and those that share their wordings."""
        metrics = wording.metrics
        if metrics not in self._spoken_for:
            self._spoken_for[metrics] = tuple(d for m in metrics for d in self.dependents(m))
        return metrics, self._spoken_for[metrics]

    def root(self, name: str) -> str:
        """Return the metric that heads a family: up the indicators, then up the totals."""
        if name not in self._roots:
            metric, seen = self.metric(name), {name}
            while (above := metric.indicator or metric.part_of) and above not in seen:
                seen.add(above)
                metric = self.metric(above)
            self._roots[name] = metric.id
        return self._roots[name]

    def siblings(self, name: str) -> tuple[str, ...]:
        """Return the metrics of the same indicator, and the total and the parts of this one."""
        if name not in self._siblings:
            metric, kin = self.metric(name), self._kin()
            indicator = metric.indicator or name
            related = (indicator, *self.dependents(indicator), *kin.get(f"part_of {name}", ()))
            if metric.part_of:
                related += (metric.part_of, *kin.get(f"part_of {metric.part_of}", ()))
            self._siblings[name] = tuple(dict.fromkeys(other for other in related if other != name))
        return self._siblings[name]

    def _kin(self) -> dict[str, tuple[str, ...]]:
        """Return the metrics by what they point at."""
        if self._related is None:
            related: dict[str, list[str]] = {}
            for name, indicator, part_of in self._rows("SELECT id, indicator, part_of FROM metrics ORDER BY ordinal"):
                if indicator:
                    related.setdefault(f"indicator {indicator}", []).append(name)
                if part_of:
                    related.setdefault(f"part_of {part_of}", []).append(name)
            self._related = {key: tuple(names) for key, names in related.items()}
        return self._related

    def relations(self) -> list[dict[str, str]]:
        """Return the declared relations."""
        rows = self._rows("SELECT fields FROM relations ORDER BY rowid")
        return [dict(line.split("\t", 1) for line in row[0].split("\n")) for row in rows]

    def image(self) -> bytes:
        """Return the compiled base as bytes, to be written to a file elsewhere."""
        return self._connection.serialize()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _in(self, query: str, values: Sequence[str], tail: str = "") -> Iterable[tuple]:  # type: ignore[type-arg]
        for start in range(0, len(values), BATCH):
            batch = values[start : start + BATCH]
            yield from self._rows(f"{query} ({','.join('?' * len(batch))}) {tail}", batch)

    def _rows(self, query: str, values: Sequence[str] = ()) -> list[tuple]:  # type: ignore[type-arg]
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.DatabaseError:
            if not self._directories:
                raise
            # a file that was damaged behind its first page: go on with the YAML files themselves
            from imss_check.facts.cache import compile_in_memory

            self._connection = compile_in_memory(self._directories)
            return self._connection.execute(query, values).fetchall()


def _new(stems: list[str], known: dict[str, list[_Record]]) -> list[str]:
    """Return the stems that were not asked before, each with nothing known yet; an archive has no end of them."""
    if len(known) > MOST_STEMS:
        known.clear()
    missing = [stem for stem in stems if stem not in known]
    known.update((stem, []) for stem in missing)
    return missing


def _wording(row: tuple) -> Wording:  # type: ignore[type-arg]
    return Wording(tuple(row[0].split(" ")), tuple(row[2].split(" ")), row[1], row[3])


def _metric(row: tuple) -> Metric:  # type: ignore[type-arg]
    names = dict(line.split("\t", 1) for line in row[2].split("\n"))
    return Metric._make((row[0], row[1], names, *row[3:7], Scope._make(row[7:13]), *row[13:]))


@cache
def _day(ordinal: int) -> date:
    return date.fromordinal(ordinal)


def _bound(text: str | None, value_text: str, value: Decimal) -> Decimal | None:
    if text == value_text:
        return value
    return None if text is None else Decimal(text)


def _observation(row: tuple) -> Observation:  # type: ignore[type-arg]
    metric, first, last, text, low, high, approximation, printed, source, place, known, grain, working, inputs = row
    value = Decimal(text)
    derivation = None
    if working is not None:
        derivation = Derivation(working, tuple(tuple(line.split("\t")) for line in inputs.split("\n")))
    return Observation._make((
        metric, _day(first), _day(last), value, _bound(low, text, value), _bound(high, text, value), approximation,
        printed, source, place, _day(known), grain, derivation,
    ))  # fmt: skip
