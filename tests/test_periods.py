"""Periods, datelines and calendar spans, against the corpora and at their edges."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from imss_check import languages
from imss_check.periods import calendar as cal
from imss_check.periods.dateline import find_dateline
from imss_check.periods.find import find_periods
from imss_check.periods.model import PeriodMention
from imss_check.periods.spans import calendar_spans
from imss_check.text.words import fold, words

LANGUAGES = ("es", "en")
ROOT = Path(languages.__file__).parent


def rows(language: str) -> list[dict[str, object]]:
    loaded: list[dict[str, object]] = yaml.safe_load((ROOT / language / "corpus/periods.yaml").read_text("utf-8"))
    return loaded


def periods(text: str, language: str, day: date) -> list[PeriodMention]:
    folded = fold(text)
    return find_periods(text, folded, words(folded), language, 0, len(text), day)


def written(text: str, m: PeriodMention) -> str:
    """Return a mention as the corpora write it."""
    last = m.last - cal.DAY
    form = "%Y-%m-%d"
    if m.first.day == 1 and m.last.day == 1:
        form = "%Y" if m.first.month == 1 and m.last.month == 1 else "%Y-%m"
    first, end = m.first.strftime(form), last.strftime(form)
    span = first if first == end else f"{first}/{end}"
    return f"{text[m.start : m.end]} = {span}, {m.grain}, {m.role}, {'stated' if m.stated else 'relative'}"


@pytest.mark.parametrize(
    ("language", "row"), [pytest.param(lang, row, id=str(row["text"])[:60]) for lang in LANGUAGES for row in rows(lang)]
)
def test_corpus(language: str, row: dict[str, object]) -> None:
    text, day = row["text"], row["day"]
    assert isinstance(text, str) and isinstance(day, date)
    assert [written(text, m) for m in periods(text, language, day)] == row["mentions"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_corpus_is_large(language: str) -> None:
    assert len(rows(language)) >= 80


SPANS = [
    ("es", "El 19 de enero de 2021 hubo 2,020 camas.", ["19 de enero de 2021"]),
    ("es", "Del 23 de marzo al 17 de abril y el 1o. de julio.", ["23 de marzo", "17 de abril", "1o. de julio"]),
    ("es", "Entre el 1 y el 11 de enero del 2022.", ["1 y el 11 de enero del 2022"]),
    (
        "es",
        "Corte 31/12/2020, 31.12.2020, 2021-01-19, 10-dic-2025.",
        ["31/12/2020", "31.12.2020", "2021-01-19", "10-dic-2025"],
    ),
    ("es", "En 2020, de 2021, para 2022; 2019-2024 y 2019/20.", ["2020", "2021", "2022", "2019-2024", "2019/20"]),
    ("es", "Tiene 2020 camas, más de 2020 camas, 2000 millones y $2020.", []),
    (
        "es",
        "A las 10:30 horas, 8 a.m., 17:00 horas y a las 9 horas.",
        ["10:30 horas", "8 a.m.", "17:00 horas", "9 horas"],
    ),
    (
        "es",
        "El primer trimestre, el 1er. semestre de 2021 y el 24/7.",
        ["primer trimestre", "1er. semestre de 2021", "24/7"],
    ),
    ("es", "COVID-19, T-MEC 2.0, 22 837 768, 1-800-222-2668 y 4T.", []),
    ("es", "Siglo XX, la década de 1990, los años 80.", ["Siglo XX", "década de 1990", "años 80"]),
    ("es", "Eran 1,525 en 2020 y 1950 en 2019.", ["2020", "2019"]),
    ("en", "On January 19, 2021 and Jan. 19 there were 2020 beds.", ["January 19, 2021", "Jan. 19"]),
    ("en", "Wednesday 23rd, since 1979, in the 1990s and the 21st century.", ["23rd", "1979", "1990s", "21st century"]),
    (
        "en",
        "In November 48 jobs; first quarter of 2021; 10:30 a.m.; 5 pm.",
        ["first quarter of 2021", "10:30 a.m.", "5 pm"],
    ),
    ("en", "Open 24 hours a day, 7 days a week.", ["24 hours a day", "7 days a week"]),
    ("en", "He may treat 2 people; they march 3 miles.", []),
    ("en", "| April 2024 | April 2023 |", ["April 2024", "April 2023"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SPANS)
def test_calendar_spans(language: str, text: str, expected: list[str]) -> None:
    spans = calendar_spans(text, fold(text), language, 0, len(text))
    assert [text[a:b] for a, b in spans] == expected


DATELINES = [
    ("Ciudad de México, 10 de diciembre de 2025.- El empleo creció.", date(2025, 12, 10)),
    ("Título\n\nMonterrey, N.L., a 3 de marzo de 2021\nNo. 12\n", date(2021, 3, 3)),
    ("CDMX, miércoles 6 de agosto de 2025 (Redacción).- Hay récord.", date(2025, 8, 6)),
    ("MEXICO CITY, Dec. 10, 2025 (Agencies) - Jobs rose.", date(2025, 12, 10)),
    ("Jobs rise\n© 2025\nMexico City, 10 Dec (Agencies).- Jobs rose.", date(2025, 12, 10)),
    ("MEXICO CITY, Dec 10 (Agencies) - Jobs rose against November 2024.", None),
    ("date 2022-03-17 Recently the director spoke.", date(2022, 3, 17)),
    ("Publicado el 5 de enero de 2022\nTexto.", date(2022, 1, 5)),
    ("Updated: March 3, 2021\nText.", date(2021, 3, 3)),
    ("2021-01-19\n\nTexto.", date(2021, 1, 19)),
    ("# Título\n10/12/2025\nTexto.", date(2025, 12, 10)),
    ("By Ana Ruiz | December 10, 2025\nText.", date(2025, 12, 10)),
    ("Texto.\n" * 120 + "\nCiudad de México, 10 de diciembre de 2025\n", date(2025, 12, 10)),
    ("Texto.\n" * 120 + "Publicado: 5 de enero de 2022\n" + "Texto.\n" * 120, None),
    ("Martes 6 de diciembre de 2022, p. 12\nTexto.", date(2022, 12, 6)),
    ("CIUDAD DE MÉXICO (10/12/2025).- Hay récord.", date(2025, 12, 10)),
    ("El 31 de diciembre de 2020\n", None),
    ("| 31/12/2020 | 216 |\n", None),
    ("Al 31 de diciembre de 2020 había 216 unidades.", None),
    ("El 19 de enero de 1943 nació el instituto.", None),
    ("El informe publicado el 5 de enero de 2022 dice más.", None),
    ("On January 19, 2021, the network - all of it - had 3 units.", None),
    ("Mexico City, January 19, 2021 marked a change.", None),
    ("31 de febrero de 2021\n", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), DATELINES)
def test_dateline(text: str, expected: date | None) -> None:
    found = find_dateline(text, fold(text))
    assert (found and found[0]) == expected


def test_dateline_span_and_ambiguity() -> None:
    text = "Publicado el 5 de enero de 2022\nTexto."
    found = find_dateline(text, fold(text), "es")
    assert found and text[found[1] : found[2]] == "5 de enero de 2022"
    assert find_dateline("10/12/2025\n", "10/12/2025\n", "en") is None


def test_lent_period() -> None:
    text = "Un año antes, en el mismo periodo de 2024, era de 65.3%."
    lent = PeriodMention(0, 0, date(2025, 1, 1), date(2025, 12, 1), "year_to_date", "at", False)
    folded = fold(text)
    found = find_periods(text, folded, words(folded), "es", 0, len(text), date(2026, 1, 15), lent)
    assert [(m.first, m.last) for m in found] == [(date(2024, 1, 1), date(2024, 12, 1))] * 2


days = st.dates(date(1950, 1, 1), date(2080, 12, 31))


@given(days)
def test_months(day: date) -> None:
    first, last = cal.month_range(day.year, day.month)
    assert first <= day < last and first.day == last.day == 1
    assert cal.previous_month(day)[1] == first
    assert cal.add_months(cal.add_months(day, 7), -7) == first
    done = cal.month_completed(day)
    assert done[1] <= day + cal.DAY < cal.add_months(done[1], 1) + cal.DAY
    assert cal.last_day((first, last)) == (last - cal.DAY, last)


@given(days, st.integers(-40, 40))
def test_years(day: date, count: int) -> None:
    assert cal.year_range(day.year)[0] <= day < cal.year_range(day.year)[1]
    moved = cal.shift_year(day, count)
    assert moved.year == day.year + count and (moved.month, moved.day) in ((day.month, day.day), (3, 1))


@given(st.integers(1, 12), days)
def test_latest_month_has_begun(month: int, day: date) -> None:
    year = cal.latest_month(month, day)
    assert date(year, month, 1) <= day < date(year + 1, month, 1)


LINE = """
enero marzo noviembre May march 2020 2021 19 31 12 de del al a y entre desde hasta en el la mes año pasado cierre fines
que más hace un últimos doce meses mismo periodo primer trimestre lo va ayer , . - / : % 10:30 since from to between and
the end of last year month same earlier ago first four months so far this than over compared with on Jan. 23rd Q1 mid
1990s 24/7 0 ²
"""
WORDS = LINE.split()


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from(LANGUAGES), days)
@settings(max_examples=300, deadline=None)
def test_any_words(tokens: list[str], language: str, day: date) -> None:
    text = " ".join(tokens)
    for m in periods(text, language, day):
        assert 0 <= m.start < m.end <= len(text)
        assert m.first < m.last
        assert m.role in ("at", "against", "since")
    spans = calendar_spans(text, fold(text), language, 0, len(text))
    assert all(a < b for a, b in spans) and spans == sorted(spans)
    assert all(spans[k][1] <= spans[k + 1][0] for k in range(len(spans) - 1))


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
@settings(max_examples=200, deadline=None)
def test_any_text(text: str, language: str) -> None:
    periods(text, language, date(2021, 12, 10))
    calendar_spans(text, fold(text), language, 0, len(text))
    find_dateline(text, fold(text))


@given(days, st.sampled_from(LANGUAGES))
def test_written_dates_are_read(day: date, language: str) -> None:
    months = {"es": "de enero de", "en": "January"}
    written_day = f"{day.day} {months['es']} {day.year}" if language == "es" else f"January {day.day}, {day.year}"
    (found,) = periods(f"X {written_day}.", language, date(2021, 1, 1))
    assert (found.first, found.grain, found.stated) == (day.replace(month=1), "day", True)


@pytest.mark.parametrize(
    "piece",
    [
        "1 y ",
        "en 2020 ",
        "de enero a ",
        "(",
        "12 meses ",
        "than ",
        "2020-",
        "hace un ",
        "May ",
        "9" * 500,
        "a, ",
        "hace un año ",
        "en mayo y ",
        "desde que ",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.perf_counter()
        for language in LANGUAGES:
            periods(text, language, date(2021, 12, 10))
            calendar_spans(text, text, language, 0, len(text))
        find_dateline(text, text)
        return time.perf_counter() - started

    seconds(1000)
    assert seconds(80_000) < 12 * seconds(20_000) + 0.2


def test_speed_of_spans() -> None:
    text = "El 19 de enero de 2021 la red tenía 1,525 unidades y 2,020 camas en 19 estados. " * 2500
    folded = fold(text)
    started = time.perf_counter()
    calendar_spans(text, folded, "es", 0, len(text))
    assert time.perf_counter() - started < 1.5
