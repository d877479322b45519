"""`imss-check explain`: the page of a rule."""

from __future__ import annotations

import re
from pathlib import Path

from imss_check.cli.options import unknown
from imss_check.cli.status import CommandError

PACKAGED = Path(__file__).resolve().parent.parent / "_rules"
CHECKOUT = Path(__file__).resolve().parent.parent.parent / "docs" / "rules"
TITLE = re.compile(r"(?m)^(#+) ([A-Z]+\d{3}) .*$")


def pages(language: str = "en") -> dict[str, str]:
    """Return the page of each rule, by code: a file of its own, or a section of one that has several."""
    found: dict[str, str] = {}
    folder = CHECKOUT if CHECKOUT.is_dir() else PACKAGED
    for path in sorted((folder if language == "en" else folder / language).glob("*.md")):
        text = path.read_text("utf-8")
        titles = list(TITLE.finditer(text))
        ends = [title.start() for title in titles[1:]] + [len(text)]
        for title, end in zip(titles, ends, strict=True):
            found[title.group(2)] = text[title.start() : end].lstrip("#").strip()
    return found


def explain_lines(code: str | None, language: str = "en") -> list[str]:
    """Return the page of a rule, or the titles of all; CommandError if there is no such rule."""
    found = pages(language)
    if code is None:
        return [page.splitlines()[0] for _, page in sorted(found.items())]
    if code.upper() not in found:
        raise CommandError(unknown(code, list(found), "no such rule: {name}"))
    return found[code.upper()].splitlines()
