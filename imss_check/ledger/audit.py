"""Hold a ledger against the base as it is now: which published figures does a changed fact break?

Only facts count: a figure whose facts are what they were stands, whatever the program thinks of its draft today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from imss_check.facts.base import FactBase
from imss_check.facts.model import Observation
from imss_check.ledger.model import Entry, Figure
from imss_check.ledger.record import answers, rest
from imss_check.linking.agree import agrees, compare
from imss_check.quantities.model import Quantity
from imss_check.reports.notices import Notice, notice
from imss_check.verdicts.judge import same_value
from imss_check.verdicts.messages import number, period_text

HELD = ("supported", "disputed")


class Change(NamedTuple):
    """What a change of facts does to a figure: a rule, and the observations that speak against it now."""

    code: str
    against: tuple[Observation, ...] = ()


def audit(entries: Iterable[Entry], base: FactBase, language: str) -> Iterator[Notice]:
    """Yield a notice for each figure that a changed fact breaks."""
    for entry in entries:
        for figure in entry.figures:
            change = find_change(figure, base, entry.as_of)
            if change is not None:
                yield tell(entry, figure, change, base, language)


def find_change(figure: Figure, base: FactBase, day: date) -> Change | None:
    """Return what a change of facts does to a figure; None where it stands as it did."""
    if figure.metric is None:
        return None
    if figure.metric not in base.ids():
        return Change("L102") if figure.verdict in HELD else None
    known = {old.digest for old in figure.rests}
    now = answers(figure, base, day)
    new = [o for o in now if rest(o, base).digest not in known]
    kept = [o for o in base.observations(figure.metric) if rest(o, base).digest in known] if known else []
    if not new and len(kept) == len(known):
        return None
    q = quantity(figure)
    agreeing = [o for o in now if agrees(q, o)]
    against = tuple(o for o in new if compare(q, o) == "differs" and not any(same_value(o, a) for a in agreeing))
    if figure.verdict not in HELD:
        return Change("L104", against) if against and not agreeing else None
    if agreeing:
        return Change("L103", against) if against else None
    if against:
        return Change("L101", against)
    return None if any(agrees(q, o) for o in kept) else Change("L102")


def quantity(figure: Figure) -> Quantity:
    """Return a recorded figure as a quantity again."""
    size = len(figure.text)
    return Quantity(
        0, size, figure.value, figure.unit, figure.low, figure.high, figure.approximation, digits=figure.digits
    )


def tell(entry: Entry, figure: Figure, change: Change, base: FactBase, language: str) -> Notice:
    """Return the notice of a change."""
    names = base.metric(figure.metric).name if figure.metric in base.ids() else {}
    spans = change.against[:1] or figure.rests[:1]
    period = period_text(spans[0].first, spans[0].last, language) if spans else ""
    return notice(
        entry.path, (figure.line, figure.column), change.code, language, text=figure.text, period=period,
        metric=names.get(language) or figure.metric,
        old=sides((number(old.value), old.source) for old in figure.rests),
        new=sides((number(o.value), base.source(o.source).publisher) for o in change.against),
    )  # fmt: skip


def sides(values: Iterable[tuple[str, str]]) -> str:
    """Return values with those who say them."""
    return ", ".join(dict.fromkeys(f"{value} ({who})" for value, who in values)) or "–"
