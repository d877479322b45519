"""Run the program over labelled claims, as `check` would, and score it by kind and language."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from imss_check.check import check_draft
from imss_check.evaluation.model import Case, Score
from imss_check.evaluation.read import read_claims
from imss_check.evaluation.score import score, total
from imss_check.facts.base import FactBase
from imss_check.reports.model import DocumentReport
from imss_check.text.read import draft_from_text

ALL = "all"


class Part(NamedTuple):
    """The scores of one path: kind (`drafts`, `sentences`) -> language, or `all` -> score."""

    path: str
    groups: dict[str, dict[str, Score]]


def evaluate(path: str, base: FactBase) -> Part:
    """Score the program on the labelled claims under a path; ClaimsError where they cannot be read."""
    scored = [(case, score(case, checked(case, base))) for case in read_claims(Path(path))]
    return Part(path, {kind: by_language(kind, scored) for kind in dict.fromkeys(case.kind for case, _ in scored)})


def by_language(kind: str, scored: Sequence[tuple[Case, Score]]) -> dict[str, Score]:
    """Return the scores of one kind of case, by language and together."""
    own = [(case.language, one) for case, one in scored if case.kind == kind]
    languages = sorted({language for language, _ in own})
    groups = {name: total(one for language, one in own if language == name) for name in languages}
    if len(groups) > 1:
        groups[ALL] = total(one for _, one in own)
    return groups


def checked(case: Case, base: FactBase) -> DocumentReport:
    """Return what the program says of a case, as of its day."""
    draft = draft_from_text(case.text, case.name, markdown=not case.path.endswith(".txt"))
    return check_draft(draft, base, case.day, "option")
