"""Weights of the features of a link. Signs and sizes were set by hand and fitted on labelled claims
(`docs/how-it-decides.md` tells how); a candidate's score is the weighted sum, and no link at all scores 0."""

WEIGHTS: dict[str, float] = {
    "bias": -4.93,
    "words": 2.46,  # words near the figure that name it, or the indicator that it belongs to
    "own": 3.65,  # how much its own words say beyond those of its indicator
    "second": 1.13,  # more words that speak for it
    "unit": 0.49,
    "measure": 0.92,
    "grain": 2.40,
    "status": 1.89,
    "programme": 1.17,
    "variant": 1.18,
    "scope": 5.76,
    "magnitude": 2.11,
    "recency": 1.19,
    "answer": 1.71,  # the base has an observation in force
    "prior": 0.00,
    "topic": 0.57,
    "kin": 3.19,  # what the figure beside it speaks of
    "direction": 0.50,
}
VALUE_WEIGHTS: dict[str, float] = {
    "hit": 1.39,  # per significant digit that meets the observation in force
    "repeat": 1.5,  # the same figure elsewhere in the draft
    "hit_other": 0.32,  # per digit that meets another observation of the metric
}
