"""The draft against itself: one rule a module, each with `find(passage) -> list[SelfCheck]`.

None of them says who is right; each shows the working.
"""

from __future__ import annotations

from imss_check.verdicts.rules import (
    q301_sums,
    q302_growth,
    q303_words,
    q304_lists,
    q305_two_values,
    q306_ages,
    q307_weekdays,
)
from imss_check.verdicts.rules.model import Passage, SelfCheck

RULES = (q301_sums, q302_growth, q303_words, q304_lists, q305_two_values, q306_ages, q307_weekdays)


def self_check(passage: Passage) -> list[SelfCheck]:
    """Run every rule over a draft; findings in order of rule and place."""
    return [found for rule in RULES for found in rule.find(passage)]


__all__ = ["Passage", "SelfCheck", "self_check"]
