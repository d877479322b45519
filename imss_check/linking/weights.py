"""Weights of the features of a link. Signs and sizes were set by hand and fitted on labelled claims
(`docs/how-it-decides.md` tells how); a candidate's score is the weighted sum, and no link at all scores 0."""

from __future__ import annotations

from imss_check.linking.model import Features

WEIGHTS = Features(
    bias=-4.34,
    words=3.17,
    own=3.08,
    second=1.04,
    unit=0.66,
    measure=1.06,
    grain=2.18,
    status=1.66,
    programme=1.31,
    variant=1.13,
    scope=5.11,
    magnitude=1.68,
    recency=1.13,
    answer=1.21,
    hit=0.0,
    hit_other=0.0,
    topic=0.59,
    kin=3.09,
    repeat=0.0,
)
"""Without the value as evidence: whether a figure that differs from the base is one of the metric."""
VALUE_WEIGHTS = WEIGHTS._replace(hit=1.19, hit_other=0.33, repeat=1.41)
"""With it: a right figure tells what it belongs to."""
