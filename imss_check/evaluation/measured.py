"""What is told of a score: each measure by name, with what it is a share of."""

from __future__ import annotations

from typing import NamedTuple

from imss_check.evaluation.measures import Share, f1, share
from imss_check.evaluation.model import Score
from imss_check.evaluation.score import NO_FIGURE, UNREAD
from imss_check.reports.model import VERDICTS
from imss_check.reports.words import words
from imss_check.said import Said


class Measure(NamedTuple):
    """A measure: its key in JSON, its title for people, and its value, None where there was nothing to measure."""

    key: str
    title: str
    value: Share | None


PLAIN = (
    ("units", Said("units of % and money right"), "units_right", "units_wanted"),
    ("true_confirmed", Said("right figures confirmed"), "true_confirmed", "true"),
    ("wrong_caught", Said("wrong figures caught"), "wrong_caught", "wrong"),
    ("wrong_supported", Said("wrong figures called supported"), "wrong_supported", "wrong"),
    ("quiet", Said("cases without any wrong alarm"), "quiet", "cases"),
    ("rule_codes_found", Said("expected rule codes found"), "codes_right", "codes_wanted"),
    ("causes_named", Said("cause right, of findings raised"), "codes_right", "codes_given"),
)
"""Key, title, count of what is right, count of all."""
TRIPLES = (
    ("reading", Said("reading"), "read"),
    ("linking", Said("linking"), "link"),
    ("self_checks", Said("self-checks"), "self"),
)
"""Key, title, beginning of the counts `_right`, `_given`, `_wanted`."""


def measures(score: Score, language: str = "en") -> list[Measure]:
    """Return every measure of a score, in the order in which they are shown; titles name verdicts in a language."""
    counts, found, verdicts = score.counts, list[Measure](), words(language).VERDICTS
    for key, title, name in TRIPLES:
        found += triple(key, title, counts[f"{name}_right"], counts[f"{name}_given"], counts[f"{name}_wanted"])
    figures = sum(n for (wanted, _), n in score.confusion.items() if wanted != NO_FIGURE)
    agreeing = sum(n for (wanted, got), n in score.confusion.items() if wanted == got)
    found.append(Measure("verdicts", Said("verdicts as expected"), share(agreeing, figures)))
    for verdict in VERDICTS:
        right = score.confusion[verdict, verdict]
        given = sum(n for (_, got), n in score.confusion.items() if got == verdict)
        wanted = sum(n for (label, _), n in score.confusion.items() if label == verdict)
        found += triple(verdict, verdicts[verdict][0], right, given, wanted)
    found += [Measure(key, title, share(counts[right], counts[of])) for key, title, right, of in PLAIN]
    return found


def triple(key: str, title: str, right: int, given: int, wanted: int) -> list[Measure]:
    """Return precision, recall and F1."""
    return [
        Measure(f"{key}.precision", Said("{title}: precision", title=title), share(right, given)),
        Measure(f"{key}.recall", Said("{title}: recall", title=title), share(right, wanted)),
        Measure(f"{key}.f1", Said("{title}: F1", title=title), f1(right, given, wanted)),
    ]


def confusion_table(score: Score) -> tuple[list[str], list[str], list[list[int]]]:
    """Return the verdicts that labels expect, those that the program gave, and the counts, a row a label's verdict."""
    wanted = [v for v in (*VERDICTS, NO_FIGURE) if any(label == v for label, _ in score.confusion)]
    got = [v for v in (*VERDICTS, UNREAD) if any(given == v for _, given in score.confusion)]
    return wanted, got, [[score.confusion[label, given] for given in got] for label in wanted]
