"""What is shipped: the wheel carries the base and its compiled form, an editable install reads the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DRAFT = ROOT / "claims" / "demo.md"


def python(*arguments: str, folder: Path = ROOT, **environment: str) -> str:
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source archive, and the wheel that is built from it."""
    out = tmp_path_factory.mktemp("dist")
    python("-m", "build", "--no-isolation", "--outdir", str(out))
    return out


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked as an installation does it."""
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(site)
    return site


def test_the_source_archive_can_be_built_from(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"facts/sources.yaml", "docs/rules/Q102.md", "hatch_build.py", "LICENSE", "imss_check/py.typed"} <= names


def test_the_wheel_has_all_that_it_needs(built: Path, installed: Path) -> None:
    packaged = installed / "imss_check" / "_facts"
    assert {path.name for path in packaged.glob("*.yaml")} == {path.name for path in (ROOT / "facts").glob("*.yaml")}
    assert (packaged / "base.sqlite").stat().st_size > 100_000
    assert (installed / "imss_check" / "_rules" / "Q102.md").is_file()
    assert not [path for path in installed.iterdir() if path.name in ("tests", "docs", "claims", "facts")]


def test_the_wheel_checks_with_its_own_compiled_base(installed: Path, tmp_path: Path) -> None:
    program = (
        "import sys, imss_check.facts.cache as cache\n"
        "from imss_check.facts.base import open_base\n"
        "base = open_base()\n"
        "print(cache.default_directories()[0], base.metric_count > 100, 'yaml' in sys.modules)\n"
    )
    environment = {"PYTHONPATH": str(installed), "XDG_CACHE_HOME": str(tmp_path)}
    folder, full, compiled = python("-c", program, folder=tmp_path, **environment).split()
    assert (folder, full) == (str(installed / "imss_check" / "_facts"), "True")
    assert compiled == "False", "the first run compiled the base anew"
    assert "Q102" in python("-m", "imss_check", "explain", folder=tmp_path, **environment)


def test_an_editable_install_reads_the_checkout(tmp_path: Path) -> None:
    name = python("-c", f"import hatchling.build as b; print(b.build_editable({str(tmp_path)!r}))").split()[-1]
    with zipfile.ZipFile(tmp_path / name) as wheel:
        assert not [entry for entry in wheel.namelist() if "_facts" in entry or "_rules" in entry]
    folder = python("-c", "from imss_check.facts.cache import default_directories; print(default_directories()[0])")
    assert folder.strip() == str(ROOT / "facts")
