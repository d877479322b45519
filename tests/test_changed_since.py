"""`check --changed-since` and `--min-coverage`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from facts_samples import write_base
from repositories import DAY, RIGHT, WRONG, Repository, repository

from imss_check.git.changed import new_lines

__all__ = ["repository"]
CONTEXT = "# Camas\n\n"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_base(tmp_path_factory.mktemp("facts")))


def check(repository: Repository, base: str, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return repository.imss("check", "--facts", base, *DAY, "--format", "lines", *arguments, given=given)


def codes(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Place and code of each finding."""
    assert done.returncode in (0, 1), done.stderr
    return [line.split(" ")[0] + line.split(" ")[1] for line in done.stdout.splitlines() if ": Q" in line]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("a\nb\n", "a\nb\n", set()),
        ("a\nb\n", "a\r\nb\r\n", set()),
        ("a\nb", "a\nc\nb", {2}),
        ("a\nb\nc", "a\nc", set()),
        ("a\nb\nc", "a\nB\nc", {2}),
        ("", "a\nb", {1, 2}),
        ("b", "a\nb\nc", {1, 3}),
    ],
)
def test_new_lines(old: str, new: str, lines: set[int]) -> None:
    assert new_lines(old, new) == lines


def test_only_changed_lines_of_changed_drafts(repository: Repository, base: str) -> None:
    repository.stage("old.md", WRONG)
    repository.stage("both.md", f"{CONTEXT}{WRONG}")
    repository.commit()
    repository.write("both.md", f"{CONTEXT}{WRONG}\nTambién: {WRONG}")
    done = check(repository, base, ".", "--changed-since", "HEAD")
    assert codes(done) == ["./both.md:5:14:Q105"]
    assert done.returncode == 1
    assert "old.md" not in done.stdout


def test_the_context_of_the_whole_file_is_kept(repository: Repository, base: str) -> None:
    text = "Hay camas.\n\nDe ellas, 35,802 son censables.\n"
    repository.stage("draft.md", f"Hay 56 mil 753 camas. {text}")
    repository.commit()
    repository.write("draft.md", f"Hay 56 mil 753 camas. {text.replace('35,802', '35,820')}")
    done = check(repository, base, "draft.md", "--changed-since", "HEAD")
    assert codes(done) == ["draft.md:3:11:Q105"]


def test_staged_committed_untracked_and_renamed(repository: Repository, base: str) -> None:
    repository.stage("moved.md", f"{CONTEXT}{WRONG}" + "Una línea larga que no cambia.\n" * 5)
    repository.commit()
    start = repository.git("rev-parse", "HEAD").strip()
    repository.git("mv", "moved.md", "año nuevo.md")
    repository.stage("staged.md", WRONG)
    assert codes(check(repository, base, ".", "--changed-since", start)) == ["./staged.md:1:5:Q105"]
    repository.commit()
    repository.write("untracked\n.md", WRONG)
    done = check(repository, base, ".", "--changed-since", start)
    assert len(codes(done)) == 2
    assert "año nuevo.md:3" not in done.stdout
    assert len(codes(check(repository, base, ".", "--changed-since", "HEAD"))) == 1


def test_a_branch_is_held_against_where_it_parted(repository: Repository, base: str) -> None:
    repository.stage("draft.md", f"{RIGHT}\n{WRONG}")
    repository.commit()
    repository.git("checkout", "--quiet", "-b", "side")
    repository.stage("side.md", WRONG)
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.stage("draft.md", RIGHT)
    repository.commit()
    repository.git("checkout", "--quiet", "side")
    assert codes(check(repository, base, ".", "--changed-since", "main")) == ["./side.md:1:5:Q105"]


def test_from_a_folder_below_and_with_full_paths(repository: Repository, base: str) -> None:
    repository.stage("below/draft.md", f"{WRONG}\n{RIGHT}")
    repository.commit()
    repository.write("below/draft.md", f"{WRONG}\n{WRONG}")
    below = Repository.at(repository.path / "below")
    assert codes(check(below, base, "draft.md", "--changed-since", "HEAD")) == ["draft.md:3:5:Q105"]
    full = str(repository.path / "below/draft.md")
    assert codes(check(repository, base, full, "--changed-since", "HEAD")) == [f"{full}:3:5:Q105"]


def test_a_submodule_and_a_worktree(repository: Repository, base: str, tmp_path: Path) -> None:
    repository.stage("draft.md", f"{WRONG}\n{RIGHT}")
    repository.commit()
    repository.git("worktree", "add", "--quiet", str(tmp_path / "tree"))
    tree = Repository.at(tmp_path / "tree")
    tree.write("draft.md", f"{WRONG}\n{WRONG}")
    assert codes(check(tree, base, ".", "--changed-since", "main")) == ["./draft.md:3:5:Q105"]


def test_standard_input_has_a_name(repository: Repository, base: str) -> None:
    repository.stage("draft.md", f"{WRONG}\n{RIGHT}")
    repository.commit()
    repository.write("draft.md", f"{WRONG}\n{RIGHT}\n")
    named = ("--stdin-filename", "draft.md", "--changed-since", "HEAD")
    done = check(repository, base, "-", *named, given=f"{WRONG}\n{WRONG}")
    assert codes(done) == ["draft.md:3:5:Q105"]
    assert len(codes(check(repository, base, "-", "--changed-since", "HEAD", given=WRONG))) == 1


def test_nothing_changed_is_clean(repository: Repository, base: str) -> None:
    repository.stage("draft.md", WRONG)
    repository.commit()
    before = repository.state()
    done = check(repository, base, ".", "--changed-since", "HEAD")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert repository.state() == before


def test_line_ends_of_the_working_tree_do_not_count(repository: Repository, base: str) -> None:
    repository.git("config", "core.autocrlf", "true")
    repository.stage("draft.md", f"{WRONG}\n{RIGHT}".replace("\n", "\r\n"))
    repository.commit()
    repository.write("draft.md", f"{WRONG}\n{RIGHT}{RIGHT}".replace("\n", "\r\n"))
    assert codes(check(repository, base, ".", "--changed-since", "HEAD", "--select", "Q1")) == []


def test_a_finding_over_several_figures_stands_on_a_changed_line(repository: Repository, base: str) -> None:
    repository.stage("draft.md", RIGHT)
    repository.commit()
    repository.write("draft.md", f"{RIGHT}\n{WRONG}")
    done = check(repository, base, ".", "--changed-since", "HEAD", "--select", "Q305")
    assert codes(done) == ["./draft.md:3:5:Q305"]


def test_a_changed_draft_that_cannot_be_read(repository: Repository, base: str) -> None:
    repository.stage("draft.md", RIGHT)
    repository.commit()
    (repository.path / "draft.md").write_bytes(b"\xff\n")
    assert check(repository, base, ".", "--changed-since", "HEAD").returncode == 2


@pytest.mark.parametrize("revision", ["nothing", "--help", "-x", "HEAD~9", ""])
def test_a_wrong_revision(repository: Repository, base: str, revision: str) -> None:
    repository.stage("draft.md", RIGHT)
    repository.commit()
    done = check(repository, base, ".", f"--changed-since={revision}")
    assert done.returncode == 2
    assert done.stderr.startswith("imss-check check: --changed-since")


def test_outside_of_a_repository(base: str, tmp_path: Path) -> None:
    outside = Repository.at(tmp_path)
    outside.write("draft.md", RIGHT)
    done = outside.imss("check", "draft.md", "--changed-since", "HEAD", GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert done.returncode == 2


class TestCoverage:
    TEXT = f"{RIGHT}Y 9 mil 999 zapatos.\n"

    @pytest.mark.parametrize(("least", "status"), [("0", 0), ("50", 0), ("50%", 0), ("50.1", 1), ("100", 1)])
    def test_the_share_of_figures_that_were_checked(
        self, repository: Repository, base: str, least: str, status: int
    ) -> None:
        repository.write("draft.md", self.TEXT)
        done = check(repository, base, "draft.md", "--min-coverage", least)
        assert done.returncode == status, done.stderr
        assert ("only 50.0% of the figures could be checked" in done.stderr) == bool(status)

    def test_it_outlives_fail_on_never_and_errors_outrank_it(self, repository: Repository, base: str) -> None:
        repository.write("draft.md", self.TEXT)
        arguments = ("--min-coverage", "90", "--fail-on", "never")
        assert check(repository, base, "draft.md", *arguments).returncode == 1
        assert check(repository, base, "draft.md", "gone.md", *arguments).returncode == 2

    def test_a_draft_without_figures_is_covered(self, repository: Repository, base: str) -> None:
        repository.write("draft.md", "Sin cifras.\n")
        assert check(repository, base, "draft.md", "--min-coverage", "100").returncode == 0

    @pytest.mark.parametrize("wrong", ["-1", "101", "x", "", "1e1"])
    def test_what_is_no_percentage(self, repository: Repository, base: str, wrong: str) -> None:
        repository.write("draft.md", RIGHT)
        assert check(repository, base, "draft.md", f"--min-coverage={wrong}").returncode == 2

    def test_reports_stay_whole(self, repository: Repository, base: str) -> None:
        repository.write("draft.md", self.TEXT)
        done = repository.imss("check", "--facts", base, *DAY, "--format", "json", "draft.md", "--min-coverage", "90")
        assert json.loads(done.stdout)["documents"]
