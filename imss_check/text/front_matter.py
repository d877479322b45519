"""The front matter of a draft: what it says of day and language. Its YAML is not parsed: two keys are read."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

OPENING = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
KEY = re.compile(r"(?im)^(date|fecha|lang|language|idioma)[ \t]*[:=][ \t]*[\"']?([^\r\n\"'#]+)")
DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
DAY_KEYS = ("date", "fecha")
LANGUAGES = {"es": "es", "spa": "es", "spanish": "es", "español": "es", "en": "en", "eng": "en", "english": "en"}


class FrontMatter(NamedTuple):
    """Where the front matter ends, and what it states."""

    end: int
    day: date | None
    language: str | None


NONE = FrontMatter(0, None, None)


def read_front_matter(text: str) -> FrontMatter:
    """Read the block between `---` (or `+++`) lines at the head of a text; without one, its end is 0."""
    opening = OPENING.match(text)
    if opening is None:
        return NONE
    fence = re.compile(rf"(?m)(?:^|(?<=\r)){re.escape(opening.group(1))}[ \t]*(?=[\r\n]|\Z)")
    closing = fence.search(text, opening.end())
    if closing is None:
        return NONE
    day = language = None
    for match in KEY.finditer(text.replace("\r", "\n"), opening.end(), closing.start()):
        key, value = match.group(1).lower(), match.group(2).strip()
        if key in DAY_KEYS:
            day = day or read_day(value)
        else:
            language = language or LANGUAGES.get(re.split(r"[-_]", value.lower())[0])
    return FrontMatter(closing.end(), day, language)


def read_day(value: str) -> date | None:
    """Return the ISO day that a value begins with; None where it is no day."""
    match = DAY.match(value)
    if match is None:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None
