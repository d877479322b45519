"""The base as pages to browse: a list of topics, and a page for each with its metrics, charts and sources.

Like the report, they ask the network for nothing and run no script, and their policy forbids both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from imss_check import __version__
from imss_check.facts.model import Metric, Observation, Scope
from imss_check.facts.store import FactBase
from imss_check.reports.evidence import address, metric_name, origin, value_text, when
from imss_check.reports.formats import Screen
from imss_check.reports.model import Evidence
from imss_check.reports.page.chart import LEAST, chart
from imss_check.reports.page.head import page_head
from imss_check.reports.page.markup import Html, element, join
from imss_check.reports.words import words
from imss_check.verdicts.messages import number, period_text

INDEX = "index.html"
STYLES = ("style.css", "base.css")
NONE: Mapping[str, str] = {}


def pages(base: FactBase, language: str = "en", nouns: Mapping[str, str] = NONE) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each page; `nouns` are what units and scopes are called."""
    base.fetch_observations(base.ids())
    screen = Screen(language=language, facts=base)
    topics = {topic: list(listed) for topic, listed in groupby(in_topics(base), key=lambda metric: metric.topic)}
    yield INDEX, index_page(topics, base, screen)
    for topic, metrics in topics.items():
        yield f"{topic}.html", topic_page(topic, metrics, base, screen, nouns)


def in_topics(base: FactBase) -> list[Metric]:
    """Return all metrics by topic, in the order of the files."""
    return sorted(base.metrics(base.ids()), key=lambda metric: metric.topic)


def index_page(topics: dict[str, list[Metric]], base: FactBase, screen: Screen) -> str:
    """Return the page that leads to the others."""
    text = words(screen.language, "facts").TEXT
    intro = text["intro"].format(
        metrics=f"{base.metric_count:,}", observations=f"{base.observation_count:,}",
        sources=f"{base.source_count:,}", digest=base.digest[:12],
    )  # fmt: skip
    listed = []
    for topic, metrics in topics.items():
        rows = (index_row(metric, base, screen) for metric in metrics)
        heads = element("tr", *(element("th", text[key], scope="col") for key in ("metric", "latest", "count")))
        table = element("table", element("thead", heads), element("tbody", *rows), class_="base")
        name = element("h2", element("a", title_of(topic, screen), href=f"{topic}.html"), id=topic)
        listed.append(element("section", name, table, aria_labelledby=topic))
    return page(text["title"], element("p", intro), join(*listed), screen)


def index_row(metric: Metric, base: FactBase, screen: Screen) -> Html:
    """Return a metric in the list: its name, its latest figure, how many there are."""
    seen = printed(base, metric)
    newest = max(seen, key=lambda o: (o.last, -o.first.toordinal())) if seen else None
    told = shown(newest, base, screen) if newest else ""
    cells = (element("td", told), element("td", str(len(seen)), class_="number"))
    return element("tr", element("th", link_to(metric, screen), scope="row"), *cells)


def topic_page(topic: str, metrics: list[Metric], base: FactBase, screen: Screen, nouns: Mapping[str, str]) -> str:
    """Return the page of a topic."""
    text = words(screen.language, "facts").TEXT
    back = element("nav", element("a", text["back"], href=INDEX), aria_label=text["topics"])
    listed = (element("li", element("a", metric_name(metric.id, screen), href=f"#{metric.id}")) for metric in metrics)
    body = (metric_section(metric, base, screen, nouns) for metric in metrics)
    return page(title_of(topic, screen), back, join(element("ul", *listed, class_="contents"), *body), screen)


def metric_section(metric: Metric, base: FactBase, screen: Screen, nouns: Mapping[str, str]) -> Html:
    """Return a metric: what it is, its chart, its figures with their sources."""
    text = words(screen.language, "facts").TEXT
    other = metric.name.get("en" if screen.language == "es" else "es")
    usual = Scope()._asdict()
    scope = ", ".join(
        f"{label(key, screen)}: {nouns.get(f'{key} {value}') or label(value, screen)}"
        for key, value in metric.scope._asdict().items()
        if value != usual[key]
    )
    whole = base.metric(metric.part_of) if metric.part_of else None
    facts: list[tuple[str, str | None]] = [
        (text["names"], other), (text["unit"], unit_text(metric.unit, nouns, screen)),
        (text["kind"], ", ".join(dict.fromkeys((label(metric.kind, screen), label(metric.measure, screen))))),
        (text["grain"], label(metric.grain, screen)), (text["cadence"], label(metric.cadence, screen)),
        (text["scope"], scope),
        (text["part_of"], link_to(whole, screen) if whole else None),
    ]  # fmt: skip
    described = (join(element("dt", key[:1].upper() + key[1:]), element("dd", value)) for key, value in facts if value)
    seen = printed(base, metric)
    heading = element("h2", metric_name(metric.id, screen), " ", element("code", metric.id), id=metric.id)
    parts = [heading, element("dl", *described, class_="about"), *drawing(metric, seen, screen)]
    parts.append(table(metric, seen, base, screen) if seen else element("p", text["none"], class_="empty"))
    return element("section", *parts, class_="metric-page", aria_labelledby=metric.id)


def link_to(metric: Metric, screen: Screen) -> Html:
    """Return the way to a metric."""
    return element("a", metric_name(metric.id, screen), href=f"{metric.topic}.html#{metric.id}")


def drawing(metric: Metric, seen: list[Observation], screen: Screen) -> Iterator[Html]:
    """Yield the chart of a metric, if it has enough figures."""
    if len({o.last for o in seen}) >= LEAST:
        yield element("figure", metric_chart(metric, seen, screen))


def metric_chart(metric: Metric, seen: list[Observation], screen: Screen) -> Html:
    """Return the chart of a metric."""
    text, values = words(screen.language, "facts").TEXT, [o.value for o in seen]
    title = text["chart"].format(metric=metric_name(metric.id, screen))
    told = text["chart_text"].format(
        count=len(seen), first=period_text(seen[0].first, seen[0].last, screen.language), low=number(min(values)),
        last=period_text(seen[-1].first, seen[-1].last, screen.language), high=number(max(values)),
    )  # fmt: skip
    return chart(seen, None, seen[-1].last, metric.id, title, told, "")


def table(metric: Metric, seen: list[Observation], base: FactBase, screen: Screen) -> Html:
    """Return the figures of a metric, newest first, each with its source."""
    text = words(screen.language, "facts").TEXT
    heads = element("tr", *(element("th", text[key], scope="col") for key in ("period", "value", "source")))
    rows = (row(o, base, screen) for o in reversed(seen))
    caption = element("caption", f"{text['table']}: {metric_name(metric.id, screen)}")
    return element("table", caption, element("thead", heads), element("tbody", *rows), class_="base")


def row(seen: Observation, base: FactBase, screen: Screen) -> Html:
    """Return one figure."""
    found = evidence(seen, base)
    url, named = address(found), origin(found, screen)
    source: list[str] = [element("a", named, href=url, rel="noreferrer") if url else named]
    about = " · ".join(filter(None, (found.source.title or found.source.description, seen.where)))
    if about:
        source.append(element("span", f" {about}", class_="muted"))
    cells = (element("td", value_text(found, screen), class_="number"), element("td", *source))
    return element("tr", element("th", when(found, screen), scope="row"), *cells)


def shown(seen: Observation, base: FactBase, screen: Screen) -> str:
    """Return a figure and its period in words."""
    found = evidence(seen, base)
    return f"{value_text(found, screen)}, {when(found, screen)}"


def evidence(seen: Observation, base: FactBase) -> Evidence:
    """Return an observation with its source and its unit."""
    return Evidence(seen.metric, seen, base.source(seen.source), base.metric(seen.metric).unit, "context")


def printed(base: FactBase, metric: Metric) -> list[Observation]:
    """Return the figures of a metric that a source gives, by period."""
    return [seen for seen in base.observations(metric.id) if seen.derived is None]


def title_of(topic: str, screen: Screen) -> str:
    """Return the name of a topic."""
    return str(words(screen.language, "facts").TOPICS.get(topic) or topic.replace("_", " ").capitalize())


def label(word: str | None, screen: Screen) -> str:
    """Return a word of a metric as people say it."""
    known: dict[str, str] = words(screen.language, "facts").LABELS
    return known.get(word or "") or (word or "").replace("_", " ")


def unit_text(unit: str, nouns: Mapping[str, str], screen: Screen) -> str:
    """Return a unit as the noun that counts it, `MXN/day` as pesos a day."""
    counted, slash, per = unit.partition("/")
    named = nouns.get(counted) or label(counted, screen)
    if not slash:
        return named
    single: dict[str, str] = words(screen.language, "facts").SINGLE
    return str(words(screen.language, "facts").PER.format(unit=named, per=single.get(per, per)))


def page(title: str, intro: Html, body: Html, screen: Screen) -> str:
    """Return a page."""
    text = words(screen.language, "facts").TEXT
    style = Html("".join((Path(__file__).parent / "page" / name).read_text("utf-8") for name in STYLES))
    full = title if title == text["title"] else f"{title} – {text['title']}"
    head = page_head(full, style)
    top = element("header", element("h1", title), intro, class_="top")
    foot = element("footer", element("p", text["made"].format(version=__version__)))
    skip = element("a", text["skip"], href="#main", class_="skip")
    whole = element("body", skip, top, element("main", body, id="main"), foot)
    return f"<!doctype html>\n{element('html', head, whole, lang=screen.language)}\n"


def standalone_chart(base: FactBase, name: str, language: str = "en") -> str:
    """Return the chart of a metric as a file of its own; an empty text where it has too few figures."""
    metric = base.metric(name)
    seen = printed(base, metric)
    if len({o.last for o in seen}) < LEAST:
        return ""
    drawn = metric_chart(metric, seen, Screen(language=language, facts=base))
    style = element("style", Html((Path(__file__).parent / "page" / "chart.css").read_text("utf-8")))
    head = drawn.index(">") + 1
    opening = drawn[:head].replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{opening}{style}{drawn[head:]}\n'
