"""How English writes numbers, units and hedges (all folded: lower case, no accents)."""

from imss_check.languages import listed

COUNTING = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty
"""
"""The first numbers, in order from zero."""

CARDINALS: dict[str, int] = {
    **{word: value for value, word in enumerate(COUNTING.split()) if word != "one"},
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
"""Words below a hundred. `one`, `a`, `an` stand apart."""

ARTICLES = frozenset({"a", "an", "one"})
HUNDREDS = frozenset({"hundred"})
SCALES: dict[str, int] = {
    "thousand": 3,
    "thousands": 3,
    "million": 6,
    "millions": 6,
    "mln": 6,
    "mn": 6,
    "billion": 9,
    "billions": 9,
    "bn": 9,
    "trillion": 12,
    "trillions": 12,
    "trn": 12,
    "tn": 12,
}
ALONE: frozenset[str] = frozenset()
LEADING = frozenset({"thousand"})
"""`thousand 844` is what machine translation makes of `mil 844`."""

MONEY_SCALES: dict[str, tuple[int, str]] = {}
COLLECTIVES: dict[str, int] = {"dozen": 12, "dozens": 12}

SUFFIXES: dict[str, int] = {"k": 3, "m": 6, "mm": 6, "mn": 6, "mln": 6, "b": 9, "bn": 9, "tn": 12, "trn": 12, "t": 12}
"""Letters glued to digits: `250k`, `£3bn`."""

AND: frozenset[str] = frozenset()
SUM_AND = frozenset({"and"})
POINT = frozenset({"point"})
HALF_BEFORE = frozenset({"half"})
HALF_AFTER = frozenset({"half"})
HALVES = frozenset({"half"})
QUARTERS = frozenset({"quarter", "quarters"})

FRACTIONS: dict[str, int] = {
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
}
PART_FRACTIONS: dict[str, int] = {}
PARTS: frozenset[str] = frozenset()
FRACTION_STOPS = frozenset({"hour", "hours", "century", "year", "day", "party", "marathon", "time"})

EVERY = ("of every", "out of every", "in every", "out of", "for every", "in each", "of each")
UNTIL = frozenset({"to", "or", "until", "through"})
BETWEEN = frozenset({"between"})
FROM = frozenset({"from"})
LIST = frozenset({"and", "or"})

HEDGES: dict[str, str] = {
    "more than": "more_than",
    "over": "more_than",
    "above": "more_than",
    "upwards of": "more_than",
    "upward of": "more_than",
    "in excess of": "more_than",
    "beyond": "more_than",
    "just over": "more_than",
    "a little over": "more_than",
    "slightly more than": "more_than",
    "well over": "more_than",
    "higher than": "more_than",
    "greater than": "more_than",
    "exceed": "more_than",
    "exceeds": "more_than",
    "exceeded": "more_than",
    "exceeding": "more_than",
    "surpass": "more_than",
    "surpasses": "more_than",
    "surpassed": "more_than",
    "surpassing": "more_than",
    "topped": "more_than",
    "topping": "more_than",
    "no fewer than": "at_least",
    "no less than": "at_least",
    "not less than": "at_least",
    "at least": "at_least",
    "a minimum of": "at_least",
    "minimum of": "at_least",
    "as many as": "at_most",
    "as much as": "at_most",
    "up to": "at_most",
    "at most": "at_most",
    "no more than": "at_most",
    "not more than": "at_most",
    "a maximum of": "at_most",
    "maximum of": "at_most",
    "less than": "less_than",
    "fewer than": "less_than",
    "lower than": "less_than",
    "smaller than": "less_than",
    "under": "less_than",
    "below": "less_than",
    "nearly": "nearly",
    "almost": "nearly",
    "just under": "nearly",
    "just below": "nearly",
    "close to": "about",
    "a little under": "nearly",
    "slightly less than": "nearly",
    "just short of": "nearly",
    "about": "about",
    "around": "about",
    "approximately": "about",
    "approx": "about",
    "approx .": "about",
    "roughly": "about",
    "circa": "about",
    "ca .": "about",
    "some": "about",
    "near": "about",
    "in the region of": "about",
    "on the order of": "about",
    "more or less": "about",
    "an estimated": "about",
    "estimated": "about",
    "~": "about",
    "≈": "about",
    ">": "more_than",
    "<": "less_than",
    "≥": "at_least",
    "≤": "at_most",
}
HEDGES_AFTER: dict[str, str] = {
    "or more": "at_least",
    "or less": "at_most",
    "or fewer": "at_most",
    "or so": "about",
    "approximately": "about",
    "at least": "at_least",
    "at most": "at_most",
    "plus": "at_least",
    "+": "at_least",
    "more or less": "about",
    "or thereabouts": "about",
}
HEDGE_LINKS = frozenset({"the", "a", "an"})

UNITS: dict[str, str] = {
    "%": "percent",
    "percent": "percent",
    "per cent": "percent",
    "pct": "percent",
    "pct .": "percent",
    "percentage points": "percentage_point",
    "percentage point": "percentage_point",
    "percent points": "percentage_point",
    "percentual points": "percentage_point",
    "pp": "percentage_point",
    "ppt": "percentage_point",
    "ppts": "percentage_point",
    "basis points": "basis_point",
    "bps": "basis_point",
    "‰": "per_thousand",
    "per thousand": "per_thousand",
    "per mille": "per_thousand",
    "year": "year",
    "years": "year",
    "month": "month",
    "months": "month",
    "week": "week",
    "weeks": "week",
    "day": "day",
    "days": "day",
    "hour": "hour",
    "hours": "hour",
    "minute": "minute",
    "minutes": "minute",
    "decade": "decade",
    "decades": "decade",
}
CURRENCIES: dict[str, str] = {
    "mxn": "MXN",
    "mxp": "MXN",
    "mexican pesos": "MXN",
    "usd": "USD",
    "us dollars": "USD",
    "u . s . dollars": "USD",
    "dollar": "USD",
    "dollars": "USD",
    "eur": "EUR",
    "€": "EUR",
    "gbp": "GBP",
    "pounds": "GBP",
    "pounds sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "chilean pesos": "CLP",
    "colombian pesos": "COP",
    "argentine pesos": "ARS",
    "canadian dollars": "CAD",
}
NATIONAL: dict[str, dict[str, str]] = {}
CENTS = frozenset({"cents", "cent"})
CENTS_LINKS = frozenset({"and"})

PER: dict[str, str] = {
    "a day": "day",
    "per day": "day",
    "each day": "day",
    "every day": "day",
    "daily": "day",
    "/ day": "day",
    "a month": "month",
    "per month": "month",
    "each month": "month",
    "every month": "month",
    "monthly": "month",
    "/ month": "month",
    "a year": "year",
    "per year": "year",
    "each year": "year",
    "yearly": "year",
    "annually": "year",
    "per annum": "year",
    "/ year": "year",
    "a week": "week",
    "per week": "week",
    "weekly": "week",
    "an hour": "hour",
    "per hour": "hour",
    "hourly": "hour",
}
PER_BEFORE: dict[str, str] = {"daily": "day", "monthly": "month", "yearly": "year", "annual": "year"}
WAGES = frozenset({"wage", "wages", "salary", "salaries", "pay", "earnings", "remuneration"})
PER_LINKS = frozenset({"on", "average", "gross", "net", "mexican"})

CHANGES = listed(
    """
    go goes going went gone rise rises rose risen rising raise raises raised fall falls fell fallen falling grow
    grows grew grown growing increase increases increased increasing decrease decreased decreases drop drops
    dropped climb climbs climbed jump jumped decline declined declines moved move up down passed pass shrank
    shrunk slid edged expanded improved soared advanced tumbled reduced cut lifted boosted slipped changed
    shifted
    """
)

ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th", "s"})

DESIGNATORS = listed(
    """
    article articles section chapter page clause law regime modality line zone no number num kilometer kilometre
    km street phase stage type class level annex exhibit folio file agreement standard resolution channel route
    highway floor room lot block tower building version volume vol table chart figure fig note option step group
    code zip po box account reference clinic unit district sector decree grade gate flight item title book
    paragraph contract model series season episode round top fortune covid sars windows boeing category point
    area week day
    """
)
LABELLED = frozenset({"modality", "regime", "law"})
STREETS = frozenset({"street", "avenue", "ave", "road", "boulevard", "blvd", "highway", "drive"})
PHONES = frozenset({"phone", "telephone", "tel", "call", "dial", "whatsapp", "fax", "ext", "extension", "hotline"})
IDIOMS: dict[str, frozenset[str]] = {}
OWN_ONLY = frozenset({"a", "ten"})
COUNT_PLACES = frozenset({"in", "with", "for", "on", "at", "without", "under"})
ONES = frozenset({"one"})
CLOCK = frozenset({"at"})
NOUN_LINKS = listed(
    """
    of the and or their its our more other
    """
)
MORE_OR_LESS = listed("more less fewer additional")
"""Words behind a number that make it a difference: it does not go on with the number before."""
NEW_PHRASE = listed("the last this past next previous that")
"""Words right behind a number that begin a phrase of their own: `lost 648,000 last year`."""
SPAN_NOUNS = frozenset({"period", "periods", "term", "terms"})
"""`six-year periods` names a span of office, it counts nothing."""
MEASURES = listed(
    """
    times points degrees kilometers kilometres miles meters metres hectares liters litres tons tonnes km m kg
    """
)
