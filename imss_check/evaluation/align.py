"""Which figure of the program is which label: the one that overlaps it most."""

from __future__ import annotations

from collections.abc import Sequence

from imss_check.evaluation.model import Label
from imss_check.reports.model import Claim


def align(labels: Sequence[Label], claims: Sequence[Claim]) -> tuple[list[tuple[Label, Claim | None]], list[Claim]]:
    """Return each label with its claim, where there is one, and the claims that no label has."""
    used: set[int] = set()
    pairs: list[tuple[Label, Claim | None]] = []
    for label in labels:
        sizes = [(shared(label, claim), place) for place, claim in enumerate(claims) if place not in used]
        size, place = max(sizes, default=(0, -1))
        if size:
            used.add(place)
        pairs.append((label, claims[place] if size else None))
    return pairs, [claim for place, claim in enumerate(claims) if place not in used]


def shared(a: Label, b: Claim) -> int:
    """How many characters two spans share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))
