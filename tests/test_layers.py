"""Imports point one way: each part of the program imports only parts above it in this list."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "imss_check"
LAYERS = (
    "languages",
    "said",
    "progress",
    "text",
    "periods",
    "quantities",
    "facts",
    "linking",
    "reports.model",  # the records that verdicts are put into
    "verdicts",
    "reports",
    "git",
    "asof",
    "mend",
    "check",
    "results",
    "parallel",
    "ledger",
    "twins",
    "api",
    "archive",
    "evaluation",
    "cli",
)
FREE = ("__init__", "__main__", "_facts")
"""The package itself (its version, its lazy public names) and its entry."""
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.relative_to(PACKAGE).parts[0].removesuffix(".py") not in FREE)


def module_name(path: Path) -> str:
    """The dotted name of a file below the package."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def layer(name: str) -> int:
    """The place of a module in the list: that of the longest entry which it is, or lies below."""
    fitting = [entry for entry in LAYERS if name == entry or name.startswith(f"{entry}.")]
    assert fitting, f"{name} belongs to no layer"
    return LAYERS.index(max(fitting, key=len))


def imports(path: Path) -> set[str]:
    """The modules of the program that a file imports, wherever the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return {name.removeprefix("imss_check.") for name in found if name.startswith("imss_check.")}


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_point_up(path: Path) -> None:
    own = layer(module_name(path))
    below = {name for name in imports(path) if layer(name) > own}
    assert not below, f"{module_name(path)} may not import {', '.join(sorted(below))}"


@pytest.mark.parametrize("name", LAYERS)
def test_every_layer_exists(name: str) -> None:
    place = PACKAGE.joinpath(*name.split("."))
    assert place.is_dir() or place.with_suffix(".py").is_file()
