"""Every rule against its table: sentences on which it fires, and sentences on which it stays silent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from imss_check import check_text
from imss_check.verdicts import rules
from imss_check.verdicts.findings import RULES

SELF_TABLES = sorted(Path(rules.__file__).parent.glob("q3*.yaml"))
CLAIM_TABLES = sorted((Path(rules.__file__).parent.parent / "tables").glob("q*.yaml"))
OWN = "Q3"
DAY = date(2025, 3, 1)
SIDE, ROWS = 8, 6
"""The least number of rows: a side of a self-check's language, and a table of claims."""


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def code_of(path: Path) -> str:
    return path.stem.partition("_")[0].upper()


def param(row: dict[str, Any], *values: Any) -> Any:
    marks = [pytest.mark.xfail(reason=row["xfail"], strict=True)] if "xfail" in row else []
    return pytest.param(*values, marks=marks, id=f"{values[0]}: {' '.join(row['text'].split())[:70]}")


def own_rows() -> Iterator[Any]:
    for path in SELF_TABLES:
        table = read(path)
        for side in ("flags", "silent"):
            for row in table[side]:
                row = row if isinstance(row, dict) else {"text": row}
                yield param(row, f"{code_of(path)} {side}", row["text"], row.get("as_of", table.get("as_of", DAY)))


def claim_rows() -> Iterator[Any]:
    for path in CLAIM_TABLES:
        for row in read(path):
            code = row["code"]
            yield param(row, code_of(path), row["text"], row["as_of"], code if code is None else str(code))


@pytest.mark.parametrize(("what", "text", "day"), own_rows())
def test_self_checks(what: str, text: str, day: date) -> None:
    code, side = what.split()
    found = [f for f in check_text(text, as_of=day).documents[0].findings if f.code.startswith(OWN)]
    if side == "silent":
        assert not [f.message for f in found if f.code == code]
    else:
        assert [f for f in found if f.code == code], [f.message for f in found]


@pytest.mark.parametrize(("table", "text", "day", "code"), claim_rows())
def test_claims(table: str, text: str, day: date, code: str | None) -> None:
    found = [f for f in check_text(text, as_of=day).documents[0].findings if not f.code.startswith(OWN)]
    assert [f.code for f in found] == ([] if code is None else [code]), [f.message for f in found]


@pytest.mark.parametrize("code", sorted(code for code in RULES if code.startswith("Q")))
def test_every_rule_has_a_table(code: str) -> None:
    tables = [path for path in (*SELF_TABLES, *CLAIM_TABLES) if code_of(path) == code]
    assert len(tables) == 1
    table = read(tables[0])
    if code.startswith(OWN):
        assert min(len(table["flags"]), len(table["silent"])) >= 2 * SIDE
    else:
        assert len(table) >= ROWS
        assert {row["code"] for row in table} >= {None, code}
