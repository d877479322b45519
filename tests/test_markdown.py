"""What of a draft is prose, and which block each part belongs to: Markdown and plain text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imss_check.text.model import Draft
from imss_check.text.read import ReadError, draft_from_text, read_draft
from imss_check.text.scan import find_drafts
from imss_check.text.sentences import split_sentences

PIECES = st.sampled_from([
    "# ", "- ", "1. ", "> ", "| a | 5 |\n", "|---|---|\n", "```\n", "    ", "**", "*", "_", "`", "~~", "[^1]", "[^1]: ",
    "[x](http://a.b/7)", "![y](z.png)", "<b>", "</b>", "<sup>", "</sup>", "<!--", "-->", "<script>", "---\n",
    "&amp;", "&nbsp;", "\\*", "http://a.b/1", "a@b.mx", "[id: 5]: http://x",
    "mil 525", "71.6 millones", "é", "🏥", "e\u0301", "\0",
    "\ufeff", "\u202e", "\n", "\r\n", "\r", "\n\n", " ", "\t", "  ", "x", ".", "[gallery ids=\"1,2\"]",
    "date: 2021-01-02\n",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)

ARTICLE = """---
title: Cifras 99
date: 2022-03-01
lang: es
---

# Cifras **del** IMSS

Hay *mil 525* unidades y [71.6 millones](https://example.org/12) de personas <!-- nota 5 -->.
Véase https://example.org/2021/44, o escriba a prensa7@example.org.[^1]

- Camas: 56,753
  - Censables: 35,802
- Quirófanos ~~404~~ 1,057

| Indicador | 2020 | 2021 |
|---|---:|---:|
| UMF | 1,517 | 1,525 |
| Hospitales | | 251 |

```
código 7717
```

Usa `valor 8818`, m<sup>2</sup> y AT&amp;T.

[^1]: Dato de 2 fuentes.

[ref]: http://example.org/33 "Título 34"
"""


def shown(draft: Draft) -> str:
    return " ".join(draft.clean.split())


def blocks(draft: Draft) -> list[tuple[str, str, str]]:
    """Kind, text, and the text of what introduces it."""
    texts = [" ".join(draft.clean[b.start : b.end].split()) for b in draft.blocks]
    return [(b.kind, text, texts[b.under] if b.under >= 0 else "") for b, text in zip(draft.blocks, texts, strict=True)]


def cell(draft: Draft, text: str) -> tuple[list[str], list[str]]:
    """What heads the row and the column of a cell."""
    found = next(b for b in draft.blocks if b.kind == "cell" and draft.clean[b.start : b.end] == text)
    return [draft.clean[a:b] for a, b in found.row], [draft.clean[a:b] for a, b in found.column]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_article(end: str) -> None:
    draft = draft_from_text(ARTICLE.replace("\n", end), "a.md", markdown=True)
    assert (draft.day, draft.language) == (date(2022, 3, 1), "es")
    for hidden in (
        "99",
        "/12",
        "nota",
        "44",
        "prensa7",
        "404",
        "7717",
        "8818",
        "33",
        "34",
        "<",
        "[",
        "*",
        "|",
        "^",
        "amp;",
    ):
        assert hidden not in draft.clean
    assert ("heading", "Cifras del IMSS", "") in blocks(draft)
    assert ("item", "Camas: 56,753", blocks(draft)[1][1]) in blocks(draft)
    assert ("item", "Censables: 35,802", "Camas: 56,753") in blocks(draft)
    assert ("note", "Dato de 2 fuentes.", "Cifras del IMSS") in blocks(draft)
    assert cell(draft, "1,525") == (["UMF"], ["2021"])
    assert cell(draft, "251") == (["Hospitales"], ["2021"])
    assert cell(draft, "2020") == ([], [])
    assert [draft.text[a:b] for a, b in draft.comments] == ["<!-- nota 5 -->"]
    assert "m y AT&" in shown(draft)


def test_html_keeps_its_prose() -> None:
    text = "<div class='x9'>\nHay 25 hospitales <!-- 7 -->\n</div>\n<script>\nvar a = 6\n</script>\n"
    draft = draft_from_text(text, "a.md", True)
    assert shown(draft) == "Hay 25 hospitales"


def test_one_tilde_is_no_deletion() -> None:
    assert "525" in draft_from_text("Unas ~525~ unidades", "a.md", True).clean


def test_an_exemption_in_code_is_no_comment() -> None:
    assert draft_from_text("Se escribe `<!-- imss: off -->`.", "a.md", True).comments == ()


def test_plain_text() -> None:
    draft = draft_from_text(
        'Crece el empleo\n\n[gallery ids="1,2"]\n'
        "Hay **mil 525** unidades; véase http://example.org/3 o prensa7@example.org.\n"
        "Sus servicios son:\n- 56 mil camas\n• 25 hospitales\n1. Otros 3\n"
    )
    assert blocks(draft) == [
        ("heading", "Crece el empleo", ""),
        ("paragraph", "Hay mil 525 unidades; véase o .", "Crece el empleo"),
        ("paragraph", "Sus servicios son:", "Crece el empleo"),
        ("item", "56 mil camas", "Sus servicios son:"),
        ("item", "25 hospitales", "Sus servicios son:"),
        ("item", "Otros 3", "Sus servicios son:"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| Dato | 2020 | 2021 |\n|---|---|---|\n| Camas | 1,234 | 5,678 |\n",
        "Dato\t2020\t2021\nCamas\t1,234\t5,678\n",
        "Dato    2020    2021\nCamas   1,234   5,678\n",
    ],
    ids=["bars", "tabs", "gaps"],
)
def test_tables_of_plain_text(table: str) -> None:
    draft = draft_from_text(f"Camas del Instituto.\n\n{table}\nFin de la tabla.\n")
    assert cell(draft, "5,678") == (["Camas"], ["2021"])
    assert cell(draft, "Camas") == ([], ["Dato"])


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "The network of the institute was wrapped by a program, and its\nbeds, which number 56\nthousand, are told."
    assert [kind for kind, _, _ in blocks(draft_from_text(text))] == ["paragraph"]


def test_press_text_has_a_paragraph_a_line() -> None:
    text = (
        "El Instituto atiende a millones de personas cada día del año en todo el país. " * 3 + "\nAhora sigue otro.\n"
    )
    assert len(draft_from_text(text).blocks) == 2


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.booleans())
def test_clean_keeps_every_offset(text: str, markdown: bool) -> None:
    draft = draft_from_text(text, "x", markdown)
    assert draft.text == text
    assert len(draft.clean) == len(text)
    entity = markdown and "&" in text
    for kept, original in zip(draft.clean, text, strict=True):
        assert kept == original or kept == " " or entity
    for number, block in enumerate(draft.blocks):
        assert 0 <= block.start <= block.end <= len(text)
        assert -1 <= block.under < number
    for start, end in (*draft.masked, *draft.comments):
        assert 0 <= start <= end <= len(text)
    split_sentences(draft)


@given(
    st.lists(st.sampled_from(["mil 525", "71.6 millones", "🏥", "\0", "e\u0301"]), min_size=1),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_figures_stay_where_they_are(words: list[str], end: str) -> None:
    for markdown in (True, False):
        text = f"El IMSS dice que tiene {f' y{end}'.join(words)} en total."
        draft = draft_from_text(text, "x", markdown)
        for figure in ("mil 525", "71.6 millones"):
            at = text.find(figure)
            assert at < 0 or draft.clean[at : at + len(figure)] == figure


def test_ten_megabytes() -> None:
    text = "El IMSS tiene mil 525 unidades.\n" * 320_000
    assert len(draft_from_text(text).clean) == len(text) > 10_000_000


class TestReading:
    def test_bytes_are_kept(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes("\ufeffUno\r\nDos\rTres\0".encode())
        draft = read_draft(str(path))
        assert draft.text == "\ufeffUno\r\nDos\rTres\0"
        assert draft.clean[0] == " "

    def test_not_utf8(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes("Uno\ndós sí\n".encode("cp1252"))
        with pytest.raises(ReadError) as caught:
            read_draft(str(path))
        assert (caught.value.line, caught.value.column) == (2, 2)
        assert "0xf3 at offset 5" in caught.value.message
        assert "--encoding windows-1252" in caught.value.message
        assert read_draft(str(path), "windows-1252").text == "Uno\ndós sí\n"

    def test_utf16_is_named(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes("año".encode("utf-16"))
        with pytest.raises(ReadError, match="UTF-16"):
            read_draft(str(path))

    @pytest.mark.parametrize(
        ("name", "says"), [("no.txt", "no such file"), ("a.xyz", "it reads .md"), (".", "directory")]
    )
    def test_what_cannot_be_read(self, tmp_path: Path, name: str, says: str) -> None:
        with pytest.raises(ReadError, match=says):
            read_draft(str(tmp_path / name) if name != "." else str(tmp_path))

    def test_folders(self, tmp_path: Path) -> None:
        outside = tmp_path / "outside"
        inside = tmp_path / "inside"
        for folder in (outside, inside / "b", inside / ".git"):
            folder.mkdir(parents=True)
        for path in (
            outside / "o.md",
            inside / "z.md",
            inside / "b" / "a.TXT",
            inside / ".git" / "h.md",
            inside / "c.py",
        ):
            path.write_text("x", "utf-8")
        (inside / "link.md").symlink_to(outside / "o.md")
        (inside / "folder").symlink_to(outside)
        (inside / "own.md").symlink_to(inside / "z.md")
        found, errors = find_drafts([str(inside)])
        assert [str(Path(path).relative_to(inside)) for path in found] == ["b/a.TXT", "own.md", "z.md"]
        assert not errors
        assert find_drafts([str(inside / ".git"), str(inside / "b")])[0] == [
            str(inside / ".git/h.md"),
            str(inside / "b/a.TXT"),
        ]

    def test_a_folder_without_drafts(self, tmp_path: Path) -> None:
        assert "no draft" in find_drafts([str(tmp_path)])[1][0].message


class TestFrontMatter:
    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("---\ndate: 2022-03-01\n---\n", date(2022, 3, 1)),
            ('---\r\ndate: "2022-03-01T08:00:00-06:00"\r\n---\r\n', date(2022, 3, 1)),
            ("---\rfecha: 2022/3/1\r---\r", date(2022, 3, 1)),
            ("+++\ndate = 2022-03-01\n+++\n", date(2022, 3, 1)),
            ("\ufeff---\ndate: 2022-03-01\n---", date(2022, 3, 1)),
            ("---\ndate: mañana\n---\n", None),
            ("---\ndate: 2022-02-30\n---\n", None),
            ("---\nno end\ndate: 2022-03-01\n", None),
            ("Texto\n---\ndate: 2022-03-01\n---\n", None),
        ],
    )
    def test_day(self, text: str, day: date | None) -> None:
        for markdown in (True, False):
            assert draft_from_text(f"{text}\nHay 5.", "x", markdown).day == day
