"""Find what speaks of time in a stretch of text, before anything is resolved."""

from __future__ import annotations

from types import ModuleType
from typing import NamedTuple

from imss_check.periods.dates import dates_at
from imss_check.periods.marks import day_number, month_word, year_number
from imss_check.periods.phrases import Phrase, phrase_at
from imss_check.periods.tokens import Tokens

YEAR_PHRASES = frozenset(("year", "base_year", "plain_year", "shift", "ago"))
NAME = 7
"""How many words a name with a year may have."""
MONTH_PHRASES = frozenset(("month", "base_month", "completed"))


class Piece(NamedTuple):
    """A date or phrase at tokens `[first, last)`; `kind` is one of `Date` or of the phrases.

    `year_kind` and `year_value` say how to find a year that is only pointed at ("del año pasado"); `near` is -1 for
    "pasado", 1 for "próximo", None where nothing is said.
    """

    first: int
    last: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: int | None = None
    value: int = 0
    number: int = 0
    year_kind: str = ""
    year_value: int = 0
    near: int | None = None

    @property
    def dated(self) -> bool:
        """Whether its year is said or pointed at."""
        return self.year is not None or bool(self.year_kind)


def pieces(t: Tokens, lex: ModuleType) -> list[Piece]:
    """Return the dates and phrases of time, in order."""
    found: list[Piece] = []
    i, n = 0, len(t.text)
    while i < n:
        new, after = pieces_at(t, i, found[-1].last if found else 0, lex)
        found += new
        i = max(after, i + 1)
    return found


def pieces_at(t: Tokens, i: int, floor: int, lex: ModuleType) -> tuple[list[Piece], int]:
    """Return what begins at token `i`, and the token after it (`i` where there is nothing).

    Tokens before `floor` belong to the piece before.
    """
    token = t.text[i]
    if token[0].isdigit() or token in lex.STARTERS:
        dates = dates_at(t, i, lex)
        if dates:
            found = [Piece(d.first, d.last, d.kind, d.year, d.month, d.day, d.until) for d in dates]
            found[-1] = with_near(t, last_part(t, with_year(t, found[-1], lex), lex), floor, lex)
            kept = [p for p in found if p.kind not in ("time", "century") and not names(t, p, lex)]
            return kept, found[-1].last
        relative = day_of_month(t, i, lex) or month_by_number(t, i, lex)
        if relative:
            return [relative], relative.last
    phrase = phrase_at(t, i, lex)
    if phrase is None or (t.at(phrase.last) in lex.OF and month_word(t, phrase.last + 1, lex)):
        return [], i
    piece = complete(t, phrase, lex)
    return ([piece], piece.last) if piece else ([], i)


def names(t: Tokens, p: Piece, lex: ModuleType) -> bool:
    """Whether a year belongs to a name: `Ley de 1973`, `the 1973 law`, `Expo 2020`, `Plan de Desarrollo 2019-2024`."""
    before = t.at(p.first - 1)
    if p.kind == "day" and p.year is None and not lex.MONTH_BEFORE_DAY:
        return (
            t.capital(p.last - 1)
            and before.isalpha()
            and t.capital(p.first - 1)
            and not (before in lex.FILLERS or before in lex.WEEKDAYS)
        )
    if p.kind not in ("year", "years"):
        return False
    if named_by_year(t, p, lex):
        return True
    if before in lex.OF:
        return False
    known = before in lex.YEAR_BEFORE or before in lex.YEAR_MAYBE or before in lex.FILLERS or before in lex.EDGES
    return before.isalpha() and not known and t.capital(p.first - 1)


def named_by_year(t: Tokens, p: Piece, lex: ModuleType) -> bool:
    """Whether capitals lead from a year to a law or plan: `Ley del Seguro Social de 1973`, `the 1973 Pension Act`."""
    for step, start in ((-1, p.first - 1), (1, p.last)):
        for n in range(NAME):
            k = start + step * n
            word = t.at(k)
            if word in lex.NAMED_BY_YEAR:
                return True
            if not word or not (t.capital(k) or word in lex.OF or word in ("la", "the")):
                break
    return False


def year_pointed(t: Tokens, i: int, lex: ModuleType, *, bare: bool = False) -> tuple[int | None, str, int, int]:
    """Read a year at `i`: `de 2024`, `del año pasado`, `last year`, `of the year`.

    Shape: (year or None, kind and value of a phrase or "", token after it or `i`).
    """
    j = i + 1 if t.at(i) in lex.OF or t.at(i) in ("en", "in") else i
    if t.at(j) in ("el", "the", "ano", "year"):
        j += t.at(j) in ("el", "the") or t.at(j + 1).isdecimal()
    year = year_number(t, j, lex)
    if year is not None and (j > i or bare):
        return year, "", 0, j + 1
    phrase = phrase_at(t, j, lex) if j < len(t.text) else None
    if phrase is None or phrase.kind not in YEAR_PHRASES:
        return None, "", 0, i
    if phrase.kind == "plain_year":
        return (None, "year", 0, phrase.last) if j > i else (None, "", 0, i)
    if phrase.kind in ("shift", "ago"):
        whole = phrase.value == 12
        return (None, "base_year", -max(phrase.number, 1), phrase.last) if whole else (None, "", 0, i)
    return None, phrase.kind, phrase.value, phrase.last


def with_year(t: Tokens, piece: Piece, lex: ModuleType) -> Piece:
    """Add the year that is pointed at behind a day, month or part."""
    if piece.dated or piece.kind not in ("day", "month", "part", "first_months", "base_month", "same"):
        return piece
    if piece.kind == "day" and piece.month is None:
        return with_month(t, piece, lex)
    year, kind, value, last = year_pointed(t, piece.last, lex)
    return piece._replace(year=year, year_kind=kind, year_value=value, last=last)


def with_month(t: Tokens, piece: Piece, lex: ModuleType) -> Piece:
    """Add the month that is pointed at behind a day: `Wednesday 23rd of the same month`."""
    j = piece.last
    if t.at(j) in lex.OF:
        j += 1
        j += t.at(j) in ("the", "el")
        phrase = phrase_at(t, j, lex) if j < len(t.text) else None
        if phrase and phrase.kind in MONTH_PHRASES:
            return piece._replace(year_kind=phrase.kind, year_value=phrase.value, last=phrase.last)
    return piece


def with_near(t: Tokens, piece: Piece, floor: int, lex: ModuleType) -> Piece:
    """Read `pasado`, `próximo`, `last`, `next` beside a day or month; the words join its span."""
    if piece.kind not in ("day", "month") or piece.dated or piece.month is None:
        return piece
    if t.at(piece.last) in lex.NEAR_AFTER:
        return piece._replace(near=lex.NEAR_AFTER[t.text[piece.last]], last=piece.last + 1)
    k = piece.first - 1
    for _ in range(3):
        word = t.at(k)
        if not (word in lex.OF or word in lex.MONTH_NOUN or word in lex.WEEKDAYS or word in (",", "dia")):
            break
        k -= 1
    if k >= floor and t.at(k) in lex.NEAR_BEFORE:
        return piece._replace(near=lex.NEAR_BEFORE[t.text[k]], first=k)
    return piece


def last_part(t: Tokens, p: Piece, lex: ModuleType) -> Piece:
    """Read `último trimestre` without a year as the latest that is over."""
    if p.kind == "part" and not p.dated and lex.ORDINALS.get(t.text[p.first]) == -1:
        return p._replace(kind="parts", month=None, until=None, value=-1, number=lex.PARTS.get(t.at(p.last - 1), 3))
    return p


def day_of_month(t: Tokens, i: int, lex: ModuleType) -> Piece | None:
    """Read `23 de este mes`, `the 23rd of that month`."""
    day, end = day_number(t, i, lex)
    if not day:
        return None
    piece = with_month(t, Piece(i, end, "day", day=day), lex)
    return piece if piece.last > end else None


def month_by_number(t: Tokens, i: int, lex: ModuleType) -> Piece | None:
    """Read `penúltimo mes del año`, `first month of 2021`."""
    if t.text[i] not in lex.ORDINALS or t.at(i + 1) not in lex.MONTH_NOUN:
        return None
    number = lex.ORDINALS[t.text[i]]
    piece = with_year(t, Piece(i, i + 2, "month", month=number if number > 0 else 13 + number), lex)
    return piece if piece.dated else None


def complete(t: Tokens, phrase: Phrase, lex: ModuleType) -> Piece | None:
    """Turn a phrase into a piece, with what it needs behind it; None where that is missing."""
    piece = Piece(phrase.first, phrase.last, phrase.kind, value=phrase.value, number=phrase.number)
    if piece.kind == "year_to":
        piece = piece._replace(kind="last_months", value=1, number=12)
    if piece.kind == "first_months" and not 1 <= piece.number <= 12:
        return None
    if piece.kind == "last_months" and not 2 <= piece.number <= 120:
        return None
    if piece.kind in ("first_months", "base_month", "same"):
        piece = with_year(t, piece, lex)
        own = piece.dated or piece.kind != "same" or not (piece.value or t.at(piece.last) in lex.OF)
        return piece if own else None
    if piece.kind == "to_date" or (piece.kind == "last_months" and piece.value):
        return with_end(t, piece, lex)
    if piece.kind == "plain_year" and (t.at(phrase.first - 1) not in lex.FILLERS or t.at(phrase.last).isdecimal()):
        return None
    return piece


def with_end(t: Tokens, piece: Piece, lex: ModuleType) -> Piece | None:
    """Add the year or the month up to which a stretch runs: `so far in 2025`, `in the year to November`."""
    if piece.kind == "to_date" and piece.value == 0 and t.at(piece.last).isdecimal():
        return None
    if piece.kind == "to_date" and piece.value < 2:
        year, kind, value, last = year_pointed(t, piece.last, lex, bare=True)
        if last > piece.last:
            return piece._replace(year=year, year_kind=kind, year_value=value, last=last)
    j = piece.last
    for _ in range(3):
        if t.at(j) in lex.RANGE_SIGNS or t.at(j) in lex.FILLERS:
            j += 1
    dates = dates_at(t, j, lex) if j < len(t.text) and (j > piece.last or piece.value) else []
    if dates and dates[0].month and dates[0].kind in ("day", "month"):
        end = with_year(t, Piece(j, dates[0].last, "month", dates[0].year, dates[0].month), lex)
        return end._replace(first=piece.first, kind=piece.kind, value=piece.value, number=piece.number)
    return piece if piece.value == 0 else None
