"""One draft, a whole process: ours beside an empty Python, onus and numaudit."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from measure import Table, in_turn, told_missing

BARS = {"onus --no-llm": 0.5, "numaudit": 2.2}
"""What the time of a check may be, in the times of each peer."""


def measure(drafts: list[Path], peers: Path | None, rounds: int) -> Table:
    """Check the first draft; the peers get the second one as evidence."""
    missing: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first, second = (join(drafts, folder, number) for number in (0, 1))
        plain = folder / "draft.txt"
        shutil.copy(first, plain)
        ours = [sys.executable, "-m", "imss_check"]
        bin_ = (peers or Path("no peers given")) / "bin"
        commands = {
            "bare Python": [sys.executable, "-c", "pass"],
            "imss-check, plain text, JSON": [*ours, "check", "--no-cache", "--format", "json", plain.name],
            "imss-check, Markdown, terminal": [*ours, "check", "--no-cache", "--format", "terminal", first.name],
            "imss-check, nothing has changed": [*ours, "check", "--format", "json", plain.name],
            "imss-check explain Q102": [*ours, "explain", "Q102"],
            "onus --no-llm": [str(bin_ / "onus"), "--no-llm", first.name, "-e", second.name],
            "numaudit": [str(bin_ / "numaudit"), first.name, "--data", second.name],
        }
        costs = in_turn(commands, folder, rounds, missing)
        words = len(first.read_text("utf-8").split())
    rows = []
    for label, cost in costs.items():
        beside = (f"{cost.wall / costs[peer].wall:.2f}" if peer in costs else "–" for peer in BARS)
        rows.append((label, f"{1000 * cost.wall:.0f}", f"{1000 * cost.cpu:.0f}", *beside))
    told = (
        f"A draft of {words} words, medians of {rounds} runs in turn, caches warm; every draft is checked anew, but "
        f"where nothing has changed. The bars for a check are {BARS['onus --no-llm']} of onus and "
        f"{BARS['numaudit']} of numaudit.{told_missing(missing)}"
    )
    head = ("command", "ms", "of which processor", "/ onus", "/ numaudit")
    return Table("Start-up", told, head, rows, [(label, 1000 * c.wall) for label, c in costs.items()], "ms")


def join(drafts: list[Path], folder: Path, number: int) -> Path:
    """Put several drafts together to one of about 1,500 words; a single file is taken as it is."""
    path = folder / f"{number}.md"
    if len(drafts) <= 2:
        shutil.copy(drafts[min(number, len(drafts) - 1)], path)
        return path
    text = ""
    for draft in drafts[number * 8 :]:
        text += draft.read_text("utf-8").split("---")[-1]
        if len(text.split()) > 1_500:
            break
    path.write_text(text, "utf-8")
    return path
