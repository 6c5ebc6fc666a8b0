"""Read the tables of a file, as rows of cells."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plainspeak.document import Block, Document, Kind
from plainspeak.errors import ReadError
from plainspeak.glossary.plain_yaml import UNSEEN
from plainspeak.readers import Limits, read_document
from plainspeak.readers.encoding import decode

__all__ = ["Row", "Table", "read_tables"]

_CSV = (".csv", ".tsv", ".tab", ".txt")
_SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".ods", ".numbers")
_DELIMITERS = ",;\t|"
# Excel's own note on the delimiter, as the first line.
_NOTE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")
_LEAST_TO_ONE = 100
"""Characters of a text for each that is none."""
_GUARDED = re.compile(r"^'(?=[=+\-@\t\r\n])")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: what is in its cells, each paragraph of a cell on a line of its own."""

    place: str
    """Such as ``row 4`` or ``table 2, row 4``, counted as a person would."""
    cells: tuple[str, ...]

    @property
    def filled(self) -> tuple[str, ...]:
        """The cells that aren't empty."""
        return tuple(filter(None, self.cells))


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its rows from top to bottom; all have the same number of cells."""

    name: str
    """Such as ``table 2``; empty for a CSV file."""
    rows: tuple[Row, ...]


def read_tables(path: Path) -> list[Table]:
    """Return the tables of a file, at least one: a CSV file is one table, other files are read as papers are.

    Raises:
        ReadError: the file can't be read, or holds no table; the message says what to do.
    """
    where, suffix = str(path), path.suffix.lower()
    if suffix in _SPREADSHEETS:
        raise ReadError("Spreadsheets aren't read. Save this one as CSV, and import that.", where=where)
    if suffix in _CSV:
        return [_csv_table(_text_of(path), where)]
    tables = list(_document_tables(read_document(path)))
    if not tables:
        raise ReadError(
            "There is no table in this file. Put the words and their meanings into a table, or into a CSV file.",
            where=where,
        )
    return tables


def _text_of(path: Path) -> str:
    where, limits = str(path), Limits()
    try:
        if path.is_dir():
            raise ReadError("This is a folder, not a file.", where=where)
        if path.stat().st_size > limits.characters:
            raise ReadError("This file is too large for a list of words. Split it into parts.", where=where)
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReadError("There is no such file. Check the name and the folder.", where=where) from None
    except OSError as error:
        raise ReadError(f"This file can't be opened ({error.strerror}).", where=where) from error
    try:
        text = decode(data, charset=_wide(data)).text
    except ReadError as error:
        raise ReadError(error.message, where=where) from error
    if not text.strip():
        raise ReadError("This file is empty.", where=where)
    if len(_NOT_TEXT.findall(text)) * _LEAST_TO_ONE > len(text):
        raise ReadError("This file holds no text. Save the table as CSV, and import that.", where=where)
    return text


def _wide(data: bytes) -> str | None:
    """Return the encoding of a text in UTF-16 that has no mark at its beginning."""
    head = data[:2000]
    if b"\0" not in head:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _csv_table(text: str, where: str) -> Table:
    note = _NOTE.match(text)
    if note:
        records = [[], *_parsed(text[note.end() :], note[1], where)]
    else:
        delimiter = max(_DELIMITERS, key=lambda each: _evenness(text, each))
        # Without delimiters, each line is one cell: "ICB - integrated care board, which plans care".
        even = _evenness(text, delimiter) > 0
        records = _parsed(text, delimiter, where) if even else [[line] for line in text.splitlines()]
    rows = [[_tidy(_GUARDED.sub("", cell)) for cell in record] for record in records]
    return _table("", [(number, dict(enumerate(row))) for number, row in enumerate(rows, 1)])


def _evenness(text: str, delimiter: str) -> float:
    """Return how many rows a delimiter splits into the same number of cells, more than one."""
    try:
        lengths = Counter(len(record) for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return 0
    lengths.pop(0, None)
    cells, rows = max(lengths.items(), key=lambda each: each[1], default=(0, 0))
    return rows + cells / 1000 if cells > 1 else 0


def _parsed(text: str, delimiter: str, where: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    line = 1
    try:
        for record in reader:
            records.append(record)
            line = reader.line_num + 1
    except csv.Error as error:
        # What is wrong with the marks would otherwise swallow the rows after them.
        raise ReadError(
            f"This row has no clear cells ({error}). Check its quotation marks, or save the table as CSV anew.",
            where=f"{where}:{line}",
        ) from error
    return records


def _document_tables(document: Document) -> Iterator[Table]:
    tables: dict[int, dict[int, dict[int, str]]] = {}
    for block in document.blocks:
        if block.place.table is not None and block.kind is not Kind.ALT:
            table, row, column = block.place.table
            cells = tables.setdefault(table, {}).setdefault(row, {})
            cells[column] = f"{cells[column]}\n{_line(block)}" if column in cells else _line(block)
    for number, rows in tables.items():
        name = f"table {number}" if len(tables) > 1 else ""
        yield _table(name, [(row, {at - 1: _tidy(text) for at, text in cells.items()}) for row, cells in rows.items()])


def _line(block: Block) -> str:
    return f"\u2022 {block.text}" if block.kind is Kind.LIST_ITEM else block.text


def _table(name: str, rows: list[tuple[int, dict[int, str]]]) -> Table:
    width = max((max(cells, default=0) + 1 for _, cells in rows), default=0)
    before = f"{name}, " if name else ""
    return Table(
        name,
        tuple(
            Row(f"{before}row {number}", tuple(cells.get(column, "") for column in range(width)))
            for number, cells in rows
        ),
    )


def _tidy(text: str) -> str:
    lines = (" ".join(UNSEEN.sub("", line).split()) for line in text.splitlines())
    return "\n".join(filter(None, lines))
