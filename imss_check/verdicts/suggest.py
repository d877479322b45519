"""Write a value in the number style of a draft's own figure: `mil 525` becomes `mil 531`, `1,438 millones` stays in
millions, `22.837.768` keeps its points."""

from __future__ import annotations

import re
from decimal import Decimal

from imss_check.quantities.model import Quantity

NUMBER = re.compile(r"\d[\d.,\u2009\u202f\u00a0 ]*\d|\d")
SCALES = {"mil": 1000, "millones": 10**6, "thousand": 1000, "million": 10**6}
"""Scale words that a mixture of digits and words is made of; the singular serves for one."""
ONE = {"millones": "un millón"}


def restyle(surface: str, q: Quantity, value: Decimal) -> str | None:
    """Return `value` (base units) in the style of `surface`, which was read as `q`; None where that cannot be done.

    Errors: none; a style that is not known gives None.
    """
    value = abs(value)
    numbers = list(NUMBER.finditer(surface))
    if not numbers:
        return None
    lower = surface.lower()
    words = [w for w in re.findall(r"[a-zñáéíóú]+", lower) if w in SCALES]
    if len(numbers) == 1 and not (words and lower.lstrip().startswith(words[0])):
        return _one_number(surface, numbers[0], q, value)
    return _mixture(surface, numbers, value)


def _one_number(surface: str, number: re.Match[str], q: Quantity, value: Decimal) -> str | None:
    """`22.6 millones`, `$1,438 million`, `5.3%`, `1,525`: one number, perhaps with a scale behind it."""
    written = number.group()
    comma, point, group = separators(written, q)
    plain = Decimal((written.replace(group, "") if group else written).replace(comma, "").replace(point or ".", ".") or "0")
    if not plain:
        return None
    scale = abs(q.value) / plain
    if not scale:
        return None
    decimals = len(written.partition(point)[2]) if point and point in written else 0
    shown = value / scale
    if scale == 1 and shown == shown.to_integral_value():
        decimals = decimals if shown != shown.to_integral_value() else min(decimals, 2)
    rounded = round(shown, decimals)
    text = format_number(rounded, decimals, group or ("," if abs(rounded) >= 1000 and comma != "," else ""), point or ".")
    if scale == 1 and rounded != shown:
        text = format_number(shown, -shown.as_tuple().exponent, group, point or ".")  # type: ignore[operator]
    return surface[: number.start()] + text + surface[number.end() :]


def separators(written: str, q: Quantity) -> tuple[str, str | None, str]:
    """The characters to drop, the decimal mark (None where there is none) and the thousands separator of a number."""
    marks = [c for c in written if not c.isdigit()]
    if not marks:
        return "", None, "" if len(written) < 5 else ""
    last = marks[-1]
    tail = written.rpartition(last)[2]
    if len(set(marks)) == 1 and (len(marks) > 1 or (len(tail) == 3 and q.step >= 1 and abs(q.value) >= 1000)):
        return "", None, last
    if len(set(marks)) == 1:
        return "", last, ""
    return "", last, marks[0]


def format_number(value: Decimal, decimals: int, group: str, point: str) -> str:
    """Digits with a thousands separator and a decimal mark."""
    text = f"{value:,.{max(0, decimals)}f}"
    return text.replace(",", "\0").replace(".", point).replace("\0", group)


def _mixture(surface: str, numbers: list[re.Match[str]], value: Decimal) -> str | None:
    """`mil 525`, `54 mil 335`, `20 millones 620 mil 148`: whole numbers between scale words."""
    if value != value.to_integral_value():
        return None
    lower = surface.lower()
    prefix = surface[: numbers[0].start()] if surface[:1] in "$" else ""
    words = [w for w in ("millones", "million", "mil", "thousand") if re.search(rf"\b{w}\b", lower)]
    if not words or "mil millones" in lower or "thousand million" in lower:
        return None
    rest, parts = int(value), []
    for word in words:
        count, rest = divmod(rest, SCALES[word])
        if count == 1 and word in ("mil", "thousand"):
            parts.append(word)
        elif count == 1 and word in ONE:
            parts.append(ONE[word])
        elif count:
            parts.append(f"{count:,} {word}")
    if rest:
        parts.append(str(rest) if rest < 1000 else f"{rest:,}")
    return prefix.strip() + " ".join(parts)
