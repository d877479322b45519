"""What surrounds one figure: facets, direction, scopes and periods, each as strong as it stands near."""

from __future__ import annotations

from datetime import date, timedelta

from imss_check.languages import language_data
from imss_check.linking.distance import Span, cost, prices, strength
from imss_check.linking.model import Context, Reading, View
from imss_check.linking.pairs import partners
from imss_check.periods.model import PeriodMention
from imss_check.quantities.model import Quantity
from imss_check.text.words import fold

COMPARISON_REACH = 40
"""Characters before a figure within which a comparison word makes it a base."""
FAR = 3.5
WAYS = {"up": "up", "down": "down", "more": "up", "less": "down"}
GRAIN_OF_PERIOD = {"month": "month", "year_to_date": "year_to_date", "twelve_months": "twelve_months", "year": "year"}
PERIOD_SPEAKS = 0.5
"""A period says less of the grain than a word for it."""
BORROWED = 2.0
"""Cost up to which another sentence may lend its period."""
ANSWERED = 0.2
GOVERNS = 0.6
"""A period before a figure governs it further than one behind it."""
VAGUE = 0.5
REACHED = 0.4
"""What is left of a change where the figure is the level that it reached."""
SCOPE_REACH = 1.4
"""A scope reaches farther in its sentence than other words."""
BEHIND = 0.8
RECENT = 200
SAME_CLAUSE = 1.0
"""Cost up to which a period keeps a figure from being read as of the draft's day."""
PART_COST = 0.2
DEFAULT_COST = 1.6
"""Cost of reading a figure as of the draft's day where another sentence states a period."""


def read_context(
    views: list[View], view: View, place: int, text: str, day: date, owned: dict[Span, tuple[int, float]]
) -> Context:
    """Gather the context of a figure from its own sentence, and more faintly from those near."""
    q = view.quantities[place]
    facets: dict[str, float] = {}

    def speak(facet: str, power: float) -> None:
        if power > facets.get(facet, 0.0):
            facets[facet] = power

    directions: list[tuple[float, str]] = []
    scopes = []
    figure = q.start, q.end
    ways = prices(view.marks, text, figure, [(c.start, c.end) for c in view.cues])
    for cue, price in zip(view.cues, ways, strict=True):
        if price < FAR:
            speak(cue.facet, strength(price))
            if cue.facet in WAYS:
                directions.append((price, WAYS[cue.facet]))
    if reached(view, q, text):
        speak("level", 0.9)
        for way in WAYS:
            facets[way] = facets.get(way, 0.0) * REACHED
    partner, answered = partners(view, place)
    for s in view.scopes:
        if any(m.start <= s.start and s.end <= m.end and owned[(m.start, m.end)][0] != place for m in view.mentions):
            continue  # it is part of what another figure counts
        price = cost(view.marks, text, figure, (s.start, s.end))
        if s.start >= q.end and s.term.facet == "territory" and ":" in text[q.end : s.start]:
            continue  # "13 states: …" lists them
        if answered:
            owner = min(answered, key=lambda i: abs(view.quantities[i].start - s.start))
            price = ANSWERED if owner == partner else price + 1.0
        scopes.append((s.term, min(1.0, SCOPE_REACH * strength(price))))
    for p in view.periods:
        price = cost(view.marks, text, figure, (p.start, p.end))
        if p.role == "against" and not is_compared(view, q, p, text):
            grain = compared_grain(p, view, day)
            if grain:
                speak(grain, 0.8 * strength(price))
                speak("change", 0.4 * strength(price))
        elif p.grain in GRAIN_OF_PERIOD:
            speak(GRAIN_OF_PERIOD[p.grain], PERIOD_SPEAKS * strength(price))
        elif p.grain == "range" and p.first.month == 1 and p.first.day == 1 and (p.last - p.first).days < 340:
            speak("year_to_date", strength(price))
        elif p.grain == "range" and 1 < months_of(p) < 12:
            speak("other_span", strength(price))
        if p.grain == "year_to_date" and p.role == "at":
            speak("year_to_date", strength(price))
    for other, price in view.near:
        lent = views[other]
        for cue in lent.cues:
            speak(cue.facet, strength(price + 0.7))
        for s in lent.scopes:
            scopes.append((s.term, strength(price + (0.3 if lent.kind == "heading" else 0.6))))
    directions.sort()
    direction = directions[0][1] if directions else None
    readings = read_periods(views, view, q, text, day)
    return Context(facets, direction, scopes, readings, starts_change(view, place, text), is_alone(view, q))


def is_alone(view: View, q: Quantity) -> bool:
    """Whether no other figure stands in a figure's sentence, but for those that belong to a period or a cue."""
    timed = [(p.start, p.end) for p in view.periods] + [(c.start, c.end) for c in view.cues]
    return all(
        other is q or any(start <= other.start and other.end <= end for start, end in timed)
        for other in view.quantities
    )


def reached(view: View, q: Quantity, text: str) -> bool:
    """Whether a figure is what a change led to: "fell to 1,036,119"."""
    start = q.hedge[0] if q.hedge and q.hedge[0] < q.start else q.start
    before = fold(text[max(view.sentence.start, start - 40) : start]).split()
    links = language_data(view.sentence.language, "cues").REACHING
    if not before or before[-1] not in links:
        return False
    return any(c.facet in ("up", "down") and start - 40 <= c.start < start for c in view.cues)


def starts_change(view: View, place: int, text: str) -> bool:
    """Whether a figure is the start of "from A to B"."""
    if place + 1 == len(view.quantities):
        return False
    q, after = view.quantities[place : place + 2]
    before = fold(text[max(view.sentence.start, q.start - 8) : q.start]).split()[-1:]
    between = fold(text[q.end : after.start]).split()
    pairs = language_data(view.sentence.language, "cues").FROM_TO
    return any(before == [a] and between[-1:] == [b] and len(between) <= 5 for a, b in pairs)


def compared_grain(base: PeriodMention, view: View, day: date) -> str | None:
    """The grain of a change by its base: a year before, the month before, or the last December."""
    own = [p for p in view.periods if p.role == "at" and p.grain in ("month", "day")]
    ends = [p.last for p in own] or [day.replace(day=1)]
    for end in ends:
        months = (end.year - base.last.year) * 12 + end.month - base.last.month
        if months == 12 or base.grain == "twelve_months":
            return "twelve_months"
        if months == 1:
            return "month"
        if base.last.month == 1 and 0 < months < 12:
            return "year_to_date"
    return None


def months_of(p: PeriodMention) -> int:
    """How many months a period covers."""
    return (p.last.year - p.first.year) * 12 + p.last.month - p.first.month


def is_compared(view: View, q: Quantity, p: PeriodMention, text: str) -> bool:
    """Whether a figure is itself the base of a comparison, so that the base's period is its own: "against the 619,252
    jobs of the same period of 2024"."""
    if p.start < q.end or any(q.end <= x.start < p.start for x in view.quantities) or "," in text[q.end : p.start]:
        return False
    words = language_data(view.sentence.language, "cues").COMPARISON
    before = [w.text for w in view.words if q.start - COMPARISON_REACH <= w.start < q.start]
    return any(w in words for w in before)


def belongs_behind(p: PeriodMention, price: float, view: View, text: str) -> bool:
    """Whether a period behind a figure is that of the next figure: "5.2 %, when in 2023 it was 3.8 %"."""
    behind = next((x for x in view.quantities if x.start >= p.end), None)
    if behind is None:
        return False
    return (
        GOVERNS * cost(view.marks, text, (behind.start, behind.end), (p.start, p.end), of_periods=True) < price
    )


def vague(p: PeriodMention, view: View, text: str) -> bool:
    """Whether a period names no month and no number, so that it leans on another one: "the end of the month"."""
    if p.stated or any(mark.isdigit() for mark in text[p.start : p.end]):
        return False
    months = language_data(view.sentence.language, "periods").MONTHS
    return not any(w.text in months for w in view.words if p.start <= w.start < p.end)


def end_years(p: PeriodMention) -> list[tuple[date, date]]:
    """The first and the last year of a range of years: "from 5,443 to 7,814 between 2019 and 2020"."""
    if p.grain != "range" or p.first.year + 1 >= p.last.year + (p.last.month > 1) or p.first.month != 1:
        return []
    end = p.last - timedelta(days=1)
    return [(date(y, 1, 1), date(y + 1, 1, 1)) for y in (p.first.year, end.year)]


def read_periods(views: list[View], view: View, q: Quantity, text: str, day: date) -> list[Reading]:
    """The ways to read the period of a figure, likeliest first."""
    found, own = [], []
    for p in view.periods:
        if p.grain == "twelve_months" and not p.stated:
            if (day - p.last).days < RECENT:
                continue  # "at an annual rate" says how long a change runs, not when
            end = p.last - timedelta(days=1)
            p = p._replace(first=end.replace(day=1), grain="month")
        price = cost(view.marks, text, (q.start, q.end), (p.start, p.end), of_periods=True)
        if p.start >= q.end and not text[q.end : p.start].strip():
            price = 0.0
        elif p.end <= q.start and text[p.end : q.start].strip(" '’s") == "":
            found.append(Reading(p.first, p.last, p.grain, True, 0.0))  # "September's 172,492"
            own.append(0.0)
            continue
        elif p.end <= q.start:
            price *= GOVERNS
        elif belongs_behind(p, price, view, text):
            price += BEHIND
        if vague(p, view, text):
            price += VAGUE
        if p.role == "against" and not is_compared(view, q, p, text):
            price += 0.9
        elif p.role == "since":
            price += 0.6
        if p.role == "at":
            own.append(price)
        if p.grain == "since":
            month = p.first.replace(day=1)
            found.append(Reading(month, (month + timedelta(days=32)).replace(day=1), "month", True, price + PART_COST))
            if p.last > day:
                found.append(Reading(p.first, p.last, p.grain, False, price))
                continue
        found.append(Reading(p.first, p.last, p.grain, True, price))
        found += [Reading(a, b, "year", True, price + PART_COST) for a, b in end_years(p)]
    for other, price in view.near:
        lent = views[other]
        if lent.kind == "cell" or price <= BORROWED:
            extra = 0.0 if lent.kind == "cell" else 0.8
            found += [
                Reading(p.first, p.last, p.grain, True, price + extra)
                for p in lent.periods
                if p.role != "against" and (p.stated or p.grain != "twelve_months")
            ]
    best: dict[tuple[object, object], Reading] = {}
    for r in sorted(found, key=lambda r: r.cost):
        best.setdefault((r.first, r.last), r)
    readings = list(best.values())[:6]
    default = max(0.5, DEFAULT_COST - 0.4 * readings[0].cost) if readings else 0.0
    if own and min(own) <= SAME_CLAUSE:
        default = max(default, min(own) + 0.15)
    readings.append(Reading(day, day + timedelta(days=1), "day", False, default))
    return sorted(readings, key=lambda r: r.cost)
