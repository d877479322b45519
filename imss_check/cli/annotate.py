"""`imss-check annotate`: findings as comments in a copy of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from imss_check.cli.check import check_all, place, read_drafts
from imss_check.cli.config import read_options
from imss_check.cli.status import CommandError
from imss_check.reports.formats import Screen
from imss_check.text.model import Draft
from imss_check.text.read import ReadError


def annotate_file(source: str, target: str, arguments: Sequence[str] = ()) -> list[str]:
    """Write the copy, and return what to say of it; `arguments` are options of `check`."""
    from imss_check.reports.remarks import annotate

    if Path(source).suffix.lower() != ".docx":
        raise CommandError(f"{source}: comments go into Word files (.docx) only")
    _, options = read_options([source, *arguments])

    def read(errors: list[ReadError]) -> Iterator[Draft]:
        return read_drafts([source], options, errors)

    report, base = check_all(read, options, committed=True)
    if report.errors:
        raise CommandError(*map(place, report.errors))
    try:
        added = annotate(Path(source), Path(target), report, Screen(language=options["lang"] or "en", facts=base))
    except ReadError as error:
        raise CommandError(f"{error.path}: {error.message}") from None
    except OSError as error:
        raise CommandError(f"{target}: cannot be written: {error.strerror}") from None
    return [f"{target}: {added} comment{'' if added == 1 else 's'}"]
