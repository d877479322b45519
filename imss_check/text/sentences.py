"""Split blocks into sentences, and say which language each speaks."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from imss_check.languages import ENGLISH, SPANISH, guess_language
from imss_check.languages.en import sentences as english
from imss_check.languages.es import sentences as spanish
from imss_check.text.model import Draft, Sentence
from imss_check.text.words import fold

STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|\Z|[A-ZÁÉÍÓÚÑ¿¡“«])|\s[·•](?=\s)")
LAST_WORD = re.compile(r"(?:[^\W\d_]{1,30}\.)*[^\W\d_]{1,30}\Z")
NEXT = re.compile(r"[\s\"'“”‘’«»(\[¿¡—–·•*_-]*")
LEADING = " \t\r\n\v\f·•\u00a0\u2009\u202f\ufeff"
LETTERS = re.compile(r"[^\W\d_]+")
BEFORE_NAME = spanish.BEFORE_NAME | english.BEFORE_NAME
BEFORE_NUMBER = spanish.BEFORE_NUMBER | english.BEFORE_NUMBER
CLOSING = spanish.CLOSING | english.CLOSING
OPENERS = SPANISH | ENGLISH
SPACE = re.compile(r"\s")
LONGEST = 2_000
"""Characters after which a sentence ends at the next space."""
ENOUGH = 8
"""Words that a sentence or a block needs to speak for its own language."""


def split_sentences(draft: Draft) -> list[Sentence]:
    """Return the sentences of every block, in text order."""
    clean = draft.clean
    folded = fold(clean)
    whole = draft.language or guess_language(folded)
    found = []
    for number, block in enumerate(draft.blocks):
        spans = [(block.start, block.end)] if block.kind == "cell" else bounds(clean, folded, block.start, block.end)
        around = language(folded, block.start, block.end, whole)
        for start, end in spans:
            found.append(Sentence(start, end, number, language(folded, start, end, around)))
    return found


def language(folded: str, start: int, end: int, around: str) -> str:
    """The language of a stretch; one of few words speaks that of the text around it."""
    enough = next(islice(LETTERS.finditer(folded, start, end), ENOUGH - 1, None), None)
    return around if enough is None else guess_language(folded, start, end)


def bounds(clean: str, folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences in `clean[start:end]`, without the space around them."""
    cuts = [start]
    for match in STOP.finditer(clean, start, end):
        if ends_sentence(clean, folded, cuts[-1], match, end):
            cuts.append(match.end())
    cuts.append(end)
    return [span for a, b in pairwise(cuts) for low, high in pieces(clean, a, b) for span in trimmed(clean, low, high)]


def pieces(clean: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return a stretch without a full stop in pieces that end at a space: what is done with a sentence may take the
    square of its length, and no sentence that people write is so long."""
    cuts = [start]
    while end - cuts[-1] > LONGEST:
        space = next(SPACE.finditer(clean, cuts[-1] + LONGEST, end), None)
        if space is None:
            break
        cuts.append(space.start())
    return list(pairwise([*cuts, end]))


def trimmed(clean: str, a: int, b: int) -> list[tuple[int, int]]:
    """Return a span without the space around it; none if nothing is said in it."""
    text = clean[a:b]
    first, last = text.lstrip(LEADING), text.rstrip()
    return [(b - len(first), a + len(last))] if any(map(str.isalnum, first)) else []


def ends_sentence(clean: str, folded: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether a stop ends the sentence that began at `start`."""
    mark = match.group()
    follows = NEXT.match(clean, match.end(), end)
    after = follows.end() if follows else match.end()
    if after >= end or mark.lstrip()[0] in "·•":
        return True
    if clean[after].islower():
        return any(c in "·•" for c in clean[match.end() : after])
    if mark[0] != "." or len(mark) > 1:
        return True
    if match.end() < end and not clean[match.end()].isspace():
        return glued(clean, match)
    word = LAST_WORD.search(folded, max(start, match.start() - 40), match.start())
    if word is None:
        return bool(clean[start : match.start()].strip().strip("0123456789"))  # "1." numbers what follows
    return not abbreviates(clean, folded, word, after, end)


def glued(clean: str, match: re.Match[str]) -> bool:
    """Whether a stop without a space behind it ends a sentence: "de 2021.El IMSS", but not "LaSalud.Mx" or "S.A.C"."""
    before, after = clean[max(0, match.start() - 3) : match.start()], clean[match.end() + 1 : match.end() + 2]
    return len(before) == 3 and before[1:].lower() == before[1:] and after not in (".", "")


def abbreviates(clean: str, folded: str, word: re.Match[str], after: int, end: int) -> bool:
    """Whether the word before a stop is an abbreviation with which the sentence goes on."""
    text = word.group()
    initial = len(text) == 1 and clean[word.start()].isupper()
    if text in BEFORE_NAME and not initial:
        return True
    if text in BEFORE_NUMBER and clean[after].isdigit():
        return True
    if text in CLOSING or initial or "." in text or (text in BEFORE_NUMBER and clean[word.start()].isupper()):
        opener = LETTERS.match(folded, after, end)
        return opener is None or opener.group() not in OPENERS
    return False
