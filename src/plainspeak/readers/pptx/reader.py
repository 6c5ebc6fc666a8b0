"""Read PowerPoint files: slides with their tables and diagrams, and the speaker's notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from plainspeak.document import Document, Notice, Place
from plainspeak.errors import ReadError
from plainspeak.readers._drawing_text import local_name
from plainspeak.readers._notices import counted
from plainspeak.readers.base import Limits
from plainspeak.readers.package import TOO_DEEP, Package, sniff_office
from plainspeak.readers.pptx.slides import Output, read_slide

__all__ = ["PptxOrigin", "PptxReader"]

_MOST_SLIDES = 500
_PRESENTATIONS = frozenset(
    {
        "{http://schemas.openxmlformats.org/presentationml/2006/main}presentation",
        "{http://purl.oclc.org/ooxml/presentationml/main}presentation",
    }
)


@dataclass(frozen=True)
class PptxOrigin:
    """What a reviewer needs to write comments into the file.

    The anchor of a segment is an ``a:t`` element of one of the trees in ``package.trees``, with offsets in its text; or
    an :class:`AttributeText`.
    """

    package: Package
    main_part: str
    slides: tuple[str, ...]
    """The names of the parts of the slides, in the order of the deck."""


class PptxReader:
    """Reads PowerPoint files (``.pptx``, ``.pptm``, ``.ppsx``)."""

    media_type: ClassVar[str] = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    suffixes: ClassVar[tuple[str, ...]] = (".pptx", ".pptm", ".ppsx")

    def sniff(self, head: bytes, name: str) -> float:
        """Return how sure it is that this is a PowerPoint file; old and damaged ones too, to say what is wrong."""
        return sniff_office(head, name, folder=b"ppt/", endings=(*self.suffixes, ".ppt"))

    def read(self, data: bytes, *, name: str, limits: Limits) -> Document:
        """Return the document."""
        package = Package(data, limits=limits, program="PowerPoint")
        main_part = _main_part(package)
        slides = _slides(package, main_part)
        output = Output(limits.characters)
        hidden = []
        try:
            for number, part in enumerate(slides, 1):
                read_slide(package, part, number, output)
                if package.xml(part).get("show") in ("0", "false"):
                    hidden.append(number)
        except RecursionError as error:
            raise ReadError(TOO_DEEP) from error
        return Document(
            name=name,
            media_type=self.media_type,
            blocks=tuple(output.blocks),
            notices=tuple(_notices(package, slides, output, hidden)),
            origin=PptxOrigin(package, main_part, slides),
        )


def _main_part(package: Package) -> str:
    """The name of the part that lists the slides."""
    part = next(package.related("", "officeDocument"), "ppt/presentation.xml")
    if part not in package:
        raise ReadError(
            "This file holds no slides, whatever its name says. Open it in PowerPoint, save it again, and try again."
        )
    if package.xml(part).tag not in _PRESENTATIONS:
        raise ReadError(
            "This is not a PowerPoint file, whatever its name says. Give it the right ending, and try again."
        )
    return part


def _slides(package: Package, main_part: str) -> tuple[str, ...]:
    """The names of the parts of the slides; their order is that of the list, and not that of their names."""
    links = package.relationships(main_part)
    targets = {link.id: link.target for link in links if link.kind == "slide" and not link.external}
    entries = [each for group in package.xml(main_part).iterchildren("{*}sldIdLst") for each in group]
    numbers = [next((text for key, text in each.attrib.items() if str(key).endswith("}id")), "") for each in entries]
    slides = [targets[str(number)] for number in numbers if targets.get(str(number), "") in package]
    if len(slides) > _MOST_SLIDES:
        raise ReadError(f"This file has more than {_MOST_SLIDES} slides. Split it into parts and check each one.")
    return tuple(dict.fromkeys(slides))


def _count_comments(package: Package, slides: Sequence[str]) -> int:
    """Count the comments on slides, and the replies to them."""
    parts = dict.fromkeys(part for slide in slides for part in package.related(slide, "comments"))
    return sum(local_name(each) in ("cm", "reply") for part in parts for each in package.xml(part).iter())


def _notices(package: Package, slides: Sequence[str], output: Output, hidden: Sequence[int]) -> Iterator[Notice]:
    """Say what is in the file and was not read, and what a reader may not expect, in plain sentences."""
    if not output.blocks:
        yield Notice("This file holds no text to check. If its slides show words, those are in a picture.")
    if hidden:
        yield Notice(_hidden_slides(hidden), Place(slide=hidden[0]))
    for what, count in output.skipped.items():
        yield Notice(f"Not checked: {counted(count, what)}.")
    comments = _count_comments(package, slides)
    if comments:
        yield Notice(f"Not checked: {counted(comments, 'comment')}.")
    if any(name.lower().endswith("vbaproject.bin") for name in package.names):
        yield Notice("This file holds macros. They were not run.")


def _hidden_slides(numbers: Sequence[int]) -> str:
    """Say which slides are hidden; three or more in a row are named by the first and the last."""
    if len(numbers) == 1:
        return f"Slide {numbers[0]} is hidden. It is checked all the same."
    names: list[str] = []
    for _, pairs in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [str(number) for _, number in pairs]
        names += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else run
    *most, last = names
    listed = f"{', '.join(most)} and {last}" if most else last
    return f"Slides {listed} are hidden. They are checked all the same."
