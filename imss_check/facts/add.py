"""Add a figure to the base: put it into its file, see that the base is as sound as before, and only then write."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from imss_check.facts.cache import replace_file
from imss_check.facts.checks import run_checks
from imss_check.facts.nodes import FactError
from imss_check.facts.periods import parse_period
from imss_check.facts.records import RawBase, read_records
from imss_check.facts.splice import SpliceError, add_metric, add_observation, add_record, flow
from imss_check.said import Said

SOURCE_KEYS = ("publisher", "title", "description", "published", "url", "kind", "language")
OBSERVATION_KEYS = ("period", "value", "approx", "printed", "source", "where", "note")
SOURCES = "sources.yaml"


class AddError(Exception):
    """A figure that cannot be added: why, a line each."""

    def __init__(self, *lines: str) -> None:
        super().__init__("; ".join(lines))
        self.lines = lines


class Change(NamedTuple):
    """A file with its new text."""

    path: Path
    text: str


def add_figure(folders: tuple[Path, ...], metric: str, given: Mapping[str, str]) -> list[Change]:
    """Return the changes that add an observation, and its source if that is new; AddError if they would do harm.

    `given` has the fields of both. The last folder is the one that is written to.
    """
    base, errors = read_records(folders)
    period = parse_period(given.get("period", ""))
    if metric not in base.metrics:
        what = Said("there is no metric {metric!r}", metric=metric)
        near = get_close_matches(metric, base.metrics, 1, 0.5)
        raise AddError(Said("{what}; did you mean {near}?", what=what, near=near[0]) if near else what)
    if period is None:
        raise AddError(Said("{period!r} is no period (2021, 2021-01, 2021-01-19 or A/B)", period=given.get("period")))
    if not given.get("source"):
        raise AddError(Said("a figure needs a source"))
    values = {**given, "value": given.get("value") or read_value(given.get("printed", ""))}
    entry = flow((key, values.get(key)) for key in OBSERVATION_KEYS)
    changes = [*new_source(base, folders[-1], given)]
    path = place_of(base, folders[-1], metric)
    text = read(path)
    try:
        found = base.metrics[metric].place.path
        has = Path(found).resolve() == path.resolve() or f"\n{metric}:" in f"\n{text}"
        text = add_observation(text, metric, period, entry) if has else add_metric(text, metric, entry)
    except SpliceError as error:
        raise AddError(Said("{path}: {why}", path=path, why=error)) from None
    changes.append(Change(path, text))
    prove(folders, changes, [*errors, *run_checks(base)])
    return changes


def read_value(printed: str) -> str:
    """Return the value that a printed number says."""
    from imss_check.quantities.find import find_quantities

    for language in ("es", "en", "es-ES"):
        found = find_quantities(printed, language)
        if len(found) == 1:
            value = found[0].value
            return f"{value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize():f}"
    raise AddError(Said("{printed!r} is read as no number: say its value", printed=printed))


def new_source(base: RawBase, folder: Path, given: Mapping[str, str]) -> Iterable[Change]:
    """Yield the file of sources with a new one, where the source is not known yet."""
    name = given["source"]
    if name in base.sources:
        return
    if not given.get("publisher"):
        raise AddError(
            Said("there is no source {name!r}: a new one needs a publisher, a kind and a language", name=name)
        )
    path = folder / SOURCES
    record = flow((key, given.get(key)) for key in SOURCE_KEYS)
    try:
        yield Change(path, add_record(read(path), name, record))
    except SpliceError as error:
        raise AddError(Said("{path}: {why}", path=path, why=error)) from None


def place_of(base: RawBase, folder: Path, metric: str) -> Path:
    """Return the file of a folder that a metric's figures go to: its own, or one named like its topic."""
    raw = base.metrics[metric]
    own = Path(raw.place.path)
    return own if own.resolve().parent == folder.resolve() else folder / f"{raw.topic}.yaml"


def read(path: Path) -> str:
    """Return the text of a file, line ends as they are; an empty one where there is none."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise AddError(Said("{path}: cannot be read: {why}", path=path, why=error)) from None


def prove(folders: tuple[Path, ...], changes: list[Change], before: list[FactError]) -> None:
    """Check the base with the changes in a copy; AddError with every defect that it did not have before."""
    with tempfile.TemporaryDirectory() as scratch:
        copies = []
        for number, folder in enumerate(folders):
            copies.append(Path(scratch) / str(number) / folder.name)
            copies[-1].mkdir(parents=True)
            for path in sorted(folder.glob("*.yaml")):
                shutil.copy(path, copies[-1] / path.name)
        for change in changes:
            (copies[-1] / change.path.name).write_bytes(change.text.encode())
        base, errors = read_records(tuple(copies))
        known = Counter((error.code, error.message.partition(" in line ")[0]) for error in before)
        fresh = []
        for error in sorted([*errors, *run_checks(base)]):
            key = error.code, error.message.partition(" in line ")[0]
            known[key] -= 1
            if known[key] < 0:
                place = f"{os.path.basename(error.path)}:{error.line}"
                fresh.append(Said("{place}: {code} {why}", place=place, code=error.code, why=error.message))
        if fresh:
            raise AddError(Said("the base would not be sound:"), *fresh)


def write_changes(changes: list[Change]) -> None:
    """Write all changes, each file whole; if one cannot be written, those before it are put back."""
    done: list[Change] = []
    try:
        for change in changes:
            old = Change(change.path, read(change.path))
            put(change)
            done.append(old)
    except OSError:
        for old in reversed(done):
            put(old) if old.text else old.path.unlink()
        raise


def put(change: Change) -> None:
    """Write one file, its mode kept."""
    path = change.path.resolve()
    mode = path.stat().st_mode & 0o7777 if path.exists() else 0o644

    def write(draft: Path) -> None:
        draft.write_bytes(change.text.encode())

    replace_file(path, write)
    path.chmod(mode)
