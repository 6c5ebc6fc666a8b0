"""Where text of a zip of XML parts comes from, besides the element that holds it: what readers and reviewers share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

__all__ = ["AttributeText", "CellAnchor", "NodeText"]

_FILE_NAME = re.compile(r"\S*(?:[\\/]|\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf))\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AttributeText:
    """The anchor of text that stands in an attribute, such as the description of a picture."""

    element: etree._Element
    attribute: str

    @property
    def text(self) -> str:
        """The text of the attribute."""
        return self.element.get(self.attribute) or ""

    @property
    def is_file_name(self) -> bool:
        """Whether it is the name of a file: Office programs describe a pasted picture so, and no person wrote it."""
        return bool(_FILE_NAME.fullmatch(self.text.strip()))


@dataclass(frozen=True, slots=True)
class CellAnchor:
    """The anchor of text in a cell of a sheet; offsets count the characters of the cell's text as Excel shows it."""

    part: str
    """The part that holds the sheet, such as ``xl/worksheets/sheet1.xml``."""
    reference: str
    """The cell, such as ``B7``."""


@dataclass(frozen=True, slots=True)
class NodeText:
    """The anchor of text in mixed content: what stands in an element before its first child, or right behind it."""

    element: etree._Element
    tail: bool = False
    """Whether it is the text behind the element."""

    @property
    def text(self) -> str:
        """The text, as written."""
        return (self.element.tail if self.tail else self.element.text) or ""

    @property
    def is_file_name(self) -> bool:
        """Whether it is the name of a file, as in :class:`AttributeText`."""
        return bool(_FILE_NAME.fullmatch(self.text.strip()))
