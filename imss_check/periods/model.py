"""What a sentence says of time."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class PeriodMention(NamedTuple):
    """A period named in `text[start:end]`: the half-open days `[first, last)`.

    `grain`: day, month, quarter, half, year, range, year_to_date, twelve_months, since.
    `role`: `at` (the figure's own period), `against` (the base of a comparison), `since` (a start).
    `stated`: False where a part of it had to be taken from the draft's day ("el mes pasado", "en noviembre").
    """

    start: int
    end: int
    first: date
    last: date
    grain: str
    role: str
    stated: bool
