"""The way in: `open_base` gives the fact base, compiled if need be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from imss_check.facts.cache import (
    PACKAGED,
    cache_file,
    compile_in_memory,
    compile_to_cache,
    connect,
    default_directories,
    open_compiled,
    restamp,
)
from imss_check.facts.store import FactBase

__all__ = ["FactBase", "open_base", "open_image"]


def open_base(paths: Sequence[str | Path] | None = None) -> FactBase:
    """Return the base of the given folders (default: the shipped one), compiling it if its compiled form is stale."""
    directories = tuple(Path(path).resolve() for path in paths) if paths else default_directories()
    cache = cache_file(directories)
    # a compiled base is trusted where it is the user's own or came with the program, never beside the YAML of others
    shipped = PACKAGED / "base.sqlite" if directories == (PACKAGED,) else None
    for candidate in filter(None, (cache, shipped)):
        connection, state = open_compiled(candidate, directories)
        if connection:
            if state == "touched":
                restamp(candidate, cache, directories)
            return FactBase(connection, directories)
    connection = compile_to_cache(cache, directories) or compile_in_memory(directories)
    return FactBase(connection, directories)


def open_image(path: Path) -> FactBase:
    """Return the base of a compiled file as it is, wherever its YAML files are."""
    return FactBase(connect(path), ())
