"""The labelled claims themselves: labels lie on their texts, name what exists, and the held-back part is untouched."""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from imss_check.evaluation.model import Case
from imss_check.evaluation.read import read_claims
from imss_check.facts.base import open_base
from imss_check.reports.model import VERDICTS
from imss_check.verdicts.findings import RULES

CLAIMS = Path(__file__).resolve().parent.parent / "claims"
PARTS = ("dev", "held")
ROLES = {"quantity", "ratio", "date", "ordinal", "name", "age", "duration", "idiom", "other"}
TRUTHS = {None, "supported", "contradicted", "other_period", "unknown"}


@pytest.fixture(scope="module", params=PARTS)
def cases(request: pytest.FixtureRequest) -> list[Case]:
    return read_claims(CLAIMS / request.param)  # an error where a span holds something else than its label says


def test_labels_follow_each_other(cases: list[Case]) -> None:
    for case in cases:
        spans = [(label.start, label.end) for label in case.labels]
        assert all(start < end for start, end in spans), case.name
        assert spans == sorted(spans), case.name
        assert all(a[1] <= b[0] for a, b in pairwise(spans)), case.name


def test_labels_name_what_exists(cases: list[Case]) -> None:
    metrics = set(open_base().ids())
    for case in cases:
        for label in case.labels:
            assert label.metrics <= metrics, case.name
            assert set(label.expect) <= set(VERDICTS), case.name
            assert label.role in ROLES, case.name
            assert label.truth in TRUTHS, case.name
            assert label.finding is None or any(code.startswith(label.finding.rstrip("x")) for code in RULES), case.name


def test_findings_name_their_figures(cases: list[Case]) -> None:
    for case in cases:
        for finding in case.findings:
            assert finding.code in RULES, case.name
            assert all(surface in case.text for surface in finding.surfaces), case.name


def test_names_are_unique(cases: list[Case]) -> None:
    assert max(Counter(case.name for case in cases).values()) == 1


def test_both_languages_and_kinds_are_there() -> None:
    counted: Counter[tuple[str, str, str]] = Counter()
    for part in PARTS:
        counted.update((part, case.kind, case.language) for case in read_claims(CLAIMS / part))
    drafts = {part: sum(n for (p, kind, _), n in counted.items() if (p, kind) == (part, "drafts")) for part in PARTS}
    told = {part: sum(n for (p, kind, _), n in counted.items() if (p, kind) == (part, "sentences")) for part in PARTS}
    assert sum(drafts.values()) >= 40 and drafts["held"] >= 12
    assert sum(told.values()) >= 400 and told["held"] >= 150
    assert len(counted) == 8


def test_the_held_part_is_untouched() -> None:
    folder = CLAIMS / "held"
    listing = b""
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    for name in sorted((n for n in names if n != "DIGEST"), key=lambda n: f"./{n}".encode()):
        digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        listing += f"{digest}  ./{name}\n".encode()
    stated = [line for line in (folder / "DIGEST").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert [hashlib.sha256(listing).hexdigest()] == stated
