"""Exit statuses, and errors that end a command."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """What a command says to the shell."""

    CLEAN = 0
    FOUND = 1
    TROUBLE = 2
    INTERRUPTED = 130
    PIPE_CLOSED = 141


class CommandError(Exception):
    """The job cannot be done: what to tell the user, one line each."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines
