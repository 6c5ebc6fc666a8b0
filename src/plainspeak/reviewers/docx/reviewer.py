"""Write findings into a copy of a Word file: comments on the exact words, and safe swaps as tracked changes."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import datetime
from typing import ClassVar

from lxml import etree

from plainspeak.document import Document, Segment
from plainspeak.errors import WriteError
from plainspeak.findings import Edit
from plainspeak.readers.anchors import AttributeText
from plainspeak.readers.docx import DocxOrigin, DocxReader
from plainspeak.reviewers.base import AUTHOR, Review
from plainspeak.reviewers.comments import Comment, told_elsewhere
from plainspeak.reviewers.docx.comments import CommentsPart, date_of
from plainspeak.reviewers.docx.hosts import Hosts
from plainspeak.reviewers.docx.marks import Marks
from plainspeak.reviewers.docx.runs import SPACE, Runs, Tags
from plainspeak.reviewers.package import PackagePatch

__all__ = ["DocxReviewer"]

_MOST_IN_FILE = 30_000
"""Word opens no file with more than 32,767 comments."""
_PROTECTED = "This file is protected against changes, so Word may not show the comments. Take the protection off first."


class DocxReviewer:
    """Writes comments and tracked changes into Word files."""

    media_types: ClassVar[tuple[str, ...]] = (DocxReader.media_type,)
    tracks_changes: ClassVar[bool] = True

    def review(
        self, document: Document, comments: Sequence[Comment], edits: Sequence[Edit], *, when: datetime
    ) -> Review:
        """Return the file with comments and tracked changes.

        Raises:
            WriteError: the file is signed, or can't be copied safely.
        """
        if not isinstance(document.origin, DocxOrigin):
            raise WriteError("This text did not come from a Word file.")
        if not comments and not edits:
            return Review(document.origin.package.data, 0)
        return _Writing(document, document.origin, _anchors(document, comments, edits), when).review(comments, edits)


class _Writing:
    """Writes one file."""

    def __init__(self, document: Document, origin: DocxOrigin, anchors: set[etree._Element], when: datetime) -> None:
        package = origin.package
        self._blocks = document.blocks
        self._when = when
        self._patch = PackagePatch(package)
        body = self._patch.tree(origin.main_part)
        self._runs = Runs(package.xml(origin.main_part), body, anchors)
        self._tags = self._runs.tags
        self._part = CommentsPart(self._patch, origin, body, self._tags)
        self._hosts = Hosts(origin, body, self._runs)
        self._marks = Marks(body, self._runs, self._part)
        self._notices = (_PROTECTED,) if _is_protected(origin) else ()

    def review(self, comments: Sequence[Comment], edits: Sequence[Edit]) -> Review:
        there = self._part.count
        left_out = sum(not self._comment(each) for each in comments)
        changes = 0
        for edit in edits:
            if self._change(edit):
                changes += 1
            else:
                left_out += not self._comment(Comment(edit.at, f"Write \u201c{edit.text}\u201d here.", ""))
        return Review(self._patch.written(), self._part.count - there, left_out, changes, self._notices)

    def _comment(self, comment: Comment) -> bool:
        """Write a comment; tell whether there was a place for it."""
        block = self._blocks[comment.at.block]
        segments = block.segments_in(comment.at.span)
        if not segments or self._part.count >= _MOST_IN_FILE:
            return False
        runs = self._cut(segments)
        host = self._hosts.host_of(segments[0].anchor) if runs is None else self._marks.instead_of(runs[1])
        if runs is not None and host is None:
            self._marks.around_runs(*runs, self._part.add(comment.text, self._when))
            return True
        if host is None:
            return False
        number = self._part.add(told_elsewhere(comment, block), self._when)
        if host.tag == self._tags("p"):
            self._marks.around_paragraph(host, number)
        else:
            self._marks.around_runs(host, host, number)
        return True

    def _cut(self, segments: Sequence[Segment]) -> tuple[etree._Element, etree._Element] | None:
        """Return the first and the last run of some segments, cut to size; ``None`` outside of the body."""
        begin, end = segments[0], segments[-1]
        if not (self._hosts.is_in_body(begin.anchor) and self._hosts.is_in_body(end.anchor)):
            return None
        first = self._runs.beginning_at(begin.anchor, begin.offset)
        return first, self._runs.ending_at(end.anchor, end.offset + end.length)

    def _change(self, edit: Edit) -> bool:
        """Write an edit as a tracked change, where its words and nothing else stand in the paragraph; tell whether."""
        segments = self._blocks[edit.at.block].segments_in(edit.at.span)
        runs = self._cut(segments) if segments else None
        if runs is None:
            return False
        first, last = runs
        paragraph = first.getparent()
        in_field = self._runs.fields.end_of(first) is not None or self._runs.fields.end_of(last) is not None
        if paragraph is None or paragraph.tag != self._tags("p") or last.getparent() is not paragraph or in_field:
            return False
        words = self._runs.text_between(first, last)
        if not words:
            return False
        inserted = self._tracked("ins", edit.text, first)
        for run in words:
            deleted = self._tracked("del")
            run.addprevious(deleted)
            deleted.append(run)
            for text in run.iterchildren(self._tags("t")):
                text.tag = self._tags("delText")
            last = deleted
        last.addnext(inserted)
        return True

    def _tracked(self, name: str, text: str = "", like: etree._Element | None = None) -> etree._Element:
        """Return an insertion or a deletion; with a text, it holds a run of that text with the format of another."""
        change = self._tags.make(name, id=self._part.number(), author=AUTHOR, date=date_of(self._when))
        if text and like is not None:
            run = etree.SubElement(change, self._tags("r"))
            properties = like.find(self._tags("rPr"))
            if properties is not None:
                run.append(deepcopy(properties))
            written = etree.SubElement(run, self._tags("t"))
            written.text = text
            written.set(SPACE, "preserve")
        return change


def _anchors(document: Document, comments: Sequence[Comment], edits: Sequence[Edit]) -> set[etree._Element]:
    """Return the elements that hold the words of comments and edits."""
    places = [*(each.at for each in comments), *(each.at for each in edits)]
    segments = (each for at in places for each in document.blocks[at.block].segments_in(at.span))
    anchors = (each.anchor.element if isinstance(each.anchor, AttributeText) else each.anchor for each in segments)
    return {anchor for anchor in anchors if isinstance(anchor, etree._Element)}


def _is_protected(origin: DocxOrigin) -> bool:
    """Tell whether Word keeps people from changing the file."""
    for part in origin.package.related(origin.main_part, "settings"):
        root = origin.package.xml(part)
        tags = Tags(root)
        protection = root.find(tags("documentProtection"))
        return protection is not None and (protection.get(tags("enforcement")) or "0") in ("1", "true", "on")
    return False
