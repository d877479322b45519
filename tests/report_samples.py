"""Reports made by hand and at random, for the tests of formats."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from imss_check.facts.model import Derivation, Observation, Source
from imss_check.quantities.model import Quantity
from imss_check.reports.model import (
    VERDICTS,
    Claim,
    DocumentReport,
    Evidence,
    FactsInfo,
    Failure,
    Finding,
    Report,
)

HEDGES = ("exact", "about", "more_than", "at_least", "less_than", "at_most", "nearly", "range")
RELATIONS = ("supports", "contradicts", "other_period", "context")
SOURCE = Source("paper-1", "El Diario", "Camas", None, "https://diario.example/1", "2022-01-20", "press", "es")
INFO = FactsInfo("0" * 64, 3, 4, 2)


def observation(
    value: str, first: date = date(2022, 1, 1), days: int = 31, derived: Derivation | None = None
) -> Observation:
    number = Decimal(value)
    last = first + timedelta(days)
    return Observation(
        "beds_total", first, last, number, number, number, "exact", value, "paper-1", None, first, "month", derived
    )


def quantity(start: int, end: int, value: str) -> Quantity:
    number = Decimal(value)
    return Quantity(start, end, number, "bed", number, number, "exact")


def wrong_figure(text: str, surface: str, value: str, path: str = "draft.md") -> Report:
    """A report with one wrong figure, told with its evidence, and one that was not checked for each other number."""
    start = text.index(surface)
    end = start + len(surface)
    evidence = Evidence("beds_total", observation("56753"), SOURCE, "bed", "contradicts")
    claim = Claim(
        start, end, surface, quantity(start, end, value), None, "beds_total",
        (date(2022, 1, 1), date(2022, 2, 1), False), "refuted", 0.93, (evidence,), (0,),
    )  # fmt: skip
    message = f"two digits swapped: {surface} for 56,753 (Beds, January 2022)"
    finding = Finding("Q105", "digits", "error", message, ((start, end),), "56 mil 753", None, 0)
    document = DocumentReport(path, text, date(2022, 3, 1), "option", (claim,), (finding,))
    return Report((document,), (), INFO, "0.1.0")


def reports() -> st.SearchStrategy[Report]:
    """Any report that the records allow."""
    return st.builds(
        Report,
        st.lists(documents(), max_size=3).map(tuple),
        st.lists(st.builds(Failure, TEXT, LINES, LINES, TEXT), max_size=2).map(tuple),
        st.just(INFO),
        st.just("0.1.0"),
    )


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
SOME = st.text(st.sampled_from("aé🏥中e\u0301\t\0\x1b\u202e\r\n 5,.%"), min_size=1, max_size=80)
LINES = st.none() | st.integers(1, 9)
DAYS = st.dates(date(1943, 1, 1), date(2030, 1, 1))
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.sampled_from(
    [Decimal("-0"), Decimal("1E+9"), Decimal("1.500"), Decimal("0E-7"), Decimal("-0.10")]
)


@st.composite
def documents(draw: st.DrawFn) -> DocumentReport:
    text = draw(SOME)
    findings = tuple(draw(st.lists(finding_of(text), max_size=3)))
    claims = tuple(draw(st.lists(claim_of(text, len(findings)), max_size=3)))
    source = draw(st.sampled_from(("option", "front_matter", "text", "git", "today")))
    return DocumentReport(draw(TEXT), text, draw(DAYS), source, claims, findings)


@st.composite
def spans(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


@st.composite
def finding_of(draw: st.DrawFn, text: str) -> Finding:
    return Finding(
        draw(st.sampled_from(("Q101", "Q301"))),
        "name",
        draw(st.sampled_from(("error", "warning", "note"))),
        draw(TEXT),
        tuple(draw(st.lists(spans(text), min_size=1, max_size=3))),
        draw(st.none() | TEXT),
        draw(st.none() | TEXT),
    )


@st.composite
def claim_of(draw: st.DrawFn, text: str, findings: int) -> Claim:
    start, end = draw(spans(text))
    low, high = draw(st.none() | NUMBERS), draw(st.none() | NUMBERS)
    unit = draw(st.none() | st.sampled_from(("bed", "MXN/day", "percent")))
    read = Quantity(start, end, draw(NUMBERS), unit, low, high, draw(st.sampled_from(HEDGES)))
    first = draw(DAYS)
    return Claim(
        start,
        end,
        text[start:end],
        read,
        draw(st.sampled_from(("up", "down", None))),
        draw(st.none() | st.just("beds_total")),
        draw(st.none() | st.just((first, first + timedelta(1), True))),
        draw(st.sampled_from(list(VERDICTS))),
        draw(st.floats(0, 1)),
        tuple(draw(st.lists(evidences(), max_size=2))),
        tuple(draw(st.lists(st.integers(0, findings - 1), max_size=2))) if findings else (),
        draw(st.none() | TEXT),
    )


@st.composite
def evidences(draw: st.DrawFn) -> Evidence:
    working = Derivation("3 − 1 = 2", (("beds_total", "3.0", "2021-01-01", "2021-02-01", "paper-1"),))
    seen = observation("1", draw(DAYS), draw(st.integers(1, 400)), draw(st.none() | st.just(working)))
    seen = seen._replace(value=draw(NUMBERS), approximation=draw(st.sampled_from(HEDGES)))
    return Evidence("beds_total", seen, SOURCE, draw(st.sampled_from(("bed", "MXN/day", "percent"))),
                    draw(st.sampled_from(RELATIONS)))  # fmt: skip
