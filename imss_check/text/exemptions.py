"""What a draft says of its own exemptions: comments, and a key of the front matter.

    <!-- imss: ignore Q102 quoted from an old letter -->   this line, or the next block where it stands alone
    <!-- imss: off Q1,Q305 a satire -->  …  <!-- imss: on -->
    imss-ignore: Q102 an archive piece                     in the front matter: the whole draft

Codes may be beginnings (`Q3`); without any, all rules are meant. What follows them is the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from imss_check.text.front_matter import read_front_matter
from imss_check.text.masks import Span, lines
from imss_check.text.model import Block, Draft

DIRECTIVE = re.compile(r"<!--\s*imss\s*:\s*(\S*)(.*?)\s*-->\Z", re.S | re.I)
KEY = re.compile(r"(?im)^imss-ignore[ \t]*[:=][ \t]*([^\r\n]*)((?:\r?\n[ \t]*-[ \t]+[^\r\n]*)*)")
ITEM = re.compile(r"(?m)^[ \t]*-[ \t]+([^\r\n]*)")
CODE = r"[QXTLF]\d{1,3}(?=[\s,:]|\Z)"
CODES = re.compile(rf"\s*((?:{CODE}[\s,:]*)+)", re.I)


class Exemption(NamedTuple):
    """What is exempt within `start:end` and why, and where the draft says so. `understood` is False for a directive
    that is none: misspelt, or `on` without `off`."""

    span: Span
    start: int
    end: int
    codes: tuple[str, ...]
    reason: str
    understood: bool = True

    def covers(self, code: str, spans: tuple[Span, ...]) -> bool:
        """Whether a finding of this code over these spans is meant."""
        meant = not self.codes or code.startswith(self.codes)
        return meant and any(self.start <= start < self.end for start, _ in spans)


def find_exemptions(draft: Draft) -> list[Exemption]:
    """Return the exemptions of a draft, in the order in which they stand."""
    return [*in_front_matter(draft), *in_comments(draft)]


def in_front_matter(draft: Draft) -> Iterator[Exemption]:
    """Yield what the front matter exempts in the whole draft, one exemption a line."""
    end = read_front_matter(draft.text).end
    match = KEY.search(draft.text, 0, end)
    if match is None:
        return
    items = [match.span(1)] if match.group(1).strip() else []
    items += [item.span(1) for item in ITEM.finditer(draft.text, match.start(2), match.end(2))]
    for start, stop in items:
        codes, reason = split(draft.text[start:stop].strip().strip("\"'"))
        yield Exemption((start, stop), 0, len(draft.text) + 1, codes, reason)


def in_comments(draft: Draft) -> Iterator[Exemption]:
    """Yield what comments exempt."""
    opened: Exemption | None = None
    for span in draft.comments:
        match = DIRECTIVE.match(draft.text[span[0] : span[1]])
        if match is None:
            continue
        verb, (codes, reason) = match.group(1).lower(), split(match.group(2))
        if verb == "ignore":
            yield Exemption(span, *reach(draft, span), codes, reason)
        elif verb == "off" and opened is None:
            opened = Exemption(span, span[1], len(draft.text) + 1, codes, reason)
        elif verb == "on" and opened is not None:
            yield opened._replace(end=span[0])
            opened = None
        else:
            yield Exemption(span, *span, codes, reason, False)
    if opened is not None:
        yield opened


def split(text: str) -> tuple[tuple[str, ...], str]:
    """Return the codes that a directive begins with, and the reason behind them."""
    match = CODES.match(text)
    if match is None:
        return (), text.strip(" \t\r\n:,")
    return tuple(code.upper() for code in re.findall(CODE, match.group(1), re.I)), " ".join(text[match.end() :].split())


def reach(draft: Draft, span: Span) -> Span:
    """Return what a comment speaks of: its line where that holds prose, else the next block; all of a table."""
    first = last = span
    for line in lines(draft.text):
        if line[0] <= span[0] <= line[1]:
            first = line
        if line[0] <= span[1] <= line[1]:
            last = line
            break
    if draft.clean[first[0] : last[1]].strip():
        return first[0], last[1]
    following = sorted((b for b in draft.blocks if b.end > span[1] and b.end > b.start), key=lambda b: b.start)
    if not following:
        return span
    return max(span[1], following[0].start), table_end(following) if following[0].kind == "cell" else following[0].end


def table_end(blocks: list[Block]) -> int:
    """Return where the table ends that the first of some blocks begins."""
    end = blocks[0].end
    for block in blocks:
        if block.kind != "cell":
            break
        end = block.end
    return end
