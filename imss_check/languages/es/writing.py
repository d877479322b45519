"""How Spanish writes a number out: scale words by power of ten, and number words."""

from __future__ import annotations

Forms = tuple[str, str]
"""Of one, and of several."""

MILLON, BILLON = ("millón", "millones"), ("billón", "billones")
SCALES: tuple[dict[int, Forms], ...] = (
    {3: ("mil", "mil"), 6: MILLON, 9: ("mil millones", "mil millones"), 12: BILLON},
    {3: ("miles", "miles"), 6: MILLON, 9: ("miles de millones", "miles de millones"), 12: BILLON},
    {6: ("mdp", "mdp"), 9: ("mmdp", "mmdp")},
    {6: ("mdp", "mdp"), 9: ("mil mdp", "mil mdp")},
    {6: ("mdd", "mdd"), 9: ("mmdd", "mmdd")},
    {6: ("mdd", "mdd"), 9: ("mil mdd", "mil mdd")},
)
"""Ways of naming scales that do not mix: power of ten -> word."""
PARTS = {6: MILLON, 3: ("mil", "mil")}
"""The scales that the parts of one number have."""
ALONE = "mil"
"""The scale that needs no one before it."""
ONE = "un"
LINK = "de"
LINKED = frozenset({"millon", "millones", "miles", "billon", "billones"})
"""Folded words behind which a counted noun needs a link: `tres millones de camas`, but `tres mil camas`."""

COUNTING = """
cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete
veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa
ciento doscient trescient cuatrocient quinient seiscient setecient ochocient novecient
"""
NAMES = COUNTING.split()
UNITS, TENS, HUNDREDS = NAMES[:30], NAMES[30:37], NAMES[37:]
ENDINGS = {"f": ("una", "as"), "m": ("un", "os"), "": ("", "")}


def spell(number: int, gender: str = "", words: tuple[str, ...] = ()) -> str | None:
    """Return a number in words, as it stands before a noun of a gender (`m`, `f`); None where the words depend on one
    that is not known (an empty text), or the number is too long. `words` are those of the draft, folded.

    Shape: 8300, "f" -> "ocho mil trescientas".
    """
    if not 0 <= number < 10**12:
        return None
    if not number:
        return UNITS[0]
    millions, rest = divmod(number, 10**6)
    thousands, rest = divmod(rest, 1000)
    parts: list[str | None] = []
    if millions:
        parts += [spell(millions, "m"), MILLON[millions > 1]]
    if thousands:
        parts += [*([_hundreds(thousands, gender, before_scale=True)] if thousands > 1 else []), "mil"]
    if rest:
        parts.append(_hundreds(rest, gender))
    return None if None in parts else " ".join(part for part in parts if part)


def _hundreds(number: int, gender: str, before_scale: bool = False) -> str | None:
    one, ending = ENDINGS[gender]
    hundreds, rest = divmod(number, 100)
    words = []
    if hundreds == 1:
        words.append("ciento" if rest else "cien")
    elif hundreds:
        if not ending:
            return None
        words.append(HUNDREDS[hundreds - 1] + ending)
    if rest % 10 == 1 and rest != 11:
        one = "un" if before_scale else one
        if not one:
            return None
    if 0 < rest < 30:
        words.append({1: one, 21: "veintiún" if one == "un" else f"veinti{one}"}.get(rest, UNITS[rest]))
    elif rest:
        tens, unit = TENS[rest // 10 - 3], rest % 10
        words.append(tens if not unit else f"{tens} y {one if unit == 1 else UNITS[unit]}")
    return " ".join(words)


def gender_of(words: tuple[str, ...]) -> str:
    """Return the gender that folded number words show; an empty text where they show none.

    What stands before `millones` agrees with it, and shows nothing: `doscientos millones ocho mil camas`.
    """
    for word in reversed(words):
        if word in LINKED:
            break
        if word.endswith(("ientas", "ientos")):
            return "f" if word.endswith("as") else "m"
    return {"una": "f", "veintiuna": "f", "un": "m", "veintiun": "m"}.get(words[-1] if words else "", "")
