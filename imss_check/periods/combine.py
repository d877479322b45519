"""Join dates into ranges, and read the words before them: the end of, since, as of."""

from __future__ import annotations

from datetime import date
from types import ModuleType

from imss_check.periods import calendar as cal
from imss_check.periods.marks import DASHES
from imss_check.periods.pieces import Piece
from imss_check.periods.resolve import Item
from imss_check.periods.tokens import Tokens

JOINABLE = frozenset(("day", "month", "part", "year"))
MONTHLIKE = frozenset(("day", "month", "part"))
CLAUSE = 12
"""How many words back a clause of a start may begin."""
EDGED = frozenset(("month", "year", "quarter", "half"))


def fill_years(t: Tokens, pieces: list[Piece], lex: ModuleType) -> list[Piece]:
    """Give a day or month the year that stands once behind a list or range: `octubre y noviembre de 2025`."""
    filled = pieces[:]
    for k in range(len(filled) - 2, -1, -1):
        a, b = filled[k], filled[k + 1]
        if a.dated or a.near is not None or not b.dated or a.kind not in MONTHLIKE or b.kind not in MONTHLIKE:
            continue
        if a.month is None or b.month is None or not linked(t, a.last, b.first, lex):
            continue
        later = (a.month, a.day or 0) > (b.month, b.day or 0)
        wraps = later and (joins(t, a.last, b.first, lex) or a.month - b.month >= 6)
        year = b.year - wraps if b.year is not None else None
        filled[k] = a._replace(year=year, year_kind=b.year_kind, year_value=b.year_value - wraps)
    for k in range(1, len(filled)):
        a, b = filled[k - 1], filled[k]
        if b.dated or b.near is not None or b.kind not in MONTHLIKE or a.year is None:
            continue
        if tied(t, a.last, b.first, lex):
            filled[k] = b._replace(year=a.year)
        elif a.kind in MONTHLIKE and a.month and b.month and spans(t, a, b, lex):
            filled[k] = b._replace(year=a.year + ((a.month, a.day or 0) > (b.month, b.day or 0)))
    return filled


def tied(t: Tokens, i: int, j: int, lex: ModuleType) -> bool:
    """Whether `cuando` or `when` ties a date to the year before it: "en 2020, cuando de marzo a julio"."""
    gap = t.text[i:j]
    return len(gap) <= 5 and any(word in lex.WHEN for word in gap)


def linked(t: Tokens, i: int, j: int, lex: ModuleType) -> bool:
    """Whether only words of a list or range stand between two dates."""
    if not 0 < j - i <= 4:
        return False
    gap = t.text[i:j]
    if not (gap[0] in lex.LIST_WORDS or gap[0] in lex.RANGE_SIGNS or gap[0] in DASHES):
        return False
    return all(
        w in lex.LIST_WORDS or w in lex.LIST_FILLERS or w in lex.RANGE_SIGNS or w in lex.FILLERS or w in lex.EDGES
        for w in gap[1:]
    )


def joins(t: Tokens, i: int, j: int, lex: ModuleType) -> bool:
    """Whether a range sign stands between two dates."""
    gap = t.text[i:j]
    if not gap or len(gap) > 4 or not (gap[0] in lex.RANGE_SIGNS or gap[0] in DASHES):
        return False
    return all(w in lex.FILLERS or w in lex.LIST_FILLERS for w in gap[1:])


def before(t: Tokens, i: int, floor: int, lex: ModuleType) -> int:
    """Return the token before `i` that is no article, preposition or noun of the calendar; -1 where it is too far.

    Tokens before `floor` belong to the period before.
    """
    k = i - 1
    for _ in range(4):
        if t.at(k) in lex.FILLERS or t.at(k) in DASHES:
            k -= 1
    return k if k >= floor else -1


def with_edge(t: Tokens, item: Item, floor: int, lex: ModuleType) -> Item:
    """Narrow a month or year to its end, beginning or middle: `al cierre de 2020`, `by the end of August`."""
    if item.grain not in EDGED:
        return item
    k = before(t, item.first, floor, lex)
    edge = lex.EDGES.get(t.at(k))
    if edge is None or (k + 1 == item.first and t.at(k) in lex.SINCE):
        if t.at(item.last) in lex.EDGES_AFTER and t.at(k) == "when":
            return item._replace(last=item.last + 1, span=cal.last_day(item.span), grain="day")
        return item
    if edge == "end":
        return item._replace(first=k, span=cal.last_day(item.span), grain="day")
    return item._replace(first=k, span=third(item.span, edge), grain="range")


def third(span: cal.Span, edge: str) -> cal.Span:
    """Return the first, middle or last third of a stretch of days, in whole months where it has some."""
    months = (span[1].year - span[0].year) * 12 + span[1].month - span[0].month
    if months >= 3:
        cuts = [cal.add_months(span[0], months * n // 3) for n in range(4)]
    else:
        length = span[1] - span[0]
        cuts = [span[0] + length * n // 3 for n in range(3)] + [span[1]]
    n = {"start": 0, "middle": 1, "late": 2}[edge]
    return cuts[n], cuts[n + 1]


def with_ranges(t: Tokens, items: list[Item], day: date, lex: ModuleType) -> list[Item]:
    """Join neighbours that a range sign links: `de enero a noviembre`, `between 2018 and 2023`, `1-11 January`."""
    joined: list[Item] = []
    for b in items:
        a = joined[-1] if joined else None
        if a is not None and ranges(t, a, b, lex):
            both = range_of(a, b)
            if both:
                joined[-1] = both
                continue
        joined.append(b)
    return [up_to_now(t, i, day, lex) for i in joined]


def ranges(t: Tokens, a: Item, b: Item, lex: ModuleType) -> bool:
    """Whether two dates are the ends of a range."""
    return a.piece.kind in JOINABLE and b.piece.kind in JOINABLE and spans(t, a, b, lex)


def spans(t: Tokens, a: Item | Piece, b: Item | Piece, lex: ModuleType) -> bool:
    """Whether a range sign stands between two dates, or `and` where `between` stands before them."""
    if joins(t, a.last, b.first, lex):
        return True
    gap = t.text[a.last : b.first]
    if not gap or len(gap) > 4 or gap[0] not in lex.AND:
        return False
    return t.at(before(t, a.first, 0, lex)) in lex.BETWEEN and all(w in lex.FILLERS for w in gap[1:])


def range_of(a: Item, b: Item) -> Item | None:
    """Return the range of two dates; the first one moves back a year where it would lie behind the second."""
    first, last = a.span[0], b.span[1]
    if first >= last and not a.stated:
        first = cal.shift_year(first, -1)
    if first >= last:
        return None
    grain = "range"
    if first.day == 1 and last == cal.add_months(first, 1):
        grain = "month"
    elif a.grain == b.grain == "month" and cal.shift_year(first, 1) == b.span[0]:
        first, grain = a.span[1], "twelve_months"
    elif (first.month, first.day) == (1, 1) and a.grain != "year" and b.grain in ("month", "day"):
        ended = last - cal.DAY
        if last == date(first.year + 1, 1, 1):
            grain = "year"
        elif first.year == ended.year and (a.grain == "month" or ended.month > 1):
            grain = "year_to_date"
    return Item(a.first, b.last, (first, last), grain, a.stated and b.stated, a.piece._replace(kind="range"))


def up_to_now(t: Tokens, item: Item, day: date, lex: ModuleType) -> Item:
    """Read `from January 10 to date`, `de enero a la fecha`."""
    if item.piece.kind not in JOINABLE or t.at(item.last) not in lex.RANGE_SIGNS or item.span[0] > day:
        return item
    for words in lex.NOW:
        end = item.last + 1 + len(words)
        if tuple(t.text[item.last + 1 : end]) == words:
            grain = "year_to_date" if item.span[0] == date(day.year, 1, 1) else "range"
            piece = item.piece._replace(kind="range")
            return Item(item.first, end, (item.span[0], day + cal.DAY), grain, False, piece)
    return item


def start_word(t: Tokens, i: int, floor: int, lex: ModuleType) -> int | None:
    """Return the token where `desde`, `a partir de` or `since` begins before `i`."""
    k = before(t, i, floor, lex)
    lead = lex.SINCE.get(t.at(k))
    if lead is None or (lead and t.at(k - 1) not in lead):
        return None
    return k - 1 if lead else k


def start_clause(t: Tokens, i: int, floor: int, lex: ModuleType) -> bool:
    """Whether the date at `i` dates an event that begins a stretch: `since the virus arrived in March`, `desde que`."""
    for k in range(i - 1, max(i - CLAUSE, floor - 1), -1):
        needed = lex.SINCE_CLAUSE.get(t.text[k])
        if needed is not None and (not needed or t.at(k + 1) in needed):
            return True
        if not (t.text[k].isalpha() or t.text[k] in DASHES) and not (t.text[k].isdecimal() and t.glued(k)):
            return False
    return False


def with_start(t: Tokens, item: Item, floor: int, day: date, lex: ModuleType) -> Item:
    """Read `desde 2018`, `since January`, `a partir del 1 de julio`: a start, or the year so far."""
    if item.piece.kind in ("range", "to_date", "last_months", "last_year", "first_months"):
        return item
    start = start_word(t, item.first, floor, lex)
    if start is None:
        return item._replace(role="since") if item.role == "at" and start_clause(t, item.first, floor, lex) else item
    first = item.span[0]
    if first == date(day.year, 1, 1) and item.piece.kind == "month" and item.grain == "month":
        stop = max(cal.month_completed(day)[1], item.span[1])
        return item._replace(first=start, span=(first, stop), grain="year_to_date")
    stop = day + cal.DAY if first <= day else item.span[1]
    return item._replace(first=start, span=(first, stop), grain="since", role="since")


def as_of(t: Tokens, item: Item, day: date, lex: ModuleType) -> Item:
    """Narrow a month to its last day after `a`, `as of`, `until`: `a diciembre se tenían`, `through November`."""
    if item.role != "at" or item.grain not in ("month", "year", "quarter"):
        return item
    k = item.first - 1
    while t.at(k) in ("el", "the", "mes", "month") or (t.at(k) in lex.OF and t.at(k - 1) not in ("as", "cutoff")):
        k -= 1
    for words in lex.AS_OF:
        if item.grain == "month" and all(
            t.at(k - n) in (w, "al" if w == "a" else w) for n, w in enumerate(reversed(words))
        ):
            span = item.span
            if span[1] > day and not item.piece.dated:
                span = cal.shift_years(span, -1)
            return item._replace(span=cal.last_day(span), grain="day")
    if t.at(k) in lex.UNTIL and item.grain != "year":
        return item._replace(span=cal.last_day(item.span), grain="day")
    return item
