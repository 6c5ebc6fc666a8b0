"""The fields of a Word file: an instruction that nobody sees, then the result that everybody reads."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from plainspeak.readers.docx.names import NAMES, SKIPPED, alternative, name_of, value

__all__ = ["Fields"]


@dataclass
class _Field:
    """A field that is open."""

    instruction: str = ""
    in_code: bool = True


class Fields:
    """The fields that are open at one point of a story; they nest, and may run over many paragraphs."""

    def __init__(self, story: etree._Element) -> None:
        self._open: list[_Field] = []
        self._unclosed = _unclosed_fields(story)

    @property
    def in_code(self) -> bool:
        """Whether what comes now is part of an instruction."""
        return any(each.in_code for each in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether what comes now was put there by a table of contents."""
        return any(each.instruction.split()[:1] == ["TOC"] for each in self._open)

    def character(self, element: etree._Element) -> None:
        """Take a ``w:fldChar``: the start of a field, of its result, or its end."""
        kind = value(element, "fldCharType")
        if kind == "begin" and element not in self._unclosed:
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].in_code = False
        elif kind == "end" and self._open:
            self._open.pop()

    def instruction(self, element: etree._Element) -> None:
        """Take a ``w:instrText``."""
        if self._open:
            self._open[-1].instruction += element.text or ""

    def start_result(self, instruction: str) -> None:
        """Open a field whose instruction is an attribute (``w:fldSimple``)."""
        self._open.append(_Field(instruction, in_code=False))

    def end_result(self) -> None:
        """Close what :meth:`start_result` opened."""
        if self._open:
            self._open.pop()


def _unclosed_fields(story: etree._Element) -> frozenset[etree._Element]:
    """The starts of fields that never end: taken at their word, they would swallow the rest of the story."""
    open_fields: list[etree._Element] = []
    for element in story.iter("{*}fldChar"):
        kind = value(element, "fldCharType")
        if kind not in ("begin", "end") or not _belongs(element, story):
            continue
        if kind == "begin":
            open_fields.append(element)
        elif open_fields:
            open_fields.pop()
    return frozenset(open_fields)


def _belongs(element: etree._Element, story: etree._Element) -> bool:
    """Whether the walker of a story comes past an element of it."""
    for ancestor in element.iterancestors():
        if ancestor is story:
            return True
        name = NAMES.get(ancestor.tag)
        if name in SKIPPED or name == "w:txbxContent":
            return False
        parent = ancestor.getparent()
        if parent is not None and name_of(parent) == "mc:AlternateContent" and alternative(parent) is not ancestor:
            return False
    return False
