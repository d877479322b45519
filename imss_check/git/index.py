"""What is staged: the drafts of the index, not those of the working tree.

`git diff` names the blobs and one `git cat-file --batch` reads them, by id: a name may hold any character. A blob is
the text as it will be committed, without the line ends of the working tree.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from imss_check.git.run import git, read_objects, split, top_folder
from imss_check.said import Said
from imss_check.text.model import Draft
from imss_check.text.read import ReadError, draft_from_bytes, reader
from imss_check.text.scan import ENDINGS

FILE = "100"
"""How the mode of a file begins; a link is 120000, a submodule 160000, and neither is a draft."""
POINTER = b"version https://git-lfs.github.com/spec/"
POINTER_SIZE = 1024


class Entry(NamedTuple):
    """A draft in git: its path from where we stand, and the id of its blob; empty where conflicts are left."""

    path: str
    blob: str


def staged() -> list[Entry]:
    """Return the drafts that the next commit would add or change. Without a commit yet, all that is staged counts.

    A renamed file counts as a new one (`--no-renames`): it is judged all the same.
    """
    listing = git(
        "diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative", "--diff-filter=ACMRTU"
    )
    fields = split(listing)
    found = []
    for about, name in zip(fields[::2], fields[1::2], strict=True):
        _, mode, _, blob, status = about.decode().split(" ")
        if is_draft(name) and (mode.startswith(FILE) or status == "U"):
            found.append(Entry(os.fsdecode(name), "" if status == "U" else blob))
    return placed(found)


def is_draft(name: bytes) -> bool:
    """Whether a name is that of a draft."""
    return os.fsdecode(name).lower().endswith(ENDINGS)


def placed(entries: list[Entry]) -> list[Entry]:
    """Return the entries with their paths from where we stand; git tells them from the top."""
    top = top_folder() if entries else ""
    return [entry._replace(path=f"{top}{entry.path}") for entry in entries]


def read_drafts(entries: Iterable[Entry], encoding: str, errors: list[ReadError]) -> Iterator[Draft]:
    """Yield the drafts of the entries, and note those that cannot be read."""
    entries = list(entries)
    blobs = read_objects(entry.blob for entry in entries if entry.blob)
    for entry in entries:
        try:
            yield read_blob(entry.path, blobs.get(entry.blob), encoding)
        except ReadError as error:
            errors.append(error)


def read_blob(path: str, data: bytes | None, encoding: str = "utf-8") -> Draft:
    """Read a draft from the content of its blob; ReadError where that is none."""
    if data is None:
        raise ReadError(
            path, Said("is not in the index: it has conflicts that are not resolved, or its blob is missing")
        )
    if len(data) < POINTER_SIZE and data.startswith(POINTER):
        raise ReadError(
            path, Said("is a Git LFS pointer in the index: the draft itself is stored elsewhere; check the file")
        )
    return draft_from_bytes(data, reader(path, path), path, encoding)
