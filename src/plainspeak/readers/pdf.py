"""Read PDF: PDFium finds the characters in a child process, and plainspeak works out lines, paragraphs and cells."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import Any, ClassVar

from plainspeak.document import Document, Notice, Place
from plainspeak.errors import ReadError
from plainspeak.readers._pdf_layout import Page, blocks_of
from plainspeak.readers._pdf_lines import Piece
from plainspeak.readers.base import Limits

__all__ = ["PdfReader"]

_CHILD = Path(__file__).with_name("_pdf_child.py")
_UNSAFE = (
    "This PDF could not be read safely: it is damaged, or it needs more time or memory than plainspeak allows. "
    "Open it, print or save it to a new PDF, and try again."
)
_BROKEN = "This is not a PDF that plainspeak can read. Save the paper as a PDF again, or use the Word file."
_PASSWORD = "This PDF is locked with a password. Save a copy without the password, and check that."
_MOST_PICTURE = 0.5


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
        answers = _ask_child(data, limits)
        first, *found = answers or [{}]
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
        return Document(name, self.media_type, blocks_of(pages), tuple(_notices(found)))


def _ask_child(data: bytes, limits: Limits) -> list[dict[str, Any]]:
    """Run the child process on a PDF, and return what it wrote; however it ended.

    ``-I`` and ``-S`` keep it from running anything of the user's; it gets our module path with the request.
    """
    request = {
        "path": sys.path,
        "memory_bytes": limits.pdf_memory_bytes,
        "seconds": limits.pdf_seconds,
        "seconds_a_page": limits.pdf_seconds_a_page,
        "pages": limits.pdf_pages,
        "characters": limits.characters,
    }
    child = subprocess.Popen(
        [sys.executable, "-I", "-S", str(_CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    timer = _kill_later(child, limits.pdf_seconds)
    answers: list[dict[str, Any]] = []
    try:
        # What the child couldn't write, because it came to grief, is missing from the answers.
        with child, suppress(OSError, ValueError):
            if child.stdin is None or child.stdout is None:
                raise OSError("the child has no pipes")
            # The child reads all before it writes anything, so that neither can wait for the other.
            child.stdin.write(json.dumps(request).encode() + b"\n")
            child.stdin.write(data)
            child.stdin.close()
            for line in child.stdout:
                answers.append(json.loads(line))
                if len(answers) == 1:
                    timer.cancel()
                    seconds = limits.pdf_seconds + limits.pdf_seconds_a_page * answers[0].get("pages", 0)
                    timer = _kill_later(child, seconds)
    finally:
        timer.cancel()
        child.kill()
    return answers


def _kill_later(child: subprocess.Popen[bytes], seconds: float) -> threading.Timer:
    """End a child that is too far gone to watch the time itself, some time after it should have."""
    timer = threading.Timer(2 * seconds + 5, child.kill)
    timer.daemon = True
    timer.start()
    return timer


def _page(number: int, answer: dict[str, Any]) -> Page:
    pieces = tuple(
        Piece(number, turn, index, text, left, right, base, size, bool(bold), length or None)
        for turn, index, text, left, right, base, size, bold, length in answer["pieces"]
    )
    left, bottom, right, top = answer["box"]
    return Page(number, (left, bottom, right, top), pieces, tuple((x, low, high) for x, low, high in answer["rules"]))


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
