"""Q305: one metric has two values for one period in one draft.

Both figures must be exact and surely linked, and neither have a finding of its own: then the base says it better.
"""

from __future__ import annotations

from imss_check.verdicts.messages import number
from imss_check.verdicts.model import Judgement
from imss_check.verdicts.rules.model import Passage, SelfCheck

SURE = 0.9
DIGITS = 3


def find(passage: Passage) -> list[SelfCheck]:
    """Pairs of values that cannot both be right."""
    found, first = [], {}
    for i, j in enumerate(passage.judgements):
        q = j.link.quantity
        if j.metric is None or j.code or j.link.refute < SURE or q.approximation != "exact" or q.digits < DIGITS:
            continue
        if j.reading is None or j.metric.kind in ("flow",):
            continue
        key = (j.metric.id, j.reading.first, j.reading.last)
        if key not in first:
            first[key] = i
            continue
        other = passage.judgements[first[key]]
        if apart(other, j):
            values = {"first": number(abs(other.link.quantity.value)), "second": number(abs(q.value))}
            spans = ((other.link.quantity.start, other.link.quantity.end), (q.start, q.end))
            found.append(SelfCheck("Q305", values, spans, (first[key], i)))
    return found


def apart(a: Judgement, b: Judgement) -> bool:
    """Whether two written values can be no roundings of one."""
    x, y = a.link.quantity, b.link.quantity
    if x.low is None or x.high is None or y.low is None or y.high is None:
        return False
    return x.low > y.high or y.low > x.high
