"""Where in the body of a Word file a comment may stand: Word shows none in headers, footers, notes and text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TypeGuard

from lxml import etree

from plainspeak.readers.anchors import AttributeText
from plainspeak.readers.docx import DocxOrigin
from plainspeak.reviewers.docx.runs import Runs

__all__ = ["Hosts"]


class Hosts:
    """Finds the run or paragraph of the body that something outside of it belongs to.

    Args:
        origin: the file as its reader left it.
        body: the root element of the copy of the main part.
        runs: of that copy.
    """

    def __init__(self, origin: DocxOrigin, body: etree._Element, runs: Runs) -> None:
        self._package = origin.package
        self._main_part = origin.main_part
        self._original = origin.package.xml(origin.main_part)
        self._body = body
        self._runs = runs
        self._tags = runs.tags

    def is_in_body(self, anchor: object) -> TypeGuard[etree._Element]:
        """Tell whether the anchor of a segment is text of the body itself: a comment can be on the exact words."""
        return (
            isinstance(anchor, etree._Element)
            and anchor.getroottree().getroot() is self._original
            and next(anchor.iterancestors(self._tags("txbxContent")), None) is None
        )

    def host_of(self, anchor: object) -> etree._Element | None:
        """Return the run or paragraph of the copy that stands for an anchor; ``None`` if the body has no paragraph.

        That is the drawing of a text box, the mark of a note, or the first paragraph under a page header.
        """
        element = anchor.element if isinstance(anchor, AttributeText) else anchor
        host = self._host(element) if isinstance(element, etree._Element) else None
        return self._first_paragraph if host is None else host

    def _host(self, element: etree._Element) -> etree._Element | None:
        root = element.getroottree().getroot()
        if root is self._original:
            twin = self._runs.twin(element)
            run = self._outermost_run(twin)
            return self._first_in_table(twin) if run is None else run
        for kind in ("footnote", "endnote"):
            for note in element.iterancestors(self._tags(kind)):
                reference = self._references.get((kind, note.get(self._tags("id")) or ""))
                return None if reference is None else self._outermost_run(reference)
        part = next((name for name, tree in self._package.trees.items() if tree is root), "")
        return self._sections.get(part)

    def _first_in_table(self, element: etree._Element) -> etree._Element | None:
        table = next(element.iterancestors(self._tags("tbl")), None)
        return None if table is None else table.find(f".//{self._tags('p')}")

    def _outermost_run(self, element: etree._Element) -> etree._Element | None:
        return next(reversed(list(element.iterancestors(self._tags("r")))), None)

    @cached_property
    def _references(self) -> dict[tuple[str, str], etree._Element]:
        """The marks of notes, by kind and number."""
        marks = ((kind, self._body.iter(self._tags(f"{kind}Reference"))) for kind in ("footnote", "endnote"))
        return {(kind, mark.get(self._tags("id")) or ""): mark for kind, found in marks for mark in found}

    @cached_property
    def _sections(self) -> dict[str, etree._Element]:
        """The first paragraph of the first section with a page header or footer, by the name of that part."""
        targets = {link.id: link.target for link in self._package.relationships(self._main_part)}
        found: dict[str, etree._Element] = {}
        first: etree._Element | None = None
        for element in self._body.iter(self._tags("p"), self._tags("sectPr")):
            if element.tag == self._tags("p"):
                first = element if first is None and not self._is_in_box(element) else first
            elif first is not None:
                for part in self._furniture(element, targets):
                    found.setdefault(part, first)
                first = None
        return found

    def _furniture(self, section: etree._Element, targets: dict[str, str]) -> Iterator[str]:
        for reference in section.iterchildren(self._tags("headerReference"), self._tags("footerReference")):
            number = next((text for key, text in reference.attrib.items() if str(key).endswith("}id")), "")
            yield targets.get(str(number), "")

    @cached_property
    def _first_paragraph(self) -> etree._Element | None:
        return next((each for each in self._body.iter(self._tags("p")) if not self._is_in_box(each)), None)

    def _is_in_box(self, element: etree._Element) -> bool:
        return next(element.iterancestors(self._tags("txbxContent")), None) is not None
