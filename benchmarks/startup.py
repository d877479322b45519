"""One draft, a whole process: ours beside an empty Python, onus and numaudit."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from measure import DRAFTS, Table, in_turn

PEAK = (
    "import resource, sys\nfrom imss_check.cli import main\nsys.stdout = open('/dev/null', 'w')\nmain(sys.argv[1:])\n"
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
)


def measure(drafts: list[Path], peers: Path | None, rounds: int) -> Table:
    """Check the first draft; the peers get the second one as evidence."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first, second = (join(drafts, folder, number) for number in (0, 1))
        plain = folder / "draft.txt"
        shutil.copy(first, plain)
        check = [sys.executable, "-m", "imss_check", "check"]
        commands = {
            "bare Python": [sys.executable, "-c", "pass"],
            "imss-check, plain text, JSON": [*check, "--format", "json", plain.name],
            "imss-check, Markdown, terminal": [*check, "--format", "terminal", first.name],
        }
        if peers is not None:
            commands["onus --no-llm"] = [str(peers / "bin" / "onus"), "--no-llm", first.name, "-e", second.name]
            commands["numaudit"] = [str(peers / "bin" / "numaudit"), first.name, "--data", second.name]
        costs = in_turn(commands, folder, rounds)
        words = len(first.read_text("utf-8").split())
    rows = []
    for label, cost in costs.items():
        beside = (
            f"{cost.wall / costs[peer].wall:.2f}" if peer in costs else "" for peer in ("onus --no-llm", "numaudit")
        )
        rows.append((label, f"{1000 * cost.wall:.0f}", f"{1000 * cost.cpu:.0f}", *beside))
    told = f"A draft of {words} words, medians of {rounds} runs in turn, caches warm."
    head = ("command", "ms", "of which processor", "/ onus", "/ numaudit")
    return Table("Start-up", told, head, rows, [(label, 1000 * c.wall) for label, c in costs.items()], "ms")


def join(drafts: list[Path], folder: Path, number: int) -> Path:
    """Put several drafts together to one of about 1,500 words; a single file is taken as it is."""
    if len(drafts) <= 2:
        path = folder / f"{number}.md"
        shutil.copy(drafts[min(number, len(drafts) - 1)], path)
        return path
    text = ""
    for draft in drafts[number * 8 :]:
        text += draft.read_text("utf-8").split("---")[-1]
        if len(text.split()) > 1_500:
            break
    path = folder / f"{number}.md"
    path.write_text(text, "utf-8")
    return path


__all__ = ["DRAFTS", "measure"]
