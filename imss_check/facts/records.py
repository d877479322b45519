"""The YAML tree as records: shape, keys, numbers and periods are checked here, what they refer to in `checks`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from imss_check.facts.fields import (
    EXTENSION,
    METRIC,
    OBSERVATION,
    RELATIONS,
    SCOPE,
    SCOPE_VALUE,
    SOURCE,
    UNIT,
    Field,
)
from imss_check.facts.freshness import fact_files
from imss_check.facts.nodes import FactError, Node, read_nodes
from imss_check.facts.periods import Period, parse_period

DECIMAL = re.compile(r"-?\d+(?:\.\d+)?")
ID = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")


class Place(NamedTuple):
    """Where a record stands."""

    path: str
    line: int
    column: int

    def error(self, code: str, message: str) -> FactError:
        return FactError(self.path, self.line, self.column, code, message)


class RawObservation(NamedTuple):
    """An observation as written."""

    metric: str
    period: Period
    value: Decimal
    approximation: str
    printed: str | None
    source: str
    where: str | None
    note: str | None
    restated: bool
    place: Place


class RawWording(NamedTuple):
    """A name, alias or cue as written."""

    text: str
    language: str
    kind: str
    place: Place


class RawMetric(NamedTuple):
    """A metric as written; `fields` holds its plain fields, `places` where they stand."""

    id: str
    topic: str
    fields: dict[str, str | None]
    scope: dict[str, str | None]
    wordings: tuple[RawWording, ...]
    examples: tuple[RawWording, ...]
    observations: tuple[RawObservation, ...]
    place: Place
    places: dict[str, Place]


class RawRecord(NamedTuple):
    """A source, relation, unit or scope value as written: its plain texts and its lists of texts."""

    id: str
    fields: dict[str, str | None]
    lists: dict[str, tuple[str, ...]]
    place: Place
    known_failures: dict[str, str]


class RawBase(NamedTuple):
    """Everything that the YAML files say."""

    metrics: dict[str, RawMetric]
    sources: dict[str, RawRecord]
    relations: tuple[RawRecord, ...]
    units: dict[str, RawRecord]
    scopes: dict[str, dict[str, RawRecord]]

    def observations(self) -> Iterator[RawObservation]:
        for metric in self.metrics.values():
            yield from metric.observations


class _Shaper:
    """Turns the tree of one file into records, collecting what is wrong with it."""

    def __init__(self, path: str, errors: list[FactError]) -> None:
        self.path = path
        self.errors = errors

    def place(self, node: Node, key: bool = False) -> Place:
        return Place(self.path, node.key_line if key else node.line, node.key_column if key else node.column)

    def wrong(self, node: Node, code: str, message: str, key: bool = False) -> None:
        self.errors.append(self.place(node, key).error(code, message))

    def mapping(self, node: Node, what: str) -> dict[str, Node]:
        if isinstance(node.value, dict):
            return node.value
        if node.value is not None:
            self.wrong(node, "F106", f"{what} must be a mapping")
        return {}

    def sequence(self, node: Node, what: str) -> list[Node]:
        if isinstance(node.value, list):
            return node.value
        if node.value is not None:
            self.wrong(node, "F106", f"{what} must be a list")
        return []

    def text(self, node: Node, what: str) -> str | None:
        if node.value is None or isinstance(node.value, str):
            return node.value
        self.wrong(node, "F106", f"{what} must be text")
        return None

    def texts(self, node: Node, what: str) -> list[tuple[str, Node]]:
        found = []
        for item in self.sequence(node, what):
            text = self.text(item, f"each of {what}")
            if text is not None:
                found.append((text, item))
        return found

    def fields(self, node: Node, known: dict[str, Field], what: str) -> dict[str, Node]:
        """Return the entries of a record that are known, with an error for each unknown, missing or ill-chosen one."""
        entries = self.mapping(node, what)
        good: dict[str, Node] = {}
        for key, item in entries.items():
            field = known.get(key)
            if field is None:
                self.wrong(item, "F104", f"{what} has an unknown key {key!r} (known: {', '.join(known)})", key=True)
            elif field.shape == "text":
                value = self.text(item, key)
                if value is not None and field.choices and value not in field.choices:
                    self.wrong(item, "F107", f"{key} is {value!r}, not one of {', '.join(field.choices)}")
                elif value is not None:
                    good[key] = item
            else:
                good[key] = item
        for key, field in known.items():
            if field.required and key not in good and (key not in entries or entries[key].value is None):
                code = "F111" if known is OBSERVATION and key == "source" else "F105"
                self.wrong(node, code, f"{what} has no {key}", key=True)
        return good

    def plain(self, entries: dict[str, Node]) -> dict[str, str | None]:
        return {key: item.value for key, item in entries.items() if item.value is None or isinstance(item.value, str)}

    def by_language(self, node: Node | None, kind: str, what: str) -> list[RawWording]:
        found = []
        for language, item in self.mapping(node, what).items() if node else ():
            listed = self.texts(item, what) if kind != "name" else [(self.text(item, what) or "", item)]
            found += [RawWording(text, language, kind, self.place(at)) for text, at in listed if text]
        return found

    def record(self, name: str, node: Node, known: dict[str, Field], what: str) -> RawRecord:
        entries = self.fields(node, known, what)
        lists = {
            key: tuple(text for text, _ in self.texts(item, key))
            for key, item in entries.items()
            if known[key].shape == "list"
        }
        failures = self.known_failures(entries.get("known_failures"))
        return RawRecord(name, self.plain(entries), lists, self.place(node, key=True), failures)

    def known_failures(self, node: Node | None) -> dict[str, str]:
        failures = {}
        for period, item in self.mapping(node, "known_failures").items() if node else ():
            if parse_period(period) is None:
                self.wrong(item, "F109", f"{period!r} is no period", key=True)
            failures[period] = self.text(item, "the reason of a known failure") or ""
        return failures

    def observation(self, metric: str, node: Node) -> RawObservation | None:
        entries = self.fields(node, OBSERVATION, "the observation")
        texts = self.plain(entries)
        period = parse_period(texts.get("period") or "")
        if texts.get("period") and period is None:
            self.wrong(
                entries["period"], "F109", f"{texts['period']!r} is no period (2021, 2021-01, 2021-01-19 or A/B)"
            )
        value = texts.get("value") or ""
        if value and not DECIMAL.fullmatch(value):
            self.wrong(entries["value"], "F108", f"{value!r} is no decimal in base units")
            value = ""
        if period is None or not value or not texts.get("source"):
            return None
        return RawObservation(
            metric, period, Decimal(value), texts.get("approx") or "exact", texts.get("printed"),
            texts["source"] or "", texts.get("where"), texts.get("note"), texts.get("restated") == "yes",
            self.place(node),
        )  # fmt: skip

    def metric(self, name: str, topic: str, node: Node, known: dict[str, Field] = METRIC) -> RawMetric:
        entries = self.fields(node, known, f"metric {name!r}")
        empty = Node(None, node.line, node.column, node.key_line, node.key_column)
        scope = self.plain(self.fields(entries.get("scope", empty), SCOPE, "scope"))
        wordings = self.by_language(entries.get("name"), "name", "name")
        wordings += self.by_language(entries.get("aliases"), "alias", "aliases")
        wordings += self.by_language(entries.get("cues"), "cue", "cues")
        examples = []
        for kind, item in self.mapping(entries.get("examples", empty), "examples").items():
            examples += [RawWording(text, "", kind, self.place(at)) for text, at in self.texts(item, "examples")]
        observations = [
            self.observation(name, item) for item in self.sequence(entries.get("observations", empty), "observations")
        ]
        return RawMetric(
            name, topic, self.plain(entries), scope, tuple(wordings), tuple(examples),
            tuple(seen for seen in observations if seen), self.place(node, key=True),
            {key: self.place(item) for key, item in entries.items()},
        )  # fmt: skip


def display_name(path: Path) -> str:
    """Return the name of a fact file for messages: from where the user stands, if it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path)


def read_records(directories: tuple[Path, ...]) -> tuple[RawBase, list[FactError]]:
    """Return everything that the files of the directories say, and every defect of their shape."""
    base = RawBase({}, {}, (), {}, {})
    errors: list[FactError] = []
    relations: list[RawRecord] = []
    for path in fact_files(directories):
        name = display_name(path)
        root, wrong = read_nodes(path, name)
        errors += wrong
        if root is not None:
            relations += add_file(base, path.stem, name, root, errors)
    return base._replace(relations=tuple(relations)), errors


def add_file(base: RawBase, stem: str, name: str, root: Node, errors: list[FactError]) -> list[RawRecord]:
    """Add the records of one file to the base; relations are returned."""
    shaper = _Shaper(name, errors)
    if stem == "relations":
        return [_relation(shaper, item) for item in shaper.sequence(root, "relations.yaml")]
    for key, item in shaper.mapping(root, name).items():
        if stem == "scopes":
            values = base.scopes.setdefault(key, {})
            for value, terms in shaper.mapping(item, key).items():
                values[value] = shaper.record(value, terms, SCOPE_VALUE, f"{key} {value!r}")
        elif stem == "units":
            base.units[key] = shaper.record(key, item, UNIT, f"unit {key!r}")
        elif not ID.fullmatch(key):
            shaper.wrong(item, "F106", f"{key!r} is no id: lower-case words joined by _ or -", key=True)
        elif stem == "sources":
            _add(base.sources, shaper.record(key, item, SOURCE, f"source {key!r}"), errors)
        elif (ours := base.metrics.get(key)) and Path(ours.place.path).parent != Path(name).parent:
            base.metrics[key] = _extend(ours, shaper.metric(key, stem, item, EXTENSION))
        else:
            _add(base.metrics, shaper.metric(key, stem, item), errors)
    return []


def _extend(ours: RawMetric, added: RawMetric) -> RawMetric:
    """Return a metric with what another folder adds to it: wordings, examples, observations."""
    return ours._replace(
        wordings=ours.wordings + added.wordings,
        examples=ours.examples + added.examples,
        observations=ours.observations + added.observations,
    )


def _relation(shaper: _Shaper, node: Node) -> RawRecord:
    kind = node.value.get("type") if isinstance(node.value, dict) else None
    known = RELATIONS.get(kind.value if kind and isinstance(kind.value, str) else "", RELATIONS["sum"])
    return shaper.record(kind.value if kind and isinstance(kind.value, str) else "", node, known, "the relation")


def _add(records: dict, record: RawMetric | RawRecord, errors: list[FactError]) -> None:  # type: ignore[type-arg]
    first = records.get(record.id)
    if first:
        place = f"{first.place.path}:{first.place.line}"
        errors.append(record.place.error("F102", f"{record.id!r} stands twice (first in {place})"))
    else:
        records[record.id] = record
