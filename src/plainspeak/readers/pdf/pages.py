"""What is on the pages of a PDF, as plain data: pieces of text, ruled lines, pictures. For the child process alone."""

from __future__ import annotations

import ctypes
import itertools
import math
from collections.abc import Iterator
from typing import Any

from plainspeak.readers.pdf.roles import UNMARKED
from plainspeak.readers.pdf.structure import Marks, length_of, nodes_of
from plainspeak.readers.pdf.text import PdfError, Style, TextPage, along, open_pdf

__all__ = ["answers"]

_FORM_FIELD = 20
_PATH_OBJECT, _IMAGE_OBJECT = 2, 3
_MOST_RULES_A_PAGE = 4_000
_Crop = tuple[float, float, float, float]


def answers(data: bytes, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield how many pages there are, then what is on each.

    The request holds the most ``pages`` and ``characters``, and whether to read ``tags``.
    """
    try:
        pdfium, document = open_pdf(data)
    except PdfError as error:
        yield {"error": str(error)}
        return
    count = min(pdfium.FPDF_GetPageCount(document), request["pages"] + 1)
    yield {"pages": count}
    if count > request["pages"]:
        return
    left = request["characters"]
    for number in range(count):
        with TextPage(pdfium, document, number) as page:
            left -= page.count
            if left < 0:
                yield {"error": "long"}
                return
            contents = _contents(page, tags=request["tags"])
            left -= length_of(contents.get("nodes", []))
            yield contents


def _contents(page: TextPage, *, tags: bool) -> dict[str, Any]:
    """Return the pieces, the ruled lines and the size of a page."""
    if not page.text:
        return {"broken": True}
    box = page.pdfium.FS_RECTF()
    page.pdfium.FPDF_GetPageBoundingBox(page.page, ctypes.byref(box))
    crop = (box.left, box.bottom, box.right, box.top)
    if not all(map(math.isfinite, crop)):
        return {"broken": True}
    nodes = nodes_of(page) if tags else []
    marks = Marks(page) if nodes else None
    if marks:
        marks.add_boxes(nodes)
    pieces = _pieces(page, crop, marks)
    return {"box": crop, **pieces, "nodes": nodes, **_drawn(page, crop), "fields": _fields(page)}


def _pieces(page: TextPage, crop: _Crop, marks: Marks | None) -> dict[str, Any]:
    """Cut a page's characters into pieces ``[turn, index, text, left, right, baseline, size, bold, length]``.

    A piece ends where the style, the baseline or the direction changes, where a line ends, and where there is
    a gap of more than 0.6 em: whether that is a new cell is for the layout to say. ``lost`` counts characters that
    the font doesn't name, ``aslant`` those that stand at an angle and are left out. ``marks`` says from which character
    on the text belongs to which marked content.
    """
    get_object, get_unicode, get_box = page.fast_calls()
    address = ctypes.cast(page.text, ctypes.c_void_p)
    rect = page.pdfium.FS_RECTF()
    rect_pointer = ctypes.byref(rect)
    pieces: list[list[Any]] = []
    piece: list[Any] | None = None
    marked: list[list[int]] = []
    lost = aslant = 0
    style: Style = (0, 0.0, 1.0, 0)
    last_object = None
    left, bottom, right, top = crop
    high = 0
    for index in range(page.count):
        code = get_unicode(address, index)
        found = get_object(address, index)
        if not found:  # A space or line end that PDFium made up.
            if code == 32 and piece is not None:
                piece[2] += " "
            else:
                piece = None
            continue
        if found != last_object:
            style, last_object = page.style(index, found), found
            lost += page.pdfium.FPDFText_HasUnicodeMapError(page.text, index) == 1
            mark = marks.of(found) if marks else UNMARKED
            if not marked or mark != marked[-1][1]:
                marked.append([index, mark])
        turn, baseline, size, bold = style
        get_box(address, index, rect_pointer)
        start, end = along(turn, rect.left, rect.bottom, rect.right, rect.top)
        across, up = (rect.left + rect.right) / 2, (rect.bottom + rect.top) / 2
        if turn < 0 or not (left <= across <= right and bottom <= up <= top):  # Aslant, or off the page.
            aslant += turn < 0
            piece = None
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            character = chr(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00))
            pieces.append([turn, index - 1, character, start, end, baseline, size, bold, 2])
            high, piece = 0, None
            continue
        character = "\ufffd" if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)
        lost += character == "\ufffd"
        if (
            piece is not None
            and piece[0] == turn
            and piece[7] == bold
            and abs(piece[5] - baseline) < 0.1
            and abs(piece[6] - size) < 0.1
            and -1.2 * size < start - piece[4] < 0.6 * size
            and index == piece[1] + len(piece[2])
        ):
            if not piece[2].strip():
                piece[3] = start
            piece[2] += character
            if not character.isspace():
                piece[4] = end
            continue
        piece = [turn, index, character, start, end, baseline, size, bold, 0]
        pieces.append(piece)
    for piece in pieces:
        piece[3:7] = [round(value, 2) for value in piece[3:7]]
    return {"pieces": pieces, "marks": marked, "lost": lost, "aslant": aslant}


def _fields(page: TextPage) -> int:
    """Return how many form fields a page has."""
    pdfium = page.pdfium
    count = 0
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.page), 1_000)):
        annotation = pdfium.FPDFPage_GetAnnot(page.page, index)
        count += pdfium.FPDFAnnot_GetSubtype(annotation) == _FORM_FIELD
        pdfium.FPDFPage_CloseAnnot(annotation)
    return count


def _drawn(page: TextPage, crop: _Crop) -> dict[str, Any]:
    """Return the upright ruled lines ``[x, bottom, top]`` and the share of the page that pictures cover."""
    pdfium = page.pdfium
    rules: list[list[float]] = []
    covered = 0.0
    sides = [ctypes.c_float() for _ in range(4)]
    pointers = [ctypes.byref(side) for side in sides]
    for index in range(min(pdfium.FPDFPage_CountObjects(page.page), 20_000)):
        item = pdfium.FPDFPage_GetObject(page.page, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind not in (_PATH_OBJECT, _IMAGE_OBJECT) or not pdfium.FPDFPageObj_GetBounds(item, *pointers):
            continue
        left, bottom, right, top = (side.value for side in sides)
        if kind == _IMAGE_OBJECT:
            covered += max(0.0, right - left) * max(0.0, top - bottom)
        elif top - bottom > 6 and len(rules) < _MOST_RULES_A_PAGE:
            xs = (left,) if right - left < 3 else (left, right)
            rules.extend([round(x, 1), round(bottom, 1), round(top, 1)] for x in xs)
    area = (crop[2] - crop[0]) * (crop[3] - crop[1])
    share = min(1.0, covered / area) if area > 0 else 0.0
    return {"rules": [rule for rule, _ in itertools.groupby(sorted(rules))], "images": round(share, 3)}
