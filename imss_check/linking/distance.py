"""How far a word stands from a figure, as a cost: words, punctuation and other figures between them."""

from __future__ import annotations

from bisect import bisect_left
from math import exp

from imss_check.linking.model import Marks, View
from imss_check.quantities.model import Quantity
from imss_check.text.words import Word

WORD_COST = 0.07
BREAK_COST = 0.70
BRACKET_COST = 0.30
FIGURE_COST = 0.60
BEFORE_COST = 0.30
PAUSES = {",": 0.28, "(": BRACKET_COST, ")": BRACKET_COST, ":": 0.15}
BREAKS = frozenset(";.|\n·—–")
LONGEST_BRACKET = 120


def measure(text: str, start: int, end: int, words: list[Word], quantities: list[Quantity]) -> Marks:
    """Add up the pauses of a sentence once: prefix sums by character, those inside of figures left out."""
    inside: set[int] = set()
    for q in quantities:
        inside.update(range(q.start, q.end))
    pauses, breaks, pause, broken = [0.0], [0], 0.0, 0
    for i in range(start, end):
        mark = text[i]
        if i not in inside:
            if mark in PAUSES:
                pause += PAUSES[mark]
            elif mark in BREAKS:
                broken += 1
        pauses.append(pause)
        breaks.append(broken)
    return Marks(start, pauses, breaks, [w.start for w in words], [(q.start, q.end) for q in quantities])


def cost(
    view: View,
    text: str,
    start: int,
    end: int,
    other_start: int,
    other_end: int,
    figure_cost: float = FIGURE_COST,
    break_cost: float = BREAK_COST,
) -> float:
    """Cost of going from the figure `[start, end)` to the words `[other_start, other_end)` of the same sentence."""
    if (
        text.startswith(" (", end)
        and (close := text.find(") ", end, end + LONGEST_BRACKET)) > 0
        and other_start > close
    ):
        end = close + 1  # the figure in words, in brackets behind it, is no distance
    bracketed = start > 0 and text[start - 1] == "("
    if other_start >= end:
        low, high, total = end, other_start, BEFORE_COST if bracketed else 0.0
    elif other_end <= start:
        low, high, total = other_end, start, -BRACKET_COST if bracketed else BEFORE_COST
    else:
        return 0.0
    if high - low <= 1:
        return max(0.0, total)
    origin, pauses, breaks, words, figures = view.marks
    a, b = max(0, low - origin), min(len(pauses) - 1, max(0, high - origin))
    first = bisect_left(words, low)
    total += WORD_COST * (bisect_left(words, high, first) - first)
    total += pauses[b] - pauses[a] + break_cost * (breaks[b] - breaks[a])
    a = bisect_left(figures, (low, 0))
    b = bisect_left(figures, (high, 0), a)
    total += figure_cost * (b - a - (1 if b > a and figures[b - 1][1] > high else 0))
    return max(0.0, total)


def strength(distance: float) -> float:
    """A cost as a strength between 0 and 1."""
    return exp(-distance)
