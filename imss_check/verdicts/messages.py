"""Put a judgement into one sentence, in the language of the reader."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from imss_check.facts.model import Observation
from imss_check.languages import language_data

if TYPE_CHECKING:  # reports need these sentences, and none of what judges
    from imss_check.facts.base import FactBase
    from imss_check.verdicts.model import Judgement

DAY = timedelta(days=1)


@cache
def strings(language: str) -> ModuleType:
    """The message templates of a language."""
    return language_data(language, "messages")


def number(value: Decimal) -> str:
    """A value with Mexican separators: 22,837,768 or 624.9."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def written(o: Observation, unit: str) -> str:
    """An observation's value as a reader would write it."""
    head = unit.partition("/")[0]
    text = number(abs(o.value))
    hedge = {"more_than": ">", "at_least": "≥", "less_than": "<", "at_most": "≤", "about": "~", "nearly": "~"}
    text = hedge.get(o.approximation, "") + text
    if head == "percent":
        return f"{text}%"
    return f"${text}" if head == "MXN" else text


def period_text(first: date, last: date, language: str) -> str:
    """Half-open days in words: a day, a month, a year, or a range."""
    data = strings(language)
    end = last - DAY
    if first == end:
        return first.isoformat()
    if first.day == 1 and last.day == 1:
        months = (last.year - first.year) * 12 + last.month - first.month
        if months == 1:
            return str(data.PERIOD["month"].format(month=data.MONTHS[first.month - 1], year=first.year))
        if months == 12 and first.month == 1:
            return str(first.year)
        if first.month == 1 and last.month == 1:
            return f"{first.year}-{end.year}"
        name = data.PERIOD["month"]
        start = data.MONTHS[first.month - 1]
        return str(
            data.PERIOD["range"].format(
                first=start if first.year == end.year else name.format(month=start, year=first.year),
                last=name.format(month=data.MONTHS[end.month - 1], year=end.year),
            )
        )
    return str(data.PERIOD["range"].format(first=first.isoformat(), last=end.isoformat()))


def placed(o: Observation, language: str, how: str | None = None) -> str:
    """A period with its preposition: "on 2021-01-19", "in January 2022", "since January 2022"."""
    text = period_text(o.first, o.last, language)
    how = how or ("on" if o.last - o.first == DAY else "in")
    return str(strings(language).PERIOD[how].format(period=text))


def message(j: Judgement, text: str, base: FactBase, language: str = "en") -> str:
    """One sentence on a finding: both values, and what went wrong."""
    assert j.metric is not None and j.code is not None
    rules: dict[str, str] = strings(language).RULES
    unit = j.metric.unit
    rights = unique(o for o in j.right)
    right = " / ".join(written(o, unit) for o in rights)
    anchor = rights[0] if rights else None
    filled = {
        "claimed": text,
        "metric": j.metric.name.get(language) or next(iter(j.metric.name.values())),
        "right": right,
        "unit": unit,
        "period": period_text(anchor.first, anchor.last, language) if anchor else "",
        "period_at": placed(anchor, language, "in") if anchor else "",
        "period_since": placed(anchor, language, "since") if anchor else "",
    }
    key = j.code
    if key == "Q102" and j.met and anchor:
        newest = max(j.met, key=lambda o: o.last)
        filled["met"] = placed(newest, language)
        if newest.last > anchor.last or (j.reading and j.reading.stated):
            key = "Q102.later"
    elif key == "Q103":
        filled["sides"] = ", ".join(f"{written(o, unit)} ({publisher(o, base)})" for o in unique(iter(j.right)))
    elif key == "Q104" and anchor:
        filled["factor"] = number(scale_factor(j.link.quantity.value, anchor.value))
    elif j.rival:
        rival = base.metric(j.rival.metric)
        filled["rival"] = rival.name.get(language) or rival.id
        filled["rival_period"] = period_text(j.rival.first, j.rival.last, language)
    elif key == "Q107" and j.cause == "unit" and j.link.quantity.unit == "percentage_point":
        key = "Q107.points"
    elif key == "Q107" and anchor:
        filled["way"] = strings(language).WAYS["down" if anchor.value < 0 else "up"]
    elif key == "Q101" and j.cause == "hedge":
        key = "hedge"
    if j.cause and f"{key}.{j.cause}" in rules:
        key = f"{key}.{j.cause}"
    return rules[key].format(**filled)


def unique(observations: object) -> list[Observation]:
    """Observations with different values, in order."""
    seen: dict[Decimal, Observation] = {}
    for o in observations:  # type: ignore[attr-defined]
        seen.setdefault(o.value, o)
    return list(seen.values())


def publisher(o: Observation, base: FactBase) -> str:
    """Who published an observation."""
    return base.source(o.source).publisher


def scale_factor(claimed: Decimal, right: Decimal) -> Decimal:
    """How many times too large or too small a claim is, as a power of ten."""
    apart = abs(claimed).adjusted() - abs(right).adjusted()
    return Decimal(10) ** abs(apart)
