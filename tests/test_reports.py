"""What reports look like: the JSON contract, frames and carets, inert text, coverage."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from unicodedata import category

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import NUMBERS, SOME, reports, wrong_figure

from imss_check import verdicts
from imss_check.reports.formats import Screen, format_names, load_format
from imss_check.reports.formats.json import decimal_text, report_object
from imss_check.reports.formats.terminal import ESCAPES
from imss_check.reports.frames import excerpt
from imss_check.reports.inert import columns, inert
from imss_check.reports.model import Report
from imss_check.reports.positions import Position, Positions
from imss_check.reports.select import select_findings
from imss_check.reports.summary import summarise, worst
from imss_check.reports.words import words
from imss_check.verdicts.findings import RULES

SCHEMA = json.loads((Path(__file__).parent.parent / "docs" / "report.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
DRAFT = "Uno.\nEl Instituto tiene 56 mil 735 camas en todo el país, según dijo su director.\n"


def render(report: Report, name: str, **screen: object) -> str:
    return load_format(name).render(report, Screen(**screen))  # type: ignore[arg-type]


def harmless(character: str) -> bool:
    """Whether a character only shows itself: a line end of ours, a space, or something to see."""
    return character == "\n" or character.isprintable() or category(character) == "Zs"


class TestJson:
    @settings(max_examples=50, deadline=None)
    @given(reports())
    def test_is_always_valid(self, report: Report) -> None:
        text = render(report, "json")
        text.encode("utf-8")
        VALIDATOR.validate(json.loads(text))

    @settings(max_examples=50, deadline=None)
    @given(reports())
    def test_spans_read_back(self, report: Report) -> None:
        for document, read in zip(report.documents, report_object(report)["documents"], strict=True):
            for claim in read["claims"]:
                span = claim["span"]
                assert document.text[span["start"] : span["end"]] == claim["text"]
                assert Positions(document.text).at(span["start"]) == (span["line"], span["column"])

    @given(NUMBERS)
    def test_decimals_are_exact_and_short(self, number: Decimal) -> None:
        text = decimal_text(number)
        assert Decimal(text) == number
        jsonschema.validate(text, SCHEMA["$defs"]["decimal"])

    def test_is_deterministic(self) -> None:
        report = wrong_figure(DRAFT, "56 mil 735", "56735")
        assert render(report, "json") == render(report, "json")

    def test_a_path_that_is_no_text(self) -> None:
        report = wrong_figure(DRAFT, "56 mil 735", "56735", path="a\udcff.md")
        assert json.loads(render(report, "json"))["documents"][0]["path"] == "a?.md"


class TestTerminal:
    def test_a_finding(self) -> None:
        report = wrong_figure(DRAFT, "56 mil 735", "56735")
        assert render(report, "terminal").splitlines() == [
            "draft.md:2:20: Q105 digits: two digits swapped: 56 mil 735 for 56,753 (Beds,",
            "  January 2022)",
            "  2 │ El Instituto tiene 56 mil 735 camas en todo el país, según dijo su direc…",
            "    │                    ^^^^^^^^^^",
            "    = base: 56,753 beds, January 2022 — El Diario, 2022-01-20,",
            "      https://diario.example/1",
            "    = write: 56 mil 753",
            "",
            "draft.md: 1 figure as of 2022-03-01 (--as-of): 1 refuted",
        ]

    def test_spanish(self) -> None:
        report = wrong_figure(DRAFT, "56 mil 735", "56735")
        lines = render(report, "terminal", language="es").splitlines()
        assert "    = escribir: 56 mil 753" in lines
        assert lines[-1] == "draft.md: 1 cifra al 2022-03-01 (--as-of): 1 refutada"

    def test_lines(self) -> None:
        report = wrong_figure(DRAFT, "56 mil 735", "56735")
        assert render(report, "lines").splitlines() == [
            "draft.md:2:20: Q105 digits: two digits swapped: 56 mil 735 for 56,753 (Beds, January 2022)",
            "draft.md: 1 figure as of 2022-03-01 (--as-of): 1 refuted",
        ]

    def test_today_is_said_loudly(self) -> None:
        report = wrong_figure(DRAFT, "56 mil 735", "56735")
        document = report.documents[0]._replace(as_of_source="today")
        assert "TODAY" in render(report._replace(documents=(document,)), "lines")

    def test_what_was_not_checked_is_listed_with_the_reason(self) -> None:
        report = wrong_figure(DRAFT, "56 mil 735", "56735")
        document = report.documents[0]
        claim = document.claims[0]._replace(verdict="unmatched", findings=(), reason="no metric is named")
        line = render(report._replace(documents=(document._replace(claims=(claim,), findings=()),)), "lines")
        assert line == (
            "draft.md: 1 figure as of 2022-03-01 (--as-of): 1 not in the base; "
            "not checked: 56 mil 735 (2:20) – no metric is named\n"
        )

    def test_several_drafts_are_summed_up(self) -> None:
        report = wrong_figure(DRAFT, "56 mil 735", "56735")
        both = report._replace(documents=report.documents * 2)
        assert render(both, "lines").splitlines()[-1] == "2 drafts, 2 figures: 2 refuted"

    @settings(max_examples=50, deadline=None)
    @given(reports(), st.sampled_from(["terminal", "lines"]), st.sampled_from(["es", "en"]))
    def test_text_of_a_draft_is_inert(self, report: Report, name: str, language: str) -> None:
        plain = render(report, name, language=language)
        assert all(harmless(c) for c in plain)
        coloured = render(report, name, language=language, colour=True)
        assert all(harmless(c) for c in ESCAPES.sub("", coloured))

    def test_links_only_with_colour(self) -> None:
        report = wrong_figure(DRAFT, "56 mil 735", "56735")
        link = "\x1b]8;;https://diario.example/1\x1b\\https://diario.example/1\x1b]8;;\x1b\\"
        assert link in render(report, "terminal", colour=True)
        assert "\x1b" not in render(report, "terminal")


class TestFrames:
    @pytest.mark.parametrize(
        ("line", "surface", "before"),
        [
            ("El IMSS tiene 5 camas", "5", 14),
            ("\tEl IMSS tiene 5 camas", "5", 18),
            ("中文 5 camas", "5", 5),
            ("Me\u0301xico: 5 camas", "5", 8),
            ("🏥🏥 5", "5", 5),
            ("\x1b[31m5", "5", 5),
            ("\u202e5", "5", 8),
        ],
    )
    def test_the_caret_stands_under_the_figure(self, line: str, surface: str, before: int) -> None:
        start = line.rindex(surface)
        text, carets = excerpt(line, [(start, start + len(surface))], 70)
        assert carets == " " * before + "^"
        assert columns(text[: text.rindex(surface)]) == before

    @given(SOME, st.integers(20, 80), st.data())
    def test_every_excerpt_fits_and_points_at_its_span(self, line: str, width: int, data: st.DataObject) -> None:
        line = line.replace("\r", "").replace("\n", "") or "x"
        start = data.draw(st.integers(0, len(line) - 1))
        end = data.draw(st.integers(start + 1, len(line)))
        text, carets = excerpt(line, [(start, end)], width)
        assert columns(text) <= width
        assert columns(carets) <= width
        assert carets.strip(" ").strip("^") == ""
        assert "^" in carets
        shown = inert(line[start:end]).rstrip()
        if columns(shown) == len(shown) == len(text[len(carets) - carets.count("^") : len(carets)].rstrip()):
            assert text.isascii() is False or shown == text[carets.index("^") :][: carets.count("^")].rstrip()

    def test_a_long_line_is_cut_around_the_figure(self) -> None:
        line = "palabra " * 5000 + "56 mil 735 camas " + "palabra " * 5000
        at = line.index("56")
        text, carets = excerpt(line, [(at, at + 10)], 60)
        assert text.startswith("…") and text.endswith("…")
        assert text[carets.index("^") : len(carets)] == "56 mil 735"


class TestPositions:
    @pytest.mark.parametrize(
        ("text", "offset", "expected"),
        [
            ("abc", 0, (1, 1)),
            ("a\nbc", 2, (2, 1)),
            ("a\r\nbc", 3, (2, 1)),
            ("a\rbc", 3, (2, 2)),
            ("🏥5", 1, (1, 2)),
            ("a\u2028b", 2, (1, 3)),
            ("a\n", 2, (2, 1)),
        ],
    )
    def test_lines_end_at_lf_crlf_and_cr(self, text: str, offset: int, expected: tuple[int, int]) -> None:
        assert Positions(text).at(offset) == Position(*expected)


def test_counts() -> None:
    report = wrong_figure(DRAFT, "56 mil 735", "56735")
    assert summarise(report.documents)["refuted"] == 1
    assert worst(report.documents) == 2
    document = report.documents[0]
    exempt = document._replace(findings=(document.findings[0]._replace(suppressed="known"),))
    assert (summarise((exempt,))["findings"], summarise((exempt,))["suppressed"], worst((exempt,))) == (0, 1, -1)


def test_selection_keeps_indexes() -> None:
    report = wrong_figure(DRAFT, "56 mil 735", "56735")
    document = report.documents[0]
    other = document.findings[0]._replace(code="Q301")
    claim = document.claims[0]._replace(findings=(1, 0))
    report = report._replace(documents=(document._replace(findings=(other, document.findings[0]), claims=(claim,)),))
    chosen = select_findings(report, (), ("Q3",)).documents[0]
    assert [f.code for f in chosen.findings] == ["Q105"]
    assert chosen.claims[0].findings == (0,)
    assert select_findings(report, ("Q301",), ()).documents[0].claims[0].findings == (0,)


@pytest.mark.parametrize("name", format_names())
def test_each_format_is_one(name: str) -> None:
    found = load_format(name)
    assert found.name == name
    assert found.summary


def test_every_reason_and_rule_is_named_in_both_languages() -> None:
    """The keys of reasons are short; what people read is in the languages."""
    folder = Path(verdicts.__file__).parent
    keys = {key for path in folder.glob("*.py") for key in re.findall(r'reason="([^"]*)"', path.read_text("utf-8"))}
    assert keys and all(key.isidentifier() for key in keys)
    for language in ("es", "en"):
        assert set(words(language).REASONS) == keys
    assert set(words("es").NAMES) == set(RULES)
