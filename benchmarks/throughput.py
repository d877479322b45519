"""A stream of drafts on one core; and the reading of numbers beside other readers of numbers."""

from __future__ import annotations

import subprocess
import tempfile
from datetime import date
from pathlib import Path

from measure import Table, processor_time

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


def measure(drafts: list[Path], peers: Path | None) -> Table:
    """Check and read all drafts, each by itself."""
    texts = [draft.read_text("utf-8") for draft in drafts]
    size = sum(len(text.encode()) for text in texts)
    base = open_base()
    claims = sum(len(check_text(text, as_of=DAY, facts=base).documents[0].claims) for text in texts)
    found = {
        "check_text": processor_time(lambda: [check_text(text, as_of=DAY, facts=base) for text in texts], 3),
        "find_quantities": processor_time(lambda: [find_quantities(text) for text in texts], 3),
    }
    if peers is not None:
        with tempfile.TemporaryDirectory() as folder:
            joined = Path(folder) / "joined.txt"
            joined.write_text("\n\n".join(texts), "utf-8")
            for name, load in PEERS.items():
                command = [str(peers / "bin" / "python"), "-c", PROGRAM.format(load=load), str(joined)]
                done = subprocess.run(command, capture_output=True, text=True)
                if done.returncode == 0:
                    found[name] = float(done.stdout)
    rows = [(name, f"{size / taken / 1e6:.3g}", f"{1000 * taken / claims:.3f}") for name, taken in found.items()]
    told = f"{len(texts)} drafts, {size:,} bytes, {claims:,} figures: one every {size // claims} bytes. Processor time."
    bars = [(name, size / taken / 1e6) for name, taken in found.items()]
    return Table("Throughput of one core", told, ("", "MB/s", "ms a figure"), rows, bars, "MB/s")
