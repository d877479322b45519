"""Find the periods that a sentence speaks of."""

from __future__ import annotations

from datetime import date

from imss_check.periods.combine import as_of, fill_years, start_word, with_edge, with_ranges, with_start
from imss_check.periods.dateline import opening
from imss_check.periods.lexicon import lexicon
from imss_check.periods.model import PeriodMention
from imss_check.periods.pieces import Piece, pieces
from imss_check.periods.resolve import Item, absolute, relative, to_date
from imss_check.periods.roles import is_against
from imss_check.periods.tokens import tokenize
from imss_check.text.words import Word


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
    items: list[Item] = []
    open_pieces: list[Piece] = []
    own: Item | None = None
    for piece in found:
        item = absolute(piece, day, own)
        if item is None:
            open_pieces.append(piece)
            continue
        item = with_edge(t, item, lex)
        if piece.kind == "plain_year" and item.grain == "year":
            continue
        if is_against(t, item.first, lex, single_day=item.piece.kind == "day"):
            item = item._replace(role="against")
        elif item.grain != "range" and start_word(t, item.first, lex) is None:
            own = item
        items.append(item)
    items = with_ranges(t, items, day, lex)
    items = [
        i._replace(role="against") if i.piece.kind == "range" and is_against(t, i.first, lex, ranged=True) else i
        for i in items
    ]
    items = [as_of(t, with_start(t, i, day, lex), day, lex) for i in items]
    for piece in open_pieces:
        against = is_against(t, piece.first, lex)
        base = base_of(piece, items, against) or (borrowed(lent) if lent else None)
        if piece.kind == "to_date":
            new: Item | None = to_date(piece, day, items)
        elif piece.kind == "ago" and against:
            new = relative(piece._replace(kind="shift"), day, base)
        else:
            new = relative(piece, day, base)
        if new is not None:
            new = with_start(t, with_edge(t, new, lex), day, lex)
            if against and new.role == "at" and piece.kind not in ("last_year", "last_months", "to_date"):
                new = new._replace(role="against")
            items.append(new)
    items.sort(key=lambda i: i.first)
    return [
        PeriodMention(t.start[i.first], t.end[i.last - 1], i.span[0], i.span[1], i.grain, i.role, i.stated)
        for i in items
    ]


def borrowed(lent: PeriodMention) -> Item:
    """Return a period of another sentence as a base to lean on."""
    return Item(0, 0, (lent.first, lent.last), lent.grain, lent.stated, Piece(0, 0, "range"))


BASES = frozenset(("day", "month", "part", "year", "years", "range", "to_date", "first_months", "completed"))


def base_of(piece: Piece, items: list[Item], against: bool) -> Item | None:
    """Return the period that a relative phrase leans on: the nearest before it, else the first after it."""
    own = [i for i in items if i.role == "at" and i.piece.kind in BASES and (i.piece.kind != "day" or i.piece.month)]
    earlier = [i for i in own if i.first < piece.first]
    if earlier:
        return earlier[-1]
    return own[0] if own and against else None
