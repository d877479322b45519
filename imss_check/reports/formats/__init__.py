"""Output formats. Each is a module of this package that exports one `FORMAT`; it is imported when it is asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from imss_check.reports.model import Report

if TYPE_CHECKING:
    from imss_check.facts.base import FactBase


class Screen(NamedTuple):
    """What a report is written to: whether it takes colours and links, how wide it is, which language it speaks, and
    which figures are listed beside those with findings (`reports/listed.py`)."""

    colour: bool = False
    width: int = 80
    language: str = "en"
    facts: FactBase | None = None
    show: str = "findings"


class Format(NamedTuple):
    """A way to write a report as text; a file gets it as UTF-8 whatever the terminal's encoding is.

    `step_summary` is what a CI job shows beside it: appended to the file that $GITHUB_STEP_SUMMARY names.
    """

    name: str
    summary: str
    render: Callable[[Report, Screen], str]
    step_summary: Callable[[Report, Screen], str] | None = None
    for_people: bool = False
    """Whether it speaks the locale's language where none is named; what programs read is English then."""


def format_names() -> list[str]:
    """Return the names of all formats, without importing them."""
    names = (os.path.splitext(name) for name in os.listdir(os.path.dirname(__file__)))
    return sorted(name for name, ending in names if ending == ".py" and not name.startswith("_"))


def load_format(name: str) -> Format:
    """Return a format by name; KeyError if there is none."""
    if name not in format_names():
        raise KeyError(name)
    loaded: Format = import_module(f"{__name__}.{name}").FORMAT
    return loaded
