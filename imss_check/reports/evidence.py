"""Evidence in the words of a language: what a figure is, when it held, who printed it."""

from __future__ import annotations

import re

from imss_check.reports.formats import Screen
from imss_check.reports.model import Evidence
from imss_check.reports.words import words
from imss_check.verdicts.messages import number, period_text

CURRENCIES = ("MXN", "USD", "EUR", "GBP")
ADDRESS = re.compile(r"https?://[!-~]+", re.I)


def metric_name(metric: str | None, screen: Screen) -> str:
    """Return the name of a metric where the base is at hand, else its id."""
    if metric is None:
        return ""
    names = screen.facts.metric(metric).name if screen.facts is not None else {}
    return names.get(screen.language) or next(iter(names.values()), metric)


def value_text(evidence: Evidence, screen: Screen) -> str:
    """Return a value with its hedge and its unit as people write it."""
    data, head = words(screen.language), evidence.unit.partition("/")[0]
    text = str(data.HEDGES[evidence.observation.approximation]) + number(evidence.observation.value)
    if head == "percent":
        return f"{text}%"
    unit = evidence.unit if head in CURRENCIES else data.counted(evidence.unit)
    return f"{text} {unit}".rstrip()


def when(evidence: Evidence, screen: Screen) -> str:
    """Return the period of an observation."""
    return period_text(evidence.observation.first, evidence.observation.last, screen.language)


def origin(evidence: Evidence, screen: Screen) -> str:
    """Return who published an observation, and when."""
    return f"{evidence.source.publisher}, {evidence.source.published or words(screen.language).TEXT['undated']}"


def address(evidence: Evidence) -> str | None:
    """Return the address of a source, where it is one that a browser can be sent to."""
    url = evidence.source.url
    return url if url and ADDRESS.fullmatch(url) else None
