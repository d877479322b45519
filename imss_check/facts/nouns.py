"""What units and scopes are called, for people: the first words for each in `units.yaml` and `scopes.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from imss_check.facts.nodes import Node, read_nodes

UNITS, SCOPES = "units.yaml", "scopes.yaml"


def display_names(folders: Iterable[Path], language: str) -> dict[str, str]:
    """Return the name of each unit, and of each scope as `facet value`; later folders add to earlier ones."""
    found: dict[str, str] = {}
    for folder in folders:
        for unit, record in entries(read(folder / UNITS)):
            found |= first_words(unit, record, language)
        for facet, values in entries(read(folder / SCOPES)):
            for value, record in entries(values):
                found |= first_words(f"{facet} {value}", record, language)
    return found


def read(path: Path) -> Node | None:
    """Return the tree of a file, None where there is none."""
    return read_nodes(path, str(path))[0] if path.is_file() else None


def entries(node: Node | None) -> Iterator[tuple[str, Node]]:
    """Yield what a mapping holds; nothing for anything else."""
    if node is not None and isinstance(node.value, dict):
        yield from node.value.items()


def first_words(name: str, record: Node, language: str) -> dict[str, str]:
    """Return a name with the first words for it in a language, if there are any."""
    listed = dict(entries(record)).get(language)
    if listed is None or not isinstance(listed.value, list) or not listed.value:
        return {}
    return {name: str(listed.value[0].value)}
