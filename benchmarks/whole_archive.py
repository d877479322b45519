"""An archive: what two processes gain, what a document costs beyond its check, and how much a worker holds."""

from __future__ import annotations

import json
import tempfile
import time
from datetime import date
from pathlib import Path

import pyarrow as pa
from measure import Table, megabytes, processor_time

from imss_check.api import check_text
from imss_check.archive import check_table
from imss_check.archive.run import run_archive
from imss_check.facts.base import open_base

DAY = "2025-12-01"
SHORT = "El IMSS cuenta con mil 531 Unidades de Medicina Familiar."


def measure(drafts: list[Path], documents: int) -> Table:
    """Run one archive with one and with two processes; check the same short texts as a table and one by one."""
    base, texts = open_base(), [draft.read_text("utf-8").split("---")[-1] for draft in drafts]
    rows = [{"id": n, "text": texts[n % len(texts)], "date": DAY} for n in range(documents)]
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "archive.jsonl"
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
        taken = {}
        for jobs in (1, 2):
            begun = time.perf_counter()
            run_archive(str(path), f"{name}/{jobs}", base, jobs=jobs, block=2**16)
            taken[jobs] = time.perf_counter() - begun
    table = pa.table({"id": range(500), "text": [SHORT] * 500, "date": [DAY] * 500})
    whole = processor_time(lambda: check_table(table, facts=base), 3)
    day = date.fromisoformat(DAY)
    single = processor_time(lambda: [check_text(SHORT, as_of=day, facts=base) for _ in range(500)], 3)
    result = [
        ("1 process", f"{taken[1]:.1f} s"),
        ("2 processes", f"{taken[2]:.1f} s"),
        ("gain", f"{taken[1] / taken[2]:.2f}"),
        ("a document beyond `check_text`", f"{1000 * (whole - single) / 500:.2f} ms"),
        *memory(base),
    ]
    told = f"{documents:,} drafts of {len(texts)} kinds on a local cluster; starting the processes is part of it."
    return Table(
        "An archive", told, ("", ""), result, [(f"{n} process{'es' * (n > 1)}", t) for n, t in taken.items()], "s"
    )


def memory(base: object) -> list[tuple[str, str]]:
    """How much a process holds after some short documents, and after twenty times as many."""
    told = []
    for count in (1_000, 20_000):
        for first in range(0, count, 64):
            texts = [f"{SHORT} Nota {n}." for n in range(first, first + 64)]
            check_table(pa.table({"id": range(64), "text": texts, "date": [DAY] * 64}), facts=base)  # type: ignore[arg-type]
        told.append((f"memory after {count:,} more short documents", megabytes(held())))
    return told


def held() -> float:
    """Return the kilobytes that this process holds now."""
    status = Path("/proc/self/status").read_text()
    return float(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))
