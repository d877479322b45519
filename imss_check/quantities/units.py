"""What a number is measured in: percent, points, money, money a day."""

from __future__ import annotations

from typing import NamedTuple

from imss_check.quantities.lexicon import (
    CENTS,
    CENTS_LINKS,
    CURRENCIES,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    NATIONAL,
    PER,
    PER_BEFORE,
    PER_LINKS,
    SIGN_ONLY,
    UNITS,
    WAGES,
)
from imss_check.quantities.numerals import Numeral
from imss_check.quantities.page import Page

IN_SPAN = frozenset({"percent", "per_thousand"})
WINDOW = 8
"""How many tokens before a sum may say that it is a daily wage."""


class Unit(NamedTuple):
    """A unit, the token behind it, and the token behind what belongs to the number's own span."""

    unit: str | None
    after: int
    inside: int
    cents: int = 0


def money_before(page: Page, first: int) -> tuple[str | None, int]:
    """The currency in front of a number, and the token where it begins: `US$25`, `MXN 1,438`, `$ 435.7`."""
    k = first - 1
    if k < 0 or not page.close(first) or k in page.blocked:
        return None, first
    word = page.words[k]
    if word in CURRENCY_SIGNS:
        code = page.at(k - 1)
        if code in CURRENCY_CODES and page.close(k) and (page.glued(k) or page.source(k - 1).isupper()):
            return CURRENCY_CODES[code], k - 1
        return CURRENCY_SIGNS[word], k
    if word == "." and page.at(k - 1) == "ps" and page.glued(k):
        return CURRENCY_CODES["ps"], k - 1
    if word in CURRENCY_CODES and word not in SIGN_ONLY and (page.source(k).isupper() or page.source(k) == "Ps"):
        return CURRENCY_CODES[word], k
    return None, first


def unit_after(page: Page, last: int) -> Unit:
    """The unit behind a number."""
    k = last
    joined = page.at(k) == "-" and page.glued(k) and page.glued(k + 1)
    found = page.phrase(k + 1 if joined else k, UNITS)
    if found:
        after, unit = found
        return Unit(unit, after, after if unit in IN_SPAN else last)
    if page.at(k) in ("de", "of"):
        k += 1
    found = page.phrase(k, CURRENCIES)
    if not found:
        return Unit(None, last, last)
    after, unit = found
    unit = NATIONAL.get(unit, {}).get(page.at(after), unit)
    return Unit(unit, after, last)


def cents_after(page: Page, after: int) -> tuple[int, int]:
    """Cents behind the currency word (`pesos con 4 centavos`): their number and the token behind the digits."""
    if page.is_number(after) and page.at(after + 1) in CENTS and page.words[after].isdecimal():
        return int(page.words[after][:2]), after + 1
    if page.at(after) in CENTS_LINKS and page.is_number(after + 1) and page.at(after + 2) in CENTS:
        raw = page.words[after + 1]
        if raw.isdecimal() and len(raw) <= 2:
            return int(raw), after + 2
    return 0, after


def with_time(page: Page, unit: str, first: int, after: int, numeral: Numeral) -> tuple[str, int]:
    """Join a currency to its time base: behind it (`pesos diarios`, `a day`) or before (`salario diario de`)."""
    k = after
    for _ in range(3):
        found = page.phrase(k, PER)
        if found:
            return f"{unit}/{found[1]}", found[0]
        if page.at(k) not in PER_LINKS:
            break
        k += 1
    if numeral.scale < 6:
        before = _wage_before(page, first)
        if before:
            return f"{unit}/{before}", after
    return unit, after


def _wage_before(page: Page, first: int) -> str | None:
    base: str | None = None
    wage = False
    for k in range(first - 1, max(-1, first - 1 - WINDOW * 2), -1):
        word = page.words[k]
        if word in (".", ";", ":", "|") or "\n" in word:
            break
        if word == "a" and page.at(k + 1) in ("day",):
            base = base or "day"
        base = base or PER_BEFORE.get(word)
        wage = wage or word in WAGES
        if base and wage:
            return base
    return None


def is_money(unit: str | None) -> bool:
    """Whether a unit is a currency, with or without a time base."""
    return unit is not None and len(unit.split("/")[0]) == 3 and unit[:3].isupper() and unit[:3] != "UMA"


def header_unit(page: Page, first: int) -> str | None:
    """In a table row, the unit in brackets of its first cell: `| Salary (pesos a day) | 578.0 |`."""
    k, bars = first - 1, 0
    while k >= 0 and first - k < 40 and "\n" not in page.text[page.ends[k] : page.starts[k + 1]]:
        word = page.words[k]
        if "\n" in word:
            return None
        bars += word == "|"
        if word == "(" and bars:
            start = k + 1
            found = page.phrase(start, UNITS) or page.phrase(start, CURRENCIES)
            if not found:
                return None
            after, unit = found
            per = page.phrase(after, PER)
            return f"{unit}/{per[1]}" if per else unit
        k -= 1
    return None
