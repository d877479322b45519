"""Q305: one metric has two values for one period in one draft.

Both figures must be exact and linked. They contradict each other where one is a slip of the other's digits; or where
both are surely linked, the base has nothing to say of their period, and what is counted is no flow, which may have been
counted over two times. Two that the base knows, each for its own time, are no contradiction, nor are the ends of "from
A to B".
"""

from __future__ import annotations

from imss_check.linking.slips import find_slip
from imss_check.verdicts.messages import number
from imss_check.verdicts.model import Judgement
from imss_check.verdicts.rules.model import Passage, SelfCheck

SURE, FAIRLY_SURE = 0.9, 0.6
DIGITS = 3
MISWRITTEN = ("Q101", "Q104", "Q105")
"""Findings that say no more than that the figure is wrong."""
SLIP_CHANCE = 0.02
KNOWN = ("supported", "disputed")


def find(passage: Passage) -> list[SelfCheck]:
    """Pairs of values that cannot both be right."""
    found: list[SelfCheck] = []
    first: dict[tuple[object, ...], int] = {}
    for i, j in enumerate(passage.judgements):
        if j.metric is None or j.reading is None or not told(j):
            continue
        key = (j.metric.id, j.right[0].last if j.right else j.reading.last)
        other = passage.judgements[first.setdefault(key, i)]
        if other is not j and contradict(other, j):
            x, y = other.link.quantity, j.link.quantity
            values = {"first": number(abs(x.value)), "second": number(abs(y.value))}
            found.append(SelfCheck("Q305", values, ((x.start, x.end), (y.start, y.end)), (first[key], i)))
    return found


def told(j: Judgement) -> bool:
    """Whether a figure is written so plainly that another one can contradict it."""
    q = j.link.quantity
    plain = q.approximation == "exact" and q.digits >= DIGITS and not j.link.context.base
    return plain and (j.code is None or j.code in MISWRITTEN)


def contradict(a: Judgement, b: Judgement) -> bool:
    """Whether two figures of one metric and period cannot both be right."""
    x, y = a.link.quantity, b.link.quantity
    if not apart(a, b) or (a.verdict in KNOWN and b.verdict in KNOWN):
        return False
    if a.reading and b.reading and a.reading.stated and b.reading.stated and a.reading.last != b.reading.last:
        return False
    if x.words is not None and y.start == x.words[0]:
        return False
    slip = find_slip(y.value, x.value, y.digits)
    if slip is not None and slip.how in ("digit", "swap") and slip.chance <= SLIP_CHANCE:
        return min(a.confidence, b.confidence) >= FAIRLY_SURE
    if a.right or b.right:  # the base knows one of them, and finds that it is not sure that both speak of one thing
        return False
    sure = min(a.link.refute, b.link.refute) >= SURE and a.code is None and b.code is None
    return sure and a.metric is not None and a.metric.kind != "flow"


def apart(a: Judgement, b: Judgement) -> bool:
    """Whether two written values can be no roundings of one."""
    x, y = a.link.quantity, b.link.quantity
    if x.low is None or x.high is None or y.low is None or y.high is None:
        return False
    return x.low > y.high or y.low > x.high
