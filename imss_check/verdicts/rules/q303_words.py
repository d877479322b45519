"""Q303: digits and the number words beside them differ: "165,463 (ciento setenta y cinco mil …)".

The number grammar reads both; where they differ, one of them is wrong.
"""

from __future__ import annotations

from imss_check.verdicts.messages import number
from imss_check.verdicts.rules.model import Passage, SelfCheck


def find(passage: Passage) -> list[SelfCheck]:
    """Digits whose words say something else."""
    found = []
    for i, j in enumerate(passage.judgements):
        q = j.link.quantity
        if q.words is not None and q.words_value is not None and abs(q.words_value) != abs(q.value):
            values = {"digits": number(abs(q.value)), "words": number(abs(q.words_value))}
            found.append(SelfCheck("Q303", values, ((q.start, q.end), q.words), (i,)))
    return found
