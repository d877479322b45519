"""Wordings: each must say something, and tell its metric from all others."""

from __future__ import annotations

import re
from collections import defaultdict

from imss_check.facts.nodes import FactError
from imss_check.facts.records import RawBase, RawMetric, RawWording
from imss_check.said import Said

VALUE = re.compile(r"(?!(?:19|20)\d\d\b)\d[\d.,]*\s")  # a year and "12-month" are no values
SCOPE_DEFAULTS = {"programme": "ordinary", "territory": "national", "institution": "own", "status": "result"}


def _telling(metric: RawMetric) -> tuple[object, ...]:
    """Return what tells a metric from others that are called the same."""
    scope = {**SCOPE_DEFAULTS, **{key: value for key, value in metric.scope.items() if value}}
    facets = tuple(metric.fields.get(key) for key in ("unit", "kind", "grain"))
    return (*facets, *sorted(scope.items()))


def find_empty_wordings(base: RawBase) -> list[FactError]:
    """F123: a wording of function words only names nothing."""
    return [
        wording.place.error("F123", Said("{kind} {text!r} has no content word", kind=wording.kind, text=wording.text))
        for metric in base.metrics.values()
        for wording in metric.wordings
        if not wording.stems
    ]


def find_values_in_wordings(base: RawBase) -> list[FactError]:
    """F125: an alias that holds a value selects itself ("100 millones", "32 entidades")."""
    return [
        wording.place.error("F125", Said("alias {text!r} holds a number: a value is no name", text=wording.text))
        for metric in base.metrics.values()
        for wording in metric.wordings
        if wording.kind == "alias" and VALUE.match(wording.text)
    ]


def find_shared_aliases(base: RawBase) -> list[FactError]:
    """F114: two metrics share an alias, and neither unit, kind, grain nor scope tells them apart."""
    owners: dict[tuple[object, ...], dict[str, RawWording]] = defaultdict(dict)
    for metric in base.metrics.values():
        for wording in metric.wordings:
            if wording.kind == "alias" and (stems := wording.stems):
                owners[stems, _telling(metric)].setdefault(metric.id, wording)
    found = []
    for metrics in owners.values():
        first, *others = metrics.items()
        found += [
            wording.place.error(
                "F114",
                Said(
                    "alias {text!r} of {name!r} is also one of {other!r} ({path}:{line}), and neither unit, kind, "
                    "grain nor scope tells them apart",
                    text=wording.text,
                    name=name,
                    other=first[0],
                    path=first[1].place.path,
                    line=first[1].place.line,
                ),
            )
            for name, wording in others
        ]
    return found
