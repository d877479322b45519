"""Digits that count nothing: names, laws, codes, phones, addresses, ordinals, list numbers."""

from __future__ import annotations

import re

from imss_check.quantities.lexicon import (
    ALL_SCALES,
    CARDINALS,
    CLOCK,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    DESIGNATORS,
    LABELLED,
    NOUN_LINKS,
    ORDINAL_ENDINGS,
    PHONES,
    SPAN_NOUNS,
    STOP,
    STREETS,
    UNITS,
)
from imss_check.quantities.numerals import Numeral
from imss_check.quantities.page import Page

WEB = re.compile(r"[@#_=&\\]|://|www\.|\.(?:com|mx|org|net|gob|gov|edu|html?|pdf|php|info)\b")
VERSION = re.compile(r"\d{1,2}\.\d")
JOINERS = frozenset("-–/.:_+")
NUMBER_WORDS = frozenset({"no", "num", "numero", "nro", "number", "nos", "nums"})
ABBREVIATED = NUMBER_WORDS | {"art", "arts", "fig", "pag", "vol", "cap", "col", "tel"}
CHUNK = 120


def is_name(page: Page, numeral: Numeral, prefix: int) -> bool:
    """Whether the digits of `numeral` name something. `prefix` is the token where its currency sign begins."""
    i, last = numeral.first, numeral.last
    if prefix < i:
        return False
    if numeral.wordy:
        return _worded_name(page, numeral)
    return (
        _inside_word(page, i, last)
        or _ordinal(page, last)
        or _web(page, i)
        or (numeral.last == i + 1 and (_designated(page, i, last, numeral) or _coded(page, i, last, numeral)))
        or _listed(page, i, last)
        or _phone(page, i, last)
    )


def _worded_name(page: Page, numeral: Numeral) -> bool:
    before = page.at(numeral.first - 1)
    if before in CLOCK and page.at(numeral.first - 2) in ("a", "las", "desde", "hasta") and numeral.value <= 12:
        return True
    if page.at(numeral.last) == "-" and page.glued(numeral.last) and page.at(numeral.last + 2) in SPAN_NOUNS:
        return True
    return page.at(numeral.last) == "-" and page.at(numeral.last + 3) in SPAN_NOUNS


def _inside_word(page: Page, i: int, last: int) -> bool:
    """`H1N1`, `COVID-19`, `4T`, `3-D`: digits glued to letters."""
    if page.glued(i):
        before = page.at(i - 1)
        if before[0].isalpha() and before not in CURRENCY_CODES:
            return True
        if before in JOINERS and page.glued(i - 1):
            left = page.at(i - 2)
            if left[0].isalpha() and before != "/" and before != ":":
                return True
            if left[0].isdecimal() and before in "/:":
                return True
    if page.glued(last):
        after = page.at(last)
        if after[0].isalpha() and after not in UNITS:
            return after not in ("km", "kg", "h", "hs", "c", "f", "gb", "mb", "ml", "cm", "mm", "mg", "g", "pesos")
        if after in "/:" and page.glued(last + 1) and page.is_number(last + 1):
            return True
        if after == "-" and page.glued(last + 1) and len(page.at(last + 1)) == 1 and page.is_word(last + 1):
            return True
        if after == "_":
            return True
    return False


def _ordinal(page: Page, last: int) -> bool:
    """`21st`, `1.º`, `3er`, `1°`."""
    after = page.at(last)
    if not page.glued(last):
        return False
    if after in ORDINAL_ENDINGS:
        return True
    if after == ".":
        return page.glued(last + 1) and page.text[page.starts[last + 1]] in "ºª°"
    return after == "°" and page.at(last + 1) not in ("c", "f")


def _web(page: Page, i: int) -> bool:
    """Digits in an address, a handle, a hashtag."""
    text = page.text
    a, b = page.starts[i], page.ends[i]
    left = max(0, a - CHUNK)
    head = text[left:a]
    cut = max(head.rfind(" "), head.rfind("\n"), head.rfind("("), head.rfind("\t"))
    tail = text[b : b + CHUNK].split(None, 1)
    chunk = head[cut + 1 :] + text[a:b] + (tail[0] if tail and not text[b : b + 1].isspace() else "")
    return len(chunk) > b - a and WEB.search(chunk) is not None


def _designated(page: Page, i: int, last: int, numeral: Numeral) -> bool:
    """`artículo 27`, `Zona No. 27`, `HGZ 27`, `the 44 modality`: a label, not a count."""
    raw = page.words[i]
    bare = raw.isdecimal() and len(raw) <= 4
    if bare and page.at(last) in LABELLED:
        return True
    k = i - 1
    if page.at(k) == "#":
        return True
    if page.at(k) == ".":
        k -= 1
        return page.at(k) in ABBREVIATED and page.glued(k + 1)
    before = page.at(k)
    if not before or not before[0].isalpha():
        return False
    if before in DESIGNATORS:
        after = page.at(last)
        if before == "no" and not (page.source(k)[0].isupper() and after in STOP | {"", ",", ".", ")", ";"}):
            return False
        return (bare or VERSION.fullmatch(raw) is not None) and not _measured(page, last)
    source = page.source(k)
    after = page.at(last)
    loose = not page.is_word(last) or after in STOP or page.source(last)[0].isupper()
    if VERSION.fullmatch(raw):
        return source[0].isupper() and loose and before not in STOP and not _measured(page, last) and raw.endswith(".0")
    if bare and source.isupper() and 1 < len(source) <= 5 and raw[0] != "0" and len(raw) <= 3:
        article = page.at(k - 1) in ("el", "la", "del", "al", "the")
        return (article or loose) and not _measured(page, last) and not page.is_shouting(k)
    return False


def _measured(page: Page, last: int) -> bool:
    return page.at(last) in ALL_SCALES or page.at(last) in ("%", "por", "percent") or page.at(last) in CURRENCY_SIGNS


def _coded(page: Page, i: int, last: int, numeral: Numeral) -> bool:
    """Codes with leading zeros, addresses, postal codes."""
    raw = page.words[i]
    if not raw.isdecimal():
        return False
    if len(raw) > 1 and raw[0] == "0" and not _measured(page, last):
        return True
    if len(raw) > 5:
        return False
    for k in range(i - 1, max(-1, i - 8), -1):
        word = page.at(k)
        if not word[0].isalpha():
            if word in ".,":
                continue
            return False
        if word in STREETS:
            return True
        if not (page.source(k)[0].isupper() or word in NOUN_LINKS):
            return False
    return False


def _listed(page: Page, i: int, last: int) -> bool:
    """`1.` or `1)` that opens a line, `(1)` and `[1]` alone in brackets."""
    before, after = page.at(i - 1), page.at(last)
    if last != i + 1 or not page.words[i].isdecimal() or len(page.words[i]) > 3:
        return False
    if before in "([" and before and after in ")]" and page.glued(i) and page.glued(last):
        return page.at(i - 2) not in CARDINALS
    head = page.text[max(0, page.starts[i] - 12) : page.starts[i]]
    line = head.rsplit("\n", 1)[-1] if "\n" in head or page.starts[i] < 12 else None
    opens = line is not None and not line.strip(" \t*#>-·•")
    if not opens or not page.glued(last):
        return False
    if after in (".", ")"):
        return not page.glued(last + 1) and page.text[page.ends[last] : page.ends[last] + 1] in (" ", "\t")
    return after == "." and page.at(last + 1) == "-"


def _phone(page: Page, i: int, last: int) -> bool:
    """Groups of digits joined by hyphens or spaces that no count would have."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if page.at(k) in PHONES and len(page.words[i]) <= 4 and page.words[i].isdecimal():
            return _chain(page, i, last) or len(page.words[i]) == 3
    hyphen = page.at(last) == "-" or page.at(i - 1) == "-"
    return (hyphen or not page.is_word(last)) and _chain(page, i, last)


def _chain(page: Page, i: int, last: int) -> bool:
    """Whether at least three bare groups stand in a row, or two of three and four digits."""
    left = right = 0
    k = i
    while k >= 2 and _linked(page, k - 1) is not None:
        k = _linked(page, k - 1) or 0
        left += 1
        if left > 4:
            break
    k = last
    while page.at(k):
        step = k + 1 if page.at(k) in ("-", ".") and page.glued(k) and page.glued(k + 1) else k
        if not (page.is_number(step) and page.words[step].isdecimal() and page.close(k)):
            break
        right += 1
        k = step + 1
        if right > 4:
            break
    count = left + right + 1
    long = max(len(page.words[i]), len(page.at(last)), len(page.at(last + 1)) if page.is_number(last + 1) else 0)
    return count >= 3 and long >= 3


def _linked(page: Page, k: int) -> int | None:
    """The bare group of digits that token `k + 1` is chained to, through a hyphen or a space."""
    if (
        page.at(k) == "-"
        and page.glued(k)
        and page.glued(k + 1)
        and page.is_number(k - 1)
        and page.words[k - 1].isdecimal()
    ):
        return k - 1
    if page.is_number(k) and page.words[k].isdecimal() and page.close(k + 1):
        return k
    return None
