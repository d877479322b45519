"""Colours and links of a terminal, by hand: rich would cost 50 ms."""

from __future__ import annotations

COLOURS = {
    "bold": "1", "grey": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "magenta": "35", "cyan": "36",
}  # fmt: skip
SEVERITY_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


class Paint:
    """Paints texts that are inert already; switched off, it returns them as they are."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, *colours: str) -> str:
        if not self.on or not text or not colours:
            return text
        return f"\x1b[{';'.join(COLOURS[colour] for colour in colours)}m{text}\x1b[0m"

    def link(self, text: str, url: str | None) -> str:
        """Return the text as a link (OSC 8) where the address is a plain one."""
        if not self.on or not url or not url.startswith(("http://", "https://")):
            return text
        if not (url.isascii() and url.isprintable()):
            return text
        return f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\"
