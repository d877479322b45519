"""What 1 MB of each hostile text costs: `make limits`. Seconds of processor, megabytes of memory, and what was said."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from hostile import MEGABYTE, TEXTS

SECONDS, MEGABYTES = 5, 300


def run(text: str, ending: str, patience: int) -> tuple[float, float, int]:
    """Check a text; return the seconds and megabytes that it took, and the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, f"draft{ending}")
        Path(path).write_bytes(text.encode("utf-8", "replace"))
        options = ["--no-cache", "--config", "none", "--as-of", "2022-03-01"]
        command = [sys.executable, "-m", "imss_check", "check", *options, path]

        def limited() -> None:
            resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
            resource.setrlimit(resource.RLIMIT_AS, (2**31, 2**31))

        process = subprocess.Popen(command, stdout=-3, stderr=-3, preexec_fn=limited)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode


def main() -> None:
    """Print a line for each text, and at the end how many are within the limits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="texts (default: all)")
    parser.add_argument("--size", type=int, default=MEGABYTE)
    parser.add_argument("--ending", default=".txt")
    parser.add_argument("--patience", type=int, default=60, help="seconds after which a run is stopped")
    asked = parser.parse_args()
    within, tried = 0, 0
    for name in asked.names or TEXTS:
        seconds, memory, status = run(TEXTS[name](asked.size), asked.ending, asked.patience)
        good = seconds <= SECONDS and memory <= MEGABYTES and status in (0, 1, 2)
        within, tried = within + good, tried + 1
        beyond = "" if good else "  BEYOND"
        print(f"{name:<26} {seconds:6.1f} s {memory:5.0f} MB  status {status:>3}{beyond}", flush=True)
    print(f"{within} of {tried} within {SECONDS} s and {MEGABYTES} MB")


if __name__ == "__main__":
    main()
