"""Where characters of a PDF page stand: a box for each line of them. For the child process alone."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass

from plainspeak.readers.pdf.text import Style, TextPage, along

__all__ = ["Quad", "quads_of"]

_BELOW, _ABOVE, _BESIDE = 0.25, 0.85, 0.06
"""How far a box reaches from the baseline and past the letters, in ems: as a highlighter pen would."""
_SAME_LINE = 0.5
_MOST_BACK = 1.2


@dataclass(slots=True)
class Quad:
    """A box, in points along the direction of its text and upwards from it; ``turn`` quarter turns from upright."""

    turn: int
    start: float
    end: float
    low: float
    high: float

    @property
    def corners(self) -> tuple[float, ...]:
        """Upper left, upper right, lower left and lower right of the text, each x and y in PDF user space.

        Viewers use this order, and not the one in the specification.
        """
        points = ((self.start, self.high), (self.end, self.high), (self.start, self.low), (self.end, self.low))
        return tuple(value for ahead, up in points for value in _user_space(self.turn, ahead, up))


def quads_of(page: TextPage, ranges: Iterable[tuple[int, int]]) -> list[Quad]:
    """Return a box for each line of some characters of a page, a little larger than they are.

    Args:
        page: the page.
        ranges: the number of the first character and how many, in the order of the text.
    """
    get_object, _, get_box = page.fast_calls()
    address = ctypes.cast(page.text, ctypes.c_void_p)
    rect = page.pdfium.FS_RECTF()
    rect_pointer = ctypes.byref(rect)
    quads: list[Quad] = []
    style: Style = (-1, 0.0, 1.0, 0)
    base, last_object = 0.0, None
    for index in (index for first, count in ranges for index in range(max(0, first), min(first + count, page.count))):
        found = get_object(address, index)
        if not found:  # A space that PDFium made up has no box.
            continue
        if found != last_object:
            style, last_object = page.style(index, found), found
        turn, baseline, size, _ = style
        if turn < 0:
            continue
        get_box(address, index, rect_pointer)
        start, end = along(turn, rect.left, rect.bottom, rect.right, rect.top)
        quad = Quad(
            turn, start - _BESIDE * size, end + _BESIDE * size, baseline - _BELOW * size, baseline + _ABOVE * size
        )
        last = quads[-1] if quads else None
        same_line = last is not None and last.turn == turn and abs(baseline - base) < _SAME_LINE * size
        if last is not None and same_line and quad.start > last.end - _MOST_BACK * size:
            last.end = max(last.end, quad.end)
            last.low, last.high = min(last.low, quad.low), max(last.high, quad.high)
        else:
            quads.append(quad)
            base = baseline
    return quads


def _user_space(turn: int, ahead: float, up: float) -> tuple[float, float]:
    return ((ahead, up), (-up, ahead), (-ahead, -up), (up, -ahead))[turn]
