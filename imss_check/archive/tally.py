"""What is counted of a part, kept in its file's own metadata: sums of sums are the sums of a run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

WRONG = ("refuted", "outdated")
Tally = Counter[tuple[str, ...]]
"""What was counted -> how often: ("rows",), ("verdict", v), ("metric", m, v), ("year", y, v), ("severity", s),
("wrong", metric, figure as written, verdict) …"""


def count(table: pa.Table) -> Tally:
    """Count a table of results. Only what is counted becomes Python values: the evidence of a claim is most of it."""
    tally: Tally = Counter()
    days, errors = (table.column(name).to_pylist() for name in ("as_of", "error"))
    failed = sum(error is not None for error in errors)
    tally.update({("rows",): len(errors), ("errors",): failed, ("checked",): len(errors) - failed})
    for _, severity, suppressed in items(table, "findings", "severity", "suppressed"):
        if suppressed is None:
            tally["severity", severity] += 1
    for row, verdict, metric, text in items(table, "claims", "verdict", "metric", "text"):
        tally.update(keys(verdict, metric, text, days[row][:4]))
    return +tally  # nothing is counted as none


def items(table: pa.Table, column: str, *fields: str) -> Iterator[tuple[Any, ...]]:
    """Yield the row and some fields of each item of a column of lists."""
    lists = pa.concat_arrays([*table.column(column).chunks, pa.array([], table.schema.field(column).type)])
    flat = pc.list_flatten(lists)
    listed = [pc.list_parent_indices(lists), *(pc.struct_field(flat, field) for field in fields)]
    return zip(*(values.to_pylist() for values in listed), strict=True)


def keys(verdict: str, metric: str | None, text: str, year: str) -> Iterable[tuple[str, ...]]:
    """Yield under what a claim is counted."""
    yield ("claims",)
    yield "verdict", verdict
    yield "year", year, verdict
    if metric is not None:
        yield "metric", metric, verdict
        if verdict in WRONG:
            yield "wrong", metric, " ".join(text.split()), verdict


def pack(tally: Tally) -> bytes:
    """Return a tally as bytes, the same for equal tallies."""
    return json.dumps(sorted([*key, number] for key, number in tally.items()), ensure_ascii=False).encode()


def unpack(data: bytes) -> Tally:
    """Return a tally that was packed."""
    return Counter({tuple(key): number for *key, number in json.loads(data)})


def by_verdict(tally: Tally, kind: str) -> dict[str, Counter[str]]:
    """Return what was counted by metric or by year: name -> verdict -> how often."""
    found: dict[str, Counter[str]] = {}
    for key, number in tally.items():
        if key[0] == kind:
            found.setdefault(key[1], Counter())[key[2]] += number
    return found
