"""Tables in PDF files: lines whose words stand in columns that the same gaps part from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from imss_check.text.masks import Span
from imss_check.text.pdf_lines import Line

REACH = 0.19
"""Words that are no further apart than twice this, in font sizes, stand in one column."""
NEAR = 3.0
"""Rows are no further apart than this, in font sizes."""
Columns = list[tuple[float, float]]


def find_table(lines: Sequence[Line], first: int) -> tuple[list[Line], Columns] | None:
    """Return the rows of the table that begins with line `first`, and its columns; None where there is none."""
    if not lines[first].gaps:
        return None
    rows = [lines[first]]
    columns = add_words([], lines[first])
    for number in range(first + 1, len(lines)):
        line = lines[number]
        wider = add_words(columns, line)
        after = lines[number + 1] if number + 1 < len(lines) else None
        belongs = line.gaps or (after is not None and after.gaps and is_below(line, after))
        if not belongs or not is_below(rows[-1], line) or len(wider) < 2:
            break
        rows.append(line)
        columns = wider
    return (rows, columns) if len(rows) > 1 and len(columns) > 1 else None


def is_below(before: Line, line: Line) -> bool:
    """Whether a line is the next one on its page."""
    return before.page == line.page and 0 < before.base - line.base < NEAR * line.size


def add_words(columns: Columns, line: Line) -> Columns:
    """Return what the words of a line and some columns cover together, from left to right."""
    reach = REACH * line.size
    covered: Columns = []
    for left, right in sorted([*columns, *((word.left - reach, word.right + reach) for word in line.words)]):
        if covered and left <= covered[-1][1]:
            covered[-1] = covered[-1][0], max(covered[-1][1], right)
        else:
            covered.append((left, right))
    return covered


def cells(line: Line, columns: Columns) -> list[Span]:
    """Return the span of a line's text in each column; an empty one where it has none there."""
    found = []
    for left, right in columns:
        words = [word for word in line.words if left <= (word.left + word.right) / 2 <= right]
        found.append((words[0].start, words[-1].end) if words else (0, 0))
    return found
