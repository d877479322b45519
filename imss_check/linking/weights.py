"""Weights of the features of a link. Signs and sizes were set by hand and fitted on labelled claims
(`docs/how-it-decides.md` tells how); a candidate's score is the weighted sum, and no link at all scores 0."""

WEIGHTS: dict[str, float] = {
    "bias": -2.6,
    "own": 5.0,  # words of its own near the figure
    "inherited": 4.0,  # words of the indicator that it belongs to
    "second": 1.0,  # more words that speak for it
    "unit": 1.2,
    "measure": 1.6,
    "grain": 1.6,
    "status": 1.5,
    "programme": 1.5,
    "variant": 1.2,
    "scope": 3.0,
    "magnitude": 0.8,
    "recency": 1.0,
    "answer": 0.6,  # the base has an observation in force
    "prior": 0.25,
    "topic": 0.8,
    "kin": 3.0,  # what the figure beside it speaks of
    "direction": 0.5,
}
VALUE_WEIGHTS: dict[str, float] = {
    "hit": 1.1,  # per significant digit that meets the observation in force
    "hit_other": 0.45,  # per digit that meets another observation of the metric
}
