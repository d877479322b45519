"""Open the fact base that a command asks for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from imss_check.cli.status import CommandError
from imss_check.facts.base import FactBase, open_base
from imss_check.said import Said

SHIPPED = "shipped"
"""`--facts shipped` names our own base, so that another one can be added to it."""


def fact_folders(paths: Sequence[str]) -> list[str] | None:
    """Return the folders of a base; None is the shipped one. CommandError if one of them is no folder."""
    if not paths:
        return None
    folders: list[str] = []
    for path in paths:
        if path == SHIPPED and not os.path.isdir(path):
            from imss_check.facts.cache import default_directories

            folders += map(str, default_directories())
        elif not os.path.isdir(path):
            raise CommandError(Said("--facts {path}: there is no such folder", path=path))
        elif not any(name.endswith(".yaml") for name in os.listdir(path)):
            raise CommandError(Said("--facts {path}: there is no .yaml file in this folder", path=path))
        else:
            folders.append(path)
    return folders


def open_facts(paths: Sequence[str]) -> FactBase:
    """Return the open base; CommandError with every defect if it is invalid."""
    folders = fact_folders(paths)
    try:
        return open_base(folders)
    except Exception as error:
        # compiling costs much to import, so its error is looked up only where it can have been raised
        compiler = sys.modules.get("imss_check.facts.compile")
        if compiler is None or not isinstance(error, compiler.InvalidBaseError):
            raise
        raise CommandError(Said("the fact base is invalid:"), *map(str, error.errors)) from None
