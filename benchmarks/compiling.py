"""The first run after a change of the base: all files read, one file changed, nothing changed; as a process each."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median

from large_base import METRICS, names
from measure import ROOT, Table

FILES, EACH = 40, 10
PROGRAM = """
import resource, sys, time
begun = time.process_time()
from imss_check.facts.base import open_base
open_base(sys.argv[1:])
print(time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def files(metrics: int) -> Iterator[tuple[str, str]]:
    """Yield the names and texts of YAML files of many metrics; the numbers are the same every time."""
    chance, listed = random.Random(7), list(enumerate(islice(names(), metrics)))
    size = -(-metrics // FILES)
    for number in range(FILES):
        text = ""
        for key, (spanish, english) in listed[number * size : (number + 1) * size]:
            text += (
                f"made_{key}:\n  name: {{es: {spanish}, en: {english}}}\n  unit: job\n  kind: stock\n"
                "  cadence: monthly\n  observations:\n"
            )
            value = chance.randint(100, 10_000_000)
            for month in range(EACH):
                value += chance.randint(-value // 50, value // 50)
                period = f"{2015 + month // 12}-{month % 12 + 1:02}"
                text += f'    - {{period: {period}, value: "{value}", printed: "{value:,}", source: made-source}}\n'
        yield f"made_{number:02}.yaml", text


def make(folder: Path, metrics: int) -> Path:
    """Copy today's base, and add so many metrics to it."""
    shutil.copytree(ROOT / "facts", folder)
    if metrics:
        for name, text in files(metrics):
            (folder / name).write_text(text, "utf-8")
        with (folder / "sources.yaml").open("a", encoding="utf-8") as file:
            file.write("\nmade-source: {publisher: Made, description: made up, kind: press, language: es}\n")
    return folder


def opened(folder: Path, cache: Path) -> tuple[float, float]:
    """Open a base in a process of its own: seconds of its processor time, megabytes at most."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)], capture_output=True, text=True, env=environment, check=True
    )
    seconds, kilobytes = map(float, done.stdout.split())
    return seconds, kilobytes / 1024


def one(folder: Path, cache: Path, changed: str, rounds: int) -> list[tuple[float, float]]:
    """Return what the opening of a base takes: whole, after a change of one file, and unchanged."""
    whole, increment, fresh = [], [], []
    for number in range(rounds):
        shutil.rmtree(cache, ignore_errors=True)
        whole.append(opened(folder, cache))
        with (folder / changed).open("a", encoding="utf-8") as file:
            file.write(f"# {number}\n")
        increment.append(opened(folder, cache))
        fresh.append(opened(folder, cache))
    return [(median(s for s, _ in seen), max(m for _, m in seen)) for seen in (whole, increment, fresh)]


def measure(rounds: int, metrics: int = METRICS) -> Table:
    """Measure today's base and a large one."""
    large = f"{metrics:,} metrics, {metrics * EACH:,} observations more"
    bases = (("today's base", "today", 0, "staff.yaml"), (large, "large", metrics, "made_00.yaml"))
    rows, bars = [], []
    with tempfile.TemporaryDirectory() as name:
        for told, label, count, changed in bases:
            folder = make(Path(name) / label / "facts", count)
            taken = one(folder, Path(name) / "cache", changed, 1 if count else rounds)
            rows.append((told, *(f"{1000 * seconds:.0f} ms" for seconds, _ in taken), f"{taken[0][1]:.0f} MB"))
            what = ("all files", "one file changed", "nothing changed")
            bars += [(f"{label}, {done}", seconds) for done, (seconds, _) in zip(what, taken, strict=True)]
    head = ("base", "all files read", "one file changed", "nothing changed", "memory, all files")
    told = "Processor time of a process that opens the base, imports included; a file is changed by a line."
    return Table("Compiling the base", told, head, rows, bars, "s")
