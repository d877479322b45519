"""Q304: an announced count and the list after it differ: "13 states: …" with twelve names.

Only closed lists of proper names after a colon or in brackets are counted, and the items of a list below a line that
announces them, where one is missing or too many. A list that says it is an example raises nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import ModuleType

from imss_check.languages import language_data
from imss_check.linking.model import View
from imss_check.quantities.model import Quantity
from imss_check.text.words import fold
from imss_check.verdicts.rules.model import Passage, SelfCheck

FEWEST, MOST = 3, 40
OPENING = re.compile(r"[^.;()\n]{0,60}?[:(]\s*")
ITEM = re.compile(r"\s*[,;]\s*")
CLOSING = re.compile(r"[.;:()\n]")
LONGEST_NAME = 6


def find(passage: Passage) -> list[SelfCheck]:
    """Counts that their lists contradict."""
    found = []
    items_under: dict[int, list[tuple[int, int]]] = {}
    for block in passage.draft.blocks:
        if block.kind == "item" and block.under >= 0:
            items_under.setdefault(block.under, []).append((block.start, block.end))
    for i, j in enumerate(passage.judgements):
        q, view = j.link.quantity, passage.views[j.link.view]
        if q.value != q.value.to_integral_value() or not FEWEST <= q.value <= MOST or not counts(q):
            continue
        data = language_data(view.sentence.language, "sums")
        for count, span in (*named(passage, view, q, data), *listed(passage, view, q, data, items_under)):
            if count != q.value:
                values = {"stated": str(q.value), "counted": str(count)}
                found.append(SelfCheck("Q304", values, ((q.start, q.end), span), (i,)))
    return found


def counts(q: Quantity) -> bool:
    """Whether a figure counts things one by one."""
    return q.form == "number" and q.approximation == "exact" and (q.unit is None or "/" not in q.unit)


def named(passage: Passage, view: View, q: Quantity, data: ModuleType) -> Iterator[tuple[int, tuple[int, int]]]:
    """The number of proper names that the sentence lists behind a figure."""
    text = passage.draft.clean
    opening = OPENING.match(text, q.end, view.sentence.end)
    if opening is None or any(q.end <= x.start < opening.end() for x in view.quantities):
        return
    closing = CLOSING.search(text, opening.end(), view.sentence.end)
    end = closing.start() if closing else view.sentence.end
    if any(word in fold(text[q.end : end]) for word in data.SOME_OF):
        return
    names = items(text[opening.end() : end], data.AND)
    if names is not None:
        yield len(names), (opening.end(), end)


def listed(
    passage: Passage, view: View, q: Quantity, data: ModuleType, items_under: dict[int, list[tuple[int, int]]]
) -> Iterator[tuple[int, tuple[int, int]]]:
    """The number of items below a line that announces them, where it is one more or less."""
    below = items_under.get(view.sentence.block, [])
    text = passage.draft.clean[q.end : view.sentence.end].rstrip()
    if not below or not text.endswith(":") or len(view.quantities) > 1:
        return
    if any(word in fold(text) for word in data.SOME_OF):
        return
    if abs(len(below) - q.value) == 1 and len(text.split()) <= LONGEST_NAME:
        yield len(below), (below[0][0], below[-1][1])


def items(text: str, joiners: tuple[str, ...]) -> list[str] | None:
    """The proper names of a list; None where it is no plain list of names."""
    parts = [p for p in ITEM.split(text.strip()) if p]
    if len(parts) < 2:
        return None
    last = parts.pop()
    joined = next((j for j in joiners if j in f" {last}"), None)
    if joined is not None:
        parts += [p for p in f" {last}".split(joined) if p.strip()]
    else:
        parts.append(last)
    names = [p.strip() for p in parts]
    proper = sum(n[:1].isupper() and len(n.split()) <= LONGEST_NAME and not re.search(r"\d", n) for n in names)
    return names if len(names) >= FEWEST and proper >= len(names) - (1 if len(names) > 5 else 0) else None
