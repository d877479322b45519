"""Every format against the report: what it says is read back, compared finding by finding, and does nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from format_samples import DRAFT, HOSTILE, SampleBase, hostile_report, sample_document, sample_report

from imss_check.reports.formats import Screen, format_names, load_format
from imss_check.reports.inert import inert
from imss_check.reports.model import Finding, Report
from imss_check.reports.positions import Positions
from imss_check.reports.words import words
from imss_check.text.model import Block
from imss_check.verdicts.findings import RULES

GOLDEN = Path(__file__).parent / "golden_formats"
ENDINGS = {
    "gitlab": "json",
    "rdjson": "json",
    "sarif": "json",
    "junit": "xml",
    "markdown": "md",
    "github": "txt",
    "html": "html",
}


def rendered(name: str, report: Report, language: str = "en") -> str:
    base = SampleBase() if name == "html" else None
    return load_format(name).render(report, Screen(language=language, facts=base))  # type: ignore[arg-type]


class Told(NamedTuple):
    """A finding as a format tells it; None where a format has no place for a thing."""

    path: str
    line: int
    column: int | None
    code: str
    message: str


def expected(report: Report, suppressed: bool = False) -> list[Told]:
    told = []
    for document in report.documents:
        places = Positions(document.text)
        for finding in document.findings:
            if suppressed or finding.suppressed is None:
                line, column = places.at(finding.spans[0][0])
                told.append(Told(document.path, line, column, finding.code, inert(finding.message)))
    return sorted(told)


def read_sarif(text: str) -> list[Told]:
    (run,) = json.loads(text)["runs"]
    found = []
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        region, path = place["region"], place["artifactLocation"]["uri"]
        from urllib.parse import unquote

        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        found.append(Told(unquote(path), region["startLine"], region["startColumn"], result["ruleId"],
                          result["message"]["text"]))  # fmt: skip
    return sorted(found)


def read_github(text: str) -> list[Told]:
    found = []
    for line in text.splitlines():
        match = re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", line)
        if match is None or "title=Q" not in match.group(2):
            continue
        said = dict(pair.split("=", 1) for pair in match.group(2).split(","))
        code = said["title"].split()[0]
        message = undo(match.group(3)).split(" → ")[0]
        found.append(Told(undo(said["file"]), int(said["line"]), int(said["col"]), code, message))
    return sorted(found)


def undo(text: str) -> str:
    for mark, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(mark, character)
    return text


def read_gitlab(text: str) -> list[Told]:
    return sorted(
        Told(i["location"]["path"], i["location"]["lines"]["begin"], None, i["check_name"], i["description"])
        for i in json.loads(text)
    )


def read_rdjson(text: str) -> list[Told]:
    found = []
    for d in json.loads(text)["diagnostics"]:
        start = d["location"]["range"]["start"]
        before = DRAFT.splitlines()[start["line"] - 1].encode()[: start["column"] - 1].decode()
        found.append(Told(d["location"]["path"], start["line"], len(before) + 1, d["code"]["value"], d["message"]))
    return sorted(found)


def read_junit(text: str) -> list[Told]:
    found = []
    for case in ElementTree.fromstring(text).iter("testcase"):
        failure = case.find("failure")
        if failure is not None:
            column = case.find("properties/property[@name='column']").get("value")
            code = case.get("name").split()[0]
            found.append(Told(case.get("file"), int(case.get("line")), int(column), code, failure.get("message")))
    return sorted(found)


def read_markdown(text: str) -> list[Told]:
    found, path = [], ""
    for line in text.splitlines():
        if line.startswith("### "):
            path = line.removeprefix("### ").strip("`")
        elif "🔕" not in line and (match := re.match(r"- \S+ \*\*(\w+) .*?\*\* (\d+):(\d+): (.*)", line)):
            message = re.sub(r"\\(.)", r"\1", match.group(4)).replace("\u200b", "")
            found.append(Told(path, int(match.group(2)), int(match.group(3)), match.group(1), message))
    return sorted(found)


def read_html(text: str) -> list[Told]:
    """What the cards of figures say; several figures tell a finding that is about all of them."""
    found, path = set(), ""
    for part in re.split(r"(?=<h2 )|(?=<li class=\"card|<li id=)", text):
        if title := re.match(r'<h2 id="d\d+-name">(.*?)</h2>', part):
            path = unescape(title.group(1))
        place = re.search(r'class="place"[^>]*><span[^>]*>[^<]*</span>(\d+):(\d+)<', part)
        for code, body in re.findall(r'<div class="finding" data-code="(\w+)">(.*?)</div>', part, re.S):
            message = re.search(r'class="message"><span.*?</span></span> (.*?)</p>', body).group(1)
            found.add(Told(path, int(place.group(1)), int(place.group(2)), code, unescape(message)))
    return sorted(found)


def read_json(text: str) -> list[Told]:
    return sorted(
        Told(d["path"], f["spans"][0]["line"], f["spans"][0]["column"], f["code"], f["message"])
        for d in json.loads(text)["documents"]
        for f in d["findings"]
        if f["suppressed"] is None
    )


READERS = {"json": read_json, "sarif": read_sarif, "github": read_github, "gitlab": read_gitlab, "rdjson": read_rdjson,
           "junit": read_junit, "markdown": read_markdown, "html": read_html}  # fmt: skip


@pytest.mark.parametrize("name", READERS)
def test_every_format_tells_the_same_findings(name: str) -> None:
    report = sample_report()
    said = READERS[name](rendered(name, report))
    wanted = expected(report, suppressed=name == "sarif")
    if name == "html":  # the finding over three figures stands in the card of each
        assert set(wanted) <= set(said)
        said = [told for told in said if told in wanted or told.code != "Q301"]
    if name == "gitlab":
        wanted = [told._replace(column=None) for told in wanted]
    assert said == sorted(wanted)


@pytest.mark.parametrize("language", ["es", "en"])
def test_markdown_and_junit_list_every_figure(language: str) -> None:
    report = sample_report()
    places = Positions(DRAFT)
    table = re.findall(r"^\| (\d+):(\d+) \| (.*?) \|", rendered("markdown", report, language), re.M)
    claims = [claim for document in report.documents for claim in document.claims]
    assert table == [(*map(str, places.at(c.start)), c.text) for c in claims]
    root = ElementTree.fromstring(rendered("junit", report, language))
    findings = sum(len(d.findings) for d in report.documents)
    silent = sum(not c.findings for c in claims)
    assert int(root.get("tests", "")) == findings + silent + len(report.errors)


def test_columns_count_what_each_format_counts() -> None:
    document = sample_document()
    places = Positions(document.text)
    (start, end), line = document.findings[1].spans[0], DRAFT.splitlines()[2]
    region = json.loads(rendered("sarif", sample_report()))["runs"][0]["results"][1]["locations"][0]
    region = region["physicalLocation"]["region"]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "5.3%" == region["snippet"]["text"]
    assert line.encode()[places.utf8_column(places.at(start)) - 1 : places.utf8_column(places.at(end)) - 1] == b"5.3%"
    units = line.encode("utf-16-le")
    at = places.utf16_column(places.at(start)) - 1
    assert units[2 * at : 2 * at + 8].decode("utf-16-le") == "5.3%"


def goldens() -> Iterator[tuple[Path, str]]:
    """The file and the text of every format for both reports; `python tests/test_formats.py` writes the files anew."""
    for name, ending in ENDINGS.items():
        for kind, report, language in (("sample", sample_report(), "es"), ("hostile", hostile_report(), "en")):
            text = re.sub(r"<style>.*</style>|sha256-[^']+", "", rendered(name, report, language), flags=re.S)
            yield GOLDEN / f"{kind}.{name}.{ending}", text


@pytest.mark.parametrize(("path", "text"), list(goldens()), ids=lambda value: getattr(value, "name", ""))
def test_golden(path: Path, text: str) -> None:
    assert path.read_bytes().decode() == text


@pytest.mark.parametrize("name", format_names())
def test_a_hostile_draft_is_inert(name: str) -> None:
    text = rendered(name, hostile_report())
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)
    if name not in ("json", "sarif", "gitlab", "rdjson"):  # JSON escapes what must be; a text shows it
        assert "\x1b" not in text and "\u202e" not in text


def test_no_workflow_command_can_be_injected() -> None:
    lines = rendered("github", hostile_report()).splitlines()
    *commands, last = lines
    assert len(commands) == 3 and all(line.startswith("::error file=a%2Cb%3Ac%25d%0A%3A%3Aerror") for line in commands)
    assert last == "imss-check: 3 figures: 2 refuted, 1 not in the base"
    assert all("%250A::warning" in line for line in commands)


def test_annotations_are_limited_and_the_gravest_come_first() -> None:
    document = sample_document()
    kinds = ["note"] * 14 + ["warning"] * 14 + ["error"] * 14
    findings = tuple(Finding("Q101", "refuted", kind, kind, ((20, 22),)) for kind in kinds)
    report = sample_report()._replace(documents=(document._replace(findings=findings, claims=()),), errors=())
    lines = rendered("github", report).splitlines()
    shown = [re.match(r"::(\w+) ", line).group(1) for line in lines[:-1]]
    assert shown == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert "13 more findings" in lines[-2]


def test_markdown_stays_within_a_comment() -> None:
    document = sample_document()
    findings = tuple(document.findings[0] for _ in range(2000))
    report = sample_report()._replace(documents=(document._replace(findings=findings),))
    text = rendered("markdown", report)
    assert len(text) < 65_536 and "more findings are left out" in text


def test_markdown_shows_marks_and_links_as_text() -> None:
    import pyromark

    text = rendered("markdown", hostile_report())
    page = pyromark.html(text, options=pyromark.Options.ENABLE_TABLES)
    assert (
        "<script" not in page
        and "<img" not in page
        and "<a " not in page
        and "@todos" not in re.sub(r"<code>.*?</code>", "", page)
    )
    assert inert(HOSTILE).strip() in unescape(re.sub(r"</?code>", "`", page)).replace("\u200b", "").replace("``", "`")


def test_both_languages_have_the_same_words() -> None:
    for area in ("html", "rules", "exemptions"):
        spanish, english = (vars(words(language, area)) for language in ("es", "en"))
        names = [name for name in spanish if name.isupper()]
        assert names and names == [name for name in english if name.isupper()]
        for name in names:
            assert spanish[name].keys() == english[name].keys(), (area, name)
            fields = [
                {key: re.findall(r"{(\w+)}", str(text)) for key, text in data[name].items()}
                for data in (spanish, english)
            ]
            assert {k: sorted(v) for k, v in fields[0].items()} == {k: sorted(v) for k, v in fields[1].items()}
    assert words("es", "rules").RULES.keys() == RULES.keys()


def test_paragraphs_stand_for_lines_where_these_mean_nothing() -> None:
    document = sample_document("a.docx")
    blocks = (Block("heading", 0, 18, number=1), Block("paragraph", 23, len(DRAFT), 0, number=2))
    report = sample_report()._replace(documents=(document._replace(locator="paragraph", blocks=blocks),))
    assert "**Q102 outdated** paragraph 2: mil 525" in rendered("markdown", report)
    assert ">párrafo 2<" in rendered("html", report, "es") and "data-line" not in re.sub(
        r"<style>.*</style>", "", rendered("html", report), flags=re.S
    )


def test_junit_names_are_unique_and_counts_right() -> None:
    root = ElementTree.fromstring(rendered("junit", sample_report()))
    for suite in root:
        cases = suite.findall("testcase")
        assert len({(c.get("classname"), c.get("name")) for c in cases}) == len(cases) == int(suite.get("tests"))
    assert (root.get("failures"), root.get("errors"), root.get("skipped")) == ("6", "1", "4")


def test_gitlab_fingerprints_are_unique_and_outlive_line_shifts() -> None:
    def prints(text: str) -> set[str]:
        report = sample_report()._replace(documents=(sample_document(text=text),))
        return {issue["fingerprint"] for issue in json.loads(rendered("gitlab", report))}

    before = prints(DRAFT)
    assert len(before) == 3
    assert prints("Un párrafo nuevo.\r\n\r\n" + DRAFT.replace("mil 525", "Mil  525")) == before


if __name__ == "__main__":
    for path, text in goldens():
        path.write_text(text, "utf-8", newline="")
