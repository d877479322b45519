"""English abbreviations whose stop does not end a sentence, folded, without the stop."""

BEFORE_NAME = frozenset("mr mrs ms dr drs prof gov gen sen rep st mt hon rev capt lt col sgt vs eng".split())
"""A name follows: the sentence goes on."""
BEFORE_NUMBER = frozenset(
    "no nos jan feb mar apr jun jul aug sep sept oct nov dec art sec fig p pp vol ch approx tel ext ca".split()
)
"""A number follows, else it may be the end."""
CLOSING = frozenset("etc inc corp ltd co us usa uk pct am pm al".split())
"""May end a sentence or not."""
