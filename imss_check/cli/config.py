"""The configuration: `imss-check.toml`, or `[tool.imss-check]` in `pyproject.toml`, the nearest upwards; flags win.

What may stand in it is the table of options of `check`, and two tables of patterns.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from imss_check.cli.options import CHECK, Option, codes, parse, unknown
from imss_check.cli.status import CommandError
from imss_check.said import Said, because, tell

FILE, PROJECT, SECTION = "imss-check.toml", "pyproject.toml", "imss-check"
NONE = "none"
"""`--config none` reads no configuration."""
NOT_HERE = frozenset(
    (
        "config", "format", "color", "changed-since", "stdin-filename", "write-baseline", "prune-baseline",
        "diff", "fix", "no-cache",
    )
)  # fmt: skip
"""Options that make sense for one run only."""
PATHS = frozenset(("facts", "baseline"))
"""What is relative to the folder of the configuration."""


class Key(NamedTuple):
    """A key of the configuration: its JSON schema, how a value is read (ValueError: what is expected), its default."""

    schema: dict[str, Any]
    read: Callable[[Any], Any]
    help: str
    default: Any = None


class Config(NamedTuple):
    """A configuration: its file, the values in it, the line of each."""

    path: str | None
    values: dict[str, Any]
    lines: dict[str, int]

    @property
    def folder(self) -> str:
        """What its patterns are relative to."""
        return os.path.dirname(self.path) if self.path else os.getcwd()


class Setting(NamedTuple):
    """A value in force, and where it is from: a file and a line, `flag` or `default`."""

    key: str
    value: Any
    origin: str


def keys() -> dict[str, Key]:
    """Return all keys by name."""
    found = {o.name.lstrip("-"): key_of(o) for o in CHECK if o.name.lstrip("-") not in NOT_HERE}
    listed = {"type": "array", "items": {"type": "string"}}
    found["exclude"] = Key(listed, strings, "Patterns of drafts to leave out, relative to this file.", [])
    found["per-file-ignores"] = Key(
        {"type": "object", "additionalProperties": listed},
        code_table,
        "Rules that do not count in some drafts: pattern, then codes; their findings stay in reports as exempt.",
        {},
    )
    return found


def key_of(option: Option) -> Key:
    """Return an option as a key: a list where it may be repeated, a number where it is a percentage."""
    if option.many:
        schema: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
        return Key(schema, lambda value: [option.read(text) for text in strings(value)], option.help, [])
    schema = {"type": "number", "minimum": 0, "maximum": 100} if option.metavar == "PERCENT" else {"type": "string"}
    if option.metavar == "N":
        schema = {"type": ["integer", "string"]}
    if re.fullmatch(r"[a-z]+(\|[a-z]+)+", option.metavar):
        schema["enum"] = option.metavar.split("|")
    return Key(schema, lambda value: option.read(plain(value)), option.help, option.default)


def plain(value: Any) -> str:
    """Return a string, a number or a day as its text."""
    if isinstance(value, (dict, list, bool)):
        raise ValueError(Said("a single value"))
    return str(value)


def strings(value: Any) -> list[str]:
    """Read a list of texts."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    raise ValueError(Said('a list of strings, like ["a", "b"]'))


def code_table(value: Any) -> dict[str, tuple[str, ...]]:
    """Read a table of patterns and codes."""
    if not isinstance(value, dict):
        raise ValueError(Said('a table, like {"archive/**" = ["Q102"]}'))
    return {pattern: codes(",".join(strings(listed))) for pattern, listed in value.items()}


def find_config(folder: str) -> str | None:
    """Return the nearest configuration in a folder or above it."""
    folder = os.path.abspath(folder)
    while True:
        for name in (FILE, PROJECT):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (name == FILE or has_section(path)):
                return path
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def has_section(path: str) -> bool:
    """Whether a project file speaks of this program."""
    with open(path, "rb") as file:
        return b"tool.imss-check" in file.read()


def read_config(path: str | None) -> Config:
    """Read a configuration; CommandError names every key that is unknown or wrong, with its line."""
    if path is None:
        return Config(None, {}, {})
    try:
        text, table = read_table(path)
    except OSError as error:
        raise CommandError(Said("{path}: cannot be read: {why}", path=path, why=because(error))) from None
    except ValueError as error:
        raise CommandError(Said("{path}: {why}", path=path, why=error)) from None
    known, values, wrong = keys(), {}, []
    lines = {name: line_of(text, name) for name in table}
    for name, value in table.items():
        place = f"{shown_path(path)}:{lines[name]}"
        if name not in known:
            why = unknown(name, list(known), "no such key: {name}")
            wrong.append(Said("{place}: {why}", place=place, why=why))
            continue
        try:
            values[name] = known[name].read(value)
        except ValueError as error:
            wrong.append(Said("{place}: {name}: expected {why}", place=place, name=name, why=error))
    if wrong:
        raise CommandError(*wrong)
    return Config(path, relative(values, os.path.dirname(path)), lines)


def read_table(path: str) -> tuple[str, dict[str, Any]]:
    """Return the text of a configuration and its table; OSError or ValueError if it cannot be read."""
    import tomllib

    with open(path, "rb") as file:
        text = file.read().decode("utf-8")
    table = tomllib.loads(text)
    return text, table.get("tool", {}).get(SECTION, {}) if os.path.basename(path) == PROJECT else table


def relative(values: dict[str, Any], folder: str) -> dict[str, Any]:
    """Return the values with their paths taken from the folder of the file; a word like `shipped` stays."""

    def place(path: str) -> str:
        inside = os.path.join(folder, path)
        return inside if os.path.exists(inside) or os.sep in path else path

    for name in PATHS & values.keys():
        value = values[name]
        values[name] = [place(path) for path in value] if isinstance(value, list) else os.path.join(folder, value)
    return values


def line_of(text: str, name: str) -> int:
    """Return the line on which a key, or its table, stands."""
    quoted = rf"(?:{re.escape(name)}|\"{re.escape(name)}\"|'{re.escape(name)}')"
    pattern = rf"(?m)^[ \t]*(?:{quoted}[ \t]*[.=]|\[+[^\]\n]*{quoted}[ \t]*[.\]])"
    match = re.search(pattern, text)
    return text.count("\n", 0, match.start() if match else 0) + 1


def shown_path(path: str) -> str:
    """Return a path from the folder we are in where it is below that."""
    inside = os.path.relpath(path)
    return path if inside.startswith(os.pardir) else inside


def read_options(arguments: Sequence[str], options: Sequence[Option] = CHECK) -> tuple[list[str], dict[str, Any]]:
    """Return the paths and the options in force: flags, then the configuration, then defaults."""
    paths, given, config = given_options(arguments, options)
    values = {o.key: value_of(o, given, config) for o in options}
    for name in ("exclude", "per-file-ignores"):
        values[name.replace("-", "_")] = config.values.get(name, keys()[name].default)
    values["folder"] = config.folder
    return paths, values


def given_options(
    arguments: Sequence[str], options: Sequence[Option] = CHECK
) -> tuple[list[str], dict[str, Any], Config]:
    """Return the paths, what flags say (None: nothing), and the configuration."""
    paths, given = parse(arguments, [option._replace(default=None) for option in options])
    named = given.get("config")
    path = None if named == NONE else named or find_config(os.getcwd())
    return paths, given, read_config(path)


def value_of(option: Option, given: dict[str, Any], config: Config) -> Any:
    """Return the value of an option that is in force."""
    name = option.name.lstrip("-")
    value = given[option.key]
    if value is None or (option.many and not value):
        value = config.values.get(name, [] if option.many else option.default)
    return value


def settings(arguments: Sequence[str]) -> Iterator[Setting]:
    """Yield every key with the value in force and its origin."""
    paths, given, config = given_options(arguments)
    if paths:
        raise CommandError(Said("config takes no {argument!r}", argument=paths[0]))
    for name, key in keys().items():
        flag = given.get(name.replace("-", "_"))
        if flag:
            yield Setting(name, flag, Said("flag"))
        elif name in config.values and config.path is not None:
            yield Setting(name, config.values[name], f"{shown_path(config.path)}:{config.lines[name]}")
        else:
            yield Setting(name, key.default, Said("default"))


def config_lines(arguments: Sequence[str]) -> list[str]:
    """Return what is in force, a line each, as TOML with its origin behind it."""
    return [
        tell(
            Said("# {key} is not set", key=s.key)
            if s.value is None
            else f"{s.key} = {toml(s.value)}  # {tell(s.origin)}"
        )
        for s in settings(arguments)
    ]


def toml(value: Any) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(key)} = {toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        flat = [item for part in value for item in (part if isinstance(part, tuple) else (part,))]
        return "[" + ", ".join(map(toml, flat)) + "]"
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the file, which `docs/config.schema.json` publishes for editors."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "imss-check.toml, or [tool.imss-check] in pyproject.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: {**key.schema, "description": key.help} for name, key in keys().items()},
    }
