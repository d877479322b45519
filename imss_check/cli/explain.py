"""`imss-check explain`: the page of a rule."""

from __future__ import annotations

from pathlib import Path

from imss_check.cli.options import unknown
from imss_check.cli.status import CommandError

PACKAGED = Path(__file__).resolve().parent.parent / "_rules"
CHECKOUT = Path(__file__).resolve().parent.parent.parent / "docs" / "rules"


def pages() -> dict[str, Path]:
    """Return the page of each rule, by code: the checkout's own, else those in the wheel."""
    folder = CHECKOUT if CHECKOUT.is_dir() else PACKAGED
    return {path.stem: path for path in sorted(folder.glob("[A-Z]*[0-9].md"))}


def explain_lines(code: str | None) -> list[str]:
    """Return the page of a rule, or the titles of all; CommandError if there is no such rule."""
    found = pages()
    if code is None:
        return [path.read_text("utf-8").splitlines()[0].removeprefix("# ") for path in found.values()]
    if code.upper() not in found:
        raise CommandError(unknown(code, list(found), "rule"))
    return found[code.upper()].read_text("utf-8").splitlines()
