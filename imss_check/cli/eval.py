"""`imss-check eval`: score the program on labelled claims."""

from __future__ import annotations

from collections.abc import Sequence

from imss_check.cli.options import not_one_of
from imss_check.cli.status import CommandError
from imss_check.evaluation.read import ClaimsError
from imss_check.evaluation.run import evaluate
from imss_check.evaluation.show import show_json, show_text
from imss_check.facts.base import FactBase

FORMATS = {"text": show_text, "json": show_json}


def eval_claims(paths: Sequence[str], base: FactBase, format_: str, failures: bool, language: str) -> str:
    """Return the scores on the claims under some paths; CommandError where they cannot be read."""
    if format_ not in FORMATS:
        raise CommandError(not_one_of("--format", format_, *FORMATS))
    try:
        parts = [evaluate(path, base) for path in paths]
    except ClaimsError as error:
        raise CommandError(str(error)) from None
    return FORMATS[format_](parts, failures, language)
