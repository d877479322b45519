"""A run as one page for people: a single file that asks the network for nothing and runs no script."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from imss_check.archive.summary import Section, sections
from imss_check.archive.tally import Tally, by_verdict
from imss_check.reports.model import VERDICTS
from imss_check.reports.page.head import page_head
from imss_check.reports.page.markup import Html, element, join
from imss_check.reports.words import words
from imss_check.said import Said, tell

TOP = 100
WIDTH, ROW, LABEL = 640, 22, 60
"""Of the chart, in its own units: a bar a year."""


def render(manifest: dict[str, Any], tally: Tally, language: str = "en") -> str:
    """Return the page of a run in a language."""
    style = Html(files(__package__).joinpath("page.css").read_text("utf-8") + "".join(colours()))
    title = tell(Said("Figures of {dataset}", dataset=manifest["dataset"]), language)
    head = page_head(title, style)
    drawn = years(tally, language)
    shown = join(element("h1", title), origin(manifest, language), drawn, *map(table, sections(tally, TOP, language)))
    return f"<!doctype html>\n{element('html', head, element('body', element('main', shown)), lang=language)}\n"


def colours() -> list[str]:
    """Return the rules that give each verdict its colour."""
    return [f".{name}{{fill:var(--{style.colour})}}\n" for name, style in VERDICTS.items()]


def origin(manifest: dict[str, Any], language: str) -> Html:
    """Return what the figures were held against, by which program."""
    facts = manifest["facts"]
    told = Said(
        "imss-check {program}; {metrics:,} metrics, {observations:,} observations, {sources:,} sources (base {digest})",
        program=manifest["program"], metrics=facts["metrics"], observations=facts["observations"],
        sources=facts["sources"], digest=facts["digest"][:12],
    )  # fmt: skip
    return element("p", tell(told, language))


def years(tally: Tally, language: str) -> Html:
    """Return the claims of each year as a bar of their verdicts; the table below says the same."""
    counted = sorted(by_verdict(tally, "year").items())
    if not counted:
        return Html("")
    most = max(numbers.total() for _, numbers in counted)
    drawn: list[Html] = []
    for place, (year, numbers) in enumerate(counted):
        top, at = place * ROW, float(LABEL)
        drawn.append(element("text", year, x="0", y=str(top + 15)))
        for verdict in VERDICTS:
            wide = (WIDTH - LABEL) * numbers[verdict] / most
            if wide:
                size = {"width": f"{wide:.2f}", "height": str(ROW - 6)}
                drawn.append(element("rect", x=f"{at:.2f}", y=str(top + 3), class_=verdict, **size))
            at += wide
    high = len(counted) * ROW
    title, names = tell(Said("Figures by year and verdict"), language), words(language).VERDICTS
    drawing = element("svg", *drawn, viewBox=f"0 0 {WIDTH} {high}", role="img", aria_label=title)
    key = [element("li", swatch(verdict), f" {names[verdict][1]}") for verdict in VERDICTS]
    return element("figure", drawing, element("ul", *key))


def swatch(verdict: str) -> Html:
    """Return the colour of a verdict."""
    return element(
        "svg", element("rect", width="10", height="10", class_=verdict), viewBox="0 0 10 10", aria_hidden="true"
    )


def table(section: Section) -> Html:
    """Return one table."""
    if not section.rows:
        return Html("")
    head = element("tr", *(head_cell(name, kind(i, section)) for i, name in enumerate(section.head)))
    body = (
        element("tr", element("th", row[0], scope="row"),
                *(element("td", cell, class_=kind(i, section)) for i, cell in enumerate(row[1:], 1)))
        for row in section.rows
    )  # fmt: skip
    whole = element("table", element("thead", head), element("tbody", *body))
    return element("section", element("h2", section.title), whole)


def head_cell(name: str, class_: str | None) -> Html:
    """Return the head of a column; one that says nothing is no head."""
    return element("th", name, scope="col", class_=class_) if name else element("td")


def kind(column: int, section: Section) -> str | None:
    """Return the class of a column: numbers stand to the right."""
    return None if column < section.texts else "number"
