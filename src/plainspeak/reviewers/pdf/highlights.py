"""Write comments into a PDF as highlights: PDFium says where the words are, and checks what comes out.

For the child process alone.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from plainspeak.readers.pdf.quads import Quad, quads_of
from plainspeak.readers.pdf.text import PdfError, TextPage, open_pdf
from plainspeak.reviewers.pdf.append import PdfUpdate, UnwritableError

__all__ = ["answers"]

_COLOUR = "1 0.91 0.5"
"""A calm yellow: black letters on it keep a contrast of over 16 to 1."""
_PRINTED = 4
_Located = tuple[dict[str, Any], list[Quad]]


def answers(data: bytes, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield how many pages there are, then the bytes to put behind the file and how many comments they hold.

    The request holds the ``author``, the ``date`` as PDF writes it, and ``comments``: each a ``page`` (from 0), the
    ``ranges`` of its characters, a ``box`` instead where it is on a picture, a ``text`` and a ``title``.
    """
    by_page: dict[int, list[dict[str, Any]]] = {}
    for comment in request["comments"]:
        by_page.setdefault(comment["page"], []).append(comment)
    try:
        pdfium, document = open_pdf(data)
        count = pdfium.FPDF_GetPageCount(document)
        if pdfium.FPDF_GetSecurityHandlerRevision(document) >= 0:
            raise UnwritableError("encrypted")
        yield {"pages": count}
        located = {number: _located(pdfium, document, number, comments) for number, comments in by_page.items()}
        before = [_annotations(pdfium, document, number) for number in located]
        pdfium.FPDF_CloseDocument(document)
        tail = _tail(data, count, located, request)
        copy = data + tail
        pdfium, document = open_pdf(copy)
        after = [_annotations(pdfium, document, number) - len(found) for number, found in located.items()]
        if (pdfium.FPDF_GetPageCount(document), after) != (count, before):
            raise UnwritableError("broken")
    except (PdfError, UnwritableError) as error:
        yield {"error": str(error)}
        return
    yield {"tail": base64.b64encode(tail).decode(), "comments": sum(map(len, located.values()))}


def _located(pdfium: Any, document: Any, number: int, comments: Iterable[dict[str, Any]]) -> list[_Located]:
    """Return the comments of a page with the boxes of their words; without any that has none."""
    with TextPage(pdfium, document, number) as page:
        located = []
        for comment in comments:
            left, bottom, right, top = comment["box"] or (0.0, 0.0, 0.0, 0.0)
            quads = [Quad(0, left, right, bottom, top)] if comment["box"] else quads_of(page, comment["ranges"])
            if quads:
                located.append((comment, quads))
        return located


def _annotations(pdfium: Any, document: Any, number: int) -> int:
    """Return how many annotations a page has."""
    page = pdfium.FPDF_LoadPage(document, number)
    count = int(pdfium.FPDFPage_GetAnnotCount(page))
    pdfium.FPDF_ClosePage(page)
    return count


def _tail(data: bytes, count: int, located: dict[int, list[_Located]], request: dict[str, Any]) -> bytes:
    """Return the bytes that add the highlights to a file."""
    update = PdfUpdate(data)
    if update.pages != count:
        raise UnwritableError("broken")
    for number, found in sorted(located.items()):
        page = update.page_reference(number)
        added = []
        for comment, quads in found:
            corners = [quad.corners for quad in quads]
            look = update.add(_appearance(corners))
            added.append(update.add(_highlight(comment, corners, page, look, request)))
        if added:
            update.annotate(number, added)
    return update.written()


def _highlight(
    comment: dict[str, Any], corners: Sequence[tuple[float, ...]], page: str, look: str, request: dict[str, Any]
) -> bytes:
    """Return the object of an annotation."""
    place = f"{comment['page']} {comment['ranges']} {comment['box']} {comment['text']}"
    name = hashlib.sha256(place.encode()).hexdigest()[:16]
    date = request["date"]
    return (
        f"<< /Type /Annot /Subtype /Highlight /P {page} /Rect [{_bounds(corners)}]"
        f" /QuadPoints [{_numbers(value for quad in corners for value in quad)}] /C [{_COLOUR}] /F {_PRINTED}"
        f" /AP << /N {look} >> /NM (plainspeak-{name}) /M ({date}) /CreationDate ({date})"
        f" /T {_text(request['author'])} /Subj {_text(comment['title'])} /Contents {_text(comment['text'])} >>"
    ).encode()


def _appearance(corners: Sequence[tuple[float, ...]]) -> bytes:
    """Return the object that draws a highlight, for viewers that don't draw one themselves.

    It multiplies: the words stay as dark as they are. All boxes are one path, so that none is drawn twice.
    """
    path = " ".join(f"{_numbers(_box(quad))} re" for quad in corners)
    drawing = f"/Pen gs {_COLOUR} rg {path} f".encode()
    entries = (
        f"/Type /XObject /Subtype /Form /BBox [{_bounds(corners)}] /Group << /S /Transparency >>"
        f" /Resources << /ExtGState << /Pen << /Type /ExtGState /BM /Multiply >> >> >> /Length {len(drawing)}"
    )
    return b"<< %b >>\nstream\n%b\nendstream" % (entries.encode(), drawing)


def _box(quad: tuple[float, ...]) -> tuple[float, float, float, float]:
    """Return left, bottom, width and height of a box, given its corners."""
    left, bottom = min(quad[::2]), min(quad[1::2])
    return left, bottom, max(quad[::2]) - left, max(quad[1::2]) - bottom


def _bounds(corners: Iterable[tuple[float, ...]]) -> str:
    """Return left, bottom, right and top of some boxes together, as PDF writes them."""
    points = [value for quad in corners for value in quad]
    return _numbers((min(points[::2]), min(points[1::2]), max(points[::2]), max(points[1::2])))


def _numbers(values: Iterable[float]) -> str:
    return " ".join(f"{value:.2f}" for value in values)


def _text(text: str) -> str:
    """Return a text as PDF writes it."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
