"""A value, written in every form of both languages, reads back as itself."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from imss_check.languages.en import numbers as en
from imss_check.languages.es import numbers as es
from imss_check.quantities.find import find_quantities

SPANISH = {value: word for word, value in reversed(list(es.CARDINALS.items()))}
ENGLISH = {value: word for word, value in reversed(list(en.CARDINALS.items()))}
counts = st.integers(min_value=2, max_value=999_999_999)
settings.register_profile("quick", deadline=None, max_examples=150)
settings.load_profile("quick")


def spanish(n: int) -> str:
    """Write a number below 10⁹ in Spanish words."""
    if n >= 1_000_000:
        head = "un millón" if n < 2_000_000 else f"{shortened(spanish(n // 1_000_000))} millones"
        return f"{head} {spanish(n % 1_000_000)}" if n % 1_000_000 else head
    if n >= 1000:
        head = "mil" if n < 2000 else f"{shortened(spanish(n // 1000))} mil"
        return f"{head} {spanish(n % 1000)}" if n % 1000 else head
    if n == 1:
        return "uno"
    if n > 100 and n % 100:
        head = "ciento" if n < 200 else SPANISH[n // 100 * 100]
        return f"{head} {spanish(n % 100)}"
    if n > 30 and n < 100 and n % 10:
        return f"{SPANISH[n // 10 * 10]} y {spanish(n % 10)}"
    return "cien" if n == 100 else SPANISH[n]


def shortened(words: str) -> str:
    return f"{words.removesuffix('uno')}un" if words.endswith("uno") else words


def english(n: int) -> str:
    """Write a number below 10⁹ in English words."""
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            head = f"{english(n // size)} {name}"
            return f"{head} {english(n % size)}" if n % size else head
    if n == 1:
        return "one"
    return f"{ENGLISH[n // 10 * 10]}-{english(n % 10)}" if n > 20 and n % 10 else ENGLISH[n]


def mixed(n: int, thousand: str, million: str) -> str:
    """Write a number as the Mexican press does: 20 millones 620 mil 148."""
    parts = []
    for size, name in ((1_000_000, million), (1000, thousand)):
        if n >= size:
            parts.append(f"{n // size} {name}")
            n %= size
    return " ".join([*parts, str(n)] if n or not parts else parts)


def read(text: str, language: str) -> list[Decimal]:
    return [quantity.value for quantity in find_quantities(text, language)]


@given(counts, st.sampled_from(["", " ", "\u00a0", "\u2009", "\u202f", ",", "'"]))
def test_grouped_digits(n: int, mark: str) -> None:
    text = f"{n:,}".replace(",", mark)
    year = mark == "" and 1900 <= n < 2100
    for before, after, language in (("Suman ", " camas.", "es"), ("There were ", " beds.", "en")):
        if not year:
            assert read(before + text + after, language) == [n]


@given(counts)
def test_european_digits(n: int) -> None:
    text = f"{n:,}".replace(",", ".")
    assert read(f"Hay {text} camas en total y 86,7 % libres.", "es") == [n, Decimal("86.7")]
    assert read(f"Hay {text} camas.", "es-ES") == [n] or n < 2100


@given(counts)
def test_words(n: int) -> None:
    assert read(f"Suman {spanish(n)} camas.", "es") == [n]
    assert read(f"There were {english(n)} beds.", "en") == [n]


@given(counts)
def test_words_repeat_the_digits(n: int) -> None:
    for text, language in (
        (f"Suman {n:,} ({spanish(n)}) camas.", "es"),
        (f"There were {n:,} ({english(n)}) beds.", "en"),
    ):
        (quantity,) = find_quantities(text, language)
        assert (quantity.value, quantity.words_value) == (n, n)


@given(counts)
def test_mixed(n: int) -> None:
    short = n >= 1_000_000 and n // 1000 % 1000 == 0 and 0 < n % 1000 < 100
    year = 1900 <= n < 2100
    if not short and not year:
        assert read(f"Suman {mixed(n, 'mil', 'millones')} camas.", "es") == [n]
        assert read(f"There were {mixed(n, 'thousand', 'million')} beds.", "en") == [n]


@given(counts)
def test_fullwidth_digits(n: int) -> None:
    wide = f"{n:,}".translate({ord(str(d)): 0xFF10 + d for d in range(10)})
    assert read(f"Suman {wide} camas.", "es") == [n] or n < 2100


@given(st.decimals(min_value="0.1", max_value="999.9", places=1), st.sampled_from([".", ","]))
def test_percent_and_millions(value: Decimal, mark: str) -> None:
    written = f"{value}".replace(".", mark)
    million = Decimal(10) ** 6
    assert read(f"Subió {written} %.", "es") == [value]
    assert read(f"Subió {written} por ciento.", "es") == [value]
    assert read(f"It rose {written} percent.", "en") == [value]
    assert read(f"Son {written} millones.", "es") == [value * million]
    assert read(f"It is {written} million.", "en") == [value * million]
    assert read(f"Licitó ${written} mdp.", "es") == [value * million]
    assert read(f"Licitó {written} mil millones de pesos.", "es") == [value * million * 1000]


@given(counts)
def test_written_interval_holds_the_value(n: int) -> None:
    for text in (f"Suman {n:,} camas.", f"casi {n:,} camas", f"más de {n:,} camas", f"{n / 1e6:.1f} millones"):
        for quantity in find_quantities(text, "es"):
            assert quantity.low is None or quantity.low <= quantity.value
            assert quantity.high is None or quantity.value <= quantity.high


@given(st.decimals(min_value="1", max_value="999", places=6))
def test_rounded_and_truncated_values_lie_in_the_interval(value: Decimal) -> None:
    exact = value * 1_000_000
    for rounding in ("ROUND_HALF_UP", "ROUND_DOWN"):
        short = value.quantize(Decimal("0.1"), rounding=rounding)
        (quantity,) = find_quantities(f"Son {short} millones de dosis", "es")
        assert quantity.low is not None and quantity.high is not None
        assert quantity.low <= exact <= quantity.high


@given(st.text(alphabet="0123456789.,'- %$()millonesdcyaun/\n\u00a0", max_size=200))
def test_any_text_is_read_without_fault(text: str) -> None:
    last = 0
    for quantity in find_quantities(text):
        assert last <= quantity.start < quantity.end <= len(text)
        last = quantity.start
