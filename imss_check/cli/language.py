"""Which language a run speaks: `--lang`, else the configuration, else the locale. Worked out where something is said:
most runs of `check` in English need nothing of this."""

from __future__ import annotations

import os
from collections.abc import Sequence

from imss_check import said
from imss_check.cli.options import not_one_of
from imss_check.cli.status import CommandError
from imss_check.said import LANGUAGES, by_locale


def spoken(arguments: Sequence[str]) -> str:
    """Return the language that a run with these arguments speaks to its user: the first of ours that is named."""
    named = (flag(arguments, "--lang"), configured(flag(arguments, "--config")))
    return next((language for language in named if language in LANGUAGES), by_locale())


def language(text: str | None) -> str:
    """Return the language of a command, given the text of its `--lang`; CommandError if that is none of ours."""
    if text is not None and text not in LANGUAGES:
        raise CommandError(not_one_of("--lang", text, *LANGUAGES))
    return text or said.spoken()


def flag(arguments: Sequence[str], name: str) -> str | None:
    """Return the value of an option, before anything else is read: what is wrong elsewhere is said in its language."""
    found = None
    for before, argument in zip(("", *arguments), arguments, strict=False):
        if argument == "--":
            break
        if before == name:
            found = argument
        elif argument.startswith(f"{name}="):
            found = argument.removeprefix(f"{name}=")
    return found


def behind(name: str, arguments: Sequence[str]) -> list[str]:
    """Return the arguments behind a command that reads them itself, and the language that stands before it."""
    at = list(arguments).index(name)
    before = flag(arguments[:at], "--lang")
    return [*([] if before is None else [f"--lang={before}"]), *arguments[at + 1 :]]


def configured(path: str | None) -> str | None:
    """Return what a configuration says, or the nearest one, however wrong the rest of it is."""
    from imss_check.cli.config import NONE, find_config, read_table

    try:
        path = find_config(os.getcwd()) if path is None else path
        return None if path in (None, NONE) else read_table(path)[1].get("lang")
    except (OSError, ValueError, AttributeError):
        return None
