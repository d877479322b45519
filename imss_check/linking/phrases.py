"""Find cue phrases, metric wordings and scope names in the words of a sentence."""

from __future__ import annotations

from functools import cache

from imss_check.facts.model import ScopeTerm, Wording
from imss_check.languages import language_data
from imss_check.linking.model import Cue, Mention, ScopeMention
from imss_check.text.words import Word, fold, words

CueIndex = dict[str, list[tuple[tuple[str, ...], str]]]
VALUE_OF_CUE = 0.55
GAP = 2
"""How many other content words may stand inside a wording."""


@cache
def cue_index(language: str) -> CueIndex:
    """First stem of each cue phrase of a language -> the phrases, longest first."""
    index: CueIndex = {}
    cues: dict[str, tuple[str, ...]] = language_data(language, "cues").CUES
    for facet, phrases in cues.items():
        for phrase in phrases:
            stems = tuple(w.stem for w in words(fold(phrase)))
            index.setdefault(stems[0], []).append((stems, facet))
    for found in index.values():
        found.sort(key=lambda pair: -len(pair[0]))
    return index


def find_cues(sentence_words: list[Word], language: str) -> list[Cue]:
    """Every cue phrase in a sentence; phrases must stand word by word."""
    index, stems, found = cue_index(language), [w.stem for w in sentence_words], []
    for i, s in enumerate(stems):
        for phrase, facet in index.get(s, ()):
            if len(phrase) == 1 or tuple(stems[i : i + len(phrase)]) == phrase:
                found.append(Cue(sentence_words[i].start, sentence_words[i + len(phrase) - 1].end, facet))
    return found


def find_future(sentence_words: list[Word], text: str, language: str) -> list[Cue]:
    """Verbs in the future tense: what they say has not happened, so it is a plan."""
    data = language_data(language, "cues")
    endings: tuple[str, ...] = data.FUTURE_ENDINGS
    future: frozenset[str] = getattr(data, "FUTURE_WORDS", frozenset())
    return [
        Cue(w.start, w.end, "future")
        for w in sentence_words
        if w.text in future or (endings and w.end - w.start > 4 and text[w.start : w.end].endswith(endings))
    ]


def telling_weight(wording: Wording) -> float:
    """How telling a wording is (0 to 1); a cue speaks less plainly than a name."""
    return wording.weight * (VALUE_OF_CUE if wording.kind == "cue" else 1.0)


def find_mentions(content: list[Word], by_anchor: dict[str, list[Wording]]) -> list[Mention]:
    """Every wording whose words stand close together, in any order.

    Shape: the content words of a sentence, wordings by their rarest stem -> mentions in text order.
    """
    positions: dict[str, list[int]] = {}
    for i, w in enumerate(content):
        positions.setdefault(w.stem, []).append(i)
    found = []
    for s, places in positions.items():
        for wording in by_anchor.get(s, ()):
            stems, weight = wording.stems, telling_weight(wording)
            for place in places:
                span = _window(stems, s, place, positions)
                if span is not None:
                    first, last = span
                    found.append(Mention(content[first].start, content[last].end, wording, weight))
    found.sort(key=lambda m: (m.start, m.end))
    return found


def _window(stems: tuple[str, ...], anchor: str, place: int, positions: dict[str, list[int]]) -> tuple[int, int] | None:
    """The narrowest window around one place of the anchor that holds all stems, if it is narrow enough."""
    if len(stems) == 1:
        return place, place
    first = last = place
    for s in stems:
        if s == anchor:
            continue
        places = positions.get(s)
        if places is None:
            return None
        nearest = min(places, key=lambda p: abs(p - place))
        first, last = min(first, nearest), max(last, nearest)
    if last - first + 1 > len(stems) + GAP:
        return None
    return first, last


def find_scopes(sentence_words: list[Word], terms: dict[str, list[ScopeTerm]]) -> list[ScopeMention]:
    """Every name of a scope, word by word, longest first and never inside a longer one."""
    stems, found, taken = [w.stem for w in sentence_words], [], -1
    for i, s in enumerate(stems):
        if i < taken:
            continue
        for term in terms.get(s, ()):
            size = len(term.stems)
            if tuple(stems[i : i + size]) == term.stems:
                found.append(ScopeMention(sentence_words[i].start, sentence_words[i + size - 1].end, term))
                taken = max(taken, i + size)
    return found
