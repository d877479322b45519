"""One page for people: the draft with every figure marked, and beside it what the base says of each.

The page is a single file that asks the network for nothing and runs no script: its policy forbids both. Filters and
charts are CSS and SVG.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from imss_check.reports import coverage
from imss_check.reports.evidence import metric_name
from imss_check.reports.fingerprints import relative_path
from imss_check.reports.formats import Format, Screen
from imss_check.reports.model import VERDICTS, Claim, Report
from imss_check.reports.page.cards import Deck, cards, marks, series
from imss_check.reports.page.chart import data_table
from imss_check.reports.page.draft import draft_page
from imss_check.reports.page.head import page_head
from imss_check.reports.page.icons import icon, icon_set, labelled
from imss_check.reports.page.markup import Html, element, join
from imss_check.reports.paint import Paint
from imss_check.reports.places import places_of
from imss_check.reports.summary import summarise
from imss_check.reports.words import words

STYLE = Path(__file__).resolve().parent.parent / "page" / "style.css"
ALL, FOUND = "all", "found"


def render(report: Report, screen: Screen) -> str:
    """Return the report as a page."""
    text = words(screen.language, "html").TEXT
    decks = [Deck(d, places_of(d), screen, f"d{n}") for n, d in enumerate(report.documents)]
    style = Html(STYLE.read_text("utf-8") + "".join(filter_rules()))
    title = f"{text['title']}: {', '.join(relative_path(d.path) for d in report.documents)}"
    head = page_head(title, style)
    body = element(
        "body",
        icon_set(),
        element("a", text["skip"], href="#main", class_="skip"),
        header(report, screen),
        element("main", *filter(None, (failures(report, screen), *map(section, decks), data(decks))), id="main"),
        footer(report, screen),
    )
    return f"<!doctype html>\n{element('html', head, body, lang=screen.language)}\n"


def filter_rules() -> Iterator[str]:
    """Yield the rules that show one verdict: each hides the cards of all others, and pales their marks."""
    for name in (FOUND, *VERDICTS):
        chosen = f"body:has(#show-{name}:checked)"
        yield f"{chosen} .card:not(.{name}){{display:none}}\n"
        yield f"{chosen} .mark:not(.{name}){{--c:transparent;--b:transparent}}\n"
        yield f"{chosen} .mark:not(.{name}) .icon{{display:none}}\n"
    for name, style in VERDICTS.items():
        yield f".{name}{{--c:var(--{style.colour});--b:var(--{style.colour}-b)}}\n"


def header(report: Report, screen: Screen) -> Html:
    """Return the title, the counts and the filter."""
    data, text = words(screen.language), words(screen.language, "html").TEXT
    counts = summarise(report.documents)
    told = element("p", coverage.figures(counts["claims"], data), ": ", coverage.tally(counts, Paint(False), data))
    found = sum(bool(c.findings) for d in report.documents for c in d.claims)
    choices = [(ALL, text["all"], counts["claims"]), (FOUND, text["findings"], found)]
    choices += [(name, data.VERDICTS[name][1], counts[name]) for name in VERDICTS if counts[name]]
    options = (choice(name, label, count) for name, label, count in choices)
    return element(
        "header",
        element("div", element("h1", text["title"]), told, bar(counts), class_="summary"),
        element("form", element("fieldset", element("legend", text["show"]), *options), autocomplete="off"),
        class_="top",
    )


def choice(name: str, label: str, count: int) -> Html:
    """Return one choice of the filter."""
    key = f"show-{name}"
    box = element("input", type="radio", name="show", id=key, checked=name == ALL)
    shown = join(icon(name), " ") if name in VERDICTS else ""
    words_ = join(shown, label, " ", element("span", str(count), class_="count"))
    return element("span", box, element("label", words_, for_=key), class_=f"choice {name}")


def bar(counts: dict[str, int]) -> Html:
    """Return the shares of the verdicts as a bar; the words above it say the same."""
    parts, at, whole = [], 0.0, max(counts["claims"], 1)
    for name in VERDICTS:
        width = 100 * counts[name] / whole
        if width:
            parts.append(element("rect", x=f"{at:.2f}", y="0", width=f"{width:.2f}", height="2", class_=f"part {name}"))
        at += width
    return element("svg", *parts, class_="bar", viewBox="0 0 100 2", preserveAspectRatio="none", aria_hidden="true")


def section(deck: Deck) -> Html:
    """Return one draft and its cards, side by side."""
    document, text = deck.document, deck.text
    data = words(deck.screen.language)
    day = text["as_of"].format(day=document.as_of.isoformat(), source=data.AS_OF[document.as_of_source])
    path = relative_path(document.path)
    name = f"{deck.key}-name"
    listed = cards(deck) if document.claims or document.findings else element("p", text["none"], class_="empty")
    return element(
        "section",
        element("div", element("h2", path, id=name), element("p", day, class_="day"), class_="title"),
        element("article", element("h3", text["draft"], class_="hidden"), draft_page(document, marks(deck))),
        element(
            "aside", element("h3", text["figures"], class_="hidden"), listed, aria_label=f"{text['figures']}: {path}"
        ),
        class_="document",
        aria_labelledby=name,
    )


def failures(report: Report, screen: Screen) -> Html | None:
    """Return the drafts that could not be read."""
    if not report.errors:
        return None
    text = words(screen.language, "html").TEXT
    lines = (element("li", labelled("error", relative_path(e.path), ": ", e.message)) for e in report.errors)
    return element("section", element("h2", text["unreadable"]), element("ul", *lines), class_="failures")


def data(decks: list[Deck]) -> Html | None:
    """Return the observations behind the charts, a table for each metric."""
    tables: dict[str, Html] = {}
    for deck in decks:
        for claim in deck.document.claims:
            metric = claim.metric
            if metric is not None and metric not in tables and series(deck, metric):
                tables[metric] = table(deck, claim, metric)
    if not tables:
        return None
    head = element("h2", decks[0].text["tables"], id="data")
    return element("section", head, *tables.values(), class_="data", aria_labelledby="data")


def table(deck: Deck, claim: Claim, metric: str) -> Html:
    """Return the observations of one metric."""
    name, text = metric_name(metric, deck.screen), deck.text
    heads = (text["period"], text["value"])
    body = data_table(series(deck, claim.metric), deck.screen.language, heads, name)
    return element("details", element("summary", name), body, id=f"d-{metric}")


def footer(report: Report, screen: Screen) -> Html:
    """Return what the drafts were held against."""
    facts, text = report.facts, words(screen.language, "html").TEXT
    made = text["made"].format(
        version=report.version,
        metrics=f"{facts.metrics:,}",
        observations=f"{facts.observations:,}",
        sources=f"{facts.sources:,}",
        digest=facts.digest[:12],
    )
    return element("footer", element("p", made))


FORMAT = Format("html", "a page for people: one file, no network, no script", render, for_people=True)
