"""Read Markdown: the words that a reader of the page sees, with the exact place of every character."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import ClassVar

from markdown_it.token import Token
from markdown_it.utils import EnvType

from plainspeak.document import Document, Kind
from plainspeak.readers._outline import Outline
from plainspeak.readers._source_map import SourceMap
from plainspeak.readers.base import Limits
from plainspeak.readers.encoding import looks_like_text, read_decoded
from plainspeak.readers.html.blocks import HtmlBlocks
from plainspeak.readers.html.elements import Context
from plainspeak.readers.markdown.front_matter import front_matter_end, read_front_matter
from plainspeak.readers.markdown.inline import Prose, read_inline
from plainspeak.readers.markdown.parser import parser
from plainspeak.readers.markdown.places import Places

__all__ = ["MarkdownReader", "read_outline"]

_LINE_END = re.compile(r"\r\n|\n|\r")
_CHECKBOX = re.compile(r"\[[ xX]\][ \t]+")
_ALERT = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|\Z)", re.IGNORECASE)
_HEADING_ATTRIBUTES = re.compile(r"[ \t]*\{[ \t]*[:#.][^{}\n]*\}\Z")


class MarkdownReader:
    """Reads Markdown: CommonMark with tables, strikethrough, footnotes, definition lists and front matter.

    Code, addresses of links and HTML tags are not prose; the text inside HTML is, and so are the words that stand for a
    picture. A ``plainspeak-ignore`` comment is about the paragraph, heading, list, table or quotation that follows it,
    or about the block that it stands in.
    """

    media_type: ClassVar[str] = "text/markdown"
    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown")

    def sniff(self, head: bytes, name: str) -> float:
        """Return how sure it is that a file is Markdown; only its name can tell."""
        return 0.9 if name.lower().endswith(self.suffixes) and looks_like_text(head) else 0.0

    def read(self, data: bytes, *, name: str, limits: Limits) -> Document:
        """Return the document."""
        return read_decoded(self.read_text, data, name=name, limits=limits)

    def read_text(self, text: str, *, name: str) -> Document:
        """Return the document of a text that is already decoded."""
        outline = Outline()
        read_outline(text, outline)
        return outline.document(name=name, media_type=self.media_type, source=text)


def read_outline(text: str, outline: Outline, *, labels: Collection[str] = (), is_beginning: bool = True) -> None:
    """Add the blocks of a text, or of a part of one that can be read by itself.

    Args:
        text: the text.
        outline: where the blocks go.
        labels: those of links whose addresses stand in another part.
        is_beginning: whether front matter may stand at its beginning.
    """
    _Reading(text, outline, labels).read(is_beginning=is_beginning)


class _Reading:
    """One pass over the block tokens of a file."""

    def __init__(self, source: str, outline: Outline, labels: Collection[str]) -> None:
        self._source = source
        self._outline = outline
        self._places = Places(source)
        self._parser = parser()
        self._env: EnvType = {"references": {label: {"href": "", "title": ""} for label in labels}}
        self._contexts = [Context()]
        self._line = 0
        self._heading: Token | None = None
        self._note = ""
        self._cells: list[str] | None = None
        self._table = 0
        self._row = 0

    def read(self, *, is_beginning: bool) -> None:
        """Add every block to the outline."""
        end = 0
        if is_beginning:
            read_front_matter(self._source, self._outline)
            end = front_matter_end(self._source)
        # Blank lines keep the count of lines.
        text = "\n" * len(_LINE_END.findall(self._source, 0, end)) + self._source[end:]
        for token in self._parser.parse(text, self._env):
            if token.nesting > 0:
                self._outline.enter()
                self._open(token)
            elif token.nesting < 0:
                self._close(token)
                self._outline.leave()
            elif token.type == "inline":
                self._inline(token)
            elif token.type == "html_block":
                line = token.map[0] if token.map else self._line
                HtmlBlocks(self._outline, self._places.block(token.content, line), self._contexts[-1]).read()

    def _open(self, token: Token) -> None:
        kind = token.type
        if kind in _MERE_OPENINGS:
            return
        context = self._contexts[-1]
        if kind == "heading_open":
            self._heading = token
        elif kind in ("bullet_list_open", "ordered_list_open", "dl_open"):
            self._contexts.append(context._replace(lists=context.lists + 1))
        elif kind in ("list_item_open", "dt_open", "dd_open"):
            self._contexts.append(context._replace(kind=Kind.LIST_ITEM, level=context.lists))
        elif kind == "blockquote_open":
            self._contexts.append(context._replace(kind=Kind.QUOTE, level=None))
        elif kind == "footnote_reference_open":
            part = f"footnote {token.meta.get('label', '')}".strip()
            self._contexts.append(Context(kind=Kind.NOTE, part=part))
        elif kind == "admonition_open":
            self._note = str(token.meta.get("tag", ""))
        elif kind == "table_open":
            self._table, self._row = self._outline.next_table(), 0
        elif kind == "tr_open":
            self._row += 1
            self._cells = []
            self._line = token.map[0] if token.map else self._line

    def _close(self, token: Token) -> None:
        kind = token.type
        if kind == "heading_close":
            self._heading = None
        elif kind == "tr_close":
            self._read_row()
        elif kind in _CONTAINERS:
            self._contexts.pop()

    def _inline(self, token: Token) -> None:
        if self._cells is not None:
            self._cells.append(token.content)
            return
        self._line = token.map[0] if token.map else self._line
        context = self._contexts[-1]
        content = token.content
        note, self._note = self._note, ""
        if note and content.lower() == note:
            # The heading that ``!!! note`` makes for itself.
            return
        start, end = 0, len(content)
        heading = self._heading
        if heading is not None:
            attributes = _HEADING_ATTRIBUTES.search(content)
            end = attributes.start() if attributes else end
            if heading.markup.startswith("#"):
                source = self._places.heading(content, self._line, heading.markup)
            else:
                source = self._places.block(content, self._line)
            context = context._replace(kind=Kind.HEADING, level=int(heading.tag[1:]))
        else:
            source = self._places.block(content, self._line)
            if context.kind is Kind.LIST_ITEM and (box := _CHECKBOX.match(content)):
                start = box.end()
            elif context.kind is Kind.QUOTE and (alert := _ALERT.match(content)):
                start = alert.end()
        self._add(self._prose(source, start, end), context)

    def _read_row(self) -> None:
        cells, self._cells = self._cells or [], None
        for column, source in enumerate(self._places.row(cells, self._line), start=1):
            if source.text:
                context = self._contexts[-1]._replace(
                    kind=Kind.CELL, level=None, table=(self._table, self._row, column)
                )
                self._add(self._prose(source, 0, len(source.text)), context)

    def _prose(self, source: SourceMap, start: int, end: int) -> Prose:
        return read_inline(self._parser, self._env, source, self._outline.comment_inside, start=start, end=end)

    def _add(self, prose: Prose, context: Context) -> None:
        self._outline.add(
            prose.builder,
            context.kind,
            level=context.level,
            table=context.table,
            part=context.part,
            expansions=tuple(dict.fromkeys(prose.expansions)),
            ignored=prose.ignored,
        )
        for picture in prose.pictures:
            self._outline.add(picture, Kind.ALT, table=context.table, part="picture", ignored=prose.ignored)


_MERE_OPENINGS = frozenset({"paragraph_open", "th_open", "td_open"})
_CONTAINERS = frozenset(
    {
        "bullet_list_close",
        "ordered_list_close",
        "dl_close",
        "list_item_close",
        "dt_close",
        "dd_close",
        "blockquote_close",
        "footnote_reference_close",
    }
)
