"""Read the slides of a PowerPoint file, each with its speaker notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml import etree

from plainspeak.document import Block, BlockBuilder, Kind, Place
from plainspeak.readers._collected import Collected
from plainspeak.readers._drawing_text import DrawingText, local_name, shown
from plainspeak.readers.anchors import AttributeText
from plainspeak.readers.package import Package
from plainspeak.readers.pptx.shapes import bullet_level, non_visual, paragraphs, placeholder, shapes_of

__all__ = ["Output", "read_slide"]

_TITLES = ("title", "ctrTitle")
_FURNITURE = {"ftr": (Kind.FOOTER, "slide footer"), "hdr": (Kind.HEADER, "slide header")}
_NOT_READ = ("sldNum", "dt")
_MEDIA = {
    "audioCd": "sound",
    "audioFile": "sound",
    "quickTimeFile": "video",
    "videoFile": "video",
    "wavAudioFile": "sound",
}


@dataclass(frozen=True, slots=True)
class _Linked:
    """Something on a slide whose words stand in a part of their own."""

    attribute: str
    """The attribute that names the link to that part."""
    around: tuple[str, ...]
    """What stands around a paragraph of its words, from the inside out."""
    part: str
    kind: Kind

    def holds(self, paragraph: etree._Element) -> bool:
        """Tell whether a paragraph of the part is one of its words, and no number or label."""
        return tuple(map(local_name, islice(paragraph.iterancestors(), len(self.around)))) == self.around


_DIAGRAM = _Linked("dm", ("t", "pt"), "diagram", Kind.PARAGRAPH)
_CHART = _Linked("id", ("rich", "tx", "title"), "chart", Kind.CAPTION)


@dataclass
class Output(Collected):
    """The blocks of a deck as they come."""

    tables: int = 0
    furniture: set[str] = field(default_factory=set)
    """The texts of headers and footers so far: each counts once, however many slides repeat it."""
    parts: set[str] = field(default_factory=set)
    """The parts read so far that slides link to."""

    def is_new(self, part: str) -> bool:
        """Tell whether a part is linked to for the first time: a hostile file may link to a large one many times."""
        if part in self.parts:
            return False
        self.parts.add(part)
        return True


def read_slide(package: Package, part: str, number: int, output: Output) -> None:
    """Add the blocks of a slide, then those of its speaker notes.

    Args:
        package: the file.
        part: the part that holds the slide.
        number: its place in the deck, from 1.
        output: where the blocks go.
    """
    shapes = shapes_of(package.xml(part))
    slide = _Slide(package, part, output, Place(slide=number, headings=_title_of(shapes)))
    for shape in shapes:
        slide.read(shape)
    slide.read_notes()


class _Slide:
    """Reads the shapes of one slide."""

    def __init__(self, package: Package, part: str, output: Output, place: Place) -> None:
        self._package = package
        self._links = {link.id: link for link in package.relationships(part) if not link.external}
        self._output = output
        self._place = place

    def read(self, shape: etree._Element) -> None:
        """Read the text of a shape, then its description."""
        stands_for = placeholder(shape)
        if stands_for in _NOT_READ:
            return
        self._text(shape, stands_for)
        name = local_name(shape)
        if name == "graphicFrame":
            self._frame(shape)
        elif name == "contentPart":
            self._output.skip("ink drawing")
        for properties in non_visual(shape):
            if local_name(properties) == "cNvPr":
                self._description(properties)
            for each in properties:
                if local_name(each) in _MEDIA:
                    self._output.skip(_MEDIA[local_name(each)])

    def read_notes(self) -> None:
        """Read the speaker notes: their text alone, not what the page of notes repeats of the slide."""
        place = replace(self._place, part="speaker notes")
        for link in self._links.values():
            if link.kind == "notesSlide" and link.target in self._package and self._output.is_new(link.target):
                for shape in shapes_of(self._package.xml(link.target)):
                    if placeholder(shape) == "body":
                        self._paragraphs(paragraphs(shape), Kind.PARAGRAPH, place)

    def _text(self, shape: etree._Element, stands_for: str | None) -> None:
        if stands_for in _TITLES:
            # A title in two paragraphs is one heading all the same.
            text = _text_of(paragraphs(shape))
            self._output.add(self._block(text, Kind.HEADING, replace(self._place, headings=()), level=1))
        elif stands_for in _FURNITURE:
            kind, part = _FURNITURE[stands_for]
            for paragraph in paragraphs(shape):
                block = self._block(_text_of([paragraph]), kind, Place(slide=self._place.slide, part=part))
                if block is not None and block.text not in self._output.furniture:
                    self._output.furniture.add(block.text)
                    self._output.add(block)
        else:
            for paragraph in paragraphs(shape):
                level = bullet_level(paragraph, stands_for)
                kind = Kind.PARAGRAPH if level is None else Kind.LIST_ITEM
                self._output.add(self._block(_text_of([paragraph]), kind, self._place, level=level))

    def _paragraphs(self, elements: Iterable[etree._Element], kind: Kind, place: Place) -> None:
        for paragraph in elements:
            self._output.add(self._block(_text_of([paragraph]), kind, place))

    def _block(self, text: DrawingText, kind: Kind, place: Place, *, level: int | None = None) -> Block | None:
        self._output.skip("equation", text.equations)
        return text.builder.build(kind, place, level=level, lang=text.lang)

    def _description(self, properties: etree._Element) -> None:
        attribute = "descr" if properties.get("descr", "").strip() else "title"
        anchor = AttributeText(properties, attribute)
        builder = BlockBuilder()
        builder.add(anchor.text, anchor=anchor)
        self._output.add(builder.build(Kind.ALT, self._place, checked=not anchor.is_automatic))

    def _frame(self, frame: etree._Element) -> None:
        for content in shown(next(frame.iter("{*}graphicData"), ())):
            name = local_name(content)
            if name == "tbl":
                self._table(content)
            elif name == "relIds":
                self._linked(content, _DIAGRAM)
            elif name == "chart":
                self._linked(content, _CHART)
                self._output.skip("set of labels in a chart")
            else:
                self._output.skip("embedded object")

    def _table(self, table: etree._Element) -> None:
        self._output.tables += 1
        for row_number, row in enumerate(table.iterchildren("{*}tr"), 1):
            for column, cell in enumerate(row.iterchildren("{*}tc"), 1):
                # What is merged into another cell has no text of its own on the slide.
                if cell.get("hMerge") not in ("1", "true") and cell.get("vMerge") not in ("1", "true"):
                    place = replace(self._place, table=(self._output.tables, row_number, column))
                    self._paragraphs(paragraphs(cell), Kind.CELL, place)

    def _linked(self, content: etree._Element, what: _Linked) -> None:
        number = next((text for key, text in content.attrib.items() if str(key).endswith(f"}}{what.attribute}")), "")
        link = self._links.get(str(number))
        if link is None or link.target not in self._package:
            self._output.skip(what.part)
        elif self._output.is_new(link.target):
            found = filter(what.holds, self._package.xml(link.target).iter("{*}p"))
            self._paragraphs(found, what.kind, replace(self._place, part=what.part))


def _title_of(shapes: Iterable[etree._Element]) -> tuple[str, ...]:
    """Return the title of a slide: the heading of all else on it, wherever it stands among the shapes."""
    for shape in shapes:
        if placeholder(shape) in _TITLES:
            block = _text_of(paragraphs(shape)).builder.build(Kind.HEADING, Place())
            if block is not None:
                return (block.text.replace("\n", " "),)
    return ()


def _text_of(elements: Iterable[etree._Element]) -> DrawingText:
    text = DrawingText()
    for paragraph in elements:
        text.add(paragraph)
    return text
