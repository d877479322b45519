"""How things are measured: whole processes in turn, processor time, medians; and how results are shown."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
DRAFTS = sorted((ROOT / "claims" / "dev" / "drafts").glob("*.md"))


class Table(NamedTuple):
    """A result: a title, what was done, the heads of the columns, the rows, and the bars of a chart (label, value)."""

    title: str
    told: str
    head: tuple[str, ...]
    rows: list[tuple[str, ...]]
    bars: list[tuple[str, float]]
    unit: str


class Cost(NamedTuple):
    """What a process took: seconds on the clock, seconds of processor time."""

    wall: float
    cpu: float


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command; one that cannot do its job ends the benchmark."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, capture_output=True, cwd=folder, env={**environment, "PYTHONPATH": str(ROOT)})
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: status {done.returncode}\n{done.stderr.decode()}")
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def in_turn(commands: dict[str, list[str]], folder: Path, rounds: int) -> dict[str, Cost]:
    """Run several commands in turn, and return the medians of each; the first round warms the caches."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            cost = run(command, folder)
            if number:
                costs[name].append(cost)
    return {name: Cost(median(c.wall for c in seen), median(c.cpu for c in seen)) for name, seen in costs.items()}


def processor_time(work: Callable[[], object], repeat: int = 1) -> float:
    """Return the least processor time that some work takes."""
    best = float("inf")
    for _ in range(repeat):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


def megabytes(kilobytes: float) -> str:
    """Return a size as people read it."""
    return f"{kilobytes / 1024:.0f} MB"
