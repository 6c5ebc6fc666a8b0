"""Where text of a zip of XML parts comes from, besides the element that holds it: what readers and reviewers share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

__all__ = ["AttributeText", "CellAnchor", "NodeText"]

# What Office programs write by themselves to describe a picture.
_FILE_NAME = re.compile(r"[\\/]|\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf)", re.IGNORECASE)
_GUESS = re.compile(
    r"\bdescription (?:automatically generated|generated with)|\bAI-generated content may be incorrect", re.IGNORECASE
)


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
    def is_automatic(self) -> bool:
        """Whether a program wrote it, and no person: it is the name of a file, or a guess at what a picture shows."""
        return _is_automatic(self.text)


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
    def is_automatic(self) -> bool:
        """Whether a program wrote it, and no person: it is the name of a file, or a guess at what a picture shows."""
        return _is_automatic(self.text)


def _is_automatic(description: str) -> bool:
    is_one_word = len(description.split(maxsplit=1)) == 1
    return bool((is_one_word and _FILE_NAME.search(description)) or _GUESS.search(description))
