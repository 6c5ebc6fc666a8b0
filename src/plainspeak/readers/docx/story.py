"""Turn the stories of a Word file (its body, text boxes, notes, page headers) into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from plainspeak.document import BlockBuilder, Kind, Place
from plainspeak.readers._collected import OBJECT
from plainspeak.readers._headings import is_heading
from plainspeak.readers._pieces import Piece
from plainspeak.readers.anchors import AttributeText
from plainspeak.readers.docx.content import Attachment, Content, Output
from plainspeak.readers.docx.inline import InlineWalker
from plainspeak.readers.docx.names import NAMES, SKIPPED, alternative, child, name_of, number, value
from plainspeak.readers.docx.styles import Format

__all__ = ["Story"]

_COUNTED = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.HEADING, Kind.TITLE, Kind.QUOTE, Kind.CAPTION, Kind.CODE})
_BULLET = re.compile(r"[\u2022\u25cf\u25cb\u25e6\u25aa\u25ab\u25a0\u25a1\u2023\u27a2\u2756\u00b7\uf0b7\uf0a7] ?\S")
_FULL_LINE = 60
"""Characters in a line that was likely broken because the page ended."""
_CONTINUED = re.compile(r"[ \t\u00a0]{3,}|\t")
_NUMBERED = re.compile(r"\w{1,4}[.)]")


@dataclass
class _Held:
    """A paragraph that is not a block yet: the next one may belong to it."""

    content: Content
    format: Format
    mark_deleted: bool


class Story:
    """Reads one story into the output.

    Args:
        root: the element that holds the story.
        output: where its blocks go.
        part: the name of the story, for :class:`Place`.
        kind: the kind of all its blocks, where the story decides that.
        headings: the headings that the story stands under.
    """

    def __init__(
        self,
        root: etree._Element,
        output: Output,
        *,
        part: str = "body",
        kind: Kind | None = None,
        headings: tuple[str, ...] = (),
    ) -> None:
        self._root = root
        self._output = output
        self._part = part
        self._kind = kind
        # A page header has tab stops for its middle and its right: one tab is a boundary there.
        tabs = 1 if kind is not None and kind.on_every_page else 2
        self._inline = InlineWalker(root, styles=output.styles, tally=output.tally, tabs=tabs)
        self._headings = [(0, text) for text in headings]
        self._table: tuple[int, int, int] | None = None
        self._contents = False
        self._held: _Held | None = None

    def read(self) -> None:
        """Read the whole story."""
        self._walk(self._root)
        self._flush()

    def _walk(self, container: etree._Element) -> None:
        for each in container:
            name = NAMES.get(each.tag)
            if name == "w:p":
                self._paragraph(each)
            elif name == "w:tbl":
                self._read_table(each)
            elif name == "w:sdt":
                self._content_control(each)
            elif name in ("w:altChunk", "w:subDoc"):
                self._output.tally.skip("embedded document")
            elif name == "mc:AlternateContent":
                chosen = alternative(each)
                if chosen is not None:
                    self._walk(chosen)
            elif name not in SKIPPED:
                self._walk(each)

    def _content_control(self, control: etree._Element) -> None:
        outer = self._contents
        gallery = child(child(child(control, "w:sdtPr"), "w:docPartObj"), "w:docPartGallery")
        if value(gallery) == "Table of Contents":
            self._flush()
            self._contents = True
        self._walk(control)
        if self._contents != outer:
            self._flush()
            self._contents = outer

    def _read_table(self, table: etree._Element) -> None:
        self._flush()
        outer_table, outer_headings = self._table, list(self._headings)
        self._output.tables += 1
        number_here = self._output.tables
        properties = child(table, "w:tblPr")
        for name in ("w:tblCaption", "w:tblDescription"):
            element = child(properties, name)
            if element is not None:
                namespace = element.tag.partition("}")[0]
                self._alt(Attachment("alt", AttributeText(element, f"{namespace}}}val"), self._output.tally.page))
        for row_number, row in enumerate(_inside(table, "w:tr"), 1):
            row_properties = child(row, "w:trPr")
            if child(row_properties, "w:del") is None:
                column = 1 + (number(child(row_properties, "w:gridBefore")) or 0)
                self._read_row(row, (number_here, row_number, column))
        self._table, self._headings = outer_table, outer_headings

    def _read_row(self, row: etree._Element, start: tuple[int, int, int]) -> None:
        tally = self._output.tally
        first_page = last_page = tally.page
        table, row_number, column = start
        for cell in _inside(row, "w:tc"):
            # A row that runs over the foot of the page has the page break in each of its cells.
            tally.page = first_page
            properties = child(cell, "w:tcPr")
            if child(properties, "w:cellDel") is None:
                self._table = (table, row_number, column)
                self._walk(cell)
                self._flush()
            column += max(1, number(child(properties, "w:gridSpan")) or 1)
            last_page = max(last_page or 0, tally.page or 0) or None
        tally.page = last_page

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = child(paragraph, "w:pPr")
        style = self._output.styles.paragraph(properties)
        held = self._held
        if held is None or not (held.mark_deleted or self._continues(paragraph, style)):
            self._flush()
            content = Content()
        else:
            content = held.content
            if not held.mark_deleted:
                content.pieces[-1].builder.space()
        mark = child(properties, "w:rPr")
        mark_deleted = child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None
        self._held = _Held(content, style, mark_deleted)
        # In a heading typed by hand, tabs stand between its number and its words.
        split = style.heading_level is None and style.kind is not Kind.TOC and not self._contents
        self._inline.collect(paragraph, style, content, split=split)

    def _continues(self, paragraph: etree._Element, style: Format) -> bool:
        """Whether a paragraph goes on with the sentence of the one before.

        Old papers end lines with the Enter key and pad the next one with spaces or tabs. Only a full line that ends in
        mid-sentence and a padded one that starts with a small letter are taken to be one.
        """
        held = self._held
        if held is None or self._table or held.format != style or self._kind_of(style) is not Kind.PARAGRAPH:
            return False
        last = held.content.pieces[-1]
        if last.length < _FULL_LINE or last.last in ".:;?!" or held.content.attachments or last.contents:
            return False
        start = _first_words(paragraph)
        bare = start.lstrip()
        return bool(_CONTINUED.match(start)) and bare[:1].islower() and not _NUMBERED.match(bare)

    def _flush(self) -> None:
        """Turn what is held into blocks."""
        held, self._held = self._held, None
        if held is None:
            return
        for piece in held.content.pieces:
            if piece.builder:
                self._emit(piece, held.format)
        for attachment in held.content.attachments:
            self._read_attachment(attachment)

    def _kind_of(self, style: Format) -> Kind:
        """What the style and the place of a paragraph make of it."""
        if self._kind is not None:
            return self._kind
        if self._contents or style.kind is Kind.TOC:
            return Kind.TOC
        if style.heading_level is not None:
            return Kind.HEADING
        if style.kind is not None:
            return style.kind
        if style.list_depth is not None:
            return Kind.LIST_ITEM
        return Kind.CELL if self._table else Kind.PARAGRAPH

    def _emit(self, piece: Piece, style: Format) -> None:
        block = piece.builder.build(Kind.PARAGRAPH, Place())
        if block is None:
            return
        kind = Kind.TOC if piece.contents and self._kind is None else self._kind_of(style)
        if kind is Kind.HEADING and not is_heading(block.text):
            kind = Kind.CELL if self._table else Kind.PARAGRAPH
        level = None
        if kind is Kind.HEADING:
            level = style.heading_level or 1
            while self._headings and self._headings[-1][0] >= level:
                self._headings.pop()
        elif kind is Kind.LIST_ITEM:
            level = style.list_depth
        elif kind is Kind.PARAGRAPH and _BULLET.match(block.text):
            kind, level = Kind.LIST_ITEM, 1
        paragraph = None
        if self._part == "body" and self._table is None and kind in _COUNTED and block.text.strip(OBJECT + " \n"):
            self._output.paragraphs += 1
            paragraph = self._output.paragraphs
        place = self._place(piece.page, paragraph)
        checked = kind not in (Kind.TOC, Kind.CODE)
        self._output.add(piece.builder.build(kind, place, level=level, lang=piece.lang, checked=checked))
        if kind is Kind.HEADING:
            self._headings.append((level or 1, block.text.replace("\n", " ")))

    def _place(self, page: int | None, paragraph: int | None = None) -> Place:
        return Place(
            page=page,
            page_is_estimate=page is not None,
            table=self._table,
            headings=tuple(text for _, text in self._headings),
            paragraph=paragraph,
            part=self._part,
        )

    def _read_attachment(self, attachment: Attachment) -> None:
        anchor = attachment.anchor
        if isinstance(anchor, AttributeText):
            self._alt(attachment)
            return
        headings = tuple(text for _, text in self._headings)
        if attachment.kind == "text box":
            part = "text box" if self._part == "body" else self._part
            Story(anchor, self._output, part=part, kind=self._kind, headings=headings).read()
            return
        note = self._output.notes.pop((attachment.kind, value(anchor, "id") or ""), None)
        if note is None:
            return
        number_here = self._output.note_number(attachment.kind)
        if attachment.kind == "endnote":
            self._output.endnotes.append((note, number_here, headings))
        else:
            part = f"footnote {number_here}"
            Story(note, self._output, part=part, kind=Kind.NOTE, headings=headings).read()

    def _alt(self, attachment: Attachment) -> None:
        anchor = attachment.anchor
        if not isinstance(anchor, AttributeText):
            return
        builder = BlockBuilder()
        builder.add(anchor.text, 0, anchor=anchor)
        self._output.add(builder.build(Kind.ALT, self._place(attachment.page), checked=not anchor.is_automatic))


def _inside(container: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those inside content controls and tracked changes."""
    for each in container:
        name = name_of(each)
        if name == wanted:
            yield each
        elif name == "mc:AlternateContent":
            chosen = alternative(each)
            if chosen is not None:
                yield from _inside(chosen, wanted)
        elif name not in SKIPPED:
            yield from _inside(each, wanted)


def _first_words(paragraph: etree._Element) -> str:
    """The start of a paragraph as typed, white space and all."""
    start = ""
    for element in paragraph.iter("{*}t", "{*}tab"):
        parent = element.getparent()
        if parent is None or name_of(parent) != "w:r":
            continue  # the tab stops of the paragraph have the same name as a tab in its text
        start += "\t" if name_of(element) == "w:tab" else element.text or ""
        if start.strip():
            break
    return start
