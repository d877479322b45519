"""What a sentence alone says of growth: "from A to B, C % more", "A, C % more than the B", "A, of which B … C %".

No metric is needed. Levels and rate must be exact, and real growth (after inflation) is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import ModuleType

from imss_check.languages import language_data
from imss_check.linking.units import dimension
from imss_check.quantities.model import Quantity
from imss_check.text.words import fold
from imss_check.verdicts.messages import number
from imss_check.verdicts.model import Judgement
from imss_check.verdicts.rules.figures import rate_fits, slipped
from imss_check.verdicts.rules.model import Passage, SelfCheck

MOST_WORDS = 8
"""Words between two levels and their rate."""
MOST_LINKS = 5
"""Words between a rate and the base that it is told of."""
LARGEST = 3
"""How many times one level may be the other, for both to be one thing at two times."""
SCALES = (1, 10**3, 10**6, 10**9)
FEWEST_DIGITS = 2
WAYS = ("up", "down", "more", "less", "change")
SAID = 0.5

Placed = list[tuple[int, Judgement]]


def told_growth(passage: Passage) -> list[SelfCheck]:
    """Rates, differences and shares that contradict their own sentence."""
    text = fold(passage.draft.clean)
    by_view: dict[int, Placed] = {}
    for i, j in enumerate(passage.judgements):
        by_view.setdefault(j.link.view, []).append((i, j))
    found: list[SelfCheck] = []
    for place, figures in by_view.items():
        view = passage.views[place]
        data = language_data(view.sentence.language, "sums")
        if view.kind != "cell" and len(figures) >= 2:
            found += from_to(figures, text, data)
            found += more_than(figures, text, data)
            found += shares(figures, by_view.get(place + 1, []), text, data)
    return found


def from_to(figures: Placed, text: str, data: ModuleType) -> Iterator[SelfCheck]:
    """ "From A to B, a rise of C": C is the rate or the difference."""
    for k in range(len(figures) - 1):
        (a, before), (b, now) = figures[k : k + 2]
        if not before.link.context.base:
            continue
        x, y = same_scale(before.link.quantity, now.link.quantity), now.link.quantity
        if not levels(before, now, x, y):
            continue
        for c, j in figures[k + 2 : k + 3] + figures[max(0, k - 1) : k]:
            q = j.link.quantity
            if not linked(text, x, y, q, data):
                continue
            if dimension(q.unit) == "percent":
                if rate(q) and not rate_fits(y, x, q):
                    yield growth(y, x, q, (c, a, b))
            elif difference(j, before, now):
                gap = abs(y.value - x.value)
                room = sum((f.step for f in (x, y, q) if f.low != f.high), Decimal(0))
                if abs(gap - abs(q.value)) > room:
                    working = f"{number(y.value)} − {number(x.value)} = {number(y.value - x.value)}"
                    yield finding(working, number(abs(q.value)), (q, x, y), (c, a, b))


def more_than(figures: Placed, text: str, data: ModuleType) -> Iterator[SelfCheck]:
    """ "A, C % more than the B": the levels stand on both sides of the rate."""
    for k in range(1, len(figures) - 1):
        (a, now), (c, j), (b, before) = figures[k - 1 : k + 2]
        q, x, y = j.link.quantity, before.link.quantity, now.link.quantity
        if not rate(q) or not levels(before, now, x, y) or before.link.context.base or now.link.context.base:
            continue
        between = text[q.end : x.start]
        words = between.split()
        if any(mark in between for mark in ",.;:(") or len(words) > MOST_LINKS or not set(words) & data.THAN:
            continue
        if ";" in text[y.end : q.start] or any(word in text[y.start : q.end] for word in data.REAL):
            continue
        if not rate_fits(y, x, q):
            yield growth(y, x, q, (c, a, b))


def shares(figures: Placed, following: Placed, text: str, data: ModuleType) -> Iterator[SelfCheck]:
    """ "A, of which B …; that is C %": C must be a slip of the share of B in A, for it may be of something else."""
    for k in range(len(figures) - 1):
        (a, whole), (b, part) = figures[k : k + 2]
        x, y = whole.link.quantity, part.link.quantity
        if not any(word in text[x.end : y.start] for word in data.PARTS_FOLLOW) or dimension(x.unit) == "percent":
            continue
        if not (exact(x) and exact(y)) or abs(y.value) >= abs(x.value):
            continue
        for c, j in (figures[k + 2 :] + following)[:3]:
            q, right = j.link.quantity, abs(y.value) / abs(x.value) * 100
            if rate(q) and not of_change(j) and abs(abs(q.value) - right) > q.step and slipped_share(q, right):
                working = f"{number(abs(y.value))} / {number(abs(x.value))} = {number(round(right, 2))}%"
                yield finding(working, f"{number(abs(q.value))}%", (q, x, y), (c, a, b))
                break


def slipped_share(q: Quantity, right: Decimal) -> bool:
    """Whether a share has the digits of the right one in another order."""
    digits = str(abs(q.value).normalize()).replace(".", "")
    meant = str(round(right / q.step) * q.step).replace(".", "").rstrip("0")
    reordered = digits != meant and sorted(digits) == sorted(meant)
    return (len(digits) > FEWEST_DIGITS and reordered) or slipped(q, right)


def same_scale(x: Quantity, y: Quantity) -> Quantity:
    """The first figure of "from 2,400 to 2,640 million" as it is meant: in the scale of the second one."""
    for scale in SCALES:
        if x.value and Decimal(1) / LARGEST <= abs(y.value / (x.value * scale)) <= LARGEST:
            low, high = (None if bound is None else bound * scale for bound in (x.low, x.high))
            return x._replace(value=x.value * scale, low=low, high=high, step=x.step * scale)
    return x


def levels(a: Judgement, b: Judgement, x: Quantity, y: Quantity) -> bool:
    """Whether two figures, read as `x` and `y`, can be one thing at two times."""
    if not (exact(x) and exact(y)) or not x.value or not y.value or min(x.digits, y.digits) < FEWEST_DIGITS:
        return False
    kind = dimension(x.unit)
    if kind == "percent" or (kind != dimension(y.unit) and None not in (x.unit, y.unit)):
        return False
    if a.metric and b.metric and a.metric.id != b.metric.id:
        return False
    return Decimal(1) / LARGEST <= abs(x.value / y.value) <= LARGEST


def difference(j: Judgement, before: Judgement, now: Judgement) -> bool:
    """Whether a figure can be the difference of two levels: told as a change, of their unit and of fewer things."""
    q, x, y = j.link.quantity, before.link.quantity, now.link.quantity
    if not exact(q) or not of_change(j) or q.digits < FEWEST_DIGITS or abs(q.value) >= max(abs(x.value), abs(y.value)):
        return False
    return dimension(q.unit) == dimension(x.unit) and (q.unit is None or q.unit in (x.unit, y.unit))


def linked(text: str, x: Quantity, y: Quantity, q: Quantity, data: ModuleType) -> bool:
    """Whether a rate or difference stands so near "from A to B" that it is told of it."""
    between = text[y.end : q.start] if q.start > y.start else text[q.end : x.start]
    near = text[min(x.start, q.start) : max(y.end, q.end)]
    return (
        len(between.split()) <= MOST_WORDS
        and not any(mark in between for mark in ".;:")
        and not any(word in near for word in data.REAL)
    )


def rate(q: Quantity) -> bool:
    """Whether a figure is an exact percentage."""
    return exact(q) and q.unit == "percent"


def exact(q: Quantity) -> bool:
    """Whether a figure is written without a hedge."""
    return q.approximation == "exact"


def of_change(j: Judgement) -> bool:
    """Whether the words beside a figure say that it is a change."""
    return any(j.link.context.facets.get(way, 0.0) >= SAID for way in WAYS)


def growth(now: Quantity, before: Quantity, q: Quantity, claims: tuple[int, ...]) -> SelfCheck:
    """The finding on a rate."""
    true = (now.value / before.value - 1) * 100
    working = f"{number(now.value)} / {number(before.value)} − 1 = {number(round(true, 2))}%"
    return finding(working, f"{number(abs(q.value))}%", (q, before, now), claims)


def finding(working: str, stated: str, figures: tuple[Quantity, ...], claims: tuple[int, ...]) -> SelfCheck:
    """A finding with its working."""
    spans = tuple((q.start, q.end) for q in figures)
    return SelfCheck("Q302", {"working": working, "stated": stated}, spans, claims)
