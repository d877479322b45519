"""The ledger: which published figures a changed fact breaks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from facts_samples import write_base

from imss_check.ledger.model import LedgerError, ledger_text, read_ledger

BEDS = "Hay 56 mil 753 camas.\n"
JOBS = "---\ndate: 2021-12-15\n---\nAl cierre de noviembre de 2021 había un millón 20 mil 500 empleos formales.\n"
EXEMPT = "Hay 56 mil 735 camas. <!-- imss: ignore Q105 the ministry prints it so -->\n"
DAY = ("--as-of", "2022-03-01")


class Newsroom:
    """Drafts, a base and a ledger in one folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.facts()

    def facts(self, *changes: tuple[str, str, str], **added: str) -> None:
        write_base(self.path / "facts", *changes, **added)

    def draft(self, name: str, text: str) -> None:
        path = self.path / "drafts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "imss_check", "ledger", *arguments, "--facts", "facts"]
        return subprocess.run(command, cwd=self.path, capture_output=True, text=True)

    def update(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        done = self.run("update", *(arguments or ("drafts", *DAY)))
        assert done.returncode == 0, done.stderr
        return done

    def check(self, *arguments: str) -> tuple[int, list[str]]:
        done = self.run("check", "--ledger", "drafts/imss-ledger.json", *arguments)
        assert done.stderr == ""
        return done.returncode, done.stdout.splitlines()

    @property
    def ledger(self) -> str:
        return (self.path / "drafts/imss-ledger.json").read_text("utf-8")


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


def test_a_record_has_metric_observation_and_digest(newsroom: Newsroom) -> None:
    newsroom.draft("beds.md", BEDS)
    done = newsroom.update()
    assert done.stdout == "drafts/beds.md: 1 figures as of 2022-03-01, 1 of them rest on facts\n"
    (entry,) = json.loads(newsroom.ledger)["drafts"]
    assert (entry["path"], entry["as_of"]) == ("beds.md", "2022-03-01")
    (figure,) = entry["figures"]
    assert (figure["text"], figure["value"], figure["metric"]) == ("56 mil 753", "56753", "beds_total")
    assert (figure["line"], figure["column"]) == (1, 5)
    (rest,) = figure["rests"]
    assert (rest["value"], rest["first"], rest["source"]) == ("56753", "2022-01-01", "paper-1")
    assert len(rest["digest"]) == 16


def test_nothing_changed(newsroom: Newsroom) -> None:
    newsroom.draft("beds.md", BEDS)
    newsroom.draft("jobs.md", JOBS)
    newsroom.update()
    assert newsroom.check() == (
        0, ["2 drafts, 2 figures, 2 of them rest on facts: 0 to look at, 0 exempt"],
    )  # fmt: skip
    before = newsroom.ledger
    newsroom.update()
    assert newsroom.ledger == before


def test_a_changed_fact_names_its_drafts_and_no_others(newsroom: Newsroom) -> None:
    newsroom.draft("beds.md", BEDS)
    newsroom.draft("more/beds.md", BEDS)
    newsroom.draft("jobs.md", JOBS)
    newsroom.update()
    newsroom.facts(("things", '"56753", printed: "56 mil 753"', '"56801", printed: "56 mil 801"'))
    status, lines = newsroom.check()
    assert status == 1
    said = (
        "1:5: L101 fact changed: 56 mil 753 (Beds, January 2022): the base had 56,753 (paper-1), and now has 56,801 "
        "(El Diario)"
    )
    assert lines[:2] == [f"drafts/beds.md:{said}", f"drafts/more/beds.md:{said}"]
    assert len(lines) == 3
    assert "la base tenía 56,753 (paper-1) y ahora tiene 56,801" in newsroom.check("--lang", "es")[1][0]
    assert newsroom.check("--fail-on", "never")[0] == 0


def test_a_later_figure_breaks_nothing(newsroom: Newsroom) -> None:
    newsroom.draft("beds.md", BEDS)
    newsroom.update()
    row = '    - {period: 2022-01, value: "56753", printed: "56 mil 753", source: paper-1, where: paragraph 2}\n'
    more = '    - {period: 2022-04, value: "57000", printed: "57 mil", source: paper-1}\n'
    newsroom.facts(("things", row, row + more))
    assert newsroom.check()[0] == 0


def test_a_fact_told_otherwise_breaks_nothing(newsroom: Newsroom) -> None:
    newsroom.draft("beds.md", BEDS)
    newsroom.update()
    newsroom.facts(("things", 'printed: "56 mil 753"', 'printed: "56,753"'), ("sources", "title: Camas", "title: null"))
    assert newsroom.check()[0] == 0


def test_a_withdrawn_fact(newsroom: Newsroom) -> None:
    newsroom.draft("jobs.md", JOBS)
    newsroom.update()
    row = '    - {period: 2021-11-30, value: "1020500", printed: "1 millón 20 mil 500", source: bulletin-1}\n'
    newsroom.facts(("things", row, ""))
    status, lines = newsroom.check()
    assert status == 1
    assert lines[0].startswith("drafts/jobs.md:4:")
    assert "L102 fact withdrawn" in lines[0]


def test_another_source(newsroom: Newsroom) -> None:
    newsroom.draft("beds.md", BEDS)
    newsroom.update()
    row = '    - {period: 2022-01, value: "56753", printed: "56 mil 753", source: paper-1, where: paragraph 2}\n'
    other = '    - {period: 2022-01, value: "56700", printed: "56 mil 700", source: bulletin-1}\n'
    newsroom.facts(("things", row, row + other))
    status, lines = newsroom.check()
    assert status == 0
    assert "L103 fact disputed" in lines[0]
    assert "56,700 (IMSS)" in lines[0]
    assert newsroom.check("--fail-on", "warning")[0] == 1


def test_a_draft_that_changed_or_is_gone(newsroom: Newsroom) -> None:
    newsroom.draft("beds.md", BEDS)
    newsroom.draft("jobs.md", JOBS)
    newsroom.update()
    newsroom.draft("beds.md", BEDS.replace("\n", "\r\n"))
    assert newsroom.check()[0] == 0
    newsroom.draft("beds.md", f"Nota.\n{BEDS}")
    (newsroom.path / "drafts/jobs.md").unlink()
    status, lines = newsroom.check()
    assert status == 1
    assert lines[0].startswith("drafts/beds.md: L105 draft changed")
    assert lines[1].startswith("drafts/jobs.md: L106 draft missing")
    newsroom.update("--ledger", "drafts/imss-ledger.json", *DAY)
    assert newsroom.check()[0] == 0
    assert len(json.loads(newsroom.ledger)["drafts"]) == 1


def test_exemptions_are_listed_in_every_run(newsroom: Newsroom) -> None:
    newsroom.draft("beds.md", EXEMPT)
    newsroom.update()
    for _ in range(2):
        status, lines = newsroom.check()
        assert status == 0
        assert lines[0] == "drafts/beds.md:1:5: 56 mil 735 is exempt from Q105: the ministry prints it so"
        assert lines[1].endswith("0 to look at, 1 exempt")


def test_a_draft_without_a_day_keeps_the_one_it_was_recorded_with(newsroom: Newsroom) -> None:
    newsroom.draft("beds.md", BEDS)
    newsroom.update()
    newsroom.update("drafts")
    assert json.loads(newsroom.ledger)["drafts"][0]["as_of"] == "2022-03-01"


def test_the_nearest_ledger_upwards(newsroom: Newsroom) -> None:
    newsroom.draft("more/beds.md", BEDS)
    newsroom.update()
    command = [sys.executable, "-m", "imss_check", "ledger", "check", "--facts", str(newsroom.path / "facts")]
    done = subprocess.run(command, cwd=newsroom.path / "drafts/more", capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_unreadable_draft_leaves_the_others_recorded(newsroom: Newsroom) -> None:
    newsroom.draft("beds.md", BEDS)
    (newsroom.path / "drafts/bad.md").write_bytes(b"camas \xff\n")
    done = newsroom.run("update", "drafts", *DAY)
    assert done.returncode == 2
    assert "bad.md" in done.stderr
    assert [draft["path"] for draft in json.loads(newsroom.ledger)["drafts"]] == ["beds.md"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 2}', '{"version": 1, "drafts": [{}]}', '{"version": 1}'])
def test_what_is_no_ledger(newsroom: Newsroom, text: str) -> None:
    newsroom.draft("imss-ledger.json", text)
    done = newsroom.run("check", "--ledger", "drafts/imss-ledger.json")
    assert done.returncode == 2
    assert done.stderr.startswith("imss-check: drafts/imss-ledger.json: ")
    with pytest.raises(LedgerError):
        read_ledger(text)


def test_without_a_ledger(newsroom: Newsroom) -> None:
    assert newsroom.run("check").returncode == 2
    assert newsroom.run("update").returncode == 2


def test_a_ledger_survives_writing_and_reading(newsroom: Newsroom) -> None:
    newsroom.draft("año\n«1».md", JOBS + BEDS + EXEMPT)
    newsroom.draft("empty.md", "")
    newsroom.update()
    entries = read_ledger(newsroom.ledger)
    assert ledger_text(entries) == newsroom.ledger
    assert ledger_text([]) == '{"version": 1, "drafts": []}\n'
    assert read_ledger(ledger_text([])) == []


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_update_that_is_killed_leaves_the_ledger(newsroom: Newsroom, step: str) -> None:
    newsroom.draft("beds.md", BEDS)
    newsroom.update()
    before = newsroom.ledger
    newsroom.draft("beds.md", BEDS * 2)
    program = f"import os, sys; os.{step} = lambda *a: os._exit(9); from imss_check.cli import run; run()"
    command = [sys.executable, "-c", program, "ledger", "update", "drafts", *DAY, "--facts", "facts"]
    assert subprocess.run(command, cwd=newsroom.path, env={**os.environ}, capture_output=True).returncode == 9
    assert newsroom.ledger == before
