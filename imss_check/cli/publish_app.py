"""The commands around publishing, as typer shows them: hook, ledger, twins. Their work is in modules of their own."""

from __future__ import annotations

from inspect import Parameter
from typing import Annotated, Any

import typer

from imss_check.cli.check_help import KEYWORD, with_options
from imss_check.cli.hook import OPTIONS

PrePush = Annotated[bool, typer.Option("--pre-push", help="The hook before a push, not the one before a commit.")]

PUSHING = Parameter("pre_push", KEYWORD, default=False, annotation=PrePush)

hooks = typer.Typer(help="The git hook that checks drafts before they are committed or pushed.", no_args_is_help=True)


def hook_install(**given: Any) -> None:
    """Install the hook. One that is there keeps its work and runs first; options are those of each run."""


def hook_run(**given: Any) -> None:
    """Check the drafts that are staged, or that a push would publish. Nothing staged: status 0."""


def hook_uninstall(pre_push: PrePush = False) -> None:
    """Remove the hook; one that was there before is again what it was."""


def add_commands(app: typer.Typer) -> None:
    """Add the commands to an app. Those of `hook` never run from here: they are dispatched before typer is imported."""
    app.add_typer(hooks, name="hook")
    for function, options in ((hook_install, OPTIONS), (hook_uninstall, None), (hook_run, OPTIONS)):
        name = function.__name__.removeprefix("hook_")
        hooks.command(name)(function if options is None else with_options(function, options, PUSHING))
