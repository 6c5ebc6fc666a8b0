"""Read the cells of a sheet that hold text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from plainspeak.document import Block, BlockBuilder, Kind, Place, Segment
from plainspeak.errors import ReadError
from plainspeak.readers._collected import Collected
from plainspeak.readers.anchors import CellAnchor
from plainspeak.readers.xlsx.workbook import Sheet

__all__ = ["Output", "SharedStrings", "letters_of_column", "read_cells"]

_MOST_CELLS = 1_000_000
_TEXT = frozenset({"s", "str", "inlineStr"})
"""The types of cells with text: a shared string, the result of a formula, and a string of the cell's own."""
_LOST = "cell of text that isn't in the file"
_LETTER = re.compile(r"[^\W\d_]")
_LINE = re.compile(r"[^\r\n]+")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_INDEX = re.compile(r"\s*([0-9]{1,9})\s*")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ROW = re.compile(r"[0-9]{1,7}")
_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576


@dataclass
class Output(Collected):
    """The blocks of a workbook as they come."""

    cells: int = 0

    def add_cell(self, block: Block) -> None:
        """Add the block of one cell.

        Raises:
            ReadError: the workbook holds more than may be read.
        """
        self.cells += 1
        if self.cells > _MOST_CELLS:
            raise ReadError(
                f"This file has more than {_MOST_CELLS:,} cells with text. Split it into parts and check each one."
            )
        self.add(block)


class SharedStrings:
    """The strings that the cells of all sheets share. Each is tidied once, however many cells show it.

    Args:
        root: the list of them (``sst``); ``None`` when the workbook has none.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._texts = [] if root is None else [_joined(item) for item in root.iterchildren("{*}si")]
        self._tidied: dict[int, Block | None] = {}

    def tidied(self, number: str) -> Block | None:
        """Return a string as a block without a place; ``None`` when it holds no words.

        Raises:
            KeyError: there is no such string.
        """
        match = _INDEX.fullmatch(number)
        if match is None or int(match[1]) >= len(self._texts):
            raise KeyError(number)
        index = int(match[1])
        if index not in self._tidied:
            self._tidied[index] = _tidied(self._texts[index])
        return self._tidied[index]


def read_cells(root: etree._Element, sheet: Sheet, strings: SharedStrings, output: Output) -> None:
    """Add a block for each cell with words, in the order of the file: row by row.

    Args:
        root: the ``worksheet``.
        sheet: what is known of it.
        strings: those of its workbook.
        output: where the blocks go.
    """
    row_number = 0
    for row in (row for data in root.iterchildren("{*}sheetData") for row in data.iterchildren("{*}row")):
        # Programs other than Excel may leave out where rows and cells stand: each then follows the one before.
        row_number = _row_number(row.get("r", "")) or row_number + 1
        for column, cell in enumerate(row.iterchildren("{*}c"), 1):
            kind = cell.get("t")
            # Sheets have many more cells with numbers or only a border than with text: nothing is done for those.
            if kind not in _TEXT:
                continue
            try:
                block = _text_of(cell, kind, strings)
            except KeyError:
                output.skip(_LOST)
                continue
            if block is not None:
                position = _position(cell.get("r", "")) or (row_number, column)
                output.add_cell(_placed(block, sheet, *position))


def _text_of(cell: etree._Element, kind: str, strings: SharedStrings) -> Block | None:
    if kind == "inlineStr":
        item = next(cell.iterchildren("{*}is"), None)
        return None if item is None else _tidied(_joined(item))
    value = next(cell.iterchildren("{*}v"), None)
    text = "" if value is None else value.text or ""
    if kind == "s":
        return strings.tidied(text) if text else None
    return _tidied(_unescaped(text))


def _joined(item: etree._Element) -> str:
    """Return the text of a string, which may be made of runs; how it is said aloud (``rPh``) is not part of it."""
    runs = item.iterchildren("{*}t", "{*}r")
    return _unescaped("".join(text.text or "" for run in runs for text in run.iter("{*}t")))


def _unescaped(text: str) -> str:
    """Return text with the characters that XML cannot hold: ``_x000D_`` is the end of a line."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)


def _tidied(text: str) -> Block | None:
    if not _LETTER.search(text):
        return None
    builder = BlockBuilder()
    for line in _LINE.finditer(text):
        builder.line_break()
        builder.add(line.group(), line.start())
    return builder.build(Kind.CELL, Place())


def _placed(block: Block, sheet: Sheet, row: int, column: int) -> Block:
    reference = f"{letters_of_column(column)}{row}"
    anchor = CellAnchor(sheet.part, reference)
    return Block(
        kind=block.kind,
        text=block.text,
        segments=tuple(
            Segment(each.start, each.end, each.offset, each.length, anchor, each.exact) for each in block.segments
        ),
        place=Place(sheet=sheet.name, cell=reference, table=(sheet.number, row, column)),
    )


def _position(reference: str) -> tuple[int, int] | None:
    """Return the row and column of ``B7``; ``None`` for what is no cell of a sheet."""
    match = _REFERENCE.fullmatch(reference)
    row = _row_number(match[2]) if match else None
    if match is None or row is None:
        return None
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return (row, column) if column <= _LAST_COLUMN else None


def _row_number(text: str) -> int | None:
    return int(text) if _ROW.fullmatch(text) and 0 < int(text) <= _LAST_ROW else None


def letters_of_column(column: int) -> str:
    """Return the letters of a column by its number, from 1."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
