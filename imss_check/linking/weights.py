"""Weights of the features of a link. Signs and sizes were set by hand and fitted on labelled claims
(`docs/how-it-decides.md` tells how); a candidate's score is the weighted sum, and no link at all scores 0."""

WEIGHTS: dict[str, float] = {
    "bias": -4.34,
    "words": 3.17,  # words near the figure that name it, or the indicator that it belongs to
    "own": 3.08,  # how much its own words say beyond those of its indicator
    "second": 1.04,  # more words that speak for it
    "unit": 0.66,
    "measure": 1.06,
    "grain": 2.18,
    "status": 1.66,
    "programme": 1.31,
    "variant": 1.13,
    "scope": 5.11,
    "magnitude": 1.68,
    "recency": 1.13,
    "answer": 1.21,  # the base has an observation in force
    "topic": 0.59,
    "kin": 3.09,  # what the figure beside it speaks of
}
VALUE_WEIGHTS: dict[str, float] = {
    "hit": 1.19,  # per significant digit that meets the observation in force
    "repeat": 1.41,  # the same figure elsewhere in the draft
    "hit_other": 0.33,  # per digit that meets another observation of the metric
}
