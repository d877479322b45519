"""`check --diff` and `check --fix`: suggestions shown as a patch, or put into the drafts."""

from __future__ import annotations

import os
import re
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from difflib import unified_diff
from typing import TYPE_CHECKING, Any, NamedTuple

from imss_check.cli.check import COMMAND, check_all, check_read, language_of, read_drafts, read_outputs
from imss_check.cli.output import complain, write
from imss_check.cli.status import CommandError, Status
from imss_check.mend import mend
from imss_check.reports.inert import inert
from imss_check.reports.model import DocumentReport
from imss_check.reports.words import words
from imss_check.said import because, tell
from imss_check.text.model import Draft
from imss_check.text.read import STDIN, ReadError, decode, draft_from_bytes, read_bytes, reader

if TYPE_CHECKING:
    from imss_check.git.changed import Since

KINDS = frozenset(("imss_check.text.plain", "imss_check.text.markdown"))
LINE = re.compile(r"[^\n]*\n|[^\n]+")


class File(NamedTuple):
    """A draft that can be mended: its name, what it is called, how it is read, what it holds."""

    name: str
    shown: str
    module: str
    data: bytes
    encoding: str

    @property
    def text(self) -> str:
        """What it holds, as text."""
        return decode(self.data, self.shown, self.encoding)

    def with_text(self, text: str) -> File:
        """Return the file with another text in it; UnicodeEncodeError where its encoding cannot write that."""
        return self._replace(data=text.encode(self.encoding))

    def draft(self) -> Draft:
        """Return what it holds as a draft."""
        return draft_from_bytes(self.data, self.module, self.shown, self.encoding)


def mend_drafts(names: list[str], trouble: list[ReadError], options: dict[str, Any], changes: Since | None) -> Status:
    """Mend the drafts of these names, show or write what changed, and report on the drafts as they then are."""
    data = words(language_of(options), "mending")
    refuse(names, options, data.TEXT)
    unread: dict[str, ReadError] = {}
    files = {file.name: file for file in find_files(names, options, unread)}
    notes, failed = [], False
    for old in list(files.values()):
        new, count, why = mended(old, options, changes)
        if options["diff"] and count:
            write(patch(old, new))
        if options["fix"] and count:
            why = save(old, new)
            files[old.name] = old if why else new
        if why:
            failed = True
            notes.append(f"{old.shown}: {data.TEXT[why[0]].format(*why[1:])}")
        elif count:
            told = data.FIGURE[count > 1].format(count=count)
            notes.append(data.TEXT["mended" if options["fix"] else "could"].format(count=told, path=old.shown))
    complain(notes, COMMAND)

    def read(errors: list[ReadError]) -> Iterator[Draft]:
        errors += [*trouble, *unread.values()]
        for name in names:
            if name in files:
                yield files[name].draft()
            elif name not in unread:
                yield from read_drafts([name], options, errors)

    return max(check_read(read, options, changes=changes), Status.TROUBLE if failed else Status.CLEAN)


def refuse(names: list[str], options: dict[str, Any], text: dict[str, str]) -> None:
    """Refuse options that do not go together."""
    if options["write_baseline"] or options["prune_baseline"]:
        raise CommandError(text["no_baseline"])
    if options["fix"] and STDIN in names:
        raise CommandError(text["no_draft"])
    if options["diff"] and options["format"] and any(path is None for _, path in read_outputs(options["format"])):
        raise CommandError(text["no_report"])


def find_files(names: list[str], options: dict[str, Any], unread: dict[str, ReadError]) -> Iterator[File]:
    """Yield the drafts that can be mended, and note those that cannot be read; what two names lead to stands under the
    first."""
    seen = set()
    for name in names:
        stdin_name = options["stdin_filename"]
        shown = stdin_name or name if name == STDIN else name
        try:
            module = reader(stdin_name or "" if name == STDIN else name, name)
            if module in KINDS and os.path.realpath(name) not in seen:
                file = File(name, shown, module, read_bytes(name), options["encoding"])
                file.draft()
                seen.add(os.path.realpath(name))
                yield file
        except ReadError as error:
            unread[name] = error


def mended(file: File, options: dict[str, Any], changes: Since | None) -> tuple[File, int, tuple[str, ...]]:
    """Return a file with its suggestions in it, how many these are, and why it is not mended: a message, its values."""
    check = checker(file, options, changes)
    document = check(file.text)
    if document is None:
        return file, 0, ()
    result = mend(document, check)
    if not result.settled:
        return file, 0, ("unsettled",)
    if not result.edits:
        return file, 0, ()
    if file.with_text(file.text).data != file.data:
        return file, 0, ("encoding", file.encoding)
    return file.with_text(result.text), result.edits, ()


def checker(file: File, options: dict[str, Any], changes: Since | None) -> Callable[[str], DocumentReport | None]:
    """Return what checks a text in place of a file's own, exemptions and all."""

    def check(text: str) -> DocumentReport | None:
        try:
            draft = file.draft() if text == file.text else file.with_text(text).draft()
        except (UnicodeEncodeError, ReadError):
            return None
        report, _ = check_all(lambda errors: [draft], options, committed=True)
        if changes:
            from imss_check.git.changed import keep_changed

            report = keep_changed(report, changes, file.encoding)
        return report.documents[0] if report.documents else None

    return check


def patch(old: File, new: File) -> str:
    """Return the change of a file as a unified diff; on a terminal what is in the draft only shows itself."""
    name = inert(old.shown)
    lines = []
    for line in unified_diff(LINE.findall(old.text), LINE.findall(new.text), name, name):
        lines.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    if sys.stdout.isatty():
        return "".join(f"{inert(line.rstrip())}\n" for line in lines)
    return "".join(lines)


def save(old: File, new: File) -> tuple[str, ...]:
    """Write a file anew, and return why it was not; if the run is interrupted, the old or the new one is there."""
    path = os.path.realpath(old.name)
    fresh = None
    try:
        handle, fresh = tempfile.mkstemp(dir=os.path.dirname(path), prefix=f".{os.path.basename(path)}.")
        with os.fdopen(handle, "wb") as file:
            file.write(new.data)
            file.flush()
            os.fsync(file.fileno())
        with open(path, "r+b") as file:  # a file that may not be written is not replaced either
            if file.read() != old.data:
                return ("changed",)
        os.chmod(fresh, stat.S_IMODE(os.stat(path).st_mode))
        os.replace(fresh, path)
        fresh = None
    except OSError as error:
        return ("unwritable", tell(because(error)))
    finally:
        if fresh is not None:
            os.unlink(fresh)
    return ()
