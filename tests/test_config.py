"""The configuration: found upwards, checked with lines, outdone by flags, printed with its origins."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from imss_check.cli.config import config_lines, find_config, read_config, read_options, schema
from imss_check.cli.patterns import matching
from imss_check.cli.status import CommandError

SCHEMA = Path(__file__).parent.parent / "docs" / "config.schema.json"
WRONG = "---\ndate: 2022-03-01\n---\nEl IMSS cuenta con mil 525 Unidades de Medicina Familiar.\n"
"""A draft with one finding: Q102."""
SAMPLE = """\
# what the newsroom wants
lang = "es"
fail-on = "warning"
min-coverage = 50
ignore = ["Q305", "Q3"]
exclude = ["archivo/"]

[per-file-ignores]
"cartas/*.md" = ["Q1"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_the_nearest_file_upwards_is_read(folder: Path) -> None:
    assert find_config(str(folder)) is None or not find_config(str(folder)).startswith(str(folder))
    top = write(folder / "imss-check.toml", SAMPLE)
    write(folder / "a" / "pyproject.toml", "[tool.other]\n")
    (folder / "a" / "b").mkdir()
    assert find_config(str(folder / "a" / "b")) == str(top)
    near = write(folder / "a" / "pyproject.toml", "[tool.imss-check]\nlang = 'es'\n")
    assert find_config(str(folder / "a" / "b")) == str(near)
    assert read_config(str(near)).values == {"lang": "es"}


def test_flags_win_over_the_file_and_the_file_over_defaults(folder: Path) -> None:
    write(folder / "imss-check.toml", SAMPLE)
    _, options = read_options(["--fail-on", "never", "a.md"])
    assert (options["fail_on"], options["lang"], options["color"]) == ("never", "es", "auto")
    assert options["ignore"] == [("Q305",), ("Q3",)]
    assert read_options(["--ignore", "Q2"])[1]["ignore"] == [("Q2",)]
    assert read_options(["--config", "none"])[1]["lang"] is None


def test_every_defect_is_told_with_its_line_and_the_nearest_key(folder: Path) -> None:
    path = write(folder / "imss-check.toml", 'lang = "es"\nfail_on = "error"\n\nselect = "Q1"\nmin-coverage = 200\n')
    with pytest.raises(CommandError) as caught:
        read_config(str(path))
    told = "\n".join(caught.value.lines)
    assert "imss-check.toml:2: no such key: fail_on; did you mean fail-on?" in told
    assert "imss-check.toml:4: select: expected a list of strings" in told
    assert "imss-check.toml:5: min-coverage: expected a percentage" in told
    with pytest.raises(CommandError, match="line 1"):
        read_config(str(write(folder / "imss-check.toml", "lang =\n")))


def test_what_is_in_force_is_printed_as_toml_with_its_origin(folder: Path) -> None:
    import tomllib

    write(folder / "imss-check.toml", SAMPLE)
    lines = config_lines(["--fail-on", "never"])
    assert 'lang = "es"  # imss-check.toml:2' in lines
    assert 'fail-on = "never"  # flag' in lines
    assert 'encoding = "utf-8"  # default' in lines
    assert 'per-file-ignores = {"cartas/*.md" = ["Q1"]}  # imss-check.toml:8' in lines
    assert tomllib.loads("\n".join(lines))["ignore"] == ["Q305", "Q3"]


def test_paths_are_taken_from_the_folder_of_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "datos").mkdir()
    write(folder / "imss-check.toml", 'facts = ["shipped", "datos"]\nbaseline = "known.json"\n')
    monkeypatch.chdir(folder / "datos")
    _, options = read_options([])
    assert options["facts"] == ["shipped", str(folder / "datos")]
    assert options["baseline"] == str(folder / "known.json")


def test_the_published_schema_is_the_one_in_force() -> None:
    assert json.loads(SCHEMA.read_text("utf-8")) == schema()
    Draft7Validator.check_schema(schema())
    import tomllib

    validator = Draft7Validator(schema())
    assert not list(validator.iter_errors(tomllib.loads(SAMPLE)))
    assert list(validator.iter_errors({"fail_on": "error"}))


@pytest.mark.parametrize(
    ("pattern", "path", "met"),
    [
        ("archivo/", "archivo/2020/a.md", True),
        ("archivo", "b/archivo/a.md", True),
        ("*.txt", "b/a.txt", True),
        ("/a.md", "b/a.md", False),
        ("b/*.md", "b/a.md", True),
        ("b/*.md", "b/c/a.md", False),
        ("b/**/*.md", "b/a.md", True),
        ("b/**", "b/c/a.md", True),
        ("ñandú?.md", "x/ñandús.md", True),
        ("a.md", "../a.md", False),
    ],
)
def test_patterns(folder: Path, pattern: str, path: str, met: bool) -> None:
    assert bool(matching(path, (pattern,), str(folder))) is met


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "imss_check.cli", "check", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_exclude_and_per_file_ignores(folder: Path) -> None:
    for name in ("a.md", "cartas/b.md", "archivo/c.md"):
        write(folder / name, WRONG)
    assert check(folder, ".").stdout.count("Q102") == 3
    write(folder / "imss-check.toml", SAMPLE)
    done = check(folder, ".")
    assert done.returncode == 1 and done.stdout.count("Q102") == 1 and "archivo" not in done.stdout
    done = check(folder, "archivo/c.md")
    assert done.returncode == 0 and "la configuración excluye todos" in done.stderr
    shown = json.loads(check(folder, "cartas/b.md", "--format", "json").stdout)
    assert shown["documents"][0]["findings"][0]["suppressed"] == "per-file-ignores: cartas/*.md"


def test_a_wrong_configuration_is_status_two(folder: Path) -> None:
    write(folder / "a.md", WRONG)
    write(folder / "imss-check.toml", "colour = true\n")
    done = check(folder, "a.md")
    assert done.returncode == 2 and "imss-check.toml:1: no such key: colour" in done.stderr


def test_a_draft_must_state_its_day_where_that_is_asked(folder: Path) -> None:
    write(folder / "a.md", WRONG)
    write(folder / "b.md", "El IMSS cuenta con mil 531 Unidades de Medicina Familiar.\n")
    write(folder / "imss-check.toml", 'as-of = "stated"\n')
    done = check(folder, ".")
    assert done.returncode == 2 and "b.md: does not state its day" in done.stderr and "Q102" in done.stdout


def test_tomllib_is_read_only_where_there_is_a_file(folder: Path) -> None:
    write(folder / "a.md", WRONG)
    program = "import sys; from imss_check.cli import main; main(['check', 'a.md']); sys.exit('tomllib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True).returncode == 0
