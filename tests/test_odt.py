"""OpenDocument texts: the accepted text whole, in order, with the right blocks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office import odt

from imss_check.text.model import Draft
from imss_check.text.odt import from_bytes
from imss_check.text.read import ReadError, read_draft

OFFICE = Path(__file__).parent / "fixtures" / "office"
STYLES = "".join(
    f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'
    for name, look in (
        ("struck", 'style:text-line-through-style="solid"'),
        ("raised", 'style:text-position="33% 58%"'),
        ("lowered", 'style:text-position="sub 58%"'),
        ("hidden", 'text:display="none"'),
    )
)


def read(body: str) -> Draft:
    draft = from_bytes(odt(body, STYLES), "draft.odt")
    assert len(draft.clean) == len(draft.text)
    return draft


def span(style: str, text: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


PARAGRAPHS = {
    "spans are joined": (f"165,{span('x', '4')}63 puestos", "165,463 puestos", None),
    "space is as it shows": (
        "\n  a\n b <text:s/><text:s text:c='2'/>c<text:tab/>d<text:line-break/>e \u00ad",
        " a b    c\td\ne ",
        None,
    ),
    "struck and raised text is no prose": (
        f"a {span('struck', '999')} b{span('raised', '1')} m{span('lowered', '2')}",
        "a 999 b1 m2",
        "a     b  m2",
    ),
    "hidden text goes, also in spans": (f"a{span('hidden', '9' + span('x', '9'))}b", "ab", None),
    "changes and comments": (
        "165,<text:change-start/>463<text:change-end/><office:annotation><text:p>999</text:p></office:annotation> a",
        "165,463 a",
        None,
    ),
}


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_paragraphs(name: str) -> None:
    content, text, clean = PARAGRAPHS[name]
    draft = read(f"<text:p>{content}</text:p>")
    assert draft.text == text
    assert draft.clean == (clean or text)


def test_what_is_left_out() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>999</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:table-of-content><text:p>999</text:p></text:table-of-content>"
        '<text:section text:display="none"><text:p>999</text:p></text:section>'
        "<text:section><text:p>5</text:p></text:section>"
    )
    assert read(body).text == "5"


def test_tables() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"

    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        + cell("Estado")
        + cell("Obras", 'table:number-columns-spanned="2"')
        + "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        + cell("Jalisco", 'table:number-rows-spanned="2"')
        + cell("1,200")
        + cell("x")
        + "</table:table-row><table:table-row><table:covered-table-cell/>"
        + cell("1,300")
        + cell("y")
        + "</table:table-row></table:table>"
    )
    draft = read(body)
    heads = {draft.text[b.start : b.end]: (b.row, b.column) for b in draft.blocks}
    for figure in ("1,200", "1,300", "y"):
        row, column = heads[figure]
        assert [draft.text[s:e] for s, e in (*row, *column)] == ["Jalisco", "Obras"]


def test_what_libreoffice_writes() -> None:
    """The same document as Word file and as OpenDocument is the same draft."""
    for name in ("draft", "tracked"):
        word, own = (read_draft(str(OFFICE / f"{name}{ending}")) for ending in (".docx", ".odt"))
        assert [(b.kind, b.under, b.number) for b in own.blocks] == [(b.kind, b.under, b.number) for b in word.blocks]
        assert [own.clean[b.start : b.end] for b in own.blocks] == [word.clean[b.start : b.end] for b in word.blocks]


@given(st.binary(max_size=300))
def test_garbage_is_an_error(data: bytes) -> None:
    with pytest.raises(ReadError):
        from_bytes(data, "x.odt")


@given(st.text("<>/textpableorw:-=\"'", max_size=40), st.integers(0, 10_000))
def test_odd_markup_is_an_error_or_harmless(more: str, at: int) -> None:
    body = "<table:table-cell/><text:note-body/><text:p>a</text:p><draw:text-box><text:p/></draw:text-box>"
    at %= len(body)
    try:
        draft = from_bytes(odt(body[:at] + more + body[at:]), "x.odt")
    except ReadError:
        return
    assert len(draft.clean) == len(draft.text)
