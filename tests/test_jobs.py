"""Many drafts in several processes: the bytes are those of one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from imss_check.facts.base import open_base
from imss_check.parallel import FEW, Setting, check_many
from imss_check.text.model import Draft
from imss_check.text.read import draft_from_text
from imss_check.text.sentences import LONGEST, split_sentences

TEXT = "El IMSS cuenta con mil {number} Unidades de Medicina Familiar y {number} hospitales.\n"
DRAFTS = FEW + 5


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Drafts, one of which is no text."""
    made = tmp_path_factory.mktemp("drafts")
    for number in range(DRAFTS):
        (made / f"{number:02}.md").write_text(TEXT.format(number=520 + number), "utf-8")
    (made / "05.md").write_bytes(b"a\xff")
    return made


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [
        sys.executable,
        "-m",
        "imss_check",
        "check",
        "--as-of",
        "2022-03-01",
        "--config",
        "none",
        *arguments,
        ".",
    ]
    return subprocess.run(command, cwd=folder, capture_output=True)


@pytest.mark.parametrize("format_", ["json", "lines"])
def test_the_bytes_do_not_depend_on_the_number_of_processes(folder: Path, format_: str) -> None:
    one, two, default = (check(folder, "--format", format_, *jobs) for jobs in (("--jobs", "1"), ("--jobs", "3"), ()))
    assert one.returncode == 2 and b"05.md" in one.stderr
    assert one.stdout.count(b".md") >= DRAFTS - 1
    assert (two.stdout, two.stderr, two.returncode) == (one.stdout, one.stderr, one.returncode)
    assert (default.stdout, default.returncode) == (one.stdout, one.returncode)


@pytest.mark.parametrize("wrong", ["0", "-1", "many"])
def test_jobs_is_a_whole_number(folder: Path, wrong: str) -> None:
    done = check(folder, f"--jobs={wrong}")
    assert done.returncode == 2 and b"a whole number from 1 to 999" in done.stderr


def test_few_drafts_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr("imss_check.parallel.in_processes", never)
    drafts = [draft_from_text(TEXT.format(number=n), f"{n}.txt") for n in range(FEW)]
    report = check_many(drafts, open_base(), None, Setting(None, "en", False), 4)
    assert [d.path for d in report.documents] == [d.path for d in drafts]


def test_a_sentence_without_end_is_cut_at_a_space() -> None:
    draft: Draft = draft_from_text("mil doscientos veinte y tres " * 500, "-")
    sentences = split_sentences(draft)
    assert len(sentences) > 5
    assert max(s.end - s.start for s in sentences) < LONGEST + 20
    assert "".join(draft.clean[s.start : s.end].replace(" ", "") for s in sentences) == draft.text.replace(" ", "")
