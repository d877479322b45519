"""The list beside a draft: a card for each figure, and for each finding that belongs to no figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from imss_check.facts.model import Observation
from imss_check.reports.evidence import address, metric_name, origin, value_text, when
from imss_check.reports.formats import Screen
from imss_check.reports.model import Claim, DocumentReport, Evidence, Finding
from imss_check.reports.page.chart import LEAST, chart
from imss_check.reports.page.draft import Mark
from imss_check.reports.page.icons import icon, labelled
from imss_check.reports.page.markup import Html, element, join
from imss_check.reports.places import place_text
from imss_check.reports.positions import Positions
from imss_check.reports.words import rule_help, words
from imss_check.verdicts.messages import number, period_text


class Deck(NamedTuple):
    """What the cards of one draft are made from. `key` sets its ids apart from those of other drafts."""

    document: DocumentReport
    places: Positions
    screen: Screen
    key: str

    @property
    def text(self) -> dict[str, str]:
        """The words of the page."""
        said: dict[str, str] = words(self.screen.language, "html").TEXT
        return said


def marks(deck: Deck) -> list[Mark]:
    """Return what to mark in the draft: every figure, and what else a finding is about."""
    labels = words(deck.screen.language).VERDICTS
    found = [
        Mark(c.start, c.end, f"{deck.key}-c{n}", c.verdict, labels[c.verdict][0], bool(c.findings))
        for n, c in enumerate(deck.document.claims)
    ]
    taken = {(mark.start, mark.end) for mark in found}
    for n, finding in loose(deck.document):
        style = "exempt" if finding.suppressed is not None else finding.severity
        found += [Mark(*s, f"{deck.key}-f{n}", style, finding.code, True) for s in finding.spans if s not in taken]
    return found


def loose(document: DocumentReport) -> list[tuple[int, Finding]]:
    """Return the findings that no figure names."""
    named = {number for claim in document.claims for number in claim.findings}
    return [(n, finding) for n, finding in enumerate(document.findings) if n not in named]


def cards(deck: Deck) -> Html:
    """Return the cards of a draft in text order."""
    made = [(c.start, claim_card(deck, n, c)) for n, c in enumerate(deck.document.claims)]
    made += [(f.spans[0][0], finding_card(deck, n, f)) for n, f in loose(deck.document)]
    made.sort(key=lambda pair: pair[0])
    return element("ol", *(card for _, card in made), class_="cards")


def claim_card(deck: Deck, number_: int, claim: Claim) -> Html:
    """Return the card of a figure: verdict, findings, what the base says, how the metric went."""
    key, text = f"{deck.key}-c{number_}", deck.text
    data = words(deck.screen.language)
    findings = [deck.document.findings[n] for n in claim.findings]
    parts = [heading(deck, key, claim.verdict, data.VERDICTS[claim.verdict][0], claim.text, claim.start)]
    if claim.metric is not None:
        parts.append(element("p", *metric_line(deck, claim), class_="metric"))
    elif claim.reason:
        parts.append(element("p", data.REASONS.get(claim.reason, claim.reason), class_="metric"))
    parts += [finding_body(deck, finding, claim.text) for finding in findings]
    body = [*base_body(deck, claim), *claim_chart(deck, claim, key)]
    if body:
        summary = element("summary", text["evidence"], element("span", f": {claim.text}", class_="hidden"))
        parts.append(element("details", summary, *body, open=bool(findings)))
    return element("li", *parts, id=key, class_=style(claim.verdict, bool(findings)), data_start=claim.start)


def finding_card(deck: Deck, number_: int, finding: Finding) -> Html:
    """Return the card of a finding that belongs to no figure."""
    key = f"{deck.key}-f{number_}"
    kind = "exempt" if finding.suppressed is not None else finding.severity
    start, end = finding.spans[0]
    label = words(deck.screen.language, "html").SEVERITY[finding.severity]
    surface = deck.document.text[start:end]
    parts = heading(deck, key, kind, label, surface, start), finding_body(deck, finding, surface)
    return element("li", *parts, id=key, class_=style(kind, True))


def style(kind: str, found: bool) -> str:
    """Return the classes of a card."""
    return f"card {kind}{' found' if found else ''}"


def heading(deck: Deck, key: str, kind: str, label: str, surface: str, start: int) -> Html:
    """Return the head of a card: verdict, the words of the draft, and the way back to them."""
    back = element(
        "a",
        element("span", f"{deck.text['to_text']}: ", class_="hidden"),
        place_text(deck.places, start, deck.screen.language),
        element("span", f", {surface}", class_="hidden"),
        href=f"#m-{key}",
        class_="place",
    )
    verdict = element("span", labelled(kind, label), class_="verdict")
    return element("div", element("h4", verdict, " ", element("q", surface)), back, class_="head")


def metric_line(deck: Deck, claim: Claim) -> Iterator[str]:
    """Yield the name of the metric, and the period where the draft states one."""
    yield metric_name(claim.metric, deck.screen)
    if claim.period is not None and claim.period[2]:
        first, last, _ = claim.period
        yield element("span", f" · {period_text(first, last, deck.screen.language)}", class_="period")


def finding_body(deck: Deck, finding: Finding, surface: str) -> Html:
    """Return what was found, what the rule means, what to write."""
    text = deck.text
    label = element("span", " ", words(deck.screen.language, "html").SEVERITY[finding.severity], class_="hidden")
    code = element("span", icon(finding.severity), " ", finding.code, label, class_=f"code {finding.severity}")
    told: list[str] = [element("p", code, " ", finding.message, class_="message")]
    about = rule_help(deck.screen.language).get(finding.code)
    if finding.suppressed is not None:
        told.append(element("p", labelled("exempt", text["exempt"].format(reason=finding.suppressed)), class_="note"))
    elif finding.suggestion is not None:
        change = join(element("del", surface), " → ", element("ins", finding.suggestion))
        told.append(element("p", element("span", f"{text['write']}: ", class_="label"), change, class_="suggestion"))
    elif about is not None:
        told.append(element("p", about[1], class_="note"))
    kind = " suppressed" if finding.suppressed is not None else ""
    return element("div", *told, class_=f"finding{kind}", data_code=finding.code)


def base_body(deck: Deck, claim: Claim) -> Iterator[Html]:
    """Yield the observations that speak for and against a figure."""
    if claim.evidence:
        yield element("ul", *(observation(deck, claim, seen) for seen in claim.evidence), class_="evidence")


def observation(deck: Deck, claim: Claim, evidence: Evidence) -> Html:
    """Return one observation: value, period, relation, source."""
    data = words(deck.screen.language, "html")
    seen, source, url = evidence.observation, evidence.source, address(evidence)
    other = evidence.metric != claim.metric
    named: str = origin(evidence, deck.screen)
    if url is not None:
        named = element("a", named, href=url, rel="noreferrer")
    lines: list[str] = [
        element("strong", value_text(evidence, deck.screen)), ", ", when(evidence, deck.screen), " ",
        element("span", data.RELATION[evidence.relation], class_=f"tag {evidence.relation}"),
    ]  # fmt: skip
    if other:
        lines.append(element("span", metric_name(evidence.metric, deck.screen), class_="other"))
    about = [data.KIND.get(source.kind, source.kind), *filter(None, (source.title, seen.where))]
    lines.append(element("span", named, element("span", f" · {' · '.join(about)}", class_="muted"), class_="source"))
    if seen.derived is not None:
        lines.append(element("span", data.TEXT["works"].format(working=seen.derived.working), class_="working"))
    return element("li", *lines)


def series(deck: Deck, metric: str | None) -> Sequence[Observation]:
    """Return the observations of a metric that make a chart; none where they are too few."""
    if metric is None or deck.screen.facts is None:
        return ()
    seen = [o for o in deck.screen.facts.observations(metric) if o.known <= deck.document.as_of]
    return seen if len({o.last for o in seen}) >= LEAST else ()


def claim_chart(deck: Deck, claim: Claim, key: str) -> Iterator[Html]:
    """Yield the chart of the metric of a figure, and the way to its data."""
    seen = series(deck, claim.metric)
    if not seen:
        return
    text, language = deck.text, deck.screen.language
    claimed = claimed_value(deck, claim)
    values = [o.value for o in seen]
    title = text["chart"].format(metric=metric_name(claim.metric, deck.screen))
    told = text["chart_text"].format(
        count=len(seen), first=period_text(seen[0].first, seen[0].last, language), low=number(min(values)),
        last=period_text(seen[-1].first, seen[-1].last, language), high=number(max(values)), claimed=claim.text,
    )  # fmt: skip
    day = claim.period[1] if claim.period is not None else deck.document.as_of
    drawing = chart(seen, claimed, day, key, title, told, text["claimed"])
    data = element("a", text["table"], href=f"#d-{claim.metric}")
    yield element("figure", drawing, element("figcaption", title, " · ", data))


def claimed_value(deck: Deck, claim: Claim) -> Decimal | None:
    """Return the value of a figure in the unit of its metric, falls negative; None where no exact factor is known."""
    assert claim.metric is not None and deck.screen.facts is not None
    quantity, metric = claim.quantity, deck.screen.facts.metric(claim.metric)
    factor = Decimal(1)
    if quantity.unit is not None and quantity.unit not in deck.screen.facts.akin(metric.unit):
        known = deck.screen.facts.conversion(quantity.unit, metric.unit)
        if known is None:
            return None
        factor = known
    return (-abs(quantity.value) if claim.direction == "down" else quantity.value) * factor
