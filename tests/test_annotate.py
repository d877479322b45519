"""Comments in Word files: on the right words, and nothing else of the file changes."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office import W, docx, p, r

from imss_check.check import check_drafts
from imss_check.reports.coverage import shown_findings
from imss_check.reports.remarks import annotate as annotate_file
from imss_check.text.annotate import Remark, annotate
from imss_check.text.docx import from_bytes
from imss_check.text.read import ReadError, read_draft

OFFICE = Path(__file__).parent / "fixtures" / "office"
TAG = f"{{{W}}}"
SILENT = {f"{TAG}commentRangeStart", f"{TAG}commentRangeEnd", f"{TAG}rPr"}


def remark(data: bytes, *spans: tuple[int, int]) -> bytes:
    """Return a file with the span's own words as the text of each comment."""
    text = from_bytes(data, "x.docx").text
    remarks = [Remark(span, (text[span[0] : span[1]],)) for span in spans]
    done, added = annotate(data, "x.docx", text, remarks)
    assert added == len(spans)
    unchanged(data, done)
    return done


def on(data: bytes, *words: str) -> bytes:
    text = from_bytes(data, "x.docx").text
    return remark(data, *((text.index(word), text.index(word) + len(word)) for word in words))


def parts(data: bytes) -> dict[str, str]:
    """Return the parts of a file, canonical where they are XML."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {
            name: ElementTree.canonicalize(file.read(name).decode()) if name.endswith((".xml", ".rels")) else ""
            for name in file.namelist()
        }


def unchanged(before: bytes, after: bytes) -> None:
    """Everything that is no comment is what it was: other parts, the text, the properties of every character."""
    old, new = parts(before), parts(after)
    ours = {"word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert {name: text for name, text in new.items() if name not in ours} == {
        name: text for name, text in old.items() if name not in ours
    }
    assert from_bytes(after, "x.docx").text == from_bytes(before, "x.docx").text
    assert characters(new["word/document.xml"]) == characters(old["word/document.xml"])


def characters(document: str) -> list[tuple[str, ...]]:
    """Return every character of a document with the elements that it stands in and the properties of its run."""
    found: list[tuple[str, ...]] = []

    def walk(element: ElementTree.Element, path: tuple[str, ...]) -> None:
        if element.tag in SILENT or element.find(f"{TAG}commentReference") is not None:
            return
        if element.tag == f"{TAG}r":
            properties = element.find(f"{TAG}rPr")
            told = "" if properties is None else ElementTree.tostring(properties, encoding="unicode")
            path = (*path, re.sub(r' xmlns:\w+="[^"]*"', "", told))
        elif element.tag != f"{TAG}t":
            path = (*path, f"{element.tag}{sorted(element.attrib.items())}")
        if element.tag == f"{TAG}t":
            found.extend((character, *path) for character in element.text or "")
        elif not len(element):
            found.append(path)
        for child in element:
            walk(child, path)

    walk(ElementTree.fromstring(document), ())
    return found


def commented(data: bytes) -> list[tuple[str, str]]:
    """Return the text of each comment, and the words that it stands on."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        document = ElementTree.fromstring(file.read("word/document.xml"))
        comments = ElementTree.fromstring(file.read("word/comments.xml"))
    opened: dict[str, str] = {}
    closed: dict[str, str] = {}
    for element in document.iter():
        key = element.get(f"{TAG}id", "")
        if element.tag == f"{TAG}commentRangeStart":
            assert key not in opened
            opened[key] = ""
        elif element.tag == f"{TAG}commentRangeEnd":
            closed[key] = opened.pop(key)
        elif element.tag == f"{TAG}commentReference":
            assert key in closed
        elif element.tag == f"{TAG}t":
            opened = {name: text + (element.text or "") for name, text in opened.items()}
    assert not opened
    told = {c.get(f"{TAG}id", ""): "".join(t.text or "" for t in c.iter(f"{TAG}t")) for c in comments}
    assert told.keys() == closed.keys()
    return [(told[key], closed[key]) for key in sorted(closed, key=int)]


def right(data: bytes) -> bool:
    return all(text == words for text, words in commented(data))


CASES = {
    "in the middle of a run": p(r("Hay 1,525 clínicas", "<w:b/>")),
    "over several runs": p(r("Hay 1,", "<w:b/>"), r("52", "<w:i/>"), r("5 clínicas")),
    "a whole run": p(r("Hay "), r("1,525"), r(" clínicas")),
    "without room for space": "<w:p><w:r><w:t>Hay 1,525 clínicas</w:t></w:r></w:p>",
    "in an insertion": p(r("Hay "), f"<w:ins w:id='1' w:author='a'>{r('como 1,525 o más')}</w:ins>", r(" clínicas")),
    "half inserted": p(r("Hay 1,"), f"<w:ins w:id='1' w:author='a'>{r('525')}</w:ins>", "<w:del w:id='2'>"
                       "<w:r><w:delText>999</w:delText></w:r></w:del>", r(" clínicas")),
    "in a link and a control": p(f"<w:hyperlink>{r('Hay 1,525')}</w:hyperlink><w:sdt><w:sdtContent>{r('0 x')}"
                                 "</w:sdtContent></w:sdt>"),
    "beside tabs and breaks": "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>1,525</w:t><w:br/><w:t>b</w:t></w:r></w:p>",
    "among references": p(r("&lt;á&gt; &amp;1,525&#x20;😀")),
    "in a table": f"<w:tbl><w:tr><w:tc>{p(r('x'))}</w:tc><w:tc>{p(r('1,525'))}</w:tc></w:tr></w:tbl>",
    "with a bookmark in it": p(r("1,5"), "<w:bookmarkStart w:id='0'/>", r("25")),
    "written with space between elements": "<w:p>\n <w:r>\n  <w:t>1,525 a</w:t>\n </w:r>\n</w:p>",
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_comments_stand_on_their_words(name: str) -> None:
    data = docx(CASES[name])
    assert right(on(data, "1,525"))
    assert right(on(data, "1,525", "1", "25", "1,525"))


def test_other_prefixes() -> None:
    data = docx(p(r("Hay 1,525 clínicas")))
    for old, new in (("w:", "x:"), ("w:", "")):
        with zipfile.ZipFile(BytesIO(data)) as file:
            files = {info.filename: file.read(info).decode() for info in file.infolist()}
        document = f'<w:document xmlns:w="{W}"><w:body>{p("<w:r><w:t>Hay 1,525 a</w:t></w:r>")}</w:body></w:document>'
        document = document.replace(old, new).replace("xmlns:" + "w=", f"xmlns:{new[:-1]}=" if new else "xmlns=")
        target = BytesIO()
        with zipfile.ZipFile(target, "w") as file:
            for name, text in files.items():
                file.writestr(name, document if name == "word/document.xml" else text)
        assert right(on(target.getvalue(), "1,525"))


def test_notes_and_boxes_are_commented_where_they_hang() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    box = f"<w:r><w:pict><w:txbxContent>{p(r('Recuadro 7'))}</w:txbxContent></w:pict></w:r>"
    data = docx(p(r("Uno"), mark, r(" dos"), box), footnotes=f'<w:footnote w:id="2">{p(r("Pie 8"))}</w:footnote>')
    done = on(data, "8", "7")
    document = parts(done)["word/document.xml"]
    assert re.search(r'RangeStart w:id="0"[^/]*></w:commentRangeStart><w:r><w:footnoteReference', document)
    assert re.search(r'RangeStart w:id="1"[^/]*></w:commentRangeStart><w:r><w:pict>', document)
    assert commented(done)[1] == ("7", "Recuadro 7")


def test_comments_that_are_there_stay() -> None:
    theirs = f'<w:comment w:id="7" w:author="Ana">{p(r("Hola"))}</w:comment>'
    marks = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/>'
    data = docx(p(r("Hay "), marks[0], r("Hola"), marks[1], r(" 1,525")), comments=theirs)
    done = on(data, "1,525")
    assert commented(done) == [("Hola", "Hola"), ("1,525", "1,525")]
    text = from_bytes(data, "x.docx").text
    again, added = annotate(done, "x.docx", text, [Remark((9, 14), ("1,525",))])
    assert (again, added) == (done, 0)
    again, added = annotate(done, "x.docx", text, [Remark((9, 14), ("1,525",)), Remark((9, 14), ("Otra", "a < b\x00"))])
    assert added == 1
    assert commented(again)[2] == ("Otraa < b ", "1,525")


def test_files_without_relations() -> None:
    with zipfile.ZipFile(BytesIO(docx(p(r("Hay 1,525"))))) as file:
        files = {name: file.read(name) for name in file.namelist() if "document.xml.rels" not in name}
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for name, text in files.items():
            file.writestr(name, text)
    assert right(on(target.getvalue(), "1,525"))


def test_what_libreoffice_writes() -> None:
    for name, words in (("draft", ("20\u00a0millones 933\u00a0mil 50", "165,436", "20,933,500", "86.3%")),
                        ("tracked", ("165,436", "767", "20,933,500", "25 unidades médicas"))):  # fmt: skip
        assert right(on((OFFICE / f"{name}.docx").read_bytes(), *words))


def test_findings_become_comments(tmp_path: Path) -> None:
    source, target = OFFICE / "draft.docx", tmp_path / "out.docx"
    report = check_drafts([read_draft(str(source))], as_of=date(2021, 12, 9))
    findings = shown_findings(report.documents[0])
    assert annotate_file(source, target, report) == len(findings) > 2
    told = commented(target.read_bytes())
    text = report.documents[0].text
    for finding, (said, words) in zip(findings, told, strict=True):
        assert said.startswith(f"{finding.code} {finding.name}: {finding.message}")
        start, end = finding.spans[0]
        assert words == text[start:end] or text.count("\n", 0, start) > 15  # in the note
    assert [path.name for path in tmp_path.iterdir()] == ["out.docx"]


def test_errors(tmp_path: Path) -> None:
    data = docx(p(r("Hay 1,525")))
    with pytest.raises(ReadError, match="has changed"):
        annotate(data, "x.docx", "Otro texto", [])
    report = check_drafts([read_draft(str(OFFICE / "draft.docx"))], as_of=date(2021, 12, 9))
    with pytest.raises(ReadError, match="the draft itself"):
        annotate_file(OFFICE / "draft.docx", OFFICE / "draft.docx", report)
    with pytest.raises(OSError):
        annotate_file(OFFICE / "draft.docx", tmp_path / "none" / "x.docx", report)


def test_python_docx_reads_the_comments(tmp_path: Path) -> None:
    library = pytest.importorskip("docx")
    path = tmp_path / "x.docx"
    path.write_bytes(on((OFFICE / "tracked.docx").read_bytes(), "165,436", "20,933,500"))
    document = library.Document(str(path))
    assert [comment.text for comment in document.comments] == ["165,436", "20,933,500"]


TEXTS = st.text(
    st.characters(codec="utf-8", blacklist_categories=("Cc", "Cs"), blacklist_characters="<&>"), min_size=1, max_size=6
)
LOOKS = st.sampled_from(["", "<w:b/>", "<w:i/><w:sz w:val='20'/>"])


@given(st.lists(st.lists(st.tuples(TEXTS, LOOKS), min_size=1, max_size=4), min_size=1, max_size=3), st.data())
def test_any_spans(paragraphs: list[list[tuple[str, str]]], data: st.DataObject) -> None:
    file = docx("".join(p(*(r(text, look) for text, look in runs)) for runs in paragraphs))
    draft = from_bytes(file, "x.docx")
    if not draft.blocks:
        return
    spans = []
    for block in data.draw(st.lists(st.sampled_from(draft.blocks), min_size=1, max_size=4)):
        start = data.draw(st.integers(block.start, block.end - 1))
        spans.append((start, data.draw(st.integers(start + 1, block.end))))
    done = remark(file, *spans)
    assert [words.replace("\u00ad", "") for _, words in commented(done)] == [draft.text[a:b] for a, b in spans]
