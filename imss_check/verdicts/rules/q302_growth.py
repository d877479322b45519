"""Q302: a base, a change and a rate of one indicator do not fit each other.

Works on figures that were linked to the level, the change and the rate of one indicator over one grain; what a sentence
alone says ("from A to B, C % more") is left to `growth_told.py`. Every written figure stands for an interval; only what
no rounding explains is said.
Blind spots: figures that were not linked, where no sentence puts them side by side.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import product

from imss_check.verdicts.messages import number
from imss_check.verdicts.model import Judgement
from imss_check.verdicts.rules.figures import bounds, rate_fits, same_end
from imss_check.verdicts.rules.growth_told import told_growth
from imss_check.verdicts.rules.model import Passage, SelfCheck

MONTHS = {"month": 1, "twelve_months": 12, "year": 12}
SURE = 0.6
NEAR = 4
"""Sentences within which two levels and their rate belong together."""


def find(passage: Passage) -> list[SelfCheck]:
    """Levels, changes and rates that contradict each other."""
    groups: dict[str, list[int]] = {}
    for i, j in enumerate(passage.judgements):
        if j.metric is not None and j.confidence >= SURE and j.link.quantity.approximation == "exact":
            groups.setdefault(j.metric.indicator or j.metric.id, []).append(i)
    found: list[SelfCheck] = []
    for members in groups.values():
        found += of_indicator(passage, members)
    spoken = {check.spans[0] for check in found}
    found += [check for check in told_growth(passage) if not spoken & set(check.spans)]
    return sorted(found, key=lambda check: check.spans)


def of_indicator(passage: Passage, members: list[int]) -> list[SelfCheck]:
    """Contradictions among the figures of one indicator."""
    js = passage.judgements
    levels = [i for i in members if js[i].metric.measure == "level"]  # type: ignore[union-attr]
    changes = [i for i in members if js[i].metric.measure == "change"]  # type: ignore[union-attr]
    rates = [i for i in members if js[i].metric.measure == "rate"]  # type: ignore[union-attr]
    found: list[SelfCheck] = []
    used: set[int] = set()
    for c, r in product(changes, rates):
        if same_grain(js[c], js[r]) and together(js[c], js[r], 1) and c not in used:
            now = closest([x for x in levels if same_end(js[x], js[c])], js, c)
            if now is not None and (check := change_and_rate(js, now, c, r)):
                found.append(check)
                used |= {c, r}
    for c in changes:
        if c in used:
            continue
        for a, b in product(levels, levels):
            if a != b and follow(js[a], js[b], js[c]) and together(js[a], js[c], 1) and together(js[b], js[c], 1):
                if check := two_levels_and_change(js, a, b, c):
                    found.append(check)
                    used |= {c}
                break
    for r in rates:
        if r in used:
            continue
        for a, b in product(levels, levels):
            if a != b and follow(js[a], js[b], js[r]) and in_reach(passage, js[b], js[r]):
                if check := two_levels_and_rate(js, a, b, r):
                    found.append(check)
                    used |= {r}
                break
    return found


def same_grain(a: Judgement, b: Judgement) -> bool:
    """Whether two figures speak of one grain and variant."""
    assert a.metric is not None and b.metric is not None
    return a.metric.grain == b.metric.grain and a.metric.scope == b.metric.scope


def together(a: Judgement, b: Judgement, sentences: int) -> bool:
    """Whether two figures stand within so many sentences."""
    return abs(a.link.view - b.link.view) <= sentences


def in_reach(passage: Passage, level: Judgement, rate: Judgement) -> bool:
    """Whether a rate may speak of a level: one of a table, which the text goes on about, or one that stands near."""
    return passage.views[level.link.view].kind == "cell" or together(level, rate, NEAR)


def follow(a: Judgement, b: Judgement, change: Judgement) -> bool:
    """Whether level `b` stands so long after level `a` as the change runs."""
    assert change.metric is not None
    if not a.right or not b.right or not change.right or not same_end(b, change):
        return False
    first, last = a.right[0].last, b.right[0].last
    months = (last.year - first.year) * 12 + last.month - first.month
    if change.metric.grain == "year_to_date":
        return first.month == 1 and 0 < months <= 12
    return months == MONTHS.get(change.metric.grain, -1)


def closest(places: list[int], js: list[Judgement], target: int) -> int | None:
    """The figure that stands nearest to another."""
    start = js[target].link.quantity.start
    return min(places, key=lambda i: abs(js[i].link.quantity.start - start), default=None)


def sign(j: Judgement) -> int:
    """-1 for a fall."""
    if j.link.quantity.value < 0 or j.link.context.direction == "down":
        return -1
    return 1


def change_and_rate(js: list[Judgement], now: int, c: int, r: int) -> SelfCheck | None:
    """A change over its base must give the rate."""
    level, change, rate = js[now].link.quantity.value, js[c].link.quantity.value, js[r].link.quantity.value
    base = level - sign(js[c]) * abs(change)
    if base <= 0:
        return None
    true = abs(change) / base * 100
    low, high = bounds(js[r].link.quantity)
    slack = js[r].link.quantity.step
    if low - slack <= true <= high + slack:
        return None
    text = f"{number(abs(change))} / {number(base)} = {number(round(true, 2))}%"
    return result("Q302", text, f"{number(abs(rate))}%", js, (c, r, now))


def two_levels_and_change(js: list[Judgement], a: int, b: int, c: int) -> SelfCheck | None:
    """Two levels must differ by the change."""
    before, after, change = (js[i].link.quantity for i in (a, b, c))
    difference = abs(after.value - before.value)
    low, high = bounds(js[c].link.quantity)
    slack = sum((q.step for q in (before, after) if q.low != q.high), Decimal(0))
    if low - slack <= difference <= high + slack:
        return None
    text = f"{number(after.value)} − {number(before.value)} = {number(after.value - before.value)}"
    return result("Q302", text, number(abs(change.value)), js, (c, a, b))


def two_levels_and_rate(js: list[Judgement], a: int, b: int, r: int) -> SelfCheck | None:
    """Two levels must give the rate."""
    before, after, rate = (js[i].link.quantity for i in (a, b, r))
    if not before.value:
        return None
    if rate_fits(after, before, rate):
        return None
    true = round((after.value / before.value - 1) * 100, 2)
    text = f"{number(after.value)} / {number(before.value)} − 1 = {number(true)}%"
    return result("Q302", text, f"{number(abs(rate.value))}%", js, (r, a, b))


def result(code: str, working: str, stated: str, js: list[Judgement], places: tuple[int, ...]) -> SelfCheck:
    """A finding with its working."""
    spans = tuple((js[i].link.quantity.start, js[i].link.quantity.end) for i in places)
    return SelfCheck(code, {"working": working, "stated": stated}, spans, places)
