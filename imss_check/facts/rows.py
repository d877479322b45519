"""Records as rows of the compiled base's tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from math import log

from imss_check.facts.fields import CADENCES
from imss_check.facts.model import Observation
from imss_check.facts.records import RawBase, RawMetric
from imss_check.facts.stems import STOP, all_stems

LEAST_TOLD = 0.4
"""What the commonest stem still tells, in natural logarithms of metrics told apart."""
HALF_TOLD = 4.5
"""What a wording must tell for a weight of one half."""
SHARED = 0.12
"""How much less each further metric makes a shared wording tell."""


def value_key(value: Decimal) -> str:
    """Return the magnitude of a value as the text that the index of values is keyed by."""
    return f"{abs(value).normalize():f}"


def measure(kind: str, unit: str) -> str:
    """Return what a metric measures: level, change, rate or share."""
    if kind == "change":
        return "rate" if unit == "percent" else "change"
    return "share" if kind == "ratio" else "level"


def valid_days(cadence: str, valid_for: str | None) -> int | None:
    """Return for how many days after its period an observation stays in force."""
    if not valid_for:
        return CADENCES[cadence]
    number, _, unit = valid_for.partition(" ")
    if not number.isdigit():
        return None
    days = {"day": 1, "week": 7, "month": 30.4375, "year": 365.25}[unit.rstrip("s") or "day"]
    return round(int(number) * days)


def metric_row(metric: RawMetric, ordinal: int) -> tuple[object, ...]:
    get, scope = metric.fields.get, metric.scope.get
    names = "\n".join(f"{w.language}\t{w.text}" for w in metric.wordings if w.kind == "name")
    kind, unit, cadence = get("kind") or "", get("unit") or "", get("cadence") or ""
    return (
        metric.id, metric.topic, names, unit, kind, measure(kind, unit), get("grain") or "instant",
        scope("programme") or "ordinary", scope("territory") or "national", scope("group"),
        scope("institution") or "own", scope("status") or "result", scope("variant"), cadence,
        valid_days(cadence, get("valid_for")), get("indicator"), get("part_of"), ordinal,
    )  # fmt: skip


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def observation_row(seen: Observation) -> tuple[object, ...]:
    derived = seen.derived
    return (
        seen.metric, seen.first.toordinal(), seen.last.toordinal(), _text(seen.value), _text(seen.low),
        _text(seen.high), seen.approximation, seen.printed, seen.source, seen.where, seen.known.toordinal(), seen.grain,
        derived.working if derived else None,
        "\n".join("\t".join(used) for used in derived.inputs) if derived else None, value_key(seen.value),
    )  # fmt: skip


def wording_rows(raw: RawBase) -> list[tuple[str, str, str, str, float]]:
    """Return the wordings, each under its rarest stem: a draft asks for the wordings of its own stems only.

    The weight (0 to 1) says how telling a wording is: many stems, each in the wordings of few metrics, and few metrics
    that share the wording.
    """
    owners: dict[tuple[tuple[str, ...], str], list[str]] = defaultdict(list)
    for metric in raw.metrics.values():
        for wording in metric.wordings:
            stems = wording.stems
            if stems and metric.id not in owners[stems, wording.kind]:
                owners[stems, wording.kind].append(metric.id)
    frequency = Counter(stem for stems, _ in owners for stem in set(stems))
    spread: dict[str, set[str]] = defaultdict(set)
    for (stems, _), metrics in owners.items():
        for stem in stems:
            spread[stem].update(metrics)
    return [
        (
            min(stems, key=lambda stem: (frequency[stem], stem)),
            " ".join(stems),
            kind,
            " ".join(metrics),
            wording_weight([len(spread[stem]) for stem in stems], len(metrics), len(raw.metrics)),
        )
        for (stems, kind), metrics in owners.items()
    ]


def wording_weight(spreads: list[int], shared: int, total: int) -> float:
    """Return how telling a wording is: `spreads` is the number of metrics of each of its stems, `shared` of itself."""
    told = sum(max(LEAST_TOLD, log((total + 100) / (1 + spread))) for spread in spreads)
    return round(told / (told + HALF_TOLD) / (1 + SHARED * (shared - 1)), 4)


def noun_rows(raw: RawBase) -> list[tuple[str, str]]:
    nouns: dict[str, str] = {}
    for unit, record in raw.units.items():
        for text in (noun for language in ("es", "en") for noun in record.lists.get(language, ())):
            if stems := all_stems(text):
                nouns.setdefault(" ".join(stems), unit)
    return list(nouns.items())


def akin_rows(raw: RawBase) -> list[tuple[str, str]]:
    pairs = {(unit, other) for unit, record in raw.units.items() for other in record.lists.get("akin", ())}
    return sorted(pairs | {(other, unit) for unit, other in pairs})


def scope_rows(raw: RawBase) -> list[tuple[str, str, str, str, int]]:
    terms: dict[tuple[tuple[str, ...], str], tuple[str, int]] = {}
    for facet, values in raw.scopes.items():
        for value, record in values.items():
            own = int(record.fields.get("own") == "true")
            for text in (term for key in ("es", "en") for term in record.lists.get(key, ())):
                if stems := all_stems(text):
                    terms.setdefault((stems, facet), (value, own))
    frequency = Counter(stem for stems, _ in terms for stem in set(stems))
    return [
        (min(stems, key=lambda stem: (stem in STOP, frequency[stem], stem)), " ".join(stems), facet, value, own)
        for (stems, facet), (value, own) in terms.items()
    ]
