"""How far a word stands from a figure, as a cost: words, punctuation and other figures between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from math import exp
from typing import NamedTuple

from imss_check.languages import language_data
from imss_check.quantities.model import Quantity
from imss_check.text.model import Sentence
from imss_check.text.words import Word

WORD_COST = 0.07
BRACKET_COST = 0.30
BEFORE_COST = 0.30
FIGURE_COST, BREAK_COST = 0.60, 0.70
PERIOD_FIGURE_COST, PERIOD_BREAK_COST = 0.3, 1.2
"""A period holds for several figures, and seldom beyond its clause."""
PAUSES = {",": 0.28, "(": BRACKET_COST, ")": BRACKET_COST, ":": 0.15}
MARK = re.compile(r"[,():;.|\n·—–]")
"""Pauses and breaks."""
CLAUSE_COST = 0.35
"""A conjunction behind a comma opens a clause of its own: "26 million, and surgeries to 1.78 million"."""
LONGEST_BRACKET = 120

Span = tuple[int, int]


class Scale(NamedTuple):
    """What it costs to come to each character of a sentence from its start: `high - low` is the cost of a way.

    A figure on the way costs where the way leaves it behind, so the two ends of a way are read from two lists.
    """

    low: list[float]
    high: list[float]


class Marks(NamedTuple):
    """The costs of a sentence by character from `origin`: for words, and for periods."""

    origin: int
    words: Scale
    periods: Scale


NO_MARKS = Marks(0, Scale([], []), Scale([], []))


def measure(text: str, sentence: Sentence, words: list[Word], quantities: list[Quantity]) -> Marks:
    """Add up what a sentence costs once; the marks inside of figures cost nothing."""
    start, end = sentence.start, sentence.end
    clause = language_data(sentence.language, "cues").CLAUSE
    steps, breaks = [0.0] * (end - start + 2), []
    for w in words:
        opens = w.text in clause and text[max(start, w.start - 2) : w.start] == ", "
        steps[w.start + 1 - start] += WORD_COST + (CLAUSE_COST if opens else 0.0)
    upcoming = iter(quantities)
    q = next(upcoming, None)
    for match in MARK.finditer(text, start, end):
        place = match.start()
        while q is not None and q.end <= place:
            q = next(upcoming, None)
        if q is not None and q.start <= place:
            continue
        if (mark := match[0]) in PAUSES:
            steps[place + 1 - start] += PAUSES[mark]
        else:
            breaks.append(place + 1 - start)
    firsts, lasts = [q.start + 1 - start for q in quantities], [q.end - start for q in quantities]
    return Marks(
        start,
        scale(steps, breaks, BREAK_COST, firsts, lasts, FIGURE_COST),
        scale(steps, breaks, PERIOD_BREAK_COST, firsts, lasts, PERIOD_FIGURE_COST),
    )


def scale(
    steps: list[float], breaks: list[int], break_cost: float, firsts: list[int], lasts: list[int], figure_cost: float
) -> Scale:
    """Add up steps, with the breaks and the figures at their places."""
    low = steps.copy()
    for place in breaks:
        low[place] += break_cost
    high = low.copy()
    for place in firsts:
        low[place] += figure_cost
    for place in lasts:
        high[place] += figure_cost
    return Scale(list(accumulate(low)), list(accumulate(high)))


def prices(marks: Marks, text: str, figure: Span, spans: Iterable[Span], of_periods: bool = False) -> list[float]:
    """Cost of going from a figure to each span of words of the same sentence."""
    start, end = figure
    origin = marks.origin
    low, high = marks.periods if of_periods else marks.words
    close = text.find(") ", end, end + LONGEST_BRACKET) if text.startswith(" (", end) else -1
    behind, before = 0.0, BEFORE_COST
    if start > 0 and text[start - 1] == "(":
        behind, before = BEFORE_COST, -BRACKET_COST
    found = []
    for first, last in spans:
        # the figure in words, in brackets behind it, is no distance
        begin = close + 1 if 0 < close < first else end
        if first >= begin:
            price = behind if first - begin <= 1 else behind + high[first - origin] - low[begin - origin]
        elif last <= start:
            price = before if start - last <= 1 else before + high[start - origin] - low[last - origin]
        else:
            price = 0.0
        found.append(price if price > 0.0 else 0.0)
    return found


def cost(marks: Marks, text: str, figure: Span, words: Span, of_periods: bool = False) -> float:
    """Cost of going from a figure to words of the same sentence."""
    return prices(marks, text, figure, (words,), of_periods)[0]


def strength(distance: float) -> float:
    """A cost as a strength between 0 and 1."""
    return exp(-distance)
