"""How a right figure turns into a wrong one: digits, scale. Each form has its share of all slips, and its chance to
come about by accident."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple


class Slip(NamedTuple):
    """A way from the right value to the claimed one: rule code, words for it, its share of all errors, and how
    likely an unrelated figure is to look like it."""

    code: str
    how: str
    share: float
    chance: float


@lru_cache(4096)
def digits_of(value: Decimal) -> str:
    """Significant digits of a value, without sign, point, leading or trailing zeros."""
    return "".join(map(str, abs(value).normalize().as_tuple().digits)).strip("0") or "0"


def scale_of(value: Decimal) -> int:
    """Power of ten of a value's first digit."""
    return abs(value).adjusted() if value else 0


def find_slip(claimed: Decimal, right: Decimal, digits: int) -> Slip | None:
    """The likeliest slip that makes `right` into `claimed`, both in one unit; `digits` as written in the draft."""
    if not claimed or not right:
        return None
    a, b = digits_of(claimed), digits_of(right)
    n = max(digits, len(b))
    space = 9.0 * 10 ** (n - 1)
    apart = scale_of(claimed) - scale_of(right)
    begun = min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a))
    if (a == b or begun) and apart in (3, 6, -3, -6):
        return Slip("Q104", "scale", 0.15, 4 / space)
    if a == b and apart:
        return Slip("Q105", "zeros", 0.05, 4 / space)
    if apart == 0:
        width = max(len(a), len(b))
        x, y = a.ljust(width, "0"), b.ljust(width, "0")
        different = [i for i in range(width) if x[i] != y[i]]
        if len(different) == 1:
            return Slip("Q105", "digit", 0.4, 9 * n / space)
        if len(different) == 2:
            i, j = different
            if x[i] == y[j] and x[j] == y[i]:
                return Slip("Q105", "swap", 0.3, n * (2 if j > i + 1 else 1) / space)
    if abs(apart) == 1:
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        if len(longer) == len(shorter) + 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
            return Slip("Q105", "missing" if apart < 0 else "doubled", 0.1, 10 * n / space)
    return None
