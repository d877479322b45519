"""Icons of verdicts and severities, drawn once in the page and used by name: no font has to have them."""

from __future__ import annotations

from imss_check.reports.page.markup import Html, element, join

BOX = "0 0 16 16"
STROKES = {
    "supported": "M3 8.5l3.2 3.2L13 4.8",
    "outdated": "M8 4.2v4l2.6 1.8M8 1.8a6.2 6.2 0 1 0 .01 0",
    "refuted": "M4 4l8 8M12 4l-8 8",
    "disputed": "M2.5 5.5h9.5M9.5 2.8l2.7 2.7-2.7 2.7M13.5 10.8H4M6.5 8.1l-2.7 2.7 2.7 2.7",
    "unverified": "M5.2 5.6a2.8 2.8 0 1 1 4.2 2.4c-1 .6-1.4 1.1-1.4 2.2M8 12.9v.4",
    "unmatched": "M3.5 8h9",
    "error": "M4 4l8 8M12 4l-8 8",
    "warning": "M8 2l6.4 11.6H1.6zM8 6.5v3.2M8 11.6v.3",
    "note": "M8 7.2v4.6M8 4.2v.4",
    "exempt": "M2.5 2.5l11 11M4 8a4 4 0 0 0 6.5 3.1M5.5 4.9A4 4 0 0 1 12 8",
}


def icon_set() -> Html:
    """Return the drawings, to be put at the head of the body."""
    symbols = (
        element("symbol", element("path", d=path), id=f"i-{name}", viewBox=BOX) for name, path in STROKES.items()
    )
    return element("svg", *symbols, class_="icons", aria_hidden="true", focusable="false")


def icon(name: str) -> Html:
    """Return an icon; what it says is said in words beside it."""
    return element("svg", element("use", href=f"#i-{name}"), class_="icon", aria_hidden="true", focusable="false")


def labelled(name: str, *text: str) -> Html:
    """Return an icon and words."""
    return join(icon(name), " ", *text)
