"""`imss-check annotate` and `imss-check text`, as they are called."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import jsonschema
import pytest

from imss_check.cli import main
from imss_check.cli.app import run_app

OFFICE = Path(__file__).parent / "fixtures" / "office"
DRAFT = str(OFFICE / "draft.docx")


def test_annotate(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "out.docx"
    arguments = ["annotate", DRAFT, "-o", str(target), "--as-of", "2021-12-09", "--config", "none", "--select", "Q105"]
    assert main([*arguments, "--lang", "es"]) == 0
    with zipfile.ZipFile(target) as file:
        comments = file.read("word/comments.xml").decode()
    count = comments.count("</w:comment>")
    assert capfd.readouterr().out == f"{target}: {count} comentarios\n"
    assert count == comments.count(">Q105 ") > 1
    assert ">escribir: 165,463<" in comments


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        (str(OFFICE / "draft.odt"), "x.docx", "Word files (.docx) only"),
        (DRAFT, "none/x.docx", "cannot be written: No such file"),
        (DRAFT, DRAFT, "is the draft itself"),
        ("missing.docx", "x.docx", "no such file"),
    ],
)
def test_annotate_errors(
    source: str,
    target: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_app(["annotate", source, "-o", target, "--config", "none"]) == 2
    assert said in capfd.readouterr().err
    assert not list(tmp_path.iterdir())


def test_text(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["text", str(OFFICE / "tracked.odt")]) == 0
    assert ", antes 180,000.\nAl cierre" in capfd.readouterr().out
    assert main(["text", "--prose", str(OFFICE / "tracked.odt")]) == 0
    assert ", antes        .\nAl cierre" in capfd.readouterr().out
    assert main(["text", "missing.docx"]) == 2


def test_places_for_people(capfd: pytest.CaptureFixture[str]) -> None:
    main(["check", DRAFT, "--format", "json", "--as-of", "2021-12-09", "--config", "none"])
    report = json.loads(capfd.readouterr().out)
    jsonschema.validate(report, json.loads((OFFICE.parents[2] / "docs" / "report.schema.json").read_text("utf-8")))
    (document,) = report["documents"]
    found = {claim["text"]: claim["span"]["locator"] for claim in document["claims"]}
    headline = "El empleo formal crece en noviembre de 2021"
    assert found["165,436"] == {"kind": "paragraph", "number": 2, "character": 165, "heading": headline}
    assert found["20,933,500"] == {"kind": "cell", "number": 8, "character": 1, "heading": "Puestos de trabajo por mes"}
    assert found["148,917"]["kind"] == "note" and found["148,917"]["number"] == 1


@pytest.mark.parametrize(("name", "place"), [
    ("draft.docx", "párrafo 2, carácter 165, bajo «El empleo formal crece en noviembre de 2021»"),
    ("draft.odt", "párrafo 2, carácter 165, bajo «El empleo formal crece en noviembre de 2021»"),
    ("draft.pdf", "página 1, línea 2, bajo «El empleo formal crece en noviembre de 2021»"),
    ("draft.html", "9:192:"),
])  # fmt: skip
def test_lines_say_where_to_look(name: str, place: str, capfd: pytest.CaptureFixture[str]) -> None:
    options = ["--format", "lines", "--as-of", "2021-12-09", "--config", "none", "--select", "Q105", "--lang", "es"]
    main(["check", str(OFFICE / name), *options])
    assert f"{name}:{place}" in capfd.readouterr().out
