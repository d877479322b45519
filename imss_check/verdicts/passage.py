"""Second thoughts, once the whole draft has been judged: what one claim says of another."""

from __future__ import annotations

from datetime import date

from imss_check.facts.base import FactBase
from imss_check.linking.agree import information
from imss_check.linking.model import Link, Reading, View
from imss_check.linking.readings import fits
from imss_check.linking.slips import find_slip
from imss_check.verdicts.judge import judge
from imss_check.verdicts.model import Followed, Judgement

PLAIN = 0.25
"""Cost up to which a stated period is plainly that of the figure."""
TELLING = 4
"""Digits that meet no other period by accident."""
SAID = 0.4
"""How near a word of the past must stand."""
BACK = 2
UNDECIDED = ("unverified", "unmatched")
MOST_DIGITS = 4
"""Digits of one figure that count for what the draft follows."""
NEAR = 1
"""How many sentences apart two figures belong together."""


def judge_all(links: list[Link], views: list[View], base: FactBase, day: date) -> list[Judgement]:
    """Judge the figures of a draft together, in text order.

    Two rounds: what the first one confirms says which sources the draft retells, and a figure that differs from one of
    those is likelier to be an error. History is not drift: where a passage gives several figures of one metric, those
    that were right earlier tell its history, and are no outdated news.
    """
    first = [judge(link, base, day) for link in links]
    told = followed(first)
    second = [judge(j.link, base, day, told) if j.verdict in UNDECIDED else j for j in first]
    for i, j in enumerate(second):
        if j.link.repeats is not None:
            second[i] = in_words(j, second[j.link.repeats])
    return [history(j, second, views) if j.code == "Q102" else j for j in second]


def in_words(j: Judgement, digits: Judgement) -> Judgement:
    """The judgement of a number in words that repeats a figure: that of the figure, unless the two differ."""
    if j.link.quantity.value == digits.link.quantity.value:
        return digits._replace(link=j.link)
    if digits.metric is None or not digits.met or digits.verdict not in ("supported", "disputed"):
        return j
    slips = (find_slip(j.link.quantity.value, o.value, j.link.quantity.digits) for o in digits.met)
    slip = next((s for s in slips if s is not None), None)
    code, cause = (slip.code, slip.how) if slip else ("Q101", None)
    return digits._replace(link=j.link, verdict="refuted", met=(), code=code, cause=cause)


def followed(judgements: list[Judgement]) -> Followed:
    """Count the digits that a draft has in common with each source, and with each topic at one date."""
    sources: dict[str, int] = {}
    events: dict[tuple[str, date], int] = {}
    for j in judgements:
        if j.verdict in ("supported", "disputed") and j.metric is not None and j.link.repeats is None:
            told = min(j.link.quantity.digits, MOST_DIGITS)
            for source in {o.source for o in j.met}:
                sources[source] = sources.get(source, 0) + told
            for last in {o.last for o in j.met}:
                events[j.metric.topic, last] = events.get((j.metric.topic, last), 0) + told
    return Followed(sources, events)


def history(j: Judgement, judgements: list[Judgement], views: list[View]) -> Judgement:
    """An outdated figure that tells history: no finding, and supported where the passage names its time.

    It does where a later figure of the same metric stands beside it, where a period of the passage is that of the
    figure, or where its clause speaks of what was.
    """
    assert j.metric is not None and j.reading is not None
    plain = j.reading.stated and j.reading.cost <= PLAIN
    if not plain and (followed_by_later(j, judgements) or dated(j, views)):
        if information(j.link.quantity) >= TELLING:
            return j._replace(verdict="supported", right=j.met, code=None)
        return j._replace(verdict="unverified", code=None, reason="earlier_time")
    if not j.reading.stated and j.link.context.facets.get("past", 0.0) >= SAID:
        return j._replace(verdict="unverified", code=None, reason="earlier_time")
    return j


def followed_by_later(j: Judgement, judgements: list[Judgement]) -> bool:
    """Whether a later figure of the same metric stands beside a figure whose period the text does not state."""
    assert j.metric is not None and j.reading is not None
    return not j.reading.stated and any(
        other.metric is not None
        and other.metric.id == j.metric.id
        and abs(other.link.view - j.link.view) <= NEAR
        and other.link.quantity.value != j.link.quantity.value
        and other.met
        and max(o.last for o in other.met) > max(o.last for o in j.met)
        for other in judgements
    )


def dated(j: Judgement, views: list[View]) -> bool:
    """Whether the paragraph, or the sentence before, names the period of what the figure meets."""
    assert j.metric is not None
    here = views[j.link.view]
    for view in views[max(0, j.link.view - BACK) : j.link.view + NEAR + 1]:
        if view.sentence.block != here.sentence.block and view.index > here.index:
            continue
        for p in view.periods:
            reading = Reading(p.first, p.last, p.grain, True, 0.0)
            if any(fits(j.metric, o, reading) for o in j.met):
                return True
    return False
