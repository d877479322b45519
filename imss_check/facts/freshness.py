"""Whether a compiled base still says what the YAML files say, and was made by this program."""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

APPLICATION = 0x494D5353
"""What marks an SQLite file as ours: "IMSS"."""
PACKAGE = Path(__file__).resolve().parent.parent
SHAPING = (
    "facts/compile.py",
    "facts/derive.py",
    "facts/fields.py",
    "facts/nodes.py",
    "facts/observe.py",
    "facts/parts.py",
    "facts/periods.py",
    "facts/records.py",
    "facts/rows.py",
    "facts/rules.py",
    "facts/stems.py",
    "text/words.py",
    "languages/es/function_words.py",
    "languages/en/function_words.py",
)
"""The modules that decide what is in a compiled base."""


class FileStamp(NamedTuple):
    """A file as it was when the base was compiled."""

    path: str
    size: int
    mtime_ns: int
    sha256: str


NONE: Mapping[str, FileStamp] = {}


def fact_files(directories: tuple[Path, ...]) -> list[Path]:
    """Return the YAML files of the directories, in order."""
    return [path for directory in directories for path in sorted(directory.glob("*.yaml"))]


def hash_of(content: bytes) -> str:
    """Return the hash of a content."""
    from hashlib import sha256  # not needed to open a fresh base

    return sha256(content).hexdigest()


def content_hash(path: Path) -> str:
    """Return the hash of a file's content."""
    return hash_of(path.read_bytes())


def stamp_files(paths: list[Path], known: Mapping[str, FileStamp] = NONE) -> list[FileStamp]:
    """Return the stamps of files as they are now; what has the size and time of a known stamp has its content."""
    stamps = []
    for path in paths:
        stat, old = os.stat(path), known.get(str(path))
        same = old is not None and (stat.st_size, stat.st_mtime_ns) == (old.size, old.mtime_ns)
        content = old.sha256 if old is not None and same else content_hash(path)
        stamps.append(FileStamp(path.name, stat.st_size, stat.st_mtime_ns, content))
    return stamps


def compare(paths: list[Path], stamps: list[FileStamp]) -> str:
    """Return how files relate to their stamps: `fresh`, `touched` (same content, other times) or `stale`."""
    if [path.name for path in paths] != [stamp.path for stamp in stamps]:
        return "stale"
    verdict = "fresh"
    for path, stamp in zip(paths, stamps, strict=True):
        stat = os.stat(path)
        if stat.st_size != stamp.size:
            return "stale"
        if stat.st_mtime_ns != stamp.mtime_ns:
            if content_hash(path) != stamp.sha256:
                return "stale"
            verdict = "touched"
    return verdict


def base_digest(stamps: list[FileStamp]) -> str:
    """Return the digest of a base: of names and contents, not of where or when."""
    from hashlib import sha256

    text = "\n".join(f"{stamp.path} {stamp.sha256}" for stamp in stamps)
    return sha256(text.encode()).hexdigest()


def program_fingerprint() -> str:
    """Return a checksum of the modules that shape a compiled base: another program compiles its own."""
    checksum = 0
    for name in SHAPING:
        try:
            checksum = zlib.crc32((PACKAGE / name).read_bytes(), checksum)
        except OSError:
            checksum = zlib.crc32(name.encode(), checksum)
    return f"{checksum:08x}"
