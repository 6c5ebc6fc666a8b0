"""Put the marks of a comment around runs, so that every word and every comment is there in Word and in LibreOffice."""

from __future__ import annotations

from functools import cached_property

from lxml import etree

from plainspeak.reviewers.docx.comments import CommentsPart
from plainspeak.reviewers.docx.runs import Runs

__all__ = ["Marks"]


class Marks:
    """Writes the marks of comments: where the words begin, where they end, and which comment it is.

    The third mark is a run of its own. LibreOffice loses text where that run stands in the result of a field or in a
    content control, so it goes behind these.
    """

    def __init__(self, body: etree._Element, runs: Runs, part: CommentsPart) -> None:
        self._body = body
        self._runs = runs
        self._tags = runs.tags
        self._part = part

    def around_runs(self, first: etree._Element, last: etree._Element, number: str) -> None:
        """Put a comment on the words from one run to another; they needn't have the same parent."""
        first.addprevious(self._tags.make("commentRangeStart", id=number))
        end = self._tags.make("commentRangeEnd", id=number)
        last.addnext(end)
        self._refer(end, last, number)

    def around_paragraph(self, paragraph: etree._Element, number: str) -> None:
        """Put a comment on a whole paragraph."""
        _insert_first(paragraph, self._tags.make("commentRangeStart", id=number), self._tags("pPr"))
        end = self._tags.make("commentRangeEnd", id=number)
        paragraph.append(end)
        self._refer(end, end, number)

    def _refer(self, end: etree._Element, last: etree._Element, number: str) -> None:
        reference = self._part.mark("commentReference", id=number)
        place = end
        while (outside := self._out_of(place, last)) is not None:
            place = last = outside
        following = self._after_control(place)
        if following is None:
            place.addnext(reference)
        else:
            _insert_first(following, reference, self._tags("pPr"))

    def _out_of(self, place: etree._Element, run: etree._Element) -> etree._Element | None:
        """Return what to go behind: the control or field in the paragraph that a place is in; ``None`` in neither."""
        outer = None
        for ancestor in place.iterancestors():
            if ancestor.tag == self._tags("p"):
                break
            if ancestor.tag in (self._tags("fldSimple"), self._tags("sdt")):
                outer = ancestor
        if outer is not None:
            return outer
        field_end = self._runs.fields.end_of(run)
        return field_end if field_end is not None and field_end is not run else None

    def instead_of(self, run: etree._Element) -> etree._Element | None:
        """Return the paragraph to comment on rather than on words that end with a run; ``None`` for most.

        LibreOffice loses the words of a comment that ends in a content control around the last paragraph of a paper.
        """
        paragraph = next(run.iterancestors(self._tags("p")), None)
        if paragraph not in self._first_of_controls or self._after_control(run) is not None:
            return None
        above = self._paragraphs[: self._paragraphs.index(paragraph)]
        return next((each for each in reversed(above) if each not in self._first_of_controls), None)

    def _after_control(self, place: etree._Element) -> etree._Element | None:
        """Return the next paragraph, for a place in the first paragraph of a content control around paragraphs."""
        paragraph = next(place.iterancestors(self._tags("p")), None)
        if paragraph is None or paragraph not in self._first_of_controls:
            return None
        position = self._paragraphs.index(paragraph)
        rest = self._paragraphs[position + 1 :]
        return next((each for each in rest if each not in self._first_of_controls), None)

    @cached_property
    def _paragraphs(self) -> list[etree._Element]:
        box = self._tags("txbxContent")
        return [each for each in self._body.iter(self._tags("p")) if next(each.iterancestors(box), None) is None]

    @cached_property
    def _first_of_controls(self) -> frozenset[etree._Element]:
        """The first paragraph of each content control around paragraphs, but not of built-in parts."""
        found = set()
        for control in self._body.iter(self._tags("sdt")):
            properties = control.find(self._tags("sdtPr"))
            built_in = properties is not None and properties.find(self._tags("docPartObj")) is not None
            first = control.find(f".//{self._tags('p')}")
            if first is not None and not built_in and next(control.iterancestors(self._tags("p")), None) is None:
                found.add(first)
        return frozenset(found)


def _insert_first(paragraph: etree._Element, element: etree._Element, properties: str) -> None:
    """Put an element at the beginning of a paragraph, behind its properties."""
    has_properties = len(paragraph) > 0 and paragraph[0].tag == properties
    paragraph.insert(1 if has_properties else 0, element)
