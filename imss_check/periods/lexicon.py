"""The calendar words of a language, as the parsers look them up."""

from __future__ import annotations

from types import ModuleType

from imss_check.languages.en import periods as english
from imss_check.languages.es import periods as spanish

LANGUAGES: dict[str, ModuleType] = {"es": spanish, "en": english}


def lexicon(language: str) -> ModuleType:
    """Return the calendar words of a language; those of English for one that is not known."""
    return LANGUAGES.get(language, english)
