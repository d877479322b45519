"""An archive: what two processes gain, what a document costs beyond its check, and how much a worker holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import worker_memory
from measure import ROOT, Table, megabytes, processor_time
from measure import run as process

from imss_check.api import check_text
from imss_check.archive import table
from imss_check.archive.dataset import Part
from imss_check.archive.worker import write_part
from imss_check.check import check_draft
from imss_check.facts.base import FactBase, open_base
from imss_check.text.read import draft_from_text

DAY = "2025-12-01"
SHORT = "El IMSS cuenta con mil 531 Unidades de Medicina Familiar."
MANY = 500
BARE = """
import sys, time
from datetime import date
from pathlib import Path
from imss_check.api import check_text
from imss_check.facts.base import open_base
base, texts = open_base(), [Path(name).read_text("utf-8") for name in sys.argv[2:]]
def work():
    for text in texts:
        check_text(text, as_of=date(2025, 12, 1), facts=base)
work()
print(flush=True)
sys.stdin.readline()
begun, rounds = time.perf_counter(), 0
while time.perf_counter() < begun + float(sys.argv[1]):
    work()
    rounds += 1
print(rounds / (time.perf_counter() - begun))
"""


class Run(NamedTuple):
    """What a run has taken: seconds from beginning to end, rows a second while the workers were at work, and seconds of
    processor time of all its processes."""

    whole: float
    rate: float
    cpu: float


def measure(drafts: list[Path], seconds: float, short: int) -> Table:
    """Run one archive, of about so many seconds for one process, with one and with two processes."""
    base, texts = open_base(), [draft.read_text("utf-8").split("---")[-1] for draft in drafts]
    day = date.fromisoformat(DAY)
    each = processor_time(lambda: [check_text(text, as_of=day, facts=base) for text in texts], 2) / len(texts)
    documents = max(len(texts), int(seconds / each))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = lines(folder / "archive.jsonl", [texts[n % len(texts)] for n in range(documents)])
        first, second = (run(path, folder / str(jobs), jobs) for jobs in (1, 2))
        over = [beyond(folder, kind, base, day) for kind in (texts, [SHORT] * MANY)]
    bare = bare_gain(drafts, min(5.0, seconds / 4))
    memory = worker_memory.watch(drafts, short, max(1, short // 20), told=False)
    gains = (
        ("bare processes, nothing shared", bare),
        ("workers at work", second.rate / first.rate),
        ("whole run", first.whole / second.whole),
    )
    used = [f"{1000 * done.cpu / documents:.1f} ms" for done in (first, second)]
    rows = [
        ("whole run, 1 process", f"{first.whole:.1f} s"),
        ("whole run, 2 processes", f"{second.whole:.1f} s"),
        *((f"gain of 2 processes: {label}", f"{gain:.2f}") for label, gain in gains),
        ("documents a second, 1 process, 2 processes", f"{first.rate:.0f}, {second.rate:.0f}"),
        ("processor time a document, 1 process, 2 processes", ", ".join(used)),
        ("a draft beyond its `check_text`", f"{over[0]:.2f} ms"),
        ("a short document beyond its `check_text`", f"{over[1]:.2f} ms"),
        *((f"memory of a worker after {n:,} short documents", megabytes(kb)) for n, kb, _ in sampled(memory)),
    ]
    told = (
        f"{documents:,} drafts of {len(texts)} kinds, {megabytes_of(texts, documents):.1f} MB, by `imss-check archive "
        "--jobs N`. A whole run starts its processes, and other work on the machine takes from its gain: compare it "
        "with that of two bare processes that only check, measured beside it, and the processor time of a document, "
        "which should not grow. The bars: a gain of 1.8, less than 1 ms beyond `check_text`, memory that stays. "
        "`python benchmarks/worker_memory.py` watches memory over a million documents."
    )
    return Table("An archive", told, ("", ""), rows, list(gains), "times")


def lines(path: Path, texts: list[str]) -> Path:
    """Write an archive of texts."""
    rows = ({"id": n, "text": text, "date": DAY} for n, text in enumerate(texts))
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def megabytes_of(texts: list[str], documents: int) -> float:
    """Return the size of an archive of texts that are taken in turn."""
    return sum(len(text.encode()) for text in texts) / len(texts) * documents / 1e6


def run(path: Path, out: Path, jobs: int) -> Run:
    """Run an archive as people do. The workers are at work from the first part that is written to the last."""
    command = [sys.executable, "-m", "imss_check", "archive", str(path), "--out", str(out), "--jobs", str(jobs)]
    cost = process(command, path.parent)
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    written = sorted(((out / part["name"]).stat().st_mtime, part["rows"]) for part in manifest["parts"])
    rows = sum(count for _, count in written[1:])
    return Run(cost.wall, rows / (written[-1][0] - written[0][0]), cost.cpu)


def beyond(folder: Path, texts: list[str], base: FactBase, day: date) -> float:
    """Return the milliseconds a document that a worker needs beside the check: to read, convert, count and write it.

    The checks are done before, and handed to the worker: the difference of two long times would be mostly noise.
    """
    part = Part(0, str(lines(folder / "part.jsonl", texts)), 0, None)
    drafts = {text: draft_from_text(text, "-", markdown=True) for text in texts}
    known = {text: check_draft(draft, base, day, "option") for text, draft in drafts.items()}
    with patch.object(table, "check_draft", lambda draft, *_: known[draft.text]):
        return 1000 * processor_time(lambda: write_part(part, base, str(folder), None), 5) / len(texts)


def bare_gain(drafts: list[Path], seconds: float) -> float:
    """Return what two processes gain over one here that check the same drafts and know nothing of each other."""
    command = [sys.executable, "-c", BARE, str(seconds), *map(str, drafts)]

    def rate(count: int) -> float:
        begun = [
            subprocess.Popen(command, stdin=-1, stdout=-1, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
            for _ in range(count)
        ]
        for each in begun:
            assert each.stdout is not None
            each.stdout.readline()
        for each in begun:  # all are warm
            assert each.stdin is not None
            each.stdin.write("\n")
            each.stdin.flush()
        return sum(float(each.communicate()[0]) for each in begun)

    return rate(2) / rate(1)


def sampled(seen: list[tuple[int, float, float]]) -> list[tuple[int, float, float]]:
    """Return a few of many samples."""
    return [seen[len(seen) // 5 - 1], seen[len(seen) // 2 - 1], seen[-1]] if len(seen) >= 5 else seen
