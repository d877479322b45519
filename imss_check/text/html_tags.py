"""What the elements of HTML mean to a reader of the text."""

from __future__ import annotations

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
HEAD = frozenset(("head", "title", "meta", "link", "script", "style", "base", "noscript", "template"))
HIDDEN = frozenset(
    ("head", "title", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "audio", "video",
     "canvas", "select", "button", "textarea", "datalist", "dialog", "code", "kbd", "samp", "rt", "rp")
)  # fmt: skip
"""Their content is no prose."""
BESIDE = frozenset(("nav", "aside", "header", "footer"))
"""They stand beside the text; the header of an article is its headline."""
ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "dialog"))
MASKED = frozenset(("del", "s", "strike", "sup"))
"""What is deleted, and raised marks of notes."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = ("ul", "ol", "dl", "menu")
ITEMS = frozenset(("li", "dt", "dd"))
CELLS = frozenset(("td", "th"))
BLOCKS = frozenset(
    (*HEADINGS, *LISTS, *ITEMS, *CELLS, *BESIDE, "p", "div", "section", "article", "main", "body", "html", "blockquote",
     "pre", "figure", "figcaption", "address", "details", "summary", "table", "caption", "thead", "tbody", "tfoot",
     "tr", "hr", "form", "fieldset", "legend", "center", "hgroup", "search")
)  # fmt: skip
PLACES = frozenset((*HEADINGS, *ITEMS, *CELLS, "caption", "table"))
"""Elements that tell what kind of block their text is."""
CLOSES = {
    **dict.fromkeys(("li",), (("li",), LISTS)),
    **dict.fromkeys(("dt", "dd"), (("dt", "dd"), LISTS)),
    **dict.fromkeys(("td", "th"), (("td", "th"), ("tr", "table"))),
    "tr": (("tr",), ("table",)),
    **dict.fromkeys(("thead", "tbody", "tfoot"), (("thead", "tbody", "tfoot"), ("table",))),
}
"""Elements without end tag that a start tag closes, and elements in which it closes none outside."""
DAY_NAMES = frozenset(("date", "dc.date", "dcterms.date", "dcterms.created", "article:published_time", "datepublished"))
