"""The head that every page has: its title, its style, and a policy that allows nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from imss_check.reports.page.markup import Html, element


def page_head(title: str, style: Html) -> Html:
    """Return the head of a page that stands alone."""
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy(style)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", style),
    )


def policy(style: Html) -> str:
    """Return a policy that allows this style and nothing else."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
