"""Numbers that belong together: ranges, lists with one unit, `4 de cada 10`, digits repeated in words."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from imss_check.quantities.found import Found, exact_bounds, significant
from imss_check.quantities.lexicon import BETWEEN, CHANGES, COUNT_PLACES, EVERY, FROM, HEDGE_LINKS, LIST, ONES, UNTIL
from imss_check.quantities.page import Page

DASHES = frozenset("-–—")
HUNDRED = Decimal(100)
CLOSE = Decimal(12)
NEAR = 5
PRECISE = 4
LARGEST_PERCENT = 1000


def join_shares(page: Page, founds: list[Found]) -> list[Found]:
    """Join `4 de cada 10`, `93 of every 100`, `one in four` into one share."""
    out: list[Found] = []
    k = 0
    while k < len(founds):
        found = founds[k]
        if k + 1 < len(founds):
            share = _share(page, found, founds[k + 1])
            if share is not None:
                out.append(share)
                k += 2
                continue
        out.append(found)
        k += 1
    return out


def _share(page: Page, part: Found, whole: Found) -> Found | None:
    link = page.phrase(part.last, EVERY)
    every = link is not None and link[0] == whole.first
    if not every and not (page.at(part.last) == "in" and part.last + 1 == whole.first and _small(part, whole)):
        return None
    if part.unit or part.value <= 0 or whole.value <= 1 or part.value > whole.value or whole.numeral.decimal:
        return None
    if page.at(part.last) == "por" and part.numeral.decimal:
        return None
    value = part.value * HUNDRED / whole.value
    step = part.step * HUNDRED / whole.value
    return part._replace(
        last=whole.last, after=whole.after, value=value, step=step, unit="percent", form="ratio", hedge=part.hedge
    )


def _small(part: Found, whole: Found) -> bool:
    """`one in four`, `1 in 10`: small whole numbers."""
    return (
        part.value < whole.value <= 1000
        and not part.numeral.decimal
        and whole.unit is None
        and part.numeral.wordy == whole.numeral.wordy
        and (whole.value <= 12 or whole.value % 5 == 0)
    )


def share_units(page: Page, founds: list[Found]) -> list[Found]:
    """Give a unit or a scale at the end of a list to the numbers before it: `5.2, 3.1 y 4 por ciento`."""
    out = list(founds)
    for k in range(len(out) - 2, -1, -1):
        here, behind = out[k], out[k + 1]
        if here.numeral.fraction or here.form == "ratio" or behind.form == "ratio" or here.after != here.numeral.last:
            continue
        if not _linked(page, here.after, behind.first):
            continue
        here = _scaled_like(here, behind)
        alike = behind.form != "percent" or abs(here.value) < LARGEST_PERCENT  # "48,595, or 0.9 %" is no list
        if here.unit is None and behind.unit is not None and behind.form != "number" and alike:
            here = here._replace(unit=behind.unit, form=behind.form)
        elif here.unit is not None and behind.unit is not None and behind.unit.startswith(here.unit + "/"):
            here = here._replace(unit=behind.unit)
        out[k] = here
    return out


def _linked(page: Page, a: int, b: int) -> bool:
    """Whether nothing but a comma, a conjunction, `to` or a dash stands between two numbers."""
    gap = page.words[a:b]
    if len(gap) == 2:
        return (gap[0] == "," and gap[1] in LIST) or ((gap[0] in LIST or gap[0] in UNTIL) and gap[1] in HEDGE_LINKS)
    return len(gap) == 1 and (gap[0] in LIST or gap[0] in UNTIL or gap[0] == "," or gap[0] in DASHES)


def _scaled_like(here: Found, behind: Found) -> Found:
    """`19 y 20 millones`: the scale of the second number holds for the first where their sizes fit."""
    scale = behind.numeral.scale
    if not scale or here.numeral.scale or (here.unit is not None and here.form != "money"):
        return here
    factor = Decimal(10) ** scale
    mantissa = behind.value / factor
    if not here.value or not mantissa / CLOSE <= here.value <= mantissa * CLOSE or here.value >= 1000:
        return here
    if behind.value % factor and not behind.numeral.decimal:
        return here
    numeral = here.numeral._replace(scale=scale)
    return here._replace(numeral=numeral, value=here.value * factor, step=here.step * factor)


def mark_ranges(page: Page, founds: list[Found]) -> list[Found]:
    """Give both ends of a range the whole of it; `pasó de A a B` stays two exact numbers."""
    out = list(founds)
    for k in range(len(out) - 1):
        a, b = out[k], out[k + 1]
        if a.value > b.value or a.form == "ratio" or not _is_range(page, a, b):
            continue
        low, high = exact_bounds(page, a)[0], exact_bounds(page, b)[1]
        out[k] = a._replace(bounds=(low, high), hedge=None)
        out[k + 1] = b._replace(bounds=(low, high), hedge=None)
    return out


def _is_range(page: Page, a: Found, b: Found) -> bool:
    before, gap = page.at(a.first - 1), page.words[a.after : b.first]
    if a.unit != b.unit and a.unit is not None and b.unit is not None:
        return False
    if before in BETWEEN or (before in ("un", "unos", "los", "el", "la", "las") and page.at(a.first - 2) in BETWEEN):
        return len(gap) <= 3 and bool(gap) and (gap[0] in LIST or gap[0] == "a")
    if len(gap) == 2 and gap[1] in HEDGE_LINKS:
        gap = gap[:1]
    if len(gap) != 1 or (gap[0] not in UNTIL and gap[0] not in DASHES):
        return False
    if gap[0] in LIST:
        return b.value == a.value + 1 and a.step == 1
    if before in HEDGE_LINKS:
        before = page.at(a.first - 2)
    if before in FROM:
        precise = significant(a) >= PRECISE and significant(b) >= PRECISE
        return not precise and not any(page.at(k) in CHANGES for k in range(a.first - 2 - NEAR, a.first - 1))
    return True


def lone_ones(page: Page, founds: list[Found], make: Callable[[int], Found]) -> list[Found]:
    """`three in X, two in Y and one in Z`: the last `one` counts as the others do."""
    extra: list[Found] = []
    for found in founds:
        if not (1 < found.value < 100 and found.step == 1 and found.unit is None):
            continue
        for k in range(found.last + 2, min(found.last + 16, len(page.words) - 1)):
            if page.words[k] in (".", ";") or "\n" in page.words[k]:
                break
            contrast = page.words[k - 1] in LIST or page.words[k - 1] == ","
            if page.words[k] in ONES and contrast and page.words[k + 1] in COUNT_PLACES:
                extra.append(make(k))
                break
    if not extra:
        return founds
    merged = {found.first: found for found in [*extra, *founds]}
    return [merged[first] for first in sorted(merged)]
