"""Put suggestions into drafts: which ones are certain enough, and what the text is with them.

Only figures that a draft gives plainly wrong are touched. A mended draft is checked again, and what does not then stand
is taken back: mending a draft twice changes nothing more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from imss_check.languages.es.function_words import STOP
from imss_check.languages.es.writing import LINK, LINKED
from imss_check.quantities.find import find_quantities
from imss_check.quantities.lexicon import CURRENCIES
from imss_check.reports.model import Claim, DocumentReport, Finding
from imss_check.text.words import WORD, fold

RULES = {"Q102": 0.9, "Q104": 0.5, "Q105": 0.5}
"""Drift, scale, digits: what was meant is certain there, given a confidence in the link. A slip of the pen needs less:
that the figure looks so much like another one speaks for the link as well, and is not counted in it."""
LEAST_DIGITS = {"Q102": 3, "Q104": 3, "Q105": 4}
"""Significant digits from which a figure may be mended: with fewer, an unrelated one looks like a slip too easily."""
STATED = frozenset(("option", "front_matter", "text"))
"""Where the day of a draft is from if it may tell what is outdated: a day that is only guessed may not."""
SIGNS = frozenset(" \u00a0\u2007\u2009\u202f.,'’%‰$€£+-−‐‑–")
ROUNDS = 4
AROUND = 60
"""Characters around a figure in which a hedge may stand."""

Check = Callable[[str], DocumentReport | None]
"""Checks a text in place of a draft's own; None where it cannot be read."""


class Edit(NamedTuple):
    """`text[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


class Mended(NamedTuple):
    """A text with its edits in it. `settled` is false where mending did not come to an end."""

    text: str
    edits: int
    settled: bool = True


def mend(document: DocumentReport, check: Check) -> Mended:
    """Return the text of a draft with all that is certain in it, checked again until nothing more is to be mended."""
    text, count = document.text, 0
    for _ in range(ROUNDS):
        edits = standing(document, check)
        if not edits:
            return Mended(text, count)
        text, count = apply(document.text, edits), count + len(edits)
        again = check(text)
        if again is None:
            break
        document = again
    return Mended(text, 0, settled=False)


def standing(document: DocumentReport, check: Check) -> list[Edit]:
    """Return the edits after which the mended figures have no finding left; the others are taken back together."""
    edits = find_edits(document)
    while edits:
        again = check(apply(document.text, edits))
        if again is None:
            return []
        wrong = {span for finding in again.findings if finding.suppressed is None for span in finding.spans}
        kept = [edit for edit, span in zip(edits, moved(edits), strict=True) if not any(meet(span, w) for w in wrong)]
        if len(kept) == len(edits):
            return edits
        edits = kept
    return []


def meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def find_edits(document: DocumentReport) -> list[Edit]:
    """Return the edits of a draft in text order, each figure once."""
    found: dict[tuple[int, int], set[Edit]] = {}
    for finding in document.findings:
        edit = edit_of(document, finding)
        if edit is not None:
            found.setdefault(finding.spans[0], set()).add(edit)
    edits = sorted(choices.pop() for choices in found.values() if len(choices) == 1)
    return [e for e, before in zip(edits, [None, *edits], strict=False) if before is None or before.end <= e.start]


def edit_of(document: DocumentReport, finding: Finding) -> Edit | None:
    """Return the edit that a finding asks for; None where anything about it is uncertain."""
    if finding.code not in RULES or finding.suppressed is not None or not finding.suggestion or finding.claim is None:
        return None
    claim = document.claims[finding.claim]
    start, end = finding.spans[0]
    surface, new = document.text[start:end], finding.suggestion
    if claim.confidence < RULES[finding.code] or (finding.code == "Q102" and document.as_of_source not in STATED):
        return None
    if claim.findings != (document.findings.index(finding),) or claim.quantity.words is not None:
        return None
    if claim.quantity.digits < LEAST_DIGITS[finding.code]:
        return None
    if new == surface or "1" in (new, surface) or not all(c in SIGNS or (c.isalnum() and c != "_") for c in surface):
        return None
    if hedged(document.text, start, end) or told_elsewhere(document, claim):
        return None
    return linked(document.text, claim, Edit(start, end, new))


def hedged(text: str, start: int, end: int) -> bool:
    """Whether a figure is given as a bound or about: the right one may not stand behind the same words."""
    before = max(0, start - AROUND)
    near = find_quantities(text[before : end + AROUND])
    return any(q.start == start - before and q.approximation != "exact" for q in near)


def told_elsewhere(document: DocumentReport, claim: Claim) -> bool:
    """Whether the draft has the right figure already: then the other one may be there on purpose, as history or as
    another thing."""
    right = [e.observation.value for e in claim.evidence if e.relation == "contradicts"]
    return any(other is not claim and abs(other.quantity.value) in map(abs, right) for other in document.claims)


def linked(text: str, claim: Claim, edit: Edit) -> Edit | None:
    """Return an edit that also sees to the link between number and noun: `22 millones de camas`, `22 mil camas`."""
    was, now = takes_link(text[edit.start : edit.end]), takes_link(edit.new)
    behind = text[edit.end : edit.end + 1]
    if was == now or not behind.isspace():
        return edit
    words = list(words_at(text, edit.end + 1, 2))
    if was and words[:1] == [LINK] and len(words) == 2:
        after = edit.end + 1 + len(LINK)
        return edit._replace(end=after) if counted(claim, words[1], after + 1) else None
    if now and words and counted(claim, words[0], edit.end + 1):
        return edit._replace(new=f"{edit.new} {LINK}")
    return edit if words and words[0] in STOP and words[0] != LINK else None


def takes_link(number: str) -> bool:
    """Whether a number ends in a word that needs a link to its noun."""
    words = WORD.findall(number)
    return bool(words) and number.endswith(words[-1]) and fold(words[-1]) in LINKED


def words_at(text: str, start: int, count: int) -> Iterator[str]:
    """Yield the folded words that stand at a place with one space between them."""
    for _ in range(count):
        match = WORD.match(text, start)
        if match is None:
            return
        yield fold(match.group())
        start = match.end() + 1


def counted(claim: Claim, word: str, start: int) -> bool:
    """Whether the word at a place is what the figure counts: its noun, or a currency."""
    noun = claim.quantity.noun
    return word in CURRENCIES or (noun is not None and noun[0] == start)


def apply(text: str, edits: list[Edit]) -> str:
    """Return a text with edits in it."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.new)
        at = edit.end
    return "".join((*parts, text[at:]))


def moved(edits: list[Edit]) -> list[tuple[int, int]]:
    """Return where edits stand in the text that has them."""
    spans, shift = [], 0
    for edit in edits:
        start = edit.start + shift
        spans.append((start, start + len(edit.new)))
        shift += len(edit.new) - (edit.end - edit.start)
    return spans
