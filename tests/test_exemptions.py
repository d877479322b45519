"""Exemptions: which findings a comment means, wherever it stands, and what is said of bad ones."""

from __future__ import annotations

from datetime import date

import pytest

from imss_check.reports.exempt import apply_exemptions
from imss_check.reports.model import DocumentReport, Finding
from imss_check.text.read import draft_from_text

WRONG = "99"


def exempted(text: str, markdown: bool = True, code: str = "Q102") -> tuple[list[str | None], list[str]]:
    """The reasons of the findings over every `99` of a text, and the codes of what is said of its exemptions."""
    draft = draft_from_text(text, "a.md", markdown)
    places = [n for n in range(len(text)) if text.startswith(WRONG, n)]
    findings = tuple(Finding(code, "outdated", "error", "", ((n, n + 2),)) for n in places)
    document = apply_exemptions(DocumentReport("a.md", text, date(2022, 3, 1), "option", (), findings), draft)
    return [f.suppressed for f in document.findings[: len(places)]], [f.code for f in document.findings[len(places) :]]


@pytest.mark.parametrize(
    "text",
    [
        "Hay 99 camas <!-- imss: ignore Q102 cita -->\n\nY 99.",
        "<!-- imss: ignore Q102 cita -->\nHay\n99 camas.\n\nY 99.",
        "<!-- imss: ignore Q102 cita -->\r\n\r\nHay 99 camas.\r\n\r\nY 99.",
        "<!--imss:ignore Q102,Q305 cita-->\n\nHay 99 camas.\n\nY 99.",
        "<!-- imss: ignore Q1 cita -->\n\nHay 99 camas.\n\nY 99.",
        "<!-- imss: ignore cita -->\n\nHay 99 camas.\n\nY 99.",
        "<!-- IMSS: ignore\n  Q102\n  cita -->\n\nHay 99 camas.\n\nY 99.",
        "- uno\n- son 99 <!-- imss: ignore Q102 cita -->\n- y 99",
        "- uno\n  - <!-- imss: ignore Q102 cita -->\n    son 99\n- y 99",
        "- uno\n<!-- imss: ignore Q102 cita -->\n- son 99\n- y 99",
        "| a | b |\n|---|---|\n| camas | 99 <!-- imss: ignore Q102 cita --> |\n| otras | 99 |",
        "Texto[^1], y luego[^2].\n\n[^1]: Son 99 <!-- imss: ignore Q102 cita -->\n\n[^2]: Y 99.",
        "> Son 99 <!-- imss: ignore Q102 cita -->\n\nY 99.",
        "# Hay 99 <!-- imss: ignore Q102 cita -->\n\nY 99.",
        "<!-- imss: off Q102 cita -->\n\nHay 99.\n\n<!-- imss: on -->\n\nY 99.",
    ],
)
def test_one_is_meant_and_the_other_is_not(text: str) -> None:
    assert exempted(text) == (["cita", None], [])


@pytest.mark.parametrize(
    "text",
    [
        "<!-- imss: ignore Q102 cita -->\n\n| a | b |\n|---|---|\n| camas | 99 |\n| otras | 99 |\n",
        "<!-- imss: off Q102 cita -->\n\nHay 99.\n\nY 99.",
        "---\nimss-ignore: Q102 cita\n---\nHay 99.\n\nY 99.",
        "---\ndate: 2022-03-01\nimss-ignore:\n  - Q3 otra\n  - Q102 cita\n---\nHay 99.\n\nY 99.",
    ],
)
def test_both_are_meant(text: str) -> None:
    suppressed, codes = exempted(text)
    assert suppressed == ["cita", "cita"]
    assert codes == (["X102"] if "Q3 " in text else [])


def test_plain_text_takes_the_front_matter_and_comments() -> None:
    assert exempted("---\nimss-ignore: Q102 cita\n---\nHay 99.\n", markdown=False) == (["cita"], [])
    assert exempted("Hay 99. <!-- imss: ignore Q102 cita -->\n\nY 99.", markdown=False) == (["cita", None], [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Hay 99 <!-- imss: ignore Q102 -->", ["X101"]),
        ("Hay 99 <!-- imss: ignore -->", ["X101"]),
        ("Hay 99 <!-- imss: ignore Q105 cita -->", ["X102"]),
        ("Hay 99 <!-- imss: ignore q105: cita -->", ["X102"]),
        ("Hay 99 <!-- imss: ignroe Q102 cita -->", ["X102"]),
        ("Hay 99\n\n<!-- imss: on -->", ["X102"]),
        ("Hay 99\n\n<!-- imss: off Q102 cita -->", ["X102"]),
        ("Hay 99\n\n<!-- imss: ignore Q102 cita -->", ["X102"]),
        ("Hay 99 `<!-- imss: ignore Q102 cita -->`", []),
        ("Hay 99 <!-- otra cosa -->", []),
        ("---\nimss-ignore: Q102\n---\nHay 99", ["X101"]),
    ],
)
def test_bad_ones_exempt_nothing_and_are_told(text: str, codes: list[str]) -> None:
    assert exempted(text) == ([None], codes)


def test_the_place_of_a_bad_one_is_the_comment() -> None:
    text = "Año 99 <!-- imss: ignore Q102 -->"
    document = DocumentReport("a.md", text, date(2022, 3, 1), "option")
    for language, word in (("es", "motivo"), ("en", "reason")):
        (finding,) = apply_exemptions(document, draft_from_text(text, "a.md", True), language).findings
        assert text[slice(*finding.spans[0])] == "<!-- imss: ignore Q102 -->"
        assert word in finding.message
