"""English words that tie parts to a total, a rate to its base, an age to a founding (folded)."""

PARTS_FOLLOW = (
    "of which", "of whom", "of these", "of them", "among them", "divided into", "made up of", "consisting of",
    "broken down", "distributed", "split into", "comprising", "considering",
)
TOTAL_FOLLOWS = (
    "in total", "a total", "the total", "totalling", "totaling", "add up to", "adding up", "sum of",
    "altogether", "all told", "for a total", "which makes", "combined",
)
TOTAL_ROW = ("total", "totals", "sum", "all")
THAN = frozenset(("than", "from", "over", "against", "versus", "above", "below", "on"))
REAL = (" real ", "inflation", "constant pesos", "constant prices")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
AGE_WORDS = (
    "anniversary", "celebrates", "celebrated", "existence", "founded", "birthday", "history", "marks",
    "marked", "serving", "served", "service", "created",
)
OF_LIFE = (
    "of existence", "of history", "of life", "since its found", "since it was", "of its found",
    "of its creation",
)
OF_SERVICE = ("of service", "of work", "of serving")
TURNS = frozenset(("turned", "turns", "turning", "celebrates", "celebrated", "marks", "marked"))
ANNIVERSARY = frozenset(("anniversary", "birthday"))
FOUNDING = (
    "founded", "founding", "created", "creation", "born", "established", "began", "since", "opened",
    "dates from",
)
OF_PERSONS = (
    "years old", "of age", "or older", "and over", "and older", "years of contributions", "of seniority",
)
OWNED_BY = frozenset(("of", "at", "from", "for"))
AT_AGE = ("aged ", "age of ", "over ", "under ", "at age ")
SOME_OF = ("such as", "including", "among them", "among others", "for example", " like ", " other", "etc")
AND = (" and ",)
