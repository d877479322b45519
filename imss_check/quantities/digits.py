"""A run of digits in its surroundings: groups behind spaces, and what tells thousands from decimals."""

from __future__ import annotations

import re

from imss_check.quantities.lexicon import (
    ALL_SCALES,
    CURRENCIES,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    DESIGNATORS,
    LIST,
    MEASURES,
    MORE_OR_LESS,
    STOP,
    SUFFIXES,
    UNITS,
)
from imss_check.quantities.page import Page
from imss_check.quantities.separators import Digits, read_digits

GROUP = re.compile(r"\d{3}(?:[.,](?:\d{1,2}|\d{4,}))?")
SPACES = frozenset(" \u00a0\u2007\u2009\u202f")
MOST_GROUPS = 8
RATES = frozenset({"por", "per", "el", "la", "a", "each", "cada"})
CONTINUOUS = frozenset({"percent", "percentage_point", "per_thousand", "basis_point"})


def digits_at(page: Page, i: int, *, inside: bool) -> tuple[Digits, int] | None:
    """The value of the digits at token `i` and the token behind them; `inside`: larger parts were read before."""
    raw = page.words[i]
    if raw.isdecimal() and len(raw) <= 3 and raw[0] != "0":
        joined, last = _spaced(page, i)
        if last > i + 1:
            digits = read_digits(joined, style=page.style, scaled=True, counted=True)
            return (digits, last) if digits else None
    joined, last = _comma_spaced(page, i, inside)
    scaled = raw != joined or _continuous(page, i, last)
    counted = not scaled and page.is_word(last) and page.at(last) not in STOP and page.close(last)
    if scaled and not counted and raw.count(".") == 1 and _whole_money(page, last):
        scaled, counted = False, True
    digits = read_digits(joined, style=page.style, scaled=scaled, counted=counted)
    return (digits, last) if digits else None


def _spaced(page: Page, i: int) -> tuple[str, int]:
    """Groups of three behind single spaces: `22 837 768`, `11 615.6`."""
    parts, k = [page.words[i]], i + 1
    if page.at(i - 1) in DESIGNATORS:
        return parts[0], k
    while k < len(page.words) and k - i < MOST_GROUPS and k not in page.blocked and _space_before(page, k):
        if not GROUP.fullmatch(page.words[k]):
            break
        parts.append(page.words[k])
        k += 1
        if not parts[-1].isdecimal():
            break
    return "".join(parts), k


def _space_before(page: Page, k: int) -> bool:
    """Whether exactly one space of any kind stands before token `k`."""
    return page.starts[k] - page.ends[k - 1] == 1 and page.text[page.ends[k - 1]] in SPACES


def _comma_spaced(page: Page, i: int, inside: bool) -> tuple[str, int]:
    """A comma, a stray space and a group of three: `21,796, 280`; never in a list, nor before a difference."""
    raw, k = page.words[i], i + 2
    alone = raw, i + 1
    if page.at(i + 1) != "," or not page.is_number(k) or not page.glued(i + 1) or not _space_before(page, k):
        return alone
    group, behind, before = page.words[k], page.at(k + 1), page.at(i - 1)
    if len(group) != 3 or not group.isdecimal() or k in page.blocked or len(raw.split(",")[0]) > 3 or "." in raw:
        return alone
    if raw.count(",") > 1 or behind in MORE_OR_LESS:
        return alone
    if before in LIST or before == "," or ((behind in LIST or behind == ",") and page.is_number(k + 2)):
        return alone
    if inside or "," in raw or behind in ALL_SCALES or page.is_word(k + 1):
        return raw.replace(",", "") + group, k + 1
    return alone


def _whole_money(page: Page, last: int) -> bool:
    """Whether money stands behind the digits that is no price of a unit: thousandths of a peso exist in rates only."""
    found = page.phrase(last, CURRENCIES)
    return found is not None and page.at(found[0]) not in RATES


def _continuous(page: Page, i: int, last: int) -> bool:
    """Whether a scale, a percent sign, money or a measure stands beside the digits."""
    after = page.at(last)
    if after in ALL_SCALES or after in MEASURES or (page.glued(last) and after in SUFFIXES):
        return True
    unit = page.phrase(last, UNITS)
    if (unit and unit[1] in CONTINUOUS) or page.phrase(last, CURRENCIES):
        return True
    before = page.at(i - 1)
    return before in CURRENCY_SIGNS or before in CURRENCY_CODES
