"""The commands around publishing, as typer shows them: hook, ledger, twins. Their work is in modules of their own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from inspect import Parameter
from typing import Annotated, Any

import typer

from imss_check.cli import options
from imss_check.cli.check_help import KEYWORD, with_options
from imss_check.cli.hook import OPTIONS, hook
from imss_check.cli.language import behind, language
from imss_check.cli.status import CommandError
from imss_check.said import Said

PrePush = Annotated[bool, typer.Option("--pre-push", help="The hook before a push, not the one before a commit.")]

PUSHING = Parameter("pre_push", KEYWORD, default=False, annotation=PrePush)

hooks = typer.Typer(help="The git hook that checks drafts before they are committed or pushed.", no_args_is_help=True)

ledgers = typer.Typer(help="The figures of published drafts, against the base as it is now.", no_args_is_help=True)
FAIL_ON = options.choice("error", "warning", "never")
Folders = Annotated[
    list[str] | None,
    typer.Option("--facts", metavar="DIR", help="A folder of facts instead of the shipped base; may be repeated."),
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help="The day that the drafts speak from.")]
Lang = Annotated[str | None, typer.Option("--lang", metavar="es|en", help="The language of messages.")]
Encoding = Annotated[str, typer.Option("--encoding", metavar="NAME", help="The encoding of the drafts.")]
FailOn = Annotated[
    str, typer.Option("--fail-on", metavar="error|warning|never", help="The least severity that gives status 1.")
]
Ledger = Annotated[
    str | None,
    typer.Option("--ledger", metavar="FILE", help="The ledger (default: the nearest imss-ledger.json upwards)."),
]


def hook_install(**given: Any) -> None:
    """Install the hook. One that is there keeps its work and runs first; options are those of each run."""
    run_hook("install")


def hook_run(**given: Any) -> None:
    """Check the drafts that are staged, or that a push would publish. Nothing staged: status 0."""
    run_hook("run")


def hook_uninstall(pre_push: PrePush = False, lang: Lang = None) -> None:
    """Remove the hook; one that was there before is again what it was."""
    run_hook("uninstall")


def run_hook(action: str) -> None:
    """Run a command of `hook` that was not dispatched before typer was imported: a language stands before it."""
    raise typer.Exit(hook([action, *behind(action, sys.argv)]))


def ledger_update(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]...", help="Drafts and folders; without one, all that it has.")
    ] = None,
    file: Ledger = None,
    as_of: AsOf = None,
    folders: Folders = None,
    lang: Lang = None,
    encoding: Encoding = "utf-8",
) -> None:
    """Record the figures of published drafts, and the facts that each rests on."""
    from imss_check.cli.ledger import update

    day = read("--as-of", as_of, options.day)
    raise typer.Exit(
        update(
            paths or [],
            file,
            folders or [],
            day,
            language(lang),
            read("--encoding", encoding, options.encoding),
        )
    )


def ledger_check(
    file: Ledger = None,
    folders: Folders = None,
    lang: Lang = None,
    fail_on: FailOn = "error",
    encoding: Encoding = "utf-8",
) -> None:
    """Name every published draft that a changed fact breaks, and why; list what is exempt."""
    from imss_check.cli.ledger import check

    least = read("--fail-on", fail_on, FAIL_ON)
    raise typer.Exit(check(file, folders or [], language(lang), least, read("--encoding", encoding, options.encoding)))


def twins(
    original: Annotated[str, typer.Argument(metavar="A", help="A draft.")],
    translation: Annotated[str, typer.Argument(metavar="B", help="Its translation.")],
    as_of: AsOf = None,
    folders: Folders = None,
    lang: Lang = None,
    fail_on: FailOn = "error",
    encoding: Encoding = "utf-8",
) -> None:
    """Compare a draft with its translation: figures that are missing, extra, or differ in value, unit or scale."""
    from imss_check.cli.twins import twins as run

    day, least = read("--as-of", as_of, options.day), read("--fail-on", fail_on, FAIL_ON)
    raise typer.Exit(
        run(
            (original, translation),
            folders or [],
            day,
            language(lang),
            least,
            read("--encoding", encoding, options.encoding),
        )
    )


def read(name: str, text: str | None, reader: Callable[[str], Any]) -> Any:
    """Return the value of an option; CommandError says what is expected."""
    try:
        return None if text is None else reader(text)
    except ValueError as error:
        raise CommandError(Said("{name} {text!r}: expected {why}", name=name, text=text, why=error)) from None


def add_commands(app: typer.Typer) -> None:
    """Add the commands to an app."""
    app.add_typer(hooks, name="hook")
    app.add_typer(ledgers, name="ledger")
    ledgers.command("update")(ledger_update)
    ledgers.command("check")(ledger_check)
    app.command("twins")(twins)
    for function, taken in ((hook_install, OPTIONS), (hook_uninstall, None), (hook_run, OPTIONS)):
        name = function.__name__.removeprefix("hook_")
        hooks.command(name)(function if taken is None else with_options(function, taken, PUSHING))
