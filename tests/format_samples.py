"""A report with everything in it that a format can get wrong: accents, emoji, CRLF, exemptions, hostile text."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal

from imss_check.facts.model import Derivation, Metric, Observation, Scope, Source
from imss_check.quantities.model import Quantity
from imss_check.reports.model import Claim, DocumentReport, Evidence, FactsInfo, Failure, Finding, Report

FACTS = FactsInfo("0" * 64, 3, 7, 2)
OFFICIAL = Source("sample-2022", "Instituto", None, "a report", "https://example.org/a?b=1&c=(2)", "2022-01-19",
                  "official", "es")  # fmt: skip
PRESS = Source("sample-press", "Diario <Norte>", "Cifras", None, None, None, "press", "es")

DRAFT = (
    "# Médicos y camas 🏥\r\n"
    "\r\n"
    "Según el año, hay mil 525 clínicas 👩🏽‍⚕️ y 62,165 camas; “ñandú” 5.3% más.\r\n"
    "En total 12 y 13 suman 26.\r\n"
    "\r\n"
    "Otra vez mil 525 clínicas, y 9 de otra cosa.\r\n"
)
HOSTILE = (
    "::error::x\n"
    "<script>alert(1)</script> <img src=x onerror=alert(1)> cuenta 1,234 camas\n"
    "##[add-mask]y %0A::warning::z | `rm` [a](javascript:alert(1)) @todos #1 77\n"
    "\x1b[31mrojo\x1b[0m \x00\x07 \u202eoicifer\u202c ]]> &amp; 88% \U0001f469\u200d\u2695\ufe0f\n"
)


def seen(metric: str, value: str, first: date, last: date, source: Source, relation: str, **more: object) -> Evidence:
    """An observation as evidence."""
    number = Decimal(value)
    observation = Observation(metric, first, last, number, number, number, "exact", value, source.id, None, last, "day")
    return Evidence(metric, observation._replace(**more), source, "medical_unit", relation)


def claim(text: str, surface: str, value: str, verdict: str, nth: int = 0, **more: object) -> Claim:
    """The claim of a surface in a text."""
    pattern = r"(?i)(?<!\w)" + re.escape(surface).replace("\\ ", r"\s+")
    start, end = [match.span() for match in re.finditer(pattern, text)][nth]
    number = Decimal(value)
    quantity = Quantity(start, end, number, None, number, number, "exact")
    confidence = 0.9 if more.get("metric") else 0.0
    return Claim(start, end, text[start:end], quantity, None, None, None, verdict, confidence)._replace(**more)


def sample_document(path: str = "borradores/año nuevo.md", text: str = DRAFT) -> DocumentReport:
    """A draft with a finding of each severity, one exempt, one over two figures, and two that are alike."""
    clinics = (
        seen("clinics", "1531", date(2022, 1, 1), date(2022, 2, 1), OFFICIAL, "contradicts"),
        seen("clinics", "1525", date(2021, 1, 19), date(2021, 1, 20), PRESS, "other_period"),
    )
    derived = Derivation("70,000 − 7,835 = 62,165", (("beds", "70000", "2022-01-01", "2022-01-02", "sample-2022"),))
    beds = (
        seen("beds", "62165", date(2022, 1, 1), date(2022, 1, 2), OFFICIAL, "supports", derived=derived, printed=None),
    )
    claims = (
        claim(text, "mil 525", "1525", "outdated", metric="clinics", evidence=clinics, findings=(0,)),
        claim(text, "62,165", "62165", "supported", metric="beds", evidence=beds),
        claim(text, "5.3%", "5.3", "disputed", metric="growth", findings=(1,)),
        claim(text, "12", "12", "unmatched", reason="no_metric", findings=(2,)),
        claim(text, "13", "13", "unverified", reason="not_in_force", findings=(2,)),
        claim(text, "26", "26", "refuted", metric="sum", findings=(2,)),
        claim(text, "mil 525", "1525", "outdated", 1, metric="clinics", evidence=clinics, findings=(3,)),
        claim(text, "9", "9", "unmatched", reason="no_metric"),
    )
    said = "mil 525 clínicas was right on 2021-01-19; since January 2022 it is 1,531"
    spans = tuple((claims[n].start, claims[n].end) for n in (5, 3, 4))
    findings = (
        Finding("Q102", "outdated", "error", said, ((claims[0].start, claims[0].end),), "mil 531", None, 0),
        Finding("Q103", "disputed", "warning", "las fuentes, 100%: no coinciden", ((claims[2].start, claims[2].end),),
                None, "la fuente lo explica", 2),
        Finding("Q301", "sum", "warning", "does not add up: 12 + 13 = 25, stated 26", spans, "25", None, 3),
        Finding("Q102", "outdated", "error", said, ((claims[6].start, claims[6].end),), "mil 531", None, 6),
    )  # fmt: skip
    return DocumentReport(path, text, date(2022, 3, 1), "option", claims, findings)


def hostile_document() -> DocumentReport:
    """A draft that tries to act in every format, quoted in every message."""
    claims = (
        claim(HOSTILE, "1,234", "1234", "refuted", metric="beds", findings=(0,)),
        claim(HOSTILE, "77", "77", "refuted", metric="beds", findings=(1,)),
        claim(HOSTILE, "88%", "88", "unmatched", reason="no_metric", findings=(2,)),
    )
    findings = tuple(
        Finding("Q101", "refuted", "error", HOSTILE, ((c.start, c.end),), HOSTILE, None, n)
        for n, c in enumerate(claims)
    )
    path = "a,b:c%d\n::error::|`<b>@x.md"
    return DocumentReport(path, HOSTILE, date(2022, 3, 1), "today", claims, findings)


def sample_report() -> Report:
    """One run over two drafts, a third one unreadable."""
    documents = (sample_document(), sample_document("second.txt"))
    return Report(documents, (Failure("roto.md", 2, 5, "not UTF-8"),), FACTS, "0.1.0")


def hostile_report() -> Report:
    """One run over a hostile draft."""
    return Report((hostile_document(),), (), FACTS, "0.1.0")


class SampleBase:
    """As much of a fact base as a page asks for: one metric with a series, one observation hedged, one derived."""

    def metric(self, name: str) -> Metric:
        names = {"es": f"Indicador <{name}>", "en": f"Metric <{name}>"}
        return Metric(name, "sample", names, "medical_unit", "stock", "level", "instant", Scope(), "monthly", 60, None,
                      None)  # fmt: skip

    def observations(self, name: str) -> tuple[Observation, ...]:
        if name != "clinics":
            return ()
        years = ((2018, 1490, "exact"), (2019, 1500, "about"), (2020, 1512, "exact"), (2021, 1525, "exact"))
        return tuple(
            Observation(name, date(year, 1, 1), date(year, 1, 2), Decimal(value), None, None, hedge, str(value),
                        "sample-2022", None, date(year, 2, 1), "day")
            for year, value, hedge in years
        )  # fmt: skip

    def akin(self, unit: str) -> frozenset[str]:
        return frozenset((unit,))

    def conversion(self, unit: str, other: str) -> Decimal | None:
        return None


def archive_manifest() -> dict[str, object]:
    """What a run of `archive` says of itself, as far as its page asks."""
    facts = {"metrics": 3, "observations": 1234, "sources": 2, "digest": "0" * 64}
    return {"dataset": "acervo.jsonl", "program": "0.1.0+00000000", "facts": facts}


def archive_tally() -> Counter[tuple[str, ...]]:
    """What a run of `archive` counted: some years, every verdict, figures that look like markup."""
    tally = Counter({("rows",): 1200, ("checked",): 1198, ("errors",): 2})
    for year in range(2016, 2024):
        for place, verdict in enumerate(("supported", "outdated", "refuted", "disputed", "unverified", "unmatched")):
            number = (year - 2010) * (place * 7 % 5 + 1)
            tally["claims",] += number
            tally["verdict", verdict] += number
            tally["year", str(year), verdict] += number
            if verdict != "unmatched":
                tally["metric", ("clinics", "beds_total", "jobs_affiliated")[year % 3], verdict] += number
    tally["wrong", "clinics", "mil 525 <b>", "outdated"] = 31
    tally["wrong", "beds_total", "56,735", "refuted"] = 12
    return tally
