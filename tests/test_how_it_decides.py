"""The page that explains verdicts shows what the program says today.

`UPDATE_DOCS=1 pytest tests/test_how_it_decides.py` writes its examples and weights again; read the difference.
"""

from __future__ import annotations

import io
import os
import re
import shlex
from contextlib import redirect_stdout
from pathlib import Path

from imss_check.cli import main
from imss_check.linking.weights import VALUE_WEIGHTS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "how-it-decides.md"
EXAMPLE = re.compile(r"(?ms)^```console\n\$ (.*?)$\n(.*?)^```$")
TABLE = re.compile(r"(?s)(<!-- weights: begin -->\n).*?(<!-- weights: end -->)")
MEANINGS = {
    "words": "words near the figure name the metric, or the indicator that it belongs to",
    "own": "they are the metric's own words, and not only its indicator's",
    "second": "more words speak for it",
    "unit": "the unit suits",
    "measure": "level, change, rate or share, as the sentence says",
    "grain": "month, year to date, twelve months, as the sentence says",
    "status": "result, target, forecast or budget, as the sentence says",
    "programme": "the programme that the passage speaks of",
    "variant": "with or without platform workers, as the sentence says",
    "scope": "the sentence names the metric's place, group or institution (or, against it, another one)",
    "magnitude": "the figure is of the metric's size",
    "recency": "the base knows the metric near the time that is spoken of",
    "answer": "an observation is in force",
    "topic": "the passage has figures of the same topic that are right",
    "kin": "the figure beside it is of the same family",
    "hit": "value: for each significant digit that meets what is in force",
    "repeat": "value: the same figure stands elsewhere in the draft",
    "hit_other": "value: for each digit that meets another observation of the metric",
}


def ran(command: str) -> str:
    """What a command of the page prints."""
    shown, _, cut = command.partition(" | head -")
    output = io.StringIO()
    with redirect_stdout(output):
        main(shlex.split(shown)[1:])
    lines = output.getvalue().splitlines(keepends=True)
    return "".join(lines[: int(cut)] if cut else lines)


def weights() -> str:
    """The table of weights."""
    rows = ["| feature | weight | speaks for a metric where |", "| --- | ---: | --- |"]
    for name, weight in VALUE_WEIGHTS._asdict().items():
        if name in MEANINGS:
            rows.append(f"| `{name}` | {weight:.2f} | {MEANINGS[name]} |")
    rows.append(f"\nA candidate starts from {VALUE_WEIGHTS.bias:.2f}.\n")
    return "\n".join(rows)


def written_again(page: str) -> str:
    page = EXAMPLE.sub(lambda m: f"```console\n$ {m[1]}\n{ran(m[1])}```", page)
    return TABLE.sub(lambda m: m[1] + weights() + m[2], page)


def test_the_page_is_true() -> None:
    page = PAGE.read_text("utf-8")
    again = written_again(page)
    if "UPDATE_DOCS" in os.environ:
        PAGE.write_text(again, "utf-8")
    else:
        assert page == again


def test_every_feature_is_explained() -> None:
    assert set(VALUE_WEIGHTS._fields) - {"bias"} <= set(MEANINGS)
