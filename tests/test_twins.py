"""A draft against its translation."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from facts_samples import write_base

from imss_check.check import check_drafts
from imss_check.facts.base import FactBase, open_base
from imss_check.reports.notices import Notice, notice_line
from imss_check.text.read import draft_from_text
from imss_check.twins import best_path, compare_twins, find_pairs, in_order, side

DAY = date(2022, 3, 1)
SAME = (
    ("Se recaudaron 382 mil millones de pesos.", "It collected 382 billion pesos."),
    ("Se recaudaron 2.9 billones de pesos.", "It collected 2.9 trillion pesos."),
    ("Hay 20 millones 620 mil 148 empleos formales.", "There are 20,620,148 formal jobs."),
    ("Subió 5.3%, y 4 de cada 10 llegaron tarde.", "It rose 5.3 percent, and 40% came late."),
    ("Da 8 semanas de descanso.", "It gives 56 days of rest."),
    ("Da 56 días de descanso.", "It gives 8 weeks of rest."),
    ("Hay 12 mesas y 40 sillas.", "There are 40 chairs and 12 tables."),
    ("Cuesta 578 pesos diarios.", "It costs 578 pesos a day."),
    ("Sin cifras.", "No figures."),
)
DIFFERENT = (
    ("T101", "Hay 12 mesas, 40 sillas y 77 platos.", "There are 12 tables and 77 plates."),
    ("T102", "Hay 12 mesas y 77 platos.", "There are 12 tables, 40 chairs and 77 plates."),
    ("T103", "Hay 56 mil 753 camas.", "There are 57,653 beds."),
    ("T104", "Se recaudaron 382 billones de pesos.", "It collected 382 billion pesos."),
    ("T104", "Se recaudaron 382 mil millones de pesos.", "It collected 382 million pesos."),
    ("T105", "Subió 5.3%.", "It rose 5.3 percentage points."),
    ("T105", "Cuesta 40 pesos.", "It costs 40 dollars."),
    ("T106", "Hay 7.38 millones de visitas.", "There are 7.4 million visits."),
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> FactBase:
    return open_base([write_base(tmp_path_factory.mktemp("facts"))])


def compare(base: FactBase, a: str, b: str, language: str = "en") -> list[Notice]:
    """What differs between two texts."""
    drafts = [draft_from_text(a, "a.es.txt"), draft_from_text(b, "b.en.txt")]
    one, two = map(side, check_drafts(drafts, DAY, base).documents)
    return list(compare_twins(one, two, find_pairs(one, two, base), base, language))


@pytest.mark.parametrize(("spanish", "english"), SAME)
def test_a_right_translation(base: FactBase, spanish: str, english: str) -> None:
    assert compare(base, spanish, english) == []
    assert compare(base, english, spanish) == []


@pytest.mark.parametrize(("code", "spanish", "english"), DIFFERENT)
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_wrong_translation(base: FactBase, code: str, spanish: str, english: str, language: str) -> None:
    assert [found.code for found in compare(base, spanish, english, language)] == [code]
    back = {"T101": "T102", "T102": "T101"}.get(code, code)
    assert [found.code for found in compare(base, english, spanish, language)] == [back]


def test_both_positions_are_told(base: FactBase) -> None:
    (found,) = compare(base, "Nota.\nHay 56 mil 753 camas.", "There are 57,653 beds.")
    assert notice_line(found) == "b.en.txt:1:11: T103 value: 57,653 for 56 mil 753 (a.es.txt:2:5)"
    (found,) = compare(base, "Hay 12 mesas y 77 platos.", "There are 12 tables, 40 chairs and 77 plates.")
    assert notice_line(found).endswith("40 is not in the original (near a.es.txt:1:16)")


def test_a_figure_that_the_base_knows_is_paired_wherever_it_stands(base: FactBase) -> None:
    spanish = "Hay 56 mil 753 camas. El cierre de noviembre de 2021 dejó un millón 20 mil 500 empleos formales."
    english = "At the end of November 2021 there were 1,020,500 formal jobs. There are 56,753 beds."
    assert compare(base, spanish, english) == []


def test_many_figures_with_one_missing(base: FactBase) -> None:
    rows = [f"Hay {number} mesas." for number in range(100, 160)]
    english = [f"There are {number} tables." for number in range(100, 160) if number != 130]
    assert [found.code for found in compare(base, "\n".join(rows), "\n".join(english))] == ["T101"]


def test_pairs_in_order_and_the_best_path() -> None:
    assert in_order({0: 3, 1: 0, 2: 1, 3: 2}) == [(1, 0), (2, 1), (3, 2)]
    assert best_path([[1.0, 5.0], [5.0, 1.0]], 0.5) in ([(0, 1)], [(1, 0)])
    assert best_path([[4.0, 0.0], [0.0, 4.0]], 0.5) == [(0, 0), (1, 1)]
    assert best_path([], 0.5) == []


def test_the_command(base: FactBase, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Hay 56 mil 753 camas.\n", "utf-8")
    (tmp_path / "b.md").write_text("There are 57,653 beds.\n", "utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "imss_check", "twins", *arguments, "--as-of", "2022-03-01"]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env={**os.environ})

    done = run("a.md", "b.md")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[-1] == "a.md: 1 figures; b.md: 1 figures; 1 pairs, 1 to look at"
    assert run("a.md", "b.md", "--fail-on", "never").returncode == 0
    assert run("a.md", "a.md").returncode == 0
    assert run("a.md", "gone.md").returncode == 2
    assert run("a.md").returncode == 2
    assert run("a.md", "b.md", "--lang", "fr").returncode == 2
