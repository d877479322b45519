"""HTML: the prose of a page, each word with its place in the file."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imss_check.check import check_drafts
from imss_check.text.html import from_bytes, from_text
from imss_check.text.model import Draft
from imss_check.text.moved import place
from imss_check.text.read import ReadError


def read(text: str) -> Draft:
    draft = from_text(text, "page.html")
    assert draft.text == text
    assert len(draft.clean) == len(text)
    return draft


def blocks(text: str) -> list[tuple[str, str]]:
    draft = read(text)
    return [(b.kind, draft.clean[b.start : b.end]) for b in draft.blocks]


PAGES = {
    "<p>Uno.<p>Dos.": [("paragraph", "Uno."), ("paragraph", "Dos.")],
    "Texto\n   suelto": [("paragraph", "Texto suelto")],
    "<h2>Uno</h2><div>Dos <span>tres</span></div>": [("heading", "Uno"), ("paragraph", "Dos tres")],
    "<p>1,<b>525</b> y 20&nbsp;millones": [("paragraph", "1,525 y 20\u00a0millones")],
    "<p>1&#44;525 y 5 &lt; 6 &amp; &foo; &#xD800; 80 &percnt;": [("paragraph", "1,525 y 5 < 6 & &foo; \ufffd 80 %")],
    "<p>traba&shy;ja<wbr>dores\u00ad": [("paragraph", "trabajadores")],
    "<p>empleos<sup>1</sup>, antes <del>9</del><s>8</s> 5<a href='#n1'>[2]</a>.": [("paragraph", "empleos, antes 5.")],
    "<p>véase <a href='#tabla'>la tabla 5</a>": [("paragraph", "véase la tabla 5")],
    "<p>Uno<br>dos<br><br>tres<br/>": [("paragraph", "Uno\ndos"), ("paragraph", "tres")],
    "<p>Son:<br>• 25 unidades<br>• 30 clínicas": [
        ("paragraph", "Son:"), ("item", "25 unidades"), ("item", "30 clínicas")],
    "<ul><li>Uno<ul><li>dos</ul><li>tres</ul>": [("item", "Uno"), ("item", "dos"), ("item", "tres")],
    "<head><title>9</title><style>9</style><script>'9<p>9'</script></head><p>Uno": [("paragraph", "Uno")],
    "<title>9</title><p>Uno": [("paragraph", "Uno")],
    "<nav>9</nav><header>9</header><aside>9<p>9</aside><p>Uno<footer>9": [("paragraph", "Uno")],
    "<article><header><h1>Uno</h1></header>dos</article>": [("heading", "Uno"), ("paragraph", "dos")],
    "<p hidden>9</p><p style='display: none'>9</p><div aria-hidden=true>9</div><p role=search>9</p>Uno": [
        ("paragraph", "Uno")],
    "<p>Uno <code>9</code> dos <!-- 9 --> tres <![if 9]>cuatro": [("paragraph", "Uno dos tres cuatro")],
    "<p>a < b <9 c <!-- 9 <p>9": [("paragraph", "a < b <9 c")],
    "<p>&nbsp;</p><p> </p>": [],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_pages(page: str) -> None:
    assert blocks(page) == PAGES[page]


def test_what_introduces_a_list() -> None:
    draft = read("<h1>T</h1><p>Son:</p><ul><li>a<ul><li>b</ul><li>c</ul>")
    assert [b.under for b in draft.blocks] == [-1, 0, 1, 2, 1]


def test_tables() -> None:
    draft = read(
        "<p>Obras:</p><table><caption>Por estado</caption><tr><th rowspan=2>Estado<th colspan=2>Obras"
        "<tr><th>2024<th>2025<tr><td rowspan=2>Jalisco<td>1,2<b>00</b><td>7<tr><td>1,300<td>8</table>"
    )
    heads = {
        draft.clean[b.start : b.end]: (
            [draft.clean[s:e] for s, e in b.row],
            [draft.clean[s:e] for s, e in b.column],
        )
        for b in draft.blocks
    }
    assert heads["1,200"] == (["Jalisco"], ["Obras", "2024"])
    assert heads["8"] == (["Jalisco"], ["Obras", "2025"])
    assert heads["Jalisco"] == ([], ["Estado"])
    cells = [b for b in draft.blocks if b.kind == "cell"]
    assert {draft.clean[draft.blocks[b.under].start : draft.blocks[b.under].end] for b in cells} == {"Por estado"}


def test_tables_for_layout_are_paragraphs() -> None:
    assert blocks("<table><tr><td>Uno.<table><tr><td>5<td>6</table>Dos.</table>") == [
        ("paragraph", "Uno."),
        ("cell", "5"),
        ("cell", "6"),
        ("paragraph", "Dos."),
    ]


def test_places_in_the_file() -> None:
    page = "<p>Hay\n <b>1</b>,525&nbsp;clínicas\r\n   y 20&#160;<i>millones</i> de pesos.</p>"
    draft = read(page)
    for words, written in (
        ("1,525", "1</b>,525"),
        ("20\u00a0millones", "20&#160;<i>millones"),
        ("pesos", "pesos"),
        ("\u00a0", "&nbsp;"),
    ):
        at = draft.clean.index(words)
        start, end = place(draft, (at, at + len(words)))
        assert page[start:end] == written


def test_reports_speak_of_the_file() -> None:
    page = "<p>Hola.\n<p>En noviembre de 2021 se crearon <b>165</b>&#44;436 puestos de trabajo.</p>"
    document = check_drafts([from_text(page, "page.html")], as_of=date(2021, 12, 9)).documents[0]
    (claim,) = document.claims
    assert claim.text == page[claim.start : claim.end] == "165</b>&#44;436"
    assert claim.quantity.value == 165436
    assert document.findings[0].spans == ((claim.start, claim.end),)
    assert "165,436" in document.findings[0].message and "<" not in document.findings[0].message


def test_language_day_and_comments() -> None:
    page = (
        '<html lang="es-MX"><meta property="article:published_time" content="2021-12-09T10:00:00-06:00">'
        "<p>Uno<!-- imss: ignore Q102 porque sí --></p><script><!-- 9 --></script>"
    )
    draft = read(page)
    assert (draft.language, draft.day) == ("es", date(2021, 12, 9))
    assert [page[a:b] for a, b in draft.comments] == ["<!-- imss: ignore Q102 porque sí -->"]


def test_addresses_are_no_prose() -> None:
    assert blocks("<p>Ver https://a.mx/2021/5 y 6") == [("paragraph", "Ver" + " " * 21 + "y 6")]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ('<meta charset="iso-8859-1"><p>año – 5'.encode("windows-1252"), "utf-8"),
        ('<?xml version="1.0" encoding="iso-8859-15"?><p>año – 5'.replace("–", "-").encode("iso-8859-15"), "utf-8"),
        (
            "<meta http-equiv=content-type content='text/html; charset=windows-1252'><p>año – 5".encode("cp1252"),
            "utf-8",
        ),
        ("\ufeff<p>año – 5".encode("utf-16-le"), "utf-8"),
        ("<meta charset=nonsense><p>año – 5".encode(), "utf-8"),
        ("<meta charset=utf-8><p>año – 5".encode("cp1252"), "cp1252"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    draft = from_bytes(data, "page.html", encoding)
    assert draft.clean[draft.blocks[0].start : draft.blocks[0].end].replace("-", "–") == "año – 5"


def test_wrong_encodings_are_named() -> None:
    with pytest.raises(ReadError, match="not UTF-8: byte 0xf1 at offset 22"):
        from_bytes("<meta charset=utf-8>\n\nño".encode("cp1252"), "page.html")


TAGS = ("<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</table>", "<ul><li>", "</ul>", "<nav>", "</nav>",
        "<a href='#x'>", "</a>", "<br>", "<sup>", "</sup>", "&nbsp;", "&#44;", "&amp", "&#", "&", "<", ">", "<!--",
        "-->", "<![CDATA[", "]]>", "<?", "<!", "</", "<script>", "</script>", "<td colspan=3 rowspan=2>", "<head>",
        "\n", "\r\n", " ", "5", "1,525", "ñ", "\u00ad", "\u2028", "\ufeff", "😀", "'", '"', "=", "• ")  # fmt: skip


@given(st.lists(st.sampled_from(TAGS), max_size=40).map("".join))
def test_whatever_stands_there(page: str) -> None:
    draft = read(page)
    starts = [b.start for b in draft.blocks]
    assert starts == sorted(starts)
    for block in draft.blocks:
        assert block.start < block.end
        start, end = place(draft, (block.start, block.end))
        assert 0 <= start < end <= len(page)
    for at, character in enumerate(draft.clean):
        if not character.isspace():
            start, end = place(draft, (at, at + 1))
            assert character in draft.text[start:end] or draft.text[start] == "&", (at, character)


@given(st.binary(max_size=200))
def test_garbage_is_an_error_or_harmless(data: bytes) -> None:
    try:
        draft = from_bytes(data, "x.html")
    except ReadError:
        return
    assert len(draft.clean) == len(draft.text)


@pytest.mark.parametrize(
    "page",
    ["<b>" * 40_000 + "</i>" * 40_000, "<!--" * 60_000, "<a " * 60_000, "<a b='" * 30_000, "</" * 60_000, "<!" * 60_000,
     "<table><tr><td colspan=9999 rowspan=9999>" * 5_000, "<td>" * 60_000, "&" * 100_000, "<li>" * 60_000,
     "<ul>" * 30_000, "<p><a href=#>" * 20_000, "<br>x" * 50_000, "<![" * 50_000 + ">", "<?" * 60_000,
     "<table><tr>" + "<td>5" * 30_000 + "</table>"],
    ids=lambda page: page[:12],
)  # fmt: skip
def test_long_pages_take_no_long_time(page: str) -> None:
    began = time.process_time()
    read(page)
    assert time.process_time() - began < 5
