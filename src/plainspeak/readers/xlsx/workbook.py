"""Find the sheets of a workbook."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from plainspeak.errors import ReadError
from plainspeak.readers.package import Package

__all__ = ["Sheet", "main_part", "sheets"]

_MOST_SHEETS = 200
_WORKBOOKS = frozenset(
    {
        "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}workbook",
        "{http://purl.oclc.org/ooxml/spreadsheetml/main}workbook",
    }
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One tab of a workbook."""

    number: int
    """From 1, in the order of the tabs; hidden ones count."""
    name: str
    hidden: bool
    kind: str
    """``worksheet``, ``chartsheet``, ``dialogsheet`` ...; empty when it is not in the file."""
    part: str


def main_part(package: Package) -> str:
    """Return the name of the part that lists the sheets.

    Raises:
        ReadError: it is no Excel file, or one that is not made of XML.
    """
    part = next(package.related("", "officeDocument"), "xl/workbook.xml")
    if part.lower().endswith(".bin"):
        raise ReadError("This is a binary Excel file (.xlsb). Open it in Excel, save it as .xlsx, and try again.")
    if part not in package:
        raise ReadError(
            "This file holds no Excel workbook, whatever its name says. Open it in Excel, save it again, and try again."
        )
    if package.xml(part).tag not in _WORKBOOKS:
        raise ReadError("This is not an Excel file, whatever its name says. Give it the right ending, and try again.")
    return part


def sheets(package: Package, workbook: str) -> list[Sheet]:
    """Return the sheets in the order of their tabs.

    Raises:
        ReadError: there are too many.
    """
    links = {link.id: link for link in package.relationships(workbook) if not link.external and link.target in package}
    elements = [each for group in package.xml(workbook).iterchildren("{*}sheets") for each in group]
    if len(elements) > _MOST_SHEETS:
        raise ReadError(f"This file has more than {_MOST_SHEETS} sheets. Split it into parts and check each one.")
    found: list[Sheet] = []
    for number, element in enumerate(elements, 1):
        link = links.get(_link_id(element))
        name = " ".join(element.get("name", "").split()) or f"Sheet {number}"
        if any(each.name == name for each in found):
            # Two names may differ in white space alone.
            name = f"{name} (sheet {number})"
        hidden = element.get("state", "visible") != "visible"
        found.append(Sheet(number, name, hidden, link.kind if link else "", link.target if link else ""))
    return found


def _link_id(element: etree._Element) -> str:
    """Return the id of an element's link; the two dialects have it in different namespaces."""
    return next((str(text) for key, text in element.attrib.items() if str(key).endswith("}id")), "")
