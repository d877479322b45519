"""Find the drafts under the paths that were given."""

from __future__ import annotations

import os

from imss_check.said import Said, because
from imss_check.text.read import READERS, STDIN, ReadError

ENDINGS = tuple(ending for ending in READERS if ending)


def find_drafts(paths: list[str]) -> tuple[list[str], list[ReadError]]:
    """Return the drafts under the paths, in order and each once, and what is wrong with the others.

    A file that is named is taken as it is; a directory gives the drafts below it, sorted, without hidden ones.
    """
    found: dict[str, None] = {}
    errors: list[ReadError] = []
    for path in paths:
        if path == STDIN or not os.path.isdir(path):
            found[path] = None
            continue
        drafts = list(walk(path, errors))
        found.update(dict.fromkeys(drafts))
        if not drafts:
            errors.append(
                ReadError(path, Said("no draft in this directory: imss-check reads {known}", known=", ".join(ENDINGS)))
            )
    return list(found), errors


def walk(top: str, errors: list[ReadError]) -> list[str]:
    """Return the drafts below a directory; links that lead out of it are not followed."""
    root = os.path.realpath(top)

    def unreadable(error: OSError) -> None:
        errors.append(ReadError(str(error.filename), Said("cannot be read: {why}", why=because(error))))

    found = []
    for folder, folders, files in os.walk(top, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(folder, name)
            if name.startswith(".") or not name.lower().endswith(ENDINGS):
                continue
            if os.path.islink(path) and os.path.commonpath([root, os.path.realpath(path)]) != root:
                continue
            found.append(path)
    return sorted(found)
