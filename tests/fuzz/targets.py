"""What is fuzzed: each target takes bytes from a stranger, and raises only where the program has a defect."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from imss_check.check import check_drafts
from imss_check.cli.config import read_config
from imss_check.cli.status import CommandError
from imss_check.facts.base import FactBase, open_base
from imss_check.facts.nodes import parse_nodes
from imss_check.ledger.model import LedgerError, ledger_text, read_ledger
from imss_check.periods.find import find_periods
from imss_check.quantities.find import find_quantities
from imss_check.reports.formats import Screen, load_format
from imss_check.text.model import Draft
from imss_check.text.read import ReadError, draft_from_bytes, draft_from_text
from imss_check.text.sentences import split_sentences
from imss_check.text.words import fold, words

DAY = date(2022, 3, 1)
HERE = Path(__file__).parent
LONGEST = 100_000


def text_of(data: bytes) -> str:
    """Return any bytes as a text: what is no UTF-8 becomes lone surrogates."""
    return data[:LONGEST].decode("utf-8", "surrogateescape")


def is_sound(draft: Draft) -> None:
    """Assert what every reader promises of a draft."""
    length = len(draft.text)
    assert len(draft.clean) == length
    for a, b in (*draft.masked, *draft.comments, *((block.start, block.end) for block in draft.blocks)):
        assert 0 <= a <= b <= length
    for k, block in enumerate(draft.blocks):
        assert -1 <= block.under < k
    before = 0
    for sentence in split_sentences(draft):
        block = draft.blocks[sentence.block]
        assert max(before, block.start) <= sentence.start <= sentence.end <= block.end
        before = sentence.end
    for seen, meant in zip(draft.clean, draft.text, strict=True):
        assert draft.moved or "&" in draft.text or seen in (meant, " ", "\n", "\ufffd") or meant.isspace()


def quantities(data: bytes) -> None:
    """Numbers in any text have spans in order and sound intervals."""
    text, before = text_of(data), 0
    for language in (None, "es", "en"):
        before = 0
        for q in find_quantities(text, language):
            assert before <= q.start < q.end <= len(text)
            assert q.value.is_finite()
            assert q.low is None or q.low <= q.value
            assert q.high is None or q.value <= q.high
            before = q.start


def periods(data: bytes) -> None:
    """Periods in any text have spans in order and are no empty stretches of days."""
    text = text_of(data)
    folded = fold(text)
    for language in ("es", "en"):
        for p in find_periods(text, folded, words(folded), language, 0, len(text), DAY):
            assert 0 <= p.start < p.end <= len(text)
            assert p.first < p.last


def plain(data: bytes) -> None:
    """Any plain text is a draft."""
    is_sound(draft_from_text(text_of(data)))


def markdown(data: bytes) -> None:
    """Any text is Markdown."""
    is_sound(draft_from_text(text_of(data), markdown=True))


def from_bytes(module: str) -> Callable[[bytes], None]:
    """Return a target that gives a file to a reader."""

    def target(data: bytes) -> None:
        try:
            draft = draft_from_bytes(data, f"imss_check.text.{module}", "draft")
        except ReadError:
            return
        is_sound(draft)

    return target


def docx(data: bytes) -> None:
    """The XML of a Word file, in a sound archive."""
    from office import docx as made

    from_bytes("docx")(made(text_of(data).encode("utf-8", "replace").decode()))


def odt(data: bytes) -> None:
    """The XML of an OpenDocument file, in a sound archive."""
    from office import odt as made

    from_bytes("odt")(made(text_of(data).encode("utf-8", "replace").decode()))


def nodes(data: bytes) -> None:
    """Any text is YAML, or a list of defects with places in it."""
    text = text_of(data)
    node, errors = parse_nodes(text, "facts.yaml")
    for error in errors:
        assert error.line >= 1
        assert error.column >= 1
    assert node is None or node.line >= 1


def config(data: bytes) -> None:
    """Any file is a configuration, or is refused with its place."""
    path = os.path.join(scratch(), "imss-check.toml")
    Path(path).write_bytes(data)
    try:
        read_config(path)
    except CommandError as error:
        assert all(error.lines)


def ledger(data: bytes) -> None:
    """Any text is a ledger that is written as it was read, or is refused."""
    try:
        entries = read_ledger(text_of(data))
    except LedgerError:
        return
    assert read_ledger(ledger_text(entries)) == entries


def check(data: bytes) -> None:
    """Any text is checked, and every claim is the draft between its offsets."""
    text = text_of(data[:2000])
    report = check_drafts([draft_from_text(text, markdown=True)], DAY, base())
    for document in report.documents:
        for claim in document.claims:
            assert text[claim.start : claim.end] == claim.text
    for name in ("json", "markdown", "terminal"):
        load_format(name).render(report, Screen(facts=base())).encode("utf-8", "replace")


@cache
def base() -> FactBase:
    """The base that is shipped."""
    return open_base()


@cache
def scratch() -> str:
    """A folder for files that are read at once."""
    return tempfile.mkdtemp()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "quantities": quantities,
    "periods": periods,
    "plain": plain,
    "markdown": markdown,
    "html": from_bytes("html"),
    "docx": docx,
    "docx_bytes": from_bytes("docx"),
    "odt": odt,
    "odt_bytes": from_bytes("odt"),
    "pdf": from_bytes("pdf"),
    "nodes": nodes,
    "config": config,
    "ledger": ledger,
    "check": check,
}
