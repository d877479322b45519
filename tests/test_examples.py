"""The examples of the base run through the program. Those that fail stand in `examples_failing.txt`, one a line.

`UPDATE_EXAMPLES=1 pytest tests/test_examples.py` writes that file again; read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import examples
import pytest

from imss_check.facts.base import open_base

FAILING = Path(__file__).parent / "examples_failing.txt"
FLOOR = 821
"""How many examples held when this was measured: of 839."""
ALL = list(examples.examples())


def known() -> set[str]:
    return set(FAILING.read_text("utf-8").splitlines()) if FAILING.is_file() else set()


def rows() -> list[object]:
    listed = known()
    failing = pytest.mark.xfail(reason="listed in examples_failing.txt", strict=True)
    return [pytest.param(e, id=str(e), marks=[failing] if str(e) in listed else []) for e in ALL]


@pytest.mark.skipif("UPDATE_EXAMPLES" in os.environ, reason="the list is written again")
@pytest.mark.parametrize("example", rows())
def test_example(example: examples.Example) -> None:
    assert examples.holds(example, open_base())


def test_enough_examples_hold() -> None:
    if "UPDATE_EXAMPLES" in os.environ:
        base = open_base()
        failing = [str(e) for e in ALL if not examples.holds(e, base)]
        FAILING.write_text("".join(f"{line}\n" for line in failing), "utf-8")
    assert len(ALL) - len(known()) >= FLOOR


def test_the_list_names_examples() -> None:
    assert known() <= {str(e) for e in ALL}
