"""Read the slides of an OpenDocument presentation, with their notes and what stands on all of them."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from plainspeak.document import BlockBuilder, Kind, Place
from plainspeak.errors import ReadError
from plainspeak.readers.anchors import NodeText
from plainspeak.readers.odf.names import name_of, value
from plainspeak.readers.odf.output import Output
from plainspeak.readers.odf.story import Story

__all__ = ["MOST_SLIDES", "read_master", "read_slides"]

MOST_SLIDES = 500
_FURNITURE = frozenset({"date-time", "footer", "header", "page-number"})
"""The classes of shapes that a slide has from its master."""
_PARTS = {Kind.HEADER: "slide master", Kind.FOOTER: "slide footer"}


def read_slides(body: etree._Element, output: Output) -> list[int]:
    """Read all slides into the output, and return the numbers of those that are hidden.

    Raises:
        ReadError: there are more than :data:`MOST_SLIDES`.
    """
    slides = [each for each in body if name_of(each) == "draw:page"]
    if len(slides) > MOST_SLIDES:
        raise ReadError(f"This file has more than {MOST_SLIDES} slides. Split it into parts and check each one.")
    declared = {value(each, "presentation:name"): each for each in body if name_of(each) == "presentation:footer-decl"}
    hidden = []
    for number, slide in enumerate(slides, 1):
        output.slide = number
        output.masters.setdefault(value(slide, "draw:master-page-name"))
        if output.styles.named("drawing-page", value(slide, "draw:style-name")).hidden:
            hidden.append(number)
        _read_slide(slide, output)
        _read_repeated((each for each in slide if _class_of(each) == "footer"), Kind.FOOTER, output)
        footer = declared.get(value(slide, "presentation:use-footer-name"))
        if footer is not None and output.is_new(footer):
            builder = BlockBuilder()
            builder.add(footer.text or "", anchor=NodeText(footer))
            output.add(builder.build(Kind.FOOTER, Place(slide=number, part=_PARTS[Kind.FOOTER])))
    output.slide = None
    return hidden


def read_master(master: etree._Element, output: Output) -> None:
    """Read what a master page puts on each of its slides, besides places for their own text."""
    shapes = (each for each in master if not _class_of(each) and name_of(each).startswith("draw:"))
    _read_repeated(shapes, Kind.HEADER, output)


def _read_repeated(shapes: Iterable[etree._Element], kind: Kind, output: Output) -> None:
    """Read shapes that stand on many slides, where they come first."""
    Story(output, part=_PARTS[kind], kind=kind).read(filter(output.is_new, shapes))


def _class_of(shape: etree._Element) -> str:
    return value(shape, "presentation:class")


def _read_slide(slide: etree._Element, output: Output) -> None:
    """Read the title, wherever it stands among the shapes, then the others in order, then the speaker notes."""
    title = Story(output, kind=Kind.HEADING)
    title.read(shape for shape in slide if _class_of(shape) == "title")
    rest = Story(output, headings=title.headings)
    rest.read(
        shape
        for shape in slide
        if _class_of(shape) not in _FURNITURE | {"title"} and name_of(shape) != "presentation:notes"
    )
    notes = Story(output, part="speaker notes", headings=title.headings)
    for each in slide:
        if name_of(each) == "presentation:notes":
            notes.read(shape for shape in each if _class_of(shape) == "notes")
