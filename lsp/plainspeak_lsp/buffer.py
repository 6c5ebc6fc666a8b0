"""The text of an open document as its editor sees it: lines, kept in step with what is typed.

Only ``\\n``, ``\\r\\n`` and ``\\r`` end a line. ``str.splitlines`` also splits where text pasted from Word or a PDF has
U+2028 or a form feed; whoever counts lines so puts the next edit into the wrong one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from plainspeak_lsp.positions import Encoding, Position, column_of, units_of

__all__ = ["NO_CHANGE", "Buffer", "Change"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)")
_ENDS = "\r\n"


class Change(NamedTuple):
    """Which lines an edit touched: ``removed`` lines from ``first`` on (from 0) gave way to ``added`` ones."""

    first: int
    removed: int
    added: int

    def followed_by(self, other: Change) -> Change:
        """Return the change that this and a later one make together."""
        if self == NO_CHANGE or other == NO_CHANGE:
            return other if self == NO_CHANGE else self
        first = min(self.first, other.first)
        touched = max(self.first + self.added, other.first + other.removed) - first
        return Change(first, touched + self.removed - self.added, touched + other.added - other.removed)


NO_CHANGE = Change(0, 0, 0)


class Buffer:
    """The lines of a text.

    Attributes:
        lines: each with its line end. The last one has none; it is empty where the text ends with one.
        encoding: what the editor counts columns in.
    """

    def __init__(self, text: str, encoding: Encoding) -> None:
        self.lines = _split(text)
        self.encoding = encoding

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.lines)

    def replace(self, text: str) -> Change:
        """Put another text in the place of all of it."""
        removed, self.lines = len(self.lines), _split(text)
        return Change(0, removed, len(self.lines))

    def edit(self, start: Position, end: Position, text: str) -> Change:
        """Put a text in the place of what stands between two positions; those beyond the text are taken for its end."""
        (first, at), (last, until) = sorted((self._clamped(start), self._clamped(end)))
        if first and self.lines[first - 1].endswith("\r"):
            # With a line feed after it, that is one line end.
            first, before = first - 1, self.lines[first - 1] + self.lines[first][:at]
        else:
            before = self.lines[first][:at]
        lines = _split(before + text + self.lines[last][until:])
        if last + 1 < len(self.lines):
            # What stood before a line end still does, so nothing comes after the last one.
            lines.pop()
        self.lines[first : last + 1] = lines
        return Change(first, last + 1 - first, len(lines))

    def text_between(self, start: Position, end: Position) -> str:
        """Return what stands between two places."""
        (first, at), (last, until) = sorted((self._clamped(start), self._clamped(end)))
        if first == last:
            return self.lines[first][at:until]
        return "".join([self.lines[first][at:], *self.lines[first + 1 : last], self.lines[last][:until]])

    def position(self, line: int, column: int) -> Position:
        """Return a place in the editor's terms; the column is in code points."""
        return Position(line, units_of(self.lines[line], column, self.encoding))

    def column(self, position: Position) -> int:
        """Return the column of a place, in code points."""
        return self._clamped(position)[1]

    def _clamped(self, position: Position) -> tuple[int, int]:
        """Return the line and the column of a place, which is before the line's end."""
        if position.line >= len(self.lines):
            return len(self.lines) - 1, len(self.lines[-1])
        line = max(0, position.line)
        return line, column_of(self.lines[line].rstrip(_ENDS), position.units, self.encoding)


def _split(text: str) -> list[str]:
    lines = _LINE.findall(text)
    return [*lines, text[sum(map(len, lines)) :]]
