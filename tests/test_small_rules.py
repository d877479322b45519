"""The small rules that linking and verdicts are made of, each as a table."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import pytest

from imss_check.api import check_text
from imss_check.facts.base import open_base
from imss_check.facts.model import Metric, Observation
from imss_check.linking.model import Reading
from imss_check.linking.readings import fits
from imss_check.linking.units import unit_score
from imss_check.quantities.find import find_quantities
from imss_check.verdicts.findings import one_exact
from imss_check.verdicts.judge import hedge_fails, unit_conflict
from imss_check.verdicts.rules.q301_sums import off_by

base = cache(open_base)


def metric(kind: str, grain: str, unit: str = "job") -> Metric:
    return base().metric("jobs_affiliated")._replace(kind=kind, grain=grain, unit=unit)


def observation(grain: str, first: date, last: date) -> Observation:
    return base().observations("jobs_affiliated")[0]._replace(grain=grain, first=first, last=last)


def value(number: str, low: str | None, high: str | None, approximation: str = "exact") -> Observation:
    one = observation("day", date(2024, 5, 1), date(2024, 5, 2))
    least, most = (None if bound is None else Decimal(bound) for bound in (low, high))
    return one._replace(value=Decimal(number), approximation=approximation, low=least, high=most)


def span(text: str) -> tuple[date, date]:
    """ "2024", "2024-05", "2024-05-31", or the first and the last of them with two dots between."""
    first, _, last = text.partition("..")
    return begin(first), after(last or first)


def begin(text: str) -> date:
    return date(*[int(part) for part in text.split("-")], *[1] * (2 - text.count("-")))


def after(text: str) -> date:
    start = begin(text)
    if text.count("-") == 2:
        return start + timedelta(days=1)
    return date(start.year + 1, 1, 1) if "-" not in text else (start + timedelta(days=32)).replace(day=1)


FITS = [
    # kind, grain of the metric, grain and period of the observation, the period that is stated, whether they fit
    ("constant", "instant", "day", "2024-05-31", "2024", True),
    ("constant", "instant", "year", "2024", "2024-05-31", True),
    ("constant", "instant", "year", "2024", "2023", False),
    ("stock", "instant", "day", "2024-05-31", "2024-05", True),
    ("stock", "instant", "day", "2024-05-31", "2024-06", False),
    ("stock", "instant", "day", "2024-05-31", "2024", True),
    ("stock", "instant", "year", "2024", "2024-05-31", True),
    ("flow", "instant", "year", "2024", "2024", True),
    ("flow", "instant", "year", "2024", "2024-03..2024-12", False),
    ("flow", "instant", "year", "2024", "2024-01..2024-10", False),
    ("flow", "instant", "month", "2024-05", "2024", False),
    ("flow", "instant", "day", "2024-05-31", "2024-05", True),
    ("stock", "instant", "month", "2024-05", "2024", True),
    ("change", "month", "month", "2024-05", "2024-05", True),
    ("change", "month", "month", "2024-05", "2024-04", False),
    ("change", "month", "month", "2024-05", "2024-05-31", True),
    ("change", "month", "month", "2024-05", "2024-01..2024-05", False),
    ("change", "month", "day", "2024-05-31", "2024-05", True),
    ("change", "month", "day", "2024-05-30", "2024-01..2024-05", False),
    ("average", "month", "month", "2024-05", "2024-05-03", True),
    ("average", "month", "year", "2024", "2024-05-03", False),
    ("average", "month", "year", "2024", "2024-12-03", False),
    ("change", "month", "year", "2024", "2024-12-03", True),
    ("change", "twelve_months", "range", "2023-06..2024-05", "2024-05", True),
    ("change", "twelve_months", "range", "2023-06..2024-05", "2024-04", False),
    ("change", "twelve_months", "range", "2023-06..2024-05", "2024-01..2024-05", True),
    ("change", "year_to_date", "range", "2024-01..2024-05", "2024-01..2024-05", True),
    ("change", "year_to_date", "range", "2024-01..2024-05", "2024-03..2024-05", False),
    ("change", "year_to_date", "range", "2024-01..2024-05", "2024-05", True),
    ("change", "year_to_date", "month", "2024-05", "2024-01..2024-05", True),
    ("flow", "year", "year", "2024", "2024-05", True),
    ("flow", "year", "year", "2024", "2023-05", False),
    ("flow", "year", "year", "2024", "2024", True),
    ("flow", "year", "year", "2024", "2023", False),
    ("flow", "year", "month", "2024-05", "2024", True),
    ("flow", "year", "month", "2024-05", "2023", False),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "grain", "known", "period", "stated", "fitting"), FITS)
def test_fits(kind: str, grain: str, known: str, period: str, stated: str, fitting: bool) -> None:
    reading = Reading(*span(stated), "range", True, 0.0)
    assert fits(metric(kind, grain), observation(known, *span(period)), reading) is fitting


UNITS = [
    # the figure's unit and the metric's, best first: each pair suits no better than the one above it
    ("job", "job", 1.0),
    (None, "job", 0.0),
    ("percentage_point", "percent", -0.5),
    ("job", "hospital", -0.5),
    ("MXN", "MXN/day", 0.2),
    ("MXN/month", "MXN/day", -0.8),
    ("USD/day", "MXN/day", -1.5),
    (None, "MXN", -1.0),
    (None, "percent", -9.0),
    ("percent", "job", -9.0),
    ("MXN", "job", -9.0),
    ("job/day", "job/month", -0.3),
    ("job", "job/month", 0.9),
]


@pytest.mark.parametrize(("unit", "other", "score"), UNITS)
def test_unit_score(unit: str | None, other: str, score: float) -> None:
    assert unit_score(unit, other, base()) == score


@pytest.mark.parametrize(
    ("unit", "other", "code"),
    [
        (None, "MXN", None),
        ("MXN", "MXN", None),
        ("MXN/month", "MXN/day", "Q202"),
        ("MXN/day", "MXN/day", None),
        ("MXN", "MXN/day", None),
        ("USD", "MXN", "Q201"),
        ("USD/day", "MXN/day", "Q201"),
        ("CAD", "MXN", None),
        ("CAD/month", "MXN/day", "Q202"),
        ("percentage_point", "percent", "Q107"),
        ("hospital", "job", None),
    ],
)
def test_unit_conflict(unit: str | None, other: str, code: str | None) -> None:
    assert unit_conflict(unit, metric("stock", "instant", other), base()) == code


EXACT, ROUGH, HEDGED = value("258", "258", "258"), value("260", "250", "270"), value("250", "250", None, "more_than")


@pytest.mark.parametrize(
    ("observations", "best"),
    [
        ((), None),
        ((HEDGED,), None),
        ((EXACT,), EXACT),
        ((ROUGH, EXACT), EXACT),
        ((EXACT, ROUGH, HEDGED), EXACT),
        ((EXACT, value("250", "240", "257")), None),
        ((EXACT, value("270", "260", "280")), None),
        ((EXACT, value("260", "260", None, "at_least")), None),
        ((EXACT, value("250", None, "250", "at_most")), None),
        ((EXACT, value("258", "258", "259"), value("300", None, "300", "at_most")), EXACT),
    ],
)
def test_one_exact(observations: tuple[Observation, ...], best: Observation | None) -> None:
    assert one_exact(observations) == best


@pytest.mark.parametrize(
    ("total", "parts", "announced", "added"),
    [
        ("6000", "2000", True, None),
        ("6000", "2000 4000", True, None),
        ("6000", "2000 4001", True, "6001"),
        ("6000", "2000 4012", False, None),
        ("6000", "2000 4120", True, "6120"),
        ("6000", "2000 4121", True, None),
        ("6000", "2000 3000 900", True, "5900"),
        ("6000", "2000 4000 90", True, None),  # without the last one it closes
        ("4567", "1234 3342", False, "4576"),  # two digits of the total swapped
        ("4567", "1234 3233", False, "4467"),  # one digit of 3,333 wrong
        ("5467", "1234 3333", False, "4567"),  # two digits of the total swapped
        ("1.2 millones", "500mil 650mil", True, None),  # rounded
    ],
)
def test_off_by(total: str, parts: str, announced: bool, added: str | None) -> None:
    whole, *rest = find_quantities(f"{total} camas: {'; '.join(f'{part} camas' for part in parts.split())}.", "es")
    assert len(rest) == len(parts.split())
    assert off_by(whole, rest, announced) == (None if added is None else Decimal(added))


@pytest.mark.parametrize(
    ("text", "observations", "broken"),
    [
        ("260 camas", (EXACT,), False),
        ("más de 259 camas", (EXACT,), True),
        ("más de 900 camas", (EXACT,), False),
        ("más de 259 camas", (EXACT, HEDGED), False),
        ("más de 259 camas", (EXACT._replace(low=None),), False),
    ],
)
def test_hedge_fails(text: str, observations: tuple[Observation, ...], broken: bool) -> None:
    assert hedge_fails(find_quantities(text, "es")[0], observations) is broken


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Se perdieron 48,595 puestos de trabajo en noviembre de 2025.",
            "48,595: the base says that Monthly change in jobs rose (48,595, November 2025)",
        ),
        (
            "En noviembre de 2025 el empleo creció 0.9 puntos porcentuales a tasa anual.",
            "0.9: Annual rate of change of jobs is a percentage, not percentage points (0.9%, 2025-11-30)",
        ),
    ],
)
def test_a_direction_is_no_unit(text: str, message: str) -> None:
    (finding,) = check_text(text, as_of=date(2025, 12, 20)).documents[0].findings
    assert (finding.code, finding.message) == ("Q107", message)
