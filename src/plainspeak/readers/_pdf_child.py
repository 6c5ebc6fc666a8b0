"""The child process that opens a PDF: bytes come in, plain lists of text pieces go out.

PDFium is C++ that parses hostile input, and some files make it end the whole process. So it runs here, alone, with
limits on memory and time. This file is run by its path, not imported: it uses nothing of plainspeak, so that it starts
at once. Standard input holds one line of JSON (a request) and then the PDF; standard output one JSON line for the
document and then one for each page.
"""

from __future__ import annotations

import ctypes
import importlib
import itertools
import json
import math
import os
import sys
import threading
from contextlib import suppress
from typing import Any

__all__ = ["main"]

_PASSWORD_ERROR = 4
_FILL_AND_STROKE = 2
_FORM_FIELD = 20
_PATH_OBJECT, _IMAGE_OBJECT = 2, 3
_BOLD_WEIGHT = 600
_FORCE_BOLD_FLAG = 1 << 18
_MOST_RULES_A_PAGE = 4_000
_TURN_TOLERANCE = 0.05


def main() -> None:
    """Read the request and the PDF from standard input, and write what is on its pages to standard output."""
    request = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    sys.path[:] = request["path"]
    _limit_memory(request["memory_bytes"])
    timer = _start_timer(request["seconds"])
    # Only now: the module path came with the request.
    pdfium: Any = importlib.import_module("pypdfium2_raw")
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() == _PASSWORD_ERROR
        _write({"error": "password" if locked else "broken"})
        return
    count = min(pdfium.FPDF_GetPageCount(document), request["pages"] + 1)
    _write({"pages": count})
    if count > request["pages"]:
        return
    timer.cancel()
    _start_timer(request["seconds"] + request["seconds_a_page"] * count)
    left = request["characters"]
    for number in range(count):
        page = _Page(pdfium, document, number)
        left -= page.count
        if left < 0:
            _write({"error": "long"})
            return
        _write(page.read())


def _write(value: object) -> None:
    sys.stdout.buffer.write(json.dumps(value, separators=(",", ":")).encode() + b"\n")
    sys.stdout.buffer.flush()


def _limit_memory(size: int) -> None:
    """Cap the address space. Windows cannot; there the limits on size, pages and time must do."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _start_timer(seconds: float) -> threading.Timer:
    """End this process when the time is up, even in the middle of a call to PDFium."""
    timer = threading.Timer(seconds, os._exit, [1])
    timer.daemon = True
    timer.start()
    return timer


class _Page:
    """One page, read character by character and handed on as pieces: characters in one style on one line."""

    def __init__(self, pdfium: Any, document: Any, number: int) -> None:
        self.pdfium = pdfium
        self.page = pdfium.FPDF_LoadPage(document, number)
        self.text: Any = pdfium.FPDFText_LoadPage(self.page) if self.page else None
        self.count = max(0, pdfium.FPDFText_CountChars(self.text)) if self.text else 0

    def read(self) -> dict[str, Any]:
        """Return the pieces, the ruled lines and the size of the page, and close it."""
        if not self.text:
            return {"broken": True}
        box = self.pdfium.FS_RECTF()
        self.pdfium.FPDF_GetPageBoundingBox(self.page, ctypes.byref(box))
        crop = (box.left, box.bottom, box.right, box.top)
        if not all(map(math.isfinite, crop)):
            return {"broken": True}
        answer = {"box": crop, **self._pieces(crop), **self._drawn(crop), "fields": self._fields()}
        self.pdfium.FPDFText_ClosePage(self.text)
        self.pdfium.FPDF_ClosePage(self.page)
        return answer

    def _pieces(self, crop: tuple[float, float, float, float]) -> dict[str, Any]:
        """Cut the page's characters into pieces ``[turn, index, text, left, right, baseline, size, bold, length]``.

        A piece ends where the style, the baseline or the direction changes, where a line ends, and where there is
        a gap of more than 0.6 em: whether that is a new cell is for the layout to say. ``lost`` counts characters that
        the font doesn't name, ``aslant`` those that stand at an angle and are left out.
        """
        pdfium, text = self.pdfium, self.text
        get_object, get_unicode, get_box = _fast_calls(pdfium)
        address = ctypes.cast(text, ctypes.c_void_p)
        rect = pdfium.FS_RECTF()
        rect_pointer = ctypes.byref(rect)
        pieces: list[list[Any]] = []
        piece: list[Any] | None = None
        lost = aslant = 0
        style, last_object = (0, 0.0, 1.0, 0), None
        left, bottom, right, top = crop
        high = 0
        for index in range(self.count):
            code = get_unicode(address, index)
            found = get_object(address, index)
            if not found:  # A space or line end that PDFium made up.
                if code == 32 and piece is not None:
                    piece[2] += " "
                else:
                    piece = None
                continue
            if found != last_object:
                style, last_object = self._style(index, found), found
                lost += pdfium.FPDFText_HasUnicodeMapError(text, index) == 1
            turn, baseline, size, bold = style
            get_box(address, index, rect_pointer)
            start, end = _along(turn, rect.left, rect.bottom, rect.right, rect.top)
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
        return {"pieces": pieces, "lost": lost, "aslant": aslant}

    def _style(self, index: int, item: int) -> tuple[int, float, float, int]:
        """Return turn, baseline, size and boldness of the text object that a character belongs to."""
        pdfium, text = self.pdfium, self.text
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
        # Many producers set the size to 1 and scale by the matrix.
        size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d) or 1.0
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
        turn = _turn(matrix.a, matrix.b) if math.isfinite(size + x.value + y.value) else -1
        baseline = (y.value, -x.value, -y.value, x.value)[turn] if turn >= 0 else 0.0
        flags = ctypes.c_int()
        name = ctypes.create_string_buffer(128)
        pdfium.FPDFText_GetFontInfo(text, index, name, 128, ctypes.byref(flags))
        font = name.value.lower()
        heavy = pdfium.FPDFText_GetFontWeight(text, index) >= _BOLD_WEIGHT or flags.value & _FORCE_BOLD_FLAG
        # Many producers make bold letters by drawing the outline of plain ones too.
        pdfium.FPDFTextObj_GetTextRenderMode.argtypes = None
        stroked = pdfium.FPDFTextObj_GetTextRenderMode(ctypes.c_void_p(item)) == _FILL_AND_STROKE
        bold = bool(heavy) or stroked or b"bold" in font or b"black" in font or b"heavy" in font
        return turn, baseline, size, int(bold)

    def _fields(self) -> int:
        """Return how many form fields the page has."""
        pdfium = self.pdfium
        count = 0
        for index in range(min(pdfium.FPDFPage_GetAnnotCount(self.page), 1_000)):
            annotation = pdfium.FPDFPage_GetAnnot(self.page, index)
            count += pdfium.FPDFAnnot_GetSubtype(annotation) == _FORM_FIELD
            pdfium.FPDFPage_CloseAnnot(annotation)
        return count

    def _drawn(self, crop: tuple[float, float, float, float]) -> dict[str, Any]:
        """Return the upright ruled lines ``[x, bottom, top]`` and the share of the page that pictures cover."""
        pdfium = self.pdfium
        rules: list[list[float]] = []
        covered = 0.0
        sides = [ctypes.c_float() for _ in range(4)]
        pointers = [ctypes.byref(side) for side in sides]
        for index in range(min(pdfium.FPDFPage_CountObjects(self.page), 20_000)):
            item = pdfium.FPDFPage_GetObject(self.page, index)
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


def _fast_calls(pdfium: Any) -> tuple[Any, Any, Any]:
    """Return the three calls made for every character, without the checks that make ctypes slow."""
    get_object, get_unicode, get_box = (
        pdfium.FPDFText_GetTextObject,
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
    )
    for call in (get_object, get_unicode, get_box):
        call.argtypes = None
    get_object.restype = ctypes.c_void_p
    return get_object, get_unicode, get_box


def _turn(a: float, b: float) -> int:
    """Return how many quarter turns the direction ``(a, b)`` is from left to right, or -1 when it is aslant."""
    length = math.hypot(a, b)
    if not length:
        return 0
    a, b = a / length, b / length
    if abs(b) < _TURN_TOLERANCE:
        return 0 if a > 0 else 2
    if abs(a) < _TURN_TOLERANCE:
        return 1 if b > 0 else 3
    return -1


def _along(turn: int, left: float, bottom: float, right: float, top: float) -> tuple[float, float]:
    """Return where a box starts and ends along the direction of its text."""
    if turn <= 0:
        return left, right
    if turn == 1:
        return bottom, top
    return (-right, -left) if turn == 2 else (-top, -bottom)


if __name__ == "__main__":
    main()
