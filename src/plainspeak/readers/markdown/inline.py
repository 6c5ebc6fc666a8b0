"""The prose of one Markdown paragraph, heading or cell: its text without marks, code and addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType

from plainspeak.document import BlockBuilder
from plainspeak.readers._source_map import SourceMap
from plainspeak.readers.html.blocks import add_escaped
from plainspeak.readers.html.elements import is_number_above, is_skipped
from plainspeak.readers.html.tokens import attributes, tokens, unescaped
from plainspeak.readers.markdown.parser import POSITION

__all__ = ["Prose", "read_inline"]

# Without one of these, a paragraph is nothing but its words: no need to parse it.
_MARKS = re.compile(r"[\\`*_\[<&]|~~|://|  \n")
_GAPS = frozenset({"softbreak", "code_inline", "bare_url"})


@dataclass(slots=True)
class Prose:
    """What one paragraph, heading or cell holds."""

    builder: BlockBuilder = field(default_factory=BlockBuilder)
    pictures: list[BlockBuilder] = field(default_factory=list)
    expansions: list[tuple[str, str]] = field(default_factory=list)
    ignored: frozenset[str] = frozenset()


def read_inline(
    parser: MarkdownIt,
    env: EnvType,
    source: SourceMap,
    comment: Callable[[str], frozenset[str]],
    *,
    start: int = 0,
    end: int | None = None,
) -> Prose:
    """Read the inline content ``source.text[start:end]``.

    Args:
        parser: the parser that made the block.
        env: what that parser learned of the document (link references, footnotes).
        source: the content, and where it stands in the file.
        comment: returns the rules that a comment asks to ignore.
        start: where to begin.
        end: where to stop; ``None`` is the end.
    """
    end = len(source.text) if end is None else end
    prose = Prose()
    if not _MARKS.search(source.text, start, end):
        source.add(prose.builder, start, end)
        return prose
    children: list[Token] = []
    parser.inline.parse(source.text[start:end], parser, env, children)
    _Walk(prose, source, comment).walk(children, start)
    return prose


class _Walk:
    """Adds the tokens of inline content to the prose."""

    def __init__(self, prose: Prose, source: SourceMap, comment: Callable[[str], frozenset[str]]) -> None:
        self._prose = prose
        self._source = source
        self._comment = comment
        self._short_forms: list[tuple[str, list[str]]] = []

    def walk(self, children: list[Token], base: int, builder: BlockBuilder | None = None) -> None:
        """Add tokens whose places count from ``base``; into another builder for the words of a picture."""
        builder = self._prose.builder if builder is None else builder
        # The last token that closes each element, to know which of those that hold no prose are closed at all.
        closes = {_closed(token): index for index, token in enumerate(children) if token.type == "html_inline"}
        hidden = ""
        automatic = False
        for index, token in enumerate(children):
            kind = token.type
            if hidden:
                if _closed(token) == hidden:
                    hidden = ""
                continue
            if kind == "text":
                if token.content and not automatic:
                    at = base + token.meta[POSITION]
                    self._source.add(builder, at, at + len(token.content))
                    self._note(token.content)
            elif kind == "text_special":
                self._special(token, base + token.meta[POSITION], builder)
            elif kind in _GAPS:
                builder.space()
            elif kind == "hardbreak":
                builder.line_break()
            elif kind == "link_open":
                automatic = token.info == "auto"
            elif kind == "link_close":
                if automatic:
                    builder.space()
                automatic = False
            elif kind == "image":
                self._picture(token, base + token.meta[POSITION] + 2)
                builder.space()
            elif kind == "html_inline":
                name = self._html(token.content, base + token.meta[POSITION], builder)
                if name and closes.get(name, -1) > index:
                    hidden = name
                    builder.space()

    def _special(self, token: Token, at: int, builder: BlockBuilder) -> None:
        self._note(token.content)
        if token.info == "escape":
            # What the backslash protects, or the backslash itself where it protects nothing.
            after = at + len(token.markup) - len(token.content)
            self._source.add(builder, after, at + len(token.markup))
        else:
            self._source.add_as(builder, token.content, at, at + len(token.markup))

    def _picture(self, token: Token, at: int) -> None:
        builder = BlockBuilder()
        self.walk(token.children or [], at, builder)
        if builder:
            self._prose.pictures.append(builder)

    def _html(self, html: str, at: int, builder: BlockBuilder) -> str:
        """Follow a tag or comment; return the element's name if its text is not prose."""
        for token in tokens(html):
            if token.type == "comment":
                self._prose.ignored |= self._comment(html[token.inner[0] : token.inner[1]])
            elif token.type == "close" and token.name in ("abbr", "acronym") and self._short_forms:
                expansion, pieces = self._short_forms.pop()
                short = " ".join("".join(pieces).split())
                if short and expansion:
                    self._prose.expansions.append((short, expansion))
            elif token.type == "open":
                given = attributes(html, *token.inner)
                if token.name == "br":
                    builder.line_break()
                elif token.name in ("abbr", "acronym") and "title" in given:
                    self._short_forms.append((" ".join(unescaped(given["title"].value).split()), []))
                elif token.name == "img" and "alt" in given:
                    alt = BlockBuilder()
                    start = at + given["alt"].start
                    add_escaped(self._source, alt, start, start + len(given["alt"].value))
                    if alt:
                        self._prose.pictures.append(alt)
                    builder.space()
                elif is_number_above(token.name, self._source.text, at + len(html)):
                    builder.space()
                return token.name if is_skipped(token.name, given) else ""
        return ""

    def _note(self, text: str) -> None:
        for _, pieces in self._short_forms:
            pieces.append(text)


def _closed(token: Token) -> str:
    """The name of the element that an HTML token closes."""
    if token.type != "html_inline" or not token.content.startswith("</"):
        return ""
    return token.content[2:-1].strip().lower()
