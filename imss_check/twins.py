"""A draft against its translation: which figures are missing, extra, or say something else.

Figures that the base knows are paired wherever they stand; the others by value in the order of the text; what is left
between two pairs, one figure on each side, is one figure told in two ways.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from imss_check.facts.base import FactBase
from imss_check.quantities.model import Quantity
from imss_check.reports.model import Claim, DocumentReport
from imss_check.reports.notices import Notice, notice
from imss_check.reports.positions import Positions
from imss_check.reports.words import words

Pairs = dict[int, int]
"""Index of a figure of the original -> that of the translation."""
RATES = frozenset(("percent", "percentage_point", "per_thousand"))
SCALE = 3
"""Scale words are powers of ten that this number divides."""
STRONG, WEAK = 1.0, 0.1


class Side(NamedTuple):
    """A draft with its figures in text order."""

    path: str
    claims: list[Claim]
    places: Positions

    def place(self, number: int) -> tuple[int, int]:
        """Return where a figure stands."""
        return self.places.at(self.claims[number].start)

    def named(self, number: int) -> str:
        """Return where a figure stands, in words."""
        line, column = self.place(number)
        return f"{self.path}:{line}:{column}"


def side(document: DocumentReport) -> Side:
    """Return the figures of a checked draft."""
    claims = sorted(document.claims, key=lambda claim: claim.start)
    return Side(document.path, claims, Positions(document.text))


def find_pairs(a: Side, b: Side, base: FactBase) -> Pairs:
    """Pair the figures of a draft with those of its translation: the surest first."""
    pairs: Pairs = {}
    pairs |= same_key(a, b, pairs, lambda c: (c.metric, c.period, abs(c.quantity.value)) if c.metric else None)
    lone = once(a) & once(b)
    pairs |= same_key(a, b, pairs, lambda c: value if (value := abs(c.quantity.value)) in lone else None)
    pairs |= align(a, b, pairs, lambda c, d: likeness(c, d, base), STRONG)
    pairs |= same_key(a, b, pairs, lambda c: abs(c.quantity.value))
    pairs |= align(a, b, pairs, lambda c, d: likeness(c, d, base), WEAK)
    return pairs


def once(one: Side) -> set[Decimal]:
    """Return the values that a draft has once: the surest signs of place that a draft and its translation share."""
    values = [abs(claim.quantity.value) for claim in one.claims]
    return {value for value, count in Counter(values).items() if count == 1}


def same_key(a: Side, b: Side, pairs: Pairs, key: Callable[[Claim], object]) -> Pairs:
    """Pair the figures left that have the same key, the first with the first; None is no key."""
    waiting: dict[object, list[int]] = {}
    taken = set(pairs.values())
    for j, claim in enumerate(b.claims):
        if j not in taken:
            waiting.setdefault(key(claim), []).append(j)
    found: Pairs = {}
    for i, claim in enumerate(a.claims):
        own = key(claim)
        if i not in pairs and own is not None and waiting.get(own):
            found[i] = waiting[own].pop(0)
    return found


def align(a: Side, b: Side, pairs: Pairs, score: Callable[[Claim, Claim], float], least: float) -> Pairs:
    """Pair the figures left in the order of the text so that the sum of the scores is highest; pairs that are known
    and keep the order are kept to."""
    frame = [(-1, -1), *in_order(pairs), (len(a.claims), len(b.claims))]
    taken = set(pairs.values())
    found: Pairs = {}
    for (i, j), (i_end, j_end) in pairwise(frame):
        rows = [k for k in range(i + 1, i_end) if k not in pairs]
        columns = [k for k in range(j + 1, j_end) if k not in taken]
        scores = [[score(a.claims[r], b.claims[c]) for c in columns] for r in rows]
        found.update((rows[r], columns[c]) for r, c in best_path(scores, least))
    return found


def in_order(pairs: Pairs) -> list[tuple[int, int]]:
    """Return the longest row of pairs that stand in one order in both texts."""
    ends: list[int] = []
    rows: list[list[tuple[int, int]]] = []
    for i, j in sorted(pairs.items()):
        at = bisect_left(ends, j)
        row = [*(rows[at - 1] if at else []), (i, j)]
        ends[at : at + 1] = [j]
        rows[at : at + 1] = [row]
    return rows[-1] if rows else []


def best_path(scores: Sequence[Sequence[float]], least: float) -> list[tuple[int, int]]:
    """Return the pairs of rows and columns, both rising, of the highest sum; none of a score below `least`."""
    height, width = len(scores), len(scores[0]) if scores else 0
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for r in reversed(range(height)):
        for c in reversed(range(width)):
            here = scores[r][c] + best[r + 1][c + 1] if scores[r][c] >= least else 0.0
            best[r][c] = max(here, best[r + 1][c], best[r][c + 1])
    path, r, c = [], 0, 0
    while r < height and c < width:
        if scores[r][c] >= least and best[r][c] == scores[r][c] + best[r + 1][c + 1]:
            path.append((r, c))
            r, c = r + 1, c + 1
        elif best[r][c] == best[r + 1][c]:
            r += 1
        else:
            c += 1
    return path


def likeness(c: Claim, d: Claim, base: FactBase) -> float:
    """How likely two figures are one: by value, by metric, by scale; a little where nothing speaks against it."""
    other = units_differ(c.quantity.unit, d.quantity.unit, base)
    code = difference(c.quantity, d.quantity, base)
    one_metric = c.metric is not None and c.metric == d.metric
    if code in (None, "T105"):
        return 3.0 if other else 4.0
    if one_metric and c.period == d.period:
        return 2.5
    if code in ("T104", "T106"):
        return 2.0
    if one_metric:
        return 1.5
    return 0.0 if other or (c.metric and d.metric) else 0.5


def difference(q: Quantity, p: Quantity, base: FactBase) -> str | None:
    """Return the rule that two figures break if they are one; None where they agree."""
    there, back = conversions(q.unit, p.unit, base)
    value, other = abs(q.value) * (there or 1), abs(p.value) * (1 if there else back or 1)
    if value == other:
        return "T105" if units_differ(q.unit, p.unit, base) else None
    if value and other and scale_between(value, other):
        return "T104"
    if there == back and overlap(q, p):
        return "T106"
    return "T103"


def conversions(one: str | None, other: str | None, base: FactBase) -> tuple[Decimal | None, Decimal | None]:
    """Return the exact factors from one unit to another and back: 8 weeks are 56 days."""
    if one is None or other is None:
        return None, None
    return base.conversion(one, other), base.conversion(other, one)


def units_differ(one: str | None, other: str | None, base: FactBase) -> bool:
    """Whether two units are not one thing. What is counted is told in many words, so that only rates, money and the
    time that a sum is for are held against each other; a sum may leave its currency unsaid."""
    if one == other or any(conversions(one, other, base)):
        return False
    if one is None or other is None:
        return one in RATES or other in RATES
    return is_measured(one) or is_measured(other)


def is_measured(unit: str) -> bool:
    """Whether a unit is a rate or money: currencies have codes of capitals."""
    return unit in RATES or unit.partition("/")[0].isupper()


def scale_between(value: Decimal, other: Decimal) -> int:
    """Return by which power of a thousand two values differ; 0 where they do not, or otherwise."""
    large, small = max(value, other), min(value, other)
    power = large.adjusted() - small.adjusted()
    return power if power and power % SCALE == 0 and large == small.scaleb(power) else 0


def overlap(q: Quantity, p: Quantity) -> bool:
    """Whether one figure can be a rounding of the other: the coarser as written holds the finer."""
    coarse, fine = (q, p) if q.step >= p.step else (p, q)
    half = coarse.step / 2
    return coarse.step > fine.step and abs(abs(coarse.value) - abs(fine.value)) <= half


def compare_twins(a: Side, b: Side, pairs: Pairs, base: FactBase, language: str) -> Iterator[Notice]:
    """Yield what differs between a draft and its translation, in the order of the text."""
    for i, claim in enumerate(a.claims):
        if i not in pairs:
            near = nearest(pairs, i)
            place = b.named(near) if near is not None else b.path
            yield notice(a.path, a.place(i), "T101", language, a=claim.text, near=place)
    back = {j: i for i, j in pairs.items()}
    for j, claim in enumerate(b.claims):
        if j not in back:
            near = nearest(back, j)
            place = a.named(near) if near is not None else a.path
            yield notice(b.path, b.place(j), "T102", language, b=claim.text, near=place)
            continue
        i = back[j]
        q, p = a.claims[i].quantity, claim.quantity
        code = difference(q, p, base)
        if code:
            power = scale_between(abs(q.value), abs(p.value)) if code == "T104" else 0
            unsaid = words(language, "notices").MESSAGES["nothing"]
            yield notice(
                b.path, b.place(j), code, language, a=a.claims[i].text, b=claim.text, place=a.named(i),
                factor=f"{10**power:,}", unit_a=q.unit or unsaid, unit_b=p.unit or unsaid,
            )  # fmt: skip


def nearest(pairs: Pairs, number: int) -> int | None:
    """Return what the next figure behind one, or else the last before it, is paired with."""
    behind = next((pairs[k] for k in sorted(pairs) if k > number), None)
    return behind if behind is not None else next((pairs[k] for k in sorted(pairs, reverse=True)), None)
