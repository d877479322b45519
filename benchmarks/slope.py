"""Time and memory against length, of ordinary and of hostile texts: ten times the text must take ten times as much.

    python benchmarks/slope.py KIND SECONDS

checks one kind at growing lengths, and prints a line each: bytes, what was done, seconds, megabytes at most.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

from measure import DRAFTS, ROOT, Table, processor_time

DAY = date(2025, 12, 1)
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
PATIENCE = 8
"""How many times the seconds of a text one kind may take in all."""
CHECK, READ = "check", "read"


class Step(NamedTuple):
    """What one length took."""

    size: int
    what: str
    seconds: float
    megabytes: float


def kinds(drafts: list[Path]) -> dict[str, str]:
    """What is repeated to the length that is wanted."""
    article = "\n\n".join(draft.read_text("utf-8").split("---")[-1] for draft in drafts)
    return {
        "drafts": article,
        "no figures": "El Instituto informa a la población de los servicios que presta en todo el país. ",
        "digits": "1234567890",
        "figures": "12,345 ",
        "number words": "mil doscientos veinte y tres millones ",
        "one line": " ".join(article.replace(".", " ").split()) + " ",
        "commas": ",",
    }


def steps(text: str, enough: float) -> list[Step]:
    """Check a kind at growing lengths, as long as that takes less than `enough` seconds; then only read its numbers."""
    from imss_check.api import check_text, find_quantities
    from imss_check.facts.base import open_base

    base, found = open_base(), []
    last = {CHECK: 0.0, READ: 0.0}
    for size in SIZES:
        whole = (text * (size // len(text) + 1))[:size]
        for what, work in (
            (CHECK, lambda whole=whole: check_text(whole, as_of=DAY, facts=base)),
            (READ, lambda whole=whole: find_quantities(whole)),
        ):
            if last[what] * 10 <= enough:
                last[what] = processor_time(work)
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
                    2**20 if sys.platform == "darwin" else 2**10
                )
                found.append(Step(size, what, last[what], peak))
                print(*found[-1], flush=True)
                break
    return found


def run(kind: str, drafts: list[Path], enough: float) -> list[Step]:
    """Do that in a process of its own, which is ended when it takes far too long."""
    command = [sys.executable, __file__, kind, str(enough), *map(str, drafts)]
    try:
        printed = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE * enough, env={"PYTHONPATH": str(ROOT)}
        ).stdout
    except subprocess.TimeoutExpired as expired:
        printed = (expired.stdout or b"").decode()
    cells = (line.split() for line in printed.splitlines())
    return [Step(int(size), what, float(seconds), float(peak)) for size, what, seconds, peak in cells]


def measure(drafts: list[Path], enough: float) -> Table:
    """Check each kind at growing lengths."""
    rows, series = [], {}
    for kind in kinds(drafts):
        done = run(kind, drafts, enough)
        checked = [step for step in done if step.what == CHECK]
        cells = {step.size: f"{step.seconds:.3g}{' r' * (step.what == READ)}" for step in done}
        growth = f"{checked[-1].seconds / checked[-2].seconds:.1f}" if len(checked) > 1 else "–"
        rows.append(
            (kind, *(cells.get(size, "–") for size in SIZES), growth, f"{done[-1].megabytes:.0f} MB" if done else "–")
        )
        series[kind] = [(step.size / 1000, step.seconds) for step in checked]
    told = (
        "Seconds of processor time of `check_text`. Growth is how many times longer the last checked text took than "
        "the one before it, which is ten times shorter: 10 is linear. Where a check would take more than "
        f"{enough:.0f} s or so, r is the time to read the numbers alone, and – is not measured."
    )
    head = ("text", *(f"{size // 1000:,} KB" for size in SIZES), "growth", "memory at most")
    return Table("Slope", told, head, rows, [], "s", series)


if __name__ == "__main__":
    steps(kinds([Path(name) for name in sys.argv[3:]] or DRAFTS)[sys.argv[1]], float(sys.argv[2]))
