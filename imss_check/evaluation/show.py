"""Scores for people, and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from imss_check.evaluation.measured import confusion_table, measures
from imss_check.evaluation.measures import Share
from imss_check.evaluation.model import Miss, Score
from imss_check.evaluation.run import ALL, Part
from imss_check.evaluation.score import EITHER
from imss_check.reports.inert import inert
from imss_check.reports.words import words
from imss_check.said import Said, tell

SCHEMA_VERSION = "1"
KINDS = {"drafts": Said("drafts"), "sentences": Said("sentences")}


def show_text(parts: Sequence[Part], failures: bool, language: str = "en") -> str:
    """Return the scores as tables, each with the misses below it."""
    return "".join(f"{tell(line, language)}\n" for part in parts for line in part_lines(part, failures, language))


def part_lines(part: Part, failures: bool, language: str) -> Iterator[str]:
    """Yield the lines of one path."""
    for kind, groups in part.groups.items():
        score = whole(groups)
        yield Said("{path}: {count} {kind}", path=part.path, count=score.counts["cases"], kind=KINDS[kind])
        yield ""
        yield from table(groups, language)
        yield ""
        yield from confusion_lines(score, language)
        yield Said("wrong alarms: {count}", count=score.counts["wrong_alarms"])
        if failures:
            yield ""
            yield Said("failures: {count}", count=len(score.misses))
            yield from (miss_line(miss, language) for miss in score.misses)
        yield ""


def whole(groups: dict[str, Score]) -> Score:
    """Return the score over all languages."""
    return groups.get(ALL) or next(iter(groups.values()))


def table(groups: dict[str, Score], language: str) -> list[str]:
    """Return a row a measure, a column a language; measures of nothing are left out."""
    columns = [measures(score, language) for score in groups.values()]
    rows = [["", *(tell(Said("all"), language) if group == ALL else group for group in groups)]]
    for row in zip(*columns, strict=True):
        if any(measure.value for measure in row):
            rows.append([tell(row[0].title, language), *(cell(measure.value) for measure in row)])
    return aligned(rows)


def cell(value: Share | None) -> str:
    """Return a share with its interval, and the counts where it has them."""
    if value is None:
        return "–"
    text = f"{100 * value.value:5.1f} % [{100 * value.low:.1f}, {100 * value.high:.1f}]"
    return text if value.of is None else f"{text} {value.right}/{value.of}"


def confusion_lines(score: Score, language: str) -> list[str]:
    """Return the table of verdicts: rows are what labels expect, columns what the program said."""
    wanted, got, counts = confusion_table(score)
    rows = [[tell(Said("expected ↓ said →"), language), *(verdict_name(verdict, language) for verdict in got)]]
    rows += [[verdict_name(name, language), *map(str, line)] for name, line in zip(wanted, counts, strict=True)]
    return aligned(rows, right=True)


def verdict_name(verdict: str, language: str) -> str:
    """Return what a verdict is called, or where there was none."""
    known: tuple[str, ...] | None = words(language).VERDICTS.get(verdict)
    return known[0] if known else tell(verdict, language)


def aligned(rows: Sequence[Sequence[str]], right: bool = False) -> list[str]:
    """Return rows with their columns under each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    widths[1:] = [-width for width in widths[1:]] if right else widths[1:]
    return ["  ".join(map(padded, row, widths)).rstrip() for row in rows]


def padded(text: str, width: int) -> str:
    """Return a text as wide as asked, on the left; on the right for a negative width."""
    return text.ljust(width) if width > 0 else text.rjust(-width)


def miss_line(miss: Miss, language: str) -> str:
    """Return a miss on one line, its place in front."""
    return Said(
        "{place}: {what}: {surface}: wanted {wanted}, got {got}{trap}",
        place=miss.place, what=miss.what, surface=inert(miss.surface),
        wanted=outcome(miss.wanted, language), got=outcome(miss.got, language),
        trap=f" ({miss.trap})" if miss.trap else "",
    )  # fmt: skip


def outcome(text: str, language: str) -> str:
    """Return what was wanted or got: a sentence of ours, or verdicts, metrics, codes, a number, a message."""
    if isinstance(text, Said):
        return text
    return EITHER.join(verdict_name(inert(one), language) for one in text.split(EITHER))


def show_json(parts: Sequence[Part], failures: bool, language: str = "en") -> str:
    """Return the scores as JSON text, with sorted keys; programs read English."""
    report = {"schema_version": SCHEMA_VERSION, "parts": [part_object(part, failures) for part in parts]}
    return json.dumps(report, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def part_object(part: Part, failures: bool) -> dict[str, Any]:
    """Return one path's scores."""
    kinds = {}
    for kind, groups in part.groups.items():
        kinds[kind] = {"scores": {name: score_object(score) for name, score in groups.items()}}
        if failures:
            kinds[kind]["failures"] = [miss._asdict() for miss in whole(groups).misses]  # type: ignore[assignment]
    return {"path": part.path, **kinds}


def score_object(score: Score) -> dict[str, Any]:
    """Return one score: measures, counts, and the table of verdicts as expected -> said -> count."""
    wanted, got, counts = confusion_table(score)
    return {
        "cases": score.counts["cases"],
        "wrong_alarms": score.counts["wrong_alarms"],
        "measures": {m.key: m.value and share_object(m.value) for m in measures(score)},
        "confusion": {name: dict(zip(got, row, strict=True)) for name, row in zip(wanted, counts, strict=True)},
    }


def share_object(value: Share) -> dict[str, Any]:
    """Return a share, rounded to four places."""
    told = {"value": round(value.value, 4), "low": round(value.low, 4), "high": round(value.high, 4)}
    return told if value.of is None else {**told, "right": value.right, "of": value.of}
