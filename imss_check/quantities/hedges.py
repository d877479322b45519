"""Words that loosen a number: `más de`, `nearly`, `o más`."""

from __future__ import annotations

from typing import NamedTuple

from imss_check.quantities.lexicon import HEDGE_LINKS, HEDGES, HEDGES_AFTER
from imss_check.quantities.page import Page


class Hedge(NamedTuple):
    """What a hedge makes of a number, and its tokens."""

    approximation: str
    first: int
    last: int


def hedge_before(page: Page, first: int) -> Hedge | None:
    """The hedge in front of token `first`; an article may stand between."""
    k = first - 1
    for _ in range(3):
        if k < 0:
            return None
        found = page.phrase(k, HEDGES, -1)
        if found:
            return Hedge(found[1], found[0] + 1, k + 1)
        if page.words[k] not in HEDGE_LINKS:
            return None
        k -= 1
    return None


def hedge_after(page: Page, last: int) -> Hedge | None:
    """The hedge behind token `last`, with at most one word between (`20 camas o más`)."""
    for k in (last, last + 1):
        found = page.phrase(k, HEDGES_AFTER)
        if found and (k == last or page.is_word(last)):
            return Hedge(found[1], k, found[0])
    return None
