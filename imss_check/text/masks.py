"""Overwrite what is no prose with spaces: every offset stays what it was, and so do line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Span = tuple[int, int]

VISIBLE = re.compile(r"[^\r\n]+")
LINE = re.compile(r"[^\r\n]*")
URL = re.compile(r"(?i)(?:https?://|ftp://|www\.)[^\s<>\"|]+")
URL_TAIL = ".,;:!?)]}'»”"
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
HIDDEN = re.compile(r"(?i)<(/?)(script|style|sup|template)\b[^<>]*>")
TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
SHORTCODE = re.compile(
    r"\[/?[A-Za-z][\w-]{0,40}(?:\s+[\w-]{1,40}=(?:\"[^\"\]\r\n]{0,400}\"|[^\s\"\]]{1,400})){1,20}\s*/?\]"
)
"""`[tag id="1-2"]`, as content systems write it."""
SHORTCODE_LINE = re.compile(r"(?m)^[ \t]*\[/?[A-Za-z][\w-]{0,40}\][ \t]*(?=\r?$)")
NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]:?")


def overwrite(text: str, spans: Iterable[Span]) -> str:
    """Return the text with every span blanked; spans may overlap."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        start = max(start, at)
        pieces.append(text[at:start])
        pieces.append(VISIBLE.sub(_spaces, text[start:end]))
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def _spaces(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def lines(text: str, start: int = 0) -> Iterator[Span]:
    """Yield the span of each line from `start` on, without its end (LF, CR LF or CR)."""
    size = len(text)
    while True:
        end = LINE.match(text, start).end()  # type: ignore[union-attr]
        yield start, end
        if end >= size:
            return
        start = end + (2 if text.startswith("\r\n", end) else 1)


def comments(text: str) -> list[Span]:
    """Return the spans of HTML comments; one that is never closed is none."""
    found: list[Span] = []
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        found.append((start, end + 3))
        start = text.find("<!--", end + 3)
    return found


def addresses(text: str) -> list[Span]:
    """Return the spans of URLs and e-mail addresses."""
    found: list[Span] = []
    if "://" in text or "www." in text or "WWW." in text:
        for match in URL.finditer(text):
            found.append((match.start(), match.start() + len(match.group().rstrip(URL_TAIL))))
    if "@" in text:
        found += [match.span() for match in EMAIL.finditer(text)]
    return found


def hidden(text: str) -> list[Span]:
    """Return the spans of elements whose content is no prose; one that is never closed hides nothing."""
    found: list[Span] = []
    opened: dict[str, int] = {}
    for match in HIDDEN.finditer(text):
        name = match.group(2).lower()
        if not match.group(1):
            opened.setdefault(name, match.start())
        elif name in opened:
            found.append((opened.pop(name), match.end()))
    return found


def markup(text: str) -> list[Span]:
    """Return the spans of what a content system leaves in a text: comments, tags, scripts, shortcodes, note marks."""
    found: list[Span] = []
    if "<" in text:
        found += comments(text)
        found += hidden(text)
        found += [match.span() for match in TAG.finditer(text)]
    if "[" in text:
        for pattern in (SHORTCODE, SHORTCODE_LINE, NOTE_MARK):
            found += [match.span() for match in pattern.finditer(text)]
    return found
