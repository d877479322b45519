"""Build HTML so that text cannot become markup: only what `element` returns is taken as it is."""

from __future__ import annotations

import re
from html import escape
from unicodedata import category

CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Characters that would vanish, turn the line or break the page; joiners stay, for emoji are made of them."""
VOID = frozenset(("meta", "input", "br", "hr"))


class Html(str):
    """Markup: everything in it is escaped already."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: str | int | bool | None) -> Html:
    """Return an element. Children that are no markup are escaped; an attribute that is None or False is left out.

    `class_` stands for `class`, and an underscore within a name for a hyphen.
    """
    told = []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        key = key.rstrip("_").replace("_", "-")
        told.append(f" {key}" if value is True else f' {key}="{escape(visible(str(value)))}"')
    head = f"<{name}{''.join(told)}>"
    return Html(head) if name in VOID else Html(f"{head}{join(*children)}</{name}>")


def join(*children: str) -> Html:
    """Return several pieces as one, text escaped."""
    return Html("".join(child if isinstance(child, Html) else escape(visible(child)) for child in children))


def visible(text: str) -> str:
    """Return a text with its control and direction characters shown."""
    return CONTROL.sub(lambda match: show(match.group()), text)


def show(character: str) -> str:
    """Return what stands for a character that cannot be shown."""
    code = ord(character)
    if code < 0x20 and category(character) == "Cc":
        return chr(0x2400 + code)
    return f"‹U+{code:04X}›"
