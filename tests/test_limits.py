"""Hostile texts: the work grows no faster than the text. No test asserts a time: they count what is called."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hostile import TEXTS

from imss_check.facts.nodes import parse_nodes
from imss_check.periods.find import find_periods
from imss_check.quantities.find import find_quantities
from imss_check.text.read import draft_from_text
from imss_check.text.sentences import split_sentences
from imss_check.text.words import fold, words

SMALL, LARGE = 2_000, 8_000
SLACK = 1.5
DAY = date(2022, 3, 1)


def calls(work: Callable[[], Any]) -> int:
    """Count the calls that a piece of work makes, of Python and of C."""
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def periods_of(text: str) -> None:
    folded = fold(text)
    for language in ("es", "en"):
        find_periods(text, folded, words(folded), language, 0, len(text), DAY)


STEPS: dict[str, Callable[[str], Any]] = {
    "plain": draft_from_text,
    "markdown": lambda text: draft_from_text(text, markdown=True),
    "sentences": lambda text: split_sentences(draft_from_text(text)),
    "quantities": find_quantities,
    "periods": periods_of,
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("name", TEXTS)
def test_work_is_linear(step: str, name: str) -> None:
    small, large = (calls(lambda size=size: STEPS[step](TEXTS[name](size))) for size in (SMALL, LARGE))
    assert large <= LARGE / SMALL * SLACK * small + 2000, (small, large)


@pytest.mark.parametrize("bomb", ["a: &a [x]\nb: [*a, *a]\n", "a: &a {<<: *a}\n", "*a", "&a x"])
def test_aliases_are_refused(bomb: str) -> None:
    node, errors = parse_nodes(bomb, "facts.yaml")
    assert node is None
    assert {error.code for error in errors} <= {"F101", "F103"}
    assert errors


@pytest.mark.parametrize("text", ["a: " + "[" * 900 + "]" * 900, "{b: " * 600 + "}" * 600, "- " * 100_000, "[" * 10**6])
def test_deep_nesting_is_refused(text: str) -> None:
    node, errors = parse_nodes(text, "facts.yaml")
    assert node is None
    assert re.search("nest|YAML", errors[0].message)
