"""What must hold of every draft, whatever it says."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from facts_samples import FILES, write_base
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office import docx, odt, p, r
from strategies import drafts, sentences
from test_numbers_properties import english, mixed, spanish

from imss_check.check import check_drafts
from imss_check.facts.base import FactBase, open_base
from imss_check.quantities.find import find_quantities
from imss_check.reports.formats import Screen, load_format
from imss_check.reports.model import DocumentReport
from imss_check.text.model import Draft
from imss_check.text.read import draft_from_bytes, draft_from_text

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2022, 3, 1)
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text("utf-8"))
VALID = jsonschema.Draft202012Validator(SCHEMA)
some = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

SENTENCES = [
    ("es", "La red del IMSS suma {} Unidades de Medicina Familiar.", 1531, "supported"),
    ("es", "La red del IMSS suma {} Unidades de Medicina Familiar.", 1525, "outdated"),
    ("es", "Los hospitales del IMSS tienen {} camas en total.", 56753, "supported"),
    ("es", "Al cierre de 2021 había {} puestos de trabajo afiliados al IMSS.", 20620148, "supported"),
    ("es", "Al cierre de 2021 había {} puestos de trabajo afiliados al IMSS.", 20260148, "refuted"),
    ("es", "En diciembre de 2021 estaban aseguradas en el IMSS {} trabajadoras del hogar.", 41373, "disputed"),
    ("en", "The IMSS network has {} family medicine units.", 1531, "supported"),
    ("en", "At the end of 2021 there were {} jobs affiliated with IMSS.", 20620148, "supported"),
]
PROSE = [
    "La red del IMSS suma 1,531 Unidades de Medicina Familiar y 25 Unidades Médicas de Alta Especialidad.",
    "Al cierre de 2021 había 20 millones 260 mil 148 puestos de trabajo afiliados, 5.3% más que un año antes.",
    "En un día típico el Instituto da 404 mil 118 consultas; de ellas, 303 mil 469 son de Medicina Familiar.",
    "At the end of 2021 there were 41,373 insured domestic workers, and revenue reached $382 billion.",
    "La empresa repartió 12 mil 400 ejemplares entre las clínicas.",
]
NEUTRAL = [
    "El cielo amaneció despejado y la banda tocó hasta que cayó la tarde.",
    "Nadie quiso contar cómo terminó la película.",
    "Los gatos duermen sobre el tejado mientras llueve.",
    "The sky was clear, and the band played until dusk fell.",
    "Nobody wanted to tell how the film ended.",
]


def read(text: str, base: FactBase, markdown: bool = False) -> DocumentReport:
    """The report of one text."""
    return check_drafts([draft_from_text(text, markdown=markdown)], DAY, base).documents[0]


def told(document: DocumentReport) -> list[tuple[Any, ...]]:
    """What is said of each claim, without its place."""
    return [(c.text, c.quantity.value, c.quantity.unit, c.metric, c.period, c.verdict) for c in document.claims]


# --- offsets


@some
@given(st.one_of(drafts(25), sentences()), st.sampled_from(["plain", "markdown", "html"]))
def test_a_claim_is_the_draft_between_its_offsets(text: str, kind: str) -> None:
    if kind == "html":
        data = text.encode("utf-8", "replace")
        draft = draft_from_bytes(data, "imss_check.text.html", "x.html")
    else:
        draft = draft_from_text(text, markdown=kind == "markdown")
    document = check_drafts([draft], DAY).documents[0]
    for claim in document.claims:
        assert document.text[claim.start : claim.end] == claim.text
        assert claim.text.strip() == claim.text != ""
    for finding in document.findings:
        assert all(0 <= start < end <= len(document.text) for start, end in finding.spans)


def as_docx(paragraphs: list[str]) -> Draft:
    """Paragraphs as a Word file whose runs end inside of words and figures."""
    runs = (p(*(r(part) for part in (text[:7], text[7:19], text[19:]) if part)) for text in paragraphs)
    return draft_from_bytes(docx("".join(runs)), "imss_check.text.docx", "x.docx")


def as_odt(paragraphs: list[str]) -> Draft:
    """Paragraphs as an OpenDocument file with spans."""
    body = (f"<text:p>{text[:11]}<text:span>{text[11:23]}</text:span>{text[23:]}</text:p>" for text in paragraphs)
    return draft_from_bytes(odt("".join(body)), "imss_check.text.odt", "x.odt")


def as_html(paragraphs: list[str]) -> Draft:
    """Paragraphs as a page with markup inside of words and figures."""
    body = "".join(f"<p>{text[:9]}<b>{text[9:21]}</b>{text[21:]}</p>\n" for text in paragraphs)
    return draft_from_bytes(f"<!DOCTYPE html><body>{body}".encode(), "imss_check.text.html", "x.html")


def as_markdown(paragraphs: list[str]) -> Draft:
    return draft_from_text("\n\n".join(paragraphs), markdown=True)


@pytest.mark.parametrize("written", [as_docx, as_odt, as_html, as_markdown])
@settings(some, max_examples=12)
@given(paragraphs=st.lists(st.sampled_from(PROSE + NEUTRAL), min_size=1, max_size=4, unique=True))
def test_offsets_survive_every_reader(written: Callable[[list[str]], Draft], paragraphs: list[str]) -> None:
    plain = check_drafts([draft_from_text("\n\n".join(paragraphs))], DAY).documents[0]
    draft = written(paragraphs)
    other = check_drafts([draft], DAY).documents[0]
    assert [(c.quantity.value, c.metric, c.verdict) for c in other.claims] == [
        (c.quantity.value, c.metric, c.verdict) for c in plain.claims
    ]
    for claim in other.claims:
        assert other.text[claim.start : claim.end] == claim.text
        shown = draft.clean[claim.quantity.start : claim.quantity.end] if written is not as_html else None
        assert shown is None or shown == claim.text


# --- independence


@some
@given(
    st.lists(st.sampled_from(PROSE), min_size=1, max_size=3, unique=True),
    st.sampled_from(NEUTRAL),
    st.integers(0, 3),
)
def test_a_paragraph_without_figures_changes_nothing(prose: list[str], neutral: str, place: int) -> None:
    base = open_base()
    longer = [*prose[:place], neutral, *prose[place:]]
    assert told(read("\n\n".join(longer), base)) == told(read("\n\n".join(prose), base))


def test_the_order_of_fact_files_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    text = (
        "Hay 56 mil 735 camas, 35,802 de ellas censables.\n\nEn noviembre de 2021 había 1,020,500 puestos de trabajo, "
        "20,500 más que en octubre. En el Estado de México había 500."
    )
    reports = []
    for number, names in enumerate((sorted(FILES), sorted(FILES, reverse=True))):
        folder = write_base(tmp_path / str(number))
        for order, name in enumerate(names):
            path = folder / f"{name}.yaml" if (folder / f"{name}.yaml").exists() else folder / name
            if path.stem not in ("units", "scopes", "sources", "relations"):
                path.rename(folder / f"{order}-{path.name}")
        split_topic(folder, reverse=bool(number))
        reports.append(told(read(text, open_base([folder]))))
    assert reports[0] == reports[1]
    assert {verdict for *_, verdict in reports[0]} >= {"supported", "refuted"}


def split_topic(folder: Path, reverse: bool) -> None:
    """Write each metric of the sample base into a file of its own, in one order or the other."""
    (path,) = (path for path in folder.glob("*.yaml") if "beds_total:" in path.read_text("utf-8"))
    parts: list[str] = []
    for line in path.read_text("utf-8").splitlines(keepends=True):
        if line[:1].isalpha():
            parts.append("")
        if parts:
            parts[-1] += line
    path.unlink()
    for number, part in enumerate(reversed(parts) if reverse else parts):
        (folder / f"topic-{number}.yaml").write_text(part, "utf-8")


def test_the_order_of_fact_folders_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    first, second = write_base(tmp_path / "first"), tmp_path / "second"
    second.mkdir()
    (second / "zoo.yaml").write_text(
        "cots:\n  name: {es: Cunas, en: Cots}\n  unit: bed\n  kind: stock\n  cadence: fixed\n  observations:\n"
        '    - {period: 2022-01, value: "4321", printed: "4,321", source: paper-1}\n',
        "utf-8",
    )
    text = "Hay 56 mil 735 camas y 4,321 cunas."
    there, back = (told(read(text, open_base(folders))) for folders in ([first, second], [second, first]))
    assert there == back


@some
@given(st.lists(st.one_of(drafts(15), sentences()), min_size=2, max_size=4), st.randoms())
def test_a_draft_alone_and_among_others(texts: list[str], random: Any) -> None:
    base = open_base()
    alone = [read(text, base) for text in texts]
    order = list(range(len(texts)))
    random.shuffle(order)
    among = check_drafts([draft_from_text(texts[i]) for i in order], DAY, base).documents
    assert [among[order.index(i)] for i in range(len(texts))] == alone


# --- output


@some
@given(st.lists(st.one_of(drafts(20), sentences()), max_size=3))
def test_json_meets_its_schema(texts: list[str]) -> None:
    report = check_drafts([draft_from_text(text, markdown=True) for text in texts], DAY)
    written = load_format("json").render(report, Screen()).encode("utf-8", "replace")
    VALID.validate(json.loads(written))


# --- forms of numbers


def forms(n: int, language: str) -> list[str]:
    """A number in every form of one precision."""
    words, thousand, million = (spanish, "mil", "millones") if language == "es" else (english, "thousand", "million")
    plain = [f"{n:,}", f"{n:,}".replace(",", "\u00a0"), f"{n:,}".replace(",", "\u2009"), mixed(n, thousand, million)]
    return [*plain, words(n), f"{n:,} ({words(n)})", f"{n:,}".translate({48 + d: 0xFF10 + d for d in range(10)})]


@pytest.mark.parametrize(("language", "sentence", "value", "verdict"), SENTENCES)
def test_another_form_of_a_number_keeps_its_verdict(language: str, sentence: str, value: int, verdict: str) -> None:
    base, verdicts = open_base(), {}
    for form in forms(value, language):
        claims = read(sentence.format(form), base).claims
        verdicts[form] = {(c.metric, c.verdict) for c in claims if c.quantity.value == value}
    assert len(set.union(*verdicts.values())) == 1, verdicts
    assert set.union(*verdicts.values()).pop()[1] == verdict


@settings(some, max_examples=200)
@given(st.integers(2, 10**9 - 1))
def test_spanish_and_english_forms_of_a_value_agree(n: int) -> None:
    pairs = [
        (f"{n:,} camas", f"{n:,} beds"),
        (f"{spanish(n)} camas", f"{english(n)} beds"),
        (f"más de {n:,} camas", f"more than {n:,} beds"),
        (f"casi {spanish(n)} camas", f"nearly {english(n)} beds"),
        (f"{n / 10:.1f} por ciento", f"{n / 10:.1f} percent"),
        (f"{n / 10:,.1f} millones de camas", f"{n / 10:,.1f} million beds"),
        (f"{n % 1000}.{n % 10} mil millones de pesos", f"{n % 1000}.{n % 10} billion pesos"),
    ]
    for es, en in pairs:
        read_es, read_en = find_quantities(f"Suman {es}.", "es"), find_quantities(f"There were {en}.", "en")
        assert [(q.value, q.low, q.high, q.approximation, q.digits) for q in read_es] == [
            (q.value, q.low, q.high, q.approximation, q.digits) for q in read_en
        ], (es, en)
