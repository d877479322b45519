"""Run git so that nothing of the repository changes: no index is refreshed, no monitor, pager or colour is asked."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable

from imss_check.said import Said, because

QUIET = ("--no-optional-locks", "--literal-pathspecs", "-c", "core.fsmonitor=false")
"""No refreshed index is written, and no monitor is started, by a command that only asks."""


class GitError(Exception):
    """Git cannot answer: what it said."""


def git(*arguments: str, given: bytes = b"", folder: str | None = None) -> bytes:
    """Return what a git command prints; GitError if it fails. GIT_DIR, GIT_INDEX_FILE and the like are git's own."""
    command = ["git", *QUIET, *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, cwd=folder)
    except OSError as error:
        raise GitError(Said("git cannot be run: {why}", why=because(error))) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise GitError(
            said or Said("git {command} failed with status {status}", command=arguments[0], status=done.returncode)
        )
    return done.stdout


def line(*arguments: str, folder: str | None = None) -> str:
    """Return the one line that a git command prints, a path perhaps, without its end."""
    return os.fsdecode(git(*arguments, folder=folder).removesuffix(b"\n"))


def split(listing: bytes) -> list[bytes]:
    """Return the fields of a listing that ends each with a NUL."""
    return listing.split(b"\0")[:-1]


def read_objects(names: Iterable[str]) -> dict[str, bytes | None]:
    """Return the content of objects by their ids, all from one git process; None where the repository lacks one."""
    wanted = list(dict.fromkeys(names))
    found: dict[str, bytes | None] = {}
    if not wanted:
        return found
    data = git("cat-file", "--batch", "--buffer", given="".join(f"{name}\n" for name in wanted).encode())
    at = 0
    for name in wanted:
        end = data.index(b"\n", at)
        head = data[at:end].split(b" ")
        at = end + 1
        if head[-1] == b"missing":
            found[name] = None
            continue
        size = int(head[-1])
        found[name] = data[at : at + size]
        at += size + 1
    return found


def top_folder() -> str:
    """Return the path of the working tree's top; empty where we stand in it, as a hook does."""
    return "" if os.path.exists(".git") else line("rev-parse", "--show-cdup")
