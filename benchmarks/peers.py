"""Hold imss-check beside other checkers of figures, on one set of labelled drafts and with one set of facts.

    python benchmarks/peers.py --peers VENV [--claims FOLDER …] [--write docs/peers.md]

VENV is a virtual environment with the peers in it: `pip install onus==0.1.0 numaudit==0.1.0`. Every tool reads the
same drafts, a sentence a line. A line is wrong where a label says that a figure in it is wrong; it is found where the
tool reports an error on it. Lines without a labelled figure do not count. The peers take any text as evidence: they get
every observation of the base, or, which is kinder to them, only those of the metrics that a draft speaks of.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from imss_check.check import check_draft
from imss_check.evaluation.measures import share
from imss_check.evaluation.model import Case
from imss_check.evaluation.read import read_claims
from imss_check.evaluation.score import FIGURES
from imss_check.facts.base import FactBase, open_base
from imss_check.facts.commands import period_of
from imss_check.reports.positions import Positions
from imss_check.text.read import draft_from_text
from imss_check.text.sentences import split_sentences

Lines = set[int]
Tool = Callable[[Path, Case, FactBase], Lines]
UNSOURCED = "unsourced"


class Row(NamedTuple):
    """A tool with its counts by language: lines right and wrong, found and not."""

    tool: str
    counts: dict[str, Counter[str]]


def one_a_line(text: str) -> str:
    """Return a draft with a sentence a line; no offset changes."""
    draft = draft_from_text(text, "-", markdown=True)
    characters = list(text)
    for sentence in split_sentences(draft):
        if draft.blocks[sentence.block].kind == "paragraph" and text[sentence.start - 1 : sentence.start] == " ":
            characters[sentence.start - 1] = "\n"
    return "".join(characters)


def evidence(base: FactBase, metrics: Iterable[str]) -> str:
    """Return facts as sentences: what is counted, in both languages, the period, the value, the figure as printed."""
    lines = []
    for metric in base.metrics(metrics):
        name = " / ".join(metric.name.values())
        for seen in base.observations(metric.id):
            if seen.derived is None:
                printed = f" (printed: {seen.printed})" if seen.printed else ""
                lines.append(f"{name}, {period_of(seen)}: {seen.value:,f} {metric.unit}{printed}.")
    return "\n".join(lines) + "\n"


def imss_check(path: Path, case: Case, base: FactBase) -> Lines:
    """Return the lines on which imss-check reports an error."""
    text = path.read_text("utf-8")
    report = check_draft(draft_from_text(text, case.name, markdown=True), base, case.day, "option")
    places = Positions(text)
    return {places.at(f.spans[0][0]).line for f in report.findings if f.severity == "error"}


def onus(venv: Path, kind: bool, path: Path, case: Case, base: FactBase) -> Lines:
    """Return the lines on which onus reports that the evidence has no such figure."""
    given = written_evidence(path, case, base, kind)
    report = json.loads(run([str(venv / "bin/onus"), "--no-llm", "--format", "json", "-e", str(given), str(path)]))
    return {int(f["label"].split()[-1]) for doc in report for f in doc["findings"]}


def numaudit(venv: Path, kind: bool, path: Path, case: Case, base: FactBase) -> Lines:
    """Return the lines on which numaudit reports a number without a source."""
    given = written_evidence(path, case, base, kind)
    report = json.loads(run([str(venv / "bin/numaudit"), "--json", "--data", str(given), "--", str(path)]))
    return {f["line"] for doc in report["documents"] for f in doc["findings"] if f["status"] == UNSOURCED}


def written_evidence(path: Path, case: Case, base: FactBase, kind: bool) -> Path:
    """Return the file of evidence for a draft; it is written when it is first asked for."""
    own = {metric for label in case.labels for metric in label.metrics}
    target = path.parent / (f"{case.name}.facts.txt" if kind else "facts.txt")
    if not target.exists():
        target.write_text(evidence(base, sorted(own) if kind else base.ids()), "utf-8")
    return target


def run(command: list[str]) -> str:
    """Return what a command prints; a status of 1 means that it found something."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} ended with {done.returncode}: {done.stderr[-300:]}")
    return done.stdout


def measure(cases: list[Case], tools: dict[str, Tool], base: FactBase) -> Iterator[Row]:
    """Yield the counts of each tool."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {case.name: Path(folder) / f"{case.name}.md" for case in cases}
        for case in cases:
            paths[case.name].write_text(one_a_line(case.text), "utf-8")
        for name, tool in tools.items():
            counts: dict[str, Counter[str]] = {}
            for case in cases:
                wrong, all_lines = told_lines(case, paths[case.name].read_text("utf-8"))
                found = tool(paths[case.name], case, base) & all_lines
                own = counts.setdefault(case.language, Counter())
                own.update(right=len(found & wrong), given=len(found), wanted=len(wrong), lines=len(all_lines))
            yield Row(name, dict(sorted(counts.items())))


def told_lines(case: Case, text: str) -> tuple[Lines, Lines]:
    """Return the lines with a wrong figure, and those with any labelled figure."""
    places = Positions(text)
    figures = [label for label in case.labels if label.role in FIGURES]
    wrong = {places.at(label.start).line for label in figures if label.truth == "contradicted"}
    return wrong, {places.at(label.start).line for label in figures}


def table(rows: Iterable[Row]) -> list[str]:
    """Return the counts as a Markdown table, with 95 % intervals."""
    lines = ["| tool | language | wrong lines found: precision | recall |", "| --- | --- | --- | --- |"]
    for row in rows:
        for language, n in row.counts.items():
            precision, recall = (cell(n["right"], n[of]) for of in ("given", "wanted"))
            lines.append(f"| {row.tool} | {language} | {precision} | {recall} |")
    return lines


def cell(right: int, of: int) -> str:
    """Return a share with its interval."""
    value = share(right, of)
    return "–" if value is None else f"{value.value:.2f} [{value.low:.2f}, {value.high:.2f}] {right}/{of}"


def section(claims: Path, tools: dict[str, Tool], base: FactBase) -> str:
    """Return the results on one folder of claims."""
    cases = [case for case in read_claims(claims) if case.kind == "drafts"]
    rows = list(measure(cases, tools, base))
    lines = sum(n["lines"] for n in rows[0].counts.values())
    told = f"{date.today()}, {len(cases)} drafts, {lines} lines with figures."
    return f"## {claims.as_posix()}\n\n{told}\n\n" + "\n".join(table(rows)) + "\n"


def main() -> None:
    """Run every tool and print or write the page."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--peers", type=Path, required=True, help="a virtual environment with onus and numaudit in it")
    options.add_argument("--claims", type=Path, nargs="+", default=[Path("claims/dev"), Path("claims/held")])
    options.add_argument("--write", type=Path, help="the page to write")
    given = options.parse_args()
    tools: dict[str, Tool] = {"imss-check": imss_check}
    for kind, name in ((False, "all facts"), (True, "the draft's metrics only")):
        tools[f"onus 0.1.0, {name}"] = partial(onus, given.peers, kind)
        tools[f"numaudit 0.1.0, {name}"] = partial(numaudit, given.peers, kind)
    head = Path(__file__).with_name("peers_head.md").read_text("utf-8")
    text = "\n".join([head, *(section(claims, tools, open_base()) for claims in given.claims)])
    if given.write:
        given.write.write_text(text, "utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
