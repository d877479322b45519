"""Weights of the features of a link. Signs and sizes were set by hand and fitted on labelled claims
(`docs/how-it-decides.md` tells how); a candidate's score is the weighted sum, and no link at all scores 0."""

WEIGHTS: dict[str, float] = {
    "bias": -4.09,
    "words": 2.79,  # words near the figure that name it, or the indicator that it belongs to
    "own": 2.18,  # how much its own words say beyond those of its indicator
    "second": 1.09,  # more words that speak for it
    "unit": 0.71,
    "measure": 1.07,
    "grain": 2.01,
    "status": 1.65,
    "programme": 1.45,
    "variant": 1.16,
    "scope": 4.67,
    "magnitude": 1.31,
    "recency": 1.11,
    "answer": 1.00,  # the base has an observation in force
    "prior": 0.00,
    "topic": 0.52,
    "kin": 2.96,  # what the figure beside it speaks of
    "direction": 0.50,
}
VALUE_WEIGHTS: dict[str, float] = {
    "hit": 1.32,  # per significant digit that meets the observation in force
    "hit_other": 0.29,  # per digit that meets another observation of the metric
}
