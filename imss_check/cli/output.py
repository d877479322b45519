"""Write results to standard output, everything else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from imss_check.cli.status import Status
from imss_check.reports.formats import Screen
from imss_check.reports.inert import inert
from imss_check.said import tell


def write(text: str) -> None:
    """Write results: UTF-8 into a pipe or a file, what the terminal can show on a terminal."""
    sys.stdout.flush()
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None:
        sys.stdout.write(text)
        return
    encoding = (sys.stdout.encoding or "utf-8") if sys.stdout.isatty() else "utf-8"
    raw.write(text.encode(encoding, "replace"))
    raw.flush()


def complain(lines: Iterable[str], command: str = "imss-check") -> Status:
    """Say on standard error why the job could not be done, and return the status for it."""
    for line in lines:
        print(f"{command}: {inert(tell(line))}", file=sys.stderr)
    return Status.TROUBLE


def screen(color: str, plain: Screen) -> Screen:
    """Return what standard output takes; `auto` asks it and the environment for colours."""
    terminal = sys.stdout.isatty()
    forbidden = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    colour = color == "always" or (color == "auto" and terminal and not forbidden)
    return plain._replace(colour=colour, width=terminal_width() if terminal else plain.width)


def terminal_width() -> int:
    """Return the columns of the terminal, within reason."""
    try:
        return max(40, min(os.get_terminal_size(sys.stdout.fileno()).columns or 80, 120))
    except (OSError, ValueError):
        return 80
