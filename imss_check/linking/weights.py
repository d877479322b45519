"""Weights of the features of a link. Signs and sizes were set by hand and fitted on labelled claims
(`docs/how-it-decides.md` tells how); a candidate's score is the weighted sum, and no link at all scores 0."""

WEIGHTS: dict[str, float] = {
    "bias": -5.39,
    "words": 2.23,  # words near the figure that name it, or the indicator that it belongs to
    "own": 4.30,  # how much its own words say beyond those of its indicator
    "second": 1.07,  # more words that speak for it
    "unit": 0.41,
    "measure": 0.89,
    "grain": 2.50,
    "status": 1.98,
    "programme": 1.08,
    "variant": 1.22,
    "scope": 5.85,
    "magnitude": 2.29,
    "recency": 1.17,
    "answer": 2.05,  # the base has an observation in force
    "prior": 0.00,
    "topic": 0.57,
    "kin": 3.23,  # what the figure beside it speaks of
    "direction": 0.50,
}
VALUE_WEIGHTS: dict[str, float] = {
    "hit": 1.22,  # per significant digit that meets the observation in force
    "repeat": 1.32,  # the same figure elsewhere in the draft
    "hit_other": 0.34,  # per digit that meets another observation of the metric
}
