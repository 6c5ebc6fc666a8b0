"""The text of one PDF page as PDFium has it: characters by number, each with its style. For the child process alone."""

from __future__ import annotations

import ctypes
import importlib
import math
from types import TracebackType
from typing import Any

__all__ = ["PdfError", "Style", "TextPage", "along", "open_pdf"]

_PASSWORD_ERROR = 4
_FILL_AND_STROKE = 2
_BOLD_WEIGHT = 600
_FORCE_BOLD_FLAG = 1 << 18
_LOOKED_AT = 500
"""Characters of a page that tell whether its text is turned."""
_TURN_TOLERANCE = 0.05

Style = tuple[int, float, float, int]
"""Quarter turns from upright (-1 is aslant), baseline, size, and 1 for bold."""


class PdfError(Exception):
    """PDFium can't open a file: it is ``broken``, or locked with a ``password``."""


def open_pdf(data: bytes) -> tuple[Any, Any]:
    """Return PDFium and the document; ``data`` must live as long as it does.

    Raises:
        PdfError: it can't be opened.
    """
    # Not at the top, so that no other process loads it.
    pdfium: Any = importlib.import_module("pypdfium2_raw")
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise PdfError("password" if pdfium.FPDF_GetLastError() == _PASSWORD_ERROR else "broken")
    return pdfium, document


class TextPage:
    """A page with its characters, numbered from 0; ``text`` is ``None`` where PDFium can't read it."""

    def __init__(self, pdfium: Any, document: Any, number: int) -> None:
        self.pdfium = pdfium
        self.page = pdfium.FPDF_LoadPage(document, number)
        self.text: Any = None
        self.count = 0
        self._load()
        if self.count and pdfium.FPDFPage_GetRotation(self.page) and self._is_upright():
            # PDFium puts characters in the order of the page as it is shown. This one is shown turned, but not written
            # so: its lines would fall apart.
            pdfium.FPDFText_ClosePage(self.text)
            pdfium.FPDFPage_SetRotation(self.page, 0)
            self._load()

    def _load(self) -> None:
        pdfium = self.pdfium
        self.text = pdfium.FPDFText_LoadPage(self.page) if self.page else None
        self.count = max(0, pdfium.FPDFText_CountChars(self.text)) if self.text else 0

    def _is_upright(self) -> bool:
        """Tell whether most of the first characters aren't turned on the page itself."""
        matrix = self.pdfium.FS_MATRIX()
        looked_at = range(min(self.count, _LOOKED_AT))
        upright = 0
        for index in looked_at:
            self.pdfium.FPDFText_GetMatrix(self.text, index, ctypes.byref(matrix))
            upright += _turn(matrix.a, matrix.b) == 0
        return 2 * upright > len(looked_at)

    def __enter__(self) -> TextPage:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.text:
            self.pdfium.FPDFText_ClosePage(self.text)
        if self.page:
            self.pdfium.FPDF_ClosePage(self.page)

    def style(self, index: int, item: int) -> Style:
        """Return the style of a character, given the address of the text object that it belongs to."""
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

    def fast_calls(self) -> tuple[Any, Any, Any]:
        """Return the three calls made for every character, without the checks that make ctypes slow."""
        get_object, get_unicode, get_box = (
            self.pdfium.FPDFText_GetTextObject,
            self.pdfium.FPDFText_GetUnicode,
            self.pdfium.FPDFText_GetLooseCharBox,
        )
        for call in (get_object, get_unicode, get_box):
            call.argtypes = None
        get_object.restype = ctypes.c_void_p
        return get_object, get_unicode, get_box


def along(turn: int, left: float, bottom: float, right: float, top: float) -> tuple[float, float]:
    """Return where a box starts and ends along the direction of its text."""
    if turn <= 0:
        return left, right
    if turn == 1:
        return bottom, top
    return (-right, -left) if turn == 2 else (-top, -bottom)


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
