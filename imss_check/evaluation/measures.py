"""Shares with their uncertainty."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

Z = 1.959963984540054
"""A normal variable lies within this many deviations in 95 % of all cases."""


class Share(NamedTuple):
    """`right` of `of` cases, with the 95 % interval of the true share; counts are None where it is no plain share."""

    value: float
    low: float
    high: float
    right: int | None = None
    of: int | None = None


def share(right: int, of: int) -> Share | None:
    """Return a share with its Wilson interval; None of no cases."""
    if not of:
        return None
    p = right / of
    middle = (p + Z * Z / (2 * of)) / (1 + Z * Z / of)
    half = Z / (1 + Z * Z / of) * sqrt(p * (1 - p) / of + Z * Z / (4 * of * of))
    return Share(p, max(0.0, middle - half), min(1.0, middle + half), right, of)


def f1(right: int, given: int, wanted: int) -> Share | None:
    """Return the harmonic mean of precision and recall.

    It is 2 j / (1 + j) of the share j of what is right in all that is given or wanted, so the interval of j gives its.
    """
    joint = share(right, given + wanted - right)
    if joint is None:
        return None
    value, low, high = (2 * j / (1 + j) for j in joint[:3])
    return Share(value, low, high)
