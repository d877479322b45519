"""`imss-check ledger`: record the figures of published drafts, and see which of them a changed fact breaks."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from imss_check.asof import find_as_of
from imss_check.check import check_draft
from imss_check.cli.base import open_facts
from imss_check.cli.check import failure, place
from imss_check.cli.output import complain, write
from imss_check.cli.status import CommandError, Status
from imss_check.facts.base import FactBase
from imss_check.ledger.audit import audit
from imss_check.ledger.model import Entry, LedgerError, find_ledger, ledger_text, read_ledger
from imss_check.ledger.record import record, text_digest
from imss_check.reports.inert import inert
from imss_check.reports.model import SEVERITIES
from imss_check.reports.notices import Notice, notice, notice_line, worst_notice
from imss_check.reports.words import words
from imss_check.said import Said, because
from imss_check.text.read import ReadError, read_draft
from imss_check.text.scan import find_drafts

COMMAND = "imss-check ledger"


def update(
    paths: Sequence[str], file: str | None, facts: Sequence[str], as_of: date | None, language: str, encoding: str
) -> Status:
    """Record drafts; without a path those that the ledger has, and drop those that are gone."""
    say = words(language, "notices").MESSAGES
    ledger = file or find_ledger(common_folder(paths))
    entries = {entry.path: entry for entry in load(ledger, missing=bool(paths))}
    names, errors = find_drafts(list(paths))
    if not paths:
        gone = [path for path in entries if not os.path.isfile(from_ledger(ledger, path))]
        for path in gone:
            del entries[path]
            write(f"{say['dropped'].format(path=inert(path))}\n")
        names = [from_ledger(ledger, path) for path in entries]
    base = open_facts(facts)
    for name in names:
        path = to_ledger(ledger, name)
        try:
            entries[path] = recorded(name, path, entries.get(path), base, as_of, encoding)
        except ReadError as error:
            errors.append(error)
            continue
        write(f"{say['recorded'].format(path=inert(name), day=entries[path].as_of, **counts([entries[path]]))}\n")
    save(ledger, ledger_text(entries.values()))
    return complain((place(failure(error)) for error in errors), COMMAND) if errors else Status.CLEAN


def check(file: str | None, facts: Sequence[str], language: str, fail_on: str, encoding: str) -> Status:
    """Name every draft that a changed fact breaks, and why; list the exemptions."""
    say = words(language, "notices").MESSAGES
    ledger = file or find_ledger(".")
    entries = load(ledger, missing=False)
    base = open_facts(facts)
    shown = [entry._replace(path=from_ledger(ledger, entry.path)) for entry in entries]
    errors: list[ReadError] = []
    found = [*(n for entry in shown for n in compare(entry, language, encoding, errors)), *audit(shown, base, language)]
    found.sort(key=lambda n: n[:3])
    lines = [notice_line(one) for one in found]
    exempt = [(entry.path, exemption) for entry in shown for exemption in entry.exempt]
    for path, one in exempt:
        lines.append(f"{inert(path)}:{one.line}:{one.column}: {inert(say['exempt'].format(**one._asdict()))}")
    lines.append(say["ledger"].format(drafts=len(shown), found=len(found), exempt=len(exempt), **counts(shown)))
    write("".join(f"{line}\n" for line in lines))
    if errors:
        return complain((place(failure(error)) for error in errors), COMMAND)
    bad = fail_on != "never" and worst_notice(found) >= SEVERITIES.index(fail_on)
    return Status.FOUND if bad else Status.CLEAN


def recorded(name: str, path: str, old: Entry | None, base: FactBase, as_of: date | None, encoding: str) -> Entry:
    """Return the entry of a draft. One that has not changed keeps the day that it speaks from."""
    draft = read_draft(name, encoding)
    if as_of is None and old is not None and old.digest == text_digest(draft.text):
        as_of = old.as_of
    day, source = find_as_of(draft, as_of)
    return record(check_draft(draft, base, day, source), path, base)


def compare(entry: Entry, language: str, encoding: str, errors: list[ReadError]) -> list[Notice]:
    """Return what is wrong with a draft as a whole: it is gone, or is not what was recorded."""
    if not os.path.isfile(entry.path):
        return [notice(entry.path, (0, 0), "L106", language)]
    try:
        same = text_digest(read_draft(entry.path, encoding).text) == entry.digest
    except ReadError as error:
        errors.append(error)
        return []
    return [] if same else [notice(entry.path, (0, 0), "L105", language)]


def counts(entries: list[Entry]) -> dict[str, int]:
    """Return how many figures there are, and how many rest on facts."""
    figures = [figure for entry in entries for figure in entry.figures]
    return {"figures": len(figures), "resting": sum(figure.verdict in ("supported", "disputed") for figure in figures)}


def load(path: str, missing: bool) -> list[Entry]:
    """Return the entries of a ledger; an empty one where there may be none yet. CommandError if it is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return read_ledger(file.read())
    except FileNotFoundError:
        if missing:
            return []
        raise CommandError(
            Said("{path}: there is no ledger; `imss-check ledger update PATH` begins one", path=path)
        ) from None
    except (OSError, ValueError, LedgerError) as error:
        raise CommandError(
            Said("{path}: {why}", path=path, why=because(error) if isinstance(error, OSError) else error)
        ) from None


def save(path: str, text: str) -> None:
    """Write a ledger whole or not at all; one that stays the same is not touched."""
    with suppress(OSError, ValueError), open(path, encoding="utf-8", newline="") as file:
        if file.read() == text:
            return
    draft = f"{path}.{os.getpid()}.tmp"
    try:
        with open(draft, "x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException as error:
        with suppress(OSError):
            os.unlink(draft)
        if isinstance(error, OSError):
            raise CommandError(Said("{path}: cannot be written: {why}", path=path, why=because(error))) from None
        raise


def common_folder(paths: Sequence[str]) -> str:
    """Return the folder that holds all of some paths."""
    folders = [path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths]
    return os.path.relpath(os.path.commonpath([os.path.abspath(folder) for folder in folders])) if folders else "."


def to_ledger(ledger: str, path: str) -> str:
    """Return the path of a draft as its ledger has it: from the ledger's folder, with slashes."""
    return os.path.relpath(path, os.path.dirname(ledger) or ".").replace(os.sep, "/")


def from_ledger(ledger: str, path: str) -> str:
    """Return the path of a recorded draft from where we are."""
    return os.path.normpath(os.path.join(os.path.dirname(ledger), *path.split("/")))
