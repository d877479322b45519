"""Link every figure of a draft to the metric it speaks of."""

from __future__ import annotations

from datetime import date
from math import exp

from imss_check.facts.base import FactBase
from imss_check.linking.candidates import candidates, gather, owners
from imss_check.linking.context import read_context
from imss_check.linking.model import Candidate, Link, View
from imss_check.linking.views import build_views
from imss_check.linking.weights import VALUE_WEIGHTS, WEIGHTS
from imss_check.text.model import Draft, Sentence

CONFIRMED_DIGITS = 3
"""A claim with this many digits that meets the base tells what its passage is about."""
VALUE_DIGITS = 4
"""Figures of this many digits are looked up by value too."""


def link_claims(draft: Draft, sentences: list[Sentence], base: FactBase, day: date) -> tuple[list[View], list[Link]]:
    """Every figure of a draft with its candidates, in text order.

    Two rounds: what the first one confirms says which topics the passage is about, and the second one counts that.
    """
    views = build_views(draft, sentences, base, day)
    by_value: dict[object, tuple[str, ...]] = {}
    wanted = {abs(q.value) for v in views for q in v.quantities if q.digits >= VALUE_DIGITS}
    for o in base.with_values(wanted):
        by_value[abs(o.value)] = (*by_value.get(abs(o.value), ()), o.metric)
    links = []
    for view in views:
        if not view.quantities:
            continue
        owned = owners(view, draft.clean)
        for place, q in enumerate(view.quantities):
            context = read_context(views, view, q, draft.clean, day)
            own, inherited = gather(views, view, place, draft.clean, base, owned)
            found = candidates(q, context, own, inherited, by_value.get(abs(q.value), ()), base, day, {})
            links.append(close(view.index, q, context, found))
    return views, [with_topics(link, links) for link in links]


def close(view: int, q: object, context: object, found: list[Candidate]) -> Link:
    """Turn scores into the probabilities of the best candidate, against all others and against no link at all."""
    support = odds([c.support for c in found], 0)
    best = max(range(len(found)), key=lambda i: found[i].refute, default=0)
    refute = odds([c.refute for c in found], best)
    return Link(view, q, context, found, support, refute)  # type: ignore[arg-type]


def odds(scores: list[float], place: int) -> float:
    """Softmax probability of one score among all and among no link, which scores 0."""
    if not scores:
        return 0.0
    top = max(0.0, *scores)
    return exp(scores[place] - top) / (exp(-top) + sum(exp(s - top) for s in scores))


def with_topics(link: Link, links: list[Link]) -> Link:
    """Count what the passage has confirmed for the topic of each candidate."""
    powers: dict[str, float] = {}
    for other in links:
        if other is link or not other.candidates:
            continue
        best = other.candidates[0]
        if other.support > 0.6 and best.features["hit"] >= CONFIRMED_DIGITS:
            near = 1.0 if abs(other.view - link.view) <= 2 else 0.4
            powers[best.metric.topic] = powers.get(best.metric.topic, 0.0) + near
    if not powers:
        return link
    found = []
    for c in link.candidates:
        value = min(1.0, powers.get(c.metric.topic, 0.0) / 3)
        step = WEIGHTS["topic"] * (value - c.features["topic"])
        found.append(
            c._replace(features={**c.features, "topic": value}, support=c.support + step, refute=c.refute + step)
        )
    found.sort(key=lambda c: -c.support)
    return close(link.view, link.quantity, link.context, found)


__all__ = ["VALUE_WEIGHTS", "link_claims"]
