"""Words of the languages, and a cheap guess which one a stretch of text speaks."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from types import ModuleType


@cache
def language_data(language: str, area: str) -> ModuleType:
    """Return the data of a language for one area of the program: `languages/<language>/<area>.py`."""
    return import_module(f"imss_check.languages.{language}.{area}")


def listed(text: str) -> frozenset[str]:
    """Return the words of a written list."""
    return frozenset(text.split())


SPANISH = listed(
    """
    el la los las de del que y en un una se con por para su al lo es fue son mas este esta como pero sus le ya o
    respecto segun sobre entre cuando sin desde hasta muy fueron tiene millones mil pesos
    """
)
ENGLISH = listed(
    """
    the of and to in is was were that for it with as on by at from are this its has have had be an which or
    their but they than more he she been will would over there million thousand percent
    """
)
LETTERS = re.compile(r"[a-z]+")


def language_votes(folded: str, start: int = 0, end: int | None = None) -> tuple[int, int]:
    """Count the function words of Spanish and of English in `folded[start:end]`."""
    spanish = english = 0
    for word in LETTERS.findall(folded, start, len(folded) if end is None else end):
        if word in SPANISH:
            spanish += 1
        elif word in ENGLISH:
            english += 1
    return spanish, english


def guess_language(folded: str, start: int = 0, end: int | None = None) -> str:
    """Return `es` or `en` by a vote of function words in `folded[start:end]`; a tie is Spanish."""
    spanish, english = language_votes(folded, start, end)
    return "en" if english > spanish else "es"
