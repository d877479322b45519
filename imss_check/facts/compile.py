"""The compiled base: one SQLite file that a check opens in no time.

`python -m imss_check.facts.compile OUT [DIR…]` writes it; `open_base` does so by itself where it is missing or stale.
"""

from __future__ import annotations

import gc
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from imss_check import said
from imss_check.facts.derive import derive
from imss_check.facts.freshness import (
    APPLICATION,
    FileStamp,
    base_digest,
    content_hash,
    fact_files,
    program_fingerprint,
    stamp_files,
)
from imss_check.facts.model import Observation
from imss_check.facts.nodes import FactError
from imss_check.facts.observe import observe
from imss_check.facts.parts import Parts
from imss_check.facts.records import RawBase, add_file, display_name, has_elsewhere, read_file
from imss_check.facts.rows import akin_rows, metric_row, noun_rows, observation_row, scope_rows, wording_rows
from imss_check.progress import Progress
from imss_check.said import Said, tell

SCHEMA = 3
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE files (path TEXT, size INTEGER, mtime_ns INTEGER, sha256 TEXT);
CREATE TABLE metrics (
  id TEXT PRIMARY KEY, topic TEXT, names TEXT, unit TEXT, kind TEXT, measure TEXT, grain TEXT, programme TEXT,
  territory TEXT, grp TEXT, institution TEXT, status TEXT, variant TEXT, cadence TEXT, valid_days INTEGER,
  indicator TEXT, part_of TEXT, ordinal INTEGER
);
CREATE TABLE observations (
  metric TEXT, first INTEGER, last INTEGER, value TEXT, low TEXT, high TEXT, approximation TEXT, printed TEXT,
  source TEXT, place TEXT, known INTEGER, grain TEXT, working TEXT, inputs TEXT, size TEXT
);
CREATE TABLE wordings (anchor TEXT, stems TEXT, kind TEXT, metrics TEXT, weight REAL);
CREATE TABLE nouns (stems TEXT, unit TEXT);
CREATE TABLE conversions (unit TEXT, other TEXT, factor TEXT);
CREATE TABLE akin (unit TEXT, other TEXT);
CREATE TABLE scope_terms (anchor TEXT, stems TEXT, facet TEXT, value TEXT, own INTEGER);
CREATE TABLE sources (
  id TEXT PRIMARY KEY, publisher TEXT, title TEXT, description TEXT, url TEXT, published TEXT, kind TEXT, language TEXT
);
CREATE TABLE relations (type TEXT, fields TEXT);
"""
INDEXES = """
CREATE INDEX observations_metric ON observations (metric);
CREATE INDEX observations_size ON observations (size);
CREATE INDEX wordings_anchor ON wordings (anchor);
CREATE INDEX scope_terms_anchor ON scope_terms (anchor);
"""


class InvalidBaseError(Exception):
    """The YAML files cannot be compiled; `errors` says why, all of it."""

    def __init__(self, errors: list[FactError]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = errors


def compile_base(
    directories: tuple[Path, ...],
    connection: sqlite3.Connection,
    previous: Path | None = None,
    kept: Path | None = None,
) -> None:
    """Read the YAML files and write the compiled base into an empty database; InvalidBaseError where they are broken.

    Only files that changed since `kept` was written are read. Units that a previous compiled base has verified are
    taken from there: pint costs more than all the rest. What is written depends on neither.
    """
    with Progress(Said("compiling the fact base")) as bar, no_collection():
        _compile(directories, connection, previous, Parts(kept), bar)


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep Python from looking for garbage: all of a base is alive, and looking through it costs more than reading."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _compile(
    directories: tuple[Path, ...], connection: sqlite3.Connection, previous: Path | None, parts: Parts, bar: Progress
) -> None:
    from imss_check.facts.checks import BLOCKING, run_checks

    paths = fact_files(directories)
    stamps = stamp_files(paths, parts.stamps())
    raw, errors = read_parts(paths, stamps, parts, bar)
    parts.save()
    bar(len(paths), len(paths), "checking")
    errors += run_checks(raw, BLOCKING)
    if errors:
        raise InvalidBaseError(sorted(errors))
    if not raw.metrics:
        where = ", ".join(map(str, directories))
        raise InvalidBaseError([FactError(where, 1, 1, "F101", Said("there is no fact base: no metric in any *.yaml"))])
    bar(len(paths), len(paths), "writing")
    write_base(raw, stamps, connection)
    write_conversions(raw, connection, previous)
    connection.commit()


def read_parts(
    paths: list[Path], stamps: list[FileStamp], parts: Parts, bar: Progress
) -> tuple[RawBase, list[FactError]]:
    """Return what `read_records` does, and take from `parts` what did not change."""
    base = RawBase({}, {}, (), {}, {})
    errors: list[FactError] = []
    for number, (path, stamp) in enumerate(zip(paths, stamps, strict=True)):
        bar(number, len(paths), path.name)
        name = display_name(path)
        elsewhere = has_elsewhere(base, name)
        found = parts.get(path, name, stamp)
        if found is None or found.extends != frozenset(filter(elsewhere, (metric.id for metric in found.metrics))):
            found, wrong = read_file(path, name, elsewhere)
            errors += wrong
            if not wrong and content_hash(path) == stamp.sha256:  # it may have changed since it was stamped
                parts.put(path, stamp, found)
        base = add_file(base, found, errors)
    return base, errors


def all_observations(raw: RawBase) -> list[Observation]:
    """Return the printed and the derived observations of the base, in order."""
    counted = {unit for unit, record in raw.units.items() if not record.fields.get("pint")}
    printed = {
        metric.id: [observe(seen, raw.sources, metric.fields.get("unit") in counted) for seen in metric.observations]
        for metric in raw.metrics.values()
    }
    restated = {(seen.metric, seen.period.first, seen.period.last) for seen in raw.observations() if seen.restated}
    derived = derive(raw, printed, restated)
    order = {metric: number for number, metric in enumerate(raw.metrics)}
    listed = [seen for group in printed.values() for seen in group] + derived
    return sorted(listed, key=lambda seen: (order[seen.metric], seen.first, seen.last, seen.derived is not None))


def founding_day(raw: RawBase) -> str:
    """Return the day on which the base's own institution was founded, empty where it is not stated."""
    own = (r for r in raw.scopes.get("institution", {}).values() if r.fields.get("own") == "true")
    return next((day for r in own if (day := r.fields.get("founded"))), "")


def write_base(raw: RawBase, stamps: list[FileStamp], connection: sqlite3.Connection) -> None:
    """Write the records into the tables of an empty database."""
    observations = all_observations(raw)
    connection.executescript(f"PRAGMA application_id={APPLICATION}; PRAGMA user_version={SCHEMA}; {TABLES}")
    meta = {
        "digest": base_digest(stamps),
        "program": program_fingerprint(),
        "metrics": str(len(raw.metrics)),
        "observations": str(sum(1 for seen in observations if seen.derived is None)),
        "derived": str(sum(1 for seen in observations if seen.derived is not None)),
        "sources": str(len(raw.sources)),
        "founded": founding_day(raw),
    }
    _insert(connection, "meta", meta.items())
    _insert(connection, "files", stamps)
    _insert(connection, "metrics", (metric_row(metric, n) for n, metric in enumerate(raw.metrics.values())))
    _insert(connection, "observations", map(observation_row, observations))
    _insert(connection, "wordings", wording_rows(raw))
    _insert(connection, "nouns", noun_rows(raw))
    _insert(connection, "akin", akin_rows(raw))
    _insert(connection, "scope_terms", scope_rows(raw))
    _insert(connection, "sources", (
        (key, *(source.fields.get(field) for field in
                ("publisher", "title", "description", "url", "published", "kind", "language")))
        for key, source in raw.sources.items()
    ))  # fmt: skip
    _insert(connection, "relations", (
        (relation.id, "\n".join(f"{key}\t{value}" for key, value in relation.fields.items()))
        for relation in raw.relations
    ))  # fmt: skip
    connection.executescript(INDEXES)


def write_conversions(raw: RawBase, connection: sqlite3.Connection, previous: Path | None) -> None:
    """Write the exact conversions between units, as pint gives them."""
    definitions = repr([(unit, record.fields.get("pint")) for unit, record in raw.units.items()])
    rows = _verified(previous, definitions)
    if rows is None:
        from imss_check.facts.checks.units import conversions, find_bad_units

        if errors := find_bad_units(raw):
            raise InvalidBaseError(sorted(errors))
        rows = conversions(raw.units)
    _insert(connection, "conversions", rows)
    _insert(connection, "meta", [("units", definitions)])


def _verified(previous: Path | None, definitions: str) -> list[tuple[str, str, str]] | None:
    """Return the conversions of a compiled base if its units were defined just so."""
    if previous is None or not previous.is_file():
        return None
    from contextlib import closing

    try:
        with closing(sqlite3.connect(f"{previous.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as old:
            if old.execute("SELECT value FROM meta WHERE key = 'units'").fetchone() == (definitions,):
                return old.execute("SELECT unit, other, factor FROM conversions").fetchall()
    except sqlite3.DatabaseError:
        pass
    return None


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    listed = list(rows)
    if listed:
        marks = ",".join("?" * len(listed[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", listed)  # table: one of ours


def main(arguments: list[str]) -> int:
    """Write the compiled base of the given directories (default: the shipped one) to a file; speak as the locale."""
    from imss_check.facts.cache import default_directories, write_file

    said.spoken = said.by_locale
    if not arguments:
        print(tell(Said("usage: python -m imss_check.facts.compile OUT [DIR…]")), file=sys.stderr)
        return 2
    try:
        write_file(Path(arguments[0]), tuple(map(Path, arguments[1:])) or default_directories())
    except InvalidBaseError as error:
        print(*(tell(str(defect)) for defect in error.errors), sep="\n", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
