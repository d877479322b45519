"""Word and OpenDocument files made of a few lines, for tests."""

from __future__ import annotations

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
RELS = '<Relationships xmlns="{package}/relationships">{targets}</Relationships>'
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return parts as a zipped file."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(zipfile.ZipInfo(name, (2021, 12, 9, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def relations(**targets: str) -> str:
    """Return a part that tells of other parts."""
    told = (
        f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return RELS.format(package=PACKAGE, targets="".join(told))


def docx(body: str, **parts: str) -> bytes:
    """Return a Word file: the body of its document, and the content of other parts (footnotes, styles …)."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": f'<w:document xmlns:w="{W}" {MORE}><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": relations(**{kind: f"{kind}.xml" for kind in parts}),
    }
    for kind, content in parts.items():
        files[f"word/{kind}.xml"] = f'<w:{kind} xmlns:w="{W}" {MORE}>{content}</w:{kind}>'
    return zipped(files)


def p(*runs: str, style: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p>{f'<w:pPr>{style}</w:pPr>' if style else ''}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def odt(body: str, styles: str = "") -> bytes:
    """Return an OpenDocument text."""
    names = "".join(f' xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "style", "table"))
    content = (
        f'<office:document-content{names} xmlns:draw="{ODF}:drawing:1.0">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})
