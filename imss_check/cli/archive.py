"""`imss-check archive`: a whole archive in parallel, and the page of a run."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from imss_check.cli.base import open_facts
from imss_check.cli.output import write
from imss_check.cli.status import CommandError, Status
from imss_check.progress import Progress
from imss_check.reports.model import SEVERITIES
from imss_check.said import Said

if TYPE_CHECKING:
    from imss_check.archive.tally import Tally


def archive(
    dataset: str,
    out: str,
    *,
    scheduler: str | None,
    jobs: int | None,
    as_of: date | None,
    block: int | None,
    facts: list[str],
    fail_on: str,
    language: str,
) -> Status:
    """Check a dataset, print the tables of the run, and return the exit status."""
    run = needed()
    base = open_facts(facts)
    try:
        with Progress(Said("checking")) as bar:
            result = run.run_archive(
                dataset, out, base, scheduler=scheduler, jobs=jobs, as_of=as_of, block=block,
                progress=lambda done, total, rows: bar(done, total, Said("parts, {rows:,} rows", rows=rows)),
            )  # fmt: skip
    except run.RunError as error:
        raise CommandError(*error.lines) from None
    show(result.tally, language)
    return status_of(result.tally, fail_on)


def archive_report(folder: str, language: str) -> Status:
    """Print the page of a run that is complete."""
    run = needed()
    from imss_check.archive.page import render

    try:
        result = run.read_result(folder)
    except run.RunError as error:
        raise CommandError(*error.lines) from None
    write(render(result.manifest, result.tally, language))
    return Status.CLEAN


def needed() -> Any:
    """Return the module that runs archives; CommandError where its packages are not installed."""
    try:
        from imss_check.archive import run
    except ModuleNotFoundError as error:
        raise CommandError(
            Said(
                "imss-check archive needs more packages: pip install 'imss-check[archive]' ({name} is missing)",
                name=error.name,
            )
        ) from None
    return run


def show(tally: Tally, language: str) -> None:
    """Print the tables at the end of a run."""
    from imss_check.archive.summary import lines, sections

    write("".join(f"{line}\n" for line in lines(sections(tally, language=language))))


def status_of(tally: Tally, fail_on: str) -> Status:
    """Return the exit status: rows that were not checked outrank any finding."""
    if tally["errors",]:
        return Status.TROUBLE
    failing = SEVERITIES[SEVERITIES.index(fail_on) :] if fail_on != "never" else ()
    return Status.FOUND if any(tally["severity", severity] for severity in failing) else Status.CLEAN
