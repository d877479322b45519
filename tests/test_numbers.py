"""The number corpora: one sentence, the quantities it must give."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

import imss_check.languages
from imss_check.quantities.find import find_quantities
from imss_check.quantities.interval import written_interval

LANGUAGES = Path(imss_check.languages.__file__).parent


def corpus(language: str) -> list[Any]:
    data = yaml.load((LANGUAGES / language / "corpus" / "numbers.yaml").read_text("utf-8"), yaml.BaseLoader)
    nouns = {tuple(stems.split()): unit for stems, unit in data["nouns"].items()}
    return [pytest.param(row, row.get("language", language), nouns, id=row["text"]) for row in data["rows"]]


def plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"


def check(row: dict[str, str], language: str | None, nouns: dict[tuple[str, ...], str]) -> None:
    found = find_quantities(row["text"], language, nouns=nouns)
    assert [plain(q.value) for q in found] == row.get("values", "").split()
    if "units" in row:
        assert [q.unit or "-" for q in found] == row["units"].split()
    if "hedges" in row:
        assert [q.approximation.replace("exact", "-") for q in found] == row["hedges"].split()
    if "words" in row:
        assert [plain(q.words_value) for q in found] == row["words"].split()
    for quantity in found:
        assert row["text"][quantity.start : quantity.end].strip() == row["text"][quantity.start : quantity.end] != ""


@pytest.mark.parametrize(("row", "language", "nouns"), [*corpus("es"), *corpus("en")])
def test_corpus(row: dict[str, str], language: str, nouns: dict[tuple[str, ...], str]) -> None:
    check(row, language, nouns)


@pytest.mark.parametrize(("row", "language", "nouns"), [*corpus("es"), *corpus("en")])
def test_corpus_without_a_language(row: dict[str, str], language: str, nouns: dict[tuple[str, ...], str]) -> None:
    check(row, None if len(language) == 2 else language, nouns)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("22.6 millones", "22550000", "22700000"),
        ("79 mil", "78500", "80000"),
        ("84,000 camas", "84000", "84000"),
        ("mil 525 camas", "1525", "1525"),
        ("más de 84,000 camas", "84000", None),
        ("hasta 50 camas", None, "50"),
        ("cerca de 84,000 camas", "83000", "85000"),
        ("casi 84,000 camas", "83000", "84000"),
        ("5.3 %", "5.25", "5.4"),
        ("-0.8 %", "-0.9", "-0.75"),
        ("11,615.6 miles", "11615550", "11615700"),
        ("entre 19 y 20 millones", "18500000", "21000000"),
    ],
)
def test_interval(text: str, low: str | None, high: str | None) -> None:
    quantity = find_quantities(text, "es")[0]
    assert (plain(quantity.low), plain(quantity.high)) == (low, high)


def test_rounding_and_truncation_agree() -> None:
    short, long = find_quantities("11.6 million or 11,615.6 miles de personas", "es")
    assert short.low is not None and short.high is not None
    assert short.low <= long.value < short.high


def test_counted_numbers_stand_for_themselves() -> None:
    assert written_interval(Decimal(7), Decimal(1), "exact", counted=True) == (Decimal(7), Decimal(7))


def test_offsets_are_absolute() -> None:
    text = "Había 12 camas. Hoy son 1,525 camas."
    found = find_quantities(text, "es", start=text.index("Hoy"))
    assert [text[q.start : q.end] for q in found] == ["1,525"]


def test_skipped_spans() -> None:
    text = "Son `12` camas y 13 médicos."
    assert [q.value for q in find_quantities(text, "es", skip=[(4, 8)])] == [13]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Cayó −0.8% y llegó a $363.5 miles.", ["−0.8%", "$363.5 miles"]),
        ("Fue 5.3 por ciento, US$25 millones y 206 pesos.", ["5.3 por ciento", "US$25 millones", "206"]),
        ("Más de 20 millones 620 mil 148 personas", ["20 millones 620 mil 148"]),
    ],
)
def test_spans(text: str, surfaces: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quantities(text, "es")] == surfaces


def test_noun_and_hedge_spans() -> None:
    text = "casi 22.6 millones de puestos de trabajo"
    (found,) = find_quantities(text, "es", nouns={("puest", "trabaj"): "job"})
    assert found.unit == "job"
    assert found.noun is not None and text[slice(*found.noun)] == "puestos de trabajo"
    assert found.hedge is not None and text[slice(*found.hedge)] == "casi"
