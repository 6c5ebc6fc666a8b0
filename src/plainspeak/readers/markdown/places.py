"""Where the content of Markdown blocks and table cells stands in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.common.utils import MD_TRIM_CHARS

from plainspeak.readers._source_map import LINE_END, Piece, SourceMap

__all__ = ["Places"]

_LINE_END = re.compile(r"\r\n|\n|\r")
_BAR = re.compile(r"(?<!\\)\|")


class Places:
    """Maps what the parser hands out back to the lines of the file."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def block(self, content: str, line: int) -> SourceMap:
        """Map the content of a paragraph, heading or HTML block that begins on a line (from 0).

        What a line of the content lacks of the line in the file stands before it: marks of quotations and lists.
        """
        pieces: list[Piece] = []
        at = 0
        for text in content.split("\n"):
            if at:
                pieces.append((at - 1, LINE_END, 0))
            start, written = self._line(line)
            # The parser may have turned tabs into spaces at the start of a line.
            words = text.lstrip(" \t")
            indent = len(text) - len(words)
            found = len(written) - len(words) if written.endswith(words) else written.rfind(words)
            pieces.append((at + indent, start + found, 0) if found >= 0 else (at, start, max(1, len(written))))
            at += len(text) + 1
            line += 1
        return SourceMap(content, self._source, pieces)

    def heading(self, content: str, line: int, marks: str) -> SourceMap:
        """Map the content of a heading that begins with ``marks`` (``##``)."""
        start, written = self._line(line)
        marks_at = written.find(marks)
        found = written.find(content, marks_at + len(marks)) if marks_at >= 0 else -1
        piece = (0, start + found, 0) if found >= 0 else (0, start, max(1, len(written)))
        return SourceMap(content, self._source, [piece])

    def row(self, cells: Sequence[str], line: int) -> list[SourceMap]:
        """Map the cells of a table row."""
        start, written = self._line(line)
        columns = _columns(written)
        # A bar may open the row, after the mark of a quotation or list if any: then the columns begin after the bar.
        fitting = columns[: len(cells)]
        if not all(_fits(cell, written[a:b]) for cell, (a, b) in zip(cells, fitting, strict=False)):
            fitting = columns[1 : len(cells) + 1]
        maps = []
        for index, cell in enumerate(cells):
            a, b = fitting[index] if index < len(fitting) else (len(written), len(written))
            maps.append(SourceMap(cell, self._source, _cell_pieces(cell, written, a, b, start)))
        return maps

    def _line(self, line: int) -> tuple[int, str]:
        if line >= len(self._starts):
            return max(0, len(self._source) - 1), ""
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._source)
        # The parser does the same to NUL; its length stays.
        return start, self._source[start:end].rstrip("\r\n").replace("\0", "\ufffd")


def _columns(row: str) -> list[tuple[int, int]]:
    """Where the columns of a row begin and end; a bar after a backslash parts nothing."""
    columns = []
    begin = 0
    for bar in _BAR.finditer(row):
        columns.append((begin, bar.start()))
        begin = bar.end()
    columns.append((begin, len(row)))
    return columns


def _fits(cell: str, written: str) -> bool:
    text = written.replace("\\|", "|").rstrip(MD_TRIM_CHARS)
    return text.endswith(cell) if cell else not text


def _cell_pieces(cell: str, row: str, begin: int, end: int, start: int) -> list[Piece]:
    """The pieces of a cell: one, and one more after the backslash of each escaped bar."""
    written = row[begin:end].rstrip(MD_TRIM_CHARS)
    if "\\|" not in written and written.endswith(cell):
        return [(0, start + begin + len(written) - len(cell), 0)]
    # The place of each character that stays when the backslashes go.
    kept = [begin + index for index in range(len(written)) if written[index : index + 2] != "\\|"]
    if len(kept) < len(cell) or _fits(cell, written) is False:
        return [(0, start, max(1, len(row)))]
    kept = kept[len(kept) - len(cell) :]
    return [
        (index, start + position, 0)
        for index, position in enumerate(kept)
        if index == 0 or position != kept[index - 1] + 1
    ]
