"""Many drafts on all cores: the same report, whatever the number of processes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from typing import NamedTuple

from imss_check.asof import find_as_of
from imss_check.check import check_draft, check_drafts
from imss_check.facts.base import FactBase, open_base
from imss_check.reports.model import DocumentReport, Report
from imss_check.text.model import Draft

FEW = 8
"""Up to so many drafts are checked here: processes would cost more than they save."""
CHUNK = 4


class Setting(NamedTuple):
    """What all drafts of a run share."""

    as_of: date | None
    message_language: str
    committed: bool


class Worker(NamedTuple):
    """What a process keeps: its own connection to the base."""

    base: FactBase
    setting: Setting


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
    """Check drafts against the base of some folders, in `jobs` processes (default: one a core)."""
    wanted = cores() if jobs is None else jobs
    waiting = iter(drafts)
    begun = list(islice(waiting, FEW + 1)) if wanted > 1 else []
    everything = chain(begun, waiting)
    if len(begun) <= FEW:
        return check_drafts(
            everything,
            setting.as_of,
            base,
            message_language=setting.message_language,
            committed=setting.committed,
        )
    empty = check_drafts((), facts=base)
    return empty._replace(documents=tuple(in_processes(everything, folders, setting, wanted)))


def in_processes(
    drafts: Iterable[Draft], folders: Sequence[str] | None, setting: Setting, jobs: int
) -> Iterator[DocumentReport]:
    """Yield what becomes of each draft, in their order."""
    from concurrent.futures import ProcessPoolExecutor  # costs 20 ms, and a single draft needs none

    with ProcessPoolExecutor(jobs, initializer=begin, initargs=(folders, setting)) as pool:
        yield from pool.map(check_one, drafts, chunksize=CHUNK)


def begin(folders: Sequence[str] | None, setting: Setting) -> None:
    """Open the base in a process of its own: a connection does not survive a fork."""
    WORKERS[:] = [Worker(open_base(folders), setting)]


def check_one(draft: Draft) -> DocumentReport:
    """Check one draft in a process of its own."""
    base, setting = WORKERS[0]
    day, source = find_as_of(draft, setting.as_of, setting.committed)
    return check_draft(draft, base, day, source, setting.message_language)
