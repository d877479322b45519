"""Digits with separators: which are thousands, which are decimals.

A form that can be read one way only is read that way. The others (`1.234`, `1,27`) are decided by what follows them
and by the habits of the whole document.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

GROUPED = re.compile(r"(?<!\d)\d++(?:[.,]\d++)++")
SPLIT = re.compile(r"[.,]")
LONGEST = 24
"""More digits than this are an account or a key, no count."""
PLAIN_MARKS = str.maketrans({"'": ",", "’": ",", "´": ",", "٬": ",", "٫": ".", "，": ",", "．": "."})
DECIMAL_TAILS = ("%", "por c", "per c", "perc", "mill", "mil ", "billon", "pesos", "mdp", "euros", "dol")


class Style(NamedTuple):
    """A document's habits: comma as decimal mark, dot as mark of thousands."""

    european: bool
    dotted: bool


class Digits(NamedTuple):
    """A value and how many of its digits stand behind the decimal mark."""

    value: Decimal
    decimals: int


def document_style(folded: str) -> Style:
    """Let the forms that can be read in one way only vote for the others."""
    european = mexican = dotted = pointed = 0
    for match in GROUPED.finditer(folded):
        raw = match[0]
        groups = SPLIT.split(raw)
        dots, commas = raw.count("."), raw.count(",")
        threes = all(len(group) == 3 for group in groups[1:])
        if dots and commas:
            if raw.rfind(",") > raw.rfind("."):
                european += commas == 1 and not threes
            else:
                mexican += dots == 1
        elif len(groups) > 2:
            european += threes and dots > 0
            mexican += threes and commas > 0
        elif commas:
            if threes:
                mexican += not _decimal_tail(folded, match.end())
            else:
                european += _decimal_tail(folded, match.end())
        elif not threes:
            mexican += 1
        elif groups[0] != "0" and not _decimal_tail(folded, match.end()):
            dotted += _counts(folded, match.end())
            pointed += 1
    is_european = european > mexican
    return Style(is_european, is_european or (dotted > 0 and dotted * 2 >= pointed))


def _decimal_tail(folded: str, end: int) -> bool:
    return folded[end : end + 12].lstrip().startswith(DECIMAL_TAILS)


def _counts(folded: str, end: int) -> bool:
    tail = folded[end : end + 3]
    return len(tail) == 3 and tail[0] == " " and tail[1:].isalpha()


def read_digits(raw: str, *, style: Style, scaled: bool, counted: bool) -> Digits | None:
    """Return the value of digits with separators, None where they are no number (a version, a date, a key).

    `scaled`: a scale word, a percent sign or money stands beside them. `counted`: they count a noun.
    """
    if len(raw) > LONGEST * 2:
        return None
    if raw.isdecimal():
        return Digits(Decimal(raw), 0) if len(raw) <= LONGEST else None
    raw = raw.translate(PLAIN_MARKS)
    groups = SPLIT.split(raw)
    if sum(map(len, groups)) > LONGEST:
        return None
    if len(groups) == 1:
        return Digits(Decimal(raw), 0)
    marks = [mark for mark in raw if mark in ".,"]
    threes = all(len(group) == 3 for group in groups[1:])
    if len(groups) == 2:
        split = _one_mark(groups, marks[0], threes, style, scaled, counted)
    elif len(set(marks)) == 1:
        split = _same_marks(groups, marks[0], threes)
    else:
        split = _two_marks(groups, marks, threes, style)
    if split is None:
        return None
    whole, fraction = split
    return Digits(Decimal(f"{whole}.{fraction}" if fraction else whole), len(fraction))


def _one_mark(
    groups: list[str], mark: str, threes: bool, style: Style, scaled: bool, counted: bool
) -> tuple[str, str] | None:
    whole, rest = groups
    thousands = threes and len(whole) <= 3 and whole[0] != "0"
    if thousands and rest == "000":
        return whole + rest, ""
    if mark == ".":
        return (
            (whole + rest, "")
            if (thousands and not scaled and (style.dotted or counted)) or (thousands and scaled and style.european)
            else (whole, rest)
        )
    if thousands:
        return (whole, rest) if style.european and scaled else (whole + rest, "")
    if style.european or scaled or whole == "0" or len(whole) > 3:
        return whole, rest
    return whole + rest, ""


def _same_marks(groups: list[str], mark: str, threes: bool) -> tuple[str, str] | None:
    if threes and len(groups[0]) <= 3:
        return "".join(groups), ""
    if mark == "." or len(groups[-1]) != 3 or len(groups[0]) > 3:
        return None
    return "".join(groups), ""


def _two_marks(groups: list[str], marks: list[str], threes: bool, style: Style) -> tuple[str, str] | None:
    last = marks[-1]
    if marks.count(last) > 1 or any(len(group) != 3 for group in groups[1:-1]):
        return None
    if last == "," and threes and not style.european:
        return "".join(groups), ""
    return "".join(groups[:-1]), groups[-1]
