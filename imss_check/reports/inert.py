"""Show text of a draft without letting it act: escapes, control and direction characters become visible."""

from __future__ import annotations

from unicodedata import category, east_asian_width

TAB = "    "
UNSAFE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""Control, format (direction marks, joiners), surrogate, private, unassigned; separators of lines and paragraphs."""


def inert(text: str) -> str:
    """Return the text as it may be printed: nothing in it moves the cursor, colours, links or turns the line."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(inert_character, text))


def inert_character(character: str) -> str:
    """Return one character, or what stands for it."""
    code = ord(character)
    if character == "\t":
        return TAB
    if character == "\ufeff":
        return ""
    if character in "\r\n":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if category(character) in UNSAFE:
        return f"<U+{code:04X}>"
    return character


def columns(text: str) -> int:
    """Return how many columns of a terminal an inert text takes."""
    return len(text) if text.isascii() else sum(map(character_columns, text))


def character_columns(character: str) -> int:
    """Return the columns of one character: none for combining marks, two for wide ones."""
    if category(character) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
