"""Which observation answers a claim: the ways to read its period, and what is in force for each."""

from __future__ import annotations

from datetime import date, timedelta

from imss_check.facts.model import Metric, Observation
from imss_check.linking.model import Reading

DAY = timedelta(days=1)
MONTH_DAYS = 32
RUNNING = frozenset(("year_to_date", "cumulative", "administration", "multi_year", "twelve_months"))
SPAN_GRAINS = frozenset(
    ("year_to_date", "year", "multi_year", "cumulative", "administration", "twelve_months", "month")
)


def in_force(
    metric: Metric, observations: tuple[Observation, ...], reading: Reading, day: date
) -> tuple[Observation, ...]:
    """The observations that answer a reading, newest period only; printed ones before derived ones.

    Shape: the metric's observations in order of period -> those of the one period in force (none, one or several).
    """
    if reading.stated:
        fitting = [o for o in observations if fits(metric, o, reading)]
        same = [o for o in fitting if o.first == reading.first and o.last == reading.last]
        fitting = same or fitting
    else:
        fitting = [o for o in observations if o.known <= day and fresh(metric, o, day)]
    return best_known(metric, fitting)


def just_published(metric: Metric, observations: tuple[Observation, ...], day: date) -> tuple[Observation, ...]:
    """The observations whose period holds the draft's day though their source came out later: what a draft may know
    before our source does. They can confirm a figure, never contradict it."""
    return best_known(metric, [o for o in observations if o.first <= day < o.last and o.known > day])


def best_known(metric: Metric, fitting: list[Observation]) -> tuple[Observation, ...]:
    """Those of the newest period; exact ones before hedged, printed before derived.

    What runs from a start is newest by its end; of other periods the latest start counts, then the finer one.
    """
    if not fitting:
        return ()
    if metric.grain in RUNNING:
        newest = max(fitting, key=lambda o: (o.last, o.first))
    else:
        newest = max(fitting, key=lambda o: (o.first, -o.last.toordinal()))
    chosen = [o for o in fitting if o.first == newest.first and o.last == newest.last]
    printed = [o for o in chosen if o.derived is None]
    exact = [o for o in printed if o.approximation == "exact"] or [o for o in chosen if o.approximation == "exact"]
    return tuple(exact or printed or chosen)


def fresh(metric: Metric, observation: Observation, day: date) -> bool:
    """Whether an observation is still in force on a day, by its metric's cadence."""
    return metric.valid_days is None or (day - observation.last).days <= metric.valid_days


def fits(metric: Metric, o: Observation, reading: Reading) -> bool:
    """Whether an observation's period is the stated one, at the precision of both.

    A stock holds on a day: an observation inside the stated period, or a period around the stated day. What happens
    over a time is known by the day on which it ends, and by its length where both sides say it.
    """
    first, last = reading.first, reading.last
    inside = first <= o.first and o.last <= last
    around = o.first <= first and last <= o.last
    length = (last - first).days
    if metric.kind == "constant":
        return inside or around
    if metric.grain == "month":
        if o.grain == "day" or metric.kind == "average":
            return (inside and length <= MONTH_DAYS) or (around and (o.last - o.first).days <= MONTH_DAYS)
        return same_month(o.last, last) and length <= MONTH_DAYS
    if metric.grain in SPAN_GRAINS:
        if length <= MONTH_DAYS:
            return same_month(o.last, last) if metric.grain != "year" else (around or same_month(o.last, last))
        if o.grain in ("day", "month"):
            return same_month(o.last, last) or (metric.grain == "year" and inside)
        return o.last == last and (o.first == first or metric.grain in ("cumulative", "twelve_months"))
    if length > MONTH_DAYS and metric.kind == "flow":
        return o.first == first and o.last == last
    return inside or around


def same_month(a: date, b: date) -> bool:
    """Whether the last days of two half-open periods fall into one month."""
    a, b = a - DAY, b - DAY
    return a.year == b.year and a.month == b.month
