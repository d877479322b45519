"""`imss-check eval`: what it counts, and how it shows it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from imss_check.cli import main
from imss_check.evaluation.measures import f1, share
from imss_check.evaluation.model import Score
from imss_check.evaluation.read import ClaimsError, read_claims
from imss_check.evaluation.run import evaluate
from imss_check.facts.base import open_base

RIGHT = "Al cierre de 2021 había 20,620,148 puestos de trabajo afiliados al IMSS."
WRONG = "Al cierre de 2021 había 20,260,148 puestos de trabajo afiliados al IMSS."
ABROAD = "La fábrica de Lyon produjo 731,406 relojes."


def label(text: str, surface: str, **more: Any) -> dict[str, Any]:
    start = text.index(surface)
    value = surface.replace(",", "")
    return {"start": start, "end": start + len(surface), "surface": surface, "value": value, "role": "quantity", **more}


def sentence(name: str, text: str, *labels: dict[str, Any], lang: str = "es") -> dict[str, Any]:
    return {"id": name, "lang": lang, "date": "2022-01-15", "text": text, "labels": list(labels)}


def jobs(text: str, surface: str, truth: str, **more: Any) -> dict[str, Any]:
    return label(text, surface, metric="jobs_affiliated", truth=truth, unit="job", **more)


def year(text: str) -> dict[str, Any]:
    return label(text, "2021", metric=None, truth=None) | {"role": "date"}


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def scored(folder: Path, *rows: dict[str, Any]) -> Score:
    part = evaluate(str(write(folder / "sentences.jsonl", *rows)), open_base())
    return next(iter(part.groups["sentences"].values()))


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662)],
)
def test_wilson_interval(right: int, of: int, low: float, high: float) -> None:
    found = share(right, of)
    assert found is not None
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_nothing_to_measure() -> None:
    assert share(0, 0) is None
    assert f1(0, 0, 0) is None


def test_f1_is_the_harmonic_mean_within_its_interval() -> None:
    found = f1(6, 8, 10)
    assert found is not None
    precision, recall = 6 / 8, 6 / 10
    assert found.value == pytest.approx(2 * precision * recall / (precision + recall))
    assert found.low < found.value < found.high


def test_right_and_wrong_are_counted(tmp_path: Path) -> None:
    score = scored(
        tmp_path,
        sentence("a", RIGHT, year(RIGHT), jobs(RIGHT, "20,620,148", "supported")),
        sentence("b", WRONG, year(WRONG), jobs(WRONG, "20,260,148", "contradicted", finding="Q105")),
        sentence("c", ABROAD, label(ABROAD, "731,406", metric=None, truth=None)),
    )
    assert not score.misses
    counts = score.counts
    assert (counts["read_right"], counts["read_given"], counts["read_wanted"]) == (3, 3, 3)
    assert (counts["link_right"], counts["link_given"], counts["link_wanted"]) == (2, 2, 2)
    assert (counts["wrong"], counts["wrong_caught"], counts["codes_right"], counts["quiet"]) == (1, 1, 1, 3)
    assert dict(score.confusion) == {(v, v): 1 for v in ("supported", "refuted", "unmatched")}


def test_a_wrong_alarm_is_told(tmp_path: Path) -> None:
    score = scored(tmp_path, sentence("a", WRONG, year(WRONG), jobs(WRONG, "20,260,148", "supported")))
    assert (score.counts["wrong_alarms"], score.counts["quiet"]) == (1, 0)
    assert [miss.what for miss in score.misses] == ["WRONG ALARM"]
    assert score.confusion["supported", "refuted"] == 1


def test_a_wrong_figure_called_supported_is_told(tmp_path: Path) -> None:
    score = scored(tmp_path, sentence("a", RIGHT, year(RIGHT), jobs(RIGHT, "20,620,148", "contradicted")))
    assert (score.counts["wrong_supported"], score.counts["wrong_caught"]) == (1, 0)
    assert [miss.what for miss in score.misses] == ["wrong figure called supported"]


def test_any_verdict_that_can_be_defended_is_right(tmp_path: Path) -> None:
    expect = ["outdated", "refuted"]
    score = scored(
        tmp_path, sentence("a", WRONG, year(WRONG), jobs(WRONG, "20,260,148", "contradicted", expect=expect))
    )
    assert dict(score.confusion) == {("refuted", "refuted"): 1}


def test_a_figure_that_is_none_counts_against_precision(tmp_path: Path) -> None:
    score = scored(tmp_path, sentence("a", RIGHT, year(RIGHT)))
    assert (score.counts["read_given"], score.counts["read_wanted"], score.counts["link_given"]) == (1, 0, 1)
    assert score.confusion["no figure", "supported"] == 1


def test_folder_of_drafts(tmp_path: Path) -> None:
    text = "# Empleo\n\n" + RIGHT + "\n\nEl instituto se fundó el miércoles 19 de enero de 1943.\n"
    for name in ("drafts", "labels"):
        (tmp_path / name).mkdir()
    (tmp_path / "drafts" / "a.md").write_text(text, "utf-8")
    write(tmp_path / "labels" / "a.jsonl", jobs(text, "20,620,148", "supported"))
    write(tmp_path / "manifest.jsonl", {"doc": "a", "lang": "es", "date": "2022-01-15"})
    write(tmp_path / "findings.jsonl", {"doc": "a", "code": "Q307", "surfaces": ["19"]})
    part = evaluate(str(tmp_path), open_base())
    score = part.groups["drafts"]["es"]
    assert (score.counts["self_right"], score.counts["self_given"], score.counts["self_wanted"]) == (1, 1, 1)
    assert score.counts["true_confirmed"] == 1


def test_an_optional_finding_is_neither_missed_nor_wrong(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "labels").mkdir()
    (tmp_path / "drafts" / "a.txt").write_text("Nada que contar.", "utf-8")
    write(tmp_path / "labels" / "a.jsonl")
    write(tmp_path / "manifest.jsonl", {"doc": "a", "lang": "es", "date": "2022-01-15"})
    write(tmp_path / "findings.jsonl", {"doc": "a", "code": "Q301", "surfaces": ["9"], "optional": True})
    score = evaluate(str(tmp_path), open_base()).groups["drafts"]["es"]
    assert score.counts["self_wanted"] == score.counts["self_given"] == 0


def test_a_label_beside_its_text_is_an_error(tmp_path: Path) -> None:
    wrong = label(RIGHT, "20,620,148") | {"start": 3}
    path = write(tmp_path / "sentences.jsonl", sentence("a", RIGHT, wrong))
    with pytest.raises(ClaimsError, match=r"sentences.jsonl:1: 3\.\.\d+ holds"):
        read_claims(path)


def test_nothing_to_read_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", str(tmp_path)]) == 2
    assert "neither manifest.jsonl nor sentences.jsonl" in capsys.readouterr().err


def test_json_and_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(
        tmp_path / "sentences.jsonl", sentence("a", WRONG, year(WRONG), jobs(WRONG, "20,260,148", "supported"))
    )
    assert main(["eval", "--format", "json", str(path)]) == 0
    report = json.loads(capsys.readouterr().out)
    part = report["parts"][0]["sentences"]
    assert part["scores"]["es"]["measures"]["reading.recall"]["value"] == 1
    assert part["scores"]["es"]["confusion"] == {"supported": {"refuted": 1}}
    assert part["failures"][0]["place"] == f"{path}:1"
    assert main(["eval", "--no-failures", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "linking: precision" in shown and "wrong alarms: 1" in shown and "WRONG ALARM" not in shown


def test_an_unknown_format_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "--format", "xml", str(tmp_path)]) == 2
    assert "expected one of text, json" in capsys.readouterr().err
