"""The base for people: figures put in, taken out, compared and shown."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from facts_samples import write_base
from hypothesis import given
from hypothesis import strategies as st

from imss_check.facts.base import open_base
from imss_check.facts.nodes import parse_nodes
from imss_check.facts.periods import parse_period
from imss_check.facts.splice import SpliceError, add_observation, flow
from imss_check.languages.en import facts as en
from imss_check.languages.en import mending as en_mending
from imss_check.languages.es import facts as es
from imss_check.languages.es import mending as es_mending
from imss_check.reports.base_page import pages

NEW = (
    "--period", "2023-05", "--printed", "57 mil 100", "--source", "paper-2", "--publisher", "El: Diario",
    "--kind", "press", "--source-language", "es", "--published", "2023-06-01", "--title", "Más camas, dice «él»",
    "--where", "párrafo 3",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return write_base(tmp_path / "facts")


def run(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
    command = [sys.executable, "-m", "imss_check", "facts", *arguments]
    done = subprocess.run(command, capture_output=True, input=stdin.encode())
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class TestAdd:
    def test_a_figure_and_its_source(self, folder: Path) -> None:
        before = (folder / "things.yaml").read_text("utf-8").splitlines()
        assert run("add", "beds_total", "--facts", "facts", *NEW) == (0, "facts/sources.yaml\nfacts/things.yaml\n", "")
        after = (folder / "things.yaml").read_text("utf-8").splitlines()
        line = '    - {period: 2023-05, value: "57100", printed: "57 mil 100", source: paper-2, where: párrafo 3}'
        assert [one for one in after if one not in before] == [line]
        assert [one for one in after if one != line] == before
        assert after[after.index(line) - 1].startswith("    - {period: 2022-01, value: \"56753\"")
        source = open_base([folder]).source("paper-2")
        assert (source.publisher, source.title) == ("El: Diario", "Más camas, dice «él»")
        assert str(open_base([folder]).observations("beds_total")[-1].value) == "57100"

    def test_comments_order_and_mode_stay(self, folder: Path) -> None:
        path = folder / "things.yaml"
        text = path.read_text("utf-8").replace("beds_total:\n", "# about beds\nbeds_total:  # all of them\n", 1)
        path.write_bytes(text.replace("\n", "\r\n").encode())
        path.chmod(0o600)
        assert run("add", "beds_total", "--facts", "facts", *NEW)[0] == 0
        added = path.read_bytes().decode()
        assert "\n" not in added.replace("\r\n", "")
        assert "# about beds\r\nbeds_total:  # all of them\r\n" in added
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    @pytest.mark.parametrize("metric", ["jobs_change_rate", "beds_other"])
    def test_the_first_figure_of_a_metric(self, folder: Path, metric: str) -> None:
        given = ("--period", "2021-11", "--value", "2.05", "--source", "bulletin-1")
        status, _, err = run("add", metric, "--facts", "facts", *given)
        if metric == "beds_other":
            assert status == 0, err
        else:  # the base knows the rate already: 20,500 of 1,000,000
            assert status in (0, 2)

    def test_a_period_in_the_middle(self, folder: Path) -> None:
        given = ("--period", "2021-11-15", "--printed", "1,010,000", "--source", "bulletin-1")
        assert run("add", "jobs_total", "--facts", "facts", *given)[0] == 0
        found = [str(o.first) for o in open_base([folder]).observations("jobs_total") if o.derived is None]
        assert found == ["2021-10-31", "2021-11-15", "2021-11-30"]
        text = (folder / "things.yaml").read_text("utf-8")
        assert text.index("2021-10-31") < text.index("2021-11-15") < text.index("2021-11-30")

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            (("--value", "57101"), "F113"),
            (("--period", "2023-13"), "no period"),
            (("--printed", "muchas"), "no number"),
            (("--kind", "rumour"), "F107"),
        ],
    )
    def test_what_would_do_harm_is_not_written(self, folder: Path, change: tuple[str, str], says: str) -> None:
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        status, _, err = run("add", "beds_total", "--facts", "facts", *NEW, *change)
        assert (status, says in err) == (2, True), err
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before

    def test_the_same_twice(self, folder: Path) -> None:
        assert run("add", "beds_total", "--facts", "facts", *NEW)[0] == 0
        status, _, err = run("add", "beds_total", "--facts", "facts", *NEW)
        assert status == 2
        assert "F118" in err

    def test_what_is_missing_is_said(self, folder: Path) -> None:
        assert "period" in run("add", "beds_total", "--facts", "facts", "--value", "1")[2]
        assert "no metric" in run("add", "beds", "--facts", "facts", *NEW)[2]
        assert "publisher" in run("add", "beds_total", "--facts", "facts", *NEW[:6])[2]

    def test_a_folder_beside_the_base(self, folder: Path) -> None:
        own = folder.parent / "own"
        own.mkdir()
        (own / "sources.yaml").write_text("", "utf-8")
        before = (folder / "things.yaml").read_bytes()
        assert run("add", "beds_total", "--facts", "facts", "--facts", "own", *NEW)[0] == 0
        assert run("add", "beds_total", "--facts", "facts", "--facts", "own", *NEW[:4], "--source", "paper-1",
                   "--where", "b")[0] == 0  # fmt: skip
        assert (folder / "things.yaml").read_bytes() == before
        values = [str(o.value) for o in open_base([folder, own]).observations("beds_total") if o.derived is None]
        assert values == ["56753", "57100", "57100"]

    @pytest.mark.skipif(shutil.which("script") is None, reason="no terminal to ask on")
    def test_asks_on_a_terminal(self, folder: Path) -> None:
        answers = "beds_total\n2023-05\n57 mil 100\n\npaper-1\n\n"
        command = f"{sys.executable} -m imss_check facts add --facts facts --lang es"
        done = subprocess.run(
            ["script", "-qec", command, "/dev/null"], input=answers.encode(), capture_output=True, timeout=60
        )
        assert done.returncode == 0, done.stdout.decode()
        assert "Indicador" in done.stdout.decode()
        assert 'value: "57100"' in (folder / "things.yaml").read_text("utf-8")


BLOCK = """
a:  # first
  observations:
    # the oldest
    - period: 2020
      value: "1"   # one
      note: |
        long
        text

    # then
    - {period: 2022, value: "2"}

  # the end of a

b:
  observations: []
c:
  unit: x
"""


@pytest.mark.parametrize(
    ("metric", "period", "before", "after"),
    [
        ("a", "2019", "    # the oldest\n", '    - period: 2020\n'),
        ("a", "2021", "    # then\n", '    - {period: 2022, value: "2"}\n'),
        ("a", "2022", '    - {period: 2022, value: "2"}\n', "\n  # the end of a\n"),
        ("b", "2022", "b:\n  observations:\n", "c:\n"),
        ("c", "2022", "  unit: x\n  observations:\n", ""),
    ],
)
def test_where_an_observation_goes(metric: str, period: str, before: str, after: str) -> None:
    found = parse_period(period)
    assert found is not None
    text = add_observation(BLOCK, metric, found, "{new}")
    assert f"{before}    - {{new}}\n{after}" in text
    assert text.replace("    - {new}\n", "").replace("observations: []", "observations:").startswith(BLOCK[:60])


def test_one_line_is_left_alone() -> None:
    period = parse_period("2022")
    assert period is not None
    for text in ("a: {observations: [{period: 2020}]}\n", "a:\n  observations: [{period: 2020}]\n", "b: 1\n"):
        with pytest.raises(SpliceError):
            add_observation(text, "a", period, "{}")


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))).filter(bool))
def test_any_text_comes_back(text: str) -> None:
    root, errors = parse_nodes(flow([("where", text), ("printed", text)]), "x.yaml")
    assert not errors
    assert root is not None
    assert isinstance(root.value, dict)
    assert [node.value for node in root.value.values()] == [text, text]


class TestExport:
    def test_csv(self, folder: Path) -> None:
        status, out, _ = run("export", "--facts", "facts")
        rows = list(csv.DictReader(io.StringIO(out)))
        assert status == 0
        assert len(rows) == 4
        bed = next(row for row in rows if row["metric"] == "beds_total")
        assert (bed["value"], bed["period"], bed["publisher"], bed["where"]) == (
            "56753", "2022-01", "El Diario", "paragraph 2",
        )  # fmt: skip

    def test_json(self, folder: Path) -> None:
        data = json.loads(run("export", "--format", "json", "--derived", "--facts", "facts")[1])
        metrics = {metric["metric"]: metric for metric in data["metrics"]}
        assert metrics["jobs_change"]["observations"][0]["value"] == "20500"
        assert {source["source"] for source in data["sources"]} >= {"paper-1", "bulletin-1"}
        assert run("export", "--format", "xml", "--facts", "facts")[0] == 2


class TestDiff:
    def test_folders(self, folder: Path) -> None:
        other = folder.parent / "other"
        write_base(other, ("things", '"56753", printed: "56 mil 753"', '"56754", printed: "56,754"'))
        text = (other / "things.yaml").read_text("utf-8")
        (other / "things.yaml").write_text(text.replace("2021-10-31", "2021-09-30"), "utf-8")
        status, out, _ = run("diff", "facts", "other", "--lang", "es")
        assert status == 1
        assert "beds_total 2022-01: cambió\n  - 56,753 bed (56 mil 753)" in out
        assert "jobs_total 2021-09-30: nueva" in out
        assert "jobs_total 2021-10-31: ya no está" in out
        assert run("diff", "facts", "facts") == (0, "the same observations\n", "")

    def test_revisions(self, folder: Path) -> None:
        def git(*arguments: str) -> None:
            settings = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
            subprocess.run(["git", *settings, *arguments], check=True, capture_output=True, cwd=folder.parent)

        git("init", "-q")
        git("add", "facts")
        git("commit", "-q", "-m", "one")
        assert run("add", "beds_total", "--facts", "facts", *NEW)[0] == 0
        status, out, _ = run("diff", "HEAD", "facts")
        assert (status, out.splitlines()[0]) == (1, "beds_total 2023-05: added")
        assert run("diff", "HEAD:facts", "HEAD")[0] == 0
        assert run("diff", "HEAD:nothing", "HEAD")[0] == 2
        assert run("diff", "nope", "HEAD")[0] == 2


class Page(HTMLParser):
    """What a page links to, and whether it asks for anything else."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        assert not {key for key in given if key.startswith("on") or key in ("src", "style")}
        self.links += [given["href"] or ""] if "href" in given else []
        self.ids += [given["id"] or ""] if "id" in given else []


class TestPage:
    @pytest.mark.parametrize("language", ["es", "en"])
    def test_every_page_is_sound(self, language: str) -> None:
        base = open_base()
        texts = dict(pages(base, language))
        read = {name: Page(text) for name, text in texts.items()}
        assert len(texts) == 1 + len({metric.topic for metric in base.metrics(base.ids())})
        for name, found in read.items():
            assert "default-src &#x27;none&#x27;; style-src &#x27;sha256-" in texts[name]
            assert not found.tags & {"script", "link", "img", "iframe", "object", "form"}
            assert len(found.ids) == len(set(found.ids))
            for link in found.links:
                if not link.startswith(("https://", "http://")):
                    file, _, anchor = link.partition("#")
                    assert anchor in ("", *read[file or name].ids), link

    def test_what_a_base_says_is_inert(self, folder: Path) -> None:
        text = (folder / "things.yaml").read_text("utf-8")
        evil = "<script>alert(1)</script>&amp;"
        (folder / "things.yaml").write_text(text.replace("es: Camas,", f'es: "{evil}",'), "utf-8")
        status, out, _ = run("page", "pages", "--facts", "facts", "--lang", "es")
        assert (status, out) == (0, f"{os.path.join('pages', 'index.html')}\n")
        for path in Path("pages").iterdir():
            assert "<script" not in path.read_text("utf-8")
            assert "&lt;script&gt;" in path.read_text("utf-8")


class TestTimeline:
    def test_bars(self, folder: Path) -> None:
        out = run("timeline", "jobs_total", "--facts", "facts", "--lang", "es")[1]
        lines = out.splitlines()
        assert [line.split()[0] for line in lines] == ["2021-10-31", "2021-11-30"]
        assert lines[1].count("█") > lines[0].count("█")
        assert "se sigue de: 1,020,500" in run("timeline", "jobs_change", "--facts", "facts", "--lang", "es")[1]

    def test_svg(self, folder: Path) -> None:
        assert run("timeline", "jobs_total", "--format", "svg", "--facts", "facts")[0] == 2  # two figures are no chart
        out = run("timeline", "jobs_affiliated", "--format", "svg")[1]
        root = fromstring(out)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert not re.search(r"(?<!xmlns=\")https?://", out)

    def test_stale_in_spanish(self, folder: Path) -> None:
        assert "vigente hasta" in run("stale", "--as-of", "2030-01-01", "--facts", "facts", "--lang", "es")[1]


@pytest.mark.parametrize(("one", "other"), [(es, en), (es_mending, en_mending)], ids=["facts", "mending"])
def test_no_message_is_missing(one: object, other: object) -> None:
    for name in ("TEXT", "QUESTIONS", "HEDGES"):
        mine, theirs = getattr(one, name, {}), getattr(other, name, {})
        assert mine.keys() == theirs.keys()
        for key in mine:
            assert set(re.findall(r"\{\w*\}", mine[key])) == set(re.findall(r"\{\w*\}", theirs[key]))
