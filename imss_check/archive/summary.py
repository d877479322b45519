"""The tables at the end of a run: claims by verdict, by metric and by year, and the most frequent wrong figures."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from imss_check.archive.tally import Tally, by_verdict
from imss_check.reports.inert import inert
from imss_check.reports.model import VERDICTS

TOP = 20


class Section(NamedTuple):
    """One table: a title, the heads of its columns, its rows. All but the first `texts` columns hold numbers."""

    title: str
    head: tuple[str, ...]
    rows: list[tuple[str, ...]]
    texts: int = 1


def sections(tally: Tally, top: int | None = TOP) -> list[Section]:
    """Return the tables of a run; `top` limits the long ones."""
    return [
        Section("Rows", ("", "rows"), [(name, figure(tally[key,])) for name, key in ROWS]),
        Section("Claims by verdict", ("verdict", "claims", "share"), verdict_rows(tally)),
        matrix("Claims by metric", "metric", ranked(by_verdict(tally, "metric")), top),
        matrix("Claims by year", "year", sorted(by_verdict(tally, "year").items()), None),
        Section("Most frequent wrong figures", ("metric", "figure", "verdict", "claims"), wrong_rows(tally, top), 3),
    ]


ROWS = (("rows in", "rows"), ("checked", "checked"), ("in error", "errors"))


def figure(number: int) -> str:
    """Return a count as people read it."""
    return f"{number:,}"


def verdict_rows(tally: Tally) -> list[tuple[str, ...]]:
    """Return a row a verdict, and the sum."""
    whole = tally["claims",]
    shares = [(name, tally["verdict", name]) for name in VERDICTS]
    rows = [(name, figure(number), f"{100 * number / max(whole, 1):.1f}%") for name, number in shares]
    return [*rows, ("all", figure(whole), "100.0%" if whole else "0.0%")]


def ranked(counted: dict[str, Counter[str]]) -> list[tuple[str, Counter[str]]]:
    """Return what was counted, the most frequent first."""
    return sorted(counted.items(), key=lambda pair: (-pair[1].total(), pair[0]))


def matrix(title: str, name: str, counted: list[tuple[str, Counter[str]]], top: int | None) -> Section:
    """Return a table with a column a verdict that occurs."""
    seen = [verdict for verdict in VERDICTS if any(numbers[verdict] for _, numbers in counted)]
    rows = [
        (key, figure(numbers.total()), *(figure(numbers[verdict]) for verdict in seen))
        for key, numbers in counted[:top]
    ]
    return Section(cut(title, len(counted), top), (name, "claims", *seen), rows)


def wrong_rows(tally: Tally, top: int | None) -> list[tuple[str, ...]]:
    """Return the wrong figures as they are written, the most frequent first."""
    found = sorted((-number, key[1:]) for key, number in tally.items() if key[0] == "wrong")
    return [(*key, figure(-number)) for number, key in found[:top]]


def cut(title: str, rows: int, top: int | None) -> str:
    """Return a title that says where only a part is shown."""
    return title if top is None or rows <= top else f"{title} ({top} of {rows:,})"


def lines(shown: list[Section]) -> list[str]:
    """Return tables as lines of text."""
    told: list[str] = []
    for section in shown:
        if not section.rows:
            continue
        grid = [section.head, *(tuple(inert(cell) for cell in row) for row in section.rows)]
        widths = [max(len(row[i]) for row in grid) for i in range(len(section.head))]
        told += ["", section.title]
        for row in grid:
            told.append("  " + "  ".join(pad(row[i], widths[i], i < section.texts) for i in range(len(row))).rstrip())
    return told[1:]


def pad(cell: str, width: int, left: bool) -> str:
    """Return a cell as wide as its column: text to the left, numbers to the right."""
    return cell.ljust(width) if left else cell.rjust(width)
