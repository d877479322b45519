"""The verdict on a linked figure: the likelier explanation wins.

Two probabilities are kept. `support` counts the value as evidence and serves to confirm; `refute` does not, and serves
to contradict. A contradiction also needs a cause: an error must be likelier than a scope or measure that went unseen.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from imss_check.facts.base import FactBase
from imss_check.facts.model import Metric, Observation
from imss_check.linking.agree import agrees, compare, information, meeting
from imss_check.linking.candidates import MANY_DIGITS
from imss_check.linking.link import odds, shares
from imss_check.linking.model import Candidate, Link
from imss_check.linking.slips import Slip, find_slip
from imss_check.linking.units import unit_score
from imss_check.linking.weights import WEIGHTS
from imss_check.quantities.model import Quantity
from imss_check.verdicts.model import Followed, Judgement

SUPPORT = 0.5
"""Probability of the link from which a figure that meets the base is confirmed."""
LINKED = 0.57
"""Probability from which a metric is named at all."""
FLOOR = 0.10
"""Least lexical evidence of a link, whatever the value says."""
HEDGE = 0.75
"""Probability without the value from which a bound that does not hold is held against a figure."""
OUTDATED = 0.75
"""Probability without the value from which a figure of another period is held against a draft."""
BY_CHANCE = 0.06
"""How likely a figure may meet some period by accident, for a period other than the neighbours to count."""
CERTAIN = 0.93
"""Probability from which a contradiction needs no known cause."""
NO_CAUSE = 0.985
"""The same where the draft does not retell the source."""
RIVAL = 0.82
"""Probability from which words outvote a value that another metric has."""
RIVAL_AKIN = 0.72
"""The same where both are of one indicator, or the noun behind the figure is what the other metric counts."""
PLAINLY = 0.4
"""The same where the time told is the other's, and no other figure stands in the sentence. From here on, a noun that
the other metric counts keeps the value from being confirmed."""
ALONE_GAP = 0.5
"""How much more the words must speak for the other metric's grain, where they can speak of no other figure."""
HARDLY = 0.25
"""How much of the other metric's words speak for the first, at most, for the words to outvote the value."""
GRAIN_GAP = 0.8
"""How much more the words must speak for the other metric's grain, where the draft gives the figure twice."""
NAMED = 0.35
"""Least words for a metric to be plainly named."""
UNIT = 0.7
"""Probability of the link from which a unit is held against the base."""
DIRECTION = 0.75
"""Probability of the link from which a direction is held against the base."""
DIRECTION_ALONE = 0.3
"""The same for a telling figure that no other figure stands beside."""
PLAINLY_THERE = 0.9
"""How near a place must be named for a figure to be its own."""
LEAST = {0: 0.3, 1: 0.3, 2: 0.25, 3: 0.08, 4: 0.04}
"""Least probability without the value for a figure to be confirmed, by its telling digits: a figure of few digits
meets something everywhere."""
FOREIGN = frozenset(("USD", "EUR", "GBP"))
POSSIBLE = 0.03
"""Probability without the value above which a metric that the figure meets keeps others from being contradicted."""
THOUSANDTH = Decimal("0.001")
FARTHEST = 1.9
"""Cost of a reading from which nothing is contradicted."""
ERROR_PRIOR = 0.02
RETOLD_PRIOR = 0.25
"""Probability that a figure is wrong which differs from a source that the draft follows elsewhere."""
NEXT_BEST = 3
"""How many candidates are asked whether the figure is a slip of theirs."""
ODDS = 1.5
"""How many times likelier an error must be than another explanation."""
OTHER_PROGRAMME, NO_LEVEL, CHANGED = -1.1, -0.4, 0.6
"""Features from which a sentence speaks of another programme, or of a change; and how near that must be said."""
OTHER_WAY = {"up": "down", "down": "up"}
COMPARING = {"more": "up", "less": "down"}
PLAIN, UNSAID, BESIDE = 0.55, 0.3, 0.9
"""How near a direction must be said, and how near its opposite may be, to be held against the base."""
FEW_DIGITS = 3
GRAINS = {"year": "year_to_date", "range": "year_to_date"}
"""The grain of a metric that is known over a year, or a part of it."""
TELLING_DIGITS = 4
CARRIED_ON = {4: 0.5, 5: 0.2, 6: 0.1}
"""How likely a figure of so many digits must be without its value to be confirmed though it is only named somewhere in
its sentence."""


def judge(link: Link, base: FactBase, day: date, told: Followed | None = None) -> Judgement:
    """Judge one linked figure against the base, as of a day. `told` is what the rest of the draft follows."""
    if not link.candidates:
        return Judgement(link, None, 0.0, "unmatched", reason="no_metric")
    best = link.candidates[0]
    if elsewhere(link, best):
        return Judgement(link, None, link.support, "unmatched", best.reading, reason="elsewhere")
    if met(best) and shared([c.support for c in link.candidates], link) >= SUPPORT:
        meant, named = plainly_named(link)
        if not alike(meant, best) and named >= PLAINLY and mixed_up(link, best, meant):
            if named >= outvotes(link, best, meant):
                rival = best.in_force[0]
                code = "Q106" if best.metric.topic == meant.metric.topic else "Q203"
                return Judgement(link, meant.metric, named, "refuted", meant.reading, meant.in_force, (), rival, code)
            if counts_otherwise(best, meant):
                return Judgement(link, None, link.support, "unmatched", best.reading, reason="only_value")
        if trusted(link):
            return confirm(link, plainest(link), base, day)
    others = link.candidates
    if met(best) and not trusted(link):
        if len(others) == 1 or odds([c.refute for c in others], 0) >= POSSIBLE:
            return Judgement(link, None, link.support, "unmatched", best.reading, reason="only_value")
        others = others[1:]
        best = others[0]
    confidence = odds([c.support for c in others], 0)
    sure = together([c.refute for c in others], others, 0)
    if confidence < LINKED or not grounded(best):
        slipped = slip_of_any(link, others, base, told)
        return slipped or Judgement(link, None, confidence, "unmatched", best.reading, reason="unclear")
    judged = contradict(link, best, confidence, sure, base, day, told)
    if judged.reason == "not_sure" and not judged.met:
        return slip_of_any(link, others, base, told) or judged
    return judged


def slip_of_any(link: Link, others: list[Candidate], base: FactBase, told: Followed | None) -> Judgement | None:
    """The judgement of a figure that is a slip of one of the likeliest candidates, in their order."""
    scores = [c.refute for c in others]
    for place, c in enumerate(others[:NEXT_BEST]):
        if not c.in_force:
            return None
        sure = together(scores, others, place)
        slip = likely_slip(link, c, sure, told) if grounded(c) else None
        if slip is not None and not base_of_change(link, c, base):
            return Judgement(link, c.metric, sure, "refuted", c.reading, c.in_force, (), code=slip.code, cause=slip.how)
    return None


def elsewhere(link: Link, c: Candidate) -> bool:
    """Whether the figure is plainly one of a place that is not the metric's."""
    places = [(term.value, power) for term, power in link.context.scopes if term.facet == "territory" and not term.own]
    if any(place == c.metric.scope.territory for place, _ in places):
        return False
    return c.features.scope <= -PLAINLY_THERE and any(power >= PLAINLY_THERE for _, power in places)


def base_of_change(link: Link, c: Candidate, base: FactBase) -> bool:
    """Whether a figure meets another period of the metric, which may be the one that is meant."""
    return bool(meeting(link.quantity, base.sized(c.metric.id)))


def likely_slip(link: Link, c: Candidate, sure: float, told: Followed | None) -> Slip | None:
    """The slip that makes what is in force into the figure, where an error is likelier than another measure.

    The odds of an error are those of the link, times how often such errors are printed, over the chance that an
    unrelated figure looks like one. Short figures look like a slip of anything: they count only where the draft retells
    the source, and four digits or more can stand alone.
    """
    q, found = link.quantity, None
    for o in c.in_force:
        slip = find_slip(q.value, o.value, q.digits)
        if slip is None or compare(q, o) != "differs" or (slip.code == "Q104" and q.step == THOUSANDTH):
            continue  # "7.432" may be 7,432 in another country's writing
        retold = told is not None and told.holds(c.metric, o)
        if not retold and q.digits < FEW_DIGITS and slip.code != "Q104":
            continue
        prior = RETOLD_PRIOR if retold else ERROR_PRIOR
        ratio = sure / max(1e-6, 1 - sure) * prior * slip.share / slip.chance
        if ratio >= ODDS and (found is None or slip.share / slip.chance > found.share / found.chance):
            found = slip
    return found


def met(c: Candidate) -> bool:
    """Whether the figure meets what is in force."""
    return c.features.hit > 0


def lexical(c: Candidate) -> float:
    """The strongest words that speak for a candidate."""
    return max(c.features.words, 0.5 * c.features.kin)


def grounded(c: Candidate) -> bool:
    """Whether more than the value speaks for a candidate: words, or a confirmed passage on its topic and the unit."""
    if lexical(c) >= FLOOR:
        return True
    told = c.features.hit
    if c.features.topic < 0.6 or told < TELLING_DIGITS:
        return False
    return c.features.unit > (0.4 if told == TELLING_DIGITS else -0.6)


def trusted(link: Link) -> bool:
    """Whether the words make the best candidate likely enough for its value to confirm it."""
    best = link.candidates[0]
    if told_otherwise(link, best):
        return False
    share = shared([c.refute for c in link.candidates], link)
    return share >= LEAST.get(int(best.features.hit), 0.0) and (grounded(best) or carried_on(best, share))


def carried_on(c: Candidate, share: float) -> bool:
    """Whether a figure of many digits goes on with what its sentence spoke of before: "157,882 jobs without platforms;
    with them, 182,778"."""
    least = CARRIED_ON.get(min(int(c.features.hit), max(CARRIED_ON)), 1.0)
    return share >= least and (c.features.words > 0 or c.features.kin > 0)


def alike(c: Candidate, best: Candidate) -> bool:
    """Whether a candidate says what the best one says: what the year has brought by December is the year's change."""
    if c is best:
        return True
    a, b = c.metric, best.metric
    return bool(
        c.features.hit
        and best.features.hit
        and (a.indicator, a.measure, a.unit, a.scope) == (b.indicator, b.measure, b.unit, b.scope)
        and {(o.first, o.last, o.value) for o in c.in_force} == {(o.first, o.last, o.value) for o in best.in_force}
    )


def plainest(link: Link) -> Candidate:
    """Of the candidates that say what the best one says, the one whose grain is that of the period."""
    best = link.candidates[0]
    for c in link.candidates:
        if alike(c, best) and c.reading and c.metric.grain == GRAINS.get(c.reading.grain, c.reading.grain):
            return c
    return best


def shared(scores: list[float], link: Link) -> float:
    """The probability of the best candidate and of those that say what it says."""
    best = link.candidates[0]
    return sum(share for share, c in zip(shares(scores), link.candidates, strict=True) if alike(c, best))


def told_otherwise(link: Link, c: Candidate) -> bool:
    """Whether the sentence plainly speaks of another programme, or of a change of which the metric is the level."""
    if c.features.programme <= OTHER_PROGRAMME:
        return True
    if not any(x.metric.kind == "change" and x.metric.indicator == c.metric.id for x in link.candidates):
        return False
    changed = max(link.context.facets.get(way, 0.0) for way in OTHER_WAY)
    return link.context.alone and c.metric.kind == "stock" and c.features.measure <= NO_LEVEL and changed >= CHANGED


def plainly_named(link: Link) -> tuple[Candidate, float]:
    """The candidate that the words name, whatever the figure's size, and its probability among those of its topic."""
    scores = [c.refute - WEIGHTS.magnitude * min(0.0, c.features.magnitude) for c in link.candidates]
    place = max(range(len(scores)), key=lambda i: scores[i])
    return link.candidates[place], together(scores, link.candidates, place)


def together(scores: list[float], candidates: list[Candidate], place: int) -> float:
    """The probability of a candidate and of its variants, none of which the figure meets."""
    chosen = candidates[place]
    return sum(
        share
        for share, c in zip(shares(scores), candidates, strict=True)
        if c is chosen or (not met(c) and family(c.metric) == family(chosen.metric))
    )


def family(metric: Metric) -> tuple[str, str, str]:
    """What metrics have in common that differ in a variant only."""
    return metric.indicator or metric.id, metric.grain, metric.measure


def outvotes(link: Link, best: Candidate, named: Candidate) -> float:
    """The probability from which a metric that the words name outvotes one that the figure meets."""
    if link.context.alone and family(best.metric)[::2] == family(named.metric)[::2]:
        return PLAINLY
    if best.features.hit >= MANY_DIGITS and counts_otherwise(best, named):
        return PLAINLY
    akin = best.metric.indicator == named.metric.indicator or counts_otherwise(best, named)
    return RIVAL_AKIN if akin else RIVAL


def mixed_up(link: Link, best: Candidate, named: Candidate) -> bool:
    """Whether a figure that meets one metric was written for another, which has a different figure in force: the words
    say hardly anything for the first and plainly name the second, or the time that they state is the second's."""
    if not named.in_force:
        return False
    if best.metric.topic != named.metric.topic:
        return best.features.hit >= MANY_DIGITS and counts_otherwise(best, named) and named.beside >= NAMED
    if best.metric.scope.variant != named.metric.scope.variant:
        return False
    told = best.features.hit
    if family(best.metric)[::2] == family(named.metric)[::2]:  # alike but for the grain
        gap = named.features.grain - best.features.grain
        if link.context.alone:
            return told >= TELLING_DIGITS and gap >= ALONE_GAP
        again = best.features.repeat >= SUPPORT
        return told >= TELLING_DIGITS and gap >= (GRAIN_GAP if again else 1.5 * GRAIN_GAP)
    if named.beside < NAMED:
        return False
    if counts_otherwise(best, named):
        return told >= FEW_DIGITS
    return told >= TELLING_DIGITS and lexical(best) <= HARDLY * lexical(named)


def counts_otherwise(best: Candidate, named: Candidate) -> bool:
    """Whether the noun behind the figure is what the second metric counts, and not what the first one does."""
    return best.features.unit < 0 and named.features.unit >= 0.9 and lexical(best) < 0.65 * lexical(named)


def confirm(link: Link, c: Candidate, base: FactBase, day: date) -> Judgement:
    """Supported, or disputed where sources disagree, or an error of unit or direction that the value shares."""
    q = link.quantity
    agreeing = tuple(o for o in c.in_force if agrees(q, o))
    against = tuple(o for o in c.in_force if not agrees(q, o) and not any(same_value(o, a) for a in agreeing))
    code = unit_conflict(q.unit, c.metric, base)
    turned = None if code else direction_conflict(link, c.metric, agreeing)
    common = (link, c.metric, link.support)
    plain = link.context.alone and c.features.hit >= TELLING_DIGITS
    if (code and link.support >= UNIT) or (turned and link.refute >= (DIRECTION_ALONE if plain else DIRECTION)):
        return Judgement(*common, "refuted", c.reading, agreeing, agreeing, code=code or turned, cause="unit")
    if turned:
        return Judgement(*common, "unverified", c.reading, agreeing, reason="direction")
    if against:
        return Judgement(*common, "disputed", c.reading, c.in_force, agreeing, code="Q103")
    return Judgement(*common, "supported", c.reading, c.in_force, agreeing)


def same_value(a: Observation, b: Observation) -> bool:
    """Whether two observations can be roundings of one value."""
    low = max((x for x in (a.low, b.low) if x is not None), default=None)
    high = min((x for x in (a.high, b.high) if x is not None), default=None)
    return low is None or high is None or low <= high


def unit_conflict(unit: str | None, metric: Metric, base: FactBase) -> str | None:
    """The rule for a figure whose digits are right and whose unit is wrong."""
    if unit is None or unit_score(unit, metric.unit, base) >= 0:
        return None
    head, _, per = unit.partition("/")
    metric_head, _, metric_per = metric.unit.partition("/")
    if unit == "percentage_point":
        return "Q107"
    if metric_head == "MXN":
        return "Q201" if head in FOREIGN else "Q202" if per and per != metric_per else None
    return None


def direction_conflict(link: Link, metric: Metric, agreeing: tuple[Observation, ...]) -> str | None:
    """Q107 where the sentence says up and the base says down, or the reverse."""
    way = link.context.direction
    if metric.kind != "change" or way is None or not agreeing or link.quantity.value == 0:
        return None
    facets = link.context.facets
    beside = max(facets.get(w, 0.0) for w in COMPARING if COMPARING[w] == way)
    said = max(facets.get(way, 0.0), beside if beside >= BESIDE else 0.0)
    other = max(facets.get(w, 0.0) for w in (OTHER_WAY[way], *(w for w in COMPARING if COMPARING[w] != way)))
    if said < PLAIN or other > UNSAID or link.quantity.value < 0 or link.context.base:
        return None
    falls = all(o.value < 0 for o in agreeing)
    rises = all(o.value > 0 for o in agreeing)
    return "Q107" if (way == "up" and falls) or (way == "down" and rises) else None


def contradict(
    link: Link, c: Candidate, confidence: float, sure: float, base: FactBase, day: date, told: Followed | None
) -> Judgement:
    """Outdated, refuted or unverified: the metric is known, and nothing in force meets the figure."""
    q, metric = link.quantity, c.metric
    observations = base.observations(metric.id)
    earlier = other_periods(link.quantity, c, base)
    common = (link, metric, confidence)
    started = c.reading is None or not c.reading.stated or any(o.first == c.reading.first for o in earlier)
    if earlier and (link.context.base or (windows(metric, earlier) and started)):
        return Judgement(*common, "supported", c.reading, earlier, earlier)
    if not c.in_force:
        if (
            earlier
            and not (c.reading and c.reading.stated)
            and sure >= OUTDATED
            and superseded(earlier, observations, day)
        ):
            return Judgement(*common, "outdated", c.reading, latest(observations, day), earlier, code="Q102")
        return Judgement(*common, "unverified", c.reading, latest(observations, day), earlier, reason="not_in_force")
    if any(compare(q, o) == "allows" for o in c.in_force):
        return Judgement(*common, "unverified", c.reading, c.in_force, reason="less_precise")
    if c.reading is not None and c.reading.cost > FARTHEST:
        return Judgement(*common, "unverified", c.reading, c.in_force, earlier, reason="period")
    if earlier and sure >= OUTDATED:
        return Judgement(*common, "outdated", c.reading, c.in_force, earlier, code="Q102")
    slip = likely_slip(link, c, sure, told)
    if slip is not None:
        return Judgement(*common, "refuted", c.reading, c.in_force, (), code=slip.code, cause=slip.how)
    retold = told is not None and any(told.holds(metric, o) for o in c.in_force)
    if sure >= (CERTAIN if retold else NO_CAUSE) and near(q.value, c.in_force) and information(q) >= FEW_DIGITS:
        return Judgement(*common, "refuted", c.reading, c.in_force, (), code="Q101")
    if hedge_fails(q, c.in_force) and sure >= HEDGE and not any(agrees(q, o) for o in beside(c, observations)):
        return Judgement(*common, "refuted", c.reading, c.in_force, (), code="Q101", cause="hedge")
    return Judgement(*common, "unverified", c.reading, c.in_force, earlier, reason="not_sure")


def other_periods(q: Quantity, c: Candidate, base: FactBase) -> tuple[Observation, ...]:
    """Observations of other periods that the figure meets; with few digits only the neighbours count."""
    told = information(q)
    if told < 1.5:
        return ()
    observations, met = base.observations(c.metric.id), meeting(q, base.sized(c.metric.id))
    other = [o for o in observations if id(o) in met and o not in c.in_force] if met else []
    chance = len(observations) / (9 * 10 ** (told - 1))
    if chance > BY_CHANCE and c.in_force:
        at = c.in_force[0].last
        other = [o for o in other if abs((o.last - at).days) <= 35 or 360 <= (at - o.last).days <= 370]
    return tuple(other)


def windows(metric: Metric, observations: tuple[Observation, ...]) -> bool:
    """Whether observations are counts of windows of their own, which later ones do not make untrue."""
    return metric.kind == "flow" and all(o.grain == "range" for o in observations)


def superseded(earlier: tuple[Observation, ...], observations: tuple[Observation, ...], day: date) -> bool:
    """Whether a later observation, known on the day, differs from those that the figure meets."""
    end = max(o.last for o in earlier)
    return any(o.last > end and o.known <= day and not any(same_value(o, e) for e in earlier) for o in observations)


def latest(observations: tuple[Observation, ...], day: date) -> tuple[Observation, ...]:
    """The newest observations known on a day."""
    known = [o for o in observations if o.known <= day]
    if not known:
        return observations[:1]
    end = max(o.last for o in known)
    return tuple(o for o in known if o.last == end)


def near(value: Decimal, observations: tuple[Observation, ...]) -> bool:
    """Whether a value is of the order of what is in force: within a tenth of it."""
    return any(o.value and abs(abs(value) / abs(o.value) - 1) < Decimal("0.1") for o in observations)


def beside(c: Candidate, observations: tuple[Observation, ...]) -> list[Observation]:
    """The observations of the periods next to what is in force."""
    return [o for o in observations if any(0 < abs((o.last - x.last).days) <= 62 for x in c.in_force)]


def hedge_fails(q: object, observations: tuple[Observation, ...]) -> bool:
    """Whether a one-sided hedge is broken by a value just beyond it."""
    low, high, value = q.low, q.high, q.value  # type: ignore[attr-defined]
    if low is not None and high is not None:
        return False
    return near(value, observations) and all(o.low is not None and o.high is not None for o in observations)
