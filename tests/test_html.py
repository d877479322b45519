"""The HTML report without a browser: the draft is all there, the policy fits, nothing of a draft becomes markup."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from format_samples import DRAFT, HOSTILE, SampleBase, hostile_report, sample_report

from imss_check.reports.formats import Screen, load_format
from imss_check.reports.model import Report
from imss_check.reports.page.markup import element, join, visible

TAGS = frozenset(
    re.findall(
        r"\w+",
        "html head meta title style body svg symbol path use a header div h1 h2 h3 h4 p span rect form fieldset legend "
        "input label main section article aside ol li q details summary ul strong figure figcaption desc text circle "
        "table caption thead tbody tr th td del ins footer",
    )
)


class Page(HTMLParser):
    """A page as a tree would have it: elements, ids, the lines of the draft, its marks."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str | None]] = []
        self.lines: list[str] = []
        self.marks: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, *pair) for pair in attrs]
        kind = dict(attrs).get("class") or ""
        if tag not in ("meta", "input"):
            self._open.append((tag, kind))
        if kind.startswith("line"):
            self.lines.append("")
        if kind == "text":
            self.marks.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        kinds = [kind for _, kind in self._open]
        if any(kind.startswith("line") for kind in kinds) and "hidden" not in kinds:
            self.lines[-1] += data
        if "text" in kinds:
            self.marks[-1] += data


def page(report: Report, language: str = "es") -> str:
    screen = Screen(language=language, facts=SampleBase())  # type: ignore[arg-type]
    return load_format("html").render(report, screen)


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_draft_and_its_figures_are_all_there(language: str) -> None:
    report = sample_report()
    read = Page(page(report, language))
    assert read.lines == [*DRAFT.split("\r\n")] * 2
    assert read.marks == [c.text for d in report.documents for c in sorted(d.claims, key=lambda c: c.start)]


def test_every_figure_has_its_verdict_and_its_card() -> None:
    report = sample_report()
    text = page(report)
    shown = re.findall(r'<a class="mark (\w+)[^"]*" href="#d(\d+)-c(\d+)"', text)
    claims = {(str(n), str(m)): c.verdict for n, d in enumerate(report.documents) for m, c in enumerate(d.claims)}
    assert {(document, claim): verdict for verdict, document, claim in shown} == claims
    for (document, claim), verdict in claims.items():
        assert re.search(rf'<li id="d{document}-c{claim}" class="card {verdict}', text)


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    read = Page(page(sample_report()))
    ids = [value for _, key, value in read.attributes if key == "id"]
    assert len(ids) == len(set(ids))
    inner = {value for _, key, value in read.attributes if key == "href" and value and value.startswith("#")}
    assert {f"#{name}" for name in ids} >= inner


def test_the_policy_allows_this_style_and_nothing_else() -> None:
    text = page(sample_report())
    style = re.search(r"<style>(.*?)</style>", text, re.S).group(1)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src &#x27;none&#x27;; style-src &#x27;sha256-{digest}&#x27;" in text
    assert "<script" not in text and " style=" not in text and "url(" not in style and "@import" not in style


def test_nothing_is_fetched() -> None:
    read = Page(page(sample_report()))
    loading = {"src", "srcset", "action", "data", "poster", "background"}
    assert not [a for a in read.attributes if a[1] in loading or (a[0] == "link" and a[1] == "href")]


def test_a_hostile_draft_stays_text() -> None:
    read = Page(page(hostile_report()))
    assert read.tags <= TAGS
    assert not [key for _, key, _ in read.attributes if key.startswith("on")]
    assert not [value for _, key, value in read.attributes if key == "href" and value and "javascript" in value]
    assert read.lines[1] == HOSTILE.split("\n")[1]
    assert "\u202e" not in "".join(read.lines) and "‹U+202E›" in read.lines[3]


def test_text_never_becomes_markup() -> None:
    made = element("p", "<b>&", join("a", element("i", '"x"')), title='"><script>')
    assert made == '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;a<i>&quot;x&quot;</i></p>'
    assert visible("a\x00\x1b\u202e\ud800👩🏽\u200d⚕️") == "a␀␛‹U+202E›‹U+D800›👩🏽\u200d⚕️"


def test_a_chart_has_words_and_a_table() -> None:
    text = page(sample_report(), "en")
    assert text.count('<svg class="chart"') == 4
    assert "4 observations from 2018-01-01 to 2021-01-01, lowest 1,490, highest 1,525; the draft says mil 525." in text
    assert "<table><caption>Metric &lt;clinics&gt;</caption>" in text
    assert text.count('class="dot hedged"') == 4


def test_a_report_without_drafts_or_figures() -> None:
    empty = sample_report()._replace(documents=(), errors=())
    assert "sin cifras" in page(empty)
    (document, _), *_ = sample_report()
    assert "Sin cifras." in page(empty._replace(documents=(document._replace(claims=(), findings=()),)))
