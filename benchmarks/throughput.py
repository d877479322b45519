"""A stream of drafts on one core, many drafts on all cores, and the reading of numbers beside other readers."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from measure import FailedError, Table, in_turn, processor_time, run, told_missing

from imss_check.api import check_text, find_quantities
from imss_check.facts.base import open_base

DAY = date(2025, 12, 1)
PEERS = {
    "text2num": "from text_to_num import alpha2digit as read\nread = lambda t, f=read: f(t, 'es')",
    "quantulum3": "from quantulum3.parser import parse as read",
}
PROGRAM = """
import sys, time
{load}
text = open(sys.argv[1], encoding="utf-8").read()
parts = [text[i:i + 2000] for i in range(0, len(text), 2000)]
read(parts[0])
begun = time.process_time()
for part in parts:
    read(part)
print(time.process_time() - begun)
"""
FLOOR = 100
"""How many times the drafts codespell reads: its dictionary is loaded once."""
MANY = 40


def measure(drafts: list[Path], peers: Path | None) -> Table:
    """Check and read all drafts, each by itself."""
    texts = [draft.read_text("utf-8") for draft in drafts]
    size = sum(len(text.encode()) for text in texts)
    base = open_base()
    claims = sum(len(check_text(text, as_of=DAY, facts=base).documents[0].claims) for text in texts)
    found = {
        "imss-check: check_text": processor_time(lambda: [check_text(t, as_of=DAY, facts=base) for t in texts], 3),
        "imss-check: find_quantities": processor_time(lambda: [find_quantities(text) for text in texts], 3),
    }
    missing: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "joined.txt").write_text("\n\n".join(texts), "utf-8")
        (folder / "long.txt").write_text("\n\n".join(texts * FLOOR), "utf-8")
        bin_ = (peers or Path("no peers given")) / "bin"
        for peer, load in PEERS.items():
            try:
                found[peer] = seconds(bin_ / "python", PROGRAM.format(load=load), folder / "joined.txt")
            except FailedError as error:
                missing[peer] = str(error)
        try:
            found["codespell, a spelling checker"] = run([str(bin_ / "codespell"), "long.txt"], folder).cpu / FLOOR
        except FailedError as error:
            missing["codespell"] = str(error).splitlines()[0]
    rows = [(name, f"{size / taken / 1e6:.3g}", f"{1000 * taken / claims:.3f}") for name, taken in found.items()]
    told = (
        f"{len(texts)} drafts, {size:,} bytes, {claims:,} figures: one every {size // claims} bytes. Processor time. "
        "The bar for check_text is 0.5 MB/s. text2num and quantulum3 only read numbers; codespell shows what reading "
        f"the words costs.{told_missing(missing)}"
    )
    bars = [(name, size / taken / 1e6) for name, taken in found.items()]
    return Table("Throughput of one core", told, ("", "MB/s", "ms a figure"), rows, bars, "MB/s")


def seconds(python: Path, program: str, path: Path) -> float:
    """Run a program of a peer's environment that prints how long it took."""
    try:
        done = subprocess.run([str(python), "-c", program, str(path)], capture_output=True, text=True, timeout=300)
        return float(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise FailedError(f"it does not run: {type(error).__name__}") from None


def many(drafts: list[Path], rounds: int) -> Table:
    """Check many files in one run, with one process and with one a core."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = [draft.read_text("utf-8").split("---")[-1] for draft in drafts]
        for number in range(MANY):
            (folder / f"{number:02}.md").write_text(
                "\n\n".join(texts[(number + n) % len(texts)] for n in range(4)), "utf-8"
            )
        check = [
            sys.executable,
            "-m",
            "imss_check",
            "check",
            "--no-cache",
            "--format",
            "json",
            "--as-of",
            str(DAY),
            ".",
        ]
        commands = {"--jobs 1": [*check, "--jobs", "1"], "--jobs 2": [*check, "--jobs", "2"]}
        costs = in_turn(commands, folder, rounds)
    rows = [
        (label, f"{cost.wall:.2f} s", f"{cost.cpu:.2f} s", f"{costs['--jobs 1'].wall / cost.wall:.2f}")
        for label, cost in costs.items()
    ]
    told = f"{MANY} files of about 4 KB, the whole process, medians of {rounds} runs in turn."
    bars = [(label, cost.wall) for label, cost in costs.items()]
    return Table("Many drafts", told, ("", "time", "of which processor", "gain"), rows, bars, "s")
