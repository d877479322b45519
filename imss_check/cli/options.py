"""The options of `check`, declared once as data: a small parser and the help of typer are both built from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from imss_check.cli.status import CommandError
from imss_check.said import Said

STATED = "stated"


class Option(NamedTuple):
    """An option that takes a value. `read` turns the text into a value, and raises ValueError with what is expected."""

    name: str
    metavar: str
    help: str
    read: Callable[[str], Any]
    many: bool = False
    default: Any = None
    flag: bool = False
    """Whether it takes no value."""

    @property
    def key(self) -> str:
        """The name under which the value is found."""
        return self.name.lstrip("-").replace("-", "_")


def choice(*allowed: str) -> Callable[[str], str]:
    """Return a reader that takes one of some words."""

    def read(text: str) -> str:
        if text not in allowed:
            raise ValueError(Said("one of {known}", known=", ".join(allowed)))
        return text

    return read


def not_one_of(name: str, text: str, *allowed: str) -> Said:
    """Return the message for an option that takes other words."""
    why = Said("one of {known}", known=", ".join(allowed))
    return Said("{name} {text!r}: expected {why}", name=name, text=text, why=why)


def day(text: str) -> date:
    """Read a day."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise ValueError(Said("a day, like 2022-03-01"))


def as_of(text: str) -> date | str:
    """Read the day that drafts speak from, or a policy: today, or the day that each draft states itself."""
    if text == "today":
        return date.today()
    return text if text == STATED else day(text)


def percent(text: str) -> Decimal:
    """Read a share from 0 to 100, with or without its sign."""
    number = text.strip().removesuffix("%").strip()
    if re.fullmatch(r"\d{1,3}(\.\d+)?", number, re.ASCII) and Decimal(number) <= 100:
        return Decimal(number)
    raise ValueError(Said("a percentage from 0 to 100"))


def codes(text: str) -> tuple[str, ...]:
    """Read rule codes or their beginnings, parted by commas."""
    found = tuple(code.strip().upper() for code in text.split(",") if code.strip())
    if not found:
        raise ValueError(Said("rule codes, like Q102 or Q3, parted by commas"))
    return found


def jobs(text: str) -> int:
    """Read how many processes to use."""
    if not re.fullmatch(r"[1-9]\d{0,2}", text, re.ASCII):
        raise ValueError(Said("a whole number from 1 to 999"))
    return int(text)


def most(text: str) -> str:
    """Read how many there may be; `none` sets no limit."""
    if not re.fullmatch(r"[1-9]\d{0,8}|none", text, re.ASCII):
        raise ValueError(Said("a whole number from 1 up, or none"))
    return text


def encoding(text: str) -> str:
    """Read the name of an encoding."""
    import codecs

    try:
        b"".decode(codecs.lookup(text).name)
    except LookupError:
        raise ValueError(Said("an encoding, like utf-8 or windows-1252")) from None
    return text


CHECK = (
    Option("--format", "NAME[=FILE]", "Write this format, to a file or standard output; may be repeated.", str, True),
    Option("--as-of", "DAY", "The day that the drafts speak from: 2022-03-01, today, or stated: a draft must say it.",
           as_of),
    Option("--lang", "es|en", "The language of messages.", choice("es", "en")),
    Option("--facts", "DIR", "A folder of facts instead of the shipped base; several are read as one.", str, True),
    Option("--fail-on", "error|warning|never", "The least severity that gives status 1.",
           choice("error", "warning", "never"), default="error"),
    Option("--min-coverage", "PERCENT", "The least share of figures held against the base; below it the status is 1.",
           percent),
    Option("--changed-since", "REV", "Only drafts changed since a git revision, and findings on lines that changed.",
           str),
    Option("--select", "CODES", "Report only these rules: Q102, or Q3 for all of a family.", codes, True),
    Option("--ignore", "CODES", "Do not report these rules.", codes, True),
    Option("--show", "findings|unverified|all",
           "What terminal and lines list: findings; figures that could not be checked, too; or all figures.",
           choice("findings", "unverified", "all"), default="findings"),
    Option("--color", "auto|always|never", "Colours and links.",
           choice("auto", "always", "never"), default="auto"),
    Option("--diff", "", "Show what --fix would change, as a patch, and write no report beside it.", bool, flag=True),
    Option("--fix", "", "Put the suggestions that are certain into plain text and Markdown drafts.", bool, flag=True),
    Option("--baseline", "FILE", "Findings that are known: they stay in reports, as exempt.", str),
    Option("--write-baseline", "FILE", "Write the findings of this run to a baseline.", str),
    Option("--prune-baseline", "FILE", "Drop from a baseline what no longer occurs.", str),
    Option("--config", "FILE", "This configuration instead of the nearest imss-check.toml; none: no file.", str),
    Option("--jobs", "N", "How many processes check many drafts (default: one a core); the report is the same.", jobs),
    Option("--max-figures", "N", "How many figures a draft may have, so that no draft takes minutes; none: any number.",
           most, default="4000"),
    Option("--no-cache", "", "Check every draft anew, and keep no report of it.", bool, flag=True),
    Option("--encoding", "NAME", "The encoding of the drafts.", encoding, default="utf-8"),
    Option("--stdin-filename", "NAME", "What to call standard input; its ending tells its kind.", str),
)  # fmt: skip
ALIASES = {"--colour": "--color", "-f": "--format"}


def parse(arguments: Sequence[str], options: Sequence[Option]) -> tuple[list[str], dict[str, Any]]:
    """Return the paths and the values of the options; CommandError says which argument is wrong.

    `--name value` and `--name=value` are the same; after `--` all are paths.
    """
    known = {option.name: option for option in options}
    values: dict[str, Any] = {option.key: [] if option.many else option.default for option in options}
    paths: list[str] = []
    waiting = list(reversed(arguments))
    while waiting:
        argument = waiting.pop()
        if argument == "--":
            paths += reversed(waiting)
            break
        if not argument.startswith("-") or argument == "-":
            paths.append(argument)
            continue
        name, equals, text = argument.partition("=")
        option = known.get(ALIASES.get(name, name))
        if option is None:
            raise CommandError(unknown(name, [*known, *ALIASES]))
        if option.flag:
            if equals:
                raise CommandError(Said("{name} takes no value", name=name))
            text = name
        elif not equals:
            if not waiting:
                raise CommandError(Said("{name} needs a value: {metavar}", name=name, metavar=option.metavar))
            text = waiting.pop()
        try:
            value = option.read(text)
        except ValueError as error:
            raise CommandError(Said("{name} {text!r}: expected {why}", name=name, text=text, why=error)) from None
        if option.many:
            values[option.key].append(value)
        else:
            values[option.key] = value
    return paths, values


def unknown(name: str, known: Sequence[str], message: str = "no such option: {name}") -> Said:
    """Return the message for a word that is not known, with the nearest one that is."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1, 0.5)
    what = Said(message, name=name)
    return Said("{what}; did you mean {near}?", what=what, near=near[0]) if near else what
