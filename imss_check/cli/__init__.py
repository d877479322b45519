"""The command line: arguments in, exit status out.

`check` and `hook` are what git and CI run: they are dispatched before typer is imported, which would double their
start-up.
"""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from imss_check import said
from imss_check.cli.status import Status


def run() -> NoReturn:
    """The console script."""
    status: int
    open_streams()
    try:
        status = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has gone, as after `| head`: no traceback, and none at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = Status.PIPE_CLOSED
    except KeyboardInterrupt:
        status = Status.INTERRUPTED
    except OSError as error:
        why = said.tell(said.because(error))
        told = f"{error.filename}: {why}" if error.filename else why
        print(f"imss-check: {told}", file=sys.stderr)
        status = Status.TROUBLE
    except Exception:  # a defect of ours is no finding: status 1 would say that there is one
        import traceback

        traceback.print_exc()
        status = Status.TROUBLE
    sys.exit(status)


def open_streams() -> None:
    """Give closed standard streams a place: without one, the next file opened would become standard output."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), "r" if name == "stdin" else "w"))


def user_language(arguments: list[str]) -> str:
    """Return the language of a run: worked out where something is said, for most runs say nothing of their own."""
    from imss_check.cli.language import spoken

    return spoken(arguments)


def main(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    said.spoken = lambda: user_language(arguments)
    if not {"--help", "-h"} & set(arguments):
        if arguments[:1] == ["check"]:
            from imss_check.cli.check import check

            return check(arguments[1:])
        if arguments[:1] == ["hook"]:
            from imss_check.cli.hook import hook

            return hook(arguments[1:])
    if arguments == ["--version"]:
        from imss_check import __version__

        print(f"imss-check {__version__}")
        return Status.CLEAN
    from imss_check.cli.app import run_app

    return run_app(arguments)
