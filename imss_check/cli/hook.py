"""`imss-check hook`: the figures of what is staged, or pushed, before it is published.

Most commits touch no draft: what a check needs is imported where there is one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from imss_check.cli.config import read_options
from imss_check.cli.options import CHECK
from imss_check.cli.status import CommandError, Status
from imss_check.said import Said, tell

if TYPE_CHECKING:
    from imss_check.text.model import Draft
    from imss_check.text.read import ReadError

COMMAND = "imss-check hook"
PRE_PUSH = "--pre-push"
FILES_ONLY = frozenset(
    ("--stdin-filename", "--changed-since", "--write-baseline", "--prune-baseline", "--diff", "--fix")
)
OPTIONS = tuple(option for option in CHECK if option.name not in FILES_ONLY)
"""What `check` takes, but for what speaks of files, or writes beside them."""
ACTIONS = ("install", "uninstall", "run")


def hook(arguments: Sequence[str]) -> Status:
    """Run `hook install`, `hook uninstall` or `hook run` with the arguments behind `hook`."""
    try:
        if not arguments or arguments[0] not in ACTIONS:
            raise CommandError(Said("say what to do: {known}", known=", ".join(ACTIONS)))
        action, given = arguments[0], list(arguments[1:])
        pushing = PRE_PUSH in given
        if pushing:
            given.remove(PRE_PUSH)
        values, options = read_options(given, OPTIONS)
        if action == "run":
            return run(options, pushing, values)
        if values:
            raise CommandError(Said("hook {action} takes no {argument!r}", action=action, argument=values[0]))
        kind = "pre-push" if pushing else "pre-commit"
        return change(action, kind, given if action == "install" else without_language(given))
    except CommandError as error:
        from imss_check.cli.output import complain

        return complain(error.lines, COMMAND)


def without_language(arguments: list[str]) -> list[str]:
    """Return arguments without `--lang`, which says how to tell what was done."""
    pairs = zip(("", *arguments), arguments, strict=False)
    return [a for before, a in pairs if a.partition("=")[0] != "--lang" and before != "--lang"]


def change(action: str, kind: str, options: list[str]) -> Status:
    """Install or uninstall the hook; the options of an installation are those of its runs."""
    from imss_check.git import hooks

    if action == "uninstall" and options:
        raise CommandError(Said("hook uninstall takes no {argument}", argument=options[0]))
    try:
        done = hooks.install(kind, options) if action == "install" else hooks.uninstall(kind)
    except (hooks.HookError, OSError) as error:
        raise CommandError(str(error)) from None
    for line in done:
        print(tell(line))
    return Status.CLEAN


def run(options: dict[str, Any], pushing: bool, values: list[str]) -> Status:
    """Check the drafts that git is about to commit or push; without one there is nothing to do or to say."""
    from imss_check.git.index import read_drafts, staged
    from imss_check.git.run import GitError

    try:
        if pushing:
            from imss_check.git.push import pushed

            entries = pushed(pushed_refs(), values[0] if values else None)
        else:
            entries = staged()
        if entries and options["exclude"]:
            from imss_check.cli.patterns import matching

            entries = [e for e in entries if not matching(e.path, options["exclude"], options["folder"])]
        if not entries:
            return Status.CLEAN
        from imss_check.cli.check import check_read

        def read(errors: list[ReadError]) -> Iterator[Draft]:
            return read_drafts(entries, options["encoding"], errors)

        return check_read(read, options, COMMAND, committed=False)
    except GitError as error:
        raise CommandError(str(error)) from None


def pushed_refs() -> str:
    """Return what git tells a pre-push hook on standard input."""
    if sys.stdin is None or sys.stdin.isatty():
        raise CommandError(Said("--pre-push reads what is pushed from standard input, as git gives it to the hook"))
    return sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
