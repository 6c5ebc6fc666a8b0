"""A page as a Word document, from the few parts that one needs.

It is written by hand rather than with a library: the page has headings, paragraphs, one kind of list and one kind of
table, and this way the file holds no template's author, fonts or American spelling, and is the same each time.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from html import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from plainspeak.exports._docx_parts import DECLARATION, NAMESPACES, fixed_parts
from plainspeak.exports.explanations import capitalised
from plainspeak.exports.page import Entry, Page, Section

__all__ = ["page_docx"]

_COLUMNS = (2900, 6738)  # twentieths of a point: what is left of A4 between margins of 2 cm
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOOK = 'w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"'
_PAPER = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
    'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)


def page_docx(page: Page) -> bytes:
    """Return a page as a Word file: A4, in British English, with headings and tables that a screen reader knows."""
    file = io.BytesIO()
    with ZipFile(file, "w") as package:
        for name, xml in (*fixed_parts(title=_text(page.title)), ("word/document.xml", _document(page))):
            # A fixed date keeps the file the same each time that it is made.
            entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, xml)
    return file.getvalue()


def _document(page: Page) -> str:
    body = [
        _paragraph(page.title, "Heading1"),
        *(_paragraph(each) for each in page.introduction),
        *(block for section in page.sections for block in _section(section)),
        # Word wants a paragraph after the last table, even an empty one.
        _paragraph(page.last_line, "Credit"),
    ]
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{''.join(body)}{_PAPER}</w:body></w:document>"


def _section(section: Section) -> Iterator[str]:
    if section.heading:
        yield _paragraph(section.heading, "Heading2")
    if section.entries:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _COLUMNS)
        rows = (_row((_paragraph(entry.name, "TableWord"), "".join(_meaning(entry)))) for entry in section.entries)
        heading = _row((_paragraph("Word", "TableWord"), _paragraph("What it means", "TableWord")), heading=True)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(_COLUMNS)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook {_LOOK}/>'
            f'<w:tblCaption w:val="Words and what they mean"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"{heading}{''.join(rows)}</w:tbl>"
        )


def _row(cells: Iterable[str], *, heading: bool = False) -> str:
    """Return a row that stays on one page; a heading is repeated on each."""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E8EDEE"/>' if heading else ""
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{cell}</w:tc>'
        for width, cell in zip(_COLUMNS, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if heading else ''}</w:trPr>{written}</w:tr>"


def _meaning(entry: Entry) -> Iterator[str]:
    if entry.stands_for:
        yield _paragraph(capitalised(entry.stands_for), "TableWord")
    for line in entry.lines:
        yield _paragraph(line, "TableText")
    for choice in entry.choices:
        yield _paragraph(choice, "TableList")
    if entry.see:
        yield _paragraph(f"{entry.before_see} {', '.join(entry.see)}", "TableText")
    if not (entry.stands_for or entry.lines or entry.choices or entry.see):
        yield _paragraph("", "TableText")


def _paragraph(text: str, style: str = "Normal") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{_text(text)}</w:t></w:r></w:p>'
    )


def _text(text: str) -> str:
    """Return text for an XML file: what XML has no way to hold is left out."""
    return escape(_NOT_XML.sub("", text), quote=False)
