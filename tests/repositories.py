"""Real git repositories for tests, kept apart from the configuration of the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

RIGHT = "Hay 56 mil 753 camas.\n"
WRONG = "Hay 56 mil 735 camas.\n"
DAY = ("--as-of", "2022-03-01")


class Repository:
    """A repository at a path, and the program run in it."""

    def __init__(self, path: Path, *options: str) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main", *options)

    @classmethod
    def at(cls, path: Path) -> Repository:
        """A folder that is in a repository, or in none."""
        there = cls.__new__(cls)
        there.path = path
        return there

    def git(self, *arguments: str, check: bool = True, given: str = "", **environment: str) -> str:
        """What a git command prints."""
        done = self.run("git", *arguments, given=given, **environment)
        assert not check or done.returncode == 0, done.stderr
        return done.stdout

    def imss(self, *arguments: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        """The program with some arguments."""
        return self.run(sys.executable, "-m", "imss_check", *arguments, given=given, **environment)

    def run(self, *command: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        """A command in the repository."""
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        names = {f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        return subprocess.run(
            command, cwd=self.path, input=given, capture_output=True, encoding="utf-8", errors="surrogateescape",
            env={**kept, **own, **names, **environment},
        )  # fmt: skip

    def write(self, name: str, text: str) -> Path:
        """Write a file."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        return path

    def stage(self, name: str, text: str) -> Path:
        """Write a file and stage it."""
        path = self.write(name, text)
        self.git("add", "--", name)
        return path

    def commit(self, message: str = "change", *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Commit what is staged."""
        return self.run("git", "commit", "--quiet", "-m", message, *options, **environment)

    def state(self) -> dict[str, str]:
        """The hash of every file, those of git and the working tree; what it shows must not change by a run."""
        files = (path for path in self.path.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        return {str(path.relative_to(self.path)): sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    return Repository(tmp_path / "repository")
