"""Numbers made of digits, number words and scale words: `mil 525`, `20 millones 620 mil 148`, `one and a half million`.

A number is read from left to right. What stands in front of a scale word is multiplied by it, together with any
smaller scale already read (`2 mil 500 millones`); the parts are then added up.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from imss_check.quantities.digits import CONTINUOUS, digits_at
from imss_check.quantities.lexicon import (
    ALL_SCALES,
    ALONE,
    AND,
    ARTICLES,
    CARDINALS,
    COLLECTIVES,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    HALF_AFTER,
    HALF_BEFORE,
    HUNDREDS,
    IDIOMS,
    LEADING,
    MONEY_SCALES,
    ONES,
    OWNERS,
    POINT,
    QUARTERS,
    SUFFIXES,
    SUM_AND,
    UNITS,
)
from imss_check.quantities.page import Page

BETWEEN_WORDS = frozenset({" ", "\n", "-", "\u00a0", "\u2009", "\u202f", "  ", "\r\n"})
MOST = 40
"""A number has no more tokens than this."""
VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
ONE = Decimal(1)
TEN = Decimal(10)


class Numeral(NamedTuple):
    """A number in tokens `[first, last)`: its value, what its last written digit is worth, and how it was written."""

    first: int
    last: int
    value: Decimal
    step: Decimal
    scale: int = 0
    """Power of ten of the last scale word, 0 without one."""
    unit: str | None = None
    """Currency that a scale word brings along (`mdp`)."""
    wordy: bool = False
    """Written without any digit."""
    plain: bool = False
    """One run of digits without separators."""
    decimal: bool = False
    """Written with a decimal mark."""
    fraction: bool = False


class Term(NamedTuple):
    """A part of a number that already has its scale."""

    value: Decimal
    scale: int


def read_numeral(page: Page, i: int) -> Numeral | None:
    """Return the number that begins at token `i`."""
    word = page.words[i]
    if word[0].isdecimal() or word in CARDINALS or word in HUNDREDS:
        return Reader(page, i).run()
    after = page.at(i + 1)
    if word in VULGAR:
        return None
    if word in ARTICLES:
        if word in OWNERS and page.foreign(i, OWNERS[word]):
            return None  # "atiende a millones"
        if after in HUNDREDS or (after in ALL_SCALES and after not in MONEY_SCALES) or after in COLLECTIVES:
            return Reader(page, i).run()
        if (after in HALF_BEFORE or after in QUARTERS) and _portion(page, i + 1):
            return Reader(page, i).run()
        if word not in ("a", "an") and after in POINT and page.at(i + 2) in CARDINALS:
            return Reader(page, i).run()
        unit = page.phrase(i + 1, UNITS)
        if unit and unit[1] in CONTINUOUS:
            return Reader(page, i).run()
        if after == "and" and page.at(i + 2) in ARTICLES and page.at(i + 3) in HALF_AFTER:
            return Reader(page, i).run()
        return None
    if word in ALONE:
        if after in IDIOMS.get(word, ()):
            return None
        return Reader(page, i).run()
    if word in LEADING:
        if _leads(page, i):
            return Reader(page, i).run()
        return None
    if (word in HALF_BEFORE or word in QUARTERS) and _portion(page, i):
        return Reader(page, i).run()
    return None


def _leads(page: Page, i: int) -> bool:
    """Whether a bare scale word opens a number: `thousand 844`, `millón y medio`."""
    if page.is_number(i + 1):
        room = 3 if ALL_SCALES[page.words[i]] == 3 else 7
        return page.close(i + 1) and len(page.at(i + 1)) <= room and not page.is_number(i - 1)
    return page.at(i + 1) in AND and page.at(i + 2) in HALF_AFTER


def _portion(page: Page, i: int) -> int:
    """Where `half`, `medio`, `quarter` parts a scale or a collective: the token of that word, else 0."""
    k = i + 1
    for link in ("of", "de", "a", "un"):
        if page.at(k) == link:
            k += 1
    word = page.at(k)
    unit = page.phrase(k, UNITS)
    if unit and unit[1] in CONTINUOUS:
        return k
    return k if (word in ALL_SCALES and word not in MONEY_SCALES) or word in COLLECTIVES else 0


class Reader:
    """The state of reading one number."""

    def __init__(self, page: Page, first: int) -> None:
        self.page = page
        self.first = first
        self.at = first
        self.terms: list[Term] = []
        self.pending: Decimal | None = None
        self.pending_words = False
        self.step = ONE
        self.scale = 0
        self.unit: str | None = None
        self.digits = False
        self.words = False
        self.plain = False
        self.decimal = False

    def run(self) -> Numeral | None:
        """Read as far as the number goes."""
        limit = min(len(self.page.words), self.first + MOST)
        while self.at < limit and self.take():
            pass
        if self.at == self.first:
            return None
        value = self.total()
        return Numeral(
            self.first,
            self.at,
            value,
            self.step,
            self.scale,
            self.unit,
            not self.digits,
            self.plain and self.at == self.first + 1,
            self.decimal,
        )

    def total(self) -> Decimal:
        """The sum of what was read."""
        return sum((term.value for term in self.terms), Decimal(0)) + (self.pending or 0)

    def take(self) -> bool:
        """Read the next part; False where the number has ended."""
        page, i = self.page, self.at
        word = page.words[i]
        if i > self.first and i in page.blocked:
            return False
        if i > self.first and page.starts[i] - page.ends[i - 1] > 2:
            return False
        if word[0].isdecimal():
            return self.take_digits(i)
        if word in CARDINALS:
            owner = OWNERS.get(word)
            if owner and page.foreign(i, owner):
                return False
            return self.take_word(i, CARDINALS[word])
        if word in ALL_SCALES:
            return self.take_scale(i, word)
        if word in HUNDREDS:
            return self.take_hundred(i)
        if word in COLLECTIVES:
            return self.take_collective(i, word)
        if i == self.first:
            return self.take_opening(i, word)
        if word in ONES and self.goes_on_with_one(i):
            return self.take_word(i, 1)
        if word in SUFFIXES and page.is_number(i - 1) and (page.glued(i) or self.spaced_suffix(i)):
            return self.take_suffix(i, word)
        return self.take_link(i, word)

    # digits

    def take_digits(self, i: int) -> bool:
        """Digits: a first number, or what follows a larger scale (`mil 525`, `54,000 335`)."""
        page = self.page
        if i > self.first and not page.close(i):
            return False
        if self.pending is not None:
            return self.take_leftover(i)
        found = digits_at(page, i, inside=bool(self.terms))
        if found is None:
            return False
        digits, last = found
        if self.terms:
            room = TEN ** self.terms[-1].scale
            raw = page.words[i]
            if digits.value >= room or (raw.isdecimal() and len(raw) == 4 and last == i + 1):
                return False
            short = raw.isdecimal() and len(raw) < 3 and last == i + 1
            if short and self.terms[-1].scale > 3 and not self.scale_ahead(last):
                return False
        self.pending = digits.value
        self.pending_words = False
        self.step = TEN**-digits.decimals
        self.decimal = self.decimal or digits.decimals > 0
        self.digits = True
        self.plain = last == i + 1 and page.words[i].isdecimal()
        self.at = last
        return True

    def scale_ahead(self, i: int) -> bool:
        """Whether a scale word stands at token `i`."""
        return self.page.at(i) in ALL_SCALES

    def take_leftover(self, i: int) -> bool:
        """`54,000 335`: thousands written out by a translation machine, then the rest."""
        raw, page = self.page.words[i], self.page
        before = page.words[i - 1]
        fits = before.endswith((",000", ".000")) and raw.isdecimal() and len(raw) <= 3 and not self.terms
        if not fits or self.pending is None or page.text[page.ends[i - 1]] != " " or self.scale_ahead(i + 1):
            return False
        self.pending += Decimal(raw)
        self.step = ONE
        self.at = i + 1
        self.plain = False
        return True

    # words

    def take_word(self, i: int, value: int) -> bool:
        """A cardinal below a thousand."""
        page = self.page
        if self.pending is None:
            if self.terms and (page.text[page.ends[i - 1] : page.starts[i]] not in BETWEEN_WORDS and not page.glued(i)):
                return False
            self.pending = Decimal(value)
        elif self.pending_words and self.fits(value):
            self.pending += value
        else:
            return False
        self.pending_words = True
        self.words = True
        self.step = ONE
        self.at = i + 1
        return True

    def goes_on_with_one(self, i: int) -> bool:
        """Whether `one`, `uno`, `un` belongs to the number: `forty one`, `two thousand one hundred`, `mil uno`."""
        if self.pending is not None:
            return self.pending_words and self.fits(1)
        if self.page.at(i + 1) in HUNDREDS:
            return True
        return bool(self.terms) and not self.digits and not self.page.phrase(i + 1, UNITS)

    def fits(self, value: int) -> bool:
        """Whether a word may be added to the words before it: `ciento` + `veinte`, `forty` + `two`."""
        low = int(self.pending or 0)
        if low % 1000 == 0 or low == 0:
            return False
        if low % 100 == 0:
            return value < 100
        tens = low % 100
        return tens >= 20 and tens % 10 == 0 and 0 < value < 10

    def take_hundred(self, i: int) -> bool:
        """`hundred`: three hundred, twelve hundred, 5 hundred."""
        if self.pending is not None:
            if not 0 < self.pending < 100:
                return False
            self.pending *= 100
            self.step *= 100
        elif i == self.first and self.page.at(i - 1) not in ARTICLES:
            return False
        else:
            self.pending = Decimal(100)
            self.step = Decimal(100)
        if self.pending_words or not self.digits:
            self.step = ONE
        self.pending_words = True
        self.at = i + 1
        return True

    def take_scale(self, i: int, word: str) -> bool:
        """A scale word multiplies what stands before it, with any smaller or equal scale already read."""
        page = self.page
        owner = OWNERS.get(word)
        if owner and page.foreign(i, owner) and page.at(i + 1) not in ("de", "of"):
            return False
        power = ALL_SCALES[word]
        factor = TEN**power
        amount, had = self.pending, self.pending is not None
        if amount is None:
            absorbs = bool(self.terms) and self.terms[-1].scale < power
            if not absorbs and not (word in ALONE or (i == self.first and word in LEADING)):
                return False
            if not absorbs and self.terms and (self.terms[-1].scale <= power or word not in ALONE):
                return False
            amount = Decimal(0) if absorbs else ONE
        while self.terms and self.terms[-1].scale <= power:
            amount += self.terms.pop().value
        self.terms.append(Term(amount * factor, power))
        self.pending = None
        self.pending_words = False
        self.step = self.step * factor if had or self.scale else factor
        self.scale = power if had else self.scale + power
        if word in MONEY_SCALES:
            self.unit = MONEY_SCALES[word][1]
        self.words = True
        self.at = i + 1
        return True

    def spaced_suffix(self, i: int) -> bool:
        """`$25 M`, `$12.5 MM`: capitals behind a space, with money."""
        before = self.page.at(self.first - 1)
        money = before in CURRENCY_SIGNS or before in CURRENCY_CODES
        return money and self.page.close(i) and self.page.source(i) in ("M", "MM", "B")

    def take_suffix(self, i: int, word: str) -> bool:
        """Letters glued to digits: `250k`, `£3bn`; a lone `m` or `b` only with money, capitals or decimals."""
        page = self.page
        money = page.at(self.first - 1) in CURRENCY_SIGNS or page.at(self.first - 1) in CURRENCY_CODES
        if word in ("m", "b", "mm", "t") and not (money or (page.source(i).isupper() and word != "t") or self.decimal):
            return False
        if self.pending is None or (page.glued(i + 1) and page.is_number(i + 1)):
            return False
        power = SUFFIXES[word]
        self.terms.append(Term(self.pending * TEN**power, power))
        self.pending = None
        self.step *= TEN**power
        self.scale = power
        self.at = i + 1
        return True

    def take_collective(self, i: int, word: str) -> bool:
        """`una docena`, `dos docenas`, `un centenar`."""
        if self.pending is None or self.terms:
            return False
        size = COLLECTIVES[word]
        self.terms.append(Term(self.pending * size, 0))
        self.pending = None
        self.step = TEN ** (len(str(size)) - 1) if size % 10 == 0 else ONE
        self.at = i + 1
        return True

    def take_opening(self, i: int, word: str) -> bool:
        """An article, `half` or `quarter` at the start of a number."""
        page = self.page
        if word in ARTICLES and page.at(i + 1) not in HALF_BEFORE and page.at(i + 1) not in QUARTERS:
            self.pending = ONE
            self.pending_words = True
            self.at = i + 1
            return True
        k = i + 1 if word in ARTICLES else i
        target = _portion(page, k)
        if not target:
            return False
        part = Decimal("0.25") if page.at(k) in QUARTERS else Decimal("0.5")
        self.pending = part
        self.step = Decimal("0.1")
        self.at = target
        return True

    def take_link(self, i: int, word: str) -> bool:
        """`y`, `and`, a comma, a hyphen, `punto`, a vulgar fraction: a link only where a number goes on behind it."""
        page = self.page
        after = page.at(i + 1)
        if word == "-":
            value = 1 if after == "one" else CARDINALS.get(after, 0)
            if self.pending_words and page.glued(i) and page.glued(i + 1) and self.fits(value):
                self.at = i + 1
                return True
            return False
        if word in POINT and self.pending_words and self.pending is not None:
            return self.take_point(i)
        if word in AND or word in SUM_AND:
            return self.take_and(i, word, after)
        if word == "," and page.glued(i):
            return self.take_comma(i, after)
        if word in VULGAR and self.pending is not None and page.starts[i] - page.ends[i - 1] <= 1:
            self.pending += VULGAR[word]
            self.step = Decimal("0.1")
            self.at = i + 1
            return True
        return False

    def take_point(self, i: int) -> bool:
        """Decimals in words: `ochenta y seis punto ocho`, `cero punto cero cinco`, `six point five`."""
        page, k, figures = self.page, i + 1, ""
        while k < i + 8:
            word = page.at(k)
            if word in ARTICLES:
                figures += "1"
            elif word in CARDINALS and CARDINALS[word] < 100:
                value = CARDINALS[word]
                joined = page.at(k + 1) in AND and CARDINALS.get(page.at(k + 2), 10) < 10 and value >= 30
                if joined:
                    value += CARDINALS[page.at(k + 2)]
                    k += 2
                figures += str(value)
            elif word.isdecimal() and not figures:
                figures = word
                self.digits = True
            else:
                break
            k += 1
        if not figures or self.pending is None:
            return False
        self.pending += Decimal(figures) * TEN ** -len(figures)
        self.step = TEN ** -len(figures)
        self.decimal = True
        self.pending_words = False
        self.at = k
        return True

    def take_and(self, i: int, word: str, after: str) -> bool:
        """`treinta y uno`, `millón y medio`, `two and a half million`, `sixty thousand and twenty-eight`."""
        page = self.page
        half = i + 2 if after in ARTICLES and page.at(i + 2) in HALF_AFTER else i + 1
        if page.at(half) in HALF_AFTER and (self.pending is not None or self.terms):
            return self.take_half(half)
        if word in AND:
            value = 1 if after in ("un", "una", "uno") else CARDINALS.get(after, 0)
            tens = self.pending_words and self.pending is not None and self.pending % 100 >= 20
            if tens and self.fits(value):
                self.pending = (self.pending or Decimal(0)) + value
                self.at = i + 2
                return True
            return False
        if after == "one" and self.pending is not None and self.fits(1):
            self.pending += 1
            self.at = i + 2
            return True
        if after not in CARDINALS or self.digits or page.at(i + 2) in HUNDREDS:
            return False
        if self.pending is not None:
            if self.pending % 100 or CARDINALS[after] >= 100:
                return False
        elif not self.terms or page.at(i + 2) in ALL_SCALES:
            return False
        self.at = i + 1
        return True

    def take_half(self, half: int) -> bool:
        """Half of what was counted last, or of the scale that follows."""
        page = self.page
        ahead = page.at(half + 1)
        if self.pending is not None:
            if ahead not in ALL_SCALES and ahead not in COLLECTIVES and page.at(half) != "half":
                return False
            self.pending += Decimal("0.5")
            self.step = Decimal("0.1")
            self.pending_words = False
            self.decimal = True
        else:
            term = self.terms[-1]
            if term.scale < 3:
                return False
            factor = TEN**term.scale
            self.terms[-1] = Term(term.value + factor / 2, term.scale)
            self.step = factor / 10
        self.at = half + 1
        return True

    def take_comma(self, i: int, after: str) -> bool:
        """A stray comma before a scale (`22, millones`) or before the smaller parts (`20 millones, 490 mil 397`)."""
        if self.pending is not None:
            if self.digits and after in ALL_SCALES and after not in MONEY_SCALES and ALL_SCALES[after] > 3:
                self.at = i + 1
                return True
            return False
        if not self.terms or self.terms[-1].scale < 6 or not self.descends(i + 1):
            return False
        self.at = i + 1
        return True

    def descends(self, i: int) -> bool:
        """Whether thousands and a rest stand at token `i`, in one breath: `490 mil 397`."""
        page, thousands, rest = self.page, 0, 0
        for k in range(i, i + 10):
            word = page.at(k)
            if word in ALONE or word == "thousand":
                thousands += 1
            elif word in CARDINALS or (page.is_number(k) and word.isdecimal() and len(word) <= 3):
                rest += thousands
            elif word not in AND:
                break
        return thousands == 1 and rest > 0
