"""A metric over time as a small SVG, with the value of the draft on it; its data stand in a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from imss_check.facts.model import Observation
from imss_check.reports.page.markup import Html, element, join
from imss_check.verdicts.messages import number, period_text

WIDTH, HEIGHT = 400, 132
LEFT, RIGHT, TOP, BOTTOM = 6, 394, 20, 112
LEAST = 3
"""Fewer observations make no chart."""
CROWD = 60
"""More observations are a line without points."""
OFF_SCALE = 2
"""A claim farther off than this many times the spread of the data would flatten them: an arrow tells where it is."""


class Plot(NamedTuple):
    """Values against days: how both become coordinates."""

    first: int
    last: int
    low: Decimal
    high: Decimal

    def x(self, day: date) -> float:
        """Return the coordinate of a day, kept inside."""
        share = (day.toordinal() - self.first) / max(self.last - self.first, 1)
        return round(LEFT + 4 + min(max(share, 0), 1) * (RIGHT - LEFT - 8), 1)

    def y(self, value: Decimal) -> float:
        """Return the coordinate of a value, kept inside."""
        share = float((value - self.low) / (self.high - self.low))
        return round(BOTTOM - min(max(share, 0), 1) * (BOTTOM - TOP), 1)


def plot_of(seen: Sequence[Observation], claimed: Decimal | None, day: date) -> Plot:
    """Return the scales of a chart: those of the data, and of the claim unless it is far off."""
    values = [observation.value for observation in seen]
    low, high = min(values), max(values)
    spread = (high - low) or abs(high) / 10 or Decimal(1)
    if claimed is not None and low - OFF_SCALE * spread <= claimed <= high + OFF_SCALE * spread:
        low, high = min(low, claimed), max(high, claimed)
    pad = (high - low) / 10 or spread
    days = [observation.last.toordinal() for observation in seen] + [day.toordinal()]
    return Plot(min(days), max(days), low - pad, high + pad)


def chart(
    seen: Sequence[Observation], claimed: Decimal | None, day: date, key: str, title: str, text: str, label: str
) -> Html:
    """Return the drawing: a line through the observations, a diamond for the claim, and both told in words."""
    plot = plot_of(seen, claimed, day)
    exact: dict[date, Observation] = {}
    for observation in seen:
        if observation.approximation == "exact":
            exact.setdefault(observation.last, observation)
    path = "M" + "L".join(f"{plot.x(day)} {plot.y(o.value)}" for day, o in exact.items())
    dots = (dot(observation, plot) for observation in seen)
    return element(
        "svg",
        element("title", title, id=f"{key}-title"),
        element("desc", text, id=f"{key}-desc"),
        *grid(seen, plot),
        element("path", d=path, class_="series") if exact else "",
        *(dots if len(seen) <= CROWD else ()),
        *(claim_mark(plot, claimed, day, label) if claimed is not None else ()),
        class_="chart",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
    )


def dot(observation: Observation, plot: Plot) -> Html:
    """Return the point of an observation; one that its source hedges is hollow."""
    kind = "dot" if observation.approximation == "exact" else "dot hedged"
    return element("circle", cx=str(plot.x(observation.last)), cy=str(plot.y(observation.value)), r="2.2", class_=kind)


def grid(seen: Sequence[Observation], plot: Plot) -> list[Html]:
    """Return the lines and labels of the highest and the lowest value, of the first and the last day."""
    values = [observation.value for observation in seen]
    made = []
    for value in dict.fromkeys((max(values), min(values))):
        y = plot.y(value)
        made.append(element("path", d=f"M{LEFT} {y}H{RIGHT}", class_="grid"))
        made.append(element("text", number(value), x=str(LEFT), y=str(y - 4), class_="tick"))
    ends = (seen[0].last, seen[-1].last)
    for day, x, anchor in ((ends[0], LEFT, "start"), (ends[1], RIGHT, "end")):
        made.append(element("text", str(day.year), x=str(x), y=str(HEIGHT - 5), class_="tick", text_anchor=anchor))
    return made


def claim_mark(plot: Plot, claimed: Decimal, day: date, label: str) -> list[Html]:
    """Return the diamond of the claim with its line and its value; an arrow where it is off the scale."""
    x, y = plot.x(day), plot.y(claimed)
    off = "↑ " if claimed > plot.high else "↓ " if claimed < plot.low else ""
    right, below = x > WIDTH / 2, y < TOP + 24
    place = {"x": str(x - 8 if right else x + 8), "text_anchor": "end" if right else "start"}
    place["y"] = str(y + 13 if below else y - 7)
    return [
        element("path", d=f"M{LEFT} {y}H{RIGHT}", class_="claim-line"),
        element("path", d=f"M{x} {y - 5}l5 5-5 5-5-5z", class_="claim-dot"),
        element("text", f"{off}{number(claimed)} {label}", class_="claim-text", **place),
    ]


def data_table(seen: Sequence[Observation], language: str, heads: tuple[str, str], caption: str) -> Html:
    """Return the observations of a chart as a table, newest first."""
    head = element("tr", *(element("th", text, scope="col") for text in heads))
    rows = (
        element(
            "tr", element("th", period_text(o.first, o.last, language), scope="row"), element("td", number(o.value))
        )
        for o in reversed(seen)
    )
    return element("table", element("caption", caption), element("thead", head), element("tbody", join(*rows)))
