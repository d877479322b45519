"""`imss-check explain`: the page of a rule."""

from __future__ import annotations

import re
from pathlib import Path

from imss_check.cli.options import unknown
from imss_check.cli.status import CommandError

PACKAGED = Path(__file__).resolve().parent.parent / "_rules"
CHECKOUT = Path(__file__).resolve().parent.parent.parent / "docs" / "rules"
TITLE = re.compile(r"(?m)^(#+) ([A-Z]+\d{3}) .*$")


def pages() -> dict[str, str]:
    """Return the page of each rule, by code: a file of its own, or a section of one that has several."""
    found: dict[str, str] = {}
    for path in sorted((CHECKOUT if CHECKOUT.is_dir() else PACKAGED).glob("*.md")):
        text = path.read_text("utf-8")
        titles = list(TITLE.finditer(text))
        ends = [title.start() for title in titles[1:]] + [len(text)]
        for title, end in zip(titles, ends, strict=True):
            found[title.group(2)] = text[title.start() : end].lstrip("#").strip()
    return found


def explain_lines(code: str | None) -> list[str]:
    """Return the page of a rule, or the titles of all; CommandError if there is no such rule."""
    found = pages()
    if code is None:
        return [page.splitlines()[0] for _, page in sorted(found.items())]
    if code.upper() not in found:
        raise CommandError(unknown(code, list(found), "rule"))
    return found[code.upper()].splitlines()
