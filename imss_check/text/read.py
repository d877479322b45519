"""Read a draft from a file or from standard input."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

from imss_check.said import Said, because
from imss_check.text.model import Draft

READERS = {
    ".md": "imss_check.text.markdown",
    ".markdown": "imss_check.text.markdown",
    ".txt": "imss_check.text.plain",
    ".text": "imss_check.text.plain",
    "": "imss_check.text.plain",
    ".docx": "imss_check.text.docx",
    ".odt": "imss_check.text.odt",
    ".pdf": "imss_check.text.pdf",
    ".html": "imss_check.text.html",
    ".htm": "imss_check.text.html",
}
"""File ending -> module with `from_text(text, path) -> Draft`, or `from_bytes(data, path, encoding)` where the file
itself says how it is encoded; imported when such a file is met."""
STDIN = "-"
MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"PK\x03\x04": Said("a zipped format"), b"%PDF": "PDF"}


class ReadError(Exception):
    """A draft that cannot be read: where, and what to do about it."""

    def __init__(self, path: str, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.path, self.line, self.column, self.message = path, line, column, message


def read_draft(path: str, encoding: str = "utf-8", stdin_filename: str | None = None) -> Draft:
    """Read a draft; `-` is standard input, whose kind follows the name given for it.

    Errors: ReadError if there is no such file, if it cannot be read, is no kind of draft, or no text in `encoding`.
    """
    module = reader(stdin_filename or "" if path == STDIN else path, path)
    shown = stdin_filename or path if path == STDIN else path
    return draft_from_bytes(read_bytes(path), module, shown, encoding)


def draft_from_bytes(data: bytes, module: str, path: str, encoding: str = "utf-8") -> Draft:
    """Read a draft from what a file holds."""
    reading = import_module(module)
    draft: Draft
    if hasattr(reading, "from_bytes"):
        draft = reading.from_bytes(data, path, encoding)
    else:
        draft = reading.from_text(decode(data, path, encoding), path)
    return draft


def draft_from_text(text: str, path: str = "-", markdown: bool = False) -> Draft:
    """Read a text that is at hand already."""
    draft: Draft = import_module(READERS[".md" if markdown else ".txt"]).from_text(text, path)
    return draft


def reader(name: str, path: str) -> str:
    """Return the module that reads files of such a name."""
    ending = os.path.splitext(name)[1].lower()
    if ending not in READERS:
        known = ", ".join(e for e in READERS if e)
        raise ReadError(
            path,
            Said(
                "a {ending} file is no draft that imss-check reads: it reads {known} and plain text",
                ending=ending,
                known=known,
            ),
        )
    return READERS[ending]


def read_bytes(path: str) -> bytes:
    """Return what a file holds."""
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise ReadError(path, Said("no such file or directory")) from None
    except IsADirectoryError:
        raise ReadError(path, Said("is a directory, not a draft")) from None
    except PermissionError:
        raise ReadError(path, Said("may not be read: permission denied")) from None
    except (OSError, ValueError) as error:
        raise ReadError(
            path, Said("cannot be read: {why}", why=because(error) if isinstance(error, OSError) else error)
        ) from None


def decode(data: bytes, path: str, encoding: str = "utf-8") -> str:
    """Return the text as it stands, line ends and byte order mark included."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + before.replace(b"\r\n", b"\n").count(b"\r") + 1
        column = len(before[max(before.rfind(b"\n"), before.rfind(b"\r")) + 1 :].decode(encoding, "replace")) + 1
        kind = next((name for mark, name in MARKS.items() if data.startswith(mark)), None)
        message = Said(
            "not {encoding}: byte 0x{byte:02x} at offset {offset}; {advice}",
            encoding=encoding.upper(),
            byte=data[error.start],
            offset=error.start,
            advice=Said("it looks like {kind}", kind=kind)
            if kind
            else Said("save it as UTF-8, or say --encoding windows-1252 if it is"),
        )
        raise ReadError(path, message, line, column) from None
