"""What the words near a figure say for each metric."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from imss_check.facts.base import FactBase
from imss_check.facts.model import Metric, Wording
from imss_check.linking.distance import cost, strength
from imss_check.linking.model import View
from imss_check.linking.pairs import paired_mentions
from imss_check.quantities.model import Quantity

OWNER_COST = 0.5
"""Cost of words that stand right beside another figure of the same dimension."""
OTHER_WORDS = 0.7
PAIRED = 0.1
BESIDE = 0.6
"""Cost up to which a word stands beside a figure."""
SAID_BEFORE = 0.9
"""Cost of a word said elsewhere in the sentence."""
LENT_COST = 0.5
FAR = 4.0
SPLIT = 0.85
"""What a wording is worth whose parts stand apart."""
HEEDED = 3
"""How many wordings of one metric are heeded."""
Evidence = dict[str, list[float]]
"""Metric id -> powers of wordings, strongest first."""


class Words(NamedTuple):
    """What the words near a figure say for each metric: by its own wordings, by those of its indicator, and which
    wordings these are."""

    own: Evidence
    inherited: Evidence
    heard: dict[int, Wording]
    """Every wording by its identity."""
    beside: dict[str, float]
    """Metric id -> power of the strongest wording that stands nearer to this figure than to any other."""


def explained(metric: Metric, heard: Iterable[Wording]) -> set[str]:
    """The stems of the draft that are part of a metric's own wordings, or of its indicator's."""
    names = {metric.id, metric.indicator}
    return {stem for wording in heard if not names.isdisjoint(wording.metrics) for stem in wording.stems}


def owners(view: View, text: str) -> dict[tuple[int, int], tuple[int, float]]:
    """For each mention's span, the figure that stands nearest, and its cost."""
    found: dict[tuple[int, int], tuple[int, float]] = {}
    for m in view.mentions:
        key = (m.start, m.end)
        if key not in found:
            found[key] = min(
                ((i, cost(view, text, q.start, q.end, m.start, m.end)) for i, q in enumerate(view.quantities)),
                key=lambda pair: pair[1],
                default=(-1, 9.0),
            )
    return found


def borrow(views: list[View], view: View, base: FactBase) -> Words:
    """What the sentences near a sentence say for each metric; it is the same for all of its figures."""
    said = Words({}, {}, {}, {})
    for other, price in view.near:
        power = strength(price)
        cells = view.kind == "cell" and views[other].kind == "cell"
        for m in views[other].mentions:
            add(said, m.wording, m.weight * power, base)
            if cells:
                claim(said, m.wording, m.weight * power, base)
    for powers in (*said.own.values(), *said.inherited.values()):
        powers.sort(reverse=True)
        del powers[HEEDED:]
    return said


def add(said: Words, wording: Wording, power: float, base: FactBase) -> None:
    """Count a wording for its metrics and for those that share their words."""
    said.heard[id(wording)] = wording
    own, inherited = said.own, said.inherited
    for m in wording.metrics:
        if m in own:
            own[m].append(power)
        else:
            own[m] = [power]
        for d in base.dependents(m):
            if d in inherited:
                inherited[d].append(power)
            else:
                inherited[d] = [power]


def claim(said: Words, wording: Wording, power: float, base: FactBase) -> None:
    """Count a wording as one that belongs to the figure and to no other."""
    for metric in wording.metrics:
        for name in (metric, *base.dependents(metric)):
            said.beside[name] = max(said.beside.get(name, 0.0), power)


def gather(
    views: list[View],
    view: View,
    place: int,
    text: str,
    base: FactBase,
    owned: dict[tuple[int, int], tuple[int, float]],
    by_stem: dict[str, list[tuple[Wording, float]]],
    lent: Words,
) -> Words:
    """Powers of all wordings near one figure, by metric: its own, and those of its indicator. `lent` are those of the
    sentences near."""
    q = view.quantities[place]
    said = Words(
        {m: powers[:] for m, powers in lent.own.items()},
        {m: powers[:] for m, powers in lent.inherited.items()},
        dict(lent.heard),
        dict(lent.beside),
    )
    paired = paired_mentions(view, place, text, owned)
    for m in paired:
        add(said, m.wording, m.weight * strength(PAIRED), base)
    prices: dict[tuple[int, int], float] = {}
    for m in view.mentions:
        span = m.start, m.end
        owner, owner_price = owned[span]
        if span not in prices:
            prices[span] = cost(view, text, q.start, q.end, m.start, m.end)
        price = prices[span] + (OTHER_WORDS if paired and m not in paired else 0.0)
        if (
            owner != place
            and owner_price < OWNER_COST
            and (view.quantities[owner].form == "percent") == (q.form == "percent")
        ):
            price += OTHER_WORDS
        power = m.weight * strength(price)
        add(said, m.wording, power, base)
        if owner == place:
            claim(said, m.wording, power, base)
    for wording, power in elliptical(views, view, q, text, by_stem):
        add(said, wording, power, base)
    for powers in (*said.own.values(), *said.inherited.values()):
        powers.sort(reverse=True)
    return said


def elliptical(
    views: list[View], view: View, q: Quantity, text: str, by_stem: dict[str, list[tuple[Wording, float]]]
) -> list[tuple[Wording, float]]:
    """Wordings of which one part stands beside the figure and the rest was said before: "56,753 beds, of which 35,802
    are registered"."""
    near: dict[str, float] = {}
    for stem, (start, end) in view.stems.items():
        price = cost(view, text, q.start, q.end, start, end)
        near[stem] = price
    lent: dict[str, float] = {}
    for other, price in view.near:
        for stem in views[other].stems:
            lent.setdefault(stem, LENT_COST + price)
    reach = {stem: price for stem, price in lent.items() if price < FAR}
    for stem, price in near.items():
        if price < FAR:
            reach[stem] = min(price, SAID_BEFORE, reach.get(stem, FAR))
    found = []
    for stem, price in near.items():
        if price > BESIDE:
            continue
        for wording, weight in by_stem.get(stem, ()):
            prices = [reach[s] for s in wording.stems if s in reach]
            if len(prices) == len(wording.stems):
                found.append((wording, SPLIT * weight * strength(sum(prices) / len(prices))))
    return found
