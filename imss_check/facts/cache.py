"""Where compiled bases are kept, and whether one may be used.

Nothing about the cache is ever fatal: what is missing, stale, damaged, foreign or read-only is rebuilt or passed by.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

from imss_check.facts.freshness import APPLICATION, FileStamp, compare, fact_files, program_fingerprint, stamp_files

PACKAGED = Path(__file__).resolve().parent.parent / "_facts"
CHECKOUT = Path(__file__).resolve().parent.parent.parent / "facts"


def default_directories() -> tuple[Path, ...]:
    """Return the folder of the base that is shipped: inside the wheel, or the checkout's own."""
    return (PACKAGED if PACKAGED.is_dir() else CHECKOUT,)


def cache_home() -> str | None:
    """Return the folder of what the program keeps for its user, None where there is no home for it."""
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(home, "imss-check") if os.path.isabs(home) else None


def cache_file(directories: tuple[Path, ...]) -> Path | None:
    """Return where the compiled base of these folders is kept, None where there is no home for it."""
    home = cache_home()
    if home is None:
        return None
    where = "\n".join(map(str, directories)).encode()
    name = f"{directories[-1].parent.name}-{zlib.crc32(where):08x}{zlib.adler32(where):08x}"
    return Path(home) / f"{name}.sqlite"


def open_compiled(path: Path, directories: tuple[Path, ...]) -> tuple[sqlite3.Connection | None, str]:
    """Return a compiled base and whether it is `fresh` or `touched`; None if it is missing, damaged or foreign, was
    compiled by another program, or is `stale`."""
    if not path.is_file():
        return None, "stale"
    connection = None
    try:
        connection = connect(path)
        ours = connection.execute("PRAGMA application_id").fetchone()[0], program_of(connection)
        if ours == (APPLICATION, program_fingerprint()):
            stamps = [FileStamp(*row) for row in connection.execute("SELECT * FROM files ORDER BY rowid")]
            state = compare(fact_files(directories), stamps)
            if state != "stale":
                return connection, state
    except (sqlite3.DatabaseError, OSError, TypeError):
        pass
    if connection:
        connection.close()
    return None, "stale"


def restamp(path: Path, cache: Path | None, directories: tuple[Path, ...]) -> None:
    """Write a copy of a compiled base with the times that its files have now, so that no content is hashed again."""
    if cache is None:
        return
    import shutil

    def write(draft: Path) -> None:
        shutil.copyfile(path, draft)
        connection = sqlite3.connect(draft)
        connection.execute("DELETE FROM files")
        connection.executemany("INSERT INTO files VALUES (?, ?, ?, ?)", stamp_files(fact_files(directories)))
        connection.commit()
        connection.close()

    with contextlib.suppress(OSError, sqlite3.DatabaseError):
        replace_file(cache, write)


def program_of(connection: sqlite3.Connection) -> str:
    """Return the fingerprint of the program that compiled a base."""
    return str(connection.execute("SELECT value FROM meta WHERE key = 'program'").fetchone()[0])


def connect(path: Path) -> sqlite3.Connection:
    """Open a compiled base for reading; it never changes, it is only replaced."""
    from urllib.parse import quote

    return sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)


def replace_file(path: Path, write: Callable[[Path], None]) -> None:
    """Write a file beside its place and move it there, so that no reader ever sees half of it."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    os.close(handle)
    try:
        write(Path(name))
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def write_file(path: Path, directories: tuple[Path, ...], kept: Path | None = None) -> None:
    """Compile the base of some folders into a file; `kept` is where what is read of each of their files is kept."""
    from imss_check.facts.compile import compile_base

    def write(draft: Path) -> None:
        connection = sqlite3.connect(draft)
        try:
            connection.execute("PRAGMA journal_mode=OFF")
            connection.execute("PRAGMA synchronous=OFF")
            compile_base(directories, connection, previous=path, kept=kept)
        finally:
            connection.close()

    replace_file(path, write)


def compile_to_cache(path: Path | None, directories: tuple[Path, ...]) -> sqlite3.Connection | None:
    """Return the base compiled into the cache, None where nothing can be written there."""
    if path is None:
        return None
    try:
        write_file(path, directories, path.with_suffix(".parts"))
        return connect(path)
    except (OSError, sqlite3.OperationalError):
        return None


def compile_in_memory(directories: tuple[Path, ...]) -> sqlite3.Connection:
    """Return the base compiled without any file."""
    from imss_check.facts.compile import compile_base

    connection = sqlite3.connect(":memory:")
    compile_base(directories, connection)
    return connection
