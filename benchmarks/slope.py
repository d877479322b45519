"""Time against length, of ordinary and of hostile texts: twice the text must take twice the time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from measure import Table, processor_time

from imss_check.api import check_text
from imss_check.facts.base import open_base

DAY = date(2025, 12, 1)
ENOUGH = 20.0
"""Seconds after which a text is not made longer."""


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


def measure(drafts: list[Path], longest: int) -> Table:
    """Check each kind at growing lengths, up to the longest or until it takes too long."""
    base = open_base()
    sizes = [size for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000) if size <= longest]
    rows, bars = [], []
    for kind, text in kinds(drafts).items():
        cells, last = [], 0.0
        for size in sizes:
            if last * 10 > ENOUGH:
                cells.append("–")
                continue
            whole = (text * (size // len(text) + 1))[:size]
            last = processor_time(lambda whole=whole: check_text(whole, as_of=DAY, facts=base))  # type: ignore[misc]
            cells.append(f"{last:.3g}")
        rows.append((kind, *cells))
        bars.append((kind, float(next(cell for cell in reversed(cells) if cell != "–"))))
    told = f"Seconds of processor time of `check_text`; – where it would take more than {ENOUGH:.0f} s or so."
    return Table("Slope", told, ("text", *(f"{size // 1000:,} KB" for size in sizes)), rows, bars, "s, longest text")
