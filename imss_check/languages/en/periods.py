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
MONTHS_THAT_ARE_WORDS = frozenset(("march", "may", "august"))
"""Months that are another word when written without a capital."""
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}
DAY_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
"""What may stand glued to the number of a day: `23rd`."""
OF = frozenset(("of",))
MONTH_BEFORE_DAY = True
YEAR_BEFORE = _set("in since during until till year years through late early mid fiscal throughout")
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
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": -1, "last": -1, "penultimate": -2,
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
STARTERS = frozenset((*MONTHS, *SHORT_MONTHS, *ORDINALS, *CENTURY, *DECADE, "q"))
"""Words that may begin a date."""
