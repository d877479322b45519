"""How far a word stands from a figure, as a cost: words, punctuation and other figures between them."""

from __future__ import annotations

from bisect import bisect_left
from math import exp

from imss_check.linking.model import View

WORD_COST = 0.07
COMMA_COST = 0.28
BREAK_COST = 0.70
BRACKET_COST = 0.30
FIGURE_COST = 0.60
BEFORE_COST = 0.30
COLON_COST = 0.15
LONGEST_BRACKET = 120


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
    if text.startswith(" (", end) and (close := text.find(") ", end, end + LONGEST_BRACKET)) > 0 and other_start > close:
        end = close + 1  # the figure in words, in brackets behind it, is no distance
    bracketed = start > 0 and text[start - 1] == "("
    if other_start >= end:
        low, high, total = end, other_start, BEFORE_COST if bracketed else 0.0
    elif other_end <= start:
        low, high, total = other_end, start, -BRACKET_COST if bracketed else BEFORE_COST
    else:
        return 0.0
    if high - low <= 1:
        return total
    between = text[low:high]
    starts = view.words
    first = bisect_left(starts, low, key=lambda w: w.start)
    last = bisect_left(starts, high, lo=first, key=lambda w: w.start)
    total += WORD_COST * (last - first)
    for mark in between:
        if mark == ",":
            total += COMMA_COST
        elif mark in ";.|\n·—–":
            total += break_cost
        elif mark in "()":
            total += BRACKET_COST
        elif mark == ":":
            total += COLON_COST
    for q in view.quantities:
        if low <= q.start and q.end <= high:
            total += figure_cost
            # a comma inside a figure is no pause
            total -= COMMA_COST * text.count(",", q.start, q.end) + break_cost * text.count(".", q.start, q.end)
    return max(0.0, total)


def strength(distance: float) -> float:
    """A cost as a strength between 0 and 1."""
    return exp(-distance)
