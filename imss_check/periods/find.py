"""Find the periods that a sentence speaks of."""

from __future__ import annotations

from datetime import date
from types import ModuleType

from imss_check.periods import calendar as cal
from imss_check.periods.combine import as_of, fill_years, start_word, with_edge, with_ranges, with_start
from imss_check.periods.dateline import opening
from imss_check.periods.lexicon import lexicon
from imss_check.periods.model import PeriodMention
from imss_check.periods.pieces import Piece, pieces
from imss_check.periods.resolve import Item, absolute, relative, to_date
from imss_check.periods.roles import is_against
from imss_check.periods.tokens import Tokens, tokenize
from imss_check.text.words import Word

BASES = frozenset("day month part year years range to_date first_months last_months completed".split())
"""Kinds of periods that others lean on."""
STANDING = frozenset(("last_year", "last_months", "to_date"))
"""Kinds that are no base of a comparison, whatever stands before them."""


def find_periods(
    text: str,
    folded: str,
    words: list[Word],
    language: str,
    start: int,
    end: int,
    day: date,
    lent: PeriodMention | None = None,
) -> list[PeriodMention]:
    """Return the periods that `text[start:end]` names, in order, for a draft that speaks from `day`.

    Shape: "En noviembre de 2021 se crearon 165,463 puestos" -> [noviembre de 2021: 2021-11-01 to 2021-12-01, month].
    `words` are those of the range. `lent` is the period that the sentence before spoke of: what "ese mes" or "un año
    antes" lean on where the sentence names none of its own.
    """
    lex = lexicon(language)
    t = tokenize(text, folded, start, end)
    skip = opening(t, lex)
    found = fill_years(t, [p for p in pieces(t, lex) if p.first >= skip], lex)
    if not found:
        return []
    floors = {p.first: found[k - 1].last if k else 0 for k, p in enumerate(found)}
    items, leaning = own_periods(t, found, floors, day, lex)
    items = [framed(t, i, floors, day, lex) for i in with_ranges(t, items, day, lex)]
    items += leaning_periods(t, leaning, items, floors, day, lent, lex)
    items.sort(key=lambda i: i.first)
    return [
        PeriodMention(t.start[i.first], t.end[i.last - 1], i.span[0], i.span[1], i.grain, i.role, i.stated)
        for i in items
    ]


def own_periods(
    t: Tokens, found: list[Piece], floors: dict[int, int], day: date, lex: ModuleType
) -> tuple[list[Item], list[Piece]]:
    """Resolve what stands by itself; return it and the pieces that lean on another period."""
    items: list[Item] = []
    leaning: list[Piece] = []
    before: Item | None = None
    for piece in found:
        item = absolute(piece, day, before)
        if item is None:
            leaning.append(piece)
            continue
        floor = floors[piece.first]
        item = with_edge(t, item, floor, lex)
        if piece.kind == "plain_year" and item.grain == "year":
            continue
        listed = bool(items) and items[-1].last == floor == item.first - 1 and t.text[floor] in lex.LIST_WORDS
        if (listed and items[-1].role == "against") or is_against(t, item.first, lex, floor, on=piece.kind != "day"):
            item = item._replace(role="against")
        elif item.grain != "range" and start_word(t, item.first, floor, lex) is None:
            before = item
        items.append(item)
    return items, leaning


def framed(t: Tokens, item: Item, floors: dict[int, int], day: date, lex: ModuleType) -> Item:
    """Read what frames a period once ranges are joined: the base of a comparison, a start, the end of a month."""
    floor = floors.get(item.piece.first, 0)
    if item.piece.kind == "range" and is_against(t, item.first, lex, floor, ranged=True):
        item = item._replace(role="against")
    return as_of(t, with_start(t, item, floor, day, lex), day, lex)


def leaning_periods(
    t: Tokens,
    leaning: list[Piece],
    items: list[Item],
    floors: dict[int, int],
    day: date,
    lent: PeriodMention | None,
    lex: ModuleType,
) -> list[Item]:
    """Resolve the pieces that lean on the nearest period before them, else on the first one, else on that lent."""
    own = [i for i in items if i.role == "at" and i.piece.kind in BASES and (i.piece.kind != "day" or i.piece.month)]
    ends = latest_ends(own, day)
    found: list[Item] = []
    base: Item | None = None
    k = 0
    for piece in leaning:
        while k < len(own) and own[k].first < piece.first:
            base, k = own[k], k + 1
        floor = floors[piece.first]
        against = is_against(t, piece.first, lex, floor)
        leans = base or (own[0] if own and against else None) or (borrowed(lent) if lent else None)
        if piece.kind == "to_date":
            new: Item | None = to_date(piece, day, ends)
        else:
            new = relative(piece._replace(kind="shift") if piece.kind == "ago" and against else piece, day, leans)
        if new is None:
            continue
        new = with_start(t, with_edge(t, new, floor, lex), floor, day, lex)
        if against and new.role == "at" and piece.kind not in STANDING:
            new = new._replace(role="against")
        if piece.kind in BASES and new.role == "at":
            base = new
        found.append(new)
    return found


def latest_ends(own: list[Item], day: date) -> dict[int, date]:
    """Return the end of the latest month or day that is named of each year and over on the draft's day."""
    ends: dict[int, date] = {}
    for i in own:
        if i.grain in ("month", "day") and i.span[1] <= day + cal.DAY:
            year = i.span[0].year
            ends[year] = max(ends.get(year, i.span[1]), i.span[1])
    return ends


def borrowed(lent: PeriodMention) -> Item:
    """Return a period of another sentence as a base to lean on."""
    return Item(0, 0, (lent.first, lent.last), lent.grain, lent.stated, Piece(0, 0, "range"))
