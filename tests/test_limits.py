"""Hostile texts: the work grows no faster than the text. No test asserts a time: they count what is called."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hostile import TEXTS

from imss_check.cli import main
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


MOST = 40
"""How many figures the drafts below may have."""
CROWDED: dict[str, tuple[str, bool]] = {
    "as many as allowed": ("56,753 camas.\n" * MOST, False),
    "one more": ("56,753 camas.\n" * (MOST + 1), True),
    "in words": ("tres camas, " * (MOST + 1), True),
    "dates, which are no figures": ("El 3/4/2021, " * MOST, False),
    "numbers without end": ("3/4 " * (MOST * 4), True),
    "no figures": ("camas, " * 10_000, False),
}


@pytest.mark.parametrize("name", CROWDED)
def test_a_draft_has_only_so_many_figures(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text, refused = CROWDED[name]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Path("crowded.txt").write_text(text, "utf-8")
    Path("other.txt").write_text("Hay 56,753 camas.\n", "utf-8")
    command = ["check", "--config", "none", "--as-of", "2022-03-01", "crowded.txt", "other.txt", "--max-figures"]
    for _ in range(2):
        status = main([*command, str(MOST)])
        said = capsys.readouterr()
        assert (status == 2) == refused == ("crowded.txt: more than 40 figures" in said.err)
        assert "other.txt: 1 figure" in said.out, "the other draft is not checked"
    assert main([*command, "none"]) != 2
