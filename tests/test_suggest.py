"""A suggestion is the right value in the draft's own number style, and reads back to it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imss_check.languages.en import writing as en
from imss_check.languages.es import writing as es
from imss_check.quantities.find import find_quantities
from imss_check.quantities.model import Quantity
from imss_check.verdicts.suggest import Known, Setting, restyle, under_heads

STYLES = [
    # digits with Mexican and European separators, with spaces, with none
    ("1,525", "1531", "1,531"),
    ("1525", "1531", "1531"),
    ("1,525", "998", "998"),
    ("22.837.768", "22639050", "22.639.050"),
    ("22 837 768", "22639050", "22 639 050"),
    ("22\u202f837\u202f768", "22639050", "22\u202f639\u202f050"),
    ("54,000 335", "56735", "56,735"),
    # parts between scale words
    ("mil 525", "1531", "mil 531"),
    ("mil 525", "2531", "2 mil 531"),
    ("Mil 525", "1531", "Mil 531"),
    ("54 mil 335", "56735", "56 mil 735"),
    ("cinco mil 443", "7814", "siete mil 814"),
    ("cinco mil 443", "16814", "16 mil 814"),
    ("20 millones 620 mil 148", "22837768", "22 millones 837 mil 768"),
    ("20 millones 620 mil 148", "1053670", "un millón 53 mil 670"),
    ("thousand 844", "1931", "thousand 931"),
    ("two thousand 852", "3105", "three thousand 105"),
    ("one million 53 thousand 670", "2053671", "two million 53 thousand 671"),
    # one number and its scale
    ("22.6 millones", "22837768", "22.8 millones"),
    ("20,6 millones", "22837768", "22,8 millones"),
    ("1 millón", "2100000", "2 millones"),
    ("2 millones", "1000000", "1 millón"),
    ("11.6 million", "11715600", "11.7 million"),
    ("11,615.6 miles", "11715600", "11,715.6 miles"),
    ("$1,438 millones", "1513000000", "$1,513 millones"),
    ("MXN 1,438 million", "1513000000", "MXN 1,513 million"),
    ("2,948.7 mdp", "3012345678", "3,012.3 mdp"),
    ("250k", "260400", "260k"),
    # a scale that was mistaken
    ("382 billones", "382000000000", "382 mil millones"),
    ("382 millones", "382000000000", "382 mil millones"),
    ("382 mil millones", "382000000", "382 millones"),
    ("382 mdp", "382000000000", "382 mmdp"),
    ("$382 mil mdp", "382000000", "$382 mdp"),
    ("422 mil 793 mdp", "450665000000", "450 mil 665 mdp"),
    ("205 mil 726 millones", "205276000000", "205 mil 276 millones"),
    ("1.2 billion", "1234000", "1.2 million"),
    ("1,531,000", "1531", "1,531"),
    # shares and signs
    ("5.3%", "4.9", "4.9%"),
    ("5.3 por ciento", "4.9", "4.9 por ciento"),
    ("-5.3%", "-4.1", "-4.1%"),
    ("5.3%", "-4.1", "4.1%"),
    ("-5.3%", "4.1", None),
    # words
    ("ocho mil cuatrocientos", "8300", "ocho mil trescientos"),
    ("ocho mil cuatrocientas", "8321", "ocho mil trescientas veintiuna"),
    ("veintiún mil", "31452", "treinta y un mil"),
    ("dos mil millones", "3000000000", "tres mil millones"),
    ("seis", "5", "cinco"),
    ("seis", "21", None),
    ("two thousand eight hundred and fifty-two", "3105", "three thousand one hundred and five"),
    ("eight thousand four hundred", "8321", "eight thousand three hundred twenty-one"),
    # what has no other number in its style
    ("4 de cada 10", "50", None),
    ("un tercio", "50", None),
    ("medio millón", "700000", None),
    ("una docena", "14", None),
    ("８00", "900", None),
]


def read(surface: str, language: str | None = None, before: str = "") -> Quantity:
    """The quantity that a surface is."""
    found = find_quantities(before + surface, language)
    assert len(found) == 1, (surface, found)
    return found[0]


@pytest.mark.parametrize(("surface", "value", "wanted"), STYLES)
def test_styles(surface: str, value: str, wanted: str | None) -> None:
    assert restyle(surface, read(surface), Decimal(value)) == wanted


def test_nothing_more_exact_than_what_is_known() -> None:
    known = Known(Decimal(22600000), Decimal(150000))
    assert restyle("20,620,148", read("20,620,148"), known) is None
    assert restyle("20,600,000", read("20,600,000"), known) == "22,600,000"
    assert restyle("20.6 millones", read("20.6 millones"), known) == "22.6 millones"
    assert restyle("20.62 millones", read("20.62 millones"), known) == "22.6 millones"


def test_the_decimal_comma_of_a_document() -> None:
    assert restyle("900", read("900"), Decimal(1531), Setting(decimal_comma=True)) == "1.531"
    assert restyle("900", read("900"), Decimal(1531)) == "1,531"


def test_the_words_around_count() -> None:
    before, after = "El salario medio fue de ", " pesos diarios en enero."
    q = find_quantities(before + "480.0" + after, "es")[0]
    known = Known(Decimal(408), Decimal("1.5"))
    assert restyle("480.0", q, known) is None
    assert restyle("480.0", q, known, Setting(before, after)) == "408"


@pytest.mark.parametrize(("cell", "scale", "unit", "value", "width", "wanted"), [
    ("2,984.7", 1000000, "MXN", "2948700000", "150000", "2,948.7"),
    ("1,525", 1, "medical_unit", "1531", "0", "1,531"),
    ("5.3", 1, "percent", "4.9", "0.15", "4.9"),
    ("20,672", 1000, None, "20762000", "0", "20,762"),
    ("20,672", 1000, None, "20762419", "0", None),  # no whole number of thousands is the value
    ("2,984.7", 1000000, "MXN", "2948700000", "1500000", None),  # known less exactly than the cell is written
    ("20", 1000, None, "20762000", "0", "20,762"),
    ("n. d.", 1000, None, "20762000", "0", None),
])  # fmt: skip
def test_cells(cell: str, scale: int, unit: str | None, value: str, width: str, wanted: str | None) -> None:
    seen = read(cell) if cell[0].isdecimal() else read("12")
    q = seen._replace(value=seen.value * scale, step=seen.step * scale, unit=unit)
    assert under_heads(cell, q, Known(Decimal(value), Decimal(width))) == wanted
    assert restyle(cell, q, Known(Decimal(value), Decimal(width))) in (None, wanted)


WRITERS = {
    "{:,d}": 1,
    "{:d}": 1,
    "{:_d}": 1,
    "{:,.1f} millones": 10**6,
    "{:,.2f} million": 10**6,
    "${:,.1f} mdp": 10**6,
    "{:,d} mil": 1000,
    "{:,d} thousand": 1000,
    "{:,d} mil millones": 10**9,
    "{:,d} billion": 10**9,
    "{:,.1f}%": 1,
    "{:.2f} por ciento": 1,
}


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(WRITERS)), st.integers(2, 999_999), st.integers(1, 10**13), st.sampled_from(["es", "en"]))
def test_digits_read_back(style: str, count: int, right: int, language: str) -> None:
    """Whatever is suggested, in a sentence of either language, is the right value as exactly as it is written."""
    number: int | Decimal = count if "d" in style else Decimal(count) / 10
    surface = style.format(number).replace("_", ".")
    check(surface, Decimal(right) / (100 if "%" in style or "ciento" in style else 1), language)


@settings(max_examples=300, deadline=None)
@given(st.integers(2, 10**9), st.integers(1, 10**11), st.sampled_from(["es", "en"]), st.sampled_from("mf"))
def test_words_read_back(count: int, right: int, language: str, gender: str) -> None:
    """So are numbers in words."""
    surface = (es if language == "es" else en).spell(count, gender)
    assert surface is not None
    check(surface, Decimal(right), language)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 99), st.integers(1, 999), st.integers(0, 999), st.integers(1, 10**8), st.booleans())
def test_parts_read_back(millions: int, thousands: int, units: int, right: int, spanish: bool) -> None:
    """So are numbers in parts."""
    scales = ("millones", "mil") if spanish else ("million", "thousand")
    parts = [(millions, scales[0]), (thousands, scales[1])]
    surface = " ".join(f"{n} {name}" for n, name in parts if n)
    check(f"{surface} {units:03d}" if units > 99 else surface, Decimal(right), "es" if spanish else "en")


def check(surface: str, right: Decimal, language: str) -> None:
    """Read a surface, write another value in its style, and read that."""
    before = "Hay " if language == "es" else "There are "
    found = find_quantities(before + surface, language)
    if len(found) != 1 or found[0].end - found[0].start != len(surface):
        return
    written = restyle(surface, found[0], right)
    if written is None:
        return
    again = read(written, language, before)
    assert again.end - again.start == len(written)
    assert again.low is not None and again.high is not None
    assert again.low <= right <= again.high, written
    assert again.unit == found[0].unit
    assert restyle(written, again, right) in (written, None)
