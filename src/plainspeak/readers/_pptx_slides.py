"""Read the shapes of a slide, and of the notes below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from plainspeak.document import BlockBuilder, Kind, Place
from plainspeak.readers._collected import Collected
from plainspeak.readers._drawing_text import DrawingText, local_name
from plainspeak.readers.anchors import AttributeText
from plainspeak.readers.package import Package

__all__ = ["Output", "read_notes", "read_slide"]

_TITLES = ("title", "ctrTitle")
_FURNITURE = {"ftr": (Kind.FOOTER, "page footer"), "hdr": (Kind.HEADER, "page header")}
_NOT_READ = ("sldNum", "dt")
_BULLETED = ("body", "obj")
_MEDIA = {"videoFile": "video", "audioFile": "sound", "wavAudioFile": "sound"}


@dataclass
class Output(Collected):
    """The blocks of a deck as they come."""

    tables: int = 0
    furniture: set[str] = field(default_factory=set)
    """The texts of page headers and footers so far: each counts once, however many slides repeat it."""


def read_slide(package: Package, part: str, number: int, output: Output) -> None:
    """Add the blocks of a slide, in the order in which a screen reader meets its shapes."""
    tree = _shape_tree(package.xml(part))
    if tree is not None:
        headings = tuple(filter(None, [_title_of(tree)]))
        _Shapes(package, part, output, Place(slide=number, headings=headings)).read(tree)


def read_notes(package: Package, part: str, number: int, output: Output) -> None:
    """Add the blocks of a speaker's notes: their text alone, not the small copy of the slide."""
    tree = _shape_tree(package.xml(part))
    shapes = _Shapes(package, part, output, Place(slide=number, part="speaker notes"))
    for shape in tree if tree is not None else ():
        if local_name(shape) == "sp" and _placeholder(shape) == "body":
            for paragraph in _paragraphs(shape):
                shapes.emit(paragraph, Kind.PARAGRAPH)


class _Shapes:
    """Reads the shapes of one slide."""

    def __init__(self, package: Package, part: str, output: Output, place: Place) -> None:
        self._package = package
        self._links = {link.id: link for link in package.relationships(part) if not link.external}
        self._output = output
        self._place = place

    def read(self, tree: etree._Element) -> None:
        """Read the shapes of a tree or a group, each after the one before it."""
        for shape in tree:
            name = local_name(shape)
            if name == "sp":
                self._shape(shape)
            elif name == "grpSp":
                self._description(shape)
                self.read(shape)
            elif name == "graphicFrame":
                self._description(shape)
                self._frame(shape)
            elif name in ("pic", "cxnSp"):
                self._description(shape)
                for each in shape.iter():
                    if local_name(each) in _MEDIA:
                        self._output.skip(_MEDIA[local_name(each)])
            elif name == "contentPart":
                self._output.skip("ink drawing")
            elif name == "AlternateContent" and len(shape):
                self.read(shape[0])

    def emit(
        self, paragraph: etree._Element, kind: Kind, *, level: int | None = None, place: Place | None = None
    ) -> None:
        """Add the block of one paragraph."""
        text = DrawingText()
        text.add(paragraph)
        self._finish(text, kind, level=level, place=place)

    def _finish(self, text: DrawingText, kind: Kind, *, level: int | None = None, place: Place | None = None) -> None:
        self._output.skip("equation", text.equations)
        self._output.add(text.builder.build(kind, place or self._place, level=level, lang=text.lang))

    def _shape(self, shape: etree._Element) -> None:
        placeholder = _placeholder(shape)
        if placeholder in _NOT_READ:
            return
        self._description(shape)
        if placeholder in _FURNITURE:
            self._once(shape, *_FURNITURE[placeholder])
        elif placeholder in _TITLES:
            # A title in two paragraphs is one heading all the same.
            text = DrawingText()
            for paragraph in _paragraphs(shape):
                text.add(paragraph)
            self._finish(text, Kind.HEADING, level=1)
        else:
            for paragraph in _paragraphs(shape):
                level = _bullet_level(paragraph, placeholder)
                self.emit(paragraph, Kind.PARAGRAPH if level is None else Kind.LIST_ITEM, level=level)

    def _once(self, shape: etree._Element, kind: Kind, part: str) -> None:
        """Read what each slide repeats, such as a footer, where it comes first."""
        for paragraph in _paragraphs(shape):
            words = "".join(each.text or "" for each in paragraph.iter("{*}t"))
            if words not in self._output.furniture:
                self._output.furniture.add(words)
                self.emit(paragraph, kind, place=Place(slide=self._place.slide, part=part))

    def _description(self, shape: etree._Element) -> None:
        properties = next((each for each in _non_visual(shape) if local_name(each) == "cNvPr"), None)
        if properties is None:
            return
        attribute = "descr" if (properties.get("descr") or "").strip() else "title"
        anchor = AttributeText(properties, attribute)
        builder = BlockBuilder()
        builder.add(anchor.text, 0, anchor=anchor)
        self._output.add(builder.build(Kind.ALT, self._place, checked=not anchor.is_automatic))

    def _frame(self, frame: etree._Element) -> None:
        data = next(frame.iter("{*}graphicData"), None)
        for content in data if data is not None else ():
            name = local_name(content)
            if name == "tbl":
                self._table(content)
            elif name == "relIds":
                self._linked(content, "dm", "{*}pt", "diagram")
            elif name == "chart":
                self._linked(content, "id", "{*}title", "chart")
                self._output.skip("set of labels in a chart")
            elif name in ("oleObj", "AlternateContent"):
                self._output.skip("embedded object")

    def _table(self, table: etree._Element) -> None:
        self._output.tables += 1
        for row_number, row in enumerate(table.iterchildren("{*}tr"), 1):
            for column, cell in enumerate(row.iterchildren("{*}tc"), 1):
                # What is merged into another cell has no text of its own on the slide.
                if cell.get("hMerge") not in ("1", "true") and cell.get("vMerge") not in ("1", "true"):
                    place = Place(
                        slide=self._place.slide,
                        headings=self._place.headings,
                        table=(self._output.tables, row_number, column),
                    )
                    for paragraph in _paragraphs(cell):
                        self.emit(paragraph, Kind.CELL, place=place)

    def _linked(self, content: etree._Element, attribute: str, inside: str, part: str) -> None:
        """Read the paragraphs of a diagram or a chart, which stand in a part of their own."""
        number = next((text for key, text in content.attrib.items() if str(key).endswith(f"}}{attribute}")), "")
        link = self._links.get(str(number))
        if link is None or link.target not in self._package:
            self._output.skip(part)
            return
        place = Place(slide=self._place.slide, headings=self._place.headings, part=part)
        for element in self._package.xml(link.target).iter(inside):
            for paragraph in element.iter("{*}p"):
                self.emit(paragraph, Kind.PARAGRAPH, place=place)


def _shape_tree(root: etree._Element) -> etree._Element | None:
    return next(root.iter("{*}spTree"), None)


def _title_of(tree: etree._Element) -> str:
    """Return the title of a slide: the heading of all that is on it, wherever it stands among the shapes."""
    for shape in tree.iter("{*}sp"):
        if _placeholder(shape) in _TITLES:
            text = DrawingText()
            for paragraph in _paragraphs(shape):
                text.add(paragraph)
            block = text.builder.build(Kind.HEADING, Place())
            return "" if block is None else block.text.replace("\n", " ")
    return ""


def _non_visual(shape: etree._Element) -> Iterator[etree._Element]:
    """Yield the properties of a shape that can't be seen: its name, description and place in the layout."""
    if len(shape) and local_name(shape[0]).startswith("nv"):
        yield from shape[0]


def _placeholder(shape: etree._Element) -> str | None:
    """Return what a shape is in the layout of its slide; ``None`` if it is only itself."""
    for properties in _non_visual(shape):
        for each in properties:
            if local_name(each) == "ph":
                return each.get("type") or "obj"
    return None


def _paragraphs(shape: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs of a shape's or a cell's own text."""
    for body in shape.iterchildren("{*}txBody"):
        yield from body.iterchildren("{*}p")


def _bullet_level(paragraph: etree._Element, placeholder: str | None) -> int | None:
    """Return the depth of a list item, from 1; ``None`` for a paragraph without a bullet.

    The text of a layout's main box has bullets unless it says otherwise.
    """
    properties = next(paragraph.iterchildren("{*}pPr"), None)
    marks = {local_name(each) for each in properties} if properties is not None else set()
    bulleted = bool(marks & {"buChar", "buAutoNum", "buBlip"}) or (placeholder in _BULLETED and "buNone" not in marks)
    level = (properties.get("lvl") or "0") if properties is not None else "0"
    return (int(level) + 1 if level.isdecimal() and len(level) == 1 else 1) if bulleted else None
