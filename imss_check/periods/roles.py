"""Whether a period is the base of a comparison."""

from __future__ import annotations

from types import ModuleType

from imss_check.periods.tokens import Tokens

REACH = 16
"""How many words back a comparison may begin."""
STOPS = frozenset(",;:.()|!?¿¡—")


def is_against(t: Tokens, i: int, lex: ModuleType, floor: int, *, on: bool = True, ranged: bool = False) -> bool:
    """Whether the period that begins at token `i` is what something is compared with.

    What stands before token `floor` belongs to the period before. A change on a day happened on it (`on` is False
    then), and one from the first day of a range happened in it.
    """
    k = skip_back(t, i)
    if t.at(k) in lex.DIRECTLY:
        return True
    if t.at(k) in lex.DIRECTLY_AFTER and not ranged and (on or t.at(k) != "on") and changes(t, k, lex):
        return True
    if t.at(i - 1) in lex.OF and any(tuple(t.text[max(i - 1 - len(e), 0) : i - 1]) == e for e in lex.ELLIPSES):
        return True
    for k in range(i - 1, max(i - REACH, floor - 1), -1):
        word = t.text[k]
        if word in STOPS and not (word == "." and t.glued(k + 1)):
            return False
        if word in lex.AGAINST:
            return True
        if word in lex.AGAINST_FIGURE and names_figure(t, k, i, lex):
            return True
        if word in lex.THAN and compares(t, k, i, lex):
            return True
        if word in lex.ABOVE and links(t, k, i, lex):
            return True
    return False


def changes(t: Tokens, k: int, lex: ModuleType) -> bool:
    """Whether a change is spoken of just before token `k`: "up 3% from"."""
    return any(t.at(j) in lex.CHANGE or t.at(j) == "%" for j in range(k - 1, max(k - 6, -1), -1))


def skip_back(t: Tokens, i: int) -> int:
    """Return the token before `i`, articles left out."""
    k = i - 1
    while t.at(k) in ("the", "a", "an", "el", "la", "los", "las"):
        k -= 1
    return k


def is_number(t: Tokens, i: int, lex: ModuleType) -> bool:
    """Whether a number stands at `i`: then `more than` before it is a hedge."""
    word = t.at(i)
    return word[:1].isdigit() or word in lex.SCALES or word in lex.COUNT_WORDS or word == "$"


def compares(t: Tokens, k: int, i: int, lex: ModuleType) -> bool:
    """Whether the `than` at `k` compares with what stands at `i`; before a bare number it only hedges."""
    if k + 1 != i and is_number(t, k + 1, lex):
        return False
    if lex.THAN_NEXT and k + 1 != i and t.at(k + 1) not in lex.THAN_NEXT:
        return False
    return not lex.MORE or more_before(t, k, lex)


def more_before(t: Tokens, k: int, lex: ModuleType) -> bool:
    """Whether `más`, `menos` or the like stands before the `que` at `k`, in the same clause."""
    for j in range(k - 1, max(k - 8, -1), -1):
        word = t.text[j]
        if word in lex.MORE:
            return True
        if word in STOPS and not t.glued(j + 1):
            return False
    return False


def names_figure(t: Tokens, k: int, i: int, lex: ModuleType) -> bool:
    """Whether the word at `k` is followed by the date at `i`, by a figure or by "lo recaudado", and not by a thing."""
    for j in range(k + 1, i):
        word = t.text[j]
        if is_number(t, j, lex) or word.endswith(lex.PARTICIPLES):
            return True
        if word not in lex.FUNCTION_WORDS and word not in lex.FILLERS and word not in lex.EDGES:
            return False
    return True


def links(t: Tokens, k: int, i: int, lex: ModuleType) -> bool:
    """Whether the comparing word at `k` is linked to what follows: "superior en 9.6% a la de 2020"."""
    for j in range(k + 1, i):
        word = t.text[j]
        if word in lex.ABOVE[t.text[k]]:
            return j + 1 == i or not is_number(t, j + 1, lex)
        if not (word[0].isdigit() or word in lex.ABOVE_BETWEEN):
            return False
    return False
