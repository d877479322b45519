"""What a push would publish: the drafts that its commits touch, as they stand at the tip that is pushed."""

from __future__ import annotations

import os
from collections.abc import Iterable

from imss_check.git.index import FILE, Entry, is_draft, placed
from imss_check.git.run import git, split

NAMES = (
    "--name-only", "-z", "--format=", "--no-renames", "--no-relative", "--no-show-signature", "--ignore-missing", "-c",
)  # fmt: skip
"""Of the files that a commit changes; of a merge, those that are unlike every parent (`-c`)."""


def pushed(refs: str, remote: str | None) -> list[Entry]:
    """Return the drafts of the refs that git gives a pre-push hook: `local-ref local-id remote-ref remote-id` lines.

    An id of zeros is a ref that is deleted (nothing to judge) or new (all that the remote lacks counts).
    """
    found: dict[Entry, None] = {}
    for row in refs.splitlines():
        _, tip, _, there = row.rsplit(" ", 3)
        if tip.strip("0"):
            found.update(dict.fromkeys(touched(tip, there if there.strip("0") else None, remote)))
    return placed(list(found))


def touched(tip: str, there: str | None, remote: str | None) -> Iterable[Entry]:
    """Yield the drafts that the commits behind a tip touch and the remote lacks, in their last state."""
    known = [f"--remotes={remote}"] if remote else []
    if there:
        known.append(there)  # may be unknown here, if others have pushed: then it is ignored
    names = git("-c", "log.showRoot=true", "log", *NAMES, tip, "--not", *known, "--")
    drafts = {name for name in split(names) if is_draft(name)}
    if not drafts:
        return
    for row in split(git("ls-tree", "-r", "-z", "--full-tree", tip)):
        about, _, name = row.partition(b"\t")
        mode, _, blob = about.decode().split(" ")
        if name in drafts and mode.startswith(FILE):
            yield Entry(os.fsdecode(name), blob)
