"""Weights of the features of a link. Signs and sizes were set by hand and fitted on labelled claims
(`docs/how-it-decides.md` tells how); a candidate's score is the weighted sum, and no link at all scores 0."""

WEIGHTS: dict[str, float] = {
    "bias": -4.49,
    "words": 2.64,  # words near the figure that name it, or the indicator that it belongs to
    "own": 2.95,  # how much its own words say beyond those of its indicator
    "second": 1.16,  # more words that speak for it
    "unit": 0.59,
    "measure": 0.96,
    "grain": 2.31,
    "status": 1.76,
    "programme": 1.29,
    "variant": 1.14,
    "scope": 5.37,
    "magnitude": 1.73,
    "recency": 1.15,
    "answer": 1.33,  # the base has an observation in force
    "prior": 0.00,
    "topic": 0.59,
    "kin": 2.94,  # what the figure beside it speaks of
    "direction": 0.50,
}
VALUE_WEIGHTS: dict[str, float] = {
    "hit": 1.42,  # per significant digit that meets the observation in force
    "hit_other": 0.35,  # per digit that meets another observation of the metric
}
