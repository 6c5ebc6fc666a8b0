"""Read what lies on a sheet: text boxes, shapes with words, and the descriptions of pictures."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from plainspeak.document import BlockBuilder, Kind, Place
from plainspeak.readers._collected import Collected
from plainspeak.readers._drawing_text import DrawingText, local_name
from plainspeak.readers.anchors import AttributeText

__all__ = ["read_drawing"]

_UNREAD = {"chart": "chart", "relIds": "SmartArt diagram"}


def read_drawing(root: etree._Element, sheet: str, output: Collected) -> None:
    """Add the blocks of a drawing.

    Args:
        root: the ``xdr:wsDr``.
        sheet: the name of the sheet that it lies on.
        output: where the blocks go.
    """
    for element in _shown(root):
        name = local_name(element)
        if name == "txBody":
            for paragraph in element.iterchildren("{*}p"):
                text = DrawingText()
                text.add(paragraph)
                output.skip("equation", text.equations)
                place = Place(sheet=sheet, part="text box")
                output.add(text.builder.build(Kind.PARAGRAPH, place, lang=text.lang))
        elif name == "cNvPr":
            anchor = AttributeText(element, "descr")
            builder = BlockBuilder()
            builder.add(anchor.text, anchor=anchor)
            place = Place(sheet=sheet, part="picture")
            output.add(builder.build(Kind.ALT, place, checked=not anchor.is_automatic))
        elif name in _UNREAD:
            output.skip(_UNREAD[name])


def _shown(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements of a drawing in order; where there are versions for newer and older programs, the newest."""
    pending = [root]
    while pending:
        element = pending.pop()
        yield element
        children = list(element)
        pending.extend(children[:1] if local_name(element) == "AlternateContent" else reversed(children))
