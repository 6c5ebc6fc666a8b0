"""Collect what one paragraph of an OpenDocument file says, and what hangs on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from plainspeak.readers._collected import OBJECT
from plainspeak.readers._pieces import Piece
from plainspeak.readers.anchors import NodeText
from plainspeak.readers.odf.names import name_of, value
from plainspeak.readers.odf.output import Output
from plainspeak.readers.odf.styles import Format

__all__ = ["Content", "InlineWalker"]

# A Private Use code is the number of a glyph in a symbol font, such as a tick, and not a character.
_GLYPHS = re.compile(r"(?P<glyph>[\ue000-\uf8ff])|[^\ue000-\uf8ff]+")
_LETTER = re.compile(r"[^\W\d_]")
_NO_PROSE = frozenset({"text:number", "text:page-count", "text:page-number", "text:ruby-text", "text:script"})
"""What shows in a line or beside it, and is no part of what the paper says."""


@dataclass
class Content:
    """What a paragraph holds: text in pieces, and the drawings and notes that are read after it."""

    pieces: list[Piece] = field(default_factory=lambda: [Piece()])
    attachments: list[etree._Element] = field(default_factory=list)


class InlineWalker:
    """Walks paragraphs. Text stands before, between and behind the elements of a line.

    Args:
        output: the counts of the whole file.
        tabs: how many tabs in a row end a piece of text.
    """

    def __init__(self, output: Output, *, tabs: int) -> None:
        self._output = output
        self._tabs_to_split = tabs
        self._content = Content()
        self._format = Format()
        self._split = True
        self._tabs = 0

    def collect(self, paragraph: etree._Element, style: Format, *, split: bool = True) -> Content:
        """Return what a paragraph of a format holds; with ``split``, a run of tabs starts a new piece."""
        self._content = Content()
        self._format = style
        self._split = split
        self._tabs = 0
        self._walk(paragraph)
        return self._content

    def _walk(self, element: etree._Element) -> None:
        self._text(element.text, NodeText(element))
        for each in element:
            self._element(each)
            self._text(each.tail, NodeText(each, tail=True))

    def _element(self, element: etree._Element) -> None:
        name = name_of(element)
        if name == "text:span":
            outer = self._format
            self._format = self._output.styles.span(value(element, "text:style-name"), outer)
            self._walk(element)
            self._format = outer
        elif name == "text:s":
            self._content.pieces[-1].builder.space()
        elif name == "text:tab":
            self._tabs += 1
            self._content.pieces[-1].builder.space()
        elif name == "text:line-break":
            self._content.pieces[-1].builder.line_break()
        elif name == "text:soft-page-break":
            self._output.next_page()
        elif name == "text:hidden-text":
            self._output.hide(element)
        elif name == "office:annotation":
            self._output.skip("comment")
        elif name == "text:note" or name.startswith("draw:"):
            self._attach(element)
        elif name not in _NO_PROSE:
            # What has no meaning of its own (links, fields, bookmarks, tracked insertions) is seen through.
            self._walk(element)

    def _attach(self, element: etree._Element) -> None:
        if self._format.hidden:
            self._output.hide(element)
        else:
            self._content.attachments.append(element)

    def _text(self, text: str | None, anchor: NodeText) -> None:
        if not text:
            return
        if self._format.hidden:
            self._output.hidden_characters += len(text)
        elif not text.strip():
            self._content.pieces[-1].builder.space()
        else:
            piece = self._piece()
            for match in _GLYPHS.finditer(text):
                if match["glyph"]:
                    piece.builder.add(OBJECT, match.start(), anchor=anchor, length=1)
                else:
                    piece.builder.add(match.group(), match.start(), anchor=anchor)
            piece.note(text)
            if _LETTER.search(text):
                piece.langs.add(self._format.lang)

    def _piece(self) -> Piece:
        """The piece that the next text belongs to."""
        piece = self._content.pieces[-1]
        if piece.builder and self._split and self._tabs >= self._tabs_to_split and not piece.is_label:
            piece = Piece()
            self._content.pieces.append(piece)
        self._tabs = 0
        if not piece.builder:
            piece.page = self._output.page
        return piece
