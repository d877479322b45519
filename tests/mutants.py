"""Mutation testing: `make mutants`. Breaks one thing at a time in a copy of the program; do the tests notice?

A random sample, its seed stated, of the mutants of quantities, linking and verdicts: comparisons turned, `and` for
`or`, conditions negated, numbers changed by one, `+` for `-`, True for False, results dropped. Each mutant is tried in
a fork of a process that has loaded all that the tests need but the program itself; the fork loads the broken module
from memory. The tests run in the order of `STAGES`, up to the first that fails.

Survivors that were reviewed stand in `mutants_reviewed.txt`: they count as survivors, and are not printed again.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib.abc
import importlib.machinery
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import hypothesis  # noqa: F401  (loaded once for all forks, like what follows)
import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
REVIEWED = Path(__file__).with_name("mutants_reviewed.txt")
PACKAGES = ("quantities", "linking", "verdicts")
STAGES = (
    ("test_snapshots.py", "test_small_rules.py", "test_numbers.py"),
    ("test_suggest.py", "test_numbers_properties.py", "test_rules.py"),
)
"""Tests that look at the packages, those that see most in least time first; none that measures time, which may fail
for other reasons. What survives them counts as a survivor."""
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "--assert=plain", "--tb=line")
MEMORY = 3 << 30
SWAPS: dict[type, type] = {
    ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.Add: ast.Sub, ast.Sub: ast.Add,
    ast.Mult: ast.Add, ast.Div: ast.Mult, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip


class Mutant:
    """A place in a file, and what is put there."""

    def __init__(self, path: Path, number: int, key: str) -> None:
        self.path, self.number, self.key = path, number, key

    @property
    def package(self) -> str:
        return self.path.relative_to(ROOT).parts[1]

    @property
    def module(self) -> str:
        return ".".join(self.path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def changes(tree: ast.Module) -> Iterator[tuple[ast.AST, str, object]]:
    """Yield (node, field, new value) for every change of a tree, in order."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            for i, op in enumerate(node.ops):
                yield node, "ops", [*node.ops[:i], SWAPS[type(op)](), *node.ops[i + 1 :]]
        elif isinstance(node, (ast.BinOp, ast.BoolOp, ast.AugAssign)) and type(node.op) in SWAPS:
            yield node, "op", SWAPS[type(node.op)]()
        elif isinstance(node, (ast.If, ast.IfExp, ast.While)):
            yield node, "test", ast.UnaryOp(ast.Not(), node.test)
        elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
            yield node, "value", not node.value
        elif isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
            yield node, "value", node.value + 1
        elif isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
            yield node, "value", ast.Constant(None)


def mutants() -> list[Mutant]:
    """Return every mutant of the packages. Its key says what it is, wherever its line may move to."""
    found, keys = [], Counter[str]()
    for package in PACKAGES:
        for path in sorted((ROOT / "imss_check" / package).rglob("*.py")):
            text = path.read_text("utf-8")
            lines, tree = text.splitlines(), ast.parse(text)
            functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
            for number, (node, field, new) in enumerate(changes(tree)):
                line = getattr(node, "lineno", 0)
                name = [f.name for f in functions if f.lineno <= line <= (f.end_lineno or line)][-1:]
                source = " ".join(lines[line - 1].split())
                where = " ".join([str(path.relative_to(ROOT)), *name])
                key = f"{where}: {source}: {described(node, field, new)}"
                keys[key] += 1
                found.append(Mutant(path, number, key if keys[key] == 1 else f"{key} #{keys[key]}"))
    return found


def described(node: ast.AST, field: str, new: object) -> str:
    """A change in short: what stands there, and what is put in its place."""
    old = getattr(node, field)
    if field == "test":
        return f"not ({ast.unparse(old)})"
    if isinstance(node, ast.Constant):
        return f"{old} -> {new}"
    if field == "value":
        return "return None"
    names = [type(each[0] if isinstance(each, list) and len(each) == 1 else each).__name__ for each in (old, new)]
    if isinstance(old, list) and isinstance(new, list):
        names = next([type(a).__name__, type(b).__name__] for a, b in zip(old, new, strict=True) if a is not b)
    return f"{ast.unparse(node)}: {' -> '.join(names)}"


def mutated(mutant: Mutant) -> CodeType:
    """Return a mutant, compiled."""
    tree = ast.parse(mutant.path.read_text("utf-8"))
    node, field, new = list(changes(tree))[mutant.number]
    setattr(node, field, new)
    return compile(ast.fix_missing_locations(tree), str(mutant.path), "exec", dont_inherit=True)


class Broken(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives a module the code of a mutant."""

    def __init__(self, name: str, code: CodeType) -> None:
        self.name, self.code = name, code

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        spec = importlib.machinery.PathFinder.find_spec(name, path) if name == self.name else None
        if spec is not None:
            spec.loader = self
        return spec

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, module.__dict__)


def failing_stage(copy: Path, mutant: Mutant | None) -> int:
    """Run the tests on the copy with a mutant; return the number of the stage that fails, or how many there are."""
    if mutant is not None:
        sys.meta_path.insert(0, Broken(mutant.module, mutated(mutant)))
    for number, names in enumerate(STAGES):
        tests = [str(copy / "tests" / name) for name in names]
        if pytest.main([*OPTIONS, "--rootdir", str(copy), *tests]) != 0:
            return number
    return len(STAGES)


def tried(copy: Path, mutant: Mutant | None, seconds: float, log: Path) -> int | None:
    """The same in a process of its own; None where it does not end in time."""
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        stage = 0
        with contextlib.suppress(BaseException), log.open("w") as output:
            for stream in (1, 2):
                os.dup2(output.fileno(), stream)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            stage = failing_stage(copy, mutant)
        os._exit(stage)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else 0
        time.sleep(0.01)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def read_once() -> None:
    """Let YAML that was read by one process be known to its forks: most of the time would go there."""
    load, known = yaml.load, dict[tuple[str, Any], Any]()

    def remembered(stream: Any, Loader: Any) -> Any:
        text = stream if isinstance(stream, str) else stream.read()
        if (text, Loader) not in known:
            known[text, Loader] = load(text, Loader)
        return known[text, Loader]

    yaml.load = remembered


def prepare(folder: str) -> Path:
    """Copy the checkout, and let this process and its forks run the copy."""
    copy = Path(folder) / "copy"
    kept = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", ".hypothesis", "dist", "build")
    shutil.copytree(ROOT, copy, ignore=kept)
    os.environ |= {
        "PYTHONPATH": str(copy), "XDG_CACHE_HOME": str(Path(folder) / "cache"), "HYPOTHESIS_PROFILE": "mutants",
    }  # fmt: skip
    sys.path[:] = [str(copy), str(copy / "tests"), *(p for p in sys.path if Path(p).resolve() != ROOT / "tests")]
    os.chdir(copy)
    return copy


def reviewed() -> dict[str, str]:
    """The survivors that were reviewed, each with what was found."""
    found, reason = {}, ""
    for row in REVIEWED.read_text("utf-8").splitlines() if REVIEWED.exists() else ():
        if row.startswith("# "):
            reason = row[2:]
        elif row:
            found[row] = reason
    return found


def main() -> None:
    """Try a sample and print the survivors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1943)
    parser.add_argument("--minutes", type=float, default=600)
    parser.add_argument("--only", type=Path, help="a file of mutants, a line each, as the survivors are printed")
    asked = parser.parse_args()
    every = mutants()
    sample = random.Random(asked.seed).sample(every, min(asked.sample, len(every)))
    if asked.only:
        wanted = set(asked.only.read_text("utf-8").splitlines())
        sample = [m for m in every if m.key in wanted]
    known, killed, survived, late, begun = reviewed(), Counter[str](), Counter[str](), 0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        copy, log = prepare(folder), Path(folder) / "log"
        read_once()
        for _ in range(2):  # once to compile the copy, once to see how long it takes
            started = time.monotonic()
            if tried(copy, None, 600, log) != len(STAGES):
                sys.exit(f"{log.read_text('utf-8', 'replace')}\nthe tests fail before anything is changed")
        patience = 3 * (time.monotonic() - started) + 10
        for mutant in sample:
            if time.monotonic() - begun > asked.minutes * 60:
                break
            stage = tried(copy, mutant, patience, log)
            late += stage is None
            if stage != len(STAGES):
                killed[mutant.package] += 1
                continue
            survived[mutant.package] += 1
            if mutant.key not in known:
                print(mutant.key, flush=True)
    for package in (*PACKAGES, None):
        dead, alive = ((c[package] if package else c.total()) for c in (killed, survived))
        share = f"{dead / max(dead + alive, 1):.1%}"
        print(f"{package or 'all'}: {dead + alive} tried, {dead} killed, {share}, {alive} survived", file=sys.stderr)
    print(f"of {len(every)} mutants, seed {asked.seed}; {late} killed by the clock", file=sys.stderr)


if __name__ == "__main__":
    main()
