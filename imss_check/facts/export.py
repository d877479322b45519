"""The whole base as a table or as JSON, for other programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from imss_check.facts.model import Metric, Observation
from imss_check.facts.periods import Period
from imss_check.facts.store import FactBase

Row = dict[str, str | None]
FORMATS = ("csv", "json")


def export(base: FactBase, form: str, derived: bool = False) -> str:
    """Return the observations of a base as `csv` or `json`; `derived` ones only if they are asked for."""
    return as_csv(base, derived) if form == "csv" else as_json(base, derived)


def as_csv(base: FactBase, derived: bool) -> str:
    """Return an observation a line."""
    file = io.StringIO(newline="")
    writer: csv.DictWriter[str] | None = None
    for metric, seen in observations(base, derived):
        row = {**metric_row(metric), **observation_row(seen), **source_row(base, seen)}
        if writer is None:
            writer = csv.DictWriter(file, list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow(row)
    return file.getvalue()


def as_json(base: FactBase, derived: bool) -> str:
    """Return the metrics with their observations, and the sources."""
    metrics: dict[str, dict[str, object]] = {}
    sources: dict[str, Row] = {}
    for metric in base.metrics(base.ids()):
        metrics[metric.id] = {**metric_row(metric), "observations": []}
    for metric, seen in observations(base, derived):
        listed = metrics[metric.id]["observations"]
        assert isinstance(listed, list)
        listed.append({**observation_row(seen), "source": seen.source})
        sources[seen.source] = source_row(base, seen)
    whole = {"digest": base.digest, "metrics": list(metrics.values()), "sources": list(sources.values())}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def observations(base: FactBase, derived: bool) -> Iterator[tuple[Metric, Observation]]:
    """Yield every observation with its metric, in the order of the files and of time."""
    base.fetch_observations(base.ids())
    for metric in base.metrics(base.ids()):
        for seen in base.observations(metric.id):
            if derived or seen.derived is None:
                yield metric, seen


def metric_row(metric: Metric) -> Row:
    """Return what a metric is."""
    scope = {f"scope_{key}": value for key, value in metric.scope._asdict().items()}
    return {
        "metric": metric.id, "topic": metric.topic, "name_es": metric.name.get("es"), "name_en": metric.name.get("en"),
        "unit": metric.unit, "kind": metric.kind, "measure": metric.measure, "grain": metric.grain,
        "cadence": metric.cadence, "indicator": metric.indicator, "part_of": metric.part_of, **scope,
    }  # fmt: skip


def observation_row(seen: Observation) -> Row:
    """Return what an observation says; the last day is the first one behind its period."""
    return {
        "period": str(Period(seen.first, seen.last, seen.grain)), "first": seen.first.isoformat(),
        "last": seen.last.isoformat(), "value": f"{seen.value:f}", "approximation": seen.approximation,
        "printed": seen.printed, "where": seen.where, "known": seen.known.isoformat(),
        "derived": seen.derived.working if seen.derived else None,
    }  # fmt: skip


def source_row(base: FactBase, seen: Observation) -> Row:
    """Return where an observation comes from."""
    source = base.source(seen.source)
    return {
        "source": source.id, "publisher": source.publisher, "title": source.title, "published": source.published,
        "url": source.url, "source_kind": source.kind, "source_language": source.language,
    }  # fmt: skip
