"""Drafts in, a report out: on all cores where there are many, from what is kept where nothing changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from typing import NamedTuple

from imss_check import __version__
from imss_check.asof import UNSTATED, find_as_of, unstated_day
from imss_check.facts.base import FactBase, open_base
from imss_check.reports.model import DocumentReport, Failure, Report, facts_info
from imss_check.results import Results, results_folder
from imss_check.said import Said
from imss_check.text.model import Draft

FEW = 8
"""Up to so many drafts are checked here: processes would cost more than they save."""
CHUNK = 4


class Setting(NamedTuple):
    """What all drafts of a run share."""

    as_of: date | None
    message_language: str
    committed: bool
    keep: bool = False
    """Whether reports are kept, and taken from those that were kept before."""
    most: int | None = None
    """How many figures a draft may have."""


class Worker(NamedTuple):
    """What a process has: its own connection to the base, and the reports that are kept."""

    base: FactBase
    setting: Setting
    results: Results | None


WORKERS: list[Worker] = []
"""Of this process: none, or one."""


def cores() -> int:
    """Return how many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def check_many(
    drafts: Iterable[Draft],
    base: FactBase,
    folders: Sequence[str] | None,
    setting: Setting,
    jobs: int | None = None,
) -> Report:
    """Check drafts against the base of some folders, in `jobs` processes (default: one a core).

    Drafts that have too many figures to be checked stand in the report's errors.
    """
    wanted = cores() if jobs is None else jobs
    waiting = iter(drafts)
    begun = list(islice(waiting, FEW + 1)) if wanted > 1 else []
    everything = chain(begun, waiting)
    if len(begun) <= FEW:
        worker = equip(base, setting)
        done = [check_one(draft, worker) for draft in everything]
    else:
        done = list(in_processes(everything, folders, setting, wanted))
    documents = tuple(one for one in done if isinstance(one, DocumentReport))
    return Report(documents, tuple(one for one in done if isinstance(one, Failure)), facts_info(base), __version__)


def in_processes(
    drafts: Iterable[Draft], folders: Sequence[str] | None, setting: Setting, jobs: int
) -> Iterator[DocumentReport | Failure]:
    """Yield what becomes of each draft, in their order."""
    from concurrent.futures import ProcessPoolExecutor  # costs 20 ms, and a single draft needs none

    with ProcessPoolExecutor(jobs, initializer=begin, initargs=(folders, setting)) as pool:
        yield from pool.map(check_one, drafts, chunksize=CHUNK)


def begin(folders: Sequence[str] | None, setting: Setting) -> None:
    """Open the base in a process of its own: a connection does not survive a fork."""
    WORKERS[:] = [equip(open_base(folders), setting)]


def equip(base: FactBase, setting: Setting) -> Worker:
    """Return what a process needs to check drafts."""
    folder = results_folder() if setting.keep else None
    return Worker(base, setting, Results(folder, base.digest, setting) if folder else None)


def check_one(draft: Draft, worker: Worker | None = None) -> DocumentReport | Failure:
    """Check one draft, unless its report is kept; the worker is that of this process where none is given."""
    base, setting, results = worker or WORKERS[0]
    report = results.get(draft) if results else None
    if report is not None and still_speaks(report, setting):
        return report

    # these cost half of the start-up, and a kept report needs none of it
    from imss_check.check import check_draft
    from imss_check.linking.views import TooManyFigures

    day, source = find_as_of(draft, setting.as_of, setting.committed)
    try:
        report = check_draft(draft, base, day, source, setting.message_language, setting.most)
    except TooManyFigures:
        message = Said(
            "more than {most} figures, or numbers without end: split the draft, or say --max-figures", most=setting.most
        )
        return Failure(draft.path, None, None, message)
    if results:
        results.put(draft, report)
    return report


def still_speaks(report: DocumentReport, setting: Setting) -> bool:
    """Whether a draft that states no day of its own still speaks from the day of its report."""
    if report.as_of_source not in UNSTATED:
        return True
    return unstated_day(report.path, setting.committed) == (report.as_of, report.as_of_source)
