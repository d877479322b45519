"""Write a value in the number style of a draft's own figure: `mil 525` becomes `mil 531`, `1,438 millones` stays in
millions, `22.837.768` keeps its points.

Ways of writing are tried in order, the draft's own first; the first one that reads back to the value is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from types import ModuleType
from typing import NamedTuple

from imss_check.languages.en import numbers as en_numbers
from imss_check.languages.en import writing as en
from imss_check.languages.es import numbers as es_numbers
from imss_check.languages.es import writing as es
from imss_check.quantities.find import find_quantities
from imss_check.quantities.interval import zero_step
from imss_check.quantities.lexicon import ALL_SCALES, ARTICLES, CARDINALS, HUNDREDS, MONEY_SCALES, SUFFIXES
from imss_check.quantities.model import Quantity
from imss_check.text.words import fold

TOKEN = re.compile(r"\d(?:[\d.,'’\u00a0\u2007\u2009\u202f ]*\d)?|[^\W\d_]+|[^\w\s]")
MINUS = frozenset("-−‐‑–")
LINKS = frozenset({"y", "and", "de", "-", ","})
"""What may stand between the words of a number."""
NUMBER_WORDS = frozenset({*CARDINALS, *ARTICLES, *HUNDREDS, *ALL_SCALES})
COARSER = 4
"""How many times less precise than the draft's figure, for its size, a suggestion may be."""
WORDY = 10
"""Counts below this are written as words where the draft writes such counts as words."""
THOUSAND = 1000
ONE = Decimal(1)
MORE_DECIMALS = 2
MOST_DECIMALS = 3
TAILS = ("", " unidades")
"""What a figure may need behind it to be read as in the draft."""
WIDTH = Decimal("1.5")
"""What a written figure can stand for, in units of its last digit: half of one below it, a whole one above."""


class Parts(NamedTuple):
    """A surface cut up: what stands before the number, its tokens with the gaps before them, what stands behind."""

    head: str
    tokens: list[str]
    gaps: list[str]
    tail: str

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words of the number."""
        return tuple(fold(token) for token in self.tokens if token[0].isalpha())


class Digits(NamedTuple):
    """How digits are written: thousands separator, decimal mark, decimals."""

    group: str
    point: str
    decimals: int


class Known(NamedTuple):
    """A value in base units, and the width of the interval that it is known to lie in (0: it is exact)."""

    value: Decimal
    width: Decimal = Decimal(0)


class Setting(NamedTuple):
    """What stands around a figure in the draft, and whether the draft has decimal commas."""

    before: str = ""
    after: str = ""
    decimal_comma: bool = False


ALONE = Setting()
LANGUAGES = ("es", "en", "es-ES")


def restyle(surface: str, q: Quantity, known: Known | Decimal, setting: Setting = ALONE) -> str | None:
    """Return a value in the style of `surface`, which was read as `q`; None where that cannot be done.

    What is returned reads back to the value, and claims nothing more exact than what is known.
    Errors: none; a style that is not known gives None.
    """
    if isinstance(known, Decimal):
        known = Known(known)
    parts = dissect(surface)
    if parts is None or q.form in ("fraction", "ratio") or not q.value or not known.value:
        return None
    signed = any(sign in MINUS or sign == "+" for sign in parts.head)
    if signed and (known.value < 0) != (q.value < 0):
        return None
    if not signed:
        known = known._replace(value=abs(known.value))
    reader = Reader.of(surface, q, setting)
    if reader is None:
        return None
    for text in writings(parts, q, abs(known.value), "," if setting.decimal_comma else "."):
        text = in_case(text, surface, parts)
        if reader.reads(text, known):
            return text
    return None


def under_heads(surface: str, q: Quantity, known: Known, setting: Setting = ALONE) -> str | None:
    """Return a value as the bare number of a table cell whose scale and unit stand in its heads; None where that is not
    plain, or would need other decimals than the cell has."""
    bare = next((seen for language in LANGUAGES if (seen := read_in(setting, surface, language))), None)
    if bare is None or bare.unit is not None or not bare.value:
        return None
    scale = q.value / bare.value
    if scale != ONE.scaleb(scale.adjusted()):
        return None
    written = restyle(surface, bare, Known(known.value / scale, known.width / scale), setting)
    again = None if written is None else next((s for lang in LANGUAGES if (s := read_in(setting, written, lang))), None)
    return written if again is not None and again.step == bare.step else None


class Reader(NamedTuple):
    """How a surface must be read to mean what it meant in the draft."""

    language: str
    setting: Setting
    seen: Quantity

    @classmethod
    def of(cls, surface: str, q: Quantity, setting: Setting) -> Reader | None:
        """The first reading that gives the quantity: in its place, then by itself."""
        for place in (setting, *(setting._replace(before="", after=tail) for tail in TAILS)):
            for language in ("es-ES", "es", "en") if setting.decimal_comma else ("es", "en", "es-ES"):
                seen = read_in(place, surface, language)
                if seen is not None and (abs(seen.value), seen.form) == (abs(q.value), q.form):
                    return cls(language, place, seen)
        return None

    def reads(self, text: str, known: Known) -> bool:
        """Whether a text says a value, no more exactly than it is known and hardly less exactly than the surface."""
        value, before = known.value, self.seen
        seen = read_in(self.setting, text, self.language)
        if seen is None or (seen.unit, seen.form) != (before.unit, before.form) or (seen.value < 0) != (value < 0):
            return False
        if seen.low is None or seen.high is None or not seen.low <= value <= seen.high:
            return False
        if seen.value != value and seen.step * abs(before.value) > COARSER * before.step * abs(value):
            return False
        step = seen.step
        if step == 1 and zero_step(before.value) >= zero_step(value):  # the draft writes zeros for what is not known
            step = zero_step(value)
        return step * WIDTH >= known.width


def read_in(setting: Setting, text: str, language: str) -> Quantity | None:
    """Return the quantity that a text is in a setting; None where it is none, or not all of one."""
    start = len(setting.before)
    span = start, start + len(text)
    found = find_quantities(f"{setting.before}{text}{setting.after}", language)
    return next((q for q in found if (q.start, q.end) == span and q.approximation == "exact"), None)


def dissect(surface: str) -> Parts | None:
    """Cut a surface up at its number; None where it has none."""
    matches = list(TOKEN.finditer(surface))
    first = next((i for i, m in enumerate(matches) if is_number(m.group())), None)
    if first is None:
        return None
    last = first
    for i in range(first, len(matches)):
        token = fold(matches[i].group())
        if is_number(token) or (i > first and token in SUFFIXES and matches[i - 1].end() == matches[i].start()):
            last = i
        elif token not in LINKS:
            break
    chosen = matches[first : last + 1]
    gaps = ["", *(surface[a.end() : b.start()] for a, b in pairwise(chosen))]
    return Parts(surface[: chosen[0].start()], [m.group() for m in chosen], gaps, surface[chosen[-1].end() :])


def is_number(token: str) -> bool:
    """Whether a token is made of digits or a number word."""
    return token[0].isdecimal() or fold(token) in NUMBER_WORDS


def in_case(text: str, surface: str, parts: Parts) -> str:
    """Give a text the capitals of a surface: of its first letter, or of all."""
    if surface.isupper() and len(parts.words) and len(parts.words[0]) > 1:
        return text.upper()
    if parts.tokens[0][0].isupper():
        return parts.head + text[len(parts.head) :][:1].upper() + text[len(parts.head) + 1 :]
    return text


def writings(parts: Parts, q: Quantity, value: Decimal, point: str) -> Iterator[str]:
    """Yield ways to write a value, the draft's own first."""
    tongue = language_of(parts)
    if tongue is None:
        return
    first, *rest = parts.tokens
    if first[0].isdecimal() and not any(token[0].isdecimal() for token in rest):
        numbers = scaled(parts, q, value, point, tongue)
    elif any(token[0].isdecimal() for token in parts.tokens):
        numbers = mixed(parts, q, value, tongue)
    else:
        numbers = spelled(parts, q, value, tongue)
    for number in numbers:
        yield parts.head + number + parts.tail


def language_of(parts: Parts) -> ModuleType | None:
    """Return how the language of the number words writes numbers; None where languages mix."""
    for data, words in ((es, es_numbers), (en, en_numbers)):
        known = {*words.CARDINALS, *words.ARTICLES, *words.HUNDREDS, *words.SCALES, *words.MONEY_SCALES, *words.AND}
        if known.union(words.SUM_AND, SUFFIXES, (data.LINK,)).issuperset(parts.words):
            return data
    return None


def scaled(parts: Parts, q: Quantity, value: Decimal, point: str, tongue: ModuleType) -> Iterator[str]:
    """Yield ways to write one number with a scale behind it, if any: `22.6 millones`, `1,438 million`, `1,525`."""
    phrase = "".join(gap + token for gap, token in zip(parts.gaps[1:], parts.tokens[1:], strict=True))
    power = sum(ALL_SCALES.get(word, SUFFIXES.get(word, 0)) for word in parts.words)
    shown = abs(q.value).scaleb(-power)
    style = digits_style(parts.tokens[0], shown, point)
    if style is None:
        return
    gap = parts.gaps[1] if phrase else ""
    names = scale_names(phrase[len(gap) :], power, tongue)

    def rank(p: int) -> tuple[bool, bool, bool, int]:
        m = value.scaleb(-p)
        return p != power and not p, not in_range(m, shown), p != power, abs(m.adjusted() - shown.adjusted())

    for p in sorted((p for p in names if not p or value.scaleb(-p) >= 1 or shown < 1), key=rank):
        m = value.scaleb(-p)
        decimals = style.decimals if p == power else max(0, min(q.digits - m.adjusted() - 1, MOST_DECIMALS))
        for more in range(MORE_DECIMALS):
            for number in dict.fromkeys(digits(m, style._replace(decimals=decimals + more))):
                name = names[p][number != "1"]
                if fold(name) != tongue.ALONE or (number != "1" and decimals + more <= style.decimals):
                    yield number + (gap + name if name else "")


def in_range(m: Decimal, shown: Decimal) -> bool:
    """Whether a number in front of a scale is no longer than the draft's own may be: `382 mil`, but `1,438 millones`
    where the draft writes such."""
    return m < THOUSAND or shown >= THOUSAND


def scale_names(phrase: str, power: int, tongue: ModuleType) -> dict[int, tuple[str, str]]:
    """Return the scales of the way of naming them that a phrase belongs to, and the number without one."""
    for family in tongue.SCALES:
        if power in family and fold(phrase) in map(fold, family[power]):
            kept = family[power] if phrase in family[power] else (phrase, phrase)
            return {0: ("", ""), **family, power: kept}
    return {power: (phrase, phrase)}


def digits_style(written: str, shown: Decimal, point: str) -> Digits | None:
    """Return how digits are written, given what they say; `point` is the decimal mark where they show none."""
    if not written.isascii() and any(c.isdecimal() and not c.isascii() for c in written):
        return None
    marks = [c for c in written if not c.isdecimal()]
    for mark in (marks[-1] if marks else "", ""):
        whole, _, fraction = written.rpartition(mark) if mark else (written, "", "")
        plain = "".join(c for c in whole if c.isdecimal())
        if Decimal(f"{plain or 0}.{fraction or 0}") == shown:
            others = marks[:-1] if mark else marks
            other = "." if (mark or point) == "," else ","
            group = others[0] if others else "" if len(plain) > 3 else other
            return Digits(group, mark or ("," if group == "." else "." if group == "," else point), len(fraction))
    thousands, space, rest = written.rpartition(" ")
    if space and rest.isdecimal() and (style := digits_style(thousands, shown - int(rest), point)):
        return style  # "54,000 335", which a translation machine makes of "54 mil 335"
    return None


def digits(value: Decimal, style: Digits) -> Iterator[str]:
    """Yield a value in digits: with the decimals of a style, then with no more than it has."""
    own = max(0, -int(value.normalize().as_tuple().exponent))
    for decimals in (style.decimals, min(style.decimals, own)):
        text = f"{value.quantize(ONE.scaleb(-decimals), ROUND_HALF_UP):,f}"
        yield text.translate({ord(","): style.group, ord("."): style.point})


def mixed(parts: Parts, q: Quantity, value: Decimal, tongue: ModuleType) -> Iterator[str]:
    """Yield ways to write whole numbers between scale words: `mil 525`, `20 millones 620 mil 148`."""
    space = next((gap for gap in parts.gaps[1:] if gap.isspace() and gap.splitlines() == [gap]), " ")
    grouped = next((token for token in parts.tokens if token[0].isdecimal() and not token.isdecimal()), "")
    group = next((c for c in grouped if not c.isdecimal()), ",")
    wordy = any(word in CARDINALS or word in ARTICLES for word in parts.words)
    bare = tongue.ALONE or (parts.words[0] if fold(parts.tokens[0]) in ALL_SCALES else "")
    last = fold(parts.tokens[-1])
    power = MONEY_SCALES[last][0] if last in MONEY_SCALES else 0
    behind = parts.gaps[-1] + parts.tokens[-1] if power else ""
    for whole in rounded(value.scaleb(-power), q.step.scaleb(-power)):
        yield space.join(pieces(whole, tongue, wordy, group, bare)) + behind


def pieces(number: int, tongue: ModuleType, wordy: bool, group: str, bare: str) -> Iterator[str]:
    """Yield the parts of a whole number, each with its scale."""
    for power, forms in tongue.PARTS.items():
        count, number = divmod(number, 10**power)
        if not count:
            continue
        name = forms[count > 1]
        if count == 1 and name != bare:
            yield tongue.ONE
        elif count >= THOUSAND:
            yield from pieces(count, tongue, wordy, group, bare)
        elif count > 1:
            yield tongue.UNITS[count] if wordy and count < WORDY else str(count)
        yield name
    if number:
        yield f"{number:,}".replace(",", group)


def spelled(parts: Parts, q: Quantity, value: Decimal, tongue: ModuleType) -> Iterator[str]:
    """Yield ways to write a number in words."""
    words = parts.words
    for whole in rounded(value, q.step):
        text = tongue.spell(whole, tongue.gender_of(words), words)
        if text is not None:
            yield text


def rounded(value: Decimal, step: Decimal) -> Iterator[int]:
    """Yield a value rounded to whole scales, those of a step first, then finer ones."""
    power = max(0, step.adjusted()) // 3 * 3
    while power >= 0:
        yield int(value.scaleb(-power).quantize(ONE, ROUND_HALF_UP)) * 10**power
        power -= 3
