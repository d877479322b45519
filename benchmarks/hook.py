"""What the git hook costs: 60 staged drafts of 500 words, against one process that checks the same files.

Run it with the environment's Python. Bars: `hook run` at most 1.5 times the check, and less than 20 ms of git.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

DRAFTS, WORDS, ROUNDS = 60, 500, 7
GIT_ROUNDS = 30
"""What git itself costs is the fastest of many rounds: the rest is what else the machine does."""
HEAD = "---\ndate: 2022-03-01\n---\n\n"
FIGURES = (
    "La red suma mil 531 Unidades de Medicina Familiar y atiende {n} mil 25 llamadas. ",
    "Al cierre de 2021 había 20 millones 620 mil 148 puestos de trabajo afiliados, {n} más que en la nota anterior. ",
    "En un día típico se dan 404 mil 118 consultas, y {n} personas llegaron tarde. ",
)
PROSE = "La nota sigue con palabras de relleno que hablan de otra cosa y no dicen ningún número que se pueda revisar. "


def draft(number: int) -> str:
    """A draft of about 500 words with a figure every 60 words or so."""
    text, step = HEAD, 0
    while len(text.split()) < WORDS:
        text += FIGURES[(number + step) % len(FIGURES)].format(n=number + step) + PROSE * 2
        step += 1
        if step % 3 == 0:
            text += "\n\n"
    return text + "\n"


def seconds(act: Callable[[], object]) -> float:
    """How long something takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def main() -> int:
    """Measure, print, and return whether the bars are met."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)

        def git(*arguments: str, given: bytes = b"") -> bytes:
            done = subprocess.run(["git", *arguments], cwd=root, input=given, capture_output=True, check=True)
            return done.stdout

        def program(*arguments: str) -> None:
            command = [sys.executable, "-m", "imss_check", *arguments, "--no-cache", "--format", "lines"]
            done = subprocess.run(command, cwd=root, stdout=subprocess.DEVNULL, env={**os.environ})
            assert done.returncode in (0, 1), done.returncode

        def only_git() -> None:
            """The two git processes of a run, and nothing else."""
            listed = git("--no-optional-locks", "diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames")
            blobs = [row.split(b" ")[3] for row in listed.split(b"\0")[:-1:2]]
            git("cat-file", "--batch", "--buffer", given=b"\n".join(blobs) + b"\n")

        git("init", "--quiet")
        names = [f"nota {number:02}.md" for number in range(DRAFTS)]
        for number, name in enumerate(names):
            (root / name).write_text(draft(number), "utf-8")
        git("add", ".")
        acts: dict[str, Callable[[], None]] = {
            "check": lambda: program("check", *names),
            "hook run": lambda: program("hook", "run"),
        }
        times: dict[str, list[float]] = {name: [] for name in acts}
        for _ in range(ROUNDS):  # interleaved, so that the machine's moods meet all alike
            for name, act in acts.items():
                times[name].append(seconds(act))
        best = {name: statistics.median(spent) * 1000 for name, spent in times.items()}
        git_spent = sorted(seconds(only_git) * 1000 for _ in range(GIT_ROUNDS))
        git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "-m", "x", "--no-verify")
        idle = statistics.median(seconds(lambda: program("hook", "run")) for _ in range(ROUNDS)) * 1000
    ratio = best["hook run"] / best["check"]
    print(f"{DRAFTS} drafts of {WORDS} words, median of {ROUNDS} rounds")
    print(f"check     {best['check']:7.0f} ms")
    print(f"hook run  {best['hook run']:7.0f} ms, {ratio:.2f} times the check (at most 1.5)")
    print(f"git       {git_spent[0]:7.1f} ms at best, {statistics.median(git_spent):.1f} median (at best less than 20)")
    print(f"idle      {idle:7.0f} ms with nothing staged")
    return 0 if ratio <= 1.5 and git_spent[0] < 20 else 1


if __name__ == "__main__":
    sys.exit(main())
