"""What the fact base answers, what follows from it, and what editors are told about its files."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from facts_samples import FILES, write_base

from imss_check.facts import commands
from imss_check.facts.base import FactBase, open_base
from imss_check.facts.cache import CHECKOUT
from imss_check.facts.nodes import Node, parse_nodes, read_nodes
from imss_check.facts.observe import interval, known_day
from imss_check.facts.periods import Period, december_before, parse_period, shift
from imss_check.facts.schema import schemas
from imss_check.facts.stems import content_stems


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FactBase:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return open_base([write_base(tmp_path / "facts")])


# --- periods and intervals


@pytest.mark.parametrize(
    ("text", "first", "last", "grain"),
    [
        ("2021-01-19", date(2021, 1, 19), date(2021, 1, 20), "day"),
        ("2021-12", date(2021, 12, 1), date(2022, 1, 1), "month"),
        ("2021", date(2021, 1, 1), date(2022, 1, 1), "year"),
        ("2021-01/2021-11", date(2021, 1, 1), date(2021, 12, 1), "range"),
        ("2018/2023", date(2018, 1, 1), date(2024, 1, 1), "range"),
        ("2020-03-30/2022-08-08", date(2020, 3, 30), date(2022, 8, 9), "range"),
    ],
)
def test_periods_are_read_and_written(text: str, first: date, last: date, grain: str) -> None:
    period = parse_period(text)
    assert period == Period(first, last, grain)
    assert str(period) == text


@pytest.mark.parametrize("text", ["", "21", "2021-13", "2021-02-30", "2021/2020", "2021/2021-11", "2021-1", "0000"])
def test_what_is_no_period(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    ("text", "months", "moved"),
    [("2021-03-31", -1, "2021-02-28"), ("2021-11-30", -12, "2020-11-30"), ("2021", -12, "2020"),
     ("2021-01/2021-11", -12, "2020-01/2020-11"), ("2021-03-15", -1, None)],
)  # fmt: skip
def test_only_whole_months_move(text: str, months: int, moved: str | None) -> None:
    period = parse_period(text)
    assert period is not None
    assert shift(period, months) == (parse_period(moved) if moved else None)


def test_the_year_to_date_begins_in_december() -> None:
    period = parse_period("2021-11-30")
    assert period is not None and str(december_before(period)) == "2020-12-31"


@pytest.mark.parametrize(
    ("value", "printed", "approximation", "counted", "low", "high"),
    [
        ("20620148", "20 millones 620 mil 148", "exact", True, "20620148", "20620148"),
        ("17350000", "17.35 millones", "about", True, "17345000", "17360000"),
        ("3.9", "3.9 %", "exact", False, "3.85", "4.0"),
        ("-0.6", None, "exact", False, "-0.7", "-0.55"),
        ("84000", "84 mil", "more_than", True, "84000", None),
        ("-555000", "555,000", "more_than", True, None, "-555000"),
        ("20000000", "20 million", "nearly", True, None, "20000000"),
    ],
)
def test_what_a_figure_allows(
    value: str, printed: str | None, approximation: str, counted: bool, low: str | None, high: str | None
) -> None:
    bounds = interval(Decimal(value), printed, approximation, counted)
    assert bounds == (low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize(
    ("period", "published", "known"),
    [("2021-11-30", "2021-12-10", date(2021, 12, 1)), ("2022-01", "2022-01-19", date(2022, 1, 19)),
     ("2022-01", "2022-01", date(2022, 1, 1)), ("2030", "2025-10", date(2030, 1, 1)), ("2021", None, date(2022, 1, 1))],
)  # fmt: skip
def test_when_a_figure_could_be_known(period: str, published: str | None, known: date) -> None:
    parsed = parse_period(period)
    assert parsed is not None and known_day(parsed, published) == known


# --- the base


def test_counts(base: FactBase) -> None:
    assert (base.metric_count, base.observation_count, base.source_count) == (6, 4, 2)
    assert base.ids()[:2] == ("jobs_total", "jobs_change")
    assert len(base.digest) == 64


def test_a_metric_has_its_defaults(base: FactBase) -> None:
    metric = base.metric("beds_other")
    assert (metric.topic, metric.measure, metric.valid_days, metric.part_of) == ("things", "level", 91, "beds_total")
    assert metric.scope == ("ordinary", "national", None, "own", "result", None)
    assert base.metric("jobs_change_rate").measure == "rate"
    assert base.metric("jobs_change").measure == "change"
    with pytest.raises(KeyError):
        base.metric("nothing")


def test_observations_come_by_period(base: FactBase) -> None:
    october, november = base.observations("jobs_total")
    assert [october.value, november.value] == [Decimal(1000000), Decimal(1020500)]
    assert november.first == date(2021, 11, 30) and november.source == "bulletin-1"
    assert base.source(november.source).publisher == "IMSS"


def test_values_are_found_whatever_their_sign(base: FactBase) -> None:
    assert [seen.metric for seen in base.with_value(Decimal("-56753.0"))] == ["beds_total"]
    assert set(base.with_values([Decimal(35802), Decimal(7)])) == {Decimal(35802)}


def test_wordings_are_found_by_the_stems_of_a_text(base: FactBase) -> None:
    found = base.wordings(content_stems("De ellas, 35,802 son camas censables"))
    assert {(wording.metrics, wording.kind) for wording in found} >= {(("beds_censable",), "name")}
    assert not base.wordings(["nothing"])


def test_names_of_scopes_and_nouns_are_found_word_by_word(base: FactBase) -> None:
    assert [(term.value, term.own) for term in base.scope_terms(["jalisc", "institut"])] == [
        ("own", True), ("own", True), ("jalisco", False)
    ]  # fmt: skip
    assert base.nouns["puest", "de", "trabaj"] == "job"
    assert base.akin("worker") == {"job", "worker"}


def test_relatives(base: FactBase) -> None:
    assert base.dependents("jobs_total") == ("jobs_change", "jobs_change_rate")
    assert base.siblings("jobs_change") == ("jobs_total", "jobs_change_rate")
    assert base.siblings("beds_censable") == ("beds_total", "beds_other")


def test_exact_conversions(base: FactBase) -> None:
    assert base.conversion("week", "day") == 7
    assert base.conversion("MXN/day", "MXN/week") == 7
    assert base.conversion("bed", "day") is None


# --- what follows


def test_a_change_follows_with_its_working(base: FactBase) -> None:
    (change,) = base.observations("jobs_change")
    assert change.value == change.low == change.high == Decimal(20500)
    assert (change.first, change.last, change.grain) == (date(2021, 11, 1), date(2021, 12, 1), "month")
    assert change.derived is not None
    assert change.derived.working == "1,020,500 − 1,000,000 = 20,500"
    assert [used[0] for used in change.derived.inputs] == ["jobs_total", "jobs_total"]


def test_a_rate_follows(base: FactBase) -> None:
    (rate,) = base.observations("jobs_change_rate")
    assert rate.value == Decimal("2.05")
    assert rate.derived is not None and rate.derived.working == "1,020,500 / 1,000,000 − 1 = 2.05 %"


def test_a_part_follows_from_the_total_and_the_others(base: FactBase) -> None:
    (rest,) = base.observations("beds_other")
    assert rest.value == 56753 - 35802


NOTHING_FOLLOWS = [
    ("hedged", 'value: "1020500", printed: "1 millón 20 mil 500"', 'value: "1020500", approx: about'),
    ("disputed", '    - {period: 2021-11-30, value: "1020500"',
     '    - {period: 2021-11-30, value: "1020900", source: paper-1}\n    - {period: 2021-11-30, value: "1020500"'),
    ("restated", 'printed: "1,000,000", source: bulletin-1', "source: bulletin-1, restated: yes"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "old", "new"), NOTHING_FOLLOWS)
def test_nothing_follows_from_doubtful_figures(tmp_path: Path, monkeypatch: Any, why: str, old: str, new: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert not open_base([write_base(tmp_path / "facts", ("things", old, new))]).observations("jobs_change")


def test_a_printed_figure_takes_the_place_of_what_follows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    printed = 'observations: [{period: 2021-11, value: "20500", source: bulletin-1}]'
    base = open_base([write_base(tmp_path / "facts", ("things", "observations: []", printed))])
    assert [seen.derived for seen in base.observations("jobs_change")] == [None]


def test_a_newsroom_adds_to_our_metrics(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    own = tmp_path / "own"
    own.mkdir()
    (own / "sources.yaml").write_text("our-1: {publisher: Us, description: x, kind: press, language: es}")
    (own / "more.yaml").write_text(
        'beds_total:\n  aliases: {es: [catres]}\n  observations: [{period: 2023-01, value: "57000", source: our-1}]\n'
    )
    base = open_base([write_base(tmp_path / "facts"), own])
    assert [seen.value for seen in base.observations("beds_total")] == [56753, 57000]
    assert base.wordings(content_stems("catres"))


# --- for people and editors


def plain(node: Node) -> object:
    """The tree as JSON has it."""
    if isinstance(node.value, list):
        return [plain(item) for item in node.value]
    if isinstance(node.value, dict):
        return {key: plain(item) for key, item in node.value.items()}
    return node.value


def schema_of(path: Path) -> dict[str, Any]:
    kind = path.stem if path.stem in ("sources", "units", "scopes", "relations") else "metrics"
    return schemas()[f"{kind}.schema.json"]


def schema_errors(node: Node | None, path: Path) -> list[str]:
    from jsonschema import Draft7Validator  # type: ignore[import-untyped]

    assert node is not None
    return [error.message for error in Draft7Validator(schema_of(path)).iter_errors(plain(node))]


@pytest.mark.parametrize("path", sorted(CHECKOUT.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_schema_takes_our_files(path: Path) -> None:
    node, errors = read_nodes(path, path.name)
    assert not errors and not schema_errors(node, path)
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first.startswith("# yaml-language-server: $schema=schema/")
    assert (path.parent / first.partition("$schema=")[2]).is_file()


def test_the_schemas_on_disk_are_up_to_date() -> None:
    for name, schema in schemas().items():
        assert json.loads((CHECKOUT / "schema" / name).read_text(encoding="utf-8")) == schema


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("things", "unit: bed", "unitt: bed"),
        ("things", "kind: stock", "kind: heap"),
        ("things", 'value: "35802"', 'value: "35,802"'),
        ("things", ", source: paper-1}", "}"),
        ("things", "period: 2022-01", "period: January"),
        ("things", "  cadence: monthly\n", ""),
        ("sources", "kind: press", "kind: gossip"),
        ("relations", "over: month", "over: night"),
        ("relations", "type: sum", "type: heap"),
        ("units", "es: [camas]", "es: camas"),
        ("scopes", "own: true", "own: perhaps"),
    ],
)
def test_the_schema_refuses_a_defect(file: str, old: str, new: str) -> None:
    text = FILES[f"{file}.yaml"]
    good, _ = parse_nodes(text, file)
    bad, _ = parse_nodes(text.replace(old, new, 1), file)
    assert not schema_errors(good, Path(f"{file}.yaml"))
    assert schema_errors(bad, Path(f"{file}.yaml"))


def test_commands_tell_what_there_is(base: FactBase) -> None:
    assert commands.list_metrics(base)[0] == "jobs_total        Jobs (job)"
    shown = "\n".join(commands.show_metric(base, "beds_total", "es"))
    assert "El Diario, 2022-01-20, «Camas», https://diario.example/1, paragraph 2" in shown
    assert "follows: 1,020,500 − 1,000,000 = 20,500" in "\n".join(commands.timeline(base, "jobs_change"))
    assert commands.search(base, "censable bed")[0].startswith("beds_censable")
    assert commands.conflicts(base) == []
    assert any(line.startswith("jobs_total  2021-11-30") for line in commands.stale(base, date(2022, 3, 1)))


def test_validate_counts_defects(tmp_path: Path) -> None:
    lines, defects = commands.validate([write_base(tmp_path / "facts", ("things", "unit: bed", "unit: bedd"))])
    assert defects == 1 and "F110" in lines[0]
    assert commands.validate([tmp_path])[1] == 1
