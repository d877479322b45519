"""Q306: an age or anniversary against its founding date.

The founding day stands in the sentence ("founded on 19 January 1943") or in the base, for the base's own institution.
An age is "79 years" beside a word for it, what "turns 79", or "79th anniversary".
Blind spots: ages of persons and of other institutions without their date; anniversaries in Roman figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from types import ModuleType
from typing import NamedTuple

from imss_check.languages import language_data
from imss_check.linking.model import ScopeMention, View
from imss_check.text.words import fold
from imss_check.verdicts.rules.model import Passage, SelfCheck

OLDEST, YOUNGEST = 300, 20
REACH = 60
"""Characters on either side of an age among which a word must say that it is one."""
BESIDE = 25
"""Characters between the institution's name and its age."""
ORDINAL = re.compile(r"\b(\d{2,3})\s?(?:st|nd|rd|th|o|a|er|º|°|\.º|\.o)?\s+([a-z]+)")


class Age(NamedTuple):
    """An age as written; `claim` is the place of its judgement, where it has one; `sure` where nothing but an
    institution has an age that is told this way."""

    start: int
    end: int
    years: int
    sure: bool
    claim: int | None


def find(passage: Passage) -> list[SelfCheck]:
    """Ages that do not follow from the founding day."""
    text, found = fold(passage.draft.clean), []
    for view in passage.views:
        data = language_data(view.sentence.language, "sums")
        born = founding(view, text, data, passage.day)
        own = passage.base.founded if speaks_of_own(passage, view.index) else None
        for age in ages(passage, view, text, data) if born or own else ():
            day = born or (own if age.sure else None)
            if day is None:
                continue
            full = passage.day.year - day.year - ((passage.day.month, passage.day.day) < (day.month, day.day))
            if not full <= age.years <= full + 1:  # an anniversary is told some weeks ahead, too
                working = f"{passage.day.year} − {day.year} = {passage.day.year - day.year}"
                values = {"stated": str(age.years), "working": working}
                claims = () if age.claim is None else (age.claim,)
                found.append(SelfCheck("Q306", values, ((age.start, age.end),), claims))
    return found


def ages(passage: Passage, view: View, text: str, data: ModuleType) -> Iterator[Age]:
    """The ages that a sentence tells."""
    taken = []
    for i, j in enumerate(passage.judgements):
        q = j.link.quantity
        if j.link.view != view.index or q.approximation != "exact" or not YOUNGEST <= q.value <= OLDEST:
            continue
        before = text[max(view.sentence.start, q.start - REACH) : q.start]
        after = text[q.end : min(view.sentence.end, q.end + REACH)]
        turned = before.split()[-1:] and before.split()[-1] in data.TURNS
        counted = q.unit == "year" and q.value == q.value.to_integral_value()
        if not turned and not counted:
            continue
        of_own = beside_own(view, text, q.start, data) or served_by_own(view, text, q.end, data)
        if not of_own and (any(word in after for word in data.OF_PERSONS) or before.endswith(data.AT_AGE)):
            continue
        of_life = of_own or (counted and any(word in after for word in data.OF_LIFE))
        if turned or of_life or any(word in before + after for word in (*data.AGE_WORDS, *data.FOUNDING)):
            taken.append(q.start)
            yield Age(q.start, q.end, int(q.value), of_life, i)
    for match in ORDINAL.finditer(text, view.sentence.start, view.sentence.end):
        if match[2] in data.ANNIVERSARY and match.start() not in taken and YOUNGEST <= int(match[1]) <= OLDEST:
            yield Age(match.start(1), match.end(1), int(match[1]), True, None)


def beside_own(view: View, text: str, age: int, data: ModuleType) -> bool:
    """Whether the institution itself stands right before an age, and nobody who belongs to it."""
    own = [s for s in own_mentions(view) if 0 <= age - s.end <= BESIDE]
    return bool(own) and not owned(view, text, own[-1].start, data)


def served_by_own(view: View, text: str, age: int, data: ModuleType) -> bool:
    """Whether years of service are those of the institution, which stands right behind them."""
    own = [s for s in own_mentions(view) if 0 <= s.start - age <= 2 * BESIDE]
    if not own or owned(view, text, own[0].start, data):
        return False
    return any(word in text[age : own[0].start] for word in data.OF_SERVICE)


def own_mentions(view: View) -> list[ScopeMention]:
    """The places where a sentence names the base's own institution."""
    return [s for s in view.scopes if s.term.facet == "institution" and s.term.own]


def owned(view: View, text: str, name: int, data: ModuleType) -> bool:
    """Whether a name stands behind "of" or "at": then somebody else is spoken of."""
    before = text[max(view.sentence.start, name - BESIDE) : name].rpartition(",")[2].split()
    return bool(set(before[-2:]) & data.OWNED_BY)


def founding(view: View, text: str, data: ModuleType, day: date) -> date | None:
    """A day or year in the sentence that lies far back, beside a word for a beginning."""
    old = []
    for p in view.periods:
        near = text[max(view.sentence.start, p.start - REACH) : p.start]
        if p.stated and day.year - p.first.year >= YOUNGEST and any(word in near for word in data.FOUNDING):
            old.append(p.first)
    return min(old, default=None)


def speaks_of_own(passage: Passage, view: int) -> bool:
    """Whether a sentence, or the one before, names the base's own institution and no other."""
    near = passage.views[max(0, view - 1) : view + 1]
    terms = [s.term for v in near for s in v.scopes if s.term.facet == "institution"]
    return bool(terms) and all(t.own for t in terms)
