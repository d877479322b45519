"""Every defect of a fact base is found, with its file, line and column; a sound base has none."""

from __future__ import annotations

from pathlib import Path

import pytest
from facts_samples import write_base

from imss_check.facts.cache import CHECKOUT
from imss_check.facts.checks import BLOCKING, EDITORIAL, run_checks
from imss_check.facts.nodes import FactError, parse_nodes
from imss_check.facts.records import read_records


def defects(folder: Path) -> list[FactError]:
    raw, errors = read_records((folder,))
    return sorted(errors + run_checks(raw))


DEFECTS = [
    ("F101", "things", "unit: bed", "unit: [bed"),
    ("F102", "things", "  unit: bed\n", "  unit: bed\n  unit: bed\n"),
    ("F102", "things", "beds_other:", "beds_censable:"),
    ("F102", "sources", "paper-1:", "bulletin-1:"),
    ("F103", "things", "unit: bed", "unit: &unit bed"),
    ("F104", "things", "cadence: irregular", "cadence: irregular\n  colour: red"),
    ("F104", "relations", "over: month", "over: month, weight: 3"),
    ("F105", "things", "  cadence: irregular\n", ""),
    ("F105", "sources", "description: monthly bulletin, ", ""),
    ("F106", "things", "name: {es: Camas, en: Beds}", "name: Camas"),
    ("F106", "things", "beds_other:", "Beds Other:"),
    ("F107", "things", "kind: stock", "kind: heap"),
    ("F107", "sources", "kind: press", "kind: gossip"),
    ("F108", "things", 'value: "35802"', 'value: "35,802"'),
    ("F109", "things", "period: 2021-11-30", "period: 2021-11-31"),
    ("F109", "things", "period: 2021-11-30", "period: 2021/2021-11"),
    ("F109", "sources", "published: 2022-01-20", "published: yesterday"),
    ("F110", "things", "unit: bed", "unit: bedd"),
    ("F111", "things", ", source: paper-1, where: paragraph 2", ""),
    ("F112", "things", "source: paper-1, where", "source: paper-2, where"),
    ("F113", "things", '"35,802"', '"35,820"'),
    ("F113", "things", '"56 mil 753"', '"many beds"'),
    ("F114", "things", "beds_other:\n  name: {es: Camas no censables, en: Other beds}",
     "beds_more:\n  name: {es: Cunas}\n  aliases: {es: [camas de paso]}\n  unit: bed\n  kind: stock\n"
     "  cadence: irregular\nbeds_other:\n  name: {es: Camas no censables}\n  aliases: {es: [cama de paso]}"),
    ("F115", "relations", "{type: sum, total: beds_total, parts: [beds_censable, beds_other]}",
     "{type: sum, period: 2022, total: beds_total, parts: [beds_censable]}"),
    ("F116", "sources", "paper-1:",
     "paper-9: {publisher: El Eco, description: x, kind: press, language: es}\npaper-1:"),
    ("F117", "things", "indicator: jobs_total", "indicator: job_total"),
    ("F117", "things", "part_of: beds_total", "part_of: beds_censable"),
    ("F117", "relations", "beds_other]", "beds_others]"),
    ("F118", "things", "    - {period: 2022-01, value: \"35802\"",
     "    - {period: 2022-01, value: \"35802\", source: paper-1}\n    - {period: 2022-01, value: \"35802\""),
    ("F119", "things", "observations: []",
     'observations: [{period: 2021-11, value: "20400", source: bulletin-1}]'),
    ("F120", "things", "  part_of: beds_total", "  scope: {territory: atlantis}\n  part_of: beds_total"),
    ("F121", "units", "7 * day", "7 * dayss"),
    ("F121", "units", "7 * day", "7 ** / day"),
    ("F123", "things", "empleos formales", "de los"),
    ("F124", "relations", "over: month}", 'over: month, known_failures: {2021-11: "no"}}'),
    ("F125", "things", "empleos formales", "20 millones de empleos"),
    ("F127", "things", "    - {period: 2022-01, value: \"35802\"",
     "    - {period: 2022-01, value: \"358\", source: paper-1}\n    - {period: 2022-01, value: \"35802\""),
]  # fmt: skip


def test_a_sound_base_has_no_defect(tmp_path: Path) -> None:
    assert defects(write_base(tmp_path / "facts")) == []


@pytest.mark.parametrize(("code", "file", "old", "new"), DEFECTS)
def test_each_defect_is_found(tmp_path: Path, code: str, file: str, old: str, new: str) -> None:
    found = [error for error in defects(write_base(tmp_path / "facts", (file, old, new))) if error.code == code]
    assert found, f"{code} not found"
    assert found[0].path.endswith(f"{file}.yaml")
    assert found[0].line > 1


def test_all_defects_come_in_one_run(tmp_path: Path) -> None:
    folder = write_base(
        tmp_path / "facts", ("things", "unit: bed", "unit: bedd"), ("things", "kind: change", "kind: heap"),
        ("sources", "published: 2022-01-20", "published: soon"),
    )  # fmt: skip
    assert {error.code for error in defects(folder)} >= {"F110", "F107", "F109"}


def test_a_place_is_exact() -> None:
    tree, errors = parse_nodes("a: 1\nb:\n  c: 2\n  c: 3\n", "facts/x.yaml")
    assert [str(error) for error in errors] == ["facts/x.yaml:4:3: F102 key 'c' stands twice (first in line 3)"]
    assert tree is not None


def test_scalars_stay_text() -> None:
    tree, errors = parse_nodes("{a: 22.10, b: no, c: 1_000, d: 12:30, e: null, f: 'null', g: 2021-01-19}", "x.yaml")
    assert not errors
    assert tree is not None and isinstance(tree.value, dict)
    values = [node.value for node in tree.value.values()]
    assert values == ["22.10", "no", "1_000", "12:30", None, "null", "2021-01-19"]


def test_every_check_says_its_code() -> None:
    for check in BLOCKING + EDITORIAL:
        assert check.__doc__ and check.__doc__.startswith("F1"), check.__name__


def test_our_own_base_can_be_used() -> None:
    raw, errors = read_records((CHECKOUT,))
    assert errors + run_checks(raw, BLOCKING) == []
