"""Columns as editors count them, and as we do.

An editor says a place as a line and a column, both from 0. It counts columns in bytes of UTF-8, in halves of UTF-16 or
in code points, whichever it and the server have agreed on; we count code points.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

__all__ = ["Encoding", "Position", "column_of", "units_of"]

_LAST_OF_TWO_BYTES = 0x7FF
_LAST_OF_ONE_UNIT = 0xFFFF


class Encoding(str, Enum):
    """What an editor counts columns in, by the names of the Language Server Protocol."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"


class Position(NamedTuple):
    """A place between two characters: the line, and the column in an editor's units; both from 0."""

    line: int
    units: int


def units_of(line: str, column: int, encoding: Encoding) -> int:
    """Return the units that stand before a column of a line.

    Args:
        line: its text.
        column: in code points.
        encoding: says what a unit is.
    """
    if encoding is Encoding.UTF32 or line.isascii():
        return min(column, len(line))
    before = line[:column]
    if encoding is Encoding.UTF8:
        return len(before.encode("utf-8", "surrogatepass"))
    return len(before.encode("utf-16-le", "surrogatepass")) // 2


def column_of(line: str, units: int, encoding: Encoding) -> int:
    """Return the column, in code points, of a place in a line.

    A place inside a character is taken for the place before it, and one beyond the line for its end.

    Args:
        line: its text.
        units: how many stand before the place.
        encoding: says what a unit is.
    """
    if encoding is Encoding.UTF32 or line.isascii():
        return max(0, min(units, len(line)))
    passed = 0
    for column, character in enumerate(line):
        passed += _width(character, encoding)
        if passed > units:
            return column
    return len(line)


def _width(character: str, encoding: Encoding) -> int:
    code = ord(character)
    if encoding is Encoding.UTF16:
        return 1 if code <= _LAST_OF_ONE_UNIT else 2
    if code <= _LAST_OF_TWO_BYTES:
        return 1 if character.isascii() else 2
    return 3 if code <= _LAST_OF_ONE_UNIT else 4
