"""Second thoughts, once the whole draft has been judged: what one claim says of another."""

from __future__ import annotations

from datetime import date

from imss_check.facts.base import FactBase
from imss_check.verdicts.model import Judgement

NEAR = 1
"""How many sentences apart two figures belong together."""


def settle(judgements: list[Judgement], base: FactBase, day: date) -> list[Judgement]:
    """Return the judgements in the same order, mended where the passage as a whole tells more.

    History is not drift: where a passage gives several figures of one metric, those that were right earlier tell its
    history, and are no outdated news.
    """
    return [history(j, judgements) if j.code == "Q102" else j for j in judgements]


def history(j: Judgement, judgements: list[Judgement]) -> Judgement:
    """An outdated figure as a supported one, where a later figure of the same metric stands beside it."""
    if j.reading is None or j.reading.stated or j.metric is None:
        return j
    for other in judgements:
        if (
            other is not j
            and other.metric is not None
            and other.metric.id == j.metric.id
            and abs(other.link.view - j.link.view) <= NEAR
            and other.link.quantity.value != j.link.quantity.value
            and other.met
            and max(o.last for o in other.met) > max(o.last for o in j.met)
        ):
            return j._replace(verdict="supported", right=j.met, code=None)
    return j
