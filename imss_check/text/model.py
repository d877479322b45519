"""What a draft is once it has been read."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Block(NamedTuple):
    """A paragraph, heading, list item or table cell: `text[start:end]` of a draft.

    `kind` is `paragraph`, `heading`, `item`, `cell` or `note`. `row` and `column` of a cell are the spans of the
    cells that head its row and its column (empty where there is none); `under` is the index of the block that
    introduces it: the heading above a paragraph, the line before a list, -1 where there is none.
    """

    kind: str
    start: int
    end: int
    under: int = -1
    row: tuple[tuple[int, int], ...] = ()
    column: tuple[tuple[int, int], ...] = ()
    number: int = 0
    """Paragraph, page or cell number for people, where lines mean nothing (0: lines do)."""


class Sentence(NamedTuple):
    """A sentence: `clean[start:end]`, the index of its block, and its language (`es` or `en`)."""

    start: int
    end: int
    block: int
    language: str


class Move(NamedTuple):
    """`clean[start:end]` of a draft stands at `text[place:place + size]`."""

    start: int
    end: int
    place: int
    size: int

    @property
    def is_verbatim(self) -> bool:
        """Whether both have the same characters; else, it is one reference to characters, like `&nbsp;`."""
        return self.end - self.start == self.size


class Draft(NamedTuple):
    """A draft as read. `clean` has the length of `text`, with everything that is no prose overwritten by spaces."""

    path: str
    text: str
    clean: str
    blocks: tuple[Block, ...]
    day: date | None = None
    """The day its front matter states."""
    language: str | None = None
    """The language its front matter states."""
    masked: tuple[tuple[int, int], ...] = ()
    """Spans that are not prose: code, URLs, front matter."""
    comments: tuple[tuple[int, int], ...] = ()
    """Spans of comments, where exemptions stand."""
    locator: str | None = None
    """`page` or `paragraph` where line numbers mean nothing to the reader."""
    moved: tuple[Move, ...] = ()
    """Where markup inside words is closed up in `clean`: see `text/moved.py`."""
