"""Zipped formats from a hostile hand: an error that says what is wrong, soon, in little memory."""

from __future__ import annotations

import struct
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from office import W, docx, odt, zipped

from imss_check.text import docx as word
from imss_check.text import odt as open_document
from imss_check.text.read import ReadError

PARTS = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="x/officeDocument" Target="d.xml"/></Relationships>',
}


def bomb(document: str | bytes) -> bytes:
    return zipped({**PARTS, "d.xml": document})


def message(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        word.from_bytes(data, "x.docx")
    return caught.value.message


def test_other_files() -> None:
    assert "no Word file" in message(b"not a zip file")
    assert "encrypted" in message(b"\xd0\xcf\x11\xe0" + bytes(600))
    assert "no document" in message(zipped({"_rels/.rels": PARTS["_rels/.rels"]}))
    assert "_rels/.rels" in message(zipped({"a": "b"}))
    assert "is no XML" in message(bomb("<a><b></a>"))
    assert "makes no sense" in message(docx("<w:tr/>"))


def test_document_types_are_refused() -> None:
    entities = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 30))
    laughs = f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]><x>&a29;</x>'
    assert "document type" in message(bomb(laughs))
    with pytest.raises(ReadError, match="document type"):
        open_document.from_bytes(zipped({"content.xml": laughs}), "x.odt")


def test_too_much() -> None:
    assert "nested too deeply" in message(bomb("<a>" * 5000))
    assert "more than a draft" in message(bomb(b"<a>" + b" " * 60_000_000))


def test_too_many_entries() -> None:
    data = zipped({f"{n}": "" for n in range(5_100)})
    assert "files" in message(data)
    announced = bytearray(zipped(PARTS))
    struct.pack_into("<H", announced, len(announced) - 22 + 10, 65_535)
    assert "files" in message(bytes(announced))


def test_encrypted_and_odd_packing() -> None:
    data = bytearray(bomb("<a/>"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            data[at + offset] |= 1
    assert "encrypted" in message(bytes(data))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as file:
        for name, text in PARTS.items():
            file.writestr(name, text)
    assert "packed" in message(packed.getvalue())


def test_encrypted_open_document() -> None:
    with pytest.raises(ReadError, match="encrypted"):
        open_document.from_bytes(zipped({"META-INF/manifest.xml": "<encryption-data/>", "content.xml": "?"}), "x.odt")


def many(pattern: str, count: int) -> str:
    """A pattern again and again, with numbers in it, so that it does not pack too well."""
    return "".join(pattern.replace("#", str(n * n % 997)) for n in range(count))


BOMBS = {
    "one part": lambda: bomb(b"<a>" + b" " * 300_000_000),
    "many cells": lambda: docx("<w:tbl>" + many("<w:tr><w:tc><w:p/></w:tc><w:x n='#'/></w:tr>", 66_000) + "</w:tbl>"),
    "many paragraphs": lambda: docx(many("<w:p><w:r><w:t>#</w:t></w:r></w:p>", 74_000)),
    "too many elements": lambda: docx(many("<w:x n='#'/>", 610_000)),
    "repeated cells": lambda: odt(
        "<table:table>"
        + many(
            '<table:table-row><table:table-cell table:number-columns-repeated="9999999" '
            'table:number-columns-spanned="99#" table:number-rows-spanned="99999"/></table:table-row>',
            50_000,
        )
        + "</table:table>"
    ),
    "wide cells": lambda: odt(
        "<table:table>"
        + many(
            '<table:table-row><table:table-cell table:number-columns-spanned="99#" table:number-rows-spanned="9999">'
            "<text:p>#</text:p></table:table-cell><table:table-cell><text:p>x</text:p></table:table-cell>"
            "</table:table-row>",
            20_000,
        )
        + "</table:table>"
    ),
    "a long text": lambda: docx(many("<w:p><w:r><w:t>#" + " cifra de nada" * 70 + "</w:t></w:r></w:p>", 45_000)),
    "a long text in odt": lambda: odt(many("<text:p>#" + " cifra de nada" * 70 + "</text:p>", 45_000)),
    "many lines": lambda: odt(many("<text:p>#</text:p>", 290_000)),
    "spaces": lambda: odt(many("<text:p>a<text:s text:c='9999999#'/>b</text:p>", 100_000)),
}
MEASURED = """
import sys, time
from imss_check.text import docx, odt
from imss_check.text.read import ReadError
data = open(sys.argv[1], "rb").read()
began = time.process_time()
try:
    (odt if sys.argv[1].endswith("odt") else docx).from_bytes(data, "x")
    said = "read"
except ReadError as error:
    said = error.message
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]
print(time.process_time() - began, int(peak) // 1024, said)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="tells the peak of memory")
@pytest.mark.parametrize("name", BOMBS)
def test_bombs(name: str, tmp_path: Path) -> None:
    data = BOMBS[name]()
    assert len(data) < 2**21
    path = tmp_path / ("x.odt" if b"content.xml" in data else "x.docx")
    path.write_bytes(data)
    done = subprocess.run([sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True)
    seconds, megabytes, said = done.stdout.strip().split(" ", 2)
    print(name, seconds, megabytes, said)
    assert int(megabytes) < 200, said
    if said != "read":
        assert float(seconds) < 1  # of the processor: a busy machine takes longer


@pytest.mark.parametrize(("paragraphs", "size", "said"), [
    (2, 499_999, ""), (2, 500_001, "1,000,000 characters"), (50_000, 1, ""), (50_001, 1, "50,000 paragraphs"),
])  # fmt: skip
def test_room(paragraphs: int, size: int, said: str) -> None:
    for module, made in (
        (word, docx(f"<w:p><w:r><w:t>{'a' * size}</w:t></w:r></w:p>" * paragraphs)),
        (open_document, odt(f"<text:p>{'a' * size}</text:p>" * paragraphs)),
    ):
        try:
            assert len(module.from_bytes(made, "x").text) == paragraphs * (size + 1) - 1
            assert not said
        except ReadError as error:
            assert said and said in error.message


def test_nothing_is_believed_of_sizes() -> None:
    data = bytearray(bomb(b"<a>" + b" " * 60_000_000))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    message(bytes(data))


def test_strict_namespace() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    text = f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>5</w:t></w:r></w:p></w:body></w:document>'
    assert word.from_bytes(bomb(text), "x.docx").text == "5"
    assert (
        word.from_bytes(bomb(text.replace(strict, W).replace("w:", "x:").replace("xmlns:w", "xmlns:x")), "x.docx").text
        == "5"
    )
