"""The keys of each kind of record: one table for the reader, the checks and the JSON Schema."""

from __future__ import annotations

from typing import NamedTuple

KINDS = ("stock", "flow", "average", "ratio", "change", "constant")
GRAINS = (
    "instant", "day", "month", "quarter", "half", "year", "year_to_date", "twelve_months", "multi_year",
    "typical_day", "cumulative", "administration",
)  # fmt: skip
CADENCES = {"monthly": 60, "quarterly": 150, "annual": 548, "irregular": 730, "fixed": None}
"""How many days an observation stays in force after its period (None: until a newer one)."""
APPROXIMATIONS = ("exact", "about", "more_than", "at_least", "less_than", "at_most", "nearly", "range")
SOURCE_KINDS = ("official", "press", "translation")
PROGRAMMES = ("ordinary", "bienestar_programme", "bienestar_opd", "all", "none")
STATUSES = ("result", "target", "forecast", "budget", "planned")
OVERS = ("month", "year_to_date", "twelve_months", "year", "period")


class Field(NamedTuple):
    """One key of a record: `shape` is text, list, names (a text a language), wordings (a list a language) …"""

    shape: str = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    about: str = ""


SCOPE = {
    "programme": Field(choices=PROGRAMMES, about="default ordinary"),
    "territory": Field(about="a territory of scopes.yaml; default national"),
    "group": Field(about="a group of scopes.yaml"),
    "institution": Field(about="own, or another institution of scopes.yaml"),
    "status": Field(choices=STATUSES, about="default result"),
    "variant": Field(about="a variant of scopes.yaml"),
}
METRIC = {
    "name": Field("names", True, about="its name in each language"),
    "indicator": Field(about="the metric whose wordings it shares"),
    "aliases": Field("wordings", about="noun phrases that name what is counted"),
    "cues": Field("wordings", about="words that speak for it but do not name it"),
    "unit": Field(required=True, about="a unit of units.yaml, or several joined by /"),
    "kind": Field(required=True, choices=KINDS),
    "grain": Field(choices=GRAINS, about="what one observation covers"),
    "scope": Field("scope", about="what part of the world it covers, where that is not the default"),
    "cadence": Field(required=True, choices=tuple(CADENCES)),
    "valid_for": Field(about="how long an observation stays in force: `45 days`, `3 months`, `2 years`, `forever`"),
    "part_of": Field(about="the metric that is its total"),
    "examples": Field("examples", about="sentences that must link here (match), and must not (no_match)"),
    "observations": Field("observations"),
}
OBSERVATION = {
    "period": Field(required=True, about="2021-01-19, 2021-01, 2021 or A/B"),
    "value": Field(required=True, about="the exact decimal in base units, quoted"),
    "approx": Field(choices=APPROXIMATIONS, about="where the source hedges"),
    "printed": Field(about="the number as the source prints it, and nothing else"),
    "source": Field(required=True, about="an id of sources.yaml"),
    "where": Field(about="paragraph, table; or how the figure is told where it is not printed as a number"),
    "note": Field(),
    "restated": Field(choices=("yes", "no"), about="yes: revised later, so nothing is derived from it"),
}
EXTENSION = {key: METRIC[key] for key in ("aliases", "cues", "examples", "observations")}
"""What a second folder may add to a metric of the first."""
SOURCE = {
    "publisher": Field(required=True),
    "title": Field(about="the real headline, or null"),
    "description": Field(about="what it is, in our words"),
    "published": Field(about="2021-01-19, 2021-01 or 2021"),
    "url": Field(),
    "kind": Field(required=True, choices=SOURCE_KINDS),
    "language": Field(required=True),
}
UNIT = {
    "es": Field("list", about="nouns that count it"),
    "en": Field("list", about="nouns that count it"),
    "pint": Field(about="definition for pint, where it is no plain count"),
    "akin": Field("list", about="units whose nouns are used for the same things"),
}
SCOPE_VALUE = {
    "own": Field(choices=("true", "false"), about="true: the base's own institution, or the whole country"),
    "founded": Field(about="the day on which the institution was founded"),
    "es": Field("list"),
    "en": Field("list"),
}

_SHARED = {
    "type": Field(required=True, choices=("sum", "difference", "share", "product", "complement", "change",
                                          "change_rate", "mean", "equal")),
    "period": Field(about="hold it against this period only, and derive nothing"),
    "until": Field(about="the last period that it holds for"),
    "derive": Field(choices=("yes", "no"), about="no: hold it, but derive nothing"),
    "known_failure": Field(about="why it fails, where a source itself prints it so"),
    "known_failures": Field("failures", about="period: reason"),
    "within": Field(about="by how much the printed figures may differ, in base units"),
    "note": Field(),
}  # fmt: skip
_METRIC = Field(required=True, about="a metric")
RELATIONS = {
    "sum": {**_SHARED, "total": _METRIC, "parts": Field("list", True)},
    "difference": {**_SHARED, "result": _METRIC, "of": _METRIC, "less": _METRIC},
    "share": {**_SHARED, "result": _METRIC, "part": _METRIC, "total": _METRIC,
              "per": Field(about="100 for a share in percent; 1000 for so many per thousand")},
    "product": {**_SHARED, "result": _METRIC, "of": _METRIC, "factor": Field(required=True)},
    "complement": {**_SHARED, "result": _METRIC, "of": _METRIC, "whole": Field(required=True)},
    "change": {**_SHARED, "result": _METRIC, "of": _METRIC, "over": Field(required=True, choices=OVERS),
               "base": Field(about="the metric that the base is taken from, where it is another one")},
    "change_rate": {**_SHARED, "result": _METRIC, "of": _METRIC, "over": Field(required=True, choices=OVERS),
                    "base": Field(about="the metric that the base is taken from, where it is another one")},
    "equal": {**_SHARED, "result": _METRIC, "of": _METRIC},
    "mean": {**_SHARED, "result": _METRIC, "of": _METRIC, "count": Field(required=True)},
}  # fmt: skip
