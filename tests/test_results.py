"""A kept report is the report: nothing is lost in keeping, nothing that it follows from may change behind it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from imss_check import asof, parallel, results
from imss_check.cli import main
from imss_check.facts.base import FactBase, open_base
from imss_check.parallel import Setting, check_one, equip
from imss_check.reports.formats import format_names
from imss_check.results import Results, freeze, plain, thaw
from imss_check.text.model import Draft
from imss_check.text.read import draft_from_text, read_draft

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2022, 3, 1)
SETTING = Setting(DAY, "en", True, True)
WRONG = "El IMSS tiene mil 525 hospitales y 56,735 camas.\n"
DRAFTS = [
    *sorted((ROOT / "claims" / "dev" / "drafts").iterdir())[:12],
    ROOT / "claims" / "demo.md",
    *sorted((ROOT / "tests" / "fixtures" / "office").glob("draft.*")),
]


@pytest.fixture(autouse=True)
def kept_as_usual(nothing_kept: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "results_folder", results.results_folder)


@pytest.fixture(scope="module")
def base() -> FactBase:
    return open_base()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Path("wrong.md").write_text(WRONG, "utf-8")
    return tmp_path


def kept(folder: Path) -> list[Path]:
    """The reports that are kept."""
    return sorted((folder / "cache" / "imss-check" / "reports").glob("*"))


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_nothing_is_lost(path: Path, base: FactBase) -> None:
    draft = read_draft(str(path))
    report = check_one(draft, equip(base, SETTING._replace(keep=False)))
    assert report.claims
    assert thaw(json.loads(json.dumps(freeze(report), default=plain)), draft) == report


def test_a_kept_report_is_taken(here: Path, base: FactBase, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = draft_from_text(WRONG)
    first = check_one(draft, equip(base, SETTING))
    monkeypatch.setattr("imss_check.check.check_draft", lambda *_: pytest.fail("it was checked anew"))
    assert check_one(draft, equip(base, SETTING)) == first
    assert len(kept(here)) == 1


CHANGES: dict[str, Callable[[Draft, Setting], tuple[Draft, Setting]]] = {
    "a figure": lambda d, s: (draft_from_text(d.text.replace("56,735", "56,753")), s),
    "its path": lambda d, s: (d._replace(path="other.md"), s),
    "how it was read": lambda d, s: (draft_from_text(d.text, markdown=True)._replace(masked=((0, 7),)), s),
    "its day": lambda d, s: (d._replace(day=date(2021, 3, 1)), s),
    "the day asked for": lambda d, s: (d, s._replace(as_of=date(2022, 3, 2))),
    "the language of messages": lambda d, s: (d, s._replace(message_language="es")),
    "whether git knows its day": lambda d, s: (d, s._replace(committed=False)),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_changes_a_report_is_checked_anew(what: str, here: Path, base: FactBase) -> None:
    draft = draft_from_text(WRONG)
    check_one(draft, equip(base, SETTING))
    other, setting = CHANGES[what](draft, SETTING)
    assert Results(str(here), base.digest, setting).path(other) != Results(str(here), base.digest, SETTING).path(draft)
    anew = check_one(other, equip(base, setting._replace(keep=False)))
    assert check_one(other, equip(base, setting)) == anew
    assert len(kept(here)) == 2


def test_another_base_and_another_program_check_anew(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = draft_from_text(WRONG)
    ours = Results(str(here), "a", SETTING).path(draft)
    assert Results(str(here), "b", SETTING).path(draft) != ours
    monkeypatch.setattr(results, "program_stamps", lambda: [("/check.py", 1, 1)])
    assert Results(str(here), "a", SETTING).path(draft) != ours


def test_every_module_of_the_program_is_stamped() -> None:
    modules = {str(path.relative_to(results.PACKAGE)) for path in Path(results.PACKAGE).rglob("*.py")}
    assert {name.lstrip("/") for name, _, _ in results.program_stamps()} == modules


def test_a_draft_without_a_day_speaks_from_each_new_day(
    here: Path, base: FactBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, setting = draft_from_text(WRONG, "wrong.md"), SETTING._replace(as_of=None)
    for day in (date(2022, 3, 1), date(2023, 3, 1)):
        monkeypatch.setattr(asof, "unstated_day", lambda *_, day=day: (day, "today"))
        monkeypatch.setattr("imss_check.parallel.unstated_day", lambda *_, day=day: (day, "today"))
        for _ in range(2):
            assert check_one(draft, equip(base, setting)).as_of == day


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}", '{"sources": 3}', "null", "\x00\xff", "[" * 100_000])
def test_a_damaged_report_is_checked_anew(damage: str, here: Path, base: FactBase) -> None:
    draft = draft_from_text(WRONG)
    first = check_one(draft, equip(base, SETTING))
    (path,) = kept(here)
    path.write_text(damage, "utf-8")
    assert check_one(draft, equip(base, SETTING)) == first
    assert check_one(draft, equip(base, SETTING)) == first
    assert path.read_text("utf-8") != damage


@pytest.mark.parametrize("part", ["claims", "findings", "sources"])
def test_a_report_with_a_part_missing_is_checked_anew(part: str, here: Path, base: FactBase) -> None:
    draft = draft_from_text(WRONG)
    first = check_one(draft, equip(base, SETTING))
    (path,) = kept(here)
    said = json.loads(path.read_text("utf-8"))
    said[part] = [row[:-1] for row in said[part]]
    path.write_text(json.dumps(said), "utf-8")
    assert check_one(draft, equip(base, SETTING)) == first


def test_where_nothing_can_be_kept(here: Path, base: FactBase) -> None:
    (here / "cache").write_text("a file where the folder should be", "utf-8")
    assert check_one(draft_from_text(WRONG), equip(base, SETTING)).findings


def test_only_the_newest_are_kept(here: Path, base: FactBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MOST_KEPT", 6)
    for number in range(20):
        check_one(draft_from_text(f"Hay {number} hospitales."), equip(base, SETTING))
        assert 0 < len(kept(here)) <= 6
    monkeypatch.setattr(results, "MOST_BYTES", 10)
    before = kept(here)
    check_one(draft_from_text("Hay 21 hospitales."), equip(base, SETTING))
    assert kept(here) == before


@pytest.mark.parametrize("name", format_names())
def test_each_format_writes_the_same_bytes(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["check", "--config", "none", "--as-of", "2022-03-01", "--format", name, "wrong.md"]
    said = []
    for options in (["--no-cache"], [], []):
        assert main([*command, *options]) == 1
        said.append(capsys.readouterr().out)
        assert len(kept(here)) == (0 if options else 1)
    assert said[0] == said[1] == said[2]


def test_only_their_owner_reads_them(here: Path, base: FactBase) -> None:
    check_one(draft_from_text(WRONG), equip(base, SETTING))
    (path,) = kept(here)
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
