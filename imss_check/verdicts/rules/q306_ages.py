"""Q306: an age or anniversary against its founding date.

The founding day stands in the sentence ("founded on 19 January 1943") or in the base, for the base's own institution.
"""

from __future__ import annotations

from datetime import date
from importlib import import_module

from imss_check.periods.model import PeriodMention
from imss_check.text.words import fold
from imss_check.verdicts.rules.model import Passage, SelfCheck

OLDEST, YOUNGEST = 300, 20


def find(passage: Passage) -> list[SelfCheck]:
    """Ages that do not follow from the founding day."""
    found = []
    text = fold(passage.draft.clean)
    own = passage.base.founded
    for i, j in enumerate(passage.judgements):
        q, view = j.link.quantity, passage.views[j.link.view]
        if q.unit != "year" or q.approximation != "exact" or not YOUNGEST <= q.value <= OLDEST:
            continue
        data = import_module(f"imss_check.languages.{view.sentence.language}.sums")
        near = text[max(view.sentence.start, q.start - 60) : min(view.sentence.end, q.end + 60)]
        if not any(word in near for word in data.AGE_WORDS):
            continue
        born = founding(view.periods, passage.day) or (own if speaks_of_own(passage, j.link.view) else None)
        if born is None:
            continue
        low, high = ages(born, passage.day)
        if not low <= q.value <= high:
            values = {"stated": str(q.value), "working": f"{passage.day.year} − {born.year} = {passage.day.year - born.year}"}
            found.append(SelfCheck("Q306", values, ((q.start, q.end),), (i,)))
    return found


def founding(periods: list[PeriodMention], day: date) -> date | None:
    """A day or year in the sentence that lies so far back that it can be a founding."""
    old = [p.first for p in periods if day.year - p.first.year >= YOUNGEST]
    return min(old, default=None)


def speaks_of_own(passage: Passage, view: int) -> bool:
    """Whether a sentence, or the one before, names the base's own institution and no other."""
    terms = [s.term for v in passage.views[max(0, view - 1) : view + 1] for s in v.scopes if s.term.facet == "institution"]
    return bool(terms) and all(t.own for t in terms)


def ages(born: date, day: date) -> tuple[int, int]:
    """The least and greatest age that may be written: an anniversary is told some weeks ahead or after."""
    full = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return full, full + 1
