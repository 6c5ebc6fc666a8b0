"""Read PDF: PDFium finds the characters in a child process, and plainspeak works out lines, paragraphs and cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, ClassVar

from plainspeak.document import Document, Notice, Place
from plainspeak.errors import ReadError
from plainspeak.readers.base import Limits
from plainspeak.readers.pdf.blocks import PictureAnchor
from plainspeak.readers.pdf.layout import Page, blocks_of
from plainspeak.readers.pdf.lines import Piece
from plainspeak.readers.pdf.process import ask_child
from plainspeak.readers.pdf.roles import Node

__all__ = ["PdfOrigin", "PdfReader", "PictureAnchor"]

_WORK = "plainspeak.readers.pdf.pages"
_UNSAFE = (
    "This PDF could not be read safely: it is damaged, or it needs more time or memory than plainspeak allows. "
    "Open it, print or save it to a new PDF, and try again."
)
_BROKEN = "This is not a PDF that plainspeak can read. Save the paper as a PDF again, or use the Word file."
_PASSWORD = "This PDF is locked with a password. Save a copy without the password, and check that."
_MOST_PICTURE = 0.5


@dataclass(frozen=True, slots=True)
class PdfOrigin:
    """The file that a document was read from, for its reviewer."""

    data: bytes = field(repr=False)


class PdfReader:
    """Reads PDF by the positions of its characters.

    A segment's anchor is its :class:`~plainspeak.document.PageAnchor`, and its offset counts the characters of that
    page as PDFium numbers them, so that a highlight can be drawn over exactly those characters.
    """

    media_type: ClassVar[str] = "application/pdf"
    suffixes: ClassVar[tuple[str, ...]] = (".pdf",)

    def sniff(self, head: bytes, name: str) -> float:  # noqa: ARG002
        """Return how sure it is that this is a PDF: its mark may stand anywhere in the first 1,024 bytes."""
        if head.startswith(b"%PDF-"):
            return 1.0
        return 0.9 if b"%PDF-" in head[:1024] else 0.0

    def read(self, data: bytes, *, name: str, limits: Limits) -> Document:
        """Return the document.

        Raises:
            ReadError: the file is locked, damaged, too long, or could not be read within the limits.
        """
        if len(data) > limits.file_bytes:
            raise ReadError(f"This file is over {limits.file_bytes // 1024**2} MB. Split it, and check the parts.")
        first, *found = ask_child(_WORK, data, limits, tags=True) or [{}]
        if "error" not in (found or [first])[-1] and len(found) < first.get("pages", 0) <= limits.pdf_pages:
            # It may be the structure tree that did harm.
            first, *found = ask_child(_WORK, data, limits, tags=False) or [{}]
        if first.get("error") == "password":
            raise ReadError(_PASSWORD)
        if "error" in first:
            raise ReadError(_BROKEN)
        if first.get("pages", 0) > limits.pdf_pages:
            raise ReadError(f"This PDF has more than {limits.pdf_pages:,} pages. Split it, and check the parts.")
        if found and found[-1].get("error") == "long":
            raise ReadError(f"This PDF has more than {limits.characters:,} characters. Split it, and check the parts.")
        if first.get("pages") != len(found):
            raise ReadError(_UNSAFE)
        pages = [_page(number, answer) for number, answer in enumerate(found, start=1) if "pieces" in answer]
        blocks = blocks_of(pages)
        return Document(name, self.media_type, blocks, tuple(_notices(found)), origin=PdfOrigin(data))


def _page(number: int, answer: dict[str, Any]) -> Page:
    pieces = tuple(
        Piece(number, turn, index, text, left, right, base, size, bool(bold), length or None)
        for turn, index, text, left, right, base, size, bold, length in answer["pieces"]
    )
    left, bottom, right, top = answer["box"]
    rules = tuple((x, low, high) for x, low, high in answer["rules"])
    marks = tuple((index, mark) for index, mark in answer["marks"])
    return Page(number, (left, bottom, right, top), pieces, rules, marks, tuple(map(_node, answer["nodes"])))


def _node(found: list[Any]) -> Node:
    """Return a node of the structure tree: marked content, or an element with its details."""
    parent, kid, what, *details = found
    if not details:
        return Node(parent, kid, mark=what)
    box = details[0].pop("box", None)
    return Node(parent, kid, what, box=tuple(box) if box else None, **details[0])


def _notices(found: list[dict[str, Any]]) -> Iterator[Notice]:
    """Say what was not read, page by page."""
    numbered = list(enumerate(found, start=1))
    read = [(number, page) for number, page in numbered if "pieces" in page]
    for text, start, end in _runs(
        number for number, page in read if not page["pieces"] and page["images"] >= _MOST_PICTURE
    ):
        is_a = "are pictures" if end > start else "is a picture"
        yield Notice(f"{text} {is_a} of text. Neither plainspeak nor a screen reader can read it.", Place(page=start))
    for text, start, _ in _runs(number for number, page in read if page["lost"]):
        yield Notice(f"{text}: some letters could not be read, so some words may be wrong.", Place(page=start))
    for text, start, _ in _runs(number for number, page in read if page["aslant"]):
        yield Notice(f"{text}: slanting text, such as a watermark, was not read.", Place(page=start))
    for text, start, _ in _runs(number for number, page in numbered if "pieces" not in page):
        yield Notice(f"{text} could not be read.", Place(page=start))
    if any(page["fields"] for _, page in read):
        yield Notice("This PDF is a form. What is typed in its boxes was not read.")
    if not any(page["pieces"] or page["images"] >= _MOST_PICTURE for _, page in read):
        yield Notice("No text was found in this PDF.")


def _runs(numbers: Iterable[int]) -> Iterator[tuple[str, int, int]]:
    """Yield runs of page numbers as people write them, with the first and the last."""
    for _, run in groupby(enumerate(numbers), key=lambda item: item[1] - item[0]):
        pages = [number for _, number in run]
        text = f"Page {pages[0]}" if len(pages) == 1 else f"Pages {pages[0]} to {pages[-1]}"
        yield text, pages[0], pages[-1]
