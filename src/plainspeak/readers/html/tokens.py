"""Split HTML into text, entities, comments and tags, each with its exact place.

The standard library's parser changed its mind between Python releases on comments, scripts and broken tags; here the
same bytes give the same document everywhere, and no input takes more than linear time by much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

__all__ = ["Attribute", "Token", "attributes", "entities", "tokens", "unescaped"]


class Token(NamedTuple):
    """One piece of HTML: ``text``, ``entity``, ``comment``, ``open``, ``close`` or ``unclosed`` (a comment)."""

    type: str
    start: int
    end: int
    name: str = ""
    """The element's name in small letters."""
    inner: tuple[int, int] = (0, 0)
    """Where a comment's text, or a tag's attributes, begin and end."""


class Attribute(NamedTuple):
    """The value of an attribute as it is written, and where it stands."""

    value: str
    start: int


_ENTITY_PATTERN = r"&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,40});?"
_ENTITY = re.compile(_ENTITY_PATTERN)
_MARKUP = re.compile(
    r"(?P<comment><!--)|(?P<cdata><!\[CDATA\[)|(?P<other><[!?])|</?(?P<tag>[a-zA-Z][^\s/<>]*)"
    rf"|(?P<entity>{_ENTITY_PATTERN})"
)
_SHORT_COMMENT = re.compile("-?>")
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTES = re.compile(r"""[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>""")
# For hostile input: a tag that never ends costs a look at the whole file, so only so many are looked for that far.
_FEW_ATTRIBUTES = re.compile(r"[^<>]{0,1000}>")
_LONG_LOOKS = 100
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_RAW_TEXT = {name: re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE) for name in ("script", "style", "xmp")}


def tokens(html: str) -> Iterator[Token]:
    """Yield the pieces of HTML in order; together they cover all of it except declarations and scripts."""
    position, looks = 0, _LONG_LOOKS
    size = len(html)
    while position < size:
        match = _MARKUP.search(html, position)
        start = match.start() if match else size
        if start > position:
            yield Token("text", position, start)
        if match is None:
            return
        position = match.end()
        kind = match.lastgroup
        if kind == "entity":
            yield Token("entity", start, position)
        elif kind == "comment":
            # "<!-->" and "<!--->" are whole comments.
            short = _SHORT_COMMENT.match(html, position)
            end = short or _COMMENT_END.search(html, position)
            if end is None:
                yield Token("unclosed", start, size)
                return
            yield Token("comment", start, end.end(), inner=(position, max(position, end.start())))
            position = end.end()
        elif kind == "cdata":
            close = html.find("]]>", position)
            yield Token("text", position, size if close < 0 else close)
            position = size if close < 0 else close + 3
        elif kind == "other":
            close = html.find(">", position)
            position = size if close < 0 else close + 1
        else:
            rest = (_ATTRIBUTES if looks > 0 else _FEW_ATTRIBUTES).match(html, position)
            if rest is None:
                # Not a tag after all, such as the sign in "a <b": the reader of the page may see it.
                looks -= 1
                yield Token("text", start, position)
                continue
            name = match["tag"].lower()
            is_close = html[start + 1] == "/"
            yield Token("close" if is_close else "open", start, rest.end(), name, (position, rest.end() - 1))
            position = rest.end()
            if name in _RAW_TEXT and not is_close:
                end = _RAW_TEXT[name].search(html, position)
                position = end.start() if end else size


def attributes(html: str, start: int, end: int) -> dict[str, Attribute]:
    """Return the attributes written between two positions of a tag, by their names in small letters."""
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(html, start, end):
        group = match.lastindex or 1
        name = match[1].lower()
        if name not in found:
            found[name] = Attribute("", match.end()) if group == 1 else Attribute(match[group], match.start(group))
    return found


def entities(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what may be entities between two positions."""
    return _ENTITY.finditer(text, start, end)


def unescaped(text: str) -> str:
    """Return text with its entities replaced by the characters that they stand for."""
    return unescape(text) if "&" in text else text
