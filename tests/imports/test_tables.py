"""The tables of files are read as rows of cells, whatever they are saved as."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.errors import ReadError
from plainspeak.imports.tables import Table, read_tables

from .word import write_word

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Term,Meaning\r\ncafé,A place; with coffee\r\n"
ROWS = [("Term", "Meaning"), ("café", "A place; with coffee")]


def rows(path: Path) -> list[tuple[str, ...]]:
    """Return the cells of the only table of a file."""
    (table,) = read_tables(path)
    return [row.cells for row in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_encoding(encoding: str, tmp_path: Path) -> None:
    """Any encoding."""
    path = tmp_path / "words.csv"
    path.write_bytes(TEXT.encode(encoding))
    assert rows(path) == ROWS


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter(delimiter: str, tmp_path: Path) -> None:
    """Any delimiter."""
    path = tmp_path / "words.csv"
    path.write_text(f'ICB{delimiter}"board or{delimiter} two"\nCQC{delimiter}commission - of care\n')
    assert rows(path) == [("ICB", " ".join(f"board or{delimiter} two".split())), ("CQC", "commission - of care")]


def test_commas_in_text_between_tabs(tmp_path: Path) -> None:
    """Commas in text between tabs."""
    path = tmp_path / "words.tsv"
    path.write_text("ICB\tplans, buys\nCQC\tchecks, says, tells\nNHS\tcares\n")
    assert rows(path)[1] == ("CQC", "checks, says, tells")


def test_a_list_without_delimiters(tmp_path: Path) -> None:
    """A list without delimiters."""
    path = tmp_path / "words.csv"
    path.write_text("ICB - integrated care board\nCQC - a commission, which checks\n")
    assert rows(path)[1] == ("CQC - a commission, which checks",)


def test_the_delimiter_that_excel_notes(tmp_path: Path) -> None:
    """The delimiter that excel notes."""
    path = tmp_path / "words.csv"
    path.write_text("sep=;\r\nICB;a, b\r\n")
    (table,) = read_tables(path)
    assert [(row.place, row.cells) for row in table.rows] == [("row 1", ("", "")), ("row 2", ("ICB", "a, b"))]


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    """Rows are counted as a spreadsheet counts them."""
    path = tmp_path / "words.csv"
    path.write_text('Term,Meaning\n\nICB,"two\nlines"\nCQC,x\n')
    (table,) = read_tables(path)
    assert [row.place for row in table.rows if row.filled] == ["row 1", "row 3", "row 4"]
    assert table.rows[2].cells == ("ICB", "two\nlines")


def test_the_guard_against_formulas_comes_off(tmp_path: Path) -> None:
    """The guard against formulas comes off."""
    path = tmp_path / "words.csv"
    path.write_text("'=SUM,the 'honour'-based one\n'tis,x\n")
    assert rows(path) == [("=SUM", "the 'honour'-based one"), ("'tis", "x")]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("words.csv", b"", "This file is empty."),
        ("words.csv", b"\xef\xbb\xbf\r\n", "This file is empty."),
        ("words.xlsx", b"PK\x03\x04", "Spreadsheets aren't read. Save this one as CSV, and import that."),
        ("words.md", b"# No table here", "There is no table in this file."),
        ("words.csv", b"\x89PNG\r\n\x1a\n\xff\xff\xff\xff\xff", "This file holds no text."),
        ("words.csv", bytes(range(256)) * 9, "This file holds no text."),
    ],
)
def test_what_cannot_be_read_is_told(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    """What cannot be read is told."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_tables(path)
    assert caught.value.message.startswith(said)
    assert caught.value.where == str(path)


def test_a_quotation_mark_without_its_fellow_loses_no_rows(tmp_path: Path) -> None:
    """A quotation mark without its fellow loses no rows."""
    path = tmp_path / "words.csv"
    path.write_text('ICB,x\nCQC,"y\nNHS,z\n')
    with pytest.raises(ReadError) as caught:
        read_tables(path)
    assert caught.value.where == f"{path}:2"


def test_files_that_are_not_there(tmp_path: Path) -> None:
    """Files that are not there."""
    for name in ("none.csv", "none.docx"):
        with pytest.raises(ReadError, match="no such file"):
            read_tables(tmp_path / name)


def test_tables_of_a_word_file(tmp_path: Path) -> None:
    """Tables of a word file."""
    path = write_word(tmp_path / "words.docx", [["Our words"], ["ICB", "board\nof care"], ["", ""]], [["A", "B"]])
    first, second = read_tables(path)
    assert isinstance(first, Table)
    assert [(row.place, row.cells) for row in first.rows] == [
        ("table 1, row 1", ("Our words", "")),
        ("table 1, row 2", ("ICB", "board\nof care")),
    ]
    assert second.rows[0].place == "table 2, row 1"


def test_the_only_table_needs_no_number(tmp_path: Path) -> None:
    """The only table needs no number."""
    (table,) = read_tables(write_word(tmp_path / "words.docx", [["ICB", "board"]]))
    assert table.rows[0].place == "row 1"
