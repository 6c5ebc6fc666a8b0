"""Which stretches of a text are somebody's words in quotation marks."""

from __future__ import annotations

import re

from plainspeak.document import Span

__all__ = ["quotations"]

_QUOTED = re.compile(
    r"\u201c(?P<double>[^\u201c\u201d]+)\u201d"
    r"|(?<!\w)\u2018(?P<single>(?:[^\u2018\u2019]|\u2019(?=\w))+)\u2019(?!\w)"
    r'|(?<!\w)"(?P<straight>[^"]+)"(?!\w)'
    r"|(?<!\w)'(?P<plain>(?:[^']|'(?=\w))+)'(?!\w)"
)


def quotations(text: str) -> list[Span]:
    """Return the spans between quotation marks in a block's text, the marks left out.

    An opening mark without a closing one quotes the rest of the block, as when a quotation runs over paragraphs.
    """
    spans = [Span(*match.span(match.lastgroup or 0)) for match in _QUOTED.finditer(text)]
    opening = text.rfind("\u201c")
    if opening >= 0 and "\u201d" not in text[opening:]:
        spans.append(Span(opening + 1, len(text)))
    return sorted(spans)
