"""Mutation testing: `make mutants`. Breaks one thing at a time in a copy of the program; do the tests notice?

A random sample, its seed stated, of the mutants of quantities, linking and verdicts: comparisons turned, `and` for
`or`, conditions negated, numbers changed by one, `+` for `-`, True for False, results dropped.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("quantities", "linking", "verdicts")
NUMBERS = ("test_numbers.py", "test_numbers_properties.py")
CLAIMS = ("test_claims.py", "test_how_it_decides.py", "test_suggest.py", "test_rules.py", "test_examples.py",
          "test_invariants.py")  # fmt: skip
TESTS = {"quantities": (*NUMBERS, *CLAIMS), "linking": CLAIMS, "verdicts": CLAIMS}
"""The quickest tests that look at a package, first those that see most; what survives them counts as a survivor."""
SWAPS: dict[type, type] = {
    ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.Add: ast.Sub, ast.Sub: ast.Add,
    ast.Mult: ast.Add, ast.Div: ast.Mult, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip


class Mutant:
    """A place in a file, and what is put there."""

    def __init__(self, path: Path, number: int, line: int, what: str) -> None:
        self.path, self.number, self.line, self.what = path, number, line, what

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}: {self.what}"


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
    """Return every mutant of the packages."""
    found = []
    for package in PACKAGES:
        for path in sorted((ROOT / "imss_check" / package).rglob("*.py")):
            for number, (node, field, new) in enumerate(changes(ast.parse(path.read_text("utf-8")))):
                shown = type(new[-1] if isinstance(new, list) else new).__name__
                what = f"{type(node).__name__}.{field}: {shown}"
                found.append(Mutant(path, number, getattr(node, "lineno", 0), what))
    return found


def mutated(mutant: Mutant) -> str:
    """Return the source of a mutant."""
    tree = ast.parse(mutant.path.read_text("utf-8"))
    node, field, new = list(changes(tree))[mutant.number]
    setattr(node, field, new)
    return ast.unparse(ast.fix_missing_locations(tree))


def passes(copy: Path, package: str, seconds: float) -> bool:
    """Whether the tests of a package pass on the copy."""
    tests = [f"tests/{name}" for name in TESTS[package] if (copy / "tests" / name).exists()]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        return subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=seconds).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def main() -> None:
    """Try a sample and print the survivors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1943)
    parser.add_argument("--minutes", type=float, default=600)
    asked = parser.parse_args()
    every = mutants()
    sample = random.Random(asked.seed).sample(every, min(asked.sample, len(every)))
    killed, survivors, begun = 0, [], time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        kept = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", ".hypothesis", "dist", "build")
        shutil.copytree(ROOT, copy, ignore=kept)
        started = time.monotonic()
        if not passes(copy, "quantities", 600):
            sys.exit("the tests fail before anything is changed")
        patience = 4 * (time.monotonic() - started) + 10
        for mutant in sample:
            if time.monotonic() - begun > asked.minutes * 60:
                break
            target = copy / mutant.path.relative_to(ROOT)
            whole = target.read_text("utf-8")
            target.write_text(mutated(mutant), "utf-8")
            if passes(copy, mutant.path.relative_to(ROOT).parts[1], patience):
                survivors.append(mutant)
                print(f"survived: {mutant}", flush=True)
            else:
                killed += 1
            target.write_text(whole, "utf-8")
    tried = killed + len(survivors)
    print(f"{len(every)} mutants, {tried} tried (seed {asked.seed}): {killed} killed, {killed / max(tried, 1):.1%}")


if __name__ == "__main__":
    main()
