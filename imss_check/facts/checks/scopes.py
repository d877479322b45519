"""A metric's scope uses values that scopes.yaml knows the words of."""

from __future__ import annotations

from imss_check.facts.checks.references import near
from imss_check.facts.nodes import FactError
from imss_check.facts.records import RawBase
from imss_check.said import Said

NAMED = ("territory", "group", "institution", "variant")


def find_unknown_scopes(base: RawBase) -> list[FactError]:
    """F120: a metric is restricted to a scope whose words nobody has written down, so no sentence can name it."""
    return [
        metric.places["scope"].error(
            "F120",
            Said("{facet} {value!r} is not in scopes.yaml{near}", facet=facet, value=value, near=near(value, known)),
        )
        for metric in base.metrics.values()
        for facet in NAMED
        if (value := metric.scope.get(facet)) and value not in (known := base.scopes.get(facet, {}))
    ]
