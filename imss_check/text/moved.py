"""Where the text of a draft stands in its file, for formats whose markup runs through words and figures.

`<b>1</b>,525&nbsp;clínicas` is read as `1,525 clínicas`. The `clean` text of a block begins where the block does and is
packed: markup leaves no gap in it. A `Move` says where a stretch of it really stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from imss_check.text.masks import Span
from imss_check.text.model import Draft, Move


def place(draft: Draft, span: Span) -> Span:
    """Return the span of the text as it stands in the file, for a span of the clean text."""
    start, end = span
    moved = draft.moved
    if not moved or end <= start:
        return span
    return first(moved, start), last(moved, end - 1)


def first(moved: Sequence[Move], offset: int) -> int:
    """Where the character at an offset of the clean text begins in the file."""
    move = find(moved, offset)
    return offset if move is None else move.place + (offset - move.start if move.is_verbatim else 0)


def last(moved: Sequence[Move], offset: int) -> int:
    """Where the character at an offset of the clean text ends in the file."""
    move = find(moved, offset)
    if move is None:
        return offset + 1
    return move.place + (offset - move.start + 1 if move.is_verbatim else move.size)


def find(moved: Sequence[Move], offset: int) -> Move | None:
    """The move of a character of the clean text, None where it stands in its place."""
    at = bisect_right(moved, offset, key=lambda move: move.start) - 1
    return moved[at] if at >= 0 and offset < moved[at].end else None
