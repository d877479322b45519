"""Find the quantities of a text.

Tokens are read once; a number is read wherever a digit or a number word may begin one; names, dates and codes fall
out; units, lists, ranges and hedges follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from imss_check.languages import guess_language
from imss_check.periods.spans import calendar_spans
from imss_check.quantities.found import Found, to_quantity, with_hedge
from imss_check.quantities.fractions import read_fraction
from imss_check.quantities.lexicon import ARTICLES, CARDINALS, CURRENCY_CODES, EVERY, SIGNALS, STARTERS
from imss_check.quantities.model import Quantity
from imss_check.quantities.names import is_name
from imss_check.quantities.numerals import Numeral, read_numeral
from imss_check.quantities.page import Page, prepare, tokenize
from imss_check.quantities.separators import Style
from imss_check.quantities.series import join_shares, lone_ones, mark_ranges, share_units
from imss_check.quantities.units import cents_after, header_unit, is_money, money_before, unit_after, with_time

DIGIT = re.compile(r"\d")
LETTERS = re.compile(r"[a-z]+")
PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
MINUS = frozenset("-−–‐‑")
CENTS_FORM = frozenset({"00", "/", "100", "m", ".", "n", "pesos", "moneda", "nacional"})
"""`(mil pesos 00/100 M.N.)`"""
MINUS_WORDS = frozenset({"menos", "minus"})
NEGATIVE = [[word] for word in MINUS_WORDS]
ONE = Decimal(1)
HUNDREDTH = Decimal("0.01")
EUROPEAN = Style(True, True)


def find_quantities(
    text: str,
    language: str | None = None,
    *,
    start: int = 0,
    end: int | None = None,
    folded: str | None = None,
    nouns: Mapping[tuple[str, ...], str] | None = None,
    skip: Iterable[tuple[int, int]] = (),
) -> list[Quantity]:
    """Return the quantities of `text[start:end]` in text order.

    Shape: "Hay mil 525 unidades" -> [Quantity(4, 11, value=1525, …)]; offsets are those of `text`.
    `language`: es, en, es-ES (European separators), None to guess. `nouns`: stems of counted nouns -> unit.
    `skip`: spans to pass over.
    """
    end = len(text) if end is None else end
    folded, style = prepare(text, folded)
    if language == "es-ES":
        style = EUROPEAN
    skip = list(skip)
    found: list[Quantity] = []
    for a, b in _stretches(folded, start, end):
        if not DIGIT.search(folded, a, b) and SIGNALS.isdisjoint(LETTERS.findall(folded, a, b)):
            continue
        words, starts, ends = tokenize(folded, a, b)
        tongue = language or guess_language(folded, a, b)
        spans = [*calendar_spans(text, folded, tongue[:2], a, b), *skip]
        page = Page(text, words, starts, ends, _blocked(starts, spans), style, language, nouns)
        found += _read(page)
    return found


def _stretches(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Paragraphs."""
    a = start
    for match in PARAGRAPH.finditer(folded, start, end):
        if match.start() > a:
            yield a, match.start()
        a = match.end()
    if a < end:
        yield a, end


def _blocked(starts: list[int], spans: list[tuple[int, int]]) -> set[int]:
    """Tokens inside the spans."""
    blocked: set[int] = set()
    spans.sort()
    k = 0
    for i, at in enumerate(starts):
        while k < len(spans) and spans[k][1] <= at:
            k += 1
        if k == len(spans):
            break
        if spans[k][0] <= at:
            blocked.add(i)
    return blocked


def _read(page: Page) -> list[Quantity]:
    founds = [_timed(page, found) for found in _numbers(page)]
    founds = share_units(page, join_shares(page, founds))
    founds = lone_ones(page, founds, lambda i: _bare(Numeral(i, i + 1, ONE, ONE, wordy=True)))
    founds = _restated(page, founds)
    founds = mark_ranges(page, [with_hedge(page, found) for found in founds])
    return [to_quantity(page, found) for found in founds]


def _numbers(page: Page) -> Iterator[Found]:
    """Read every number that is no name and no date."""
    i, count = 0, len(page.words)
    while i < count:
        word = page.words[i]
        if not (word in STARTERS or word[0].isdecimal()) or i in page.blocked:
            i += 1
            continue
        numeral = read_fraction(page, i) or _numeral(page, i)
        if numeral is None:
            i += 1
            continue
        found = _with_unit(page, numeral)
        if found is not None:
            yield found
            i = max(found.after if found.form == "money" and found.after > numeral.last else found.last, i + 1)
        else:
            i = numeral.last


def _numeral(page: Page, i: int) -> Numeral | None:
    word = page.words[i]
    if word == "ciento" and page.at(i - 1) == "por":
        return None
    numeral = read_numeral(page, i)
    if numeral is None and word in ARTICLES and (page.phrase(i + 1, EVERY) or _one_in(page, i)):
        return Numeral(i, i + 1, ONE, ONE, wordy=True)
    return numeral


def _one_in(page: Page, i: int) -> bool:
    return page.words[i] == "one" and page.at(i + 1) == "in" and page.at(i + 2) in CARDINALS


def _bare(numeral: Numeral) -> Found:
    form = "fraction" if numeral.fraction else "number"
    unit = "percent" if numeral.fraction else None
    return Found(numeral, numeral.first, numeral.last, numeral.last, numeral.value, numeral.step, unit, form)


def _with_unit(page: Page, numeral: Numeral) -> Found | None:
    """Add sign, currency and unit; None for names."""
    if numeral.fraction:
        return _bare(numeral)
    currency, prefix = money_before(page, numeral.first)
    if is_name(page, numeral, prefix):
        return None
    found = _bare(numeral)
    behind = unit_after(page, numeral.last)
    unit = numeral.unit or behind.unit or currency
    if currency and behind.unit and not is_money(behind.unit):
        unit = currency
    value, step, last, after = numeral.value, numeral.step, behind.inside, behind.after
    if numeral.plain and _bare_point(page, prefix):
        prefix -= 1
        step = HUNDREDTH.scaleb(2 - len(page.words[numeral.first]))
        value *= step
        numeral = numeral._replace(decimal=True)
        found = found._replace(numeral=numeral)
    if is_money(behind.unit):
        cents, after = cents_after(page, after)
        if cents:
            value, step, last = value + cents * HUNDREDTH, HUNDREDTH, after
    form = "money" if is_money(unit) else "percent" if unit and unit.startswith("per") else found.form
    first = prefix
    sign = _sign(page, first, form)
    if sign:
        first -= 1
        value = -value if sign < 0 else value
    return found._replace(first=first, last=last, after=after, value=value, step=step, unit=unit, form=form)


def _bare_point(page: Page, first: int) -> bool:
    """Whether a decimal point without a zero opens the number: `.5%`."""
    return page.at(first - 1) == "." and page.glued(first) and not page.glued(first - 1)


def _sign(page: Page, first: int, form: str) -> int:
    """-1 or 1 where a sign stands glued before the number, 0 elsewhere (a range, a dash, a bullet)."""
    k = first - 1
    if k < 0 or not page.glued(first) or (page.glued(k) and page.words[k - 1] not in "([\"'“«"):
        return 0
    sign = page.words[k]
    if sign == "+":
        return 1
    if sign not in MINUS:
        return 0
    if sign == "−" or form in ("percent", "money"):
        return -1
    return 0 if sign == "–" or _dash_closes(page, first) else -1


def _dash_closes(page: Page, first: int) -> bool:
    """Whether a second dash closes an aside: `-25 en total-`."""
    for k in range(first, min(first + 20, len(page.words))):
        if page.words[k] in MINUS and page.glued(k) and not page.glued(k + 1):
            return True
    return False


def _timed(page: Page, found: Found) -> Found:
    """Give money its time base, and a bare table cell the unit of its row."""
    if found.form == "money" and found.unit and "/" not in found.unit:
        unit, after = with_time(page, found.unit, found.first, found.after, found.numeral)
        return found._replace(unit=unit, after=after)
    if found.unit is None and page.at(found.first - 1) == "|":
        unit = header_unit(page, found.first) or ""
        if unit:
            return found._replace(unit=unit, form="money" if is_money(unit) else "percent")
    return found


def _restated(page: Page, founds: list[Found]) -> list[Found]:
    """Digits repeated in brackets as words, or words as digits, are one quantity."""
    out: list[Found] = []
    for found in founds:
        last = out[-1] if out else None
        if last is not None and _brackets(page, last, found) and last.numeral.wordy != found.numeral.wordy:
            digits, words = (found, last) if last.numeral.wordy else (last, found)
            span = page.starts[words.first], page.ends[words.last - 1]
            after = found.after
            while page.at(after) not in (")", "]", "") and after < found.after + 8:
                after += 1
            said = -words.value if page.at(found.first - 1) in MINUS_WORDS else words.value
            out[-1] = digits._replace(
                words=span, words_value=said, after=after + 1, unit=digits.unit or words.unit, form=digits.form
            )
            continue
        out.append(found)
    return out


def _brackets(page: Page, a: Found, b: Found) -> bool:
    """Whether the second number stands alone in brackets right behind the first."""
    gap = page.words[a.after : b.first]
    if not gap or gap[0] not in "([" or gap[1:] not in ([], *NEGATIVE):
        return False
    if a.numeral.fraction or b.numeral.fraction:
        return False
    k = b.after
    for _ in range(8):
        if page.at(k) in (")", "]"):
            return True
        if page.at(k) not in CURRENCY_CODES and page.at(k) not in CENTS_FORM:
            return False
        k += 1
    return False
