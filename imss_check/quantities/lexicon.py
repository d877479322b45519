"""The number words of all languages in one place: drafts mix them, and few of them collide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from imss_check.languages.en import function_words as en_words
from imss_check.languages.en import numbers as en
from imss_check.languages.es import function_words as es_words
from imss_check.languages.es import numbers as es

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


def phrases(table: Mapping[str, str], *, backward: bool = False) -> Phrases:
    """Index phrases by their first word (their last when read backward), longest first."""
    index: Phrases = {}
    for phrase, meaning in table.items():
        parts = phrase.split()
        if backward:
            parts.reverse()
        index.setdefault(parts[0], []).append((tuple(parts[1:]), meaning))
    for rows in index.values():
        rows.sort(key=lambda row: -len(row[0]))
    return index


def every(rows: Iterable[str]) -> Phrases:
    """Index the phrases of a share: `de cada`, `out of every`."""
    return phrases(dict.fromkeys(rows, "ratio"))


CARDINALS = en.CARDINALS | es.CARDINALS
ARTICLES = en.ARTICLES | es.ARTICLES
HUNDREDS = en.HUNDREDS | es.HUNDREDS
SCALES = en.SCALES | es.SCALES
MONEY_SCALES = en.MONEY_SCALES | es.MONEY_SCALES
ALL_SCALES = SCALES | {word: power for word, (power, _) in MONEY_SCALES.items()}
SUFFIXES = en.SUFFIXES
ALONE = en.ALONE | es.ALONE
LEADING = en.LEADING | es.LEADING
COLLECTIVES = en.COLLECTIVES | es.COLLECTIVES
AND = en.AND | es.AND
SUM_AND = en.SUM_AND | es.SUM_AND
POINT = en.POINT | es.POINT
HALF_BEFORE = en.HALF_BEFORE | es.HALF_BEFORE
HALF_AFTER = en.HALF_AFTER | es.HALF_AFTER
HALVES = en.HALVES | es.HALVES
QUARTERS = en.QUARTERS | es.QUARTERS
FRACTIONS = en.FRACTIONS | es.FRACTIONS
PART_FRACTIONS = en.PART_FRACTIONS | es.PART_FRACTIONS
PARTS = en.PARTS | es.PARTS
FRACTION_STOPS = en.FRACTION_STOPS | es.FRACTION_STOPS
EVERY = every((*en.EVERY, *es.EVERY))
UNTIL = en.UNTIL | es.UNTIL
BETWEEN = en.BETWEEN | es.BETWEEN
FROM = en.FROM | es.FROM
LIST = en.LIST | es.LIST
HEDGES = phrases(en.HEDGES | es.HEDGES, backward=True)
HEDGES_AFTER = phrases(en.HEDGES_AFTER | es.HEDGES_AFTER)
HEDGE_LINKS = en.HEDGE_LINKS | es.HEDGE_LINKS
UNITS = phrases(en.UNITS | es.UNITS)
CURRENCIES = phrases(en.CURRENCIES | es.CURRENCIES)
NATIONAL = en.NATIONAL | es.NATIONAL
CENTS = en.CENTS | es.CENTS
CENTS_LINKS = en.CENTS_LINKS | es.CENTS_LINKS
PER = phrases(en.PER | es.PER)
PER_BEFORE = en.PER_BEFORE | es.PER_BEFORE
PER_LINKS = en.PER_LINKS | es.PER_LINKS
WAGES = en.WAGES | es.WAGES
CHANGES = en.CHANGES | es.CHANGES
ORDINAL_ENDINGS = en.ORDINAL_ENDINGS | es.ORDINAL_ENDINGS
DESIGNATORS = en.DESIGNATORS | es.DESIGNATORS
LABELLED = en.LABELLED | es.LABELLED
STREETS = en.STREETS | es.STREETS
PHONES = en.PHONES | es.PHONES
IDIOMS = en.IDIOMS | es.IDIOMS
OWNERS = dict.fromkeys(en.OWN_ONLY, "en") | dict.fromkeys(es.OWN_ONLY, "es")
COUNT_PLACES = en.COUNT_PLACES | es.COUNT_PLACES
ONES = en.ONES | es.ONES
CLOCK = en.CLOCK | es.CLOCK
NOUN_LINKS = en.NOUN_LINKS | es.NOUN_LINKS
MORE_OR_LESS = en.MORE_OR_LESS | es.MORE_OR_LESS
NEW_PHRASE = en.NEW_PHRASE | es.NEW_PHRASE
SPAN_NOUNS = en.SPAN_NOUNS | es.SPAN_NOUNS
MEASURES = en.MEASURES | es.MEASURES
STOP = en_words.STOP | es_words.STOP

CURRENCY_SIGNS = {"$": "MXN", "€": "EUR", "£": "GBP", "¥": "JPY", "₱": "MXN"}
CURRENCY_CODES = {
    "mxn": "MXN", "mxp": "MXN", "mx": "MXN", "mex": "MXN", "ps": "MXN", "usd": "USD", "us": "USD", "eur": "EUR",
    "gbp": "GBP", "cad": "CAD", "c": "CAD", "ca": "CAD", "aud": "AUD", "a": "AUD", "au": "AUD", "r": "BRL",
    "brl": "BRL", "cop": "COP", "clp": "CLP", "ars": "ARS", "jpy": "JPY", "hk": "HKD", "nz": "NZD",
}  # fmt: skip
SIGN_ONLY = frozenset({"mx", "mex", "us", "r", "c", "ca", "a", "au", "hk", "nz"})
"""Codes that mean money only when glued to a sign: `US$`."""

STARTERS = frozenset(
    {*CARDINALS, *ARTICLES, *ALONE, *LEADING, *HALF_BEFORE, *HALVES, *QUARTERS, *FRACTIONS, *PART_FRACTIONS, *HUNDREDS}
)
"""Words at which a number may begin."""
SIGNALS = STARTERS - ARTICLES | frozenset({*ALL_SCALES, *COLLECTIVES, *(word for word in UNITS if word.isalpha())})
"""A text without digits and without one of these holds no number: an article alone is none."""
