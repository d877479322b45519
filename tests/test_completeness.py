"""Nothing is half there: every rule has its page, every command and format its line, every language all of its data."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from imss_check import languages
from imss_check.cli.app import app
from imss_check.cli.explain import pages
from imss_check.cli.options import CHECK
from imss_check.reports.formats import format_names
from imss_check.verdicts.findings import RULES

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = sorted(path.name for path in Path(languages.__file__).parent.iterdir() if (path / "__init__.py").is_file())
AREAS = sorted({path.stem for path in Path(languages.__file__).parent.glob("*/*.py")})


def mentioned(words: str) -> bool:
    """Whether the README or a page under `docs/` has these words."""
    return any(words in path.read_text("utf-8") for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")))


def names(path: Path) -> dict[str, ast.expr | None]:
    """What a module of language data defines."""
    found: dict[str, ast.expr | None] = {}
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign):
            found |= {target.id: node.value for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found[node.target.id] = node.value
    return found


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_has_a_page(code: str) -> None:
    page = pages()[code]
    assert page.startswith(f"{code} ")
    assert len(page.split()) >= 40, "say what it means, give an example, and how to exempt a figure"
    assert "## Example" in page and "## If it is wrong" in page


def test_no_page_is_left_over() -> None:
    own = re.compile(r"[QX]\d{3}")
    assert {code for code in pages() if own.fullmatch(code)} <= set(RULES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(code for code in RULES if code.startswith("Q")))
def test_every_rule_has_a_message(code: str, language: str) -> None:
    module = __import__(f"imss_check.languages.{language}.messages", fromlist=["RULES"])
    assert any(key.partition(".")[0] == code for key in module.RULES)


@pytest.mark.parametrize("name", format_names())
def test_every_format_is_documented(name: str) -> None:
    assert mentioned(f"`{name}`") or mentioned(f"--format {name}")


@pytest.mark.parametrize("option", [option.name for option in CHECK])
def test_every_option_is_documented(option: str) -> None:
    assert mentioned(option)


COMMANDS = [str(c.name or (c.callback and c.callback.__name__)) for c in app.registered_commands]
GROUPS = [
    (str(group.name), str(c.name or (c.callback and c.callback.__name__)))
    for group in app.registered_groups
    if group.typer_instance is not None
    for c in group.typer_instance.registered_commands
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert mentioned(f"imss-check {command}")


@pytest.mark.parametrize(("group", "command"), GROUPS)
def test_every_command_of_a_group_is_documented(group: str, command: str) -> None:
    assert mentioned(f"imss-check {group} {command}")


@pytest.mark.parametrize("area", AREAS)
def test_every_language_has_every_area(area: str) -> None:
    folder = Path(languages.__file__).parent
    missing = [lang for lang in LANGUAGES if not (folder / lang / f"{area}.py").is_file()]
    assert not missing


@pytest.mark.parametrize("area", [area for area in AREAS if area != "__init__"])
def test_every_language_defines_what_is_asked_of_it(area: str) -> None:
    """A name of one language alone may serve its own table, and is nothing that the program reads."""
    folder = Path(languages.__file__).parent
    defined = [set(names(folder / lang / f"{area}.py")) for lang in LANGUAGES]
    partial = set.union(*defined) - set.intersection(*defined)
    assert not {name for name in partial if asked(name)}


@cache
def program() -> str:
    """The code outside of the languages."""
    root = Path(languages.__file__).parent.parent
    return "\n".join(p.read_text("utf-8") for p in root.rglob("*.py") if "languages" not in p.relative_to(root).parts)


def asked(name: str) -> bool:
    return re.search(rf"(data|lex|words|module|cues)\.{name}\b", program()) is not None


@pytest.mark.parametrize("area", [area for area in AREAS if area != "__init__"])
def test_every_language_has_the_same_keys(area: str) -> None:
    """A table by dimension (`up`, `month`, a rule, a verdict) has the same dimensions in every language."""
    folder = Path(languages.__file__).parent
    for name in AREA_TABLES.get(area, ()):
        keys = set()
        for lang in LANGUAGES:
            value = names(folder / lang / f"{area}.py")[name]
            assert isinstance(value, ast.Dict)
            keys.add(frozenset(ast.literal_eval(key) for key in value.keys if key is not None))
        assert len(keys) == 1, (name, keys)


AREA_TABLES = {"cues": ("CUES",), "messages": ("RULES", "WAYS", "PERIOD"), "reports": ()}
