"""Read Excel files: the words in their cells, their text boxes and the descriptions of their pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from lxml import etree

from plainspeak.document import Document, Notice, Place
from plainspeak.readers._notices import counted
from plainspeak.readers.base import Limits
from plainspeak.readers.package import Package, sniff_office
from plainspeak.readers.xlsx.cells import Output, SharedStrings, read_cells
from plainspeak.readers.xlsx.drawings import read_drawing
from plainspeak.readers.xlsx.workbook import Sheet, main_part, sheets

__all__ = ["XlsxOrigin", "XlsxReader"]

_UNREAD = {
    "": "isn't in the file",
    "chartsheet": "is a chart",
    "dialogsheet": "is a dialogue box",
}
"""What is said of a sheet that has no cells, by the kind of its link."""


@dataclass(frozen=True)
class XlsxOrigin:
    """What a reviewer needs to write notes into the file.

    The anchor of a segment is a :class:`CellAnchor`, with offsets in the text of the cell; in a text box an ``a:t``
    element of one of the trees in ``package.trees``; or an :class:`AttributeText`.
    """

    package: Package
    sheets: Mapping[str, str]
    """The name of the part of each sheet that was read, by the name of the sheet."""


class XlsxReader:
    """Reads Excel files (``.xlsx``, ``.xlsm``)."""

    media_type: ClassVar[str] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    suffixes: ClassVar[tuple[str, ...]] = (".xlsx", ".xlsm")

    def sniff(self, head: bytes, name: str) -> float:
        """Return how sure it is that this is an Excel file; old and damaged ones too, to say what is wrong."""
        return sniff_office(head, name, folder=b"xl/", endings=(*self.suffixes, ".xls"))

    def read(self, data: bytes, *, name: str, limits: Limits) -> Document:
        """Return the document."""
        package = Package(data, limits=limits, program="Excel")
        workbook = main_part(package)
        tabs = sheets(package, workbook)
        strings = SharedStrings(next(_trees(package, workbook, "sharedStrings"), None))
        output = Output(limits.characters)
        parts: dict[str, str] = {}
        for sheet in filter(_is_read, tabs):
            # A part is one sheet, unless the file is built to do harm: it may name a large one many times.
            if sheet.part not in parts.values():
                parts[sheet.name] = sheet.part
                _read_sheet(package, sheet, strings, output)
        return Document(
            name=name,
            media_type=self.media_type,
            blocks=tuple(output.blocks),
            notices=tuple(_notices(package, tabs, output)),
            origin=XlsxOrigin(package, MappingProxyType(parts)),
        )


def _is_read(sheet: Sheet) -> bool:
    return sheet.kind == "worksheet" and not sheet.hidden


def _read_sheet(package: Package, sheet: Sheet, strings: SharedStrings, output: Output) -> None:
    """Read the cells of a sheet, then what lies on it, and count what is there and is not read."""
    root = package.xml(sheet.part)
    read_cells(root, sheet, strings, output)
    for drawing in _trees(package, sheet.part, "drawing"):
        read_drawing(drawing, sheet.name, output)
    output.skip("embedded object", sum(len(each) for each in root.iterchildren("{*}oleObjects")))
    output.skip("comment", _count_comments(package, sheet.part))


def _count_comments(package: Package, part: str) -> int:
    """Count the notes on the cells of a sheet, and each comment and reply in its threads.

    Excel keeps a note beside each thread for programs that know no threads: those don't count.
    """
    threads = [each.get("ref") for root in _trees(package, part, "threadedComment") for each in root]
    notes = [each.get("ref") for root in _trees(package, part, "comments") for each in root.iter("{*}comment")]
    with_thread = set(threads)
    return len(threads) + sum(reference not in with_thread for reference in notes)


def _trees(package: Package, part: str, kind: str) -> Iterator[etree._Element]:
    return map(package.xml, package.related(part, kind))


def _notices(package: Package, tabs: Sequence[Sheet], output: Output) -> Iterator[Notice]:
    """Say what is in the file and was not read, in plain sentences."""
    if not output.blocks:
        yield Notice("This file holds no text to check. If its sheets show words, those are in a picture or a chart.")
    for sheet in tabs:
        if not _is_read(sheet):
            what = "is hidden" if sheet.hidden else _UNREAD.get(sheet.kind, "is no ordinary sheet")
            yield Notice(f"The sheet \u201c{sheet.name}\u201d {what}, so it isn't checked.", Place(sheet=sheet.name))
    for what, count in output.skipped.items():
        yield Notice(f"Not checked: {counted(count, what)}.")
    if any(name.lower().endswith("vbaproject.bin") for name in package.names):
        yield Notice("This file holds macros. They were not run.")
