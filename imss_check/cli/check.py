"""`imss-check check`: drafts in, findings out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from imss_check.cli.base import fact_folders, open_facts
from imss_check.cli.baseline import replace, with_baseline
from imss_check.cli.config import read_options
from imss_check.cli.options import STATED
from imss_check.cli.output import complain, screen, write
from imss_check.cli.patterns import exempt_files, matching
from imss_check.cli.status import CommandError, Status
from imss_check.facts.base import FactBase
from imss_check.reports.formats import Format, Screen, format_names, load_format
from imss_check.reports.model import SEVERITIES, Failure, Report
from imss_check.reports.select import select_findings
from imss_check.reports.summary import share_checked, worst
from imss_check.said import Said, because
from imss_check.text.model import Draft
from imss_check.text.read import STDIN, ReadError, read_draft
from imss_check.text.scan import find_drafts

if TYPE_CHECKING:
    from imss_check.git.changed import Since

Outputs = list[tuple[Format, str | None]]
Reader = Callable[[list[ReadError]], Iterable[Draft]]
"""Yields drafts, and notes those that cannot be read in the list that it is given."""
COMMAND = "imss-check check"


def check(arguments: Sequence[str]) -> Status:
    """Run the command with the arguments behind its name."""
    try:
        paths, options = read_options(arguments)
        if not paths:
            raise CommandError(Said("no draft is named: give files or folders, or - for standard input"))
        names, trouble = find_drafts(paths)
        names = not_excluded(names, options)
        changes = changed_since(options["changed_since"])
        if changes:
            names = [n for n in names if changes.old(options["stdin_filename"] or n if n == STDIN else n) is not None]

        if options["diff"] or options["fix"]:
            from imss_check.cli.mend import mend_drafts

            return mend_drafts(names, trouble, options, changes)

        def read(errors: list[ReadError]) -> Iterator[Draft]:
            errors += trouble
            return read_drafts(names, options, errors)

        return check_read(read, options, changes=changes)
    except CommandError as error:
        return complain(error.lines, COMMAND)


def check_read(
    read: Reader, options: dict[str, Any], command: str = COMMAND, changes: Since | None = None, committed: bool = True
) -> Status:
    """Check the drafts that are read, wherever they are, and write the report; CommandError if that cannot be done."""
    outputs = read_outputs(options["format"]) if options["format"] or not options.get("diff") else []
    report, base = check_all(read, options, committed)
    if changes:
        from imss_check.git.changed import keep_changed

        report = keep_changed(report, changes, options["encoding"])
    send(report, base, outputs, options)
    complain((place(error) for error in report.errors), command)
    poor = below_coverage(report, options["min_coverage"], command)
    return status_of(report, options["fail_on"]) or (Status.FOUND if poor else Status.CLEAN)


def check_all(read: Reader, options: dict[str, Any], committed: bool) -> tuple[Report, FactBase]:
    """Check every draft that is read; those that cannot be read stand in the report's errors."""
    from imss_check.parallel import Setting, check_many

    selected, ignored = known_codes(options["select"]), known_codes(options["ignore"])
    errors: list[ReadError] = []
    base = open_facts(options["facts"])
    language = language_of(options)
    day = options["as_of"]
    most = None if options["max_figures"] == "none" else int(options["max_figures"])
    setting = Setting(None if day == STATED else day, language, committed, not options["no_cache"], most)
    report = check_many(read(errors), base, fact_folders(options["facts"]), setting, options["jobs"])
    if day == STATED:
        report = only_stated(report, errors)
    failures = sorted((*report.errors, *map(failure, errors)), key=lambda f: f.path)
    report = select_findings(report._replace(errors=tuple(failures)), selected, ignored)
    report = exempt_files(report, options["per_file_ignores"], options["folder"])
    return with_baseline(report, options), base


def not_excluded(names: list[str], options: dict[str, Any]) -> list[str]:
    """Return the drafts that the configuration does not exclude; where it excludes all of them, that is said."""
    if not options["exclude"]:
        return names
    kept = [name for name in names if not matching(name, options["exclude"], options["folder"])]
    if names and not kept:
        complain([Said("every draft is excluded by the configuration")], COMMAND)
    return kept


def only_stated(report: Report, errors: list[ReadError]) -> Report:
    """Return the report without the drafts that do not say which day they speak from; these are errors."""
    stated = tuple(d for d in report.documents if d.as_of_source in ("front_matter", "text"))
    unsaid = (d.path for d in report.documents if d not in stated)
    errors += (ReadError(path, Said("does not state its day, and --as-of stated asks for one")) for path in unsaid)
    return report._replace(documents=stated)


def changed_since(revision: str | None) -> Since | None:
    """Return what changed since a revision, if one is named; CommandError if git cannot tell."""
    if revision is None:
        return None
    from imss_check.git.changed import since
    from imss_check.git.run import GitError

    try:
        return since(revision)
    except GitError as error:
        raise CommandError(Said("--changed-since {revision}: {why}", revision=revision, why=error)) from None


def read_drafts(names: list[str], options: dict[str, Any], errors: list[ReadError]) -> Iterator[Draft]:
    """Yield the drafts one by one, and note those that cannot be read."""
    for name in names:
        try:
            yield read_draft(name, options["encoding"], options["stdin_filename"])
        except ReadError as error:
            errors.append(error)


def failure(error: ReadError) -> Failure:
    """Return a draft that cannot be read as a report has it."""
    return Failure(error.path, error.line, error.column, error.message)


def known_codes(groups: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the codes that were given in several options as one list; CommandError if one begins no rule."""
    found = tuple(code for group in groups for code in group)
    if not found:
        return ()
    from imss_check.verdicts.findings import RULES  # not needed where no code is named

    for code in found:
        if not any(rule.startswith(code) for rule in RULES):
            raise CommandError(Said("no rule begins with {code}; `imss-check explain` lists them", code=code))
    return found


def read_outputs(named: list[str]) -> Outputs:
    """Return the formats to write and the file of each; None is standard output, which takes one of them."""
    outputs: Outputs = []
    for text in named or ["terminal" if sys.stdout.isatty() else "lines"]:
        name, equals, path = text.partition("=")
        try:
            outputs.append((load_format(name), path if equals else None))
        except KeyError:
            raise CommandError(
                Said("no such format: {name}; there are {known}", name=name, known=", ".join(format_names()))
            ) from None
        if equals and not path:
            raise CommandError(Said("--format {text}: the file is missing behind the =", text=text))
    if sum(path is None for _, path in outputs) > 1:
        raise CommandError(
            Said("only one format goes to standard output: give the others a file, as in --format json=FILE")
        )
    return outputs


def send(report: Report, base: FactBase, outputs: Outputs, options: dict[str, Any]) -> None:
    """Write the report in each format; what a CI job shows beside it goes where the runner says."""
    plain = Screen(language=language_of(options), facts=base, show=options["show"])
    shown = screen(options["color"], plain)
    for format_, path in outputs:
        if path is None:
            write(format_.render(report, shown))
        else:
            save(path, format_.render(report, plain), "w")
        summary = os.environ.get("GITHUB_STEP_SUMMARY") if format_.step_summary else None
        if format_.step_summary and summary:
            save(summary, format_.step_summary(report, plain), "a")


def language_of(options: dict[str, Any]) -> str:
    """Return the language of a report: what is said, else the locale's; English if a program is to read it."""
    if options["lang"]:
        return str(options["lang"])
    from imss_check.said import by_locale

    return by_locale() if all(format_.for_people for format_, _ in read_outputs(options["format"])) else "en"


def save(path: str, text: str, mode: str) -> None:
    """Write or append a text to a file; a plain one is written whole or not at all."""
    if mode == "w" and not os.path.islink(path) and (os.path.isfile(path) or not os.path.exists(path)):
        replace(path, text)
        return
    try:
        with open(path, mode, encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        raise CommandError(Said("{path}: cannot be written: {why}", path=path, why=because(error))) from None


def place(error: Failure) -> str:
    """Return an error with its place in front."""
    where = [error.path, *(str(number) for number in (error.line, error.column) if number is not None)]
    return Said("{where}: {why}", where=":".join(where), why=error.message)


def below_coverage(report: Report, least: Decimal | None, command: str) -> bool:
    """Whether too few figures could be held against the base, which is then said."""
    if least is None:
        return False
    share = share_checked(report.documents)
    if share >= least:
        return False
    short = Said(
        "only {share:.1f}% of the figures could be checked, and --min-coverage asks for {least}%",
        share=share,
        least=least,
    )
    complain([short], command)
    return True


def status_of(report: Report, fail_on: str) -> Status:
    """Return the exit status: something unread outranks any finding."""
    if report.errors:
        return Status.TROUBLE
    if fail_on == "never" or worst(report.documents) < SEVERITIES.index(fail_on):
        return Status.CLEAN
    return Status.FOUND
