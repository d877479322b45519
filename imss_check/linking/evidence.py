"""What the words near a figure say for each metric."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from imss_check.facts.base import FactBase
from imss_check.facts.model import Metric, Wording
from imss_check.linking.distance import Span, prices, strength
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
OUT_OF_HEARING = 5.0
"""Cost from which a word of the same sentence says nothing of a figure."""
SPLIT = 0.85
"""What a wording is worth whose parts stand apart."""
HEEDED = 3
"""How many wordings of one metric are heeded."""
SHARED = 0.9
"""What a wording of its indicator is worth to a metric."""
Evidence = dict[str, list[float]]
"""Metric id -> powers of wordings, strongest first."""
Wordings = list[tuple[Wording, float]]
"""Wordings of several words, each with its weight."""


class Said(NamedTuple):
    """What some words say for each metric: by its own wordings, by those of its indicator, and which these are."""

    own: Evidence
    inherited: Evidence
    heard: list[Wording]
    beside: dict[str, float]
    """Metric id -> power of the strongest wording that stands nearer to this figure than to any other."""
    power: dict[str, float]
    """Metric id -> power of the strongest of all."""


class Words(NamedTuple):
    """What is said beside a figure, and in the sentences near; and how strongly both speak for each metric."""

    here: Said
    lent: Said
    power: dict[str, float]

    def own(self, metric: str) -> list[float]:
        """Return the powers of a metric's own wordings, strongest first."""
        return merged(self.here.own.get(metric), self.lent.own.get(metric))

    def inherited(self, metric: str) -> list[float]:
        """Return the powers of the wordings of a metric's indicator, strongest first."""
        return merged(self.here.inherited.get(metric), self.lent.inherited.get(metric))

    def beside(self, metric: str) -> float:
        """Return the power of a metric's strongest wording that belongs to the figure and to no other."""
        return max(self.here.beside.get(metric, 0.0), self.lent.beside.get(metric, 0.0))

    def explained(self, metric: Metric) -> set[str]:
        """Return the stems of the draft that are part of a metric's own wordings, or of its indicator's."""
        names = {metric.id, metric.indicator}
        heard = (*self.here.heard, *self.lent.heard)
        return {stem for wording in heard if not names.isdisjoint(wording.metrics) for stem in wording.stems}


def merged(one: list[float] | None, other: list[float] | None) -> list[float]:
    """Return the strongest powers of two lists."""
    if not other:
        return one or []
    return sorted((*one, *other), reverse=True)[:HEEDED] if one else other


class Ground(NamedTuple):
    """What is the same for all figures of a sentence."""

    lent: Said
    owned: dict[Span, tuple[int, float]]
    """Span of a mention -> place of the figure that stands nearest, and the cost of going there."""
    ways: list[dict[Span, float]]
    """By figure: span of a mention -> cost of going there."""
    split: dict[str, list[tuple[Wording, float]]]
    """Stem -> wordings of several words that the sentence and those near say in full."""
    before: dict[str, float]
    """Stem -> cost of having been said in a sentence near."""


def survey(views: list[View], view: View, text: str, base: FactBase, by_stem: dict[str, Wordings]) -> Ground:
    """Look at a sentence with figures once, for all of them."""
    spans = list(dict.fromkeys((m.start, m.end) for m in view.mentions))
    ways = [prices(view.marks, text, (q.start, q.end), spans) for q in view.quantities]
    owned = {}
    for k, span in enumerate(spans):
        price, owner = min((row[k], i) for i, row in enumerate(ways))
        owned[span] = (owner, price)
    before: dict[str, float] = {}
    for other, price in view.near:
        if LENT_COST + price < FAR:
            for stem in views[other].stems:
                if stem not in before or LENT_COST + price < before[stem]:
                    before[stem] = LENT_COST + price
    split: dict[str, list[tuple[Wording, float]]] = {}
    for stem in view.stems:
        whole = [
            (wording, weight)
            for wording, weight in by_stem.get(stem, ())
            if all(s in view.stems or s in before for s in wording.stems)
        ]
        if whole:
            split[stem] = whole
    return Ground(borrow(views, view, base), owned, [dict(zip(spans, row, strict=True)) for row in ways], split, before)


def borrow(views: list[View], view: View, base: FactBase) -> Said:
    """What the sentences near a sentence say for each metric."""
    said = Said({}, {}, [], {}, {})
    for other, price in view.near:
        power = strength(price)
        cells = view.kind == "cell" and views[other].kind == "cell"
        for m in views[other].mentions:
            add(said, m.wording, m.weight * power, base, cells)
    return settled(said, {})


def add(said: Said, wording: Wording, power: float, base: FactBase, beside: bool = False) -> None:
    """Count a wording for its metrics and for those that share their words; `beside`: as one that belongs to the
    figure and to no other."""
    said.heard.append(wording)
    own, inherited = said.own, said.inherited
    direct, indirect = base.spoken_for(wording)
    for m in direct:
        if m in own:
            own[m].append(power)
        else:
            own[m] = [power]
    for m in indirect:
        if m in inherited:
            inherited[m].append(power)
        else:
            inherited[m] = [power]
    if beside:
        for m in (*direct, *indirect):
            if power > said.beside.get(m, 0.0):
                said.beside[m] = power


def settled(said: Said, power: dict[str, float]) -> Said:
    """Order what was counted, and sum it up in `power`."""
    for evidence, worth in ((said.own, 1.0), (said.inherited, SHARED)):
        for m, powers in evidence.items():
            if len(powers) > 1:
                powers.sort(reverse=True)
                del powers[HEEDED:]
            if (strongest := worth * powers[0]) > power.get(m, 0.0):
                power[m] = strongest
    return said._replace(power=power)


def gather(view: View, place: int, text: str, base: FactBase, ground: Ground) -> Words:
    """What the words near one figure say, in its own sentence and in those near."""
    q, owned, ways = view.quantities[place], ground.owned, ground.ways[place]
    said = Said({}, {}, [], {}, {})
    paired = paired_mentions(view, place, owned)
    for m in paired:
        add(said, m.wording, m.weight * strength(PAIRED), base)
    for m in view.mentions:
        span = m.start, m.end
        price = ways[span]
        if price > OUT_OF_HEARING:
            continue
        owner, owner_price = owned[span]
        if paired and m not in paired:
            price += OTHER_WORDS
        if owner != place and owner_price < OWNER_COST and same_form(view.quantities[owner], q):
            price += OTHER_WORDS
        add(said, m.wording, m.weight * strength(price), base, owner == place)
    for wording, power in elliptical(view, (q.start, q.end), text, ground):
        add(said, wording, power, base)
    said = settled(said, dict(ground.lent.power))
    return Words(said, ground.lent, said.power)


def same_form(a: Quantity, b: Quantity) -> bool:
    """Whether both figures are percentages, or neither."""
    return (a.form == "percent") == (b.form == "percent")


def elliptical(view: View, figure: Span, text: str, ground: Ground) -> Iterable[tuple[Wording, float]]:
    """Wordings of which one part stands beside the figure and the rest was said before: "56,753 beds, of which 35,802
    are registered"."""
    if not ground.split:
        return
    reach: dict[str, float] = ground.before.copy()
    beside = []
    for stem, price in zip(view.stems, prices(view.marks, text, figure, view.stems.values()), strict=True):
        if price < FAR:
            reach[stem] = min(price, SAID_BEFORE, reach.get(stem, FAR))
            if price <= BESIDE and stem in ground.split:
                beside.append(stem)
    for stem in beside:
        for wording, weight in ground.split[stem]:
            total = 0.0
            for s in wording.stems:
                if s not in reach:
                    break
                total += reach[s]
            else:
                yield wording, SPLIT * weight * strength(total / len(wording.stems))
