"""Put the marks of comments between the words of an OpenDocument text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeGuard

from lxml import etree

from plainspeak.document import Block
from plainspeak.readers.anchors import NodeText
from plainspeak.reviewers.base import AUTHOR, INITIALS
from plainspeak.reviewers.comments import Comment, told_elsewhere

__all__ = ["DRAW", "OFFICE_EXTRA", "PRESENTATION", "SVG", "TextMarks", "annotation"]

_STANDARD = "urn:oasis:names:tc:opendocument:xmlns"
_OFFICE = f"{{{_STANDARD}:office:1.0}}"
_TEXT = f"{{{_STANDARD}:text:1.0}}"
_META = f"{{{_STANDARD}:meta:1.0}}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
DRAW = f"{{{_STANDARD}:drawing:1.0}}"
OFFICE_EXTRA = "{http://openoffice.org/2009/office}"
PRESENTATION = f"{{{_STANDARD}:presentation:1.0}}"
SVG = f"{{{_STANDARD}:svg-compatible:1.0}}"
_NAMES = {
    "office": _OFFICE[1:-1],
    "text": _TEXT[1:-1],
    "svg": SVG[1:-1],
    "meta": _META[1:-1],
    "dc": _DUBLIN_CORE[1:-1],
    "officeooo": OFFICE_EXTRA[1:-1],
}
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
# Where marks may stand between words. In a field they can't: there they go around it.
_INLINE = frozenset({*_PARAGRAPHS, f"{_TEXT}span", f"{_TEXT}a", f"{_TEXT}ruby-base", f"{_TEXT}meta"})


def annotation(name: str, text: str, when: datetime) -> etree._Element:
    """Return a comment of ours.

    Args:
        name: the full name of its element.
        text: what it says, a paragraph a line.
        when: its date.
    """
    note = etree.Element(name, nsmap=_NAMES)
    etree.SubElement(note, f"{_DUBLIN_CORE}creator").text = AUTHOR
    etree.SubElement(note, f"{_DUBLIN_CORE}date").text = when.strftime("%Y-%m-%dT%H:%M:%S")
    etree.SubElement(note, f"{_META}creator-initials").text = INITIALS
    for line in text.split("\n"):
        etree.SubElement(note, f"{_TEXT}p").text = line
    return note


class TextMarks:
    """Writes comments into a copy of a text.

    Marks are collected first, by the stretch of text that they cut. From the last to the first in each, no mark changes
    where another one goes.
    """

    def __init__(self, original: etree._Element, copied: etree._Element, blocks: Sequence[Block]) -> None:
        self._original = original
        self._copied = copied
        self._blocks = blocks
        self._twins: dict[etree._Element, etree._Element] = {}
        self._taken = {each.get(f"{_OFFICE}name") for each in original.iter(f"{_OFFICE}annotation")}
        self._number = 0
        self._cuts: dict[tuple[etree._Element, bool], list[tuple[int, int, etree._Element]]] = {}
        self._before: list[tuple[etree._Element, etree._Element]] = []
        self._behind: list[tuple[etree._Element, etree._Element]] = []

    def write(self, comments: Sequence[Comment], when: datetime) -> int:
        """Write comments, and return how many there was a place for."""
        anchors = (each.anchor for comment in comments for each in self._blocks[comment.at.block].segments)
        wanted = {anchor.element for anchor in anchors if isinstance(anchor, NodeText)}
        pairs = zip(self._original.iter(), self._copied.iter(), strict=True)
        self._twins = {old: new for old, new in pairs if old in wanted}
        written = sum(self._comment(comment, when) for comment in comments)
        for (element, tail), marks in self._cuts.items():
            _cut(element, tail=tail, marks=marks)
        for element, mark in self._before:
            element.addprevious(mark)
        for element, mark in self._behind:
            _cut(element, tail=True, marks=[(0, 0, mark)])
        return written

    def _comment(self, comment: Comment, when: datetime) -> bool:
        """Note the marks of a comment; tell whether there is a place for it."""
        block = self._blocks[comment.at.block]
        segments = block.segments_in(comment.at.span)
        if not segments:
            return False
        first, last = segments[0], segments[-1]
        if self._is_in_text(first.anchor) and self._is_in_text(last.anchor):
            name = self._free_name()
            begin = annotation(f"{_OFFICE}annotation", comment.text, when)
            begin.set(f"{_OFFICE}name", name)
            end = etree.Element(f"{_OFFICE}annotation-end", {f"{_OFFICE}name": name})
            self._mark(first.anchor, first.offset, begin, behind=False)
            self._mark(last.anchor, last.offset + last.length, end, behind=True)
            return True
        host = self._host(first.anchor)
        if host is None:
            return False
        note = annotation(f"{_OFFICE}annotation", told_elsewhere(comment, block), when)
        if host.tag in _PARAGRAPHS:
            self._cuts.setdefault((host, False), []).append((0, 1, note))
        else:
            self._before.append((host, note))
        return True

    def _is_in_text(self, anchor: object) -> TypeGuard[NodeText]:
        """Tell whether words stand in the text itself: no program shows comments in notes, headers and text boxes."""
        return isinstance(anchor, NodeText) and anchor.element in self._twins and self._outside(anchor) is None

    def _outside(self, anchor: NodeText) -> etree._Element | None:
        """Return the outermost drawing or note of the copy that words are in; ``None`` outside of these."""
        twin = self._twins[anchor.element]
        around = [each for each in (twin, *twin.iterancestors()) if _is_apart(each)]
        if anchor.tail and around and around[0] is twin:
            around = around[1:]
        return around[-1] if around else None

    def _host(self, anchor: object) -> etree._Element | None:
        """Return what stands in the text for words that are outside of it: a drawing, a note, the first paragraph."""
        host = self._outside(anchor) if isinstance(anchor, NodeText) and anchor.element in self._twins else None
        if host is not None and next(host.iterancestors(*_PARAGRAPHS), None) is not None:
            return host
        paragraphs = self._copied.iter(*_PARAGRAPHS)
        return next((each for each in paragraphs if not any(map(_is_apart, each.iterancestors()))), None)

    def _free_name(self) -> str:
        self._number += 1
        while f"plainspeak{self._number}" in self._taken:
            self._number += 1
        return f"plainspeak{self._number}"

    def _mark(self, anchor: NodeText, offset: int, mark: etree._Element, *, behind: bool) -> None:
        twin = self._twins[anchor.element]
        container = twin.getparent() if anchor.tail else twin
        field = None
        for each in (container, *container.iterancestors()) if container is not None else ():
            if each.tag in _PARAGRAPHS:
                break
            if each.tag not in _INLINE:
                field = each
        if field is None:
            # Where one comment ends and another begins, the end comes first.
            self._cuts.setdefault((twin, anchor.tail), []).append((offset, 0 if behind else 1, mark))
        else:
            (self._behind if behind else self._before).append((field, mark))


def _is_apart(element: etree._Element) -> bool:
    return element.tag == f"{_TEXT}note" or str(element.tag).startswith(DRAW)


def _cut(element: etree._Element, *, tail: bool, marks: list[tuple[int, int, etree._Element]]) -> None:
    """Put marks into the text before the first child of an element, or into the text behind the element."""
    text = (element.tail if tail else element.text) or ""
    for offset, _, mark in sorted(marks, key=lambda each: each[:2], reverse=True):
        mark.tail = text[offset:]
        text = text[:offset]
        if tail:
            element.tail = text
            parent = element.getparent()
            if parent is not None:
                parent.insert(parent.index(element) + 1, mark)
        else:
            element.text = text
            element.insert(0, mark)
