"""What was read of each YAML file, kept beside the compiled base: only a file that changed is read again.

A line a file: its stamp, a checksum, and its records as JSON. Kept is only what is without a defect. A file of parts is
never needed: what is missing, damaged or of another program is read from the YAML again.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from imss_check.facts.freshness import FileStamp, program_fingerprint
from imss_check.facts.periods import Period
from imss_check.facts.records import FileRecords, Place, RawMetric, RawObservation, RawRecord, RawWording

ENCODER = json.JSONEncoder(separators=(",", ":"))


class Part(NamedTuple):
    """The records of a file as JSON, and the file as it was when they were read."""

    stamp: FileStamp
    records: bytes


class Parts:
    """The files of a base as they were read before: `get` and `put` by path."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._before: dict[str, Part] = {}
        self._now: dict[str, Part] = {}
        if path is not None:
            with suppress(OSError, ValueError):
                self._before = load(path.read_bytes())

    def stamps(self) -> dict[str, FileStamp]:
        """Return the stamps of the files that were read before, by path."""
        return {name: part.stamp for name, part in self._before.items()}

    def get(self, path: Path, name: str, stamp: FileStamp) -> FileRecords | None:
        """Return what was read of a file if it had the same content; `name` is how messages call it now."""
        part = self._before.get(str(path))
        if part is None or part.stamp.sha256 != stamp.sha256:
            return None
        self._now[str(path)] = Part(stamp, part.records)
        return unpack(json.loads(part.records), name, path.stem)

    def put(self, path: Path, stamp: FileStamp, records: FileRecords) -> None:
        """Keep what was read of a file."""
        self._now[str(path)] = Part(stamp, ENCODER.encode(pack(records)).encode())

    def save(self) -> None:
        """Write down what was got and put, unless it is what was read; a cache that cannot be written is none."""
        from imss_check.facts.cache import replace_file

        def write(draft: Path) -> None:
            draft.write_bytes(dump(self._now))

        if self._path is not None and self._now != self._before:
            with suppress(OSError):
                replace_file(self._path, write)


def dump(parts: dict[str, Part]) -> bytes:
    """Return parts as a file."""
    lines = [program_fingerprint().encode()]
    for name, (stamp, records) in parts.items():
        lines.append(ENCODER.encode([name, *stamp, zlib.crc32(records)]).encode() + b"\t" + records)
    return b"\n".join(lines) + b"\n"


def load(data: bytes) -> dict[str, Part]:
    """Return the parts of a file; none if another program wrote it, and none that is damaged."""
    program, *lines = data.splitlines()
    found: dict[str, Part] = {}
    for line in lines if program.decode() == program_fingerprint() else ():
        head, _, records = line.partition(b"\t")
        with suppress(ValueError, TypeError):
            name, path, size, mtime_ns, sha256, checksum = json.loads(head)
            if zlib.crc32(records) == checksum:
                found[name] = Part(FileStamp(path, size, mtime_ns, sha256), records)
    return found


def pack(records: FileRecords) -> list[Any]:
    """Return the records of a file as plain lists; the file itself stands in none of them."""
    return [
        [_metric(metric) for metric in records.metrics],
        [_record(record) for record in records.sources],
        [_record(record) for record in records.units],
        {facet: [_record(record) for record in values] for facet, values in records.scopes.items()},
        [_record(record) for record in records.relations],
        sorted(records.extends),
    ]


def unpack(packed: list[Any], name: str, topic: str) -> FileRecords:
    """Return the records of a file from plain lists."""
    metrics, sources, units, scopes, relations, extends = packed
    return FileRecords(
        tuple(_unpack_metric(metric, name, topic) for metric in metrics),
        _unpack_records(sources, name),
        _unpack_records(units, name),
        {facet: _unpack_records(values, name) for facet, values in scopes.items()},
        _unpack_records(relations, name),
        frozenset(extends),
    )


def _record(record: RawRecord) -> list[Any]:
    return [record.id, record.fields, record.lists, record.known_failures, *record.place[1:]]


def _unpack_records(packed: Iterable[list[Any]], name: str) -> tuple[RawRecord, ...]:
    return tuple(
        RawRecord(key, fields, {field: tuple(texts) for field, texts in lists.items()}, Place(name, *at), failures)
        for key, fields, lists, failures, *at in packed
    )


def _wording(wording: RawWording) -> list[Any]:
    return [wording.text, wording.language, wording.kind, " ".join(wording.stems), *wording.place[1:]]


def _unpack_wordings(packed: Iterable[list[Any]], name: str) -> tuple[RawWording, ...]:
    return tuple(
        RawWording(text, language, kind, Place(name, line, column), tuple(stems.split()))
        for text, language, kind, stems, line, column in packed
    )


def _observation(seen: RawObservation) -> list[Any]:
    first, last, grain = seen.period
    return [first.toordinal(), last.toordinal(), grain, str(seen.value), *seen[3:9], *seen.place[1:]]


def _metric(metric: RawMetric) -> list[Any]:
    return [
        metric.id, metric.fields, metric.scope, [_wording(w) for w in metric.wordings],
        [_wording(w) for w in metric.examples], [_observation(seen) for seen in metric.observations],
        {key: place[1:] for key, place in metric.places.items()}, *metric.place[1:],
    ]  # fmt: skip


@cache
def _period(first: int, last: int, grain: str) -> Period:
    return Period(date.fromordinal(first), date.fromordinal(last), grain)


def _unpack_metric(packed: list[Any], name: str, topic: str) -> RawMetric:
    key, fields, scope, wordings, examples, seen, places, *at = packed
    observations = tuple(
        RawObservation._make((key, _period(*told[:3]), Decimal(told[3]), *told[4:10], Place(name, *told[10:])))
        for told in seen
    )
    return RawMetric(
        key, topic, fields, scope, _unpack_wordings(wordings, name), _unpack_wordings(examples, name), observations,
        Place(name, *at), {field: Place(name, *place) for field, place in places.items()},
    )  # fmt: skip
