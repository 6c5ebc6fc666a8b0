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
# The end of a quotation that began in an earlier paragraph or item of a list.
_CLOSED = re.compile(r"^[^\u201c\u201d]*[.!?\u2026](?=\u201d)")
# "We were never asked. [Parent, Leeds]"
_SPEAKER = re.compile(r"^[^\[\]]*[.!?\u2026](?=\s*\[[A-Z][^\[\]\d]{2,60}\]$)")


def quotations(text: str) -> list[Span]:
    """Return the spans between quotation marks in a block's text, the marks left out.

    An opening mark without a closing one quotes the rest of the block, as when a quotation runs over paragraphs, and a
    closing one after a sentence all before it. A block that ends with its speaker in square brackets is one quotation.
    """
    if whole := _SPEAKER.match(text):
        return [Span(0, whole.end())]
    spans = [Span(*match.span(match.lastgroup or 0)) for match in _QUOTED.finditer(text)]
    opening = text.rfind("\u201c")
    if opening >= 0 and "\u201d" not in text[opening:]:
        spans.append(Span(opening + 1, len(text)))
    if closed := _CLOSED.match(text):
        spans.append(Span(0, closed.end()))
    return sorted(spans)
