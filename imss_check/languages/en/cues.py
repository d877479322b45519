"""English words that say how a figure is meant: its measure, grain, direction, status.

Each entry is a phrase in its plain form; phrases are folded, stemmed and matched in order, function words skipped.
"""

CUES: dict[str, tuple[str, ...]] = {
    "up": (
        "increase", "increased", "rise", "rose", "risen", "growth", "grew", "grown", "grow", "grows", "climbed",
        "climb", "gain", "gained", "up", "added", "add", "adds", "created", "create", "creation", "creates",
        "generated", "generate", "generation", "recovered", "recovery", "regained", "won back", "came back", "new",
        "additional", "surplus", "jump", "jumped", "advance",
        "advanced", "expansion", "expanded", "surged", "positive balance", "raise", "raised", "hired", "opened",
        "improved", "uptick", "incorporated", "joined",
    ),
    "down": (
        "decrease", "decreased", "fall", "fell", "fallen", "drop", "dropped", "decline", "declined", "loss", "lost",
        "losing", "lose", "shed", "shedding", "cut", "cuts", "reduction", "reduced", "down",
        "contraction", "contracted", "shrank", "erased", "cost", "went", "negative",
        "negative balance", "destroyed", "eliminated", "setback", "slump", "plunge", "withdrew", "decrement",
    ),
    # a comparison, which is a change only where nothing else is said
    "more": ("more than in", "higher", "higher than", "above"),
    "less": ("fewer than in", "fewer", "less", "lower", "below"),
    "level": (
        "total", "in total", "totalled", "totaled", "reached", "stood at", "stands at", "amounted to", "amounts to",
        "there are", "there were", "has", "had", "have", "counts", "number of", "numbered", "registered", "brought",
        "came to", "overall", "list", "rolls", "tally", "currently", "made up of", "ended", "closed", "level", "was of",
    ),
    "rate": ("rate", "percentage", "pace", "annual rate", "monthly rate", "variation", "equal to", "equivalent to"),
    "share": (
        "of the total", "of them", "of which", "of whom", "of these", "share", "accounts for", "accounted for",
        "make up", "makes up", "represent", "represents", "represented", "proportion", "correspond", "corresponds",
        "percentage of", "coverage", "occupancy", "are permanent", "out of every", "out of each", "are",
    ),
    "month": (
        "monthly", "in the month", "of the month", "month on month", "month over month", "a month earlier",
        "previous month", "last month", "from the month before", "month before", "during the month", "this month",
        "in a month", "compared with the month",
    ),
    "year_to_date": (
        "so far this year", "year to date", "so far in", "accumulated", "cumulative", "first months of the year",
        "since january", "since december", "this year", "for the year", "in the year so far",
        "first quarter", "first half", "first months",
    ),
    "twelve_months": (
        "annual", "annually", "yearly", "year on year", "year over year", "twelve months", "past months",
        "twelve month", "a year earlier", "year earlier", "a year ago", "than a year", "annualized", "over the year",
        "on the year", "last months", "previous year", "in a year", "same month of", "year before", "interannual",
    ),
    "typical_day": (
        "typical day", "a day", "per day", "daily", "each day", "every day", "average day", "in a day", "normal day",
    ),
    "average": ("average", "on average", "averaged", "mean"),
    "multi_year": ("six year term", "administration", "decade", "since the start", "term"),
    # what was, and need no longer be
    "past": (
        "was", "were", "had", "used to", "back then", "at the time", "previously", "formerly", "then", "earlier",
        "before", "had been",
    ),
    "target": ("goal", "target", "aim", "aims", "objective", "needs", "need", "required", "requires"),
    "planned": (
        "plan", "plans", "planned", "to be built", "scheduled", "proposed", "proposal", "project", "intends", "seeks",
        "to open", "to inaugurate", "will build", "envisages", "programmed", "programed",
    ),
    "forecast": (
        "forecast", "forecasts", "expects", "expected", "estimate", "estimated", "estimates", "projected", "projects",
        "projection", "sees", "predicts", "outlook", "anticipates", "could", "would", "might",
    ),
    "budget": (
        "budget", "budgeted", "approved", "economic package", "federal budget", "expenditure budget", "allocated",
        "authorized",
    ),
    "real": ("real", "in real terms", "inflation adjusted", "after inflation"),
    "nominal": ("nominal", "in nominal terms"),
}

FUTURE_ENDINGS: tuple[str, ...] = ()
FUTURE_WORDS = frozenset(("will", "shall", "'ll"))

COMPARISON = frozenset("compared against versus vs relative comparison than from".split())
RESPECTIVELY = ("respectively", "in that order")
REACHING = frozenset(("to",))
"""Words between a verb of change and the level that it reached."""
FROM_TO = (("from", "to"), ("from", "up to"))
CLAUSE = frozenset("and but while though".split())
"""Conjunctions that open a clause behind a comma."""
LIST_WORDS = frozenset("and or".split())
