"""What the program says of every text that the tests and the labelled claims have, figure by figure.

`UPDATE_SNAPSHOTS=1 pytest tests/test_snapshots.py` writes `tests/snapshots/` again; read the difference. A line that
changed is no error as such: it shows what a change does to figures that nobody had in mind.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

import examples
import pytest
import test_numbers
import test_rules
import test_suggest
import yaml

from imss_check.check import check_drafts
from imss_check.evaluation.read import read_claims
from imss_check.facts.base import open_base
from imss_check.quantities.find import find_quantities
from imss_check.quantities.model import Quantity
from imss_check.reports.model import Claim, Evidence, Finding
from imss_check.text.read import draft_from_text
from imss_check.verdicts.suggest import ALONE, Setting, restyle

HERE = Path(__file__).parent
SNAPSHOTS = HERE / "snapshots"
UPDATE = "UPDATE_SNAPSHOTS" in os.environ
VALUES = (
    "0", "0.5", "-4.1", "4.9", "5", "12", "21", "100", "998", "1000", "1531", "2531", "10443", "56735", "100000",
    "1053670", "2100000", "22837768", "382000000", "3012345678", "205276000000",
)  # fmt: skip
STYLES = ("mil\u00a0525", "20\u00a0millones 620 mil 148", "5,443.5", "5.443,5", "1525.5", "+5.3%", "MIL 525")
COMMAS = Setting(decimal_comma=True)
base = cache(open_base)


class Case(NamedTuple):
    """A text, and how it is read."""

    name: str
    text: str
    day: date
    markdown: bool
    language: str
    """That of the messages."""

    def told(self) -> list[str]:
        """Each figure, then each finding."""
        draft = draft_from_text(self.text, markdown=self.markdown)
        (document,) = check_drafts([draft], self.day, base(), message_language=self.language).documents
        return [*map(claim_line, document.claims), *map(finding_line, document.findings)]


class Written(NamedTuple):
    """A text with numbers, and the nouns that they count."""

    name: str
    text: str
    language: str | None
    nouns: dict[tuple[str, ...], str] | None

    def told(self) -> list[str]:
        """Each figure."""
        return [quantity_line(q, self.text) for q in find_quantities(self.text, self.language, nouns=self.nouns)]


class Suggested(NamedTuple):
    """A number, to be written anew with other values."""

    name: str
    text: str

    def told(self) -> list[str]:
        """What is suggested for each value, in a draft with decimal points and in one with commas."""
        (q,) = find_quantities(self.text)
        texts = ([restyle(self.text, q, Decimal(v), comma) for comma in (ALONE, COMMAS)] for v in VALUES)
        return [f"  {v} -> {a}" if a == b else f"  {v} -> {a} | {b}" for v, (a, b) in zip(VALUES, texts, strict=True)]


Told = Case | Written | Suggested


def claims() -> Iterator[Case]:
    """The labelled claims."""
    for case in read_claims(HERE.parent / "claims" / "dev"):
        yield Case(case.name, case.text, case.day, not case.path.endswith(".txt"), case.language)


def rules() -> Iterator[Case]:
    """The tables of the rules."""
    for param in test_rules.own_rows():
        yield Case("", param.values[1], param.values[2], True, "en")
    for param in test_rules.claim_rows():
        yield Case("", param.values[1], param.values[2], True, "es")


def wordings() -> Iterator[Case]:
    """The examples of the base."""
    for example in examples.examples():
        yield Case("", example.text, examples.day_of(example, base()), True, "en")


def prose() -> Iterator[Case]:
    """Drafts at the edges of linking and judging."""
    for row in yaml.load((SNAPSHOTS / "prose.yaml").read_text("utf-8"), yaml.CSafeLoader):
        yield Case("", row["text"], row["day"], True, "en")


def numbers() -> Iterator[Written]:
    """The corpora of numbers, with and without their language, and the numbers that suggestions are written like."""
    for tongue in ("es", "en"):
        for param in test_numbers.corpus(tongue):
            row, language, nouns = param.values
            yield Written("", row["text"], language, nouns)
            yield Written("", row["text"], None, nouns)
    for surface, _, _ in test_suggest.STYLES:
        yield Written("", f"{surface}.", None, None)


def forms() -> Iterator[Written]:
    """Every form in every frame, and texts at the edges of the rules."""
    data = yaml.load((SNAPSHOTS / "forms.yaml").read_text("utf-8"), yaml.CBaseLoader)
    for text in (*data["texts"], *(frame.replace("{}", form) for frame in data["frames"] for form in data["forms"])):
        yield Written("", text, None, base().nouns)


def suggestions() -> Iterator[Suggested]:
    """The numbers that suggestions are written like, and some more."""
    for surface in dict.fromkeys([*(surface for surface, _, _ in test_suggest.STYLES), *STYLES]):
        yield Suggested("", surface)


KINDS: dict[str, Callable[[], Iterator[Told]]] = {
    "numbers": numbers,
    "forms": forms,
    "suggestions": suggestions,
    "rules": rules,
    "prose": prose,
    "claims": claims,
    "wordings": wordings,
}
PARTS = 40
"""Tests of each kind."""


@cache
def cases(kind: str) -> dict[str, Told]:
    """The cases of a kind by a name of their own."""
    found: dict[str, Told] = {}
    for case in KINDS[kind]():
        name = case.name or " ".join(case.text.split())[:100]
        while name in found:
            name += " +"
        found[name] = case
    return found


def claim_line(claim: Claim) -> str:
    """What is written, what it is read as, what it is linked to, what is said of it and by which evidence."""
    q = claim.quantity
    read = f"{plain(q.value)} {q.unit} {q.approximation} {plain(q.low)}..{plain(q.high)}"
    linked = claim.reason or "-"
    if claim.metric is not None:
        first, last, stated = claim.period or ("", "", True)
        linked = f"{claim.metric} {claim.direction or ''} {first}..{last}{'' if stated else '?'} {claim.confidence:.2f}"
    evidence = "; ".join(dict.fromkeys(map(evidence_text, claim.evidence)))
    return f"  {claim.start}-{claim.end} {claim.text!r} = {read} | {linked} | {claim.verdict} | {evidence}".rstrip(" |")


def evidence_text(e: Evidence) -> str:
    return f"{e.relation} {e.metric} {e.observation.last} {e.observation.value}"


def finding_line(f: Finding) -> str:
    spans = " ".join(f"{start}-{end}" for start, end in f.spans)
    return f"  {f.code} {f.severity} {spans}: {f.message}{f' -> {f.suggestion}' if f.suggestion else ''}"


def quantity_line(q: Quantity, text: str) -> str:
    """All of a quantity but what is usual; each span as the text there."""
    parts = [f"  {text[q.start : q.end]!r} at {q.start} = {plain(q.value)} {q.unit or ''}"]
    if not q.value == q.low == q.high or q.approximation != "exact":
        parts.append(f"{q.approximation} {plain(q.low)}..{plain(q.high)}")
    if q.form != "number":
        parts.append(q.form)
    parts.append(f"{q.digits}/{plain(q.step)}")
    parts += [f"{name} {text[slice(*span)]!r}" for name, span in (("noun", q.noun), ("hedge", q.hedge)) if span]
    if q.words:
        parts.append(f"words {text[slice(*q.words)]!r} {plain(q.words_value)}")
    return "; ".join(parts)


def plain(value: object) -> str:
    return "" if value is None else f"{value:f}"


@cache
def snapshot(kind: str) -> dict[str, list[str]]:
    """The lines of each case."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for row in (SNAPSHOTS / f"{kind}.txt").read_text("utf-8").split("\n"):
        if row.startswith("  "):
            lines.append(row)
        elif row:
            lines = found.setdefault(row, [])
    return found


@pytest.mark.skipif(UPDATE, reason="the snapshots are written again")
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("kind", KINDS)
def test_told_as_before(kind: str, part: int) -> None:
    names = list(cases(kind))[part::PARTS]
    assert {name: cases(kind)[name].told() for name in names} == {name: snapshot(kind).get(name) for name in names}


@pytest.mark.parametrize("kind", KINDS)
def test_every_case_is_there(kind: str) -> None:
    if UPDATE:
        texts = ("\n".join([name, *case.told()]) for name, case in cases(kind).items())
        (SNAPSHOTS / f"{kind}.txt").write_text("\n".join(texts) + "\n", "utf-8")
        snapshot.cache_clear()
    assert list(snapshot(kind)) == list(cases(kind))
