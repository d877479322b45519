"""The files of a folder as they were at a revision."""

from __future__ import annotations

import os
from pathlib import Path

from imss_check.git.run import git, line, read_objects, split


def write_folder(revision: str, folder: str, target: Path) -> int:
    """Write the YAML files that a folder had at a revision to another one, and return how many there were.

    The folder is one of the working tree that we stand in. Errors: GitError if git knows no such revision.
    """
    commit = line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    top = os.path.realpath(line("rev-parse", "--show-toplevel"))
    inside = os.path.relpath(os.path.realpath(folder), top)
    rows = split(git("ls-tree", "-z", commit, "--", f"{inside}/" if inside != "." else ".", folder=top))
    found = {}
    for row in rows:
        head, _, name = row.partition(b"\t")
        if name.endswith(b".yaml") and b" blob " in head:
            found[os.path.basename(os.fsdecode(name))] = head.split(b" ")[2].decode()
    blobs = read_objects(found.values())
    target.mkdir(parents=True, exist_ok=True)
    for file, blob in found.items():
        (target / file).write_bytes(blobs[blob] or b"")
    return len(found)
