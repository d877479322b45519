"""Put an entry into a YAML file of facts as text: what stands there stays, comments and order and all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

import yaml

from imss_check.facts.periods import Period, parse_period
from imss_check.said import Said

PLAIN = re.compile(r"[^\W\d_](?:[\w /().'%+-]*[\w)%.])?")
"""A text that YAML takes for itself without quotes, and for nothing else."""
RESERVED = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
QUOTED = frozenset(("value", "printed"))
"""Numbers, which YAML would take for something else, or for themselves: the files quote them all."""
BARE = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")
"""A period, which every file writes without quotes."""


class SpliceError(Exception):
    """A file into which nothing can be put, and why."""


def flow(fields: Iterable[tuple[str, str | None]]) -> str:
    """Return a record on one line; fields without a text are left out."""
    return "{" + ", ".join(f"{key}: {scalar(key, text)}" for key, text in fields if text) + "}"


def scalar(key: str, text: str) -> str:
    """Return a text as YAML: quoted where it must be, and numbers always."""
    if BARE.fullmatch(text) and key in ("period", "published"):
        return text
    if key not in QUOTED and PLAIN.fullmatch(text) and text.lower() not in RESERVED:
        return text
    return json.dumps(text, ensure_ascii=False)


def add_observation(text: str, metric: str, period: Period, entry: str) -> str:
    """Return a file with an observation more of one of its metrics, behind those of the same and of earlier periods."""
    node = value_of(compose(text), metric)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise SpliceError(Said("{metric} is no mapping", metric=metric))
    if node.flow_style:
        raise SpliceError(Said("{metric} stands on one line: write it out", metric=metric))
    lines = text.splitlines(keepends=True)
    listed = value_of(node, "observations")
    indent = node.value[0][0].start_mark.column
    if not isinstance(listed, yaml.SequenceNode) or not listed.value:
        return first_observation(lines, node, listed, indent, entry)
    if listed.flow_style:
        raise SpliceError(Said("the observations of {metric} stand on one line: write them one a line", metric=metric))
    dash = listed.value[0].start_mark.column - 2
    line = f"{' ' * max(dash, 0)}- {entry}{line_end(text)}"
    for item in listed.value:
        if starts_after(item, period):
            return inserted(lines, item.start_mark.line, line)
    return inserted(lines, last_line(listed) + 1, line)


def first_observation(
    lines: list[str], metric: yaml.MappingNode, listed: yaml.Node | None, indent: int, entry: str
) -> str:
    """Return a file with the first observation of a metric."""
    end = line_end("".join(lines))
    key = f"{' ' * indent}observations:{end}{' ' * (indent + 2)}- {entry}{end}"
    if listed is None:
        return inserted(lines, last_line(metric) + 1, key)
    at = next(k.start_mark.line for k, _ in metric.value if k.value == "observations")
    return inserted(lines[:at] + lines[max(last_line(listed), at) + 1 :], at, key)


def add_record(text: str, name: str, entry: str) -> str:
    """Return a file with a record more at its end."""
    if value_of(compose(text), name) is not None:
        raise SpliceError(Said("{name} is there already", name=name))
    end = line_end(text)
    return f"{text}{'' if not text or text.endswith(end) else end}{name}: {entry}{end}"


def add_metric(text: str, metric: str, entry: str) -> str:
    """Return a file with what another folder adds to a metric: an observation."""
    end = line_end(text)
    head = "" if not text else text if text.endswith(end) else text + end
    return f"{head}{end if text else ''}{metric}:{end}  observations:{end}    - {entry}{end}"


def compose(text: str) -> yaml.Node | None:
    """Return a text as a tree of nodes with their places."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise SpliceError(Said("is no valid YAML: {why}", why=error)) from None


def value_of(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """Return the value of a key in a mapping; None where there is none."""
    entries = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in entries if name.value == key), None)


def starts_after(item: yaml.Node, period: Period) -> bool:
    """Whether an observation is of a later period."""
    written = value_of(item, "period")
    own = parse_period(written.value) if isinstance(written, yaml.ScalarNode) else None
    return own is not None and (own.first, own.last) > (period.first, period.last)


def last_line(node: yaml.Node) -> int:
    """Return the line on which a node ends, comments behind it left out."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.line - (node.end_mark.column == 0 < node.end_mark.line > node.start_mark.line))
    last = node.value[-1]
    return last_line(last[1] if isinstance(last, tuple) else last)


def inserted(lines: list[str], at: int, text: str) -> str:
    """Return lines with a text before one of them."""
    before = "".join(lines[:at])
    if before and not before.endswith("\n"):
        before += line_end(before)
    return before + text + "".join(lines[at:])


def line_end(text: str) -> str:
    """Return the line end of a text."""
    return "\r\n" if "\r\n" in text else "\n"
