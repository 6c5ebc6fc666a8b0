"""Make Word files with tables, as staff make them."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["write_word"]

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_LINKS = f'<Relationships><Relationship Id="a" Type="{_LINK}" Target="word/document.xml"/></Relationships>'


def write_word(path: Path, *tables: Sequence[Sequence[str]]) -> Path:
    """Write a Word file with some tables.

    Args:
        path: where.
        tables: rows of cells. A line end in a cell begins a new paragraph; a row with a single cell is merged.
    """
    body = "".join(f"<w:p><w:r><w:t>Our words</w:t></w:r></w:p>{_table(rows)}" for rows in tables)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_rels/.rels", _LINKS)
        archive.writestr("word/document.xml", f"<w:document {_WORD}><w:body>{body}<w:p/></w:body></w:document>")
    return path


def _table(rows: Sequence[Sequence[str]]) -> str:
    width = max(map(len, rows))
    return f"<w:tbl>{''.join(_row(cells, width) for cells in rows)}</w:tbl>"


def _row(cells: Sequence[str], width: int) -> str:
    merged = f'<w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>' if len(cells) == 1 < width else ""
    return f"<w:tr>{''.join(f'<w:tc>{merged}{_paragraphs(cell)}</w:tc>' for cell in cells)}</w:tr>"


def _paragraphs(cell: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in cell.split("\n"))
