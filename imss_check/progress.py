"""One line that says how far a long job is, on a terminal only: a log gets nothing."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TextIO

from imss_check.said import tell

WIDTH = 24
PAUSE = 0.1
"""Seconds between two drawings."""


class Progress:
    """A bar on standard error, if that is a terminal; `with` wipes it out at the end."""

    def __init__(self, what: str, stream: TextIO | None = None) -> None:
        self.what = what
        self.stream = stream or sys.stderr
        self.shown = self.stream is not None and self.stream.isatty()
        self.begun = self.drawn = time.monotonic()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()

    def __call__(self, done: int, total: int, more: str = "") -> None:
        """Draw the bar, unless it was drawn a moment ago."""
        now = time.monotonic()
        if not self.shown or (now - self.drawn < PAUSE and done < total):
            return
        self.drawn = now
        full = WIDTH * done // max(total, 1)
        self.stream.write(
            f"\r\x1b[K{tell(self.what)} {'━' * full}{'╌' * (WIDTH - full)} {done}/{total} {tell(more)}".rstrip()
        )
        self.stream.flush()
