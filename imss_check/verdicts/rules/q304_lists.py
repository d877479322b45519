"""Q304: an announced count and the list after it differ: "13 states: …" with twelve names.

Only closed lists of proper names after a colon are counted, or in brackets; a list that says it is an example raises nothing.
"""

from __future__ import annotations

import re
from importlib import import_module

from imss_check.text.words import fold
from imss_check.verdicts.rules.model import Passage, SelfCheck

MOST = 40
OPENING = re.compile(r"[^.;()\n]{0,60}?[:(]\s*")
ITEM = re.compile(r"\s*[,;]\s*")
CLOSING = re.compile(r"[.;:()\n]")


def find(passage: Passage) -> list[SelfCheck]:
    """Counts that their lists contradict."""
    text, found = passage.draft.clean, []
    for i, j in enumerate(passage.judgements):
        q, view = j.link.quantity, passage.views[j.link.view]
        if q.value != q.value.to_integral_value() or not 3 <= q.value <= MOST or q.form != "number":
            continue
        opening = OPENING.match(text, q.end, view.sentence.end)
        if opening is None or any(q.end <= x.start < opening.end() for x in view.quantities):
            continue
        data = import_module(f"imss_check.languages.{view.sentence.language}.sums")
        if any(word in fold(opening.group()) for word in data.SOME_OF):
            continue
        closing = CLOSING.search(text, opening.end(), view.sentence.end)
        end = closing.start() if closing else view.sentence.end
        names = items(text[opening.end() : end], data.AND)
        if names is not None and len(names) != q.value:
            values = {"stated": str(q.value), "counted": str(len(names))}
            found.append(SelfCheck("Q304", values, ((q.start, q.end), (opening.end(), end)), (i,)))
    return found


def items(text: str, joiners: tuple[str, ...]) -> list[str] | None:
    """The proper names of a list; None where it is no plain list of names."""
    parts = [p for p in ITEM.split(text.strip()) if p]
    if len(parts) < 2:
        return None
    last = parts.pop()
    joined = next((j for j in joiners if j in f" {last}"), None)
    if joined is not None:
        parts += [p for p in f" {last}".split(joined) if p.strip()]
    else:
        parts.append(last)
    names = [p.strip() for p in parts]
    proper = sum(bool(n) and n[0].isupper() and len(n.split()) <= 6 and not re.search(r"\d", n) for n in names)
    return names if len(names) >= 3 and proper >= len(names) - (1 if len(names) > 5 else 0) else None
