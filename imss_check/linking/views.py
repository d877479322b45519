"""Prepare a draft for linking: each sentence with its figures, periods, wordings, cues and scopes, and where else its
context may come from."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from itertools import islice

from imss_check.facts.base import FactBase
from imss_check.facts.model import ScopeTerm, Wording
from imss_check.facts.stems import STOP
from imss_check.languages import language_data
from imss_check.linking.distance import NO_MARKS, measure
from imss_check.linking.model import Mention, View
from imss_check.linking.pairs import answering
from imss_check.linking.phrases import find_cues, find_future, find_mentions, find_scopes, telling_weight
from imss_check.linking.units import dimension
from imss_check.periods.find import find_periods
from imss_check.periods.model import PeriodMention
from imss_check.quantities.find import find_quantities
from imss_check.quantities.model import Quantity
from imss_check.text.model import Block, Draft, Sentence
from imss_check.text.words import Word, fold, tokens

SENTENCE_BACK = (1.2, 1.8, 2.4)
"""Cost of borrowing from the first, second and third sentence before, in the same block."""
ROW_COST, COLUMN_COST, INTRO_COST, HEADING_COST, HEADLINE_COST, PARAGRAPH_COST = 0.1, 0.3, 0.5, 1.2, 1.9, 1.8
PRECISE_DIGITS = 5
"""A figure of so many digits is no bound, whatever stands before it."""
OPENING, FAR_END = 12, 5
"""Characters before a range in which its opening word stands, and words that may stand between its two ends."""
HEAD_PARTS = re.compile(r"[(),;:]")


class TooManyFigures(Exception):
    """A draft with more figures than a check may take."""


NUMBER = re.compile(r"\d[\d.,]*")
NUMBERS_A_FIGURE = 4
"""How many numbers a draft may have for each figure that it may have: dates and names are numbers too."""


def content(sentence_words: list[Word]) -> list[Word]:
    """The words that carry meaning."""
    return [w for w in sentence_words if w.text not in STOP]


def build_views(
    draft: Draft, sentences: list[Sentence], base: FactBase, day: date, most: int | None = None
) -> tuple[list[View], dict[str, list[tuple[Wording, float]]]]:
    """Every sentence of a draft as a view, in text order; and the wordings of several words by each of their stems.

    Errors: TooManyFigures if there are more than `most`, found before much time is lost on them.
    """
    if most is not None and more_numbers(draft.clean, most * NUMBERS_A_FIGURE):
        raise TooManyFigures
    folded = fold(draft.clean)
    by_sentence = [tokens(folded, s.start, s.end) for s in sentences]
    named = {t.stem for ts in by_sentence for t in ts}
    stems = {stem for stem in named if not stem[0].isdecimal()}
    wordings = base.wordings(stems)
    by_anchor: dict[str, list[Wording]] = {}
    for w in wordings:
        if all(s in stems for s in w.stems):
            by_anchor.setdefault(w.stems[0], []).append(w)
    terms: dict[str, list[ScopeTerm]] = {}
    for term in base.scope_terms(named):
        terms.setdefault(term.stems[0], []).append(term)
    for same in terms.values():
        same.sort(key=lambda t: -len(t.stems))
    views: list[View] = []
    spoken: PeriodMention | None = None
    near = neighbours(draft, sentences)
    count = 0
    for i, s in enumerate(sentences):
        ws = [t for t in by_sentence[i] if not t.stem[0].isdecimal()]
        telling = content(ws)
        periods = find_periods(draft.clean, folded, ws, s.language, s.start, s.end, day, spoken)
        spoken = next((p for p in reversed(periods) if p.role == "at"), spoken)
        quantities = find_quantities(
            draft.clean, s.language, start=s.start, end=s.end, folded=folded, nouns=base.nouns, skip=draft.masked
        )
        count += len(quantities)
        if most is not None and count > most:
            raise TooManyFigures
        before = (None, *quantities)
        quantities = [plain_comparison(q, b, draft.clean, s.language) for b, q in zip(before, quantities, strict=False)]
        if draft.blocks[s.block].kind == "cell":
            quantities = [under_headers(q, draft.clean, draft.blocks[s.block], s.language, base) for q in quantities]
        firsts = [q.start for q in quantities]
        views.append(
            View(
                i,
                s,
                draft.blocks[s.block].kind,
                ws,
                quantities,
                periods,
                [m for m in find_mentions(telling, by_anchor) if not spans_figure(m, firsts)],
                find_cues(ws, s.language) + find_future(ws, draft.clean, s.language),
                find_scopes(by_sentence[i], terms),
                {w.stem: (w.start, w.end) for w in reversed(telling)},
                near[i],
                measure(draft.clean, s, ws, quantities) if quantities else NO_MARKS,
                answering(draft.clean, s, quantities) if len(quantities) > 1 else (),
            )
        )
    by_stem: dict[str, list[tuple[Wording, float]]] = {}
    for found in by_anchor.values():
        for w in found:
            if len(w.stems) > 1:
                for stem in w.stems:
                    by_stem.setdefault(stem, []).append((w, telling_weight(w)))
    return views, by_stem


def spans_figure(m: Mention, firsts: list[int]) -> bool:
    """Whether a figure begins inside of words that name a metric, given where the figures begin."""
    place = bisect_right(firsts, m.start)
    return place < len(firsts) and firsts[place] < m.end


def more_numbers(text: str, most: int) -> bool:
    """Whether a text has more numbers than so many."""
    return next(islice(NUMBER.finditer(text), most, None), None) is not None


def plain_comparison(q: Quantity, before: Quantity | None, text: str, language: str) -> Quantity:
    """A figure whose "less than" compares two figures is exact: "4 percent less than the 20,421,442 of 2019"; so is
    the end of a range: "de 3.15 % hasta 11.875 %"; and one that is too precise to be a bound: "below the 619,252"."""
    if q.hedge is None or q.approximation not in ("less_than", "more_than", "at_most") or q.low == q.high:
        return q
    ended = q.digits >= PRECISE_DIGITS
    if before is not None and before.end <= q.hedge[0]:
        between = text[before.end : q.hedge[0]]
        if q.approximation == "at_most":
            ended = ended or ends_range(before, between, text[q.hedge[0] : q.hedge[1]], text, language)
        else:
            ended = ended or not between.strip(" \n")
    if not ended:
        return q
    half = q.step / 2 if q.value != q.value.to_integral_value() else 0
    return q._replace(approximation="exact", low=q.value - half, high=q.value + half, hedge=None)


def ends_range(before: Quantity, between: str, hedge: str, text: str, language: str) -> bool:
    """Whether a hedge leads from one figure to another: "from 3.15 % in 2022 up to 11.875 %"."""
    opening = fold(text[max(0, before.start - OPENING) : before.start]).split()[-1:]
    pairs = language_data(language, "cues").FROM_TO
    near = len(between.split()) <= FAR_END and not any(mark in between for mark in ".;(")
    return near and any(opening == [a] and fold(hedge).strip() == b for a, b in pairs)


def spelled_out(q: Quantity) -> Quantity | None:
    """The number in words that repeats a figure in brackets, as a figure of its own."""
    if q.words is None or q.words_value is None:
        return None
    value = q.words_value
    low, high = (q.low, q.high) if value == q.value else (value, value)
    return q._replace(start=q.words[0], end=q.words[1], value=value, low=low, high=high, words=None, words_value=None)


def under_headers(q: Quantity, text: str, cell: Block, language: str, base: FactBase) -> Quantity:
    """A bare figure of a table with the unit and scale that the heads of its row and column state.

    A head is read by the number grammar itself, as if it followed the figure 1: "millones de pesos", "%".
    """
    if q.unit is not None:
        return q
    stated = []
    for start, end in (*cell.row, *cell.column):
        for part in HEAD_PARTS.split(text[start:end]):
            read = find_quantities(f"1 {part.strip()}", language, nouns=base.nouns)
            if len(read) == 1 and read[0].start == 0 and (read[0].unit is not None or read[0].value != 1):
                stated.append(read[0])
    stated = [head for head in stated if head.unit != "UMA"]  # a head "UMA" names the thing, and no unit
    stated.sort(key=lambda head: dimension(head.unit) == "count" and head.value == 1)
    if not stated:
        return q
    scale, unit = stated[0].value, stated[0].unit
    low, high = q.low, q.high
    if scale != 1 and low is not None and low == high:  # a count in thousands is rounded, or cut, as "20,762 miles" is
        low, high = low - q.step / 2, low + q.step
    low, high = (None if b is None else b * scale for b in (low, high))
    return q._replace(value=q.value * scale, low=low, high=high, step=q.step * scale, unit=unit, form=stated[0].form)


def neighbours(draft: Draft, sentences: list[Sentence]) -> list[list[tuple[int, float]]]:
    """For each sentence, the other sentences that lend it their context, with the cost of going there."""
    by_block: dict[int, list[int]] = {}
    places = []
    for i, s in enumerate(sentences):
        own = by_block.setdefault(s.block, [])
        places.append(len(own))
        own.append(i)
    by_span = {(draft.blocks[b].start, draft.blocks[b].end): b for b in by_block}
    headline = next((b for b in sorted(by_block) if draft.blocks[b].kind == "heading"), None)
    result: list[list[tuple[int, float]]] = []
    last_prose = -1
    for i, s in enumerate(sentences):
        block, near = draft.blocks[s.block], []
        own, place = by_block[s.block], places[i]
        near += [(own[place - k - 1], c) for k, c in enumerate(SENTENCE_BACK) if place - k - 1 >= 0]
        for spans, price in ((block.row, ROW_COST), (block.column, COLUMN_COST)):
            for span in spans:
                near += [(j, price) for j in by_block.get(by_span.get(span, -1), ())]
        if block.under >= 0 and block.under in by_block:
            price = HEADING_COST if draft.blocks[block.under].kind == "heading" else INTRO_COST
            near += [(j, price) for j in by_block[block.under][-1:]]
        if headline is not None and s.block not in (headline,) and block.under != headline:
            near += [(j, HEADLINE_COST) for j in by_block[headline]]
        if block.kind == "paragraph" and place == 0 and last_prose >= 0:
            near.append((last_prose, PARAGRAPH_COST))
        if block.kind in ("paragraph", "item"):
            last_prose = i
        result.append(near)
    return result
