"""Put the figures of a checked draft into a ledger, with the facts that they rest on."""

from __future__ import annotations

from hashlib import sha256

from imss_check.facts.base import FactBase
from imss_check.facts.model import Observation, Source
from imss_check.ledger.model import Entry, Exemption, Figure, Rest
from imss_check.linking.model import Reading
from imss_check.linking.readings import in_force
from imss_check.reports.model import Claim, DocumentReport
from imss_check.reports.positions import LINE_END, Positions

SIZE = 16
"""Hexadecimal digits of a digest."""


def record(document: DocumentReport, path: str, base: FactBase) -> Entry:
    """Return the entry of a draft that was checked against a base."""
    places = Positions(document.text)
    figures = tuple(record_figure(claim, document, places, base) for claim in document.claims)
    exempt = (
        Exemption(*places.at(start), document.text[start:end], finding.code, finding.suppressed)
        for finding in document.findings
        for start, end in finding.spans[:1]
        if finding.suppressed is not None
    )
    return Entry(path, text_digest(document.text), document.as_of, tuple(sorted(exempt)), figures)


def record_figure(claim: Claim, document: DocumentReport, places: Positions, base: FactBase) -> Figure:
    """Return a claim as a ledger has it."""
    q = claim.quantity
    first, last, stated = claim.period or (None, None, False)
    figure = Figure(
        *places.at(claim.start), claim.text, q.value, q.low, q.high, q.approximation, q.digits, q.unit, claim.metric,
        first, last, stated, claim.verdict,
    )  # fmt: skip
    if claim.metric is None:
        return figure
    seen = [evidence.observation for evidence in claim.evidence if evidence.relation == "supports"]
    rests = dict.fromkeys((*answers(figure, base, document.as_of), *seen))
    return figure._replace(rests=tuple(rest(observation, base) for observation in rests))


def answers(figure: Figure, base: FactBase, day: object) -> tuple[Observation, ...]:
    """Return the observations in force for a figure's metric and period, as of the day of its draft."""
    if figure.metric is None or figure.first is None or figure.last is None:
        return ()
    reading = Reading(figure.first, figure.last, "", figure.stated, 0.0)
    return in_force(base.metric(figure.metric), base.observations(figure.metric), reading, day)  # type: ignore[arg-type]


def rest(observation: Observation, base: FactBase) -> Rest:
    """Return an observation as a ledger has it."""
    source = base.source(observation.source)
    return Rest(
        observation.value, observation.first, observation.last, observation.source, fact_digest(observation, source)
    )


def fact_digest(o: Observation, source: Source) -> str:
    """Return what changes when the observation or its source does."""
    working = o.derived.working if o.derived else None
    fact = (o.metric, o.first, o.last, o.value, o.low, o.high, o.approximation, o.printed, working, *source)
    return digest("\0".join(map(str, fact)))


def text_digest(text: str) -> str:
    """Return the digest of a draft, whatever its line ends: a checkout may change them."""
    return digest(LINE_END.sub("\n", text))


def digest(text: str) -> str:
    """Return a short digest."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:SIZE]
