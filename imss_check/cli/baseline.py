"""The files of baselines: what `--baseline`, `--write-baseline` and `--prune-baseline` read and write."""

from __future__ import annotations

import os
from typing import Any

from imss_check.cli.status import CommandError
from imss_check.reports.model import Report
from imss_check.said import Said, because


def with_baseline(report: Report, options: dict[str, Any]) -> Report:
    """Return the report with the findings of a baseline suppressed, after writing or pruning it where that is asked."""
    written, pruned = options.get("write_baseline"), options.get("prune_baseline")
    path = written or pruned or options.get("baseline")
    if path is None:
        return report
    from imss_check.reports.baseline import (
        BaselineError,
        apply_baseline,
        baseline_text,
        entries,
        prune,
        read_baseline,
    )

    try:
        with open(path, encoding="utf-8") as file:
            known = read_baseline(file.read())
    except BaselineError as error:
        raise CommandError(Said("{path}: {why}", path=path, why=error)) from None
    except FileNotFoundError:
        if not written:
            raise CommandError(Said("{path}: no such baseline; --write-baseline {path} makes one", path=path)) from None
        known = frozenset()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(Said("{path}: cannot be read: {why}", path=path, why=error)) from None
    if written or pruned:
        known = prune(known, report)
        if written:
            known |= entries(report.documents)
        replace(path, baseline_text(known))
    return apply_baseline(report, known)


def replace(path: str, text: str) -> None:
    """Write a file so that it is either the old one or the new one, whenever the run is interrupted."""
    fresh = f"{path}.{os.getpid()}.new"
    try:
        with open(fresh, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.replace(fresh, path)
    except OSError as error:
        raise CommandError(Said("{path}: cannot be written: {why}", path=path, why=because(error))) from None
    finally:
        if os.path.exists(fresh):
            os.unlink(fresh)
