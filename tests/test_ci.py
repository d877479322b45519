"""The action and the GitLab template, run as their runners do: the shell of each step, its environment, its outputs.

Installs the package for real, once, from a copy of this checkout: that needs the package registry.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
GOOD = "---\ndate: 2022-03-01\n---\nEl IMSS cuenta con mil 531 Unidades de Medicina Familiar.\n"
BAD = GOOD.replace("531", "525")
installs = pytest.mark.skipif(
    not os.environ.get("CI"), reason="installs the package twice; CI=1 pytest tests/test_ci.py runs it"
)
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
SHELL = ["bash", "--noprofile", "--norc", "-eo", "pipefail"]


class Runner:
    """As much of the runner of GitHub Actions as the action uses."""

    def __init__(self, repository: Path, temp: Path, inputs: dict[str, str], event: dict[str, Any]) -> None:
        self.action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
        given = {name: spec.get("default", "") for name, spec in self.action["inputs"].items()} | inputs
        github = {"action_path": str(temp / "checkout"), "event": event}
        self.context: dict[str, Any] = {"inputs": given, "github": github, "steps": {}}
        self.repository, self.temp, self.failed = repository, temp, False
        self.log, self.used = "", []  # type: ignore[var-annotated]
        self.summary = temp / "summary.md"

    def value(self, path: str) -> str:
        """Look up `inputs.paths`; what is not there is empty."""
        found: Any = self.context
        for name in path.split("."):
            found = found.get(name, {}) if isinstance(found, dict) else {}
        return found if isinstance(found, str) else ""

    def fill(self, text: str) -> str:
        """Replace expressions: the first alternative that is not empty."""
        return EXPRESSION.sub(lambda m: next(filter(None, map(self.value, m.group(1).split(" || "))), ""), text)

    def wanted(self, step: dict[str, Any]) -> bool:
        """Judge the condition of a step."""
        terms = step.get("if", "success()").split(" && ")
        for term in terms:
            if match := re.fullmatch(r"(\S+) (==|!=) '(.*)'", term):
                if (self.value(match.group(1)) == match.group(3)) != (match.group(2) == "=="):
                    return False
            elif term == "success()" and self.failed:
                return False
        return True

    def run(self) -> int:
        """Run every step; a failure stops those that do not ask for it."""
        status = 0
        for step in self.action["runs"]["steps"]:
            done_before = (
                step["name"].startswith("Install") and (self.temp / "imss-check" / "bin" / "imss-check").exists()
            )
            if done_before or not self.wanted(step):
                continue
            if "uses" in step:
                self.used.append((step["uses"], {key: self.fill(text) for key, text in step["with"].items()}))
                continue
            assert "${{" not in step["run"], "inputs reach a script through its environment only"
            output = self.temp / "output"
            output.write_text("")
            environment = os.environ | {key: self.fill(text) for key, text in step.get("env", {}).items()}
            environment |= {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(self.summary),
                            "RUNNER_TEMP": str(self.temp)}  # fmt: skip
            script = self.temp / "step.sh"
            script.write_text(step["run"], "utf-8")
            done = subprocess.run(
                [*SHELL, str(script)], cwd=self.repository, env=environment, capture_output=True, text=True
            )
            self.log += done.stdout + done.stderr
            said = dict(line.split("=", 1) for line in output.read_text().splitlines())
            if "id" in step:
                self.context["steps"][step["id"]] = {"outputs": said}
            self.failed |= done.returncode != 0
            status = status or done.returncode
        return status


@pytest.fixture(scope="module")
def temp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the checkout, as the runner lays it."""
    folder = tmp_path_factory.mktemp("runner")
    copied = folder / "checkout"
    copied.mkdir()
    for name in ("imss_check", "facts", "docs"):
        shutil.copytree(ROOT / name, copied / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copied / name)
    return folder


def git(folder: Path, *arguments: str) -> str:
    options = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *options, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> tuple[Path, str]:
    """A repository whose base has a bad draft already, and whose branch adds another one; and the base."""
    folder = tmp_path / "repository"
    (folder / "notas año").mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    (folder / "old.md").write_text(BAD, "utf-8")
    (folder / "notas año" / "good.md").write_text(GOOD, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "base")
    base = git(folder, "rev-parse", "HEAD")
    git(folder, "checkout", "-q", "-b", "topic")
    (folder / "notas año" / "new.md").write_text(BAD, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "topic")
    return folder, base


@installs
def test_the_action_checks_what_a_pull_request_changes(temp: Path, repository: tuple[Path, str]) -> None:
    folder, base = repository
    runner = Runner(folder, temp, {}, {"pull_request": {"base": {"sha": base}}})
    assert runner.run() == 1, runner.log
    assert "::error file=notas año/new.md,line=4,col=20," in runner.log and "old.md" not in runner.log
    assert "Q102" in runner.summary.read_text("utf-8")
    uses, given = runner.used[0]
    assert uses.startswith("github/codeql-action/upload-sarif@") and given["sarif_file"] == "imss-check.sarif"
    log = json.loads((folder / given["sarif_file"]).read_text("utf-8"))
    assert [r["ruleId"] for r in log["runs"][0]["results"]] == ["Q102"]
    assert runner.context["steps"]["check"]["outputs"]["status"] == "1"


@installs
def test_the_action_does_as_its_inputs_say(temp: Path, repository: tuple[Path, str]) -> None:
    folder, base = repository
    event = {"pull_request": {"base": {"sha": base}}}
    whole = Runner(folder, temp, {"changed-since": "all", "paths": "old.md\nnotas año\n", "upload": "false"}, event)
    assert whole.run() == 1 and "old.md" in whole.log and not whole.used, whole.log
    quiet = Runner(folder, temp, {"args": "--ignore\nQ102\n"}, event)
    assert quiet.run() == 0, quiet.log
    pushed = Runner(folder, temp, {"fail-on": "never"}, {"before": "0" * 40})
    assert pushed.run() == 0 and "old.md" in pushed.log, pushed.log
    lost = Runner(folder, temp, {"paths": "none.md"}, event)
    assert lost.run() == 2 and lost.used, lost.log
    hostile = Runner(folder, temp, {"paths": "$(touch owned); `touch owned`"}, event)
    assert hostile.run() == 2 and not (folder / "owned").exists()


@installs
def test_the_gitlab_template_writes_its_reports(temp: Path, repository: tuple[Path, str]) -> None:
    folder, base = repository
    template = yaml.safe_load((ROOT / "ci" / "gitlab-template.yml").read_text("utf-8"))
    job = template["imss-check"]
    variables = {key: str(value) for key, value in (template["variables"] | job["variables"]).items()}
    variables |= {"IMSS_CHECK_PACKAGE": str(temp / "checkout"), "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    script = "set -eo pipefail\n" + "\n".join(job["script"])
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=os.environ | variables | {"PATH": path}, capture_output=True, text=True
    )
    assert done.returncode == 1, done.stdout + done.stderr
    reports = job["artifacts"]["reports"]
    (issue,) = json.loads((folder / reports["codequality"]).read_text("utf-8"))
    assert issue["location"] == {"path": "notas año/new.md", "lines": {"begin": 4, "end": 4}}
    root = ElementTree.parse(folder / reports["junit"]).getroot()
    assert (root.get("tests"), root.get("failures")) == ("1", "1")
    assert job["artifacts"]["when"] == "always"


@pytest.mark.parametrize("name", ["action.yml", "ci/gitlab-template.yml"])
def test_they_are_valid_for_their_hosts(name: str) -> None:
    """check-jsonschema ships the schemas of both, where it is installed."""
    if shutil.which("check-jsonschema", path=str(Path(sys.executable).parent)) is None:
        pytest.skip("check-jsonschema is not installed")
    schema = "vendor.github-actions" if name == "action.yml" else "vendor.gitlab-ci"
    tool = str(Path(sys.executable).parent / "check-jsonschema")
    done = subprocess.run([tool, "--builtin-schema", schema, str(ROOT / name)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
