"""Content stems of a wording: what is compared with the words of a draft."""

from __future__ import annotations

from imss_check.languages.en.function_words import STOP as STOP_EN
from imss_check.languages.es.function_words import STOP as STOP_ES
from imss_check.text.words import fold, tokens, words

STOP = STOP_ES | STOP_EN
"""One set for both languages: drafts mix them, and no function word of one names anything in the other."""


def content_stems(text: str) -> tuple[str, ...]:
    """Return the stems of the content words of `text`, in order."""
    return tuple(word.stem for word in words(fold(text)) if word.text not in STOP)


def all_stems(text: str) -> tuple[str, ...]:
    """Return the stems of all words of `text`, in order: names and counted nouns are met word by word."""
    return tuple(word.stem for word in tokens(fold(text)))
