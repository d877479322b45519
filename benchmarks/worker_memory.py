"""What a worker holds while it checks very many short documents: it must not grow with them.

    python benchmarks/worker_memory.py [--documents 1000000] [--every 20000]

One process does what a worker of an archive does: it reads JSON lines part by part, checks them, and writes Parquet. No
two documents are alike. Bar: the last fifth takes at most 3 % more than the second fifth, by medians.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from statistics import median

from measure import DRAFTS, held, megabytes

from imss_check.archive.dataset import Part
from imss_check.archive.worker import write_part
from imss_check.facts.base import open_base
from imss_check.text.read import draft_from_text
from imss_check.text.sentences import split_sentences

SLACK = 1.03


def sentences(drafts: list[Path]) -> list[str]:
    """Return the sentences of some drafts."""
    found = []
    for path in drafts:
        draft = draft_from_text(path.read_text("utf-8"), path.name, markdown=True)
        found += [" ".join(draft.clean[s.start : s.end].split()) for s in split_sentences(draft)]
    return [text for text in found if text]


def documents(drafts: list[Path], count: int) -> Iterator[dict[str, str]]:
    """Yield short documents: a sentence of a draft, and a number and a word that no other one has."""
    first, told = date(2010, 1, 1), cycle(sentences(drafts))
    for number in range(count):
        text = f"{next(told)} La nota {number:,} es de {word(number)}."
        yield {"id": f"n{number}", "text": text, "date": (first + timedelta(days=number % 5_800)).isoformat()}


def word(number: int) -> str:
    """Return a word of letters for a number."""
    letters = "abcdefghij"
    return "pueblo" + "".join(letters[int(digit)] for digit in str(number))


def watch(drafts: list[Path], count: int, every: int, told: bool = True) -> list[tuple[int, float, float]]:
    """Return (documents so far, kilobytes held, seconds so far) after each part."""
    base, begun, seen = open_base(), time.process_time(), []
    made = documents(drafts, count)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "part.jsonl"
        for done in range(0, count, every):
            rows = [json.dumps(next(made), ensure_ascii=False) for _ in range(min(every, count - done))]
            path.write_text("\n".join(rows) + "\n", "utf-8")
            write_part(Part(0, str(path), 0, None), base, name, None)
            seen.append((done + len(rows), held(), time.process_time() - begun))
            if told:
                sys.stderr.write(f"{seen[-1][0]:>9,} documents {megabytes(seen[-1][1]):>8} {seen[-1][2]:8.0f} s\n")
    return seen


def flat(seen: list[tuple[int, float, float]]) -> float:
    """Return by what memory grew from the second fifth to the last one: 1.0 is not at all."""
    fifth = max(1, len(seen) // 5)
    second, last = seen[fifth : 2 * fifth] or seen, seen[-fifth:]
    return median(held for _, held, _ in last) / median(held for _, held, _ in second)


def main() -> int:
    """Watch, and return whether memory stayed flat."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--every", type=int, default=20_000)
    asked = parser.parse_args()
    seen = watch(DRAFTS, asked.documents, asked.every)
    growth = flat(seen)
    print(f"{seen[-1][0]:,} documents: {megabytes(seen[0][1])} at first, {megabytes(seen[-1][1])} at last, "
          f"the last fifth {growth:.3f} times the second one (at most {SLACK})")  # fmt: skip
    return 0 if growth <= SLACK else 1


if __name__ == "__main__":
    sys.exit(main())
