"""Hold what the program says of a case against its labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from imss_check.evaluation.align import align
from imss_check.evaluation.model import Case, Expected, Label, Miss, Score
from imss_check.evaluation.read import SELF_CHECK
from imss_check.reports.model import Claim, DocumentReport, Finding
from imss_check.reports.positions import Positions
from imss_check.said import Said

FIGURES = ("quantity", "ratio")
SOFT = ("duration", "age", "idiom", "other")
"""Roles of mentions that a reader may take for a figure or not."""
ALARMS = ("refuted", "outdated")
UNITS = {"%": "percent", "pp": "percentage_point", "MXN": "MXN", "USD": "USD", "MXN/day": "MXN/day",
         "MXN/month": "MXN/month"}  # fmt: skip
"""What a label calls a unit -> what the program calls it, for units that the figure itself shows."""
TRUTHS = {"supported": "supported", "contradicted": "refuted", "other_period": "outdated", "unknown": "unverified"}
"""Truth of a figure -> verdict, where a label expects none by name."""
NEAR = Decimal("1e-9")
NO_FIGURE, UNREAD = Said("no figure"), Said("unread")
NOTHING, NONE = Said("nothing"), Said("none")
EITHER = " / "


def score(case: Case, document: DocumentReport) -> Score:
    """Count what is right and wrong in one case."""
    counts: Counter[str] = Counter(cases=1)
    confusion: Counter[tuple[str, str]] = Counter()
    misses: list[Miss] = []
    place = placer(case)
    pairs, extra = align(case.labels, document.claims)
    for label, claim in pairs:
        codes = [document.findings[i].code for i in claim.findings] if claim else []
        for what, wanted, got in judged(label, claim, codes, counts, confusion):
            surface = case.text[label.start : label.end]
            misses.append(Miss(place(label.start), what, surface, wanted, got, label.trap))
    for claim in extra:
        for what, got in unlabelled(claim, counts, confusion):
            misses.append(Miss(place(claim.start), what, claim.text, NOTHING, got))
    own = [f for f in document.findings if f.code.startswith(SELF_CHECK)]
    for start, code, surface, wanted, got in self_checks(case, own, counts):
        misses.append(Miss(place(start), Said("self-check {code}", code=code), surface, wanted, got))
    counts["quiet"] += not counts["wrong_alarms"]
    return Score(counts, confusion, tuple(misses))


def total(scores: Iterable[Score]) -> Score:
    """Add scores up."""
    counts: Counter[str] = Counter()
    confusion: Counter[tuple[str, str]] = Counter()
    misses: list[Miss] = []
    for one in scores:
        counts.update(one.counts)
        confusion.update(one.confusion)
        misses += one.misses
    return Score(counts, confusion, tuple(misses))


def judged(
    label: Label, claim: Claim | None, codes: list[str], counts: Counter[str], confusion: Counter[tuple[str, str]]
) -> Iterator[tuple[str, str, str]]:
    """Count one label, and yield each miss: what it is of, what was wanted, what was got."""
    yield from reading(label, claim, counts)
    yield from linking(label, claim, counts)
    yield from verdict(label, claim, counts, confusion)
    yield from cause(label, codes, counts)


def either(names: Sequence[str]) -> str:
    """Return names of which each is as good: metrics, verdicts."""
    return EITHER.join(names) or NONE


def reading(label: Label, claim: Claim | None, counts: Counter[str]) -> Iterator[tuple[str, str, str]]:
    """Count whether a figure was read, and read rightly."""
    if label.role in FIGURES:
        counts["read_wanted"] += 1
        counts["read_given"] += claim is not None
        if claim is None or not same(claim.quantity.value, label.value):
            yield Said("reading"), f"{label.value:f}", f"{claim.quantity.value:f}" if claim else NOTHING
            return
        counts["read_right"] += 1
        if label.unit in UNITS:
            counts["units_wanted"] += 1
            if claim.quantity.unit == UNITS[label.unit]:
                counts["units_right"] += 1
            else:
                yield Said("unit"), UNITS[label.unit], claim.quantity.unit or NONE
    elif claim and label.role not in SOFT:
        counts["read_given"] += 1
        yield Said("reading"), Said("no figure ({role})", role=label.role), f"{claim.quantity.value:f}"


def linking(label: Label, claim: Claim | None, counts: Counter[str]) -> Iterator[tuple[str, str, str]]:
    """Count whether a figure went to its metric."""
    metric = claim.metric if claim else None
    asked = bool(label.metrics) or label.role not in SOFT
    counts["link_wanted"] += bool(label.metrics)
    counts["link_given"] += metric is not None and asked
    if metric is not None and metric in label.metrics:
        counts["link_right"] += 1
    elif label.metrics or (metric and asked):
        yield Said("link"), either(sorted(label.metrics)), metric or NONE


def verdict(
    label: Label, claim: Claim | None, counts: Counter[str], confusion: Counter[tuple[str, str]]
) -> Iterator[tuple[str, str, str]]:
    """Count whether a figure got its verdict; a verdict that can be defended is as good as the first one named."""
    got = claim.verdict if claim else None
    wanted = label.expect or (TRUTHS.get(label.truth or "", "unmatched"),)
    right = got in wanted or (got is None and "unmatched" in wanted)
    if label.role in FIGURES or label.metrics:
        seen = got or ("unmatched" if right else UNREAD)
        confusion[seen if right else wanted[0], seen] += 1
    elif got is not None and label.role not in SOFT:
        confusion[NO_FIGURE, got] += 1
    said = either(wanted), got or NOTHING
    if label.truth == "contradicted":
        counts["wrong"] += 1
        counts["wrong_caught"] += got in ALARMS
        counts["wrong_supported"] += got == "supported"
        if got not in ALARMS and not right:
            missed = got != "supported"
            yield Said("wrong figure missed") if missed else Said("wrong figure called supported"), *said
    elif got in ALARMS and got not in label.expect and (label.truth, got) != ("other_period", "outdated"):
        counts["wrong_alarms"] += 1
        yield Said("WRONG ALARM"), *said
    elif not right and (label.role in FIGURES or label.metrics):
        yield Said("verdict"), *said
    if label.truth == "supported":
        counts["true"] += 1
        counts["true_confirmed"] += got in ("supported", "disputed")


def cause(label: Label, codes: list[str], counts: Counter[str]) -> Iterator[tuple[str, str, str]]:
    """Count whether the finding on a wrong figure names the cause."""
    if not label.finding:
        return
    named = any(code.startswith(label.finding.rstrip("x")) for code in codes)
    counts["codes_wanted"] += 1
    counts["codes_right"] += named
    counts["codes_given"] += bool(codes)
    if not named:
        yield Said("rule code"), label.finding, ", ".join(codes) or NONE


def unlabelled(
    claim: Claim, counts: Counter[str], confusion: Counter[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Count a figure where a person sees none."""
    counts["read_given"] += 1
    counts["link_given"] += claim.metric is not None
    confusion[NO_FIGURE, claim.verdict] += 1
    yield Said("reading"), f"{claim.quantity.value:f}"
    if claim.verdict in ALARMS:
        counts["wrong_alarms"] += 1
        yield Said("WRONG ALARM"), claim.verdict


def self_checks(
    case: Case, own: list[Finding], counts: Counter[str]
) -> Iterator[tuple[int, str, str, str, str]]:
    """Count the findings of the draft against itself, and yield what is missed or wrong."""
    left = list(own)
    for wanted in case.findings:
        hits = [f for f in left if f.code == wanted.code and touches(f, wanted, case.text)]
        left = [f for f in left if f not in hits]
        if wanted.optional:
            continue
        counts["self_wanted"] += 1
        counts["self_right"] += bool(hits)
        counts["self_given"] += bool(hits)
        if not hits:
            start = max(0, case.text.find(wanted.surfaces[0]))
            yield start, wanted.code, ", ".join(wanted.surfaces), Said("found"), Said("missed")
    if case.kind == "sentences":  # their labels name one rule a figure, and a wrong figure may break several
        left = [f for f in left if not of_wrong(f, case.labels)]
    counts["self_given"] += len(left)
    for f in left:
        start, end = f.spans[0]
        yield start, f.code, case.text[start:end], NOTHING, f.message


def of_wrong(finding: Finding, labels: tuple[Label, ...]) -> bool:
    """Whether a finding lies on a figure that is wrong."""
    wrong = [label for label in labels if label.truth == "contradicted"]
    return any(start < label.end and label.start < end for label in wrong for start, end in finding.spans)


def touches(finding: Finding, wanted: Expected, text: str) -> bool:
    """Whether a finding lies on one of the figures that are wanted."""
    found = [text[start:end] for start, end in finding.spans]
    return any(a in b or b in a for a in found for b in wanted.surfaces)


def same(a: Decimal, b: Decimal) -> bool:
    """Whether two values are one, to one part in a thousand million."""
    return abs(a - b) <= abs(b) * NEAR


def placer(case: Case) -> Callable[[int], str]:
    """Return a function that names the place of an offset: path, line and column, or the line of a sentence."""
    positions = Positions(case.text)

    def place(offset: int) -> str:
        if case.line is not None:
            return f"{case.path}:{case.line}"
        line, column = positions.at(offset)
        return f"{case.path}:{line}:{column}"

    return place
