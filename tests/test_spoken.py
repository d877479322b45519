"""Everything that a person reads is there in every language, and the right language is chosen."""

from __future__ import annotations

import ast
import json
import pickle
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import typer
from format_samples import archive_manifest, archive_tally

from imss_check import said
from imss_check.cli import main
from imss_check.cli.app import app
from imss_check.cli.explain import pages
from imss_check.cli.language import spoken
from imss_check.cli.spoken_help import retold
from imss_check.languages.es import help as es_help
from imss_check.languages.es import said as es
from imss_check.linking.model import Features
from imss_check.reports.formats import format_names, load_format
from imss_check.reports.notices import RULES as NOTICES
from imss_check.reports.words import words
from imss_check.said import Said, tell
from imss_check.verdicts.findings import RULES

PACKAGE = Path(said.__file__).parent
OTHERS = ("es",)
"""The languages that sentences are told in; English is how the program says them."""
LETTERS = re.compile(r"[a-z]{2}")


def templates() -> dict[str, str]:
    """Return every template of a sentence in the program, and where it is said."""
    found: dict[str, str] = {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                first = {"Said": 0, "unknown": 2}.get(node.func.id)
                if first is not None and len(node.args) > first:
                    text = node.args[first]
                    if isinstance(text, ast.Constant):
                        found[text.value] = path.name
    return found | {"no such option: {name}": "options.py"}


def blanks(template: str) -> set[tuple[str, str, str]]:
    """Return what is filled in, and how it is written."""
    return {(n, s or "", c or "") for _, n, s, c in Formatter().parse(template) if n is not None}


def has_words(template: str) -> bool:
    """Whether a template says something itself, and does not only put other sentences together."""
    return bool(LETTERS.search(re.sub(r"\{.*?\}", "", template)))


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_there(language: str) -> None:
    known = import_module(f"imss_check.languages.{language}.said").SAID
    every = set(templates())
    assert {template for template in every if has_words(template)} - set(known) == set()
    assert set(known) - every == set(), "said nowhere"


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_filled_in_as_in_english(language: str) -> None:
    data, told = (import_module(f"imss_check.languages.{language}.{area}") for area in ("said", "help"))
    for template, like in [*data.SAID.items(), *told.TEMPLATES.items()]:
        if not template.startswith("a table, like"):  # its braces are those of TOML
            assert blanks(template) == blanks(like), template


def commands(command: Any = None, name: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every command and group with its name."""
    command = command or typer.main.get_command(app)
    yield name, command
    for key, below in getattr(command, "commands", {}).items():
        yield from commands(below, (*name, key))


def helps() -> set[str]:
    """Return every text of help as it is declared."""
    texts = set()
    for _, command in commands():
        texts |= {command.help, *(parameter.help for parameter in command.params)}
    return {text for text in texts if text}


def test_every_help_text_is_there() -> None:
    shown = helps()
    for text in shown:
        assert retold(text, "es") != text, text
    spare = {text for text in es_help.HELP if not any(one.startswith(text) for one in shown)}
    assert spare == set(), "no command says this"


def test_every_metavar_is_there() -> None:
    found = {parameter.metavar for _, command in commands() for parameter in command.params if parameter.metavar}
    choices = {metavar for metavar in found if re.fullmatch(r"[a-z]+(\|[a-z]+)+", metavar)}
    assert found - choices - set(es_help.METAVARS) == set()


@pytest.mark.parametrize("name", [name for name, _ in commands()], ids=" ".join)
def test_help_is_in_spanish(name: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*name, "--help", *([] if name in {("facts",), ("hook",), ("ledger",)} else ["--lang", "es"])]) == 0
    english = capsys.readouterr().out
    said.spoken = lambda: "es"
    from imss_check.cli.app import run_app

    assert run_app([*name, "--help"]) == 0
    out = capsys.readouterr().out
    if "Uso:" not in english:
        assert "Usage:" in english
    plain = " ".join(out.split())
    assert plain.startswith("Uso: imss-check")
    for text in [*helps(), "Options:", "Arguments:", "Commands:", "Usage:", "[required]", "[default:", "Show this"]:
        assert " ".join(text.split())[:40] not in plain
    for word in ("the", "of", "with", "that", "which"):
        assert f" {word} " not in plain


@pytest.mark.parametrize(("arguments", "told"), [
    (["check"], "imss-check check: falta decir qué se revisa"),
    (["check", "--fixx", "a"], "no existe la opción --fixx; ¿quiso decir --fix?"),
    (["check", "--lang"], "--lang necesita un valor: es|en"),
    (["check", "--as-of", "ayer", "a"], "--as-of 'ayer': se esperaba un día, como 2022-03-01"),
    (["check", "--fail-on=x", "a"], "--fail-on 'x': se esperaba alguna de estas palabras: error, warning, never"),
    (["check", "--format", "pdf", "a"], "no existe el formato pdf; los hay: "),
    (["check", "nada.md"], "nada.md: no existe tal archivo o carpeta"),
    (["hook"], "falta decir qué hacer: install, uninstall, run"),
    (["explain", "Q999"], "no existe la regla Q999"),
    (["explai"], "Error: no existe el comando 'explai'; ¿quiso decir 'explain'?"),
    (["explain", "--nix"], "Error: no existe la opción --nix"),
    (["explain", "a", "b"], "Error: sobran argumentos: b"),
    (["facts"], "Uso: imss-check facts [OPCIONES] COMANDO"),
    (["facts", "search"], "Error: falta el argumento 'TEXTO'"),
    (["facts", "search", "x", "--limit", "0"], "Error: valor inadmisible de '--limit': 0 queda fuera de x>=1"),
    (["facts", "search", "x", "--limit", "y"], "Error: valor inadmisible de '--limit': 'y' no es un número entero"),
    (["facts", "search", "x", "--limit"], "Error: la opción '--limit' necesita un valor"),
    (["facts", "show", "camas"], "no existe el indicador camas"),
    (["annotate", "a.docx"], "Error: falta la opción '--output' / '-o'"),
    (["annotate", "a.txt", "-o", "b.docx"], "a.txt: solo los archivos de Word (.docx) llevan comentarios"),
    (["archive", "x"], "imss-check: archive lleva unos DATOS y --out CARPETA"),
])  # fmt: skip
def test_usage_errors_are_in_spanish(
    arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "es_MX.UTF-8")
    assert main(arguments) == 2
    assert told in capsys.readouterr().err


def test_a_configuration_is_told_wrong_in_its_own_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("imss-check.toml").write_text('lang = "es"\nfail-onn = "error"\nselect = "Q1"\n', "utf-8")
    assert main(["check", "a.md"]) == 2
    err = capsys.readouterr().err
    assert "imss-check.toml:2: no existe la clave fail-onn; ¿quiso decir fail-on?" in err
    assert 'imss-check.toml:3: select: se esperaba una lista de textos, como ["a", "b"]' in err


def test_defects_of_a_base_are_in_spanish(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.yaml").write_text("a:\n  name: b\n  zz: c\n  zz: d\n", "utf-8")
    assert main(["facts", "validate", "--facts", str(tmp_path), "--lang", "es"]) == 1
    out = capsys.readouterr().out
    assert "F102 la clave 'zz' está dos veces (la primera, en la línea 3)" in out
    assert "F104 el indicador 'a' tiene una clave desconocida, 'zz'" in out
    assert "F105 el indicador 'a' no tiene unit" in out


def choose(monkeypatch: pytest.MonkeyPatch, **environment: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)


class TestLanguage:
    @pytest.mark.parametrize(("environment", "language"), [
        ({}, "en"), ({"LANG": "es_MX.UTF-8"}, "es"), ({"LANG": "es"}, "es"), ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "es_MX", "LC_MESSAGES": "en_US"}, "en"), ({"LC_ALL": "C", "LANG": "es_MX"}, "en"),
        ({"LC_ALL": "", "LANG": "es_MX"}, "es"), ({"LC_ALL": "C.UTF-8"}, "en"), ({"LANG": "est"}, "en"),
    ])  # fmt: skip
    def test_locale(self, environment: dict[str, str], language: str, tmp_path: Path, monkeypatch: Any) -> None:
        monkeypatch.chdir(tmp_path)
        choose(monkeypatch, **environment)
        assert spoken([]) == language

    def test_flag_before_configuration_before_locale(self, tmp_path: Path, monkeypatch: Any) -> None:
        monkeypatch.chdir(tmp_path)
        choose(monkeypatch, LANG="en_US")
        (tmp_path / "imss-check.toml").write_text('lang = "es"\n', "utf-8")
        assert spoken(["check"]) == "es"
        assert spoken(["check", "--lang", "en"]) == "en"
        assert spoken(["check", "--lang=en"]) == "en"
        assert spoken(["check", "--config", "none"]) == "en"
        assert spoken(["check", "--", "--lang", "en"]) == "es"
        assert spoken(["check", "--lang", "fr"]) == "es"

    def test_a_broken_configuration_says_nothing(self, tmp_path: Path, monkeypatch: Any) -> None:
        monkeypatch.chdir(tmp_path)
        choose(monkeypatch, LANG="es_MX")
        (tmp_path / "imss-check.toml").write_text("lang = [\n", "utf-8")
        assert spoken([]) == "es"

    @pytest.mark.parametrize("name", format_names())
    def test_what_programs_read_is_english(
        self, name: str, tmp_path: Path, monkeypatch: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        choose(monkeypatch, LC_ALL="es_MX.UTF-8")
        (tmp_path / "a.md").write_text("El IMSS tiene mil 525 Unidades de Medicina Familiar.\n", "utf-8")
        assert main(["check", "--as-of", "2022-03-01", "--format", name, "a.md"]) == 1
        told = "era correct" in " ".join(capsys.readouterr().out.split())
        assert told == load_format(name).for_people == (name in {"terminal", "lines", "html", "markdown"})


class TestSaid:
    def test_it_is_its_english(self) -> None:
        one = Said("{name}: no such option", name="x")
        assert one == "x: no such option" and isinstance(one, str)
        assert Said("{braces} as they are") == "{braces} as they are"

    def test_sentences_within_are_told_too(self) -> None:
        error = ValueError(Said("a day, like 2022-03-01"))
        one = Said("{name} {text!r}: expected {why}", name="--as-of", text="x", why=error)
        assert one == "--as-of 'x': expected a day, like 2022-03-01"
        assert tell(one, "es") == "--as-of 'x': se esperaba un día, como 2022-03-01"
        assert tell(one, "en") == one
        assert str(error) is error.args[0]

    def test_what_nobody_translated_stays(self) -> None:
        assert tell("plain", "es") == "plain"
        assert tell(Said("unheard of"), "es") == "unheard of"

    def test_it_travels(self) -> None:
        one = pickle.loads(pickle.dumps(Said("each of {what}", what="{x}")))
        assert one == "each of {x}" and tell(one, "es") == "cada elemento de {x}"

    def test_the_system_speaks_too(self) -> None:
        assert tell(said.because(FileNotFoundError(2, "No such file or directory")), "es") in es.SYSTEM.values()


class TestTables:
    """What shows how the program works, and what it counted, is in Spanish too."""

    @pytest.mark.parametrize("language", OTHERS)
    def test_features_and_cues_have_names(self, language: str) -> None:
        data = words(language, "claim")
        assert set(data.FEATURES) == set(Features._fields) - {"bias"}
        assert set(data.CUES) == {*words("en", "cues").CUES, "change", "future"}

    def test_claim(self, capsys: pytest.CaptureFixture[str]) -> None:
        sentence = "El IMSS tiene mil 525 Unidades de Medicina Familiar, más que en 2020."
        assert main(["claim", sentence, "--as-of", "2022-03-01", "--lang", "es"]) == 1
        out = capsys.readouterr().out
        for part in ("al 2022-03-01", "veredicto: desactualizada – Q102", "escribir: mil 531", "a favor: palabras +",
                     "(lo dice el texto)", "IMSS (institución: propia)", "habla de: ", "vigente: 1,531"):  # fmt: skip
            assert part in out
        assert not re.search(r"\b(verdict|metric|for|against|in force|level|words|stated)\b", out)

    def test_eval(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        text = "Al cierre de 2021 había 20,620,148 puestos de trabajo afiliados al IMSS."
        figure = {"start": 24, "end": 34, "surface": "20,620,148", "value": "20620148", "role": "quantity",
                  "metric": "beds_total", "truth": "contradicted"}  # fmt: skip
        row = {"id": "a", "lang": "es", "date": "2022-01-15", "text": text, "labels": [figure]}
        (tmp_path / "sentences.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
        assert main(["eval", str(tmp_path), "--lang", "es"]) == 0
        out = capsys.readouterr().out
        for part in (": 1 oraciones", "vínculo: precisión", "esperado ↓ dicho →", "falsas alarmas: 0", "fallos: ",
                     "se esperaba beds_total, se obtuvo jobs_affiliated",
                     "cifra errónea dada por correcta: 20,620,148: se esperaba refutada, se obtuvo corr"):  # fmt: skip
            assert part in out
        assert main(["eval", str(tmp_path), "--lang", "es", "--format", "json"]) == 0
        assert "wrong figure called supported" in capsys.readouterr().out

    def test_archive(self) -> None:
        pytest.importorskip("pyarrow")
        from imss_check.archive.page import render
        from imss_check.archive.summary import lines, sections

        tally = archive_tally()
        told = "\n".join(lines(sections(tally, language="es")))
        for part in ("recibidas", "Cifras por veredicto", "en disputa", "Cifras por año", "Cifras erróneas más"):
            assert part in told
        page = render(archive_manifest(), tally, "es")
        assert '<html lang="es">' in page and "3 indicadores" in page and "Cifras de acervo.jsonl" in page
        for text in (told, re.sub(r"<[^>]*>", "", page.partition("<body>")[2])):
            assert not re.search(r"\b(rows|claims|figures|verdict|metric|year|supported|refuted)\b", text, re.I)

    def test_compiling(self, tmp_path: Path, monkeypatch: Any, capsys: pytest.CaptureFixture[str]) -> None:
        from imss_check.facts.compile import main as compile_main

        choose(monkeypatch, LANG="es_MX.UTF-8")
        assert compile_main([]) == 2
        assert "uso: " in capsys.readouterr().err
        (tmp_path / "x.yaml").write_text("a:\n  zz: c\n", "utf-8")
        assert compile_main([str(tmp_path / "base"), str(tmp_path)]) == 2
        assert "tiene una clave desconocida" in capsys.readouterr().err


class TestPages:
    def test_every_rule_has_a_page_in_every_language(self) -> None:
        for language in OTHERS:
            assert list(pages(language)) == list(pages())

    @pytest.mark.parametrize("code", sorted(pages()))
    def test_pages_have_the_same_parts(self, code: str) -> None:
        for language in OTHERS:
            mine, theirs = pages(language)[code], pages()[code]
            for mark in (r"(?m)^#+ ", r"(?m)^> ", r"`(--[a-z-]+|imss-check [a-z ]+)"):
                assert len(re.findall(mark, mine)) == len(re.findall(mark, theirs)), mark

    @pytest.mark.parametrize("code", sorted(RULES) + sorted(NOTICES))
    def test_pages_are_called_what_findings_are(self, code: str) -> None:
        for language in OTHERS:
            names = {**words(language, "reports").NAMES, **words(language, "notices").NAMES}
            assert pages(language)[code].splitlines()[0] == f"{code} {names[code]}"

    def test_explain_speaks(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["explain", "q102", "--lang", "es"]) == 0
        assert capsys.readouterr().out.startswith("Q102 desactualizada\n\nGravedad: error.")
