"""What fuzzing starts from: our own sentences, samples of each format, and the words that the program knows."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from hostile import TEXTS

ROOT = Path(__file__).resolve().parent.parent.parent
OFFICE = ROOT / "tests" / "fixtures" / "office"
LEDGER = (
    '{"version": 1, "drafts": [{"path": "a.md", "digest": "0", "as_of": "2022-03-01", "exempt": [], "figures": [{'
    '"line": 1, "column": 2, "text": "5", "value": "5", "approximation": "exact", "verdict": "unmatched", '
    '"rests": []}]}]}'
)
CONFIG = 'lang = "es"\nfail-on = "warning"\nexclude = ["a/**"]\n[per-file-ignores]\n"b/*.md" = ["Q102"]\n'


def seeds(target: str) -> Iterator[bytes]:
    """Yield the seeds of a target."""
    if target in ("docx", "odt"):
        name, part = {"docx": ("draft.docx", "word/document.xml"), "odt": ("draft.odt", "content.xml")}[target]
        with zipfile.ZipFile(OFFICE / name) as archive:
            yield archive.read(part)[:4000]
        yield b"<w:p><w:r><w:t>5 camas</w:t></w:r></w:p>" if target == "docx" else b"<text:p>5 camas</text:p>"
    elif target in ("docx_bytes", "odt_bytes", "pdf", "html"):
        kind = target.removesuffix("_bytes")
        yield from (path.read_bytes() for path in sorted(OFFICE.glob(f"*.{kind}")))
        yield b"<p>El IMSS suma <b>1,5</b>31 unidades.<table><tr><th>Camas<td>5</table>"
    elif target == "nodes":
        yield from (path.read_bytes()[:1500] for path in sorted((ROOT / "facts").glob("*.yaml")))
    elif target == "config":
        yield CONFIG.encode()
    elif target == "ledger":
        yield LEDGER.encode()
    else:
        demo = (ROOT / "claims" / "demo.md").read_text("utf-8")
        yield from (paragraph.encode() for paragraph in demo.split("\n\n"))
        yield from (make(120).encode("utf-8", "surrogatepass") for make in TEXTS.values())


def dictionary() -> str:
    """Return the words of both languages in the form that libFuzzer reads."""
    from imss_check.languages.en import numbers as en
    from imss_check.languages.en import periods as en_periods
    from imss_check.languages.es import numbers as es
    from imss_check.languages.es import periods as es_periods

    words: set[str] = {"1,531", "22.8", "2021", "%", "$", "mdp", "---\n", "<!--", "```", "| ", "\n\n"}
    for module in (en, es, en_periods, es_periods):
        for table in vars(module).values():
            if isinstance(table, (dict, set, frozenset, tuple)):
                words.update(word for word in table if isinstance(word, str) and 1 < len(word) < 20)
    return "".join(f'"{quoted(word)}"\n' for word in sorted(words))


def quoted(word: str) -> str:
    """Return a word as a string of libFuzzer's dictionaries."""
    return "".join(f"\\x{byte:02x}" if byte in b'"\\' or not 32 <= byte < 127 else chr(byte) for byte in word.encode())
