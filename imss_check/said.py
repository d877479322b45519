"""Sentences that the program says to people: written in English where they are said, and told in the user's language
where they are shown. Other languages have each under its English template, in `languages/<code>/said.py`."""

from __future__ import annotations

from importlib import import_module


class Said(str):
    """An English sentence that remembers its template and what fills it; with nothing to fill, braces are plain."""

    __slots__ = ("template", "values")
    template: str
    values: dict[str, object]

    def __new__(cls, template: str, /, **values: object) -> Said:
        said = super().__new__(cls, template.format(**values) if values else template)
        said.template, said.values = template, values
        return said

    def __str__(self) -> Said:  # so that `str(error)` of an error with such a message keeps what it is
        return self

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        return (self.template,), self.values


def tell(text: str, language: str) -> str:
    """Return a text in a language; what has no translation, as what other programs say, stays as it is."""
    if language == "en" or not isinstance(text, Said):
        return str.__str__(text)
    template: str = import_module(f"imss_check.languages.{language}.said").SAID.get(text.template, text.template)
    if not text.values:
        return template
    return template.format(**{k: tell(v, language) if isinstance(v, str) else v for k, v in text.values.items()})
