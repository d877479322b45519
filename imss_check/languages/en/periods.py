"""English words of the calendar: months, weekdays, what makes a number a year, and the grammar of periods."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
}
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}
MONTHS_THAT_ARE_WORDS = frozenset(("march", "may"))
"""Months that are another word when written without a capital."""
MONTH_VERBS = _set("was is had has will saw brought ended closed began added showed")
"""Verbs that show that such a word is a month at the beginning of a sentence."""
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}
DAY_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
"""What may stand glued to the number of a day: `23rd`."""
OTHER_MONTHS = {
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9,
    "octubre": 10, "noviembre": 11, "diciembre": 12,
}
"""Months of the other language, read only with a number beside them."""
OF = frozenset(("of", "de", "del"))
MONTH_BEFORE_DAY = True
YEAR_BEFORE = _set("fy in since during until till year years through late early mid fiscal throughout")
"""Words that make a number after them a year, whatever follows."""
YEAR_MAYBE = _set("of by when for to from and or the between over than against on before after with end at through")
"""Words after which a number is a year unless a counted noun follows it."""
FUNCTION_WORDS = _set(
    "a about after against also among an and are as at because before below between but by during for from had has "
    "have he his if in is it its less more no not of on or over she since than that the their there these they this "
    "those to under until up versus was were when where whereas which while who will with was does rises falls "
    "reaches stands"
)
"""Words that end in no counted noun."""
SCALES = _set("thousand million billion trillion hundred percent pesos dollars")
"""Words that make the number before them a count."""
CLOCK = _set("hours hrs h hour")
CLOCK_BEFORE = frozenset(("at",))
HALF_DAYS = frozenset(("am", "pm"))
AROUND_THE_CLOCK = (("24", "hours", "a", "day"), ("24", "hours", "per", "day"), ("24", "hours", "7", "days"),
                    ("7", "days", "a", "week"), ("7", "days", "per", "week"), ("365", "days", "a", "year"))
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "final": -1, "last": -1, "penultimate": -2,
}
PARTS = {"quarter": 3, "trimester": 3, "semester": 6, "half": 6}
"""Names of parts of a year and their months."""
CENTURY = frozenset(("century",))
DECADE = frozenset(("decade",))
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}
UNCHANGED_PLURALS = _set("people children women men staff personnel")
"""Counted nouns that do not look like plurals."""
STARTERS = frozenset((*MONTHS, *OTHER_MONTHS, *SHORT_MONTHS, *ORDINALS, *CENTURY, *DECADE, "q"))
"""Words that may begin a date."""
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18, "twenty": 20,
}
MONTH_NOUN = frozenset(("month",))
NEAR_BEFORE = {"last": -1, "past": -1, "next": 1, "coming": 1, "this": 0}
"""Words before a month or day that place it before (-1), around (0) or after (1) the draft's day."""
NEAR_AFTER: dict[str, int] = {}
FILLERS = _set("of the in month months year years fiscal")
"""Words that may stand between a modifier and its date."""
EDGES = {
    "end": "end", "close": "end", "ending": "end", "ended": "end", "closing": "end", "yearend": "end",
    "beginning": "start", "start": "start", "early": "start", "mid": "middle", "middle": "middle", "late": "late",
}
EDGES_AFTER = _set("ended closed finished")
"""Words after a date that mean its end, where `when` stands before it."""
SINCE = {"since": (), "starting": (), "beginning": ()}
"""Words of a start, and the word that must stand before them."""
SINCE_CLAUSE: dict[str, tuple[str, ...]] = {"since": ()}
"""Words that open a clause whose date is a start, and the words that must follow them."""
UNTIL = _set("until till through")
AS_OF = (("as", "of"), ("as", "at"), ("cutoff", "of"))
RANGE_SIGNS = _set("to until till through")
BETWEEN, AND = frozenset(("between",)), frozenset(("and",))
LIST_WORDS = _set("and or nor , /")
LIST_FILLERS = _set("in of the on")
NOW = (("date",), ("now",), ("today",), ("the", "present"))
"""What ends a stretch on the draft's day, after a range sign."""
AGAINST = _set("compared comparison versus vs relative comparing")
"""Words whose whole clause is a base of comparison."""
AGAINST_FIGURE = frozenset(("against",))
"""Words that compare with a figure or a date, but not with a thing: "against the 16,000 of 2020", "against covid"."""
PARTICIPLES = ("what", "that", "those")
THAN = frozenset(("than",))
THAN_NEXT = frozenset[str]()
"""Words that follow a `than` of comparison; none are needed."""
MORE = frozenset[str]()
"""Words that make a later `than` a comparison."""
ABOVE = {
    **dict.fromkeys(("above", "below"), ("that", "those", "the", "what")),
    **dict.fromkeys(("similar", "equal", "identical"), ("to",)),
}
"""Words that compare, and the words that lead to what they compare with."""
ABOVE_BETWEEN = frozenset[str]()
"""What may stand between those two, besides numbers."""
DIRECTLY = _set("above below")
"""Words that compare only when the date follows them at once."""
DIRECTLY_AFTER = _set("from on over")
"""Words that compare like those, where a change stands before them."""
CHANGE = _set(
    "up down rise rose risen increase increased fall fell fallen drop dropped decrease decreased growth grew gain "
    "gained percent climbed higher lower jump jumped decline declined improvement advance change changed unchanged"
)
PHRASES = (
    ("last|past month", "month", -1), ("this|current month", "month", 0), ("next|coming month", "month", 1),
    ("month ago", "ago", 1), ("latest month", "completed", 0),
    ("previous|prior|preceding month", "base_month", -1), ("month earlier|before|prior|previously", "base_month", -1),
    ("that|same month", "base_month", 0), ("that same month", "base_month", 0),
    ("in|of|during|for|over the month", "base_month", 0),
    ("year ago|earlier month|period|quarter|figure|level", "shift", 12),
    ("last year", "year", -1), ("this|current year", "year", 0), ("next|coming year", "year", 1),
    ("previous|prior|preceding year", "base_year", -1), ("following year", "base_year", 1),
    ("that|same year", "base_year", 0), ("that same year", "base_year", 0),
    ("year earlier|before|prior|previously", "shift", 12), ("# year|years earlier|before|prior", "shift", 12),
    ("# month|months earlier|before|prior", "shift", 1), ("year ago", "ago", 12), ("# year|years ago", "ago", 12),
    ("# month|months ago", "ago", 1),
    ("same|that period|stretch|quarter|half|span", "same", 0), ("same time", "same", 1),
    ("past|last|previous|prior|latest|preceding # months", "last_months", 0), ("# months to|through", "last_months", 1),
    ("# month|months ended|ending", "last_months", 1),
    ("past year", "last_year", 12), ("year on year", "last_year", 12), ("year over year", "last_year", 12),
    ("on|over the year", "last_year", 12),
    ("an annual rate|pace", "last_year", 12), ("in a year", "last_year", 12),
    ("so far this year", "to_date", 0), ("this year so far", "to_date", 0), ("so|thus far", "to_date", 1),
    ("in the year so far", "to_date", 0), ("so far in|during the year", "to_date", 0), ("year to date", "to_date", 0),
    ("in|over|for the year to|through", "year_to", 0), ("for|in the year", "to_date", 0),
    ("balance of the year", "to_date", 0), ("already this year", "to_date", 0),
    ("first # months", "first_months", 0),
    ("past|previous quarter", "parts", -1), ("this|current quarter", "parts", 0),
    ("today", "day", 0), ("yesterday", "day", -1), ("this week", "week", 0), ("last week", "week", -1),
    ("next week", "week", 1),
    ("year", "plain_year", 0),
)
"""Phrases of time: words (`|` parts alternatives, `#` is a number), kind, and a number to go with it.

`month`, `year`, `parts` (quarters), `week`, `day` count from the draft's day; `base_month`, `base_year`, `shift`,
`same` from the period that the sentence speaks of; `to_date` is the year so far (1: only with a year after it);
`same` with 1 needs a year after it; `plain_year` is a year only after `of`.
"""
NOT_AFTER = _set("before earlier prior ago")
ENDS_WITH_ITS_OWN = {"prior": ("to",), "before": ("the", "that", "it", "a", "they", "he", "she")}
"""Last words of a phrase, and the words behind them that give them another base: "the month before the crisis"."""
"""Words that undo a phrase before them."""
COUNT_WORDS = _set("half two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty one")
"""Words that begin a number; `a` does not count here."""
DATELINE_LABELS = (
    "date", "published", "published on", "updated", "last updated", "updated on", "posted", "posted on", "release date",
    "publication date", "date published", "first published",
)
"""Labels that stand before the day a text was published."""
BYLINE = _set("by staff text photo photos reporter")
"""Words of a line of credits."""
NAMED_BY_YEAR = _set("law laws act reform regime constitution decree plan program programme")
"""What a year names without being its time: "Ley de 1973", "the 1973 law"."""
ELLIPSES: tuple[tuple[str, ...], ...] = (("that",), ("those",))
"""Words that stand for the base of a comparison before `of`: "below that of 2020"."""
WHEN = frozenset(("when",))
"""Words that tie a date to the year before them: "in 2020, when from March to July …"."""
