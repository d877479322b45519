"""Find the day that a text says it speaks from."""

from __future__ import annotations

from datetime import date
from types import ModuleType

from imss_check.periods.calendar import valid_day
from imss_check.periods.dates import dates_at
from imss_check.periods.lexicon import LANGUAGES
from imss_check.periods.marks import DASHES, Date
from imss_check.periods.tokens import Tokens, tokenize

HEAD, TAIL, LINE = 600, 300, 240
"""How many characters of a text's head, tail and of one line are read."""
PLACE_WORDS, CREDITS = 8, 24
"""How many words a place, and a line of credits, may have."""
PLACE_SIGNS = frozenset(",.()/")
PAGE = frozenset(("p", "pag", "pp"))
LINKS = frozenset(("a", "de", "el", "la", "y", "of", "on", "at", "the"))
SEPARATORS = frozenset((":", ",", ".", "|", "/", "(", ")", "[", "]", "•", "·", "*", "#", "_")) | DASHES


def find_dateline(text: str, folded: str, language: str | None = None) -> tuple[date, int, int] | None:
    """Return the day a text speaks from and the span that says so, where one line of its head or end is a dateline.

    Shape: "Monterrey, 3 de marzo de 2021.- El Instituto …" -> (2021-03-03, 11, 29). Dates in running prose never count.
    """
    lexicons = sorted(LANGUAGES.values(), key=lambda lex: lex is not LANGUAGES.get(language or "es"))
    for low, high in ((0, HEAD), (max(len(text) - TAIL, HEAD), len(text))):
        for start, end in lines(text, low, min(high, len(text))):
            for lex in lexicons:
                t = tokenize(text, folded, start, end)
                found = dateline(t, lex)
                if found is None or (language == "en" and ambiguous(t, found)):
                    continue
                day = whole(found, found.year or (year_alone(text, folded) if low == 0 else None))
                if day:
                    return day, t.start[found.first], t.end[found.last - 1]
    return None


def lines(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """Return the beginnings of the lines that begin in `text[low:high]`."""
    spans = []
    start = low if low == 0 else text.find("\n", low) + 1 or high
    while start < high:
        end = text.find("\n", start, start + LINE)
        stop = end if end >= 0 else min(start + LINE, len(text))
        spans.append((start, stop))
        start = (end if end >= 0 else text.find("\n", stop)) + 1
        if start == 0:
            break
    return spans


def dateline(t: Tokens, lex: ModuleType) -> Date | None:
    """Return the date of a line that is a dateline: a date alone, after a label, or after a place and before a dash."""
    i = after_label(t, lex) or after_place(t, lex)
    labelled = i > 0 and t.at(i - 1) not in (",", "a")
    found = first_date(t, i, lex)
    if found is None:
        return signed(t, lex)
    if labelled and i == after_label(t, lex):
        return found
    bare = i > 0 or all(word in SEPARATORS or word in lex.WEEKDAYS for word in t.text[: found.first])
    if (bare and alone(t, found, lex)) or (i > 0 and closed(t, found.last)):
        return found
    return signed(t, lex)


def after_label(t: Tokens, lex: ModuleType) -> int:
    """Return the token after a label such as `Publicado:`; 0 where the line begins with none."""
    i = 0
    while t.at(i) in SEPARATORS:
        i += 1
    for label in lex.DATELINE_LABELS:
        words = label.split()
        if t.text[i : i + len(words)] == words:
            j = i + len(words)
            while t.at(j) in SEPARATORS or t.at(j) in LINKS or t.at(j) in lex.WEEKDAYS:
                j += 1
            if dates_at(t, j, lex) if j < len(t.text) else False:
                return j
    return 0


def after_place(t: Tokens, lex: ModuleType) -> int:
    """Return the token after a place and a comma at the beginning of a line; 0 where there is none."""
    i = 0
    while t.at(i) in ("*", "#", "_", "-", "(", "["):
        i += 1
    begin = i
    while i < len(t.text) and i - begin <= PLACE_WORDS:
        word = t.text[i]
        if word[0].isdigit() or (i > begin and t.at(i - 1) in (",", ".") and dates_at(t, i, lex)):
            break
        if not (word in PLACE_SIGNS or word in DASHES or t.capital(i) or (word in lex.OF and i > begin) or word == "a"):
            if word not in lex.WEEKDAYS:
                return 0
            break
        i += 1
    k = i - 1
    while t.at(k) == "a" or t.at(k) in lex.WEEKDAYS:
        k -= 1
    proper = t.at(begin).isalpha() and t.at(begin) not in lex.FUNCTION_WORDS and t.at(begin) not in lex.MONTHS
    return i if k > begin - 1 and proper and (t.at(k) in (",", ".", "/", "(") or t.at(k) in DASHES) else 0


def first_date(t: Tokens, i: int, lex: ModuleType) -> Date | None:
    """Return the single day that stands at `i`, after a weekday or `a` at most."""
    while t.at(i) in LINKS or t.at(i) in lex.WEEKDAYS or (t.at(i) in SEPARATORS and i + 1 < len(t.text)):
        i += 1
    dates = dates_at(t, i, lex) if i < len(t.text) else []
    if len(dates) != 1 or dates[0].kind != "day" or dates[0].month is None or dates[0].day is None:
        return None
    return dates[0]


def alone(t: Tokens, found: Date, lex: ModuleType) -> bool:
    """Whether nothing but signs and a clock time follows the date in its line."""
    i = found.last
    while i < len(t.text):
        times = dates_at(t, i, lex) if t.text[i][0].isdigit() else []
        if times and times[0].kind == "time":
            i = times[0].last
        elif t.text[i] in PAGE and t.at(i + 1) == "." and t.at(i + 2).isdecimal():
            i += 3
        elif t.text[i] in SEPARATORS or t.text[i] in lex.CLOCK or t.text[i] in LINKS:
            i += 1
        else:
            return False
    return True


def after_brackets(t: Tokens, i: int) -> int:
    """Return the token after a short bracket at `i`; `i` itself where there is none."""
    if t.at(i) == "(":
        for j in range(i + 1, min(i + 8, len(t.text))):
            if t.text[j] == ")":
                return j + 1
    return i


def closed(t: Tokens, i: int) -> bool:
    """Whether the date that ends before token `i` is set off by a dash: `(Agencies) -`, `.-`, `.—`, `/`."""
    i = after_brackets(t, i) + (t.at(i) == ")")
    while t.at(i) in ("*", "_"):
        i += 1
    if t.at(i) in (".", ",") and (t.at(i + 1) in DASHES or t.at(i + 1) == "_"):
        return True
    return t.at(i) in DASHES or t.at(i) in ("/", "|")


def whole(found: Date, year: int | None) -> date | None:
    """Return the date in its year; None where that is not known."""
    if year is None or found.month is None or found.day is None:
        return None
    return valid_day(year, found.month, found.day)


def ambiguous(t: Tokens, found: Date) -> bool:
    """Whether a date is digits only with the year last, so that an English reader could swap day and month."""
    written = t.text[found.first : found.last]
    digits = len(written[0]) <= 2 and not any(w.isalpha() for w in written)
    return digits and found.day is not None and found.day <= 12 and found.day != found.month


def year_alone(text: str, folded: str) -> int | None:
    """Return the only year that closes a short line of the head, as in "© 2025" or "December 2025"."""
    years = set()
    for start, end in lines(text, 0, min(HEAD, len(text))):
        words = folded[start:end].split()
        if (
            1 <= len(words) <= 3
            and len(words[-1]) == 4
            and words[-1].isdecimal()
            and words[-1].startswith(("19", "20"))
        ):
            years.add(int(words[-1]))
    return years.pop() if len(years) == 1 else None


def signed(t: Tokens, lex: ModuleType) -> Date | None:
    """Return the single date of a line of credits: `By Ana Ruiz | December 10, 2025`."""
    if len(t.text) > CREDITS or not any(word in lex.BYLINE for word in t.text[:12]):
        return None
    found: Date | None = None
    i = 0
    while i < len(t.text):
        dates = dates_at(t, i, lex)
        if dates and dates[0].kind != "time":
            if found or len(dates) > 1 or dates[0].kind != "day" or dates[0].month is None:
                return None
            found = dates[0]
        elif not (dates or t.capital(i) or t.text[i] in SEPARATORS or t.text[i] in LINKS or t.text[i] in lex.BYLINE):
            return None
        i = dates[-1].last if dates else i + 1
    return found


def opening(t: Tokens, lex: ModuleType) -> int:
    """Return how many tokens a dateline takes at the beginning of a sentence: "Mexico City, 10 Dec (Agencies).- "."""
    i = after_place(t, lex)
    found = first_date(t, i, lex) if i else None
    if found is None:
        return 0
    last = after_brackets(t, found.last)
    return found.last if closed(t, found.last) or all(word in SEPARATORS for word in t.text[last:]) else 0
