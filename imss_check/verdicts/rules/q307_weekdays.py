"""Q307: a weekday and its date do not belong together: "miércoles 7 de agosto de 2025", which was a Thursday.

Every date is looked at, that of the dateline too. One without a year is taken for the nearest of its kind, unless a
year that the sentence names makes the weekday right.
"""

from __future__ import annotations

from datetime import date, timedelta

from imss_check.languages import language_data
from imss_check.periods.calendar import valid_day
from imss_check.periods.dates import dates_at
from imss_check.periods.lexicon import LANGUAGES
from imss_check.periods.marks import Date
from imss_check.periods.tokens import Tokens, tokenize
from imss_check.text.words import fold
from imss_check.verdicts.rules.model import Passage, SelfCheck

FAR = timedelta(days=120)
"""How far from the draft's day a date without a year may lie."""
LINKS = frozenset((",", "el", "dia", "the", "("))
MOST_LINKS = 2
YEARS_NEAR = 12
"""Tokens on either side of a date among which a year may be its own."""


def find(passage: Passage) -> list[SelfCheck]:
    """Dates whose weekday is another."""
    text = passage.draft.clean
    folded = fold(text)
    found = []
    for language in sorted({view.sentence.language for view in passage.views}):
        names = language_data(language, "sums").WEEKDAYS
        if not any(name in folded for name in names):
            continue
        t = tokenize(text, folded, 0, len(text))
        for i, word in enumerate(t.text):
            if word in names and (check := named(t, i, names, language, passage.day)):
                found.append(check)
    return sorted(found, key=lambda check: check.spans)


def named(t: Tokens, i: int, names: tuple[str, ...], language: str, today: date) -> SelfCheck | None:
    """The finding on the date behind a weekday, if there is one."""
    j = i + 1
    while t.at(j) in LINKS and j - i <= MOST_LINKS:
        j += 1
    dates = dates_at(t, j, LANGUAGES[language]) if j < len(t.text) else []
    if not dates or dates[0].day is None or dates[0].month is None or len(dates) > 1:
        return None
    day = dated(t, dates[0], today)
    stated = names.index(t.text[i])
    if day is None or day.weekday() == stated:
        return None
    if dates[0].year is None and any(fits(dates[0], year, stated) for year in years_near(t, i)):
        return None
    values = {"date": day.isoformat(), "stated": names[stated], "right": names[day.weekday()]}
    return SelfCheck("Q307", values, ((t.start[dates[0].first], t.end[dates[0].last - 1]),))


def dated(t: Tokens, found: Date, today: date) -> date | None:
    """The day of a date; without a year, the nearest one, None where it is far."""
    if found.year is not None:
        return valid_day(found.year, found.month or 1, found.day or 1)
    days = [valid_day(today.year + k, found.month or 1, found.day or 1) for k in (-1, 0, 1)]
    nearest = min((day for day in days if day), key=lambda day: abs(day - today), default=None)
    return nearest if nearest and abs(nearest - today) <= FAR else None


def fits(found: Date, year: int, weekday: int) -> bool:
    """Whether a date of another year falls on a weekday."""
    day = valid_day(year, found.month or 1, found.day or 1)
    return day is not None and day.weekday() == weekday


def years_near(t: Tokens, i: int) -> set[int]:
    """Years that are named around a token."""
    around = t.text[max(0, i - YEARS_NEAR) : i + YEARS_NEAR]
    return {int(word) for word in around if len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")}
