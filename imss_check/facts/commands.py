"""The `facts` commands as lines of text: the base, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from types import ModuleType

from imss_check.facts.cache import default_directories
from imss_check.facts.model import Metric, Observation, Source
from imss_check.facts.periods import Period
from imss_check.facts.store import FactBase
from imss_check.languages import language_data
from imss_check.said import Said

BAR = 24
"""The most columns of a bar."""
EIGHTHS = " ▏▎▍▌▋▊▉"


def words(language: str) -> ModuleType:
    """Return the words of these commands in a language."""
    return language_data(language, "facts")


def name_of(metric: Metric, language: str = "en") -> str:
    """Return a metric's name in a language, or in whichever it has."""
    return metric.name.get(language) or next(iter(metric.name.values()), metric.id)


def figure(seen: Observation, unit: str, language: str = "en") -> str:
    """Return a value for people: with its hedge, thousands apart, and its unit."""
    sign = " %" if unit == "percent" else f" {unit}"
    return f"{words(language).HEDGES[seen.approximation]}{seen.value:,f}{sign}"


def period_of(seen: Observation) -> str:
    """Return a period as the base writes it."""
    return str(Period(seen.first, seen.last, seen.grain))


def origin(seen: Observation, base: FactBase, language: str = "en") -> str:
    """Return where a figure comes from: its source, or the working that it follows from."""
    text = words(language).TEXT
    if seen.derived:
        return str(text["follows"].format(working=seen.derived.working))
    source = base.source(seen.source)
    parts = [source.publisher, source.published or text["undated"], _title(source), source.url or "", seen.where or ""]
    return ", ".join(part for part in parts if part)


def _title(source: Source) -> str:
    """Return the real headline in quotes, or our own description without."""
    return f"«{source.title}»" if source.title else source.description or ""


def list_metrics(base: FactBase, topic: str | None = None, language: str = "en") -> list[str]:
    """Return a line for each metric: id, name, unit."""
    metrics = [metric for metric in base.metrics(base.ids()) if topic in (None, metric.topic)]
    width = max((len(metric.id) for metric in metrics), default=0)
    return [f"{metric.id:<{width}}  {name_of(metric, language)} ({metric.unit})" for metric in metrics]


def show_metric(base: FactBase, name: str, language: str = "en") -> list[str]:
    """Return everything that the base has of a metric; KeyError if it has none of this name."""
    metric = base.metric(name)
    scope = [f"{key}={value}" for key, value in metric.scope._asdict().items() if value is not None]
    text = words(language).TEXT
    lines = [
        f"{metric.id}: {name_of(metric, language)}",
        f"  {metric.topic}; {metric.kind} of {metric.unit}, {metric.measure}, {metric.grain}, {metric.cadence}",
        f"  {text['scope']}: {', '.join(scope)}",
    ]
    if metric.indicator:
        lines.append(f"  {text['indicator']}: {metric.indicator}")
    if metric.part_of:
        lines.append(f"  {text['part_of']}: {metric.part_of}")
    if siblings := base.siblings(name):
        lines.append(f"  {text['related']}: {', '.join(siblings)}")
    return lines + timeline(base, name, language)


def timeline(base: FactBase, name: str, language: str = "en") -> list[str]:
    """Return the figures of a metric by period, each with a bar for its size and where it comes from."""
    unit, listed = base.metric(name).unit, base.observations(name)
    if not listed:
        return []
    periods = [period_of(seen) for seen in listed]
    values = [figure(seen, unit, language) for seen in listed]
    sides = [max(map(len, column)) for column in (periods, values)]
    bars = bars_of(listed)
    width = max(map(len, bars))
    return [
        f"  {period:<{sides[0]}}  {value:>{sides[1]}}  {bar:<{width}}  {origin(seen, base, language)}"
        for period, value, bar, seen in zip(periods, values, bars, listed, strict=True)
    ]


def bars_of(listed: Sequence[Observation]) -> list[str]:
    """Return a bar for each value: from zero where values are of one sign and far apart, else from the lowest."""
    values = [seen.value for seen in listed]
    low, high = min(values), max(values)
    if low == high:
        return [""] * len(values)
    floor = 0 if 0 <= low <= high / 2 else low - (high - low) / 10
    return [bar(float((value - floor) / (high - floor or 1))) for value in values]


def bar(share: float) -> str:
    """Return a bar of a share of the full length, to the eighth of a column; none is empty."""
    eighths = max(1, round(share * BAR * 8))
    return "█" * (eighths // 8) + EIGHTHS[eighths % 8].strip()


def search(base: FactBase, text: str, language: str = "en", limit: int = 10) -> list[str]:
    """Return the metrics whose names and aliases are nearest to a text, best first."""
    from rapidfuzz import fuzz, process

    from imss_check.facts.stems import content_stems

    wanted = " ".join(content_stems(text))
    wordings = [wording for wording in base.all_wordings() if wording.kind != "cue"]
    choices = {number: " ".join(wording.stems) for number, wording in enumerate(wordings)}
    ranked: dict[str, float] = {}
    for _, score, number in process.extract(
        wanted, choices, scorer=fuzz.token_sort_ratio, limit=limit * 5, score_cutoff=50
    ):
        for metric in wordings[number].metrics:
            ranked[metric] = max(score, ranked.get(metric, 0))
    best = sorted(ranked, key=lambda metric: -ranked[metric])[:limit]
    return [f"{metric.id}  {name_of(metric, language)} ({metric.unit})" for metric in base.metrics(best)]


def conflicts(base: FactBase, language: str = "en") -> list[str]:
    """Return the figures that sources disagree on: beyond rounding, for one metric and period."""
    base.fetch_observations(base.ids())
    lines = []
    for metric in base.metrics(base.ids()):
        for period, group in _by_period(base.observations(metric.id)):
            if any(_apart(one, other) for one in group for other in group):
                lines.append(f"{metric.id} {period}")
                lines += [f"  {figure(seen, metric.unit, language)}  {origin(seen, base, language)}" for seen in group]
    return lines


def _by_period(listed: Sequence[Observation]) -> Iterator[tuple[str, list[Observation]]]:
    printed = sorted((seen for seen in listed if not seen.derived), key=lambda seen: (seen.first, seen.last))
    for period, group in groupby(printed, key=period_of):
        yield period, list(group)


def _apart(one: Observation, other: Observation) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def stale(base: FactBase, day: date, language: str = "en") -> list[str]:
    """Return the metrics whose newest figure is no longer in force on a day, the longest out of force first."""
    base.fetch_observations(base.ids())
    found = []
    for metric in base.metrics(base.ids()):
        known = [seen for seen in base.observations(metric.id) if seen.known <= day]
        if known and metric.valid_days is not None:
            newest = max(known, key=lambda seen: (seen.first, -seen.last.toordinal()))
            until = newest.last + timedelta(days=metric.valid_days)
            if until <= day:
                told = words(language).TEXT["in_force"].format(day=until)
                value = figure(newest, metric.unit, language)
                found.append((until, f"{metric.id}  {period_of(newest)}: {value}; {told}"))
    return [line for _, line in sorted(found)]


def validate(paths: Sequence[str | Path] | None = None) -> tuple[list[str], int]:
    """Return every defect of a base as `path:line:column: code message`, the failures that are known, and how many
    defects there are."""
    from imss_check.facts.checks import run_checks
    from imss_check.facts.checks.relations import failures, reason
    from imss_check.facts.records import read_records

    raw, errors = read_records(tuple(Path(path) for path in paths) if paths else default_directories())
    if not raw.metrics and not errors:
        return [Said("no fact base: there is no metric in any *.yaml")], 1
    errors += run_checks(raw)
    lines = [str(error) for error in sorted(errors)]
    if errors and any(error.code in ("F101", "F103") for error in errors):
        return lines, len(errors)
    for relation, result, printed in failures(raw):
        if why := reason(relation, result):
            lines.append(
                Said(
                    "known: {metric} {period}: {working}, printed {printed:,f}: {why}",
                    metric=result.metric,
                    period=result.period,
                    working=result.working,
                    printed=printed.value,
                    why=why,
                )
            )
    count = sum(len(metric.observations) for metric in raw.metrics.values())
    lines.append(
        Said(
            "{metrics} metrics, {observations} observations, {sources} sources, {relations} relations: "
            "{defects} defects",
            metrics=len(raw.metrics),
            observations=count,
            sources=len(raw.sources),
            relations=len(raw.relations),
            defects=len(errors),
        )
    )
    return lines, len(errors)
