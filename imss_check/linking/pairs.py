"""Lists that answer each other: "nurses and doctors numbered 146,000 and 84,000, respectively"."""

from __future__ import annotations

from importlib import import_module

from imss_check.linking.model import Mention, View
from imss_check.quantities.model import Quantity
from imss_check.text.words import fold

LIST_GAP = 3
"""Words that may stand between two figures of one list."""


def partners(view: View, place: int, text: str) -> tuple[int | None, list[int]]:
    """For a figure of an answering list, the place of the figure that it answers, and all that are answered."""
    listed = answering(view, text)
    before = list(range(listed[0]))[-len(listed) :] if listed else []
    if place not in listed or len(before) != len(listed):
        return None, []
    return before[listed.index(place)], before


def answered_by(view: View, q: Quantity, text: str) -> Quantity | None:
    """The figure that a figure of an answering list answers: of its group the second one tells more."""
    place = next((i for i, x in enumerate(view.quantities) if x.start == q.start), None)
    partner = None if place is None else partners(view, place, text)[0]
    return None if partner is None else view.quantities[partner]


def paired_mentions(
    view: View, place: int, text: str, owned: dict[tuple[int, int], tuple[int, float]]
) -> tuple[Mention, ...]:
    """The mentions that a figure of an answering list belongs to; none where there is no such list."""
    listed = answering(view, text)
    if place not in listed:
        return ()
    rank = listed.index(place)
    first = view.quantities[listed[0]].start
    owner, _ = partners(view, place, text)
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


def answering(view: View, text: str) -> list[int]:
    """The places of the figures that a word like "respectively" distributes."""
    data = import_module(f"imss_check.languages.{view.sentence.language}.cues")
    sentence = fold(text[view.sentence.start : view.sentence.end])
    at = max((sentence.find(word) for word in data.RESPECTIVELY), default=-1)
    if at < 0:
        return []
    at += view.sentence.start
    places = [i for i, q in enumerate(view.quantities) if q.end <= at]
    run: list[int] = []
    for i in reversed(places):
        if run:
            between = text[view.quantities[i].end : view.quantities[run[0]].start]
            words = fold(between).split()
            if len(words) > LIST_GAP or not ("," in between or set(words) & data.LIST_WORDS):
                break
        run.insert(0, i)
    return run if len(run) >= 2 else []
