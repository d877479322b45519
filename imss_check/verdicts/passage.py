"""Second thoughts, once the whole draft has been judged: what one claim says of another."""

from __future__ import annotations

from datetime import date

from imss_check.facts.base import FactBase
from imss_check.verdicts.model import Judgement


def settle(judgements: list[Judgement], base: FactBase, day: date) -> list[Judgement]:
    """Return the judgements in the same order, mended where the passage as a whole tells more."""
    return judgements
