"""Turn the stories of an OpenDocument file (its body, text boxes, notes, page headers) into blocks."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from plainspeak.document import BlockBuilder, Kind, Place
from plainspeak.readers._collected import OBJECT
from plainspeak.readers._headings import is_heading
from plainspeak.readers._pieces import Piece
from plainspeak.readers.anchors import NodeText
from plainspeak.readers.odf.inline import InlineWalker
from plainspeak.readers.odf.names import name_of, number, value
from plainspeak.readers.odf.output import Output
from plainspeak.readers.odf.styles import Format

__all__ = ["Story"]

_COUNTED = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.HEADING, Kind.TITLE, Kind.QUOTE, Kind.CAPTION, Kind.CODE})
_INDEXES = frozenset(
    {
        "text:alphabetical-index",
        "text:bibliography",
        "text:illustration-index",
        "text:object-index",
        "text:table-index",
        "text:table-of-content",
        "text:user-index",
    }
)
_TEXT = _INDEXES | {"table:table", "text:h", "text:list", "text:numbered-paragraph", "text:p", "text:section"}
"""What makes a box of the shape that it stands in."""
_SKIPPED = frozenset({"office:forms", "text:tracked-changes"})
"""The second holds what was deleted."""
_DESCRIPTIONS = frozenset({"svg:title", "svg:desc", "table:title", "table:desc"})
_UNREAD = {
    "draw:applet": "embedded object",
    "draw:control": "form field",
    "draw:floating-frame": "embedded object",
    "draw:object": "embedded object",
    "draw:object-ole": "embedded object",
    "draw:plugin": "embedded object",
}
_DEEPEST_HEADING = 10
"""What OpenDocument allows; each block knows all headings above it, so there must be an end."""


class Story:
    """Reads one story into the output.

    Args:
        output: where its blocks go.
        part: the name of the story, for :class:`Place`.
        kind: the kind of all its blocks, where the story decides that.
        headings: the headings that the story stands under.
    """

    def __init__(
        self, output: Output, *, part: str = "body", kind: Kind | None = None, headings: tuple[str, ...] = ()
    ) -> None:
        self._output = output
        self._part = part
        self._kind = kind
        # A page header has tab stops for its middle and its right: one tab is a boundary there.
        self._inline = InlineWalker(output, tabs=1 if kind is not None and kind.on_every_page else 2)
        self._headings = [(0, text) for text in headings]
        self._table: tuple[int, int, int] | None = None
        self._list_depth = 0
        self._contents = False

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that what comes next stands under."""
        return tuple(text for _, text in self._headings)

    def read(self, elements: Iterable[etree._Element]) -> None:
        """Read some elements; those in an element are what iterating over it gives."""
        for each in elements:
            self._element(each)

    def _element(self, element: etree._Element) -> None:
        name = name_of(element)
        if name in ("text:p", "text:h"):
            level = min(number(element, "text:outline-level"), _DEEPEST_HEADING) if name == "text:h" else None
            self._paragraph(element, level)
        elif name == "text:list":
            self._list_depth += 1
            self.read(element)
            self._list_depth -= 1
        elif name == "text:numbered-paragraph":
            outer, self._list_depth = self._list_depth, number(element, "text:level")
            self.read(element)
            self._list_depth = outer
        elif name == "table:table":
            self._read_table(element)
        elif name in _INDEXES:
            outer_contents, self._contents = self._contents, True
            self.read(element)
            self._contents = outer_contents
        elif name == "text:soft-page-break":
            self._output.next_page()
        elif name == "office:annotation":
            self._output.skip("comment")
        elif name.startswith("draw:"):
            self._drawing(element)
        elif name == "text:section" and _is_hidden(element):
            self._output.hide(element)
        elif name not in _SKIPPED:
            self.read(element)

    def _read_table(self, table: etree._Element) -> None:
        self._start_page(self._output.styles.named("table", value(table, "table:style-name")))
        outer = self._table, self._list_depth, list(self._headings)
        self._output.tables += 1
        self._list_depth = 0
        self._read_rows(table, self._output.tables, 1)
        self._table, self._list_depth, self._headings = outer

    def _read_rows(self, container: etree._Element, table: int, row: int) -> int:
        """Read the rows of a table, or of a group of its rows, and return the number of the row after them."""
        for each in container:
            name = name_of(each)
            if name == "table:table-row":
                self._read_row(each, table, row)
                row += number(each, "table:number-rows-repeated")
            elif name in _DESCRIPTIONS:
                self._description(each)
            elif name == "text:soft-page-break":
                self._output.next_page()
            else:
                row = self._read_rows(each, table, row)
        return row

    def _read_row(self, row: etree._Element, table: int, row_number: int) -> None:
        column = 1
        first_page = last_page = self._output.page
        for cell in row:
            # A row that runs over the foot of the page has the page break in each of its cells.
            self._output.page = first_page
            # A cell that another one covers keeps its old text, which nobody sees.
            if name_of(cell) == "table:table-cell":
                self._table = (table, row_number, column)
                self.read(cell)
            column += number(cell, "table:number-columns-repeated")
            last_page = max(last_page or 0, self._output.page or 0) or None
        self._output.page = last_page

    def _paragraph(self, paragraph: etree._Element, level: int | None) -> None:
        style = self._output.styles.paragraph(value(paragraph, "text:style-name"))
        self._start_page(style)
        # In a heading typed by hand, tabs stand between its number and its words.
        split = level is None and style.kind is not Kind.TOC and not self._contents
        content = self._inline.collect(paragraph, style, split=split)
        for piece in content.pieces:
            self._emit(piece, style, level)
        for each in content.attachments:
            if name_of(each) == "text:note":
                self._note(each)
            else:
                self._drawing(each)

    def _start_page(self, style: Format) -> None:
        """Follow a page that starts because a style says so: only its own breaks are marked in the text."""
        if self._part != "body" or self._table:
            return
        masters = self._output.masters
        if masters and style.new_page:
            self._output.next_page()
        if style.master or not masters:
            masters.setdefault(style.master or "")

    def _kind_of(self, style: Format, level: int | None, text: str) -> Kind:
        """What the style and the place of a paragraph make of it."""
        kind = self._kind
        if kind is None and (self._contents or style.kind is Kind.TOC):
            kind = Kind.TOC
        if kind is None and level is not None:
            kind = Kind.HEADING
        if kind is Kind.HEADING and not is_heading(text):
            kind = None
        elif kind is None:
            kind = style.kind or (Kind.LIST_ITEM if self._list_depth else None)
        return kind or (Kind.CELL if self._table else Kind.PARAGRAPH)

    def _emit(self, piece: Piece, style: Format, level: int | None) -> None:
        draft = piece.builder.build(Kind.PARAGRAPH, Place())
        if draft is None or not draft.text.strip(OBJECT + " \n"):
            return
        kind = self._kind_of(style, level, draft.text)
        block_level = None
        if kind is Kind.HEADING:
            block_level = level or 1
            while self._headings and self._headings[-1][0] >= block_level:
                self._headings.pop()
        elif kind is Kind.LIST_ITEM:
            block_level = self._list_depth
        paragraph = None
        if self._part == "body" and self._table is None and kind in _COUNTED:
            self._output.paragraphs += 1
            paragraph = self._output.paragraphs
        place = self._place(piece.page, paragraph)
        checked = kind not in (Kind.TOC, Kind.CODE)
        self._output.add(piece.builder.build(kind, place, level=block_level, lang=piece.lang, checked=checked))
        if kind is Kind.HEADING:
            self._headings.append((block_level or 1, draft.text.replace("\n", " ")))

    def _place(self, page: int | None, paragraph: int | None = None) -> Place:
        return Place(
            page=page,
            page_is_estimate=page is not None,
            slide=self._output.slide,
            table=self._table,
            headings=self.headings,
            paragraph=paragraph,
            part=self._part,
        )

    def _note(self, note: etree._Element) -> None:
        kind = "endnote" if value(note, "text:note-class") == "endnote" else "footnote"
        part = f"{kind} {self._output.note_number(kind)}"
        for each in note:
            if name_of(each) == "text:note-body":
                self._aside(each, part, Kind.NOTE)

    def _drawing(self, drawing: etree._Element) -> None:
        """Read the texts and descriptions in a drawing, and count what in it cannot be read."""
        name = name_of(drawing)
        if name in _UNREAD:
            self._output.skip(_UNREAD[name])
            return
        is_box = any(name_of(each) in _TEXT for each in drawing)
        if is_box and self._part == "body" and self._output.slide is None:
            self._aside(drawing, "text box", self._kind)
        elif is_box:
            # On a slide, all text stands in boxes.
            self.read(drawing)
        for each in drawing:
            if name_of(each) in _DESCRIPTIONS:
                self._description(each)
            elif not is_box:
                self._drawing(each)

    def _aside(self, root: etree._Element, part: str, kind: Kind | None) -> None:
        """Read a story that hangs on this one. The pages of the file are counted without it."""
        page = self._output.page
        Story(self._output, part=part, kind=kind, headings=self.headings).read(root)
        self._output.page = page

    def _description(self, element: etree._Element) -> None:
        anchor = NodeText(element)
        builder = BlockBuilder()
        builder.add(anchor.text, anchor=anchor)
        place = self._place(self._output.page)
        self._output.add(builder.build(Kind.ALT, place, checked=not anchor.is_automatic))


def _is_hidden(section: etree._Element) -> bool:
    display = value(section, "text:display")
    return display == "none" or (display == "condition" and value(section, "text:is-hidden") == "true")
