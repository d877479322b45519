"""What commands beside `check` find: a place, a rule, a sentence. Their rules are `L` (ledger) and `T` (twins)."""

from __future__ import annotations

from typing import NamedTuple

from imss_check.reports.inert import inert
from imss_check.reports.model import SEVERITIES
from imss_check.reports.words import words

RULES = {
    "L101": ("fact changed", "error"),
    "L102": ("fact withdrawn", "error"),
    "L103": ("fact disputed", "warning"),
    "L104": ("fact new", "warning"),
    "L105": ("draft changed", "error"),
    "L106": ("draft missing", "error"),
    "T101": ("missing", "error"),
    "T102": ("extra", "error"),
    "T103": ("value", "error"),
    "T104": ("scale", "error"),
    "T105": ("unit", "error"),
    "T106": ("precision", "warning"),
}
"""Code -> name and severity; `docs/rules/` has a section for each."""


class Notice(NamedTuple):
    """Something to act on. `line` and `column` count from 1; 0 where it is about the draft as a whole."""

    path: str
    line: int
    column: int
    code: str
    message: str
    name: str
    """What the rule is called, in the language of the message."""


def notice(path: str, at: tuple[int, int], code: str, language: str, **values: object) -> Notice:
    """Return a notice with its message in a language; the values stand in the message."""
    data = words(language, "notices")
    message = data.MESSAGES[code].format(**values)
    return Notice(path, *at, code, message, data.NAMES.get(code, RULES[code][0]))


def notice_line(found: Notice) -> str:
    """Return a notice as `path:line:column: CODE name: message`."""
    place = f":{found.line}:{found.column}" if found.line else ""
    return f"{inert(found.path)}{place}: {found.code} {found.name}: {inert(found.message)}"


def worst_notice(found: list[Notice]) -> int:
    """Return the rank in `SEVERITIES` of the worst notice; -1 where there is none."""
    return max((SEVERITIES.index(RULES[one.code][1]) for one in found), default=-1)
