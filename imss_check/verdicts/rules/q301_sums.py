"""Q301: parts do not add up to the total that the draft states.

A total and its parts stand in one sentence, or in two that follow each other, and a word or a colon says that they
are parts. Parts need not be complete: a sum that falls well short of the total raises nothing. What counts is a sum
above the total, or one so near that it was meant to close.
Blind spots: parts told in another paragraph; a total without a word that announces parts.
"""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module

from imss_check.linking.model import View
from imss_check.linking.units import dimension
from imss_check.quantities.model import Quantity
from imss_check.text.words import fold
from imss_check.verdicts.messages import number
from imss_check.verdicts.rules.model import Passage, SelfCheck

NEAR = Decimal("0.02")
MOST = 12


def find(passage: Passage) -> list[SelfCheck]:
    """Sums that were meant to close and do not."""
    found = []
    text = fold(passage.draft.clean)
    for view in passage.views:
        if view.kind == "cell" or len(view.quantities) < 3:
            continue
        for total, parts in stated_sums(view, text):
            wrong = off_by(total, parts)
            if wrong is not None:
                spans = ((total.start, total.end), *((p.start, p.end) for p in parts))
                working = " + ".join(number(abs(p.value)) for p in parts)
                values = {"working": f"{working} = {number(wrong)}", "stated": number(abs(total.value))}
                found.append(SelfCheck("Q301", values, spans))
    return found


def stated_sums(view: View, folded: str) -> list[tuple[Quantity, list[Quantity]]]:
    """Totals with the parts that the sentence gives them."""
    data = import_module(f"imss_check.languages.{view.sentence.language}.sums")
    quantities = [q for q in view.quantities if q.approximation == "exact" and dimension(q.unit) != "percent"]
    result = []
    for i, q in enumerate(quantities):
        after = quantities[i + 1 :]
        if len(after) >= 2:
            between = folded[q.end : after[0].start]
            if opens_parts(between, data.PARTS_FOLLOW):
                result.append((q, run(after, folded, q)))
        before = quantities[:i]
        if len(before) >= 2:
            lead = folded[before[-1].end : q.start]
            if any(word in lead for word in data.TOTAL_FOLLOWS):
                result.append((q, run(before[::-1], folded, q)[::-1]))
    return [(total, parts) for total, parts in result if len(parts) >= 2]


def opens_parts(between: str, words: tuple[str, ...]) -> bool:
    """Whether the words between a total and the next figure announce its parts."""
    return (":" in between or any(word in between for word in words)) and not any(mark in between for mark in ".;")


def run(quantities: list[Quantity], folded: str, total: Quantity) -> list[Quantity]:
    """The figures of one kind that follow each other as items of a list, each smaller than the total."""
    parts: list[Quantity] = []
    for q in quantities[:MOST]:
        if dimension(q.unit) != dimension(total.unit) or abs(q.value) >= abs(total.value) or abs(q.value) < 1:
            break
        if parts:
            low, high = sorted((parts[-1], q), key=lambda x: x.start)
            if not listed(folded[low.end : high.start]):
                break
        parts.append(q)
    return parts


def listed(between: str) -> bool:
    """Whether two figures are items of one list: few words and a comma or a conjunction between them."""
    plain = between.strip()
    return len(plain.split()) <= 12 and not any(mark in plain for mark in ".:") and any(
        mark in f" {plain} " for mark in (",", ";", " y ", " e ", " and ", " mas ", " plus ", "+")
    )


def off_by(total: Quantity, parts: list[Quantity]) -> Decimal | None:
    """The sum of the parts where it contradicts the total, else None.

    Each written figure stands for an interval of half a unit of its last digit.
    """
    value, added = abs(total.value), sum((abs(p.value) for p in parts), Decimal(0))
    slack = sum((p.step if p.low != p.high else Decimal(0) for p in (*parts, total)), Decimal(0)) / 2
    gap = added - value
    if abs(gap) <= slack:
        return None
    # without the last figure the list may close: then that one was no part
    if len(parts) > 2 and abs(added - abs(parts[-1].value) - value) <= slack:
        return None
    if abs(gap) <= NEAR * value:
        return added
    return None
