"""Read OpenDocument texts and presentations: every character that a reader sees, and where each came from."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from lxml import etree

from plainspeak.document import Document, Kind, Notice
from plainspeak.errors import ReadError
from plainspeak.readers._notices import counted
from plainspeak.readers.base import ZIP_MAGIC, Limits
from plainspeak.readers.odf.names import name_of, value
from plainspeak.readers.odf.output import Output
from plainspeak.readers.odf.slides import read_master, read_slides
from plainspeak.readers.odf.story import Story
from plainspeak.readers.odf.styles import Styles
from plainspeak.readers.package import TOO_DEEP, Package

__all__ = ["OdfOrigin", "OdpReader", "OdtReader"]

_CONTENT = "content.xml"
_STYLES = "styles.xml"
_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTED = re.compile(rb"<(?:[\w.-]+:)?encryption-data\b")
_MACRO = re.compile(r"(?:Basic|Scripts)/.*(?<!-l[bc]\.xml)")
"""A part with a macro or a dialogue in it; every library also has lists, ``script-lb.xml`` and the like."""
_FURNITURE = {
    "style:header": (Kind.HEADER, "page header"),
    "style:header-first": (Kind.HEADER, "page header"),
    "style:header-left": (Kind.HEADER, "page header"),
    "style:footer": (Kind.FOOTER, "page footer"),
    "style:footer-first": (Kind.FOOTER, "page footer"),
    "style:footer-left": (Kind.FOOTER, "page footer"),
}


@dataclass(frozen=True)
class OdfOrigin:
    """What a reviewer needs to write comments into the file.

    The anchor of a segment is a :class:`NodeText` in one of the trees in ``package.trees``.
    """

    package: Package


class _OdfReader(ABC):
    """What both readers share."""

    media_type: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]
    _body: ClassVar[str]
    """The short name of the element that holds what is to be read."""

    def sniff(self, head: bytes, name: str) -> float:
        """Return how sure it is that this is such a file: the first part of one says what it is."""
        named = name.lower().endswith(self.suffixes)
        if not head.startswith(ZIP_MAGIC):
            return 0.3 if named else 0.0
        # The header of a part takes 30 bytes; a few programs write an extra field between its name and its content.
        if head[30:38] == b"mimetype" and self.media_type.encode() in head[38:200]:
            return 0.95
        return 0.8 if named else 0.1

    def read(self, data: bytes, *, name: str, limits: Limits) -> Document:
        """Return the document."""
        package = Package(data, limits=limits, program="LibreOffice")
        if _MANIFEST in package and _ENCRYPTED.search(package.read(_MANIFEST)):
            raise ReadError("This file is protected with a password. Take the password off, and try again.")
        if _CONTENT not in package:
            raise ReadError(
                "This file holds no OpenDocument text, whatever its name says. "
                "Open it in the program it came from, save it again, and try again."
            )
        roots = [package.xml(part) for part in (_CONTENT, _STYLES) if part in package]
        body = _child(_child(roots[0], "office:body"), self._body)
        if body is None:
            raise ReadError(
                "This file isn't what its name says. Give it the ending that fits what is in it, and try again."
            )
        output = Output(styles=Styles(*roots), most_characters=limits.characters)
        try:
            hidden_slides = self._read_body(body, output)
            # What stands on every page has styles of its own, which may have the same names.
            output.styles = Styles(*roots[1:])
            for master in _used_masters(roots[1:], output):
                self._read_master(master, output)
        except RecursionError as error:
            raise ReadError(TOO_DEEP) from error
        return Document(
            name=name,
            media_type=self.media_type,
            blocks=tuple(output.blocks),
            notices=tuple(Notice(message) for message in _messages(package, output, hidden_slides)),
            origin=OdfOrigin(package),
        )

    @abstractmethod
    def _read_body(self, body: etree._Element, output: Output) -> Sequence[int]:
        """Read the body, and return the numbers of the slides that are hidden."""

    @abstractmethod
    def _read_master(self, master: etree._Element, output: Output) -> None:
        """Read what a master page puts on each of its pages."""


class OdtReader(_OdfReader):
    """Reads OpenDocument texts (``.odt``)."""

    media_type: ClassVar[str] = "application/vnd.oasis.opendocument.text"
    suffixes: ClassVar[tuple[str, ...]] = (".odt",)
    _body = "office:text"

    def _read_body(self, body: etree._Element, output: Output) -> Sequence[int]:
        output.page = 1 if next(body.iter("{*}soft-page-break"), None) is not None else None
        Story(output).read(body)
        output.page = None
        return ()

    def _read_master(self, master: etree._Element, output: Output) -> None:
        for each in master:
            if name_of(each) in _FURNITURE and value(each, "style:display") != "false":
                kind, part = _FURNITURE[name_of(each)]
                Story(output, part=part, kind=kind).read(each)


class OdpReader(_OdfReader):
    """Reads OpenDocument presentations (``.odp``)."""

    media_type: ClassVar[str] = "application/vnd.oasis.opendocument.presentation"
    suffixes: ClassVar[tuple[str, ...]] = (".odp",)
    _body = "office:presentation"

    def _read_body(self, body: etree._Element, output: Output) -> Sequence[int]:
        return read_slides(body, output)

    def _read_master(self, master: etree._Element, output: Output) -> None:
        read_master(master, output)


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return None if element is None else next((each for each in element if name_of(each) == name), None)


def _used_masters(roots: Sequence[etree._Element], output: Output) -> Iterator[etree._Element]:
    """The master pages of the file's pages, each once: those that the text names, and those that follow on them."""
    masters = {
        value(master, "style:name"): master
        for root in roots
        for group in root
        if name_of(group) == "office:master-styles"
        for master in group
        if name_of(master) == "style:master-page"
    }
    usual = "Standard" if "Standard" in masters else next(iter(masters), "")
    names = [name or usual for name in output.masters] or [usual]
    for name in names:
        master = masters.pop(name, None)
        if master is not None:
            names.append(value(master, "style:next-style-name"))
            yield master


def _messages(package: Package, output: Output, hidden_slides: Sequence[int]) -> Iterator[str]:
    """Say what is in the file and was not read, in plain sentences."""
    if not output.blocks:
        yield "This file holds no text to check. If it shows text on the screen, that text is a picture."
    if len(hidden_slides) == 1:
        yield f"Slide {hidden_slides[0]} is hidden. It is checked all the same."
    elif hidden_slides:
        *most, last = map(str, hidden_slides)
        yield f"Slides {', '.join(most)} and {last} are hidden. They are checked all the same."
    if output.hidden_characters:
        yield f"Not checked: hidden text ({counted(output.hidden_characters, 'character')})."
    for what, count in output.skipped.items():
        yield f"Not checked: {counted(count, what)}."
    if any(_MACRO.fullmatch(name) for name in package.names):
        yield "This file holds macros. They were not run."
