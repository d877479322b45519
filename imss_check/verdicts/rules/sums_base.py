"""Totals and parts that the base knows to add up, wherever they stand in a draft: there they must add up, too."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from imss_check.quantities.model import Quantity
from imss_check.verdicts.model import Judgement
from imss_check.verdicts.rules.figures import same_end, slack
from imss_check.verdicts.rules.model import Passage

SURE = 0.8
MOST_PARTS, MOST_SIBLINGS = 4, 8
NEAR = Decimal("0.05")
"""How near a sum must come: what lies farther off is rather a figure of something else."""


def sums_of_base(passage: Passage) -> Iterator[tuple[Quantity, list[Quantity]]]:
    """Totals with parts that add up in the base and do not in the draft."""
    in_words = {j.link.quantity.words[0] for j in passage.judgements if j.link.quantity.words}
    told = [
        j
        for j in passage.judgements
        if j.right and j.metric and j.confidence >= SURE and plain(j) and j.link.quantity.start not in in_words
    ]
    for total in told:
        assert total.metric is not None
        siblings: dict[str, Judgement] = {}
        for j in told:
            if j.metric and j.metric.part_of == total.metric.id and same_end(j, total):
                siblings.setdefault(j.metric.id, j)
        for parts in complete(total, list(siblings.values())[:MOST_SIBLINGS]):
            figures = [j.link.quantity for j in parts]
            if gapes(total.link.quantity, figures):
                yield total.link.quantity, figures


def plain(j: Judgement) -> bool:
    """Whether a figure is written exactly, and answered by one exact observation."""
    return j.link.quantity.approximation == "exact" and len({o.value for o in j.right}) == 1


def complete(total: Judgement, siblings: list[Judgement]) -> Iterator[tuple[Judgement, ...]]:
    """The parts whose figures in the base add up to that of the total."""
    for size in range(2, MOST_PARTS + 1):
        for parts in combinations(siblings, size):
            if sum(abs(j.right[0].value) for j in parts) == abs(total.right[0].value):
                yield parts


def gapes(total: Quantity, parts: list[Quantity]) -> bool:
    """Whether parts miss their total by more than rounding, and by less than another figure would."""
    gap = abs(sum((abs(p.value) for p in parts), Decimal(0)) - abs(total.value))
    return slack(total, *parts) < gap <= NEAR * abs(total.value)
