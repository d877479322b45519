"""Lists that answer each other: "nurses and doctors numbered 146,000 and 84,000, respectively"."""

from __future__ import annotations

from collections.abc import Sequence

from imss_check.languages import language_data
from imss_check.linking.distance import Span
from imss_check.linking.model import Mention, View
from imss_check.quantities.model import Quantity
from imss_check.text.model import Sentence
from imss_check.text.words import fold

LIST_GAP = 3
"""Words that may stand between two figures of one list."""


def partners(view: View, place: int) -> tuple[int | None, Sequence[int]]:
    """For a figure of an answering list, the place of the figure that it answers, and all that are answered."""
    listed = view.answers
    if place not in listed or listed[0] < len(listed):
        return None, ()
    before = range(listed[0] - len(listed), listed[0])
    return before[listed.index(place)], before


def answered_by(view: View, q: Quantity) -> Quantity | None:
    """The figure that a figure of an answering list answers: of its group the second one tells more."""
    place = next((i for i in view.answers if view.quantities[i].start == q.start), None)
    partner = None if place is None else partners(view, place)[0]
    return None if partner is None else view.quantities[partner]


def paired_mentions(view: View, place: int, owned: dict[Span, tuple[int, float]]) -> tuple[Mention, ...]:
    """The mentions that a figure of an answering list belongs to; none where there is no such list."""
    listed = view.answers
    if place not in listed:
        return ()
    rank = listed.index(place)
    first = view.quantities[listed[0]].start
    owner, _ = partners(view, place)
    if owner is not None:
        found = tuple(m for m in view.mentions if owned[(m.start, m.end)][0] == owner)
        if found:
            return found
    heads: list[list[Mention]] = []
    for m in view.mentions:
        if m.end <= first:
            if heads and m.start < max(x.end for x in heads[-1]):
                heads[-1].append(m)
            else:
                heads.append([m])
    heads = heads[-len(listed) :]
    return tuple(heads[rank]) if len(heads) == len(listed) else ()


def answering(text: str, sentence: Sentence, quantities: list[Quantity]) -> tuple[int, ...]:
    """The places of the figures that a word like "respectively" distributes."""
    data = language_data(sentence.language, "cues")
    folded = fold(text[sentence.start : sentence.end])
    at = max((folded.find(word) for word in data.RESPECTIVELY), default=-1)
    if at < 0:
        return ()
    at += sentence.start
    run: list[int] = []
    for i in reversed([i for i, q in enumerate(quantities) if q.end <= at]):
        if run:
            between = text[quantities[i].end : quantities[run[0]].start]
            words = fold(between).split()
            if len(words) > LIST_GAP or not ("," in between or set(words) & data.LIST_WORDS):
                break
        run.insert(0, i)
    return tuple(run) if len(run) >= 2 else ()
