"""The two parts that hold the notes of a sheet: what they say, and the boxes they are shown in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from plainspeak.readers.package import Package
from plainspeak.readers.xlsx.cells import letters_of_column
from plainspeak.reviewers.base import AUTHOR
from plainspeak.reviewers.package import PackagePatch

__all__ = ["SheetNotes", "position_of", "reference_of"]

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_STRICT = "purl.oclc.org"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NAMESPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_BOXES = """<xml {namespaces}>
<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/></o:shapelayout>
<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">
<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
</xml>"""
_BOX = """<v:shape {namespaces} id="_x0000_s{number}" type="#_x0000_t202" fillcolor="#ffffe1" o:insetmode="auto"
 style="position:absolute;width:220pt;height:{height}pt;z-index:1;visibility:hidden"><v:fill color2="#ffffe1"/>
<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note">
<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 4</x:Anchor>
<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"""
# What comes after the link to the boxes, in the order that the format wants.
_AFTER = frozenset(
    "legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst AlternateContent".split()
)
_NUMBER = re.compile(r"_x0000_s(\d{1,9})$")
_NUMBERS_A_SHEET = 1024
_COLUMNS_WIDE = 4
_LINE_CHARACTERS = 40
_MOST_ROWS = 25
_ROW_POINTS = 15


class SheetNotes:
    """Writes notes on the cells of one sheet, after those of people.

    Args:
        patch: of the file.
        package: the file.
        part: the part that holds the sheet.
        place: which sheet it is, from 1: each has numbers of its own for its boxes.
    """

    def __init__(self, patch: PackagePatch, package: Package, part: str, place: int) -> None:
        self._patch = patch
        self._links = {link.kind: link for link in package.relationships(part) if not link.external}
        self._part = part
        self._sheet = patch.tree(part)
        self._namespace = self._sheet.tag.rpartition("}")[0] + "}"
        self._strict = _STRICT in self._namespace
        self._list = self._open_list()
        self._boxes = self._open_boxes(place)
        authors = self._list.find(f"{self._namespace}authors")
        if authors is None:
            authors = etree.Element(f"{self._namespace}authors")
            self._list.insert(0, authors)
        self._author = str(len(authors))
        etree.SubElement(authors, f"{self._namespace}author").text = AUTHOR
        self._number = max([_NUMBERS_A_SHEET * place, *self._numbers()])

    @property
    def taken(self) -> set[str]:
        """The cells that have a note."""
        return {each.get("ref") or "" for each in self._list.iter(f"{self._namespace}comment")}

    def add(self, reference: str, text: str) -> None:
        """Put a note on a cell that has none."""
        notes = self._list.find(f"{self._namespace}commentList")
        if notes is None:
            notes = etree.SubElement(self._list, f"{self._namespace}commentList")
        note = etree.SubElement(notes, f"{self._namespace}comment", ref=reference, authorId=self._author)
        run = etree.SubElement(etree.SubElement(note, f"{self._namespace}text"), f"{self._namespace}r")
        said = etree.SubElement(run, f"{self._namespace}t")
        said.text = text
        said.set(_SPACE, "preserve")
        self._number += 1
        row, column = position_of(reference)
        lines = sum(1 + len(line) // _LINE_CHARACTERS for line in text.split("\n"))
        rows = min(lines + 1, _MOST_ROWS)
        box = _BOX.format(
            namespaces=_NAMESPACES,
            number=self._number,
            height=rows * _ROW_POINTS,
            left=column + 1,
            top=max(0, row - 1),
            right=column + 1 + _COLUMNS_WIDE,
            bottom=max(0, row - 1) + rows,
            row=row,
            column=column,
        )
        self._boxes.append(etree.fromstring(box))

    def _open_list(self) -> etree._Element:
        link = self._links.get("comments")
        if link is not None and link.target in self._patch:
            return self._patch.tree(link.target)
        name = self._patch.free_name("xl/comments.xml")
        root = etree.Element(f"{self._namespace}comments", nsmap={"x": self._namespace[1:-1]})
        etree.SubElement(root, f"{self._namespace}authors")
        etree.SubElement(root, f"{self._namespace}commentList")
        self._patch.add_tree(name, root)
        self._patch.set_type(name, _COMMENTS_TYPE)
        self._patch.link(self._part, "comments", name, strict=self._strict)
        return root

    def _open_boxes(self, place: int) -> etree._Element:
        link = self._links.get("vmlDrawing")
        if link is not None and link.target in self._patch and self._legacy() is not None:
            return self._patch.tree(link.target)
        name = self._patch.free_name("xl/drawings/vmlDrawing.vml")
        root = etree.fromstring(_BOXES.format(namespaces=_NAMESPACES, block=place))
        self._patch.add_tree(name, root)
        self._patch.set_default_type("vml", _VML_TYPE)
        number = self._patch.link(self._part, "vmlDrawing", name, strict=self._strict)
        relationships = _RELATIONSHIPS_STRICT if self._strict else _RELATIONSHIPS
        link_element = etree.Element(f"{self._namespace}legacyDrawing", nsmap={"r": relationships})
        link_element.set(f"{{{relationships}}}id", number)
        self._sheet.insert(self._place_of_link(), link_element)
        return root

    def _legacy(self) -> etree._Element | None:
        return self._sheet.find(f"{self._namespace}legacyDrawing")

    def _place_of_link(self) -> int:
        for index, element in enumerate(self._sheet):
            if etree.QName(element).localname in _AFTER:
                return index
        return len(self._sheet)

    def _numbers(self) -> Iterator[int]:
        for element in self._boxes:
            found = _NUMBER.match(element.get("id") or "")
            if found:
                yield int(found[1])


def position_of(reference: str) -> tuple[int, int]:
    """Return the row and the column of a cell such as ``B7``, both from 0."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter.upper()) - ord("A") + 1
    return int(reference[len(letters) :]) - 1, column - 1


def reference_of(row: int, column: int) -> str:
    """Return the name of a cell; both numbers are from 0."""
    return f"{letters_of_column(column + 1)}{row + 1}"
