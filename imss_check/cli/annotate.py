"""`imss-check annotate`: findings as comments in a copy of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from imss_check.cli.check import check_all, language_of, place, read_drafts
from imss_check.cli.config import read_options
from imss_check.cli.status import CommandError
from imss_check.reports.formats import Screen
from imss_check.said import Said, because, tell
from imss_check.text.model import Draft
from imss_check.text.read import ReadError


def annotate_file(source: str, target: str, arguments: Sequence[str] = ()) -> list[str]:
    """Write the copy, and return what to say of it; `arguments` are options of `check`."""
    from imss_check.reports.remarks import annotate

    if Path(source).suffix.lower() != ".docx":
        raise CommandError(Said("{source}: comments go into Word files (.docx) only", source=source))
    _, options = read_options([source, *arguments])

    def read(errors: list[ReadError]) -> Iterator[Draft]:
        return read_drafts([source], options, errors)

    report, base = check_all(read, options, committed=True)
    if report.errors:
        raise CommandError(*map(place, report.errors))
    try:
        added = annotate(Path(source), Path(target), report, Screen(language=language_of(options), facts=base))
    except ReadError as error:
        raise CommandError(Said("{path}: {why}", path=error.path, why=error.message)) from None
    except OSError as error:
        raise CommandError(Said("{target}: cannot be written: {why}", target=target, why=because(error))) from None
    told = Said("{target}: 1 comment", target=target)
    return [tell(told if added == 1 else Said("{target}: {count} comments", target=target, count=added))]
