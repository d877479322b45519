"""The base that is shipped: every figure reads as it was printed, every relation and source does its work, and a report
can be made again from what it says of itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from imss_check.facts.base import open_base
from imss_check.facts.cache import CHECKOUT
from imss_check.facts.checks import run_checks
from imss_check.facts.checks.relations import ROUNDED, at_period
from imss_check.facts.derive import period_of, reliable
from imss_check.facts.observe import observe
from imss_check.facts.periods import parse_period
from imss_check.facts.records import RawBase, read_records
from imss_check.facts.rules import results
from imss_check.quantities.find import find_quantities

ROOT = Path(__file__).resolve().parent.parent
DAY = timedelta(days=1)
DRAFT = ROOT / "claims" / "demo.md"


@cache
def raw() -> RawBase:
    """The records of the YAML files."""
    base, errors = read_records((CHECKOUT,))
    assert not errors
    return base


def test_every_observation_reads_as_it_was_printed() -> None:
    """By the grammar of drafts: a number alone, or before a noun that it counts."""
    wrong, read = [], 0
    for metric in raw().metrics.values():
        record = raw().units.get((metric.fields.get("unit") or "").partition("/")[0])
        nouns = [nouns[0] for nouns in record.lists.values() if nouns] if record else []
        for one in metric.observations:
            if one.printed is None or one.printed == f"{one.value:f}":
                continue
            read += 1
            texts = [one.printed, *(f"{one.printed} {noun}" for noun in nouns)]
            values = {
                quantity.value
                for text in texts
                for language in ("es", "en", "es-ES")
                for quantity in find_quantities(text, language)
            }
            if not {one.value, abs(one.value)} & values:
                wrong.append(f"{one.place.path}:{one.place.line}: {one.printed!r} is read as {sorted(values)}")
    assert not wrong
    assert read > 1000


def test_every_printed_figure_lies_in_its_own_interval() -> None:
    base = open_base()
    for name in base.ids():
        for one in base.observations(name):
            assert one.low is None or one.low <= one.value, one
            assert one.high is None or one.value <= one.high, one
            assert one.first < one.last, one


def test_every_relation_is_evaluated() -> None:
    """Figures follow from nearly every relation; the few others wait for a second year of their figures."""
    idle = [
        relation.fields
        for relation in raw().relations
        if not list(results(relation, *figures(relation.fields.get("period"))))
    ]
    assert all(fields["type"].startswith("change") and not fields.get("period") for fields in idle), idle
    assert len(idle) <= len(raw().relations) // 10, idle


@cache
def figures(period: str | None) -> tuple[Any, Any]:
    """What a relation may take: figures by metric and period, and the periods that are wanted of each metric."""
    metrics = raw().metrics.values()
    printed = {metric.id: [observe(seen, raw().sources, False) for seen in metric.observations] for metric in metrics}
    given = reliable(printed, set(), ROUNDED, disputed=True)
    wanted = {metric: {period_of(seen) for seen in listed} for metric, listed in printed.items()}
    at = parse_period(period) if period else None
    return (at_period(given, at) if at else given), wanted


def test_every_source_is_used() -> None:
    used = {one.source for one in raw().observations()}
    assert not set(raw().sources) - used
    assert not used - set(raw().sources)


def test_nothing_of_the_base_is_a_defect() -> None:
    assert not [str(error) for error in run_checks(raw())]


def test_derived_figures_follow_from_what_they_name() -> None:
    base, seen = open_base(), 0
    for name in base.ids():
        for one in base.observations(name):
            if one.derived is None:
                continue
            seen += 1
            for metric, value, first, last, source in one.derived.inputs:
                begun = [o for o in base.observations(metric) if (o.first.isoformat(), o.source) == (first, source)]
                ends = {o.last.isoformat() for o in begun} | {(o.last - DAY).isoformat() for o in begun}
                assert last in ends
                assert any(o.value == Decimal(value) for o in begun), (one, metric)
    assert seen > 300


def test_a_report_can_be_made_again_byte_for_byte(tmp_path: Path) -> None:
    """From its digest and its day, whatever the clock, the locale, the folder, the home and the hash seed."""
    command = [sys.executable, "-m", "imss_check", "check", "--config", "none", "--as-of", "2022-03-01", "--format"]
    surroundings = [
        {},
        {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": str(tmp_path), "COLUMNS": "40"},
        {"PYTHONHASHSEED": "2", "XDG_CACHE_HOME": str(tmp_path / "cache"), "LANG": "es_MX.UTF-8", "CI": "1"},
    ]
    (tmp_path / "demo.md").write_bytes(DRAFT.read_bytes())
    for format_ in ("json", "markdown", "html", "sarif", "lines"):
        written = set()
        for environment in surroundings:
            done = subprocess.run(
                [*command, format_, "demo.md"], cwd=tmp_path, capture_output=True, env={**os.environ, **environment}
            )
            assert done.returncode == 1, done.stderr
            written.add(done.stdout)
        assert len(written) == 1, format_
        if format_ == "json":
            assert json.loads(written.pop())["facts"]["digest"] == open_base().digest
