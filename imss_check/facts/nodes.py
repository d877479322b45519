"""YAML as a tree of text with places: no implicit types, no anchors, no key twice.

Plain YAML reads `22.10` as 22.1 and `no` as false, and lets a repeated key win silently; a fact base cannot afford
that. Every scalar stays text (a plain `null` or `~` is None), and every node keeps its line and column.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, NamedTuple, TypeAlias

import yaml

from imss_check.said import Said

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Tree: TypeAlias = "str | list[Node] | dict[str, Node] | None"


class FactError(NamedTuple):
    """A defect of the fact base, and where it stands (lines and columns count from 1)."""

    path: str
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        return Said("{place}: {code} {why}", place=place, code=self.code, why=self.message)


class Node(NamedTuple):
    """A value of the tree with its place; `key_line`, `key_column` are the place of the key that holds it."""

    value: Tree
    line: int
    column: int
    key_line: int
    key_column: int


class _Reader:
    """Turns the nodes of one file into a tree, collecting what is wrong with it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.errors: list[FactError] = []

    def error(self, mark: yaml.Mark, code: str, message: str) -> None:
        self.errors.append(FactError(self.path, mark.line + 1, mark.column + 1, code, message))

    def read(self, node: yaml.Node, key: yaml.Mark | None = None) -> Node:
        mark = node.start_mark
        at = key or mark
        value: Tree
        if isinstance(node, yaml.ScalarNode):
            value = None if not node.style and node.value in ("", "null", "~") else node.value
        elif isinstance(node, yaml.SequenceNode):
            value = [self.read(item) for item in node.value]
        else:
            value = self.read_mapping(node)
        return Node(value, mark.line + 1, mark.column + 1, at.line + 1, at.column + 1)

    def read_mapping(self, node: yaml.Node) -> dict[str, Node]:
        mapping: dict[str, Node] = {}
        for key, item in node.value:
            mark = key.start_mark
            if not isinstance(key, yaml.ScalarNode):
                self.error(mark, "F106", Said("a key must be text"))
            elif key.value in mapping:
                self.error(
                    mark,
                    "F102",
                    Said(
                        "key {value!r} stands twice (first in line {key_line})",
                        value=key.value,
                        key_line=mapping[key.value].key_line,
                    ),
                )
            else:
                mapping[key.value] = self.read(item, mark)
        return mapping


class _Strict(Loader):  # type: ignore[misc, valid-type]
    """A loader without implicit types."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[object]]] = {}


def _find_anchor(text: str, path: str) -> list[FactError]:
    """Return an error for each anchor or alias; only a text with `&` or `*` can hold one."""
    if "&" not in text and "*" not in text:
        return []
    found = []
    for event in yaml.parse(text, Loader=_Strict):
        if anchor := getattr(event, "anchor", None):
            mark: Any = event.start_mark
            message = Said("anchors and aliases are not allowed ({anchor!r}): write it out", anchor=anchor)
            found.append(FactError(path, mark.line + 1, mark.column + 1, "F103", message))
    return found


def read_nodes(path: Path, name: str) -> tuple[Node | None, list[FactError]]:
    """Return the tree of one YAML file (None if it is empty or broken) and what is wrong with it."""
    try:
        return parse_nodes(path.read_text(encoding="utf-8"), name)
    except (OSError, UnicodeDecodeError) as error:
        return None, [FactError(name, 1, 1, "F101", Said("cannot be read: {why}", why=error))]


def parse_nodes(text: str, name: str) -> tuple[Node | None, list[FactError]]:
    """Return the tree of a YAML text and what is wrong with it."""
    try:
        anchors = _find_anchor(text, name)
        if anchors:
            return None, anchors
        loader = _Strict(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
        if root is None:
            return None, []
        reader = _Reader(name)
        return reader.read(root), reader.errors
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = getattr(error, "problem", None) or str(error)
        return None, [FactError(name, line, column, "F101", Said("is no valid YAML: {problem}", problem=problem))]
    except UnicodeEncodeError:
        return None, [FactError(name, 1, 1, "F101", Said("is no valid YAML: half of a surrogate pair is no character"))]
    except RecursionError:
        return None, [FactError(name, 1, 1, "F101", Said("is nested too deeply"))]
