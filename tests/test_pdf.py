"""PDF files: lines become paragraphs, wide gaps tables, larger type headings; places are pages."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imss_check.text.pdf import content_of, from_bytes
from imss_check.text.pdf_lines import Glyph, Line, lines_of, without_running_heads
from imss_check.text.read import ReadError, read_draft
from imss_check.text.story import Table

OFFICE = Path(__file__).parent / "fixtures" / "office"
SIZE = 10.0


def row(text: str, base: float, left: float = 0.0, size: float = SIZE, raised: str = "") -> list[Glyph]:
    """Return the glyphs of a line: half as wide as high; a tab leads to the next 100 points."""
    glyphs, at = [], left
    for character in text:
        width = 100 - at % 100 if character == "\t" else size * (0.3 if character == " " else 0.5)
        glyphs.append(Glyph(" " if character == "\t" else character, at, at + width, base, size))
        at += width
    glyphs += [Glyph(c, at + n * 3, at + n * 3 + 3, base + 4, size * 0.6) for n, c in enumerate(raised)]
    return [*glyphs, Glyph("\n", at, at, base, size)]


def lines(*rows: list[Glyph], page: int = 1) -> list[Line]:
    return lines_of((glyph for glyphs in rows for glyph in glyphs), page)


def texts(*pages: list[Line]) -> list[object]:
    return [
        [
            ["".join(piece.text for piece in line.pieces) for cell in row.cells for line in cell.content]
            for row in t.rows
        ]
        if isinstance(t, Table)
        else "".join(piece.text for piece in t.pieces if not piece.masked)
        for t in content_of(without_running_heads(pages))
    ]


def test_lines_are_joined_where_a_word_would_not_have_fitted() -> None:
    page = lines(
        row("En el mes se crearon 165,463", 100),
        row("puestos de trabajo en el pa-", 88),
        row("ís.", 76),
        row("Es un párrafo que sigue y si", 64),
        row("gue", 52),
    )
    assert texts(page) == [
        "En el mes se crearon 165,463 puestos de trabajo en el país.",
        "Es un párrafo que sigue y si gue",
    ]


def test_paragraphs_by_gaps_indents_and_bullets() -> None:
    page = lines(
        row("Uno dos tres cuatro cinco", 100),
        row("seis siete ocho nueve diez", 80),
        row("Once doce trece catorce qu", 60, left=15),
        row("• dieciséis diecisiete die", 48),
        row("ciocho", 36, left=8),
    )
    assert texts(page) == [
        "Uno dos tres cuatro cinco",
        "seis siete ocho nueve diez",
        "Once doce trece catorce qu",
        "• dieciséis diecisiete die ciocho",
    ]


def test_paragraphs_go_on_over_pages() -> None:
    first, second = lines(row("Uno dos tres cuatro cinco", 100)), lines(row("seis siete", 700), page=2)
    assert texts(first, second) == ["Uno dos tres cuatro cinco seis siete"]


def test_tables() -> None:
    page = lines(
        row("Mes\tPuestos", 100), row("Noviembre\t20,933,050", 88), row("Diciembre\t20,620,148", 76), row("Texto.", 40)
    )
    assert texts(page) == [[["Mes", "Puestos"], ["Noviembre", "20,933,050"], ["Diciembre", "20,620,148"]], "Texto."]


def test_raised_marks_are_no_prose() -> None:
    broken = [*row("165,463 empleos", 100, raised="1"), *row(" en el mes.", 100, left=73)]
    assert texts(lines(broken)) == ["165,463 empleos en el mes."]


def test_running_heads_and_page_numbers_go() -> None:
    pages = [
        lines(row(f"Gaceta, página {n}", 800), row(f"Texto {'abcd'[n - 1]}.", 700), row(f"- {n} -", 10), page=n)
        for n in range(1, 5)
    ]
    assert texts(*pages) == ["Texto a.", "Texto b.", "Texto c.", "Texto d."]


def test_what_libreoffice_writes() -> None:
    pytest.importorskip("pypdfium2")
    draft = read_draft(str(OFFICE / "draft.pdf"))
    word = read_draft(str(OFFICE / "draft.docx"))
    assert draft.locator == "page"
    assert len(draft.clean) == len(draft.text)
    assert {b.number for b in draft.blocks} == {1}
    kinds = [(b.kind, "".join(draft.clean[b.start : b.end].split())) for b in draft.blocks]
    own = [(b.kind.replace("note", "paragraph"), "".join(word.clean[b.start : b.end].split())) for b in word.blocks]
    assert kinds == own


def test_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2")
    empty = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    with pytest.raises(ReadError, match="no text"):
        from_bytes(empty, "x.pdf")
    with pytest.raises(ReadError, match="damaged"):
        from_bytes(b"%PDF-1.4 nothing", "x.pdf")
    locked = empty.replace(
        b"<</Root",
        b"<</Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"00" * 32 + b">/U<" + b"00" * 32 + b">>>/ID[<00><00>]/Root",
    )
    with pytest.raises(ReadError, match="encrypted"):
        from_bytes(locked, "x.pdf")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ReadError, match=r"imss-check\[pdf\]"):
        from_bytes(empty, "x.pdf")


@settings(max_examples=30)
@given(st.data())
def test_damage_is_an_error_or_harmless(data: st.DataObject) -> None:
    pytest.importorskip("pypdfium2")
    whole = bytearray((OFFICE / "draft.pdf").read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        draft = from_bytes(bytes(whole), "x.pdf")
    except ReadError:
        return
    assert len(draft.clean) == len(draft.text)
