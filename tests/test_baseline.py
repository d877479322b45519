"""Baselines: written, applied, pruned; they know findings by their words and never by their lines."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from format_samples import DRAFT, sample_document, sample_report

from imss_check.reports.baseline import (
    BASELINE,
    BaselineError,
    apply_baseline,
    baseline_text,
    entries,
    prune,
    read_baseline,
)
from imss_check.reports.fingerprints import Fingerprint, fingerprints


def test_what_is_written_is_read_again_and_suppresses_all_that_it_knows() -> None:
    report = sample_report()
    known = read_baseline(baseline_text(entries(report.documents)))
    assert known == entries(report.documents)
    applied = apply_baseline(report, known)
    reasons = [f.suppressed for d in applied.documents for f in d.findings]
    assert reasons == [BASELINE, "la fuente lo explica", BASELINE, BASELINE] * 2
    assert entries(applied.documents) == known
    text = baseline_text(known)
    assert text.count("\n") == len(known) + 2 and '"line"' not in text and json.loads(text)["version"] == 1


def test_a_finding_is_known_when_lines_move_and_new_when_it_is_one_more() -> None:
    known = entries(sample_report().documents)
    one_less = frozenset(entry for entry in known if entry.ordinal == 1)

    def open_findings(text: str, known: frozenset[Fingerprint] = known) -> int:
        report = sample_report()._replace(documents=(sample_document(text=text),))
        return sum(f.suppressed is None for d in apply_baseline(report, known).documents for f in d.findings)

    assert open_findings("Otra línea.\r\n\r\n" + DRAFT.replace("mil 525", "MIL  525")) == 0
    assert open_findings(DRAFT, one_less) == 1


def test_two_alike_are_told_apart_by_their_order() -> None:
    prints = fingerprints(sample_document())
    alike = [p for p in prints if p.rule == "Q102"]
    assert [p.ordinal for p in alike] == [1, 2] and len({p.digest for p in prints}) == len(prints)


def test_pruning_drops_what_is_gone_and_keeps_what_was_not_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    known = entries(sample_report().documents)
    (tmp_path / "second.txt").write_text("x")
    first = sample_document()
    mended = first._replace(findings=first.findings[:1])
    kept = prune(known, sample_report()._replace(documents=(mended,)))
    assert {e.path for e in kept} == {"second.txt", "borradores/año nuevo.md"}
    assert len([e for e in kept if e.path != "second.txt"]) == 1
    (tmp_path / "second.txt").unlink()
    assert len(prune(known, sample_report()._replace(documents=(mended,)))) == 1


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}',
                                  '{"version": 1, "findings": [{"rule": "Q1"}]}'])  # fmt: skip
def test_what_is_no_baseline_is_said(text: str) -> None:
    with pytest.raises(BaselineError):
        read_baseline(text)


def test_on_the_command_line(tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    wrong = "El IMSS cuenta con mil 525 Unidades de Medicina Familiar."
    draft.write_text(f"---\ndate: 2022-03-01\n---\n{wrong}\n", "utf-8")

    def check(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "imss_check.cli", "check", "a.md", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)

    assert check("--baseline", "known.json").returncode == 2
    assert check("--write-baseline", "known.json").returncode == 0
    assert check("--baseline", "known.json").returncode == 0
    draft.write_text(f"---\ndate: 2022-03-01\n---\n# Título\n\n{wrong} {wrong}\n", "utf-8")
    assert check("--baseline", "known.json").returncode == 1
    log = json.loads(check("--baseline", "known.json", "--format", "sarif").stdout)
    assert [r.get("suppressions", [{}])[0].get("kind") for r in log["runs"][0]["results"]].count("external") == 1
    draft.write_text("---\ndate: 2022-03-01\n---\nNada.\n", "utf-8")
    assert check("--prune-baseline", "known.json").returncode == 0
    assert json.loads((tmp_path / "known.json").read_text("utf-8"))["findings"] == []
