"""Whatever strangers send, the readers answer or refuse: hypothesis, and the cases that fuzzing once found."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import config_texts, drafts, yaml_texts

sys.path.insert(0, str(Path(__file__).parent / "fuzz"))

from seeds import seeds
from targets import HERE, TARGETS

few = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
many = settings(few, max_examples=200)
CASES = sorted(path for path in (HERE / "corpus").glob("*/*"))
TAGS = {
    "docx": "w:p w:r w:t w:tbl w:tr w:tc w:ins w:del w:fldChar w:txbxContent w:pPr w:footnoteReference",
    "odt": "text:p text:span text:h text:list text:list-item text:note table:table table:table-row table:table-cell "
    "text:s office:annotation text:tracked-changes",
}
TEXTS = ("quantities", "periods", "plain", "markdown", "html")


def encoded(text: str) -> bytes:
    """Return a text as bytes that are read back as it, as far as they can be."""
    return text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_stays_mended(case: Path) -> None:
    TARGETS[case.parent.name](case.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_the_seeds_pass(name: str) -> None:
    for seed in seeds(name):
        TARGETS[name](seed)


@pytest.mark.parametrize("name", TEXTS)
@many
@given(drafts())
def test_drafts(name: str, text: str) -> None:
    TARGETS[name](encoded(text))


@few
@given(drafts())
def test_drafts_are_checked(text: str) -> None:
    TARGETS["check"](encoded(text))


@pytest.mark.parametrize("name", ["docx", "odt"])
@few
@given(st.data())
def test_parts_of_documents(name: str, data: st.DataObject) -> None:
    tags = TAGS[name].split()

    def nested(depth: int) -> str:
        tag = data.draw(st.sampled_from(tags))
        inside = data.draw(st.sampled_from(("", "5 camas", " 1,5", "31 &amp; ", "\u202e")))
        if depth < 5 and data.draw(st.booleans()):
            inside += "".join(nested(depth + 1) for _ in range(data.draw(st.integers(0, 3))))
        return f"<{tag}>{inside}</{tag}>"

    TARGETS[name]("".join(nested(0) for _ in range(4)).encode())


@pytest.mark.parametrize("name", ["docx_bytes", "odt_bytes", "pdf", "html"])
@few
@given(st.data())
def test_damaged_files(name: str, data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from(list(seeds(name)))))
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=6)):
        whole[place] = data.draw(st.integers(0, 255))
    TARGETS[name](bytes(whole[: data.draw(st.integers(0, len(whole)))] if data.draw(st.booleans()) else whole))


@many
@given(yaml_texts())
def test_bases(text: str) -> None:
    TARGETS["nodes"](encoded(text))


@many
@given(config_texts())
def test_configurations(text: str) -> None:
    TARGETS["config"](encoded(text))
