"""Q301: parts do not add up to the total that the draft states.

A total and its parts stand in one sentence, in two that follow each other, in a line and the list below it, in a
column with a row for the total; or the base says what the parts of a metric are (`sums_base.py`). Parts need not be
complete: a sum that falls well short of the total raises nothing. What counts is a sum so near that it was meant to
close, where a word announces parts; without such a word, one that closes once two digits are swapped or one is mended.
Blind spots: parts told in another paragraph, of metrics that the base does not relate.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import ModuleType

from imss_check.languages import language_data
from imss_check.linking.model import View
from imss_check.linking.units import dimension
from imss_check.quantities.model import Quantity
from imss_check.text.words import fold
from imss_check.verdicts.messages import number
from imss_check.verdicts.rules.figures import slack, slipped
from imss_check.verdicts.rules.model import Passage, SelfCheck
from imss_check.verdicts.rules.sums_base import sums_of_base

NEAR = Decimal("0.02")
MOST = 12
LISTED_WORDS = 12

Sum = tuple[Quantity, list[Quantity], bool]
"""A total, its parts, and whether words announce them."""


def find(passage: Passage) -> list[SelfCheck]:
    """Sums that were meant to close and do not."""
    text = fold(passage.draft.clean)
    sums = [*in_sentences(passage, text), *in_lists(passage), *in_tables(passage, text)]
    found: dict[Quantity, SelfCheck] = {}
    for total, parts, announced in sums:
        added = off_by(total, parts, announced)
        if added is not None and total not in found:
            found[total] = result(total, parts, added, passage)
    for total, parts in sums_of_base(passage):
        if total not in found:
            found[total] = result(total, parts, sum((abs(p.value) for p in parts), Decimal(0)), passage)
    return sorted(found.values(), key=lambda check: check.spans)


def result(total: Quantity, parts: list[Quantity], added: Decimal, passage: Passage) -> SelfCheck:
    """A finding with its working."""
    working = " + ".join(number(abs(p.value)) for p in parts)
    places = {j.link.quantity: i for i, j in reversed(list(enumerate(passage.judgements)))}
    figures = (total, *parts)
    spans = tuple((q.start, q.end) for q in figures)
    claims = tuple(places[q] for q in figures if q in places)
    values = {"working": f"{working} = {number(added)}", "stated": number(abs(total.value))}
    return SelfCheck("Q301", values, spans, claims)


def in_sentences(passage: Passage, text: str) -> Iterator[Sum]:
    """Totals with the parts that their sentence gives them, or the next one."""
    for place, view in enumerate(passage.views):
        if view.kind == "cell":
            continue
        figures = summable(view)
        data = language_data(view.sentence.language, "sums")
        yield from stated_sums(figures, text, data)
        later = passage.views[place + 1] if place + 1 < len(passage.views) else None
        if later is not None and later.sentence.block == view.sentence.block:
            parts = summable(later)
            for total in figures:
                listed_parts = run(parts, text, total)
                if len(listed_parts) >= 2 and len(listed_parts) == len(parts):
                    yield total, listed_parts, False


def summable(view: View) -> list[Quantity]:
    """The figures of a sentence that can be added up."""
    return [q for q in view.quantities if q.approximation == "exact" and dimension(q.unit) != "percent"]


def stated_sums(figures: list[Quantity], text: str, data: ModuleType) -> Iterator[Sum]:
    """Totals with the parts that their own sentence announces."""
    for i, total in enumerate(figures):
        for j in range(i + 1, min(len(figures) - 1, i + MOST)):
            between = text[figures[j - 1].end : figures[j].start]
            if "." in between or ";" in between:
                break
            if opens_parts(between, data.PARTS_FOLLOW):
                yield total, run(figures[j:], text, total), True
                break
        before = figures[:i]
        if len(before) >= 2 and any(word in text[before[-1].end : total.start] for word in data.TOTAL_FOLLOWS):
            yield total, run(before[::-1], text, total)[::-1], True


def opens_parts(between: str, words: tuple[str, ...]) -> bool:
    """Whether the words between a total and the next figure announce its parts."""
    return ":" in between or any(word in between for word in words)


def run(figures: list[Quantity], text: str, total: Quantity) -> list[Quantity]:
    """The figures of one kind that follow each other as items of a list, each smaller than the total."""
    parts: list[Quantity] = []
    for q in figures[:MOST]:
        if dimension(q.unit) != dimension(total.unit) or abs(q.value) >= abs(total.value) or abs(q.value) < 1:
            break
        if parts:
            low, high = sorted((parts[-1], q), key=lambda x: x.start)
            if not listed(text[low.end : high.start]):
                break
        parts.append(q)
    return parts


def listed(between: str) -> bool:
    """Whether two figures are items of one list: few words and a comma or a conjunction between them."""
    plain = between.strip()
    return len(plain.split()) <= LISTED_WORDS and not any(mark in plain for mark in ".:") and any(
        mark in f" {plain} " for mark in (",", ";", " y ", " e ", " and ", " mas ", " plus ", "+")
    )


def in_lists(passage: Passage) -> Iterator[Sum]:
    """A total in a line, and a part at the head of each item below it."""
    heads: dict[int, list[Quantity]] = {}
    blocks = passage.draft.blocks
    for view in passage.views:
        if view.kind == "item" and view.quantities:
            heads.setdefault(blocks[view.sentence.block].under, []).append(view.quantities[0])
    items = [block.under for block in blocks if block.kind == "item"]
    for view in passage.views:
        parts = heads.get(view.sentence.block, [])
        if len(parts) >= 2 and len(parts) == items.count(view.sentence.block) and view.kind != "heading":
            for total in summable(view):
                if all(dimension(p.unit) == dimension(total.unit) and abs(p.value) < abs(total.value) for p in parts):
                    yield total, parts, True


def in_tables(passage: Passage, text: str) -> Iterator[Sum]:
    """The rows above a row that is headed as the total, down each column."""
    columns: dict[tuple[tuple[int, int], ...], list[tuple[View, Quantity]]] = {}
    for view in passage.views:
        if view.kind == "cell" and view.quantities:
            column = passage.draft.blocks[view.sentence.block].column
            columns.setdefault(column, []).append((view, view.quantities[0]))
    for cells in columns.values():
        parts: list[Quantity] = []
        for view, q in cells:
            data = language_data(view.sentence.language, "sums")
            head = " ".join(text[a:b] for a, b in passage.draft.blocks[view.sentence.block].row)
            if set(head.split()) & set(data.TOTAL_ROW):
                if len(parts) >= 2:
                    yield q, parts, True
                parts = []
            elif parts and dimension(q.unit) != dimension(parts[-1].unit):
                parts = [q]
            else:
                parts.append(q)


def off_by(total: Quantity, parts: list[Quantity], announced: bool) -> Decimal | None:
    """The sum of the parts where it contradicts the total, else None.

    Each written figure stands for an interval of half a unit of its last digit.
    """
    if len(parts) < 2:
        return None
    value, added = abs(total.value), sum((abs(p.value) for p in parts), Decimal(0))
    room = slack(total, *parts)
    gap = added - value
    if abs(gap) <= room:
        return None
    # without the last figure the list may close: then that one was no part
    if len(parts) > 2 and abs(gap - abs(parts[-1].value)) <= room:
        return None
    if announced and abs(gap) <= NEAR * value:
        return added
    return added if mended(total, parts, gap) else None


def mended(total: Quantity, parts: list[Quantity], gap: Decimal) -> bool:
    """Whether the sum closes once one figure is rid of a slip of digits."""
    if slipped(total, abs(total.value) + gap):
        return True
    return any(abs(p.value) > gap and slipped(p, abs(p.value) - gap) for p in parts)
