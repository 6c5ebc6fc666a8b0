"""Write findings into a copy of an OpenDocument file: comments on the exact words, or on the slide that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from lxml import etree

from plainspeak.document import Block, Document
from plainspeak.errors import WriteError
from plainspeak.findings import Edit
from plainspeak.readers.anchors import NodeText
from plainspeak.readers.odf import OdfOrigin, OdpReader, OdtReader
from plainspeak.reviewers.base import Review
from plainspeak.reviewers.comments import Comment, told_elsewhere
from plainspeak.reviewers.odf.marks import DRAW, OFFICE_EXTRA, PRESENTATION, SVG, TextMarks, annotation
from plainspeak.reviewers.package import PackagePatch

__all__ = ["OdfReviewer"]

_CONTENT = "content.xml"


class OdfReviewer:
    """Writes comments into OpenDocument texts and presentations."""

    media_types: ClassVar[tuple[str, ...]] = (OdtReader.media_type, OdpReader.media_type)
    tracks_changes: ClassVar[bool] = False

    def review(
        self,
        document: Document,
        comments: Sequence[Comment],
        edits: Sequence[Edit],  # noqa: ARG002
        *,
        when: datetime,
    ) -> Review:
        """Return the file with comments.

        Raises:
            WriteError: the file is signed, or it can't be copied safely.
        """
        origin = document.origin
        if not isinstance(origin, OdfOrigin):
            raise WriteError("This text did not come from an OpenDocument file.")
        if not comments:
            return Review(origin.package.data, 0)
        patch = PackagePatch(origin.package)
        root = patch.tree(_CONTENT)
        if document.media_type == OdpReader.media_type:
            written = _on_slides(root, document.blocks, comments, when)
        else:
            written = TextMarks(origin.package.xml(_CONTENT), root, document.blocks).write(comments, when)
        return Review(patch.written(), written, len(comments) - written)


def _on_slides(root: etree._Element, blocks: Sequence[Block], comments: Sequence[Comment], when: datetime) -> int:
    """Put comments on slides, each at the corner of its shape; return how many there was a place for."""
    slides = list(root.iter(f"{DRAW}page"))
    written = 0
    for comment in comments:
        block = blocks[comment.at.block]
        number = block.place.slide or 1
        if number > len(slides):
            continue
        slide = slides[number - 1]
        note = annotation(f"{OFFICE_EXTRA}annotation", told_elsewhere(comment, block), when)
        for name, measure in _corner(block).items():
            note.set(name, measure)
        # The speaker's notes come last.
        notes = slide.find(f"{PRESENTATION}notes")
        slide.insert(len(slide) if notes is None else slide.index(notes), note)
        written += 1
    return written


def _corner(block: Block) -> dict[str, str]:
    """Return where the outermost shape around a block is on its slide, as attributes of a comment."""
    anchor = block.segments[0].anchor if block.segments else None
    measures = {f"{SVG}x": "0.5cm", f"{SVG}y": "0.5cm"}
    if isinstance(anchor, NodeText) and block.place.part == "body":
        for ancestor in anchor.element.iterancestors():
            if ancestor.get(f"{SVG}x"):
                measures = {name: ancestor.get(name) or "0.5cm" for name in measures}
    return measures
