"""What the self-checks see, and what they return."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from imss_check.facts.base import FactBase
from imss_check.linking.model import View
from imss_check.text.model import Draft
from imss_check.verdicts.model import Judgement


class Passage(NamedTuple):
    """A whole draft, read, linked and judged."""

    draft: Draft
    views: list[View]
    judgements: list[Judgement]
    base: FactBase
    day: date


class SelfCheck(NamedTuple):
    """A place where the draft does not agree with itself: the rule, what to fill into its message, the spans, and
    the judgements (by index) that take part."""

    code: str
    values: dict[str, str]
    spans: tuple[tuple[int, int], ...]
    claims: tuple[int, ...] = ()
    suggestion: str | None = None
