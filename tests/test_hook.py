"""The git hook: what is staged or pushed is judged, and nothing of the repository changes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from facts_samples import write_base
from repositories import DAY, RIGHT, WRONG, Repository, repository

__all__ = ["repository"]
NAMES = ("ñandú y más.md", "a  b.md", "two\nlines.md", 'quote".md', "tab\t.txt", "sub/año/nota.md")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_base(tmp_path_factory.mktemp("facts")))


@pytest.fixture
def options(base: str) -> tuple[str, ...]:
    return ("--facts", base, *DAY, "--format", "lines")


class TestRun:
    def test_nothing_staged_is_clean_and_silent(self, repository: Repository, options: tuple[str, ...]) -> None:
        repository.write("wrong.md", WRONG)
        done = repository.imss("hook", "run", *options)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    @pytest.mark.parametrize("name", NAMES)
    def test_the_first_commit_with_any_name(self, repository: Repository, options: tuple[str, ...], name: str) -> None:
        repository.stage(name, WRONG)
        before = repository.state()
        done = repository.imss("hook", "run", *options)
        assert done.returncode == 1, done.stderr
        assert ":1:5: Q105" in done.stdout
        assert repository.state() == before

    def test_the_index_is_judged_and_not_the_working_tree(
        self, repository: Repository, options: tuple[str, ...]
    ) -> None:
        repository.stage("draft.md", WRONG)
        repository.write("draft.md", RIGHT)
        assert repository.imss("hook", "run", *options).returncode == 1
        repository.git("add", "draft.md")
        repository.write("draft.md", WRONG)
        assert repository.imss("hook", "run", *options).returncode == 0

    def test_only_what_the_commit_changes(self, repository: Repository, options: tuple[str, ...]) -> None:
        repository.stage("old.md", WRONG)
        repository.commit()
        repository.stage("new.md", RIGHT)
        done = repository.imss("hook", "run", *options)
        assert done.returncode == 0
        assert "old.md" not in done.stdout

    def test_a_renamed_and_a_deleted_file(self, repository: Repository, options: tuple[str, ...]) -> None:
        repository.stage("old.md", WRONG)
        repository.stage("gone.md", WRONG)
        repository.commit()
        repository.git("mv", "old.md", "new.md")
        repository.git("rm", "--quiet", "gone.md")
        done = repository.imss("hook", "run", *options)
        assert done.returncode == 1
        assert done.stdout.startswith("new.md:1:5: Q105")
        assert "gone.md" not in done.stdout

    def test_from_a_folder_below_the_top(self, repository: Repository, options: tuple[str, ...]) -> None:
        repository.stage("wrong.md", WRONG)
        (repository.path / "below").mkdir()
        inside = Repository.at(repository.path / "below")
        done = inside.imss("hook", "run", *options)
        assert done.stdout.startswith("../wrong.md:1:5: Q105")

    def test_another_index(self, repository: Repository, options: tuple[str, ...]) -> None:
        repository.stage("right.md", RIGHT)
        repository.commit()
        repository.write("wrong.md", WRONG)
        other = str(repository.path / "other-index")
        repository.git("read-tree", "HEAD", GIT_INDEX_FILE=other)
        repository.git("add", "wrong.md", GIT_INDEX_FILE=other)
        assert repository.imss("hook", "run", *options).returncode == 0
        assert repository.imss("hook", "run", *options, GIT_INDEX_FILE=other).returncode == 1

    def test_line_ends_are_those_of_the_blob(self, repository: Repository, options: tuple[str, ...]) -> None:
        repository.git("config", "core.autocrlf", "true")
        repository.stage("draft.txt", f"Nota.\r\n{WRONG}".replace("\n", "\r\n").replace("\r\r", "\r"))
        done = repository.imss("hook", "run", "--facts", options[1], *DAY, "--format", "json")
        assert '"line": 2' in done.stdout
        assert "\\r" not in done.stdout

    def test_a_pointer_of_lfs_is_never_clean(self, repository: Repository, options: tuple[str, ...]) -> None:
        pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 12345\n"
        repository.stage("draft.md", pointer)
        done = repository.imss("hook", "run", *options)
        assert done.returncode == 2
        assert "LFS pointer" in done.stderr

    def test_a_submodule_and_a_link_are_no_drafts(
        self, repository: Repository, options: tuple[str, ...], tmp_path: Path
    ) -> None:
        inner = Repository(tmp_path / "inner")
        inner.stage("wrong.md", WRONG)
        inner.commit()
        repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.path), "inner.md")
        os.symlink("nowhere", repository.path / "link.md")
        repository.git("add", "link.md")
        done = repository.imss("hook", "run", *options)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    def test_a_merge_in_progress(self, repository: Repository, options: tuple[str, ...]) -> None:
        repository.stage("draft.md", RIGHT)
        repository.commit()
        repository.git("checkout", "--quiet", "-b", "side")
        repository.stage("draft.md", f"Del lado.\n{RIGHT}")
        repository.stage("theirs.md", RIGHT)
        repository.commit()
        repository.git("checkout", "--quiet", "main")
        repository.stage("draft.md", f"Del tronco.\n{RIGHT}")
        repository.commit()
        repository.git("merge", "side", check=False)
        done = repository.imss("hook", "run", *options)
        assert done.returncode == 2
        assert "draft.md: is not in the index: it has conflicts" in done.stderr
        repository.stage("draft.md", WRONG)
        done = repository.imss("hook", "run", *options)
        assert done.returncode == 1
        assert "theirs.md" in done.stdout

    def test_configuration_of_the_user_does_not_matter(self, repository: Repository, options: tuple[str, ...]) -> None:
        for name, value in (
            ("diff.relative", "true"), ("diff.renames", "copies"), ("color.ui", "always"), ("core.quotePath", "true"),
            ("diff.noprefix", "true"), ("log.showSignature", "true"), ("diff.external", "false"),
        ):  # fmt: skip
            repository.git("config", name, value)
        repository.stage("año.md", WRONG)
        done = repository.imss("hook", "run", *options)
        assert done.stdout.startswith("año.md:1:5: Q105"), done.stderr

    def test_outside_of_a_repository(self, tmp_path: Path, repository: Repository, options: tuple[str, ...]) -> None:
        outside = Repository.at(tmp_path)
        done = outside.imss("hook", "run", *options, GIT_CEILING_DIRECTORIES=str(tmp_path))
        assert done.returncode == 2
        assert done.stderr.startswith("imss-check hook: ")

    @pytest.mark.parametrize("wrong", [["fly"], [], ["uninstall", "--fix"], ["install", "x"], ["run", "--x"]])
    def test_bad_usage(self, repository: Repository, wrong: list[str]) -> None:
        assert repository.imss("hook", *wrong).returncode == 2

    def test_a_run_imports_nothing_heavy(self, repository: Repository, options: tuple[str, ...]) -> None:
        repository.stage("draft.txt", RIGHT)
        program = (
            "import sys; from imss_check.cli import main; status = main(sys.argv[1:]); "
            "print(*sys.modules, file=sys.stderr); sys.exit(status)"
        )
        done = repository.run(sys.executable, "-c", program, "hook", "run", *options)
        assert done.returncode == 0
        assert not set(done.stderr.split()) & {"typer", "rich", "pint", "yaml", "rapidfuzz", "dataclasses"}

    def test_a_run_without_a_draft_imports_no_part_of_a_check(self, repository: Repository) -> None:
        repository.stage("code.py", "x = 1\n")
        program = (
            "import sys; from imss_check.cli import main; status = main(['hook', 'run']); "
            "print(*sys.modules, file=sys.stderr); sys.exit(status)"
        )
        done = repository.run(sys.executable, "-c", program)
        assert (done.returncode, done.stdout) == (0, "")
        loaded = {name.split(".")[1] for name in done.stderr.split() if name.startswith("imss_check.")}
        assert loaded == {"cli", "git", "languages", "said", "text"}


class TestInstall:
    def test_commits_are_stopped_until_it_is_removed(self, repository: Repository, options: tuple[str, ...]) -> None:
        assert repository.imss("hook", "install", *options).returncode == 0
        repository.stage("draft.md", WRONG)
        stopped = repository.commit()
        assert stopped.returncode == 1
        assert "draft.md:1:5: Q105" in stopped.stdout + stopped.stderr
        repository.stage("draft.md", RIGHT)
        assert repository.commit().returncode == 0
        repository.stage("draft.md", WRONG)
        assert repository.commit("forced", "--no-verify").returncode == 0
        assert repository.imss("hook", "uninstall").returncode == 0
        repository.stage("draft.md", WRONG + WRONG)
        assert repository.commit().returncode == 0

    def test_what_is_committed_is_judged_also_with_paths_and_all(
        self, repository: Repository, options: tuple[str, ...]
    ) -> None:
        repository.imss("hook", "install", *options)
        repository.stage("a.md", RIGHT)
        repository.stage("b.md", RIGHT)
        repository.commit()
        repository.write("a.md", WRONG)
        assert repository.commit("all", "-a").returncode == 1
        assert repository.commit("one", "a.md").returncode == 1
        repository.write("b.md", RIGHT * 2)
        assert repository.commit("other", "b.md").returncode == 0

    def test_twice_is_once(self, repository: Repository) -> None:
        repository.imss("hook", "install")
        before = repository.state()
        assert repository.imss("hook", "install").stdout.startswith("renewed ")
        assert repository.state() == before

    @pytest.mark.parametrize("first", ["#!/bin/sh", "#!/usr/bin/env sh", "#!/bin/sh -e", f"#!{sys.executable}"])
    def test_an_existing_hook_keeps_its_work(
        self, repository: Repository, options: tuple[str, ...], first: str
    ) -> None:
        own = repository.path / ".git/hooks/pre-commit"
        python = "python" in first
        act = "open('ran', 'a').write('x')" if python else 'printf x >>ran; printf "%s" "$0" >name'
        own.write_text(f"{first}\n{act}\n")
        own.chmod(0o750)
        before = (own.read_bytes(), own.stat().st_mode, own.stat().st_ino)
        repository.imss("hook", "install", *options)
        repository.stage("draft.md", WRONG)
        assert repository.commit().returncode == 1
        assert (repository.path / "ran").read_text() == "x"
        if not python:
            assert (repository.path / "name").read_text().endswith("hooks/pre-commit")
        repository.imss("hook", "uninstall")
        assert (own.read_bytes(), own.stat().st_mode, own.stat().st_ino) == before
        assert not list(own.parent.glob("*imss*"))

    def test_an_existing_hook_stops_a_commit_first(self, repository: Repository, options: tuple[str, ...]) -> None:
        own = repository.path / ".git/hooks/pre-commit"
        own.write_text("#!/bin/sh\necho no >&2\nexit 7\n")
        own.chmod(0o755)
        repository.imss("hook", "install", *options)
        repository.stage("draft.md", WRONG)
        stopped = repository.commit()
        assert stopped.returncode
        assert "no" in stopped.stderr
        assert "Q105" not in stopped.stderr

    def test_a_linked_hook_stays_a_link(self, repository: Repository, options: tuple[str, ...]) -> None:
        shared = repository.write("scripts/pre-commit", "#!/bin/sh\necho linked >>ran\n")
        shared.chmod(0o755)
        own = repository.path / ".git/hooks/pre-commit"
        own.symlink_to("../../scripts/pre-commit")
        repository.imss("hook", "install", *options)
        repository.stage("draft.md", RIGHT)
        assert repository.commit().returncode == 0
        assert (repository.path / "ran").read_text() == "linked\n"
        repository.imss("hook", "uninstall")
        assert os.readlink(own) == "../../scripts/pre-commit"

    def test_a_hook_that_was_edited_is_left_alone(self, repository: Repository) -> None:
        repository.imss("hook", "install")
        own = repository.path / ".git/hooks/pre-commit"
        own.write_text(own.read_text() + "echo mine\n")
        for action in ("install", "uninstall"):
            done = repository.imss("hook", action)
            assert done.returncode == 2
            assert "edited by hand" in done.stderr

    def test_another_tool_on_top(self, repository: Repository, options: tuple[str, ...]) -> None:
        hooks = repository.path / ".git/hooks"
        (hooks / "pre-commit").write_text("#!/bin/sh\necho first >>ran\n")
        (hooks / "pre-commit").chmod(0o755)
        repository.imss("hook", "install", *options)
        (hooks / "pre-commit").rename(hooks / "pre-commit.legacy")
        (hooks / "pre-commit").write_text('#!/bin/sh\n"$0.legacy" "$@"\n')
        (hooks / "pre-commit").chmod(0o755)
        repository.stage("draft.md", WRONG)
        assert repository.commit().returncode == 1
        assert (repository.path / "ran").read_text() == "first\n"
        done = repository.imss("hook", "uninstall")
        assert done.returncode == 2
        assert "pre-commit.legacy" in done.stderr

    def test_the_configured_folder(self, repository: Repository, options: tuple[str, ...]) -> None:
        repository.git("config", "core.hooksPath", ".githooks")
        (repository.path / "below").mkdir()
        inside = Repository.at(repository.path / "below")
        assert inside.imss("hook", "install", *options).returncode == 0
        assert (repository.path / ".githooks/pre-commit").exists()
        repository.stage("draft.md", WRONG)
        assert repository.commit().returncode == 1

    def test_a_worktree_and_a_submodule(self, repository: Repository, options: tuple[str, ...], tmp_path: Path) -> None:
        repository.stage("draft.md", RIGHT)
        repository.commit()
        repository.git("worktree", "add", "--quiet", str(tmp_path / "tree"))
        tree = Repository.at(tmp_path / "tree")
        assert tree.imss("hook", "install", *options).returncode == 0
        tree.stage("draft.md", WRONG)
        assert tree.commit().returncode == 1
        outer = Repository(tmp_path / "outer")
        outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(repository.path), "inner")
        inner = Repository.at(outer.path / "inner")
        assert inner.imss("hook", "install", *options).returncode == 0
        assert (outer.path / ".git/modules/inner/hooks/pre-commit").exists()
        inner.stage("draft.md", WRONG)
        assert inner.commit().returncode == 1

    def test_a_bare_repository(self, tmp_path: Path) -> None:
        bare = Repository(tmp_path / "bare.git", "--bare")
        assert bare.imss("hook", "install").returncode == 2

    def test_where_the_program_is_gone(self, repository: Repository, options: tuple[str, ...]) -> None:
        repository.imss("hook", "install", *options)
        own = repository.path / ".git/hooks/pre-commit"
        own.write_text(own.read_text().replace(f"python={sys.executable}", "python=/nowhere/python"))
        repository.stage("draft.md", RIGHT)
        done = repository.commit(PATH="/usr/bin:/bin")
        assert done.returncode
        assert "imss-check is not found" in done.stderr

    def test_modules_of_the_repository_are_not_run(self, repository: Repository, options: tuple[str, ...]) -> None:
        repository.imss("hook", "install", *options)
        repository.write("imss_check.py", "open('run', 'w')\n")
        repository.write("subprocess.py", "open('run', 'w')\n")
        repository.stage("draft.md", RIGHT)
        assert repository.commit().returncode == 0
        assert not (repository.path / "run").exists()


class TestPush:
    @pytest.fixture
    def pair(self, repository: Repository, tmp_path: Path, options: tuple[str, ...]) -> Repository:
        Repository(tmp_path / "remote.git", "--bare")
        repository.git("remote", "add", "origin", str(tmp_path / "remote.git"))
        repository.stage("old.md", RIGHT)
        repository.commit()
        repository.git("push", "--quiet", "origin", "main")
        assert repository.imss("hook", "install", "--pre-push", *options).returncode == 0
        return repository

    def push(self, repository: Repository, *arguments: str) -> subprocess.CompletedProcess[str]:
        return repository.run("git", "push", "--quiet", "origin", *arguments)

    def test_a_wrong_figure_is_not_pushed(self, pair: Repository) -> None:
        pair.stage("año\n1.md", WRONG)
        pair.commit()
        done = self.push(pair, "main")
        assert done.returncode == 1
        assert "Q105" in done.stdout + done.stderr
        pair.stage("año\n1.md", RIGHT)
        pair.commit()
        assert self.push(pair, "main").returncode == 0

    def test_a_new_branch_shows_only_its_own(self, pair: Repository) -> None:
        pair.stage("old.md", WRONG)
        pair.commit("wrong, and pushed anyway")
        pair.git("push", "--quiet", "--no-verify", "origin", "main")
        pair.git("checkout", "--quiet", "-b", "side")
        pair.stage("new.md", RIGHT)
        pair.commit()
        assert self.push(pair, "side").returncode == 0
        assert self.push(pair, "--delete", "side").returncode == 0

    def test_a_merge_of_what_the_remote_has(self, pair: Repository) -> None:
        pair.git("checkout", "--quiet", "-b", "side")
        pair.stage("new.md", RIGHT)
        pair.commit()
        pair.git("push", "--quiet", "--no-verify", "origin", "side")
        pair.git("checkout", "--quiet", "main")
        pair.stage("main.md", WRONG)
        pair.commit()
        pair.git("push", "--quiet", "--no-verify", "origin", "main")
        pair.git("checkout", "--quiet", "side")
        pair.git("merge", "--quiet", "--no-edit", "main")
        assert self.push(pair, "side").returncode == 0
        pair.git("checkout", "--quiet", "main")
        pair.git("merge", "--quiet", "--no-ff", "--no-commit", "side", check=False)
        pair.stage("old.md", WRONG)  # in the merge commit itself
        pair.commit("merge", "--no-verify")
        assert self.push(pair, "main").returncode == 1

    def test_an_existing_hook_reads_the_refs_too(self, pair: Repository) -> None:
        pair.imss("hook", "uninstall", "--pre-push")
        own = pair.path / ".git/hooks/pre-push"
        own.write_text('#!/bin/sh\ncat >refs; echo "$1" >remote\n')
        own.chmod(0o755)
        pair.imss("hook", "install", "--pre-push")
        pair.stage("new.md", "Sin cifras.\n")
        pair.commit()
        assert self.push(pair, "main").returncode == 0
        assert (pair.path / "refs").read_text().startswith("refs/heads/main ")
        assert (pair.path / "remote").read_text() == "origin\n"

    def test_nothing_to_push(self, pair: Repository, options: tuple[str, ...]) -> None:
        done = pair.imss("hook", "run", "--pre-push", *options, "--", "origin", "url")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    def test_a_remote_that_is_ahead(self, pair: Repository, options: tuple[str, ...]) -> None:
        pair.stage("new.md", WRONG)
        pair.commit()
        tip = pair.git("rev-parse", "HEAD").strip()
        refs = f"refs/heads/main {tip} refs/heads/main {'1' * 40}\n"
        done = pair.imss("hook", "run", "--pre-push", *options, "--", "origin", "url", given=refs)
        assert done.returncode == 1, done.stderr


class TestInterrupted:
    @pytest.mark.parametrize("with_signal", [signal.SIGINT, signal.SIGKILL])
    @pytest.mark.parametrize("delay", [0.0, 0.03, 0.06, 0.1, 0.15])
    def test_a_run_changes_nothing(
        self, repository: Repository, options: tuple[str, ...], with_signal: signal.Signals, delay: float
    ) -> None:
        for number in range(20):
            repository.stage(f"{number}.md", WRONG * 20)
        before = repository.state()
        command = [sys.executable, "-m", "imss_check", "hook", "run", *options]
        running = subprocess.Popen(command, cwd=repository.path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        running.send_signal(with_signal)
        running.wait()
        assert repository.state() == before

    @pytest.mark.parametrize("step", ["link", "fsync", "chmod", "replace"])
    @pytest.mark.parametrize("killed", [False, True])
    def test_an_installation_that_stops_leaves_a_hook_that_works(
        self, repository: Repository, options: tuple[str, ...], step: str, killed: bool
    ) -> None:
        own = repository.path / ".git/hooks/pre-commit"
        own.write_text("#!/bin/sh\necho first >>ran\n")
        own.chmod(0o755)
        before = repository.state()
        stop = "os._exit(9)" if killed else "raise_(KeyboardInterrupt)"
        program = (
            "import os, sys\n"
            "def raise_(error): raise error\n"
            f"os.{step} = lambda *a, **k: {stop}\n"
            "from imss_check.cli import run\n"
            "run()\n"
        )
        done = repository.run(sys.executable, "-c", program, "hook", "install", *options)
        assert done.returncode == (9 if killed else 130)
        assert own.read_text() == "#!/bin/sh\necho first >>ran\n"
        if not killed:
            assert repository.state() == before
        assert repository.imss("hook", "install", *options).returncode == 0
        repository.stage("draft.md", WRONG)
        assert repository.commit().returncode == 1
        assert (repository.path / "ran").read_text() == "first\n"
        assert repository.imss("hook", "uninstall").returncode == 0
        assert own.read_text() == "#!/bin/sh\necho first >>ran\n"
