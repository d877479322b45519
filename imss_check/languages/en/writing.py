"""How English writes a number out: scale words by power of ten, and number words."""

from __future__ import annotations

Forms = tuple[str, str]
"""Of one, and of several."""

PARTS: dict[int, Forms] = {
    12: ("trillion", "trillion"), 9: ("billion", "billion"), 6: ("million", "million"), 3: ("thousand", "thousand"),
}  # fmt: skip
"""The scales that the parts of one number have."""
SCALES = (PARTS, {6: ("mn", "mn"), 9: ("bn", "bn"), 12: ("tn", "tn")}, {6: ("mln", "mln"), 9: ("bn", "bn")})
"""Ways of naming scales that do not mix: power of ten -> word."""
ALONE = ""
ONE = "one"
LINK = "of"
LINKED: frozenset[str] = frozenset()

COUNTING = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
"""
NAMES = COUNTING.split()
UNITS, TENS = NAMES[:20], NAMES[20:]


def spell(number: int, gender: str = "", words: tuple[str, ...] = ()) -> str | None:
    """Return a number in words; None where it is too long. `words` are those of the draft, folded: where they have an
    `and` behind hundreds, so has the number.

    Shape: 2852 -> "two thousand eight hundred fifty-two".
    """
    if not 0 <= number < 10**15:
        return None
    if not number:
        return UNITS[0]
    joined = " and " if "and" in words else " "
    parts = []
    for power, (name, _) in PARTS.items():
        count, number = divmod(number, 10**power)
        if count:
            parts += [_hundreds(count, joined), name]
    if number:
        parts += ["and"] if parts and number < 100 and joined != " " else []
        parts.append(_hundreds(number, joined))
    return " ".join(parts)


def _hundreds(number: int, joined: str) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{UNITS[hundreds]} hundred"] if hundreds else []
    if 0 < rest < 20:
        words.append(UNITS[rest])
    elif rest:
        words.append(TENS[rest // 10 - 2] + (f"-{UNITS[rest % 10]}" if rest % 10 else ""))
    return joined.join(words)


def gender_of(words: tuple[str, ...]) -> str:
    """English number words have no gender."""
    return ""
