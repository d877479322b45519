"""Measure start-up, throughput, slope, the base and an archive, and write docs/performance.md: `make bench`.

    python benchmarks/performance.py [--full] [--peers VENV] [--only NAME…] [--write FILE] [DRAFT…]

VENV is a virtual environment with the peers: `pip install onus==0.1.0 numaudit==0.1.0 text2num quantulum3 codespell`.
It takes some minutes, with --full an hour. A part that cannot be measured is said, and the others go on.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import textwrap
import time
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import compiling
import draw
import large_base
import slope
import startup
import throughput
from measure import DRAFTS, ROOT, Table


class Depth(NamedTuple):
    """How much is done."""

    rounds: int
    enough: float
    """Seconds after which a hostile text is not made longer."""
    archive: float
    """Seconds of an archive for one process."""
    short: int
    """Short documents over which the memory of a worker is watched."""


QUICK = Depth(9, 10, 24, 6_000)
FULL = Depth(21, 240, 180, 200_000)


def main() -> None:
    """Measure what is asked for, and write it down."""
    asked = read_arguments()
    drafts, depth = asked.drafts or DRAFTS, FULL if asked.full else QUICK
    todo: dict[str, Callable[[], Table]] = {
        "startup": lambda: startup.measure(drafts, asked.peers, depth.rounds),
        "throughput": lambda: throughput.measure(drafts, asked.peers),
        "many": lambda: throughput.many(drafts, 2),
        "slope": lambda: slope.measure(drafts, depth.enough),
        "base": lambda: large_base.measure(drafts[:8], 3),
        "compiling": lambda: compiling.measure(3),
        "archive": lambda: archive(drafts, depth),
    }
    tables = []
    for name, work in todo.items():
        if asked.only and name not in asked.only:
            continue
        begun = time.monotonic()
        try:
            table = work()
        except Exception as error:
            traceback.print_exc()
            table = Table(name.capitalize(), f"Not measured: {type(error).__name__}: {error}.", (), [], [], "")
        tables.append(table)
        print(f"{markdown(table)}\n({time.monotonic() - begun:.0f} s)\n", flush=True)
        if asked.write:  # after each table: the last one may take long
            asked.write.write_text(page(tables), "utf-8")
            if drawn := chart(table):
                (asked.write.parent / picture(table)).write_text(drawn, "utf-8")


def read_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("drafts", nargs="*", type=Path)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--peers", type=lambda name: Path(name).absolute())
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--write", type=Path)
    return parser.parse_args()


def archive(drafts: list[Path], depth: Depth) -> Table:
    """The archive needs packages of its own."""
    import whole_archive

    return whole_archive.measure(drafts, depth.archive, depth.short)


def page(tables: list[Table]) -> str:
    """Return the page: the machine, the command, the day, the tables with their charts."""
    import shlex

    told = ["VENV" if Path(argument).is_absolute() else argument for argument in sys.argv[1:]]
    load = os.getloadavg()[0]
    head = (ROOT / "benchmarks" / "head.md").read_text("utf-8").format(
        day=date.today().isoformat(), cores=os.cpu_count(), system=platform.system(), python=platform.python_version(),
        machine=machine(), command=shlex.join(["python", "benchmarks/performance.py", *told]), load=f"{load:.1f}",
    )  # fmt: skip
    return head + "".join(f"\n{section(table)}" for table in tables)


def machine() -> str:
    """Return the kind of processor, where the system tells it."""
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        return next(line.partition(":")[2].strip() for line in told if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


def section(table: Table) -> str:
    """Return a table with its chart."""
    return markdown(table) + (f"\n![{table.title}]({picture(table)})\n" if chart(table) else "")


def picture(table: Table) -> str:
    """Return the name of a table's chart."""
    return f"performance-{table.title.lower().replace(' ', '-')}.svg"


def markdown(table: Table) -> str:
    """Return a table as Markdown."""
    lines = [table.head, ("---", *["---:"] * (len(table.head) - 1)), *table.rows] if table.rows else []
    return (
        f"## {table.title}\n\n{textwrap.fill(table.told, 120)}\n"
        + "\n" * bool(lines)
        + "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
    )


def chart(table: Table) -> str:
    """Return the picture of a table, empty if it has none."""
    if table.lines:
        return draw.lines(table.title, table.lines, "KB", table.unit)
    return draw.bars(table.title, table.bars, table.unit) if table.bars else ""


if __name__ == "__main__":
    main()
