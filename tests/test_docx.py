"""Word files: the accepted text whole, in order, with the right blocks."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office import docx, p, r

from imss_check.text.docx import from_bytes
from imss_check.text.model import Draft
from imss_check.text.read import ReadError, read_draft

OFFICE = Path(__file__).parent / "fixtures" / "office"
HEADING = '<w:style w:type="paragraph" w:styleId="Ttulo1"><w:name w:val="heading 1"/></w:style>'
STYLED = (
    f'{HEADING}<w:style w:type="paragraph" w:styleId="Mio"><w:name w:val="Mío"/><w:basedOn w:val="Ttulo1"/></w:style>'
)


def read(body: str, **parts: str) -> Draft:
    draft = from_bytes(docx(body, **parts), "draft.docx")
    assert len(draft.clean) == len(draft.text)
    return draft


def blocks(draft: Draft) -> list[tuple[str, str]]:
    return [(b.kind, draft.clean[b.start : b.end]) for b in draft.blocks]


RUNS = {
    "split figures come out whole": (r("165,") + r("4", "<w:b/>") + r("63 puestos"), "165,463 puestos"),
    "insertions stay": (f"<w:ins>{r('165,463')}</w:ins>", "165,463"),
    "deletions go": (r("165,") + f"<w:del><w:r><w:delText>999</w:delText></w:r></w:del>{r('463')}", "165,463"),
    "moved to stays, moved from goes": (
        f"<w:moveFrom>{r('999')}</w:moveFrom><w:moveTo>{r('165,463')}</w:moveTo>",
        "165,463",
    ),
    "an insertion that was deleted goes": (f"{r('a')}<w:ins><w:del>{r('999')}</w:del></w:ins>", "a"),
    "fields show their result": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>= 9 * 9</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("81")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "81",
    ),
    "a field in the instruction of another one goes": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("999")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("81")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "81",
    ),
    "simple fields, links and controls stay": (
        f"<w:fldSimple>{r('1')}</w:fldSimple><w:hyperlink>{r('2')}</w:hyperlink>"
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{r('3')}</w:sdtContent></w:sdt>",
        "123",
    ),
    "breaks and hyphens": (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
        "<w:t>e\u00adf</w:t></w:r>",
        "a\tb\nc\u2011def",
    ),
    "symbols": (
        '<w:r><w:sym w:font="Symbol" w:char="F0B1"/><w:sym w:font="Arial" w:char="20AC"/><w:t>5</w:t></w:r>',
        "±€5",
    ),
    "hidden text goes": (r("a") + r("999", "<w:vanish/>") + r("b", '<w:vanish w:val="0"/>'), "ab"),
    "old properties say nothing": (r("a", '<w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>'), "a"),
}  # fmt: skip


@pytest.mark.parametrize("name", RUNS)
def test_runs(name: str) -> None:
    runs, text = RUNS[name]
    assert read(p(runs)).text == text


def test_struck_and_raised_text_is_no_prose() -> None:
    draft = read(p(r("antes "), r("180,000", "<w:strike/>"), r(" hoy 5"), r("3", '<w:vertAlign w:val="superscript"/>')))
    assert draft.text == "antes 180,000 hoy 53"
    assert draft.clean == "antes         hoy 5 "


def test_a_deleted_paragraph_mark_joins() -> None:
    body = p(r("Hubo 165,"), style="<w:rPr><w:del/></w:rPr>") + p(r("463 puestos")) + p(r("Fin."))
    assert read(body).text == "Hubo 165,463 puestos\nFin."


def test_headings_by_style_whatever_its_name() -> None:
    body = p(r("Uno"), style='<w:pStyle w:val="Mio"/>') + p(r("Hay 5 casas."))
    draft = read(body, styles=STYLED)
    assert blocks(draft) == [("heading", "Uno"), ("paragraph", "Hay 5 casas.")]
    assert draft.blocks[1].under == 0
    assert draft.locator == "paragraph"


def test_headings_without_styles() -> None:
    assert (
        blocks(read(p(r("Crece el empleo")) + p(r("En el mes se crearon 5,000 puestos de trabajo."))))[0][0]
        == "heading"
    )


def test_items_by_numbering_and_by_hand() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    draft = read(p(r("Son dos:")) + p(r("25 unidades"), style=numbered) + p(r("• 30 clínicas")))
    assert blocks(draft)[1:] == [("item", "25 unidades"), ("item", "30 clínicas")]
    assert [b.under for b in draft.blocks[1:]] == [0, 0]


def test_tables() -> None:
    def row(*cells: str, properties: str = "") -> str:
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"

    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r(text)) if text else '<w:p/>'}</w:tc>"

    body = "<w:tbl>" + row(cell("Estado"), cell("Obras", '<w:gridSpan w:val="2"/>'))
    body += row(cell("Jalisco", '<w:vMerge w:val="restart"/>'), cell("1,200"), cell("x"))
    body += row(cell("", "<w:vMerge/>"), cell("1,300"), cell("y"))
    body += row(cell("Borrada"), cell("999"), cell("z"), properties="<w:del/>") + "</w:tbl>"
    draft = read(body)
    heads = {
        draft.text[b.start : b.end]: (
            [draft.text[s:e] for s, e in b.row],
            [draft.text[s:e] for s, e in b.column],
        )
        for b in draft.blocks
    }
    assert heads["1,200"] == (["Jalisco"], ["Obras"])
    assert heads["1,300"] == (["Jalisco"], ["Obras"])
    assert heads["y"] == (["Jalisco"], ["Obras"])
    assert "999" not in draft.text
    assert [b.number for b in draft.blocks if b.kind == "cell"] == list(range(1, 8))


def test_tables_in_tables_and_for_layout() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p(r('5'))}</w:tc><w:tc>{p(r('6'))}</w:tc></w:tr></w:tbl>"
    draft = read(f"<w:tbl><w:tr><w:tc>{p(r('Uno.'))}{inner}{p(r('Dos.'))}</w:tc></w:tr></w:tbl>")
    assert blocks(draft) == [("paragraph", "Uno."), ("cell", "5"), ("cell", "6"), ("paragraph", "Dos.")]


def test_notes_stand_under_what_refers_to_them() -> None:
    mark = '<w:r><w:{0}Reference w:id="{1}"/></w:r>'
    body = p(r("Uno 1,525"), mark.format("endnote", 3)) + p(r("Dos"), mark.format("footnote", 2))
    draft = read(
        body,
        footnotes=f'<w:footnote w:id="-1">{p(r("--"))}</w:footnote><w:footnote w:id="2">{p(r("Pie 7"))}</w:footnote>',
        endnotes=f'<w:endnote w:id="3">{p(r("Fin 8"))}</w:endnote>',
    )
    assert draft.text == "Uno 1,525\nDos\nFin 8\nPie 7"
    assert [(b.kind, b.under, b.number) for b in draft.blocks[2:]] == [("note", 0, 1), ("note", 1, 2)]


def test_text_boxes_once_and_behind_their_paragraph() -> None:
    box = f"<w:txbxContent>{p(r('Recuadro 7'))}</w:txbxContent>"
    run = (
        "<w:r><mc:AlternateContent><mc:Choice><wps:txbx>" + box + "</wps:txbx></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read(p(r("Antes "), run, r("después 5."))).text == "Antes después 5.\nRecuadro 7"


def test_tables_of_contents_are_left_out() -> None:
    contents = '<w:style w:type="paragraph" w:styleId="TDC1"><w:name w:val="toc 1"/></w:style>'
    assert read(p(r("Empleo 12"), style='<w:pStyle w:val="TDC1"/>') + p(r("Texto.")), styles=contents).text == "Texto."


def test_what_libreoffice_writes() -> None:
    draft = read_draft(str(OFFICE / "tracked.docx"))
    assert "165,436 puestos" in draft.text
    assert "999" not in draft.text and "4,321" not in draft.text
    assert "180,000" not in draft.clean and "20 millones 767 mil 587" in draft.clean
    kinds = [kind for kind, _ in blocks(draft)]
    assert kinds == ["heading", *["paragraph"] * 3, *["cell"] * 5, "item", "item", "paragraph", "note", "note"]


WORD = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="<&>\ufffe\uffff"), max_size=12)


@given(st.lists(st.lists(WORD, max_size=4), max_size=6))
def test_text_is_what_the_runs_say(paragraphs: list[list[str]]) -> None:
    draft = read("".join(p(*map(r, runs)) for runs in paragraphs))
    texts = ["".join(runs).replace("\u00ad", "") for runs in paragraphs]
    assert draft.text == "\n".join(text for text in texts if text.strip())
    assert all(0 <= b.start < b.end <= len(draft.text) for b in draft.blocks)


@given(st.binary(max_size=300))
def test_garbage_is_an_error(data: bytes) -> None:
    with pytest.raises(ReadError):
        from_bytes(data, "x.docx")


@given(st.data())
def test_damage_is_an_error_or_harmless(data: st.DataObject) -> None:
    whole = bytearray((OFFICE / "tracked.docx").read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        draft = from_bytes(bytes(whole), "x.docx")
    except ReadError:
        return
    assert len(draft.clean) == len(draft.text)


@given(st.text("<>/wptbrc :=\"'", max_size=40), st.integers(0, 10_000))
def test_odd_markup_is_an_error_or_harmless(more: str, at: int) -> None:
    body = p(r("a"), '<w:r><w:sym w:char="ZZ"/></w:r>') + "<w:tr/><w:tc/><w:tblHeader/><w:vMerge/>"
    at %= len(body)
    with suppress(ReadError):
        from_bytes(docx(body[:at] + more + body[at:]), "x.docx")
