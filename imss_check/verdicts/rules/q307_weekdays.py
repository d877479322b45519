"""Q307: a weekday and its date do not belong together: "miércoles 7 de agosto de 2025", which was a Thursday."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

from imss_check.text.words import fold
from imss_check.verdicts.rules.model import Passage, SelfCheck

FAR = timedelta(days=200)


def find(passage: Passage) -> list[SelfCheck]:
    """Dates whose weekday is another."""
    found = []
    text = fold(passage.draft.clean)
    for view in passage.views:
        data = import_module(f"imss_check.languages.{view.sentence.language}.sums")
        for p in view.periods:
            if p.grain != "day" or (p.last - p.first).days != 1:
                continue
            before = text[max(view.sentence.start, p.start - 14) : p.start]
            head = text[p.start : p.end]
            named = [i for i, w in enumerate(data.WEEKDAYS) if w in before.split()[-1:] or head.startswith(w) or before.rstrip(" ,").endswith(w)]
            if not named or (not p.stated and abs(p.first - passage.day) > FAR):
                continue
            if p.first.weekday() != named[0] and any(c.isdigit() for c in head):
                values = {"date": p.first.isoformat(), "stated": data.WEEKDAYS[named[0]], "right": data.WEEKDAYS[p.first.weekday()]}
                found.append(SelfCheck("Q307", values, ((p.start, p.end),)))
    return found
