"""How long whole runs take: `make bench`. Medians of several runs taken in turn; trust the ratios before the digits."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

DRAFT = Path(__file__).resolve().parent.parent / "claims" / "demo.md"
ROUNDS = 10


def commands(folder: Path) -> dict[str, list[str]]:
    """What is measured: bare Python, one draft in two kinds, sixty drafts in one run, a command of typer."""
    text = DRAFT.read_text("utf-8")
    plain = folder / "draft.txt"
    plain.write_text(text, "utf-8")
    many = folder / "many"
    many.mkdir()
    for number in range(60):
        (many / f"{number:02}.md").write_text(text * 4, "utf-8")
    check = [sys.executable, "-m", "imss_check", "check", "--format", "json"]
    return {
        "bare Python": [sys.executable, "-c", "pass"],
        "one draft, plain text": [*check, str(plain)],
        "one draft, Markdown": [*check, str(DRAFT)],
        "60 drafts": [*check, str(many)],
        "explain Q102": [sys.executable, "-m", "imss_check", "explain", "Q102"],
    }


def main() -> None:
    """Print the median of each."""
    with tempfile.TemporaryDirectory() as folder:
        todo = commands(Path(folder))
        times: dict[str, list[float]] = {name: [] for name in todo}
        for _ in range(ROUNDS):
            for name, command in todo.items():
                begun = time.perf_counter()
                done = subprocess.run(command, capture_output=True)
                times[name].append(time.perf_counter() - begun)
                if done.returncode not in (0, 1):
                    sys.exit(f"{name}: status {done.returncode}\n{done.stderr.decode()}")
    for name, seconds in times.items():
        print(f"{name:<24} {median(seconds) * 1000:7.0f} ms")


if __name__ == "__main__":
    main()
