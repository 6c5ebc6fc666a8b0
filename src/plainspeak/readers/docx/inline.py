"""Collect what one paragraph of a Word file says, and what hangs on it."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from plainspeak.readers._collected import OBJECT
from plainspeak.readers._pieces import Piece
from plainspeak.readers.anchors import AttributeText
from plainspeak.readers.docx.content import Attachment, Content, Tally
from plainspeak.readers.docx.fields import Fields
from plainspeak.readers.docx.names import NAMES, SKIPPED, alternative, child, name_of, value
from plainspeak.readers.docx.styles import Format, Styles

__all__ = ["InlineWalker"]

_PRIVATE = range(0xE000, 0xF900)
_SURROGATES = range(0xD800, 0xE000)
_SYMBOL_FONT = re.compile(r"wingdings|webdings|symbol|marlett", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


class InlineWalker:
    """Walks the paragraphs of one story (the body, one text box, one note), in order.

    A field may start in one paragraph and end in another, so the walker lives as long as its story.

    Args:
        story: the element that holds the story.
        styles: the styles of the file.
        tally: counts over the whole file.
        tabs: how many tabs in a row end a piece of text.
    """

    def __init__(self, story: etree._Element, *, styles: Styles, tally: Tally, tabs: int) -> None:
        self._styles = styles
        self._tally = tally
        self._tabs_to_split = tabs
        self._fields = Fields(story)
        self._content = Content()
        self._format = Format()
        self._run_format = Format()
        self._split = True
        self._tabs = 0
        self._handlers: dict[str, Callable[[etree._Element], None]] = {
            "w:t": self._text,
            "w:r": self._run,
            "w:tab": self._tab,
            "w:ptab": self._positioned_tab,
            "w:br": self._break,
            "w:cr": self._break,
            "w:lastRenderedPageBreak": self._page,
            "w:noBreakHyphen": self._hyphen,
            "w:sym": self._symbol,
            "w:fldChar": self._fields.character,
            "w:instrText": self._fields.instruction,
            "w:fldSimple": self._simple_field,
            "w:footnoteReference": self._note_reference,
            "w:endnoteReference": self._note_reference,
            "w:drawing": self._picture,
            "w:pict": self._picture,
            "w:object": self._picture,
            "m:oMath": self._equation,
            "mc:AlternateContent": self._alternative,
        }

    def collect(self, paragraph: etree._Element, style: Format, content: Content, *, split: bool = True) -> None:
        """Add a paragraph to a content.

        Args:
            paragraph: the ``w:p``.
            style: its format.
            content: where its text goes.
            split: start a new piece at a run of tabs.
        """
        self._content = content
        self._format = self._run_format = style
        self._split = split
        self._tabs = 0
        self._walk(paragraph)

    def _walk(self, element: etree._Element) -> None:
        for each in element:
            name = NAMES.get(each.tag)
            if name in SKIPPED:
                continue
            handler = self._handlers.get(name) if name else None
            # What has no meaning of its own (links, content controls, tracked insertions) is seen through.
            (handler or self._walk)(each)

    def _run(self, run: etree._Element) -> None:
        outer = self._run_format
        self._run_format = self._styles.run(child(run, "w:rPr"), self._format)
        self._walk(run)
        self._run_format = outer

    @property
    def _silent(self) -> bool:
        """Whether what comes now is not shown: hidden, or the instruction of a field."""
        return bool(self._run_format.hidden) or self._fields.in_code

    def _text(self, element: etree._Element) -> None:
        text = element.text or ""
        if self._silent:
            if self._run_format.hidden:
                self._tally.hidden_characters += len(text)
            return
        if not text.strip():
            self._content.pieces[-1].builder.space()
            return
        piece = self._piece()
        piece.builder.add(text, 0, anchor=element)
        piece.note(text)
        if _LETTER.search(text):
            piece.langs.add(self._run_format.lang)

    def _piece(self) -> Piece:
        """The piece that the next text belongs to."""
        piece = self._content.pieces[-1]
        if piece.builder and self._split and self._tabs >= self._tabs_to_split and not piece.is_label:
            piece = self._new_piece()
        self._tabs = 0
        if not piece.builder:
            piece.page = self._tally.page
            piece.contents = self._fields.in_contents
        return piece

    def _new_piece(self) -> Piece:
        self._content.pieces.append(Piece())
        return self._content.pieces[-1]

    def _tab(self, _: etree._Element) -> None:
        if not self._silent:
            self._tabs += 1
            self._content.pieces[-1].builder.space()

    def _positioned_tab(self, _: etree._Element) -> None:
        # It stands between the left, middle and right of a page header: always a boundary.
        self._tabs += self._tabs_to_split

    def _break(self, element: etree._Element) -> None:
        if self._silent:
            return
        if value(element, "type") in ("page", "column"):
            self._new_piece()
        else:
            self._content.pieces[-1].builder.line_break()

    def _page(self, _: etree._Element) -> None:
        if self._tally.page is not None:
            self._tally.page += 1

    def _hyphen(self, element: etree._Element) -> None:
        self._character("-", element)

    def _symbol(self, element: etree._Element) -> None:
        try:
            code = int(value(element, "char") or "", 16)
        except ValueError:
            code = 0
        unknown = not 0x20 <= code <= 0x10FFFF or code in _PRIVATE or code in _SURROGATES
        # A Private Use code is the number of a glyph in a symbol font, not a character.
        if unknown or _SYMBOL_FONT.search(value(element, "font") or ""):
            self._character(OBJECT, element)
        else:
            self._character(chr(code), element)

    def _equation(self, element: etree._Element) -> None:
        if not self._silent:
            self._tally.skip("equation")
            self._character(OBJECT, element)

    def _character(self, character: str, element: etree._Element) -> None:
        if self._silent:
            return
        piece = self._piece()
        piece.builder.add(character, 0, anchor=element, length=1)
        piece.note(character)

    def _simple_field(self, element: etree._Element) -> None:
        self._fields.start_result(value(element, "instr") or "")
        self._walk(element)
        self._fields.end_result()

    def _note_reference(self, element: etree._Element) -> None:
        if not self._silent:
            self._attach("footnote" if name_of(element) == "w:footnoteReference" else "endnote", element)

    def _alternative(self, element: etree._Element) -> None:
        chosen = alternative(element)
        if chosen is not None:
            self._walk(chosen)

    def _attach(self, kind: str, anchor: etree._Element | AttributeText) -> None:
        self._content.attachments.append(Attachment(kind, anchor, self._tally.page))

    def _picture(self, element: etree._Element) -> None:
        if self._run_format.hidden:
            self._tally.skip("hidden drawing")
        else:
            self._drawing(element)

    def _drawing(self, element: etree._Element) -> None:
        """Find the text boxes and descriptions in a drawing, and count what in it cannot be read."""
        name = NAMES.get(element.tag)
        if name == "w:txbxContent":
            self._attach("text box", element)
            return
        if name == "mc:AlternateContent":
            chosen = alternative(element)
            if chosen is not None:
                self._drawing(chosen)
            return
        # DrawingML gives a description only beside the drawing as a whole; the older VML on each shape.
        attribute = "descr" if name == "wp:docPr" else "alt"
        if element.get(attribute, "").strip():
            self._attach("alt", AttributeText(element, attribute))
        if name in _UNREAD:
            self._tally.skip(_UNREAD[name])
        for each in element:
            self._drawing(each)


_UNREAD = {
    "a:t": "piece of text inside a drawing",
    "c:chart": "chart",
    "cx:chart": "chart",
    "dgm:relIds": "SmartArt diagram",
    "o:OLEObject": "embedded object",
}
