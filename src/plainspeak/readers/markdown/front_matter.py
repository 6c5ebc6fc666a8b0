"""The title and description in the front matter of a Markdown file."""

from __future__ import annotations

import re

from plainspeak.document import BlockBuilder, Kind
from plainspeak.readers._outline import Outline

__all__ = ["front_matter_end", "read_front_matter"]

# Only what looks like "name: value" is front matter; a rule of dashes may also open a file of prose.
_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*(?:\r\n|\n|\r)(?=(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*[\w\"'-]+[ \t]*:)"
    r"(?P<fields>(?s:.*?)(?:\r\n|\n|\r))(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"
)
_FIELD = re.compile(
    r"^(?P<name>title|description)[ \t]*:(?P<value>[^\r\n]*(?:(?:\r\n|\n|\r)(?:[ \t]+[^\r\n]*|(?=[\r\n])))*)",
    re.MULTILINE | re.IGNORECASE,
)
_BLOCK_MARK = re.compile(r"\s*[|>][+-]?[0-9]?[+-]?[ \t]*(?=[\r\n])")
_QUOTED = re.compile(r"""\s*(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^']|'')*)')\s*(?:#.*)?\Z""", re.DOTALL)
_COMMENT = re.compile(r"(?:^|[ \t])#[^\r\n]*")
_ESCAPE = {"double": re.compile(r"\\(.)", re.DOTALL), "single": re.compile(r"'(')")}


def front_matter_end(source: str) -> int:
    """Return where the front matter at the start of a file ends, or 0 when it has none."""
    match = _FRONT_MATTER.match(source)
    return match.end() if match else 0


def read_front_matter(source: str, outline: Outline) -> None:
    """Add the title and the description; other fields are for programs, not for readers."""
    match = _FRONT_MATTER.match(source)
    if match is None:
        return
    for found in _FIELD.finditer(source, match.start("fields"), match.end("fields")):
        builder = BlockBuilder()
        _add_value(builder, source, found.start("value"), found.end("value"))
        if found["name"].lower() == "title":
            outline.add(builder, Kind.TITLE, part="title")
        else:
            outline.add(builder, Kind.PARAGRAPH, part="description")


def _add_value(builder: BlockBuilder, source: str, start: int, end: int) -> None:
    block = _BLOCK_MARK.match(source, start, end)
    if block:
        builder.add(source[block.end() : end], block.end())
        return
    quoted = _QUOTED.match(source, start, end)
    if quoted is None:
        comment = _COMMENT.search(source, start, end)
        end = comment.start() if comment else end
        builder.add(source[start:end], start)
        return
    style = quoted.lastgroup or "double"
    position, end = quoted.span(style)
    for escape in _ESCAPE[style].finditer(source, position, end):
        builder.add(source[position : escape.start()], position)
        # Of the escapes for other characters, only those for white space are at all likely.
        if escape[1] in "ntr":
            builder.space()
        else:
            builder.add(escape[1], escape.start(1))
        position = escape.end()
    builder.add(source[position:end], position)
