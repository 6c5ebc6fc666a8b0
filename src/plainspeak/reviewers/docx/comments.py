"""The part of a Word file that holds its comments: ours come after those of people."""

from __future__ import annotations

import posixpath
from datetime import datetime

from lxml import etree

from plainspeak.readers.docx import DocxOrigin
from plainspeak.reviewers.base import AUTHOR, INITIALS
from plainspeak.reviewers.docx.runs import SPACE, Tags
from plainspeak.reviewers.package import PackagePatch

__all__ = ["CommentsPart", "date_of"]

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT = "purl.oclc.org"
_NUMBERED = ("comment", "commentRangeStart", "commentReference", "ins", "del", "moveFrom", "moveTo")


class CommentsPart:
    """Writes comments into the part of a file that holds them; makes it where there is none.

    Attributes:
        reference_style: the id of the style of a comment's mark in the text, if the file has one.
    """

    def __init__(self, patch: PackagePatch, origin: DocxOrigin, body: etree._Element, tags: Tags) -> None:
        self._tags = tags
        styles = _styles(origin)
        self.reference_style = styles.get("annotation reference")
        self._text_style = styles.get("annotation text")
        self._root = self._open(patch, origin, body)
        self._next = 1 + max(self._numbers(self._root) | self._numbers(body), default=-1)

    @property
    def count(self) -> int:
        """How many comments the file has by now."""
        return len(self._root)

    def add(self, text: str, when: datetime) -> str:
        """Add a comment, and return its number."""
        number = self.number()
        comment = self._tags.make("comment", id=number, author=AUTHOR, date=date_of(when), initials=INITIALS)
        for index, line in enumerate(text.split("\n")):
            paragraph = etree.SubElement(comment, self._tags("p"))
            if self._text_style:
                properties = etree.SubElement(paragraph, self._tags("pPr"))
                properties.append(self._tags.make("pStyle", val=self._text_style))
            if index == 0:
                paragraph.append(self.mark("annotationRef"))
            run = etree.SubElement(paragraph, self._tags("r"))
            said = etree.SubElement(run, self._tags("t"))
            said.text = line
            said.set(SPACE, "preserve")
        self._root.append(comment)
        return number

    def number(self) -> str:
        """Return a number that no comment or change has yet."""
        self._next += 1
        return str(self._next - 1)

    def mark(self, name: str, **attributes: str) -> etree._Element:
        """Return a run that holds nothing but a comment's mark."""
        run = self._tags.make("r")
        if self.reference_style:
            properties = etree.SubElement(run, self._tags("rPr"))
            properties.append(self._tags.make("rStyle", val=self.reference_style))
        run.append(self._tags.make(name, **attributes))
        return run

    def _open(self, patch: PackagePatch, origin: DocxOrigin, body: etree._Element) -> etree._Element:
        for there in origin.package.related(origin.main_part, "comments"):
            return patch.tree(there)
        name = patch.free_name(posixpath.join(posixpath.dirname(origin.main_part), "comments.xml"))
        root = etree.Element(self._tags("comments"), nsmap={"w": str(body.tag)[1:].partition("}")[0]})
        patch.add_tree(name, root)
        patch.set_type(name, _TYPE)
        patch.link(origin.main_part, "comments", name, strict=_STRICT in body.tag)
        return root

    def _numbers(self, root: etree._Element) -> set[int]:
        ids = (each.get(self._tags("id"), "") for each in root.iter(*map(self._tags, _NUMBERED)))
        return {int(text) for text in ids if text.isascii() and text.isdigit() and len(text) < 10}


def date_of(when: datetime) -> str:
    """Return a date as Word files write it."""
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _styles(origin: DocxOrigin) -> dict[str, str]:
    """Return the ids of the styles of a file by their names in small letters."""
    found = {}
    for part in origin.package.related(origin.main_part, "styles"):
        root = origin.package.xml(part)
        tags = Tags(root)
        for style in root.iter(tags("style")):
            name = style.find(tags("name"))
            if name is not None:
                found[(name.get(tags("val")) or "").lower()] = style.get(tags("styleId")) or ""
    return found
