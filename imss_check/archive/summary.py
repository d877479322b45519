"""The tables at the end of a run: claims by verdict, by metric and by year, and the most frequent wrong figures."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from imss_check.archive.tally import Tally, by_verdict
from imss_check.reports.inert import inert
from imss_check.reports.model import VERDICTS
from imss_check.reports.words import words
from imss_check.said import Said, tell

TOP = 20


class Section(NamedTuple):
    """One table: a title, the heads of its columns, its rows. All but the first `texts` columns hold numbers."""

    title: str
    head: tuple[str, ...]
    rows: list[tuple[str, ...]]
    texts: int = 1

    def told(self, language: str) -> Section:
        """The table in a language."""
        told = [tuple(tell(cell, language) for cell in row) for row in (self.head, *self.rows)]
        return self._replace(title=tell(self.title, language), head=told[0], rows=told[1:])


METRIC, VERDICT, CLAIMS = Said("metric"), Said("verdict"), Said("figures")
ROWS = ((Said("rows in"), "rows"), (Said("checked"), "checked"), (Said("in error"), "errors"))


def sections(tally: Tally, top: int | None = TOP, language: str = "en") -> list[Section]:
    """Return the tables of a run in a language; `top` limits the long ones."""
    wrong = (METRIC, Said("as written"), VERDICT, CLAIMS)
    found = [
        Section(Said("Rows"), ("", Said("rows")), [(name, figure(tally[key,])) for name, key in ROWS]),
        Section(Said("Figures by verdict"), (VERDICT, CLAIMS, Said("share")), verdict_rows(tally, language)),
        matrix(Said("Figures by metric"), METRIC, ranked(by_verdict(tally, "metric")), top, language),
        matrix(Said("Figures by year"), Said("year"), sorted(by_verdict(tally, "year").items()), None, language),
        Section(Said("Most frequent wrong figures"), wrong, wrong_rows(tally, top, language), 3),
    ]
    return [section.told(language) for section in found]


def figure(number: int) -> str:
    """Return a count as people read it."""
    return f"{number:,}"


def verdict_rows(tally: Tally, language: str) -> list[tuple[str, ...]]:
    """Return a row a verdict, and the sum."""
    whole, names = tally["claims",], words(language).VERDICTS
    shares = [(names[verdict][1], tally["verdict", verdict]) for verdict in VERDICTS]
    rows = [(name, figure(number), f"{100 * number / max(whole, 1):.1f}%") for name, number in shares]
    return [*rows, (Said("all"), figure(whole), "100.0%" if whole else "0.0%")]


def ranked(counted: dict[str, Counter[str]]) -> list[tuple[str, Counter[str]]]:
    """Return what was counted, the most frequent first."""
    return sorted(counted.items(), key=lambda pair: (-pair[1].total(), pair[0]))


def matrix(title: Said, name: Said, counted: list[tuple[str, Counter[str]]], top: int | None, language: str) -> Section:
    """Return a table with a column a verdict that occurs."""
    seen = [verdict for verdict in VERDICTS if any(numbers[verdict] for _, numbers in counted)]
    rows = [
        (key, figure(numbers.total()), *(figure(numbers[verdict]) for verdict in seen))
        for key, numbers in counted[:top]
    ]
    names = words(language).VERDICTS
    return Section(cut(title, len(counted), top), (name, CLAIMS, *(names[verdict][1] for verdict in seen)), rows)


def wrong_rows(tally: Tally, top: int | None, language: str) -> list[tuple[str, ...]]:
    """Return the wrong figures as they are written, the most frequent first."""
    names = words(language).VERDICTS
    found = sorted((-number, key[1:]) for key, number in tally.items() if key[0] == "wrong")
    return [(metric, text, names[verdict][0], figure(-number)) for number, (metric, text, verdict) in found[:top]]


def cut(title: Said, rows: int, top: int | None) -> Said:
    """Return a title that says where only a part is shown."""
    return title if top is None or rows <= top else Said("{title} ({top} of {rows:,})", title=title, top=top, rows=rows)


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
