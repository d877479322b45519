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
    LIST,
    NOUN_LINKS,
    ORDINAL_ENDINGS,
    PHONES,
    SPAN_NOUNS,
    STOP,
    STREETS,
    SUFFIXES,
    UNITS,
    UNTIL,
)
from imss_check.quantities.numerals import Numeral
from imss_check.quantities.page import Page

WEB = re.compile(r"[@#_=&\\]|://|www\.|\.(?:com|mx|org|net|gob|gov|edu|html?|pdf|php|info)\b")
VERSION = re.compile(r"\d{1,2}\.\d")
JOINERS = frozenset("-–/.:_+")
NUMBER_WORDS = frozenset({"no", "num", "numero", "nro", "number", "nos", "nums"})
ABBREVIATED = NUMBER_WORDS | {"art", "arts", "fig", "pag", "vol", "cap", "col", "tel"}
GLUED_UNITS = frozenset(["km", "kg", "h", "hs", "c", "f", "gb", "mb", "ml", "cm", "mm", "mg", "g", "pesos"])
CHUNK = 120
MOST_LINKS = 12


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
        or (numeral.plain and numeral.value <= 24 and _clock(page, i, last))
        or (not numeral.scale and _hyphened(page, i, last))
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


def _clock(page: Page, i: int, last: int) -> bool:
    """`a las 3 de la tarde`, `hasta las 18 horas`."""
    if page.at(i - 1) != "las" or page.at(i - 2) not in ("a", "de", "desde", "hasta"):
        return False
    after = page.at(last)
    return not page.is_word(last) or after in STOP or after in ("horas", "hrs", "hr", "h")


def _inside_word(page: Page, i: int, last: int) -> bool:
    """`H1N1`, `COVID-19`, `4T`, `3-D`: digits glued to letters."""
    if page.glued(i):
        before = page.at(i - 1)
        if before[0].isalpha() and before not in CURRENCY_CODES:
            return True
        if before in JOINERS and page.glued(i - 1):
            if page.at(i - 2)[0].isdecimal() and before in "/:":
                return True
            if before not in "/:" and _lettered(page, i - 2):
                return True
    if page.glued(last):
        after = page.at(last)
        if after[0].isalpha() and after not in UNITS:
            return after not in GLUED_UNITS or (len(after) == 1 and page.source(last).isupper())
        if after in "/:" and page.glued(last + 1) and page.is_number(last + 1):
            return True
        if after == "-" and page.glued(last + 1) and len(page.at(last + 1)) == 1 and page.is_word(last + 1):
            return True
        if after == "_":
            return True
    return False


def _lettered(page: Page, k: int) -> bool:
    """Whether the unbroken run that ends at token `k` has letters in it: `LA-050GYR019-E12-2021`."""
    for j in range(k, max(-1, k - MOST_LINKS), -1):
        if page.is_word(j) and page.words[j] not in CURRENCY_CODES and page.words[j] not in SUFFIXES:
            return True
        if not page.glued(j):
            return False
    return False


def _hyphened(page: Page, i: int, last: int) -> bool:
    """Plain digits joined by hyphens that no unit or noun follows: a score, a file number, `45-2021`."""
    left = page.at(i - 1) == "-" and page.glued(i) and page.glued(i - 1) and page.words[i - 2].isdecimal()
    right = page.at(last) == "-" and page.glued(last) and page.glued(last + 1) and page.at(last + 1).isdecimal()
    if not left and not right:
        return False
    behind = last + 2 if right else last
    return not _measured(page, behind) and (not page.is_word(behind) or page.at(behind) in STOP)


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
    if bare and (before == "," or before in LIST or before in UNTIL) and _list_of_names(page, k, last):
        return True
    if not before or not before[0].isalpha():
        return False
    if bare and _plural(before) and (page.at(last) in LIST or page.at(last) == ",") and page.is_number(last + 1):
        return True
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


def _list_of_names(page: Page, k: int, last: int) -> bool:
    """`artículos 27 y 123`, `tables 3, 4 and 5`: numbers in a row behind one designator."""
    counting = page.is_word(last) and page.at(last) not in STOP
    for j in range(k, max(-1, k - MOST_LINKS), -1):
        word = page.words[j]
        if _plural(word):
            return page.is_number(j + 1)
        if word in DESIGNATORS:
            return page.is_number(j + 1) and not counting
        if not (word == "," or word in LIST or word in UNTIL or (word.isdecimal() and len(word) <= 4)):
            return False
    return False


def _plural(word: str) -> bool:
    """Whether a word is several designators: `artículos`, `líneas`."""
    return word.endswith("s") and (word[:-1] in DESIGNATORS or word[:-2] in DESIGNATORS)


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
            if word in ".," or word.isdecimal():
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
        named = page.is_word(i - 2) and page.source(i - 2)[0].isupper() and page.words[i] != "1"
        return page.at(i - 2) not in CARDINALS and not named and not page.is_number(i - 2)
    if after == ")" and page.glued(last) and len(page.words[i]) < 3 and before in ";:," and not _in_brackets(page, i):
        return True
    head = page.text[max(0, page.starts[i] - 12) : page.starts[i]]
    line = head.rsplit("\n", 1)[-1] if "\n" in head or page.starts[i] < 12 else None
    opens = line is not None and not line.strip(" \t*#>-·•")
    if not opens or not page.glued(last):
        return False
    if after == "." and page.at(last + 1) == "-":
        return True
    if after in (".", ")"):
        return not page.glued(last + 1) and page.text[page.ends[last] : page.ends[last] + 1] in (" ", "\t")
    return False


def _in_brackets(page: Page, i: int) -> bool:
    """Whether a bracket stands open before token `i`."""
    for k in range(i - 1, max(-1, i - 4 * MOST_LINKS), -1):
        if page.words[k] in "()":
            return page.words[k] == "("
    return False


def _phone(page: Page, i: int, last: int) -> bool:
    """Groups of digits joined by hyphens or spaces that no count would have."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if page.at(k) in PHONES and len(page.words[i]) <= 4 and page.words[i].isdecimal():
            counting = page.is_word(last) and page.at(last) not in STOP
            beside = page.is_number(last) or page.is_number(i - 1)
            return _chain(page, i, last) or (not counting and (beside or len(page.words[i]) == 3))
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
