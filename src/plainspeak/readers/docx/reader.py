"""Read Word files: every character that a reader of the paper sees, and where each came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lxml import etree

from plainspeak.document import Document, Kind, Notice
from plainspeak.errors import ReadError
from plainspeak.readers._notices import counted
from plainspeak.readers.base import Limits
from plainspeak.readers.docx.content import Output, Tally
from plainspeak.readers.docx.names import name_of, value
from plainspeak.readers.docx.pages import without_doubtful_pages
from plainspeak.readers.docx.story import Story
from plainspeak.readers.docx.styles import Styles
from plainspeak.readers.package import TOO_DEEP, Package, sniff_office

__all__ = ["DocxOrigin", "DocxReader"]

_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}
_FURNITURE = {
    "w:headerReference": (Kind.HEADER, "page header"),
    "w:footerReference": (Kind.FOOTER, "page footer"),
}


@dataclass(frozen=True)
class DocxOrigin:
    """What a reviewer needs to write comments into the file.

    The anchor of a segment is a ``w:t`` element of one of the trees in ``package.trees``, with offsets in its text; or
    the element that stands for one character (``w:noBreakHyphen``, ``w:sym``, ``m:oMath``); or an
    :class:`AttributeText`.
    """

    package: Package
    main_part: str


class DocxReader:
    """Reads Word files (``.docx``, ``.docm``)."""

    media_type: ClassVar[str] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    suffixes: ClassVar[tuple[str, ...]] = (".docx", ".docm")

    def sniff(self, head: bytes, name: str) -> float:
        """Return how sure it is that this is a Word file; old and damaged ones too, to say what is wrong with them."""
        return sniff_office(head, name, folder=b"word/", endings=(*self.suffixes, ".doc"))

    def read(self, data: bytes, *, name: str, limits: Limits) -> Document:
        """Return the document."""
        package = Package(data, limits=limits, program="Word")
        main_part = _main_part(package)
        root = package.xml(main_part)
        if name_of(root) != "w:document":
            raise ReadError("This is not a Word file, whatever its name says. Give it the right ending, and try again.")
        has_pages = next(root.iter("{*}lastRenderedPageBreak"), None) is not None
        styles = Styles(next(_related(package, main_part, "styles"), None))
        output = Output(styles=styles, tally=Tally(page=1 if has_pages else None), most_characters=limits.characters)
        for kind, part_kind in _NOTES.items():
            for note_root in _related(package, main_part, part_kind):
                output.notes.update({(kind, value(note, "id") or ""): note for note in note_root})
        try:
            _read_stories(package, main_part, output)
        except RecursionError as error:
            raise ReadError(TOO_DEEP) from error
        return Document(
            name=name,
            media_type=self.media_type,
            blocks=without_doubtful_pages(output.blocks),
            notices=tuple(Notice(message) for message in _messages(package, main_part, output)),
            origin=DocxOrigin(package, main_part),
        )


def _main_part(package: Package) -> str:
    """The name of the part with the body; it is not always ``word/document.xml``."""
    for part in package.related("", "officeDocument"):
        return part
    if "word/document.xml" in package:
        return "word/document.xml"
    raise ReadError(
        "This file holds no Word document, whatever its name says. Open it in Word, save it again, and try again."
    )


def _read_stories(package: Package, main_part: str, output: Output) -> None:
    """Read the body with its text boxes and footnotes, then the endnotes, then the page headers and footers."""
    root = package.xml(main_part)
    Story(root, output).read()
    output.tally.page = None
    for note, number, headings in output.endnotes:
        Story(note, output, part=f"endnote {number}", kind=Kind.NOTE, headings=headings).read()
    for furniture, kind, part in _furniture(package, main_part, root):
        Story(furniture, output, part=part, kind=kind).read()


def _related(package: Package, main_part: str, kind: str) -> Iterator[etree._Element]:
    return map(package.xml, package.related(main_part, kind))


def _furniture(package: Package, main_part: str, root: etree._Element) -> Iterator[tuple[etree._Element, Kind, str]]:
    """The page headers and footers that a section of the paper uses, each once."""
    targets = {link.id: link.target for link in package.relationships(main_part) if not link.external}
    seen = set()
    for section in root.iter("{*}sectPr"):
        for reference in section:
            if name_of(reference) not in _FURNITURE:
                continue
            ids = (text for key, text in reference.attrib.items() if str(key).endswith("}id"))
            target = targets.get(str(next(ids, "")), "")
            if target in package and target not in seen:
                seen.add(target)
                yield package.xml(target), *_FURNITURE[name_of(reference)]


def _messages(package: Package, main_part: str, output: Output) -> Iterator[str]:
    """Say what is in the file and was not read, in plain sentences."""
    if not output.blocks:
        yield "This file holds no text to check. If it shows text on the screen, that text is a picture."
    if output.tally.hidden_characters:
        yield f"Not checked: hidden text ({counted(output.tally.hidden_characters, 'character')})."
    for what, count in output.tally.skipped.items():
        yield f"Not checked: {counted(count, what)}."
    comments = sum(name_of(each) == "w:comment" for tree in _related(package, main_part, "comments") for each in tree)
    if comments:
        yield f"Not checked: {counted(comments, 'comment')} in the margin."
    if any(name.lower().endswith("vbaproject.bin") for name in package.names):
        yield "This file holds macros. They were not run."
