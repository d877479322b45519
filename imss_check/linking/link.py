"""Link every figure of a draft to the metric it speaks of."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from math import exp
from typing import NamedTuple

from imss_check.facts.base import FactBase
from imss_check.linking.candidates import ALONE, Kin, Passage, candidates, fitting
from imss_check.linking.context import read_context
from imss_check.linking.distance import cost, strength
from imss_check.linking.evidence import Words, gather, survey
from imss_check.linking.known import Known
from imss_check.linking.model import Candidate, Context, Link, View
from imss_check.linking.pairs import answered_by
from imss_check.linking.views import build_views, spelled_out
from imss_check.quantities.model import Quantity
from imss_check.text.model import Draft, Sentence


class Found(NamedTuple):
    """A figure with its sentence, its context, and what the words near it say."""

    view: View
    quantity: Quantity
    context: Context
    said: Words


SURELY, CONFIRMED_DIGITS = 0.6, 3
"""A claim with this many digits that meets the base tells what its passage is about."""
VALUE_DIGITS = 4
REPEATED_DIGITS = 2
"""Figures of this many digits are looked up by value too."""
MOST_REPEATS = 64
"""How many places of one figure are looked at."""
NEAR_VIEWS, ELSEWHERE = 2, 0.4
"""How many sentences around count in full for the topic of a passage, and how much the others count."""
NEXT_SENTENCE_COST = 0.9
KIN_AT_LEAST = 0.08
KIN_REACH = 4
KIN_SLOPE = 0.4
"""A figure carries its subject further than a word its meaning."""


def link_claims(
    draft: Draft, sentences: list[Sentence], base: FactBase, day: date, most: int | None = None
) -> tuple[list[View], list[Link]]:
    """Every figure of a draft with its candidates, in text order; TooManyFigures if there are more than `most`.

    Two rounds: the first goes by words and values alone. What it finds tells the second one what the passage is about,
    and what the figures beside each figure speak of (a rate in brackets belongs to the change before it).
    """
    views, by_stem = build_views(draft, sentences, base, day, most)
    same_value = metrics_by_value(views, base)
    found: list[Found] = []
    for view in views:
        if not view.quantities:
            continue
        ground = survey(views, view, draft.clean, base, by_stem)
        for place, q in enumerate(view.quantities):
            said = gather(view, place, draft.clean, base, ground)
            context = read_context(views, view, place, draft.clean, day, ground.owned)
            found.append(Found(view, q, context, said))
            if twin := spelled_out(q):
                found.append(Found(view, twin, context, said))

    known = Known(base, day)
    weighed: list[dict[str, Candidate]] = [{} for _ in found]

    def link(passages: list[Passage]) -> list[Link]:
        worth = [
            fitting(f.quantity, f.said, same_value.get(abs(f.quantity.value), ()), known, passage)
            for f, passage in zip(found, passages, strict=True)
        ]
        base.fetch_observations({metric.id for metrics in worth for metric, _ in metrics})
        return [
            close(
                f.view.index, f.quantity, candidates(f.quantity, f.context, f.said, w, known, passage, seen), f.context
            )
            for f, w, passage, seen in zip(found, worth, passages, weighed, strict=True)
        ]

    base.metrics({m for f in found for m in f.said.power})
    first = link([ALONE] * len(found))
    whole = sum_up(first)
    links = link(
        [
            Passage(topics_near(i, first, whole), kin_of(i, first, views, draft.clean), repeats_of(i, first, whole))
            for i in range(len(found))
        ]
    )
    for i in range(1, len(links)):
        if found[i - 1].quantity.words == (found[i].quantity.start, found[i].quantity.end):
            links[i] = links[i]._replace(repeats=i - 1)
    return views, links


def metrics_by_value(views: list[View], base: FactBase) -> dict[Decimal, tuple[str, ...]]:
    """The metrics that have an observation of exactly the value of a figure."""
    telling = {abs(q.value) for v in views for q in v.quantities if q.digits >= VALUE_DIGITS}
    return {value: tuple(dict.fromkeys(o.metric for o in seen)) for value, seen in base.with_values(telling).items()}


def close(view: int, q: Quantity, found: list[Candidate], context: Context) -> Link:
    """Turn scores into the probabilities of the best candidate, against all others and against no link at all."""
    support = odds([c.support for c in found], 0)
    best = max(range(len(found)), key=lambda i: found[i].refute, default=0)
    refute = odds([c.refute for c in found], best)
    return Link(view, q, context, found, support, refute)


def odds(scores: list[float], place: int) -> float:
    """Softmax probability of one score among all and among no link, which scores 0."""
    return shares(scores)[place] if scores else 0.0


def shares(scores: list[float]) -> list[float]:
    """Softmax probability of each score among all and among no link, which scores 0."""
    top = max([0.0, *scores])
    powers = [exp(score - top) for score in scores]
    total = exp(-top) + sum(powers)
    return [power / total for power in powers]


class Draftwide(NamedTuple):
    """What the first round found in the whole draft: confirmed topics, by sentence too, and each value's links."""

    confirmed: list[str | None]
    """Topic by link; None where it confirms none."""
    topics: Counter[str]
    by_view: dict[int, Counter[str]]
    by_value: dict[tuple[Decimal, bool], list[int]]


def sum_up(links: list[Link]) -> Draftwide:
    """Sum up a round, once for all of its links."""
    found = Draftwide([], Counter(), {}, {})
    for i, link in enumerate(links):
        topic = None
        if link.candidates:
            best, q = link.candidates[0], link.quantity
            if link.support > SURELY and best.features.hit >= CONFIRMED_DIGITS:
                topic = best.metric.topic
                found.topics[topic] += 1
                found.by_view.setdefault(link.view, Counter())[topic] += 1
            if q.digits >= REPEATED_DIGITS:
                found.by_value.setdefault((q.value, q.form == "percent"), []).append(i)
        found.confirmed.append(topic)
    return found


def topics_near(place: int, links: list[Link], whole: Draftwide) -> dict[str, float]:
    """How much the rest of the passage has confirmed of each topic (0 to 1): sentences near count in full."""
    powers = {topic: ELSEWHERE * count for topic, count in whole.topics.items()}
    view = links[place].view
    for i in range(view - NEAR_VIEWS, view + NEAR_VIEWS + 1):
        for topic, count in whole.by_view.get(i, {}).items():
            powers[topic] += (1.0 - ELSEWHERE) * count
    own = whole.confirmed[place]
    if own is not None:
        powers[own] -= 1.0
    return {topic: min(1.0, power / 3) for topic, power in powers.items() if power > 0.01}


def kin_of(place: int, links: list[Link], views: list[View], text: str) -> Kin:
    """What the figures beside a figure speak of, and how surely."""
    link, found = links[place], []
    q, view = link.quantity, views[link.view]
    answered = answered_by(view, q)
    for i in (*range(place - KIN_REACH, place), place + 1):
        if not 0 <= i < len(links) or not links[i].candidates:
            continue
        other = links[i]
        if answered is not None and (other.view != link.view or other.quantity.start != answered.start):
            continue
        if answered is not None:
            price = 0.0
        elif other.view == link.view:
            price = KIN_SLOPE * cost(view.marks, text, (q.start, q.end), (other.quantity.start, other.quantity.end))
        elif other.view == link.view - 1 and views[other.view].sentence.block == view.sentence.block:
            price = NEXT_SENTENCE_COST
        else:
            continue
        told = other.support * strength(price + (NEXT_SENTENCE_COST / 2 if i > place else 0.0))
        if told >= KIN_AT_LEAST:
            found.append((told, other.candidates[0].metric))
    return found


def repeats_of(place: int, links: list[Link], whole: Draftwide) -> dict[str, float]:
    """The metrics that the same figure was linked to elsewhere in the draft, and how surely."""
    q = links[place].quantity
    powers: dict[str, float] = {}
    for i in whole.by_value.get((q.value, q.form == "percent"), ())[:MOST_REPEATS]:
        if i != place and q.digits >= REPEATED_DIGITS:
            best = links[i].candidates[0].metric.id
            powers[best] = max(powers.get(best, 0.0), links[i].support)
    return powers
