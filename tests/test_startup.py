"""A check starts fast because it imports little: what is heavy stays out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "pint", "pydantic", "rich", "typer", "rapidfuzz", "yaml", "numpy", "dataclasses", "inspect", "subprocess",
    "logging", "asyncio", "argparse", "importlib.metadata",
}  # fmt: skip
PROGRAM = """
import sys
from imss_check.cli import main
try:
    status = main(sys.argv[1:])
finally:
    print("MODULES", *sys.modules, file=sys.stderr)
sys.exit(status)
"""
TEXT = "El IMSS cuenta con mil 531 Unidades de Medicina Familiar.\n"


def run(*arguments: str) -> tuple[subprocess.CompletedProcess[str], set[str]]:
    done = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True)
    listed = next((line for line in done.stderr.splitlines() if line.startswith("MODULES ")), "")
    return done, set(listed.split()[1:])


@pytest.fixture(scope="module", autouse=True)
def compiled() -> None:
    """The base is compiled, as after an installation: compiling may import what it likes."""
    from imss_check.facts.base import open_base

    open_base()


@pytest.mark.parametrize("format_", ["lines", "terminal", "json"])
def test_a_check_of_plain_text_imports_nothing_heavy(tmp_path: Path, format_: str) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(TEXT, "utf-8")
    done, modules = run("check", "--no-cache", "--as-of", "2022-03-01", "--format", format_, str(draft))
    assert done.returncode == 0, done.stderr
    assert "imss_check.check" in modules
    assert not modules & HEAVY
    assert "pyromark" not in modules


def test_a_kept_report_needs_nothing_that_reads_or_judges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(TEXT, "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for _ in range(2):
        done, modules = run("check", "--as-of", "2022-03-01", "--format", "json", str(draft))
        assert done.returncode == 0, done.stderr
    packages = {name.split(".")[1] for name in modules if name.startswith("imss_check.")}
    assert not packages & {"check", "linking", "verdicts", "periods"}


def test_markdown_adds_only_its_parser(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(TEXT, "utf-8")
    done, modules = run("check", "--no-cache", "--as-of", "2022-03-01", "--format", "lines", str(draft))
    assert done.returncode == 0, done.stderr
    assert "pyromark" in modules
    assert not modules & HEAVY


def test_the_package_costs_nothing_to_import() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys; a = set(sys.modules); import imss_check; print(*(set(sys.modules) - a))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert set(done.stdout.split()) <= {"imss_check", "typing", "re", "collections", "functools", "__future__"} | {
        name for name in done.stdout.split() if not name.startswith("imss_check.")
    }


def test_version_is_told_without_typer() -> None:
    done, modules = run("--version")
    assert done.stdout.startswith("imss-check ")
    assert not modules & HEAVY
