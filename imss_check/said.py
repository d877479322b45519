"""Sentences that the program says to people: written in English where they are said, and told in the user's language
where they are shown. Other languages have each under its English template, in `languages/<code>/said.py`."""

from __future__ import annotations

import os
from collections.abc import Callable

from imss_check.languages import language_data

LANGUAGES = ("es", "en")
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first of them that is set decides, as everywhere."""


class Said(str):
    """An English sentence that remembers its template and what fills it; with nothing to fill, braces are plain."""

    __slots__ = ("template", "values")
    template: str
    values: dict[str, object]

    def __new__(cls, template: str, /, **values: object) -> Said:
        values = {name: str(value) if isinstance(value, BaseException) else value for name, value in values.items()}
        said = super().__new__(cls, template.format(**values) if values else template)
        said.template, said.values = template, values
        return said

    def __str__(self) -> Said:  # so that `str(error)` of an error with such a message keeps what it is
        return self

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        return (self.template,), self.values


spoken: Callable[[], str] = lambda: "en"  # noqa: E731
"""Which language the user speaks; the command line knows better than this, and puts its own in place."""


def by_locale() -> str:
    """Return the language of the environment; English where that is none of ours."""
    named = next(filter(None, map(os.environ.get, LOCALE)), "")
    code = named.replace("_", ".").partition(".")[0].lower()
    return code if code in LANGUAGES else "en"


def tell(text: str, language: str | None = None) -> str:
    """Return a text in a language, the user's if none is named; what has no translation, as what other programs say,
    stays as it is."""
    if not isinstance(text, Said):
        return text
    language = language or spoken()
    if language == "en":
        return str.__str__(text)
    data = language_data(language, "said")
    template: str = data.SAID.get(text.template) or data.SYSTEM.get(text.template, text.template)
    if not text.values:
        return template
    return template.format(**{k: tell(v, language) if isinstance(v, str) else v for k, v in text.values.items()})


def because(error: OSError) -> Said:
    """Return what the system says of an error: a sentence of its own, which languages know where it is a common one."""
    return Said(error.strerror or str(error))
