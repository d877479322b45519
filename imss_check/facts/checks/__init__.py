"""What must be true of a fact base. Each check takes the whole base and returns what is wrong; none raises.

A defect of `BLOCKING` makes the base unusable (a check of drafts stops with status 2); one of `EDITORIAL` is for
`facts validate`. A new check is a function and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from imss_check.facts.checks.observations import find_duplicates, find_misread, find_spread
from imss_check.facts.checks.references import (
    find_bad_parts,
    find_unknown_metrics,
    find_unknown_sources,
    find_unknown_units,
)
from imss_check.facts.checks.relations import find_broken_relations, find_mended_failures
from imss_check.facts.checks.scopes import find_unknown_scopes
from imss_check.facts.checks.sources import find_bad_dates, find_shown_descriptions, find_unused_sources
from imss_check.facts.checks.units import find_bad_units
from imss_check.facts.checks.wordings import find_empty_wordings, find_shared_aliases, find_values_in_wordings
from imss_check.facts.nodes import FactError
from imss_check.facts.records import RawBase

Check = Callable[[RawBase], list[FactError]]

BLOCKING: tuple[Check, ...] = (
    find_unknown_units,
    find_unknown_sources,
    find_unknown_metrics,
    find_bad_parts,
    find_bad_dates,
)
EDITORIAL: tuple[Check, ...] = (
    find_bad_units,
    find_unknown_scopes,
    find_duplicates,
    find_misread,
    find_spread,
    find_unused_sources,
    find_shown_descriptions,
    find_empty_wordings,
    find_values_in_wordings,
    find_shared_aliases,
    find_broken_relations,
    find_mended_failures,
)


def run_checks(base: RawBase, checks: Sequence[Check] = BLOCKING + EDITORIAL) -> list[FactError]:
    """Return everything that the checks find, by file and line."""
    return sorted(error for check in checks for error in check(base))
