"""The day that a draft speaks from, and how it is known."""

from __future__ import annotations

import os
from datetime import date

from imss_check.text.model import Draft

UNSTATED = ("git", "today")
"""Origins of a day that the draft itself does not state."""


def find_as_of(draft: Draft, option: date | None = None, committed: bool = True) -> tuple[date, str]:
    """Return the day and its origin: the option, the front matter, a dateline, the last commit, else today.

    `committed` is False where the draft is about to be committed: then git has no day for it.
    """
    if option is not None:
        return option, "option"
    if draft.day is not None:
        return draft.day, "front_matter"
    from imss_check.periods.dateline import find_dateline  # not needed where the day is known
    from imss_check.text.words import fold

    dateline = find_dateline(draft.clean, fold(draft.clean), draft.language)
    if dateline is not None:
        return dateline[0], "text"
    return unstated_day(draft.path, committed)


def unstated_day(path: str, committed: bool = True) -> tuple[date, str]:
    """Return the day of a draft that states none, and its origin: its last commit, else today."""
    day = last_commit(path) if committed else None
    if day is not None:
        return day, "git"
    return date.today(), "today"


def last_commit(path: str) -> date | None:
    """Return the day of the last commit of a file that has not changed since; None where git cannot tell.

    A shallow clone cannot: its oldest commit seems to have touched every file.
    """
    folder, name = os.path.split(os.path.abspath(path))
    if not os.path.isfile(path) or not in_repository(folder):
        return None
    if git(folder, "rev-parse", "--is-shallow-repository") != "false":
        return None
    if git(folder, "status", "--porcelain", "--ignored", "--", name) != "":
        return None
    day = git(folder, "log", "-1", "--format=%cs", "--", name)
    return date.fromisoformat(day) if day else None


def in_repository(folder: str) -> bool:
    """Whether a folder lies in a git repository: asked without starting git."""
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return "GIT_DIR" in os.environ
        folder = parent
    return True


def git(folder: str, *arguments: str) -> str | None:
    """Return what a git command prints, None where it fails; nothing of the repository is written or run."""
    import subprocess  # costs 10 ms, and few drafts come this far

    options = ("--no-optional-locks", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-C", folder)
    command = ["git", *options, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None
    return done.stdout.strip()
