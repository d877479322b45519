"""`imss-check twins`: a draft against its translation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from imss_check.check import check_drafts
from imss_check.cli.base import open_facts
from imss_check.cli.check import failure, place
from imss_check.cli.output import complain, write
from imss_check.cli.status import Status
from imss_check.reports.inert import inert
from imss_check.reports.model import SEVERITIES
from imss_check.reports.notices import notice_line, worst_notice
from imss_check.reports.words import words
from imss_check.text.model import Draft
from imss_check.text.read import ReadError, read_draft
from imss_check.twins import compare_twins, find_pairs, side

COMMAND = "imss-check twins"


def twins(
    paths: Sequence[str], facts: Sequence[str], as_of: date | None, language: str, fail_on: str, encoding: str
) -> Status:
    """Compare two drafts, and say what differs."""
    drafts: list[Draft] = []
    errors: list[ReadError] = []
    for path in paths:
        try:
            drafts.append(read_draft(path, encoding))
        except ReadError as error:
            errors.append(error)
    if errors:
        return complain((place(failure(error)) for error in errors), COMMAND)
    base = open_facts(facts)
    a, b = map(side, check_drafts(drafts, as_of, base).documents)
    pairs = find_pairs(a, b, base)
    found = list(compare_twins(a, b, pairs, base, language))
    end = words(language, "notices").MESSAGES["twins"].format(
        a=inert(a.path), count_a=len(a.claims), b=inert(b.path), count_b=len(b.claims), pairs=len(pairs),
        found=len(found),
    )  # fmt: skip
    write("".join(f"{line}\n" for line in (*map(notice_line, found), end)))
    bad = fail_on != "never" and worst_notice(found) >= SEVERITIES.index(fail_on)
    return Status.FOUND if bad else Status.CLEAN
