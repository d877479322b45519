"""Where a text speaks of the calendar: digits that are no counts."""

from __future__ import annotations

from imss_check.periods.dates import dates_at
from imss_check.periods.lexicon import lexicon
from imss_check.periods.tokens import tokenize


def calendar_spans(text: str, folded: str, language: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of `text[start:end]` that are dates, years, quarters, decades or clock times.

    Shape: "El 19 de enero de 2021 había 2,020 camas" -> [(3, 22)]. Months without a number are left out.
    """
    lex = lexicon(language)
    tokens = tokenize(text, folded, start, end)
    words, skip = tokens.text, 0
    starters = lex.STARTERS
    spans = []
    for i, word in enumerate(words):
        if i < skip or not (word in starters or word[0].isdigit()):
            continue
        found = dates_at(tokens, i, lex)
        if found:
            skip = found[-1].last
            if found[0].kind != "month" or any(words[k][0].isdigit() for k in range(i, skip)):
                spans.append((tokens.start[i], tokens.end[skip - 1]))
    return spans
