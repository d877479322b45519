"""Fuzz one target with atheris: `python tests/fuzz/run.py quantities --seconds 600 --runs 1000000`.

The corpus of a target is `tests/fuzz/corpus/TARGET`: cases that once failed, and seeds. What is found new is written to
the folder given by `--found`; add it to the corpus with the repair, and `tests/test_fuzz.py` keeps it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent.parent)]

import atheris  # noqa: E402
from seeds import dictionary, seeds  # noqa: E402


def main() -> None:
    """Fuzz until the time or the number of executions is used up, or something is found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--runs", type=int, default=1_000_000)
    parser.add_argument("--found", default="build/fuzz")
    asked = parser.parse_args()
    with atheris.instrument_imports(include=["imss_check"]):
        from targets import TARGETS
    target = TARGETS[asked.target]
    found = Path(asked.found) / asked.target
    found.mkdir(parents=True, exist_ok=True)

    corpus = HERE / "corpus" / asked.target
    new = found / "corpus"
    new.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds(asked.target)):
        (new / f"seed-{number}").write_bytes(seed)
    longest = 4096 if asked.target in ("check", "quantities", "periods") else 65_536  # whole files
    words = found / "words.dict"
    words.write_text(dictionary(), "utf-8")
    options = [f"-max_total_time={asked.seconds}", f"-runs={asked.runs}", f"-artifact_prefix={found}/",
               f"-dict={words}", f"-max_len={longest}", "-len_control=10", "-timeout=20", "-rss_limit_mb=1024",
               "-print_final_stats=1", "-verbosity=0"]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(new), *([str(corpus)] if corpus.is_dir() else [])], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
