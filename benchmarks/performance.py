"""Measure start-up, throughput, slope, a large base and an archive, and write docs/performance.md: `make bench`.

    python benchmarks/performance.py [--peers VENV] [--only NAME…] [--write FILE] [DRAFT…]

VENV is a virtual environment with the peers: `pip install onus==0.1.0 numaudit==0.1.0 text2num quantulum3`.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path

import large_base
import slope
import startup
import throughput
from measure import DRAFTS, ROOT, Table

BAR, LABEL, WIDTH = 22, 250, 720


def main() -> None:
    """Measure what is asked for, and write it down."""
    asked = read_arguments()
    drafts = asked.drafts or DRAFTS
    todo: dict[str, Callable[[], Table]] = {
        "startup": lambda: startup.measure(drafts, asked.peers, asked.rounds),
        "throughput": lambda: throughput.measure(drafts, asked.peers),
        "slope": lambda: slope.measure(drafts, asked.longest),
        "base": lambda: large_base.measure(drafts[:8], 3),
        "archive": lambda: archive(drafts, asked.documents),
    }
    tables = []
    for name, work in todo.items():
        if not asked.only or name in asked.only:
            tables.append(work())
            print(markdown(tables[-1]), flush=True)
            if asked.write:  # after each table: the last one may take long
                asked.write.write_text(page(tables), "utf-8")
                (asked.write.parent / picture(tables[-1])).write_text(chart(tables[-1]), "utf-8")


def read_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("drafts", nargs="*", type=Path)
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--longest", type=int, default=1_000_000)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--write", type=Path)
    return parser.parse_args()


def archive(drafts: list[Path], documents: int) -> Table:
    """The archive needs packages of its own."""
    import whole_archive

    return whole_archive.measure(drafts, documents)


def page(tables: list[Table]) -> str:
    """Return the page: the machine, the command, the day, the tables with their charts."""
    import shlex

    told = [argument for argument in sys.argv[1:] if not Path(argument).is_absolute()]
    load = os.getloadavg()[0]
    head = (ROOT / "benchmarks" / "head.md").read_text("utf-8").format(
        day=date.today().isoformat(), cores=os.cpu_count(), system=platform.system(), python=platform.python_version(),
        command=shlex.join(["python", "benchmarks/performance.py", *told]), load=f"{load:.1f}",
    )  # fmt: skip
    return head + "".join(f"\n{markdown(table)}\n![{table.title}]({picture(table)})\n" for table in tables)


def picture(table: Table) -> str:
    """Return the name of a table's chart."""
    return f"performance-{table.title.lower().replace(' ', '-')}.svg"


def markdown(table: Table) -> str:
    """Return a table as Markdown."""
    lines = [table.head, ("---", *["---:"] * (len(table.head) - 1)), *table.rows]
    return f"## {table.title}\n\n{table.told}\n\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def chart(table: Table) -> str:
    """Return a table's bars as a picture."""
    most = max(value for _, value in table.bars) or 1
    drawn = []
    for place, (label, value) in enumerate(table.bars):
        y, wide = place * BAR, (WIDTH - LABEL - 90) * value / most
        drawn.append(
            f'<text x="{LABEL - 8}" y="{y + 15}" text-anchor="end">{escape(label)}</text>'
            f'<rect x="{LABEL}" y="{y + 3}" width="{wide:.1f}" height="{BAR - 6}"/>'
            f'<text x="{LABEL + wide + 6:.1f}" y="{y + 15}">{value:.3g} {escape(table.unit)}</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {BAR * len(table.bars)}" role="img" '
        f'font-family="sans-serif" font-size="12"><title>{escape(table.title)}</title>'
        f"<style>text{{fill:#444}}rect{{fill:#2b7a5b}}@media (prefers-color-scheme:dark){{text{{fill:#ccc}}}}</style>"
        f"{''.join(drawn)}</svg>\n"
    )


if __name__ == "__main__":
    main()
