"""Lines and columns of a text, counted as editors count them."""

from __future__ import annotations

import bisect
import re
from typing import NamedTuple

__all__ = ["Extent", "LineIndex"]

_LINE_END = re.compile(r"\r\n|\n|\r")


class Extent(NamedTuple):
    """Where some characters of a text stand. Lines and columns count from 1; the end is not part of it."""

    line: int
    column: int
    end_line: int
    end_column: int

    def moved(self, lines: int) -> Extent:
        """Return the same so many lines further down."""
        line, column, end_line, end_column = self
        return Extent(line + lines, column, end_line + lines, end_column)


class LineIndex:
    """Turn character offsets into lines and columns.

    Only ``\\n``, ``\\r\\n`` and ``\\r`` end a line, as in the Language Server Protocol: ``str.splitlines`` also splits
    at form feeds and U+2028, which text pasted from Word and PDF files holds.
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and column of a character offset, both from 1; the column counts code points."""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def extent(self, start: int, end: int) -> Extent:
        """Return where the characters between two offsets stand."""
        return Extent(*self.position(start), *self.position(end))

    def offset(self, line: int) -> int:
        """Return the character offset at which a line (from 1) starts."""
        return self._starts[line - 1]
