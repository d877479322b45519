"""References must point at something: units, sources, metrics."""

from __future__ import annotations

from collections.abc import Iterator

from imss_check.facts.nodes import FactError
from imss_check.facts.records import RawBase, RawMetric
from imss_check.said import Said

METRIC_FIELDS = ("total", "result", "of", "less", "part", "base")


def near(name: str, known: object) -> str:
    """Return a hint at the known name that is meant, where one is close."""
    from difflib import get_close_matches  # only where something is wrong

    close = get_close_matches(name, list(known), 1)  # type: ignore[call-overload]
    return Said(" (meant {close}?)", close=close[0]) if close else ""


def find_unknown_units(base: RawBase) -> list[FactError]:
    """F110: a metric is counted in a unit that units.yaml does not have."""
    return [
        metric.places["unit"].error(
            "F110", Said("unit {unit!r} is not in units.yaml{near}", unit=unit, near=near(unit, base.units))
        )
        for metric in base.metrics.values()
        for unit in (metric.fields.get("unit") or "").split("/")
        if "unit" in metric.places and unit not in base.units
    ]


def find_unknown_sources(base: RawBase) -> list[FactError]:
    """F112: an observation names a source that sources.yaml does not have."""
    return [
        seen.place.error(
            "F112",
            Said(
                "source {source!r} is not in sources.yaml{near}",
                source=seen.source,
                near=near(seen.source, base.sources),
            ),
        )
        for seen in base.observations()
        if seen.source not in base.sources
    ]


def find_unknown_metrics(base: RawBase) -> list[FactError]:
    """F117: an indicator, a total or a relation points at a metric that does not exist."""
    found = [
        metric.places[key].error(
            "F117", Said("{key}: there is no metric {name!r}{near}", key=key, name=name, near=near(name, base.metrics))
        )
        for metric in base.metrics.values()
        for key in ("indicator", "part_of")
        if (name := metric.fields.get(key)) and name not in base.metrics
    ]
    for relation in base.relations:
        named = [relation.fields.get(key) for key in METRIC_FIELDS] + list(relation.lists.get("parts", ()))
        found += [
            relation.place.error(
                "F117",
                Said("the relation: there is no metric {name!r}{near}", name=name, near=near(name, base.metrics)),
            )
            for name in named
            if name and name not in base.metrics
        ]
    return found


def find_bad_parts(base: RawBase) -> list[FactError]:
    """F117: following `part_of` or `indicator` leads back to where it began."""
    return [
        metric.places[key].error("F117", Said("{key} leads back to {id!r} itself", key=key, id=metric.id))
        for metric in base.metrics.values()
        for key in ("part_of", "indicator")
        if metric.id in _chain(base, metric, key)
    ]


def _chain(base: RawBase, metric: RawMetric, key: str) -> Iterator[str]:
    seen: set[str] = set()
    name = metric.fields.get(key)
    while name and name not in seen and name in base.metrics:
        yield name
        seen.add(name)
        name = base.metrics[name].fields.get(key)
