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
    lines: dict[str, list[tuple[float, float]]] | None = None
    """What is drawn instead of bars: values by size."""


class Cost(NamedTuple):
    """What a process took: seconds on the clock, seconds of processor time."""

    wall: float
    cpu: float


FOUND = (0, 1, 65)
"""Statuses of a command that did its job; codespell says with 65 that it found something."""


class FailedError(Exception):
    """A command could not do its job."""


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command; FailedError if it cannot do its job."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    try:
        done = subprocess.run(command, capture_output=True, cwd=folder, env={**environment, "PYTHONPATH": str(ROOT)})
    except OSError as error:
        raise FailedError(f"{command[0]}: {error.strerror}") from None
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in FOUND:
        raise FailedError(f"{' '.join(command)}: status {done.returncode}\n{done.stderr.decode()[-300:]}")
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def in_turn(
    commands: dict[str, list[str]], folder: Path, rounds: int, missing: dict[str, str] | None = None
) -> dict[str, Cost]:
    """Run several commands in turn, and return the medians of each; the first round warms the caches.

    With `missing`, a command that fails in the first round is left out, and put there with its reason.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name in list(costs):
            try:
                cost = run(commands[name], folder)
            except FailedError as error:
                if missing is None or number:
                    raise
                missing[name] = str(error).splitlines()[0]
                del costs[name]
                continue
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


def held() -> float:
    """Return the kilobytes that this process holds now."""
    status = Path("/proc/self/status")
    if not status.exists():  # not on every system: the most that it ever held
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return float(next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmRSS")))


def told_missing(missing: dict[str, str]) -> str:
    """Say which peers were not measured, and why."""
    return "".join(f" Not measured: {name} ({reason})." for name, reason in missing.items())
