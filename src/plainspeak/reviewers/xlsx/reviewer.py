"""Write findings into a copy of an Excel file, as notes on the cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from lxml import etree

from plainspeak.document import Block, Document
from plainspeak.errors import ReadError, WriteError
from plainspeak.findings import Edit
from plainspeak.readers.anchors import AttributeText, CellAnchor
from plainspeak.readers.xlsx import XlsxOrigin, XlsxReader
from plainspeak.readers.xlsx.workbook import main_part
from plainspeak.reviewers.base import Review
from plainspeak.reviewers.comments import Comment, told_elsewhere
from plainspeak.reviewers.package import PackagePatch
from plainspeak.reviewers.xlsx.notes import SheetNotes, reference_of

__all__ = ["XlsxReviewer"]

_LAST_COLUMN = 16_383
_LAST_ROW = 1_048_575
_PROTECTED = "This workbook is protected. The notes can be read; to change or delete them, take the protection off."
_DAMAGED = "The notes in this file can\u2019t be read, so none were added. Open it in Excel, save it, and try again."


class XlsxReviewer:
    """Writes notes into Excel files. A cell has one note at most, so all that is said of a cell goes into one."""

    media_types: ClassVar[tuple[str, ...]] = (XlsxReader.media_type,)
    tracks_changes: ClassVar[bool] = False

    def review(
        self,
        document: Document,
        comments: Sequence[Comment],
        edits: Sequence[Edit],  # noqa: ARG002
        *,
        when: datetime,  # noqa: ARG002
    ) -> Review:
        """Return the file with notes; Excel keeps no date for these.

        Raises:
            WriteError: the file is signed, its own notes are damaged, or it can't be copied safely.
        """
        origin = document.origin
        if not isinstance(origin, XlsxOrigin):
            raise WriteError("This text did not come from an Excel file.")
        if not comments:
            return Review(origin.package.data, 0)
        patch = PackagePatch(origin.package)
        notices = [_PROTECTED] if _is_protected(origin) else []
        written = left_out = 0
        said = _by_cell(document, comments)
        for place, (sheet, part) in enumerate(origin.sheets.items(), 1):
            cells = said.pop(sheet, {})
            if not cells:
                continue
            try:
                notes = SheetNotes(patch, origin.package, part, place)
            except ReadError as error:
                raise WriteError(_DAMAGED) from error
            taken = notes.taken
            for cell, texts in cells.items():
                if cell in taken:
                    left_out += len(texts)
                    notices.append(f"{sheet}, {cell}, has a note already, so ours isn\u2019t written: {texts[0]}")
                else:
                    notes.add(cell, "\n".join(texts))
                    written += 1
        return Review(patch.written(), written, left_out, notices=tuple(notices))


def _is_protected(origin: XlsxOrigin) -> bool:
    """Tell whether Excel keeps people from changing the workbook or one of its sheets."""
    package = origin.package
    return package.xml(main_part(package)).find("{*}workbookProtection") is not None or any(
        package.xml(part).find("{*}sheetProtection") is not None for part in origin.sheets.values()
    )


def _by_cell(document: Document, comments: Sequence[Comment]) -> dict[str, dict[str, list[str]]]:
    """Return what is to be said, by sheet and cell."""
    said: dict[str, dict[str, list[str]]] = {}
    for comment in comments:
        block = document.blocks[comment.at.block]
        text = told_elsewhere(comment, block)
        said.setdefault(block.place.sheet or "", {}).setdefault(_cell_of(block), []).append(text)
    return said


def _cell_of(block: Block) -> str:
    """Return the cell that a note on a block goes to; for a text box, the cell at its corner."""
    anchor = block.segments[0].anchor if block.segments else None
    if isinstance(anchor, CellAnchor):
        return anchor.reference
    element = anchor.element if isinstance(anchor, AttributeText) else anchor
    return reference_of(*(_corner(element) if isinstance(element, etree._Element) else (0, 0)))


def _corner(element: etree._Element) -> tuple[int, int]:
    """Return the row and the column, both from 0, of the cell at the upper left corner of a drawing."""
    for ancestor in element.iterancestors("{*}twoCellAnchor", "{*}oneCellAnchor"):
        row, column = ancestor.findtext("{*}from/{*}row", ""), ancestor.findtext("{*}from/{*}col", "")
        if row.isdecimal() and column.isdecimal() and len(row) < 8 and len(column) < 6:
            return min(int(row), _LAST_ROW), min(int(column), _LAST_COLUMN)
    return 0, 0
