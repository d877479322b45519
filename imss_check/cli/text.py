"""`imss-check text`: the text that a reader extracts, to which the offsets of a report refer."""

from __future__ import annotations

from imss_check.cli.check import failure, place
from imss_check.cli.status import CommandError
from imss_check.text.read import ReadError, read_draft


def extracted_text(path: str, encoding: str = "utf-8", stdin_filename: str | None = None, prose: bool = False) -> str:
    """Return the text of a draft, or only its prose: what is none is blank, so that every offset stays."""
    try:
        draft = read_draft(path, encoding, stdin_filename)
    except ReadError as error:
        raise CommandError(place(failure(error))) from None
    return draft.clean if prose else draft.text
