"""What is counted of a part, kept in its file's own metadata: sums of sums are the sums of a run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pyarrow as pa

WRONG = ("refuted", "outdated")
Tally = Counter[tuple[str, ...]]
"""What was counted -> how often: ("rows",), ("verdict", v), ("metric", m, v), ("year", y, v), ("severity", s),
("wrong", metric, figure as written, verdict) …"""


def count(table: pa.Table) -> Tally:
    """Count a table of results."""
    tally: Tally = Counter()
    columns = (table.column(name).to_pylist() for name in ("as_of", "error", "claims", "findings"))
    for day, error, claims, findings in zip(*columns, strict=True):
        tally["rows",] += 1
        tally["errors" if error is not None else "checked",] += 1
        tally.update(("severity", found["severity"]) for found in findings if found["suppressed"] is None)
        for claim in claims:
            tally.update(keys(claim, day[:4]))
    return tally


def keys(claim: dict[str, Any], year: str) -> Iterable[tuple[str, ...]]:
    """Yield under what a claim is counted."""
    verdict, metric = claim["verdict"], claim["metric"]
    yield ("claims",)
    yield "verdict", verdict
    yield "year", year, verdict
    if metric is not None:
        yield "metric", metric, verdict
        if verdict in WRONG:
            yield "wrong", metric, " ".join(claim["text"].split()), verdict


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
