"""The YAML tree as records: shape, keys, numbers and periods are checked here, what they refer to in `checks`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
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
from imss_check.facts.stems import content_stems
from imss_check.said import Said

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
    stems: tuple[str, ...] = ()
    """The content stems of a name, alias or cue."""


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


class FileRecords(NamedTuple):
    """What one file says. `extends` names its metrics that another folder has: it may only add to them."""

    metrics: tuple[RawMetric, ...]
    sources: tuple[RawRecord, ...]
    units: tuple[RawRecord, ...]
    scopes: dict[str, tuple[RawRecord, ...]]
    relations: tuple[RawRecord, ...]
    extends: frozenset[str]


NOTHING = FileRecords((), (), (), {}, (), frozenset())


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
            self.wrong(node, "F106", Said("{what} must be a mapping", what=what))
        return {}

    def sequence(self, node: Node, what: str) -> list[Node]:
        if isinstance(node.value, list):
            return node.value
        if node.value is not None:
            self.wrong(node, "F106", Said("{what} must be a list", what=what))
        return []

    def text(self, node: Node, what: str) -> str | None:
        if node.value is None or isinstance(node.value, str):
            return node.value
        self.wrong(node, "F106", Said("{what} must be text", what=what))
        return None

    def texts(self, node: Node, what: str) -> list[tuple[str, Node]]:
        found = []
        for item in self.sequence(node, what):
            text = self.text(item, Said("each of {what}", what=what))
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
                told = Said(
                    "{what} has an unknown key {key!r} (known: {known})", what=what, key=key, known=", ".join(known)
                )
                self.wrong(item, "F104", told, key=True)
            elif field.shape == "text":
                value = self.text(item, key)
                if value is not None and field.choices and value not in field.choices:
                    choices = ", ".join(field.choices)
                    told = Said("{key} is {value!r}, not one of {known}", key=key, value=value, known=choices)
                    self.wrong(item, "F107", told)
                elif value is not None:
                    good[key] = item
            else:
                good[key] = item
        for key, field in known.items():
            if field.required and key not in good and (key not in entries or entries[key].value is None):
                code = "F111" if known is OBSERVATION and key == "source" else "F105"
                self.wrong(node, code, Said("{what} has no {key}", what=what, key=key), key=True)
        return good

    def plain(self, entries: dict[str, Node]) -> dict[str, str | None]:
        return {key: item.value for key, item in entries.items() if item.value is None or isinstance(item.value, str)}

    def by_language(self, node: Node | None, kind: str, what: str) -> list[RawWording]:
        found = []
        for language, item in self.mapping(node, what).items() if node else ():
            listed = self.texts(item, what) if kind != "name" else [(self.text(item, what) or "", item)]
            found += [
                RawWording(text, language, kind, self.place(at), content_stems(text)) for text, at in listed if text
            ]
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
                self.wrong(item, "F109", Said("{period!r} is no period", period=period), key=True)
            failures[period] = self.text(item, Said("the reason of a known failure")) or ""
        return failures

    def observation(self, metric: str, node: Node) -> RawObservation | None:
        entries = self.fields(node, OBSERVATION, Said("the observation"))
        texts = self.plain(entries)
        period = parse_period(texts.get("period") or "")
        if texts.get("period") and period is None:
            told = Said("{period!r} is no period (2021, 2021-01, 2021-01-19 or A/B)", period=texts["period"])
            self.wrong(entries["period"], "F109", told)
        value = texts.get("value") or ""
        if value and not DECIMAL.fullmatch(value):
            self.wrong(entries["value"], "F108", Said("{value!r} is no decimal in base units", value=value))
            value = ""
        if period is None or not value or not texts.get("source"):
            return None
        return RawObservation(
            metric, period, Decimal(value), texts.get("approx") or "exact", texts.get("printed"),
            texts["source"] or "", texts.get("where"), texts.get("note"), texts.get("restated") == "yes",
            self.place(node),
        )  # fmt: skip

    def metric(self, name: str, topic: str, node: Node, known: dict[str, Field] = METRIC) -> RawMetric:
        entries = self.fields(node, known, Said("metric {name!r}", name=name))
        empty = Node(None, node.line, node.column, node.key_line, node.key_column)
        scope = self.plain(self.fields(entries.get("scope", empty), SCOPE, Said("the scope")))
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


def read_file(path: Path, name: str, elsewhere: Callable[[str], bool]) -> tuple[FileRecords, list[FactError]]:
    """Return what one file says, and every defect of its shape; `elsewhere` tells of a metric of another folder."""
    root, errors = read_nodes(path, name)
    return (shape_file(path.stem, name, root, elsewhere, errors) if root is not None else NOTHING), errors


def shape_file(
    stem: str, name: str, root: Node, elsewhere: Callable[[str], bool], errors: list[FactError]
) -> FileRecords:
    """Return the records of the tree of a file."""
    shaper = _Shaper(name, errors)
    if stem == "relations":
        relations = (_relation(shaper, item) for item in shaper.sequence(root, "relations.yaml"))
        return NOTHING._replace(relations=tuple(relations))
    entries = shaper.mapping(root, name)
    if stem == "scopes":
        return NOTHING._replace(scopes={key: _scope_values(shaper, key, item) for key, item in entries.items()})
    if stem == "units":
        units = (shaper.record(key, item, UNIT, Said("unit {key!r}", key=key)) for key, item in entries.items())
        return NOTHING._replace(units=tuple(units))
    for key in [key for key in entries if not ID.fullmatch(key)]:
        item = entries.pop(key)
        shaper.wrong(item, "F106", Said("{key!r} is no id: lower-case words joined by _ or -", key=key), key=True)
    if stem == "sources":
        sources = (shaper.record(key, item, SOURCE, Said("source {key!r}", key=key)) for key, item in entries.items())
        return NOTHING._replace(sources=tuple(sources))
    extends = frozenset(filter(elsewhere, entries))
    return NOTHING._replace(
        metrics=tuple(
            shaper.metric(key, stem, item, EXTENSION if key in extends else METRIC) for key, item in entries.items()
        ),
        extends=extends,
    )


def _scope_values(shaper: _Shaper, facet: str, node: Node) -> tuple[RawRecord, ...]:
    return tuple(
        shaper.record(value, terms, SCOPE_VALUE, f"{facet} {value!r}")
        for value, terms in shaper.mapping(node, facet).items()
    )


def add_file(base: RawBase, found: FileRecords, errors: list[FactError]) -> RawBase:
    """Return the base with the records of one more file; what stands twice is an error."""
    for metric in found.metrics:
        if metric.id in found.extends:
            base.metrics[metric.id] = _extend(base.metrics[metric.id], metric)
        else:
            _add(base.metrics, metric, errors)
    for source in found.sources:
        _add(base.sources, source, errors)
    base.units.update((unit.id, unit) for unit in found.units)
    for facet, values in found.scopes.items():
        base.scopes.setdefault(facet, {}).update((value.id, value) for value in values)
    return base._replace(relations=base.relations + found.relations)


def has_elsewhere(base: RawBase, name: str) -> Callable[[str], bool]:
    """Return what tells whether a metric is one of another folder than that of a file."""
    folder = Path(name).parent
    folders: dict[str, bool] = {}

    def elsewhere(key: str) -> bool:
        metric = base.metrics.get(key)
        if metric is None:
            return False
        if metric.place.path not in folders:
            folders[metric.place.path] = Path(metric.place.path).parent != folder
        return folders[metric.place.path]

    return elsewhere


def read_records(directories: tuple[Path, ...]) -> tuple[RawBase, list[FactError]]:
    """Return everything that the files of the directories say, and every defect of their shape."""
    base = RawBase({}, {}, (), {}, {})
    errors: list[FactError] = []
    for path in fact_files(directories):
        name = display_name(path)
        found, wrong = read_file(path, name, has_elsewhere(base, name))
        errors += wrong
        base = add_file(base, found, errors)
    return base, errors


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
        errors.append(
            record.place.error("F102", Said("{id!r} stands twice (first in {place})", id=record.id, place=place))
        )
    else:
        records[record.id] = record
