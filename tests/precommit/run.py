"""The hook under pre-commit itself, in a scratch repository: `make test-precommit`. It needs the package index."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from repositories import Repository  # noqa: E402

DRAFT = "---\ndate: 2022-03-01\n---\nAl cierre de 2021 había 20 millones {} mil 148 puestos de trabajo en el IMSS.\n"
RIGHT, WRONG = DRAFT.format(620), DRAFT.format(260)
PLACE = ":4:25: Q105"
CONFIG = "repos:\n- repo: {repo}\n  rev: {rev}\n  hooks:\n  - id: imss-check\n"


def snapshot(folder: Path) -> Repository:
    """This checkout as it stands, committed to a repository that pre-commit can clone."""
    copy = Repository(folder)
    names = subprocess.check_output(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT).split(b"\0")
    for name in filter(None, names):
        source, target = ROOT / name.decode(), folder / name.decode()
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    copy.git("add", "--all", "--force")
    copy.commit("snapshot", "--no-verify")
    return copy


def run(folder: Path) -> None:
    """Every case; an AssertionError says which one fails."""
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    subprocess.run([folder / "venv/bin/pip", "install", "--quiet", "pre-commit>=4"], check=True)
    copy = snapshot(folder / "imss-check")
    drafts = Repository(folder / "drafts")
    environment = {"PRE_COMMIT_HOME": str(folder / "home"), "PATH": f"{folder / 'venv/bin'}:/usr/bin:/bin"}
    rev = copy.git("rev-parse", "HEAD").strip()
    drafts.stage(".pre-commit-config.yaml", CONFIG.format(repo=copy.path, rev=rev))
    assert drafts.run("pre-commit", "install", "--install-hooks", **environment).returncode == 0

    def commit(**more: str) -> tuple[int, str]:
        done = drafts.commit("change", **environment, **more)
        return done.returncode, done.stdout + done.stderr

    def case(name: str, passed: bool, said: str) -> None:
        assert passed, f"{name}:\n{said}"
        print(f"ok: {name}")

    drafts.stage("draft.md", RIGHT)
    status, said = commit()
    case("a good draft passes", status == 0, said)

    drafts.stage("draft.md", WRONG)
    status, said = commit()
    case("a bad draft is stopped, with the message on the line", status == 1 and f"draft.md{PLACE}" in said, said)

    status, said = commit(SKIP="imss-check")
    case("SKIP works", status == 0 and "Skipped" in said, said)

    drafts.stage("draft.md", RIGHT + "\nFin.\n")
    drafts.write("draft.md", WRONG)
    status, said = commit()
    case("of a draft that is partly staged, what is staged passes", status == 0, said)
    kept = (drafts.path / "draft.md").read_text("utf-8")
    case("and the working tree keeps its own", kept == WRONG, kept)

    drafts.stage("draft.md", WRONG)
    drafts.write("draft.md", RIGHT)
    status, said = commit()
    case("of a draft that is partly staged, what is staged is stopped", status == 1 and PLACE in said, said)
    drafts.git("reset", "--quiet", "--hard")

    for name in ("ñandú y más.md", "-x.txt", "sub/Año.MD"):
        drafts.stage(name, WRONG)
        status, said = commit()
        case(f"{name} is stopped", status == 1 and f"{name}{PLACE}" in said, said)
        drafts.git("rm", "--quiet", "-f", "--", name)

    drafts.stage("code.py", "x = '20 millones 260 mil 148 puestos de trabajo'\n")
    status, said = commit()
    case("what is no draft is left alone", status == 0 and "no files to check" in said, said)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        run(Path(scratch))
