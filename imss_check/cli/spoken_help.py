"""Help and usage errors in the user's language: typer speaks English only.

Our own texts are looked up as they are in `languages/<code>/help.py`; its sentences arrive with their blanks filled
in, and are found by their templates.
"""

from __future__ import annotations

import io
import re
from functools import cache
from typing import Any

from imss_check.reports.words import words

EXTRAS = re.compile(r"(?s)(?:(.*?)  )?\[([^\[\]]+)\]")
"""What typer puts behind the help of an option: `[required]`, `[default: 10; x>=1]`."""
BLANK = re.compile(r"\{(\w+)\}")


def speak(command: Any, language: str) -> None:
    """Turn a command, and all below it, into a language."""
    command.context_class = type("Context", (command.context_class,), {"formatter_class": formatter(command, language)})
    metavars = words(language, "help").METAVARS
    for key in ("help", "short_help"):
        setattr(command, key, retold(getattr(command, key) or "", language) or None)
    for key in ("options_metavar", "subcommand_metavar"):
        if hasattr(command, key):
            setattr(command, key, metavars.get(getattr(command, key), getattr(command, key)))
    for parameter in command.params:
        parameter.help = retold(parameter.help or "", language)
        parameter.metavar = metavars.get(parameter.metavar, parameter.metavar)
    for below in getattr(command, "commands", {}).values():
        speak(below, language)


def formatter(command: Any, language: str) -> type:
    """Return typer's formatter with its own words in a language."""
    base: Any = command.context_class.formatter_class

    class Formatter(base):  # type: ignore[misc]
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, retold("Usage: ", language))

        def write_heading(self, heading: str) -> None:
            super().write_heading(retold(heading, language))

        def write_dl(self, rows: list[tuple[str, str]], *sizes: int) -> None:
            super().write_dl([(name, with_extras(text, language)) for name, text in rows], *sizes)

    return Formatter


def with_extras(text: str, language: str) -> str:
    """Return the help of an option with what typer adds to it in a language."""
    found = EXTRAS.fullmatch(text)
    if not found:
        return retold(text, language)
    extras = "; ".join(retold(part, language) for part in found[2].split("; "))
    return f"{found[1]}  [{extras}]" if found[1] else f"[{extras}]"


def complaint(error: Any, language: str) -> str:
    """Return what typer says of a usage error, in a language."""
    said = io.StringIO()
    error.show(said)
    return "".join(retold(line, language) + end for line, end in re.findall(r"(.*)(\n?)", said.getvalue()))


def retold(text: str, language: str) -> str:
    """Return help in a language: as a whole, or by its template, where what fills the blanks is retold too."""
    if text in words(language, "help").HELP:
        return str(words(language, "help").HELP[text])
    for pattern, template in templates(language):
        if found := pattern.fullmatch(text):
            return template.format(**{name: retold(value, language) for name, value in found.groupdict().items()})
    return text


@cache
def templates(language: str) -> list[tuple[re.Pattern[str], str]]:
    """Return the templates as patterns, each with its like in a language."""
    found = []
    for template, like in words(language, "help").TEMPLATES.items():
        pieces = BLANK.split(template)
        body = "".join(f"(?P<{piece}>(?s:.+))" if i % 2 else re.escape(piece) for i, piece in enumerate(pieces))
        found.append((re.compile(body), like))
    return found
