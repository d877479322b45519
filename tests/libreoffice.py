"""What LibreOffice makes of our sources today, and of the files that we annotate. `make test-office` runs these."""

from __future__ import annotations

import shutil
import sys
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from imss_check.check import check_drafts
from imss_check.reports.coverage import shown_findings
from imss_check.reports.model import DocumentReport
from imss_check.reports.remarks import annotate
from imss_check.text.read import draft_from_text, read_draft

OFFICE = Path(__file__).parent / "fixtures" / "office"
sys.path.insert(0, str(OFFICE))
import make  # noqa: E402

assert shutil.which("soffice"), "LibreOffice is not installed: apt-get install libreoffice-writer-nogui"
DAY = date(2021, 12, 9)
ODF = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    make.make(folder)
    return folder


def check(path: Path) -> DocumentReport:
    return check_drafts([read_draft(str(path))], as_of=DAY).documents[0]


def claims(document: DocumentReport) -> list[tuple[object, ...]]:
    """Return what is said of each figure, and the figure as it is written, its space and markup left aside."""
    return [(c.quantity.value, c.quantity.unit, c.metric, c.period, c.verdict) for c in document.claims]


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf"])
def test_claim_by_claim(made: Path, ending: str) -> None:
    page, document = check(OFFICE / "draft.html"), check(made / f"draft.{ending}")
    assert len(page.claims) > 10
    assert claims(document) == claims(page)
    for claim in document.claims:
        assert document.text[claim.start : claim.end] == claim.text
    assert [f.code for f in document.findings] == [f.code for f in page.findings]


@pytest.mark.parametrize("ending", ["docx", "odt", "pdf"])
def test_as_plain_text(made: Path, ending: str) -> None:
    """The paragraphs as a Markdown text say the same."""
    draft = read_draft(str(made / f"draft.{ending}"))
    cells = [draft.clean[b.start : b.end] for b in draft.blocks if b.kind == "cell"]
    rows = [cells[n : n + 3] for n in range(0, len(cells), 3)]
    table = ["| " + " | ".join(row) + " |" for row in [rows[0], ["---"] * 3, *rows[1:]]]
    lines: list[str] = []
    last = ""
    for block in draft.blocks:
        words = draft.clean[block.start : block.end].replace("\n", " ")
        if block.kind != "cell":
            lines += ["", {"heading": "# ", "item": "- "}.get(block.kind, "") + words]
        elif last != "cell":
            lines += ["", *table]
        last = block.kind
    plain = check_drafts([draft_from_text("\n".join(lines), markdown=True)], as_of=DAY).documents[0]
    assert claims(plain) == claims(check(made / f"draft.{ending}"))


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_tracked_changes(made: Path, ending: str) -> None:
    document = check(made / f"tracked.{ending}")
    values = [claim.text for claim in document.claims]
    assert "165,436" in values and "148,917" in values and "1,525" in values
    assert not {"999", "463", "180,000", "4,321"} & set(values)


@pytest.mark.parametrize("name", ["draft", "tracked"])
@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_comments_come_back_on_their_words(made: Path, tmp_path: Path, name: str, ending: str) -> None:
    """LibreOffice opens the annotated file and saves it anew: every comment stands where it stood."""
    source, target = made / f"{name}.docx", tmp_path / f"{name}.docx"
    document = check(source)
    added = annotate(source, target, document)
    (tmp_path / "again").mkdir()
    again = make.convert(target, ending, tmp_path / "again")
    if ending == "docx":
        again = make.convert(again, "odt", tmp_path)
    findings = shown_findings(document)
    assert added == len(findings) > 2
    expected = [(f"{f.code} {f.name}: {f.message}", words(document, f.spans[0])) for f in findings]
    assert sorted(annotations(again)) == sorted(expected)


def words(document: DocumentReport, span: tuple[int, int]) -> str:
    """Return the words of a span; those of a note, in which no comment can stand, are the note's mark: none."""
    block = next(b for b in reversed(document.blocks) if b.start <= span[0])
    box = document.text[block.start : block.end].startswith("Recuadro")
    return "" if block.kind == "note" or box else document.text[span[0] : span[1]]


def annotations(path: Path) -> list[tuple[str, str]]:
    """Return the first paragraph of each comment of an OpenDocument text, and the words that it stands on."""
    with zipfile.ZipFile(path) as file:
        root = ElementTree.fromstring(file.read("content.xml"))
    told: dict[str, str] = {}
    on: dict[str, str] = {}
    opened: set[str] = set()
    silent = {f"{ODF}annotation", f"{TEXT}note", f"{TEXT}tracked-changes", "frame"}

    def add(text: str | None) -> None:
        for name in opened:
            on[name] += text or ""

    def walk(element: ElementTree.Element) -> None:
        name = element.get(f"{ODF}name", "")
        if element.tag == f"{ODF}annotation":
            told[name] = "".join(element.findall(f"{TEXT}p")[0].itertext())
            on[name] = ""
            opened.add(name)
        elif element.tag == f"{ODF}annotation-end":
            opened.discard(name)
        elif element.tag not in silent and not element.tag.endswith("}frame"):
            add(element.text)
            for child in element:
                walk(child)
                add(child.tail)
            return
        if element.tag.endswith("}s"):
            add(" ")

    walk(root)
    return [(told[name], on[name]) for name in told]
