"""Write findings into a copy of a PDF: each is a highlight on the exact words, with a note that pops up."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from plainspeak.document import Document, PageAnchor
from plainspeak.errors import WriteError
from plainspeak.findings import Edit
from plainspeak.readers.base import Limits
from plainspeak.readers.pdf.process import ask_child
from plainspeak.readers.pdf.reader import PdfOrigin, PdfReader, PictureAnchor
from plainspeak.reviewers.base import AUTHOR, Review
from plainspeak.reviewers.comments import Comment

__all__ = ["PdfReviewer"]

_WORK = "plainspeak.reviewers.pdf.highlights"
_INSTEAD = "Use \u201cplainspeak report\u201d instead: it shows the text with all that was found."
_MESSAGES = {
    "encrypted": f"This PDF is protected, so plainspeak adds no notes to it. {_INSTEAD}",
    "certified": f"This PDF is certified, and its author allows no notes in it. {_INSTEAD}",
}
_UNSAFE = f"Notes can\u2019t be added safely to this PDF: it is damaged, or built in an unusual way. {_INSTEAD}"
_SIGNED = (
    "This PDF is signed. The copy will show that it was changed after signing; the signed paper itself is as it was."
)
_SIGNATURE = re.compile(rb"/ByteRange\s*\[")


class PdfReviewer:
    """Writes comments into PDF files as highlights.

    The copy begins with the file itself, byte for byte; the highlights come after it, so that signatures, tags, forms
    and notes of others stay. All of it is made in a child process, with limits on memory and time: libraries for PDF
    are open to attack by the files that they read.
    """

    media_types: ClassVar[tuple[str, ...]] = (PdfReader.media_type,)
    tracks_changes: ClassVar[bool] = False

    def review(
        self,
        document: Document,
        comments: Sequence[Comment],
        edits: Sequence[Edit],  # noqa: ARG002
        *,
        when: datetime,
    ) -> Review:
        """Return the file with highlights.

        Raises:
            WriteError: the file is encrypted or certified, or can't be added to safely.
        """
        if not isinstance(document.origin, PdfOrigin):
            raise WriteError("This text did not come from a PDF.")
        data = document.origin.data
        # Of two that begin together, the shorter one lies above, so that both can be clicked.
        in_order = sorted(comments, key=lambda each: (each.at.block, each.at.span.start, -each.at.span.end))
        wanted = [found for comment in in_order if (found := _request(document, comment))]
        if not wanted:
            return Review(data, 0, left_out=len(comments))
        date = when.strftime("D:%Y%m%d%H%M%SZ")
        answers = ask_child(_WORK, data, Limits(), author=AUTHOR, date=date, comments=wanted)
        answer = answers[-1] if answers else {}
        if "tail" not in answer:
            raise WriteError(_MESSAGES.get(answer.get("error", ""), _UNSAFE))
        written = answer["comments"]
        notices = (_SIGNED,) if _SIGNATURE.search(data) else ()
        return Review(
            data + base64.b64decode(answer["tail"]), written, left_out=len(comments) - written, notices=notices
        )


def _request(document: Document, comment: Comment) -> dict[str, Any] | None:
    """Return what the child needs for a comment; ``None`` where its words have no place on a page.

    A highlight is on one page: of words that run on over a page end, those on the first page.
    """
    segments = document.blocks[comment.at.block].segments_in(comment.at.span)
    anchor = segments[0].anchor if segments else None
    if isinstance(anchor, PictureAnchor):
        text = f"In the description of this picture: {comment.text}"
        return {"page": anchor.page - 1, "ranges": [], "box": anchor.band, "text": text, "title": comment.title}
    if not isinstance(anchor, PageAnchor):
        return None
    ranges = [(segment.offset, segment.length) for segment in segments if segment.anchor == anchor]
    return {"page": anchor.page - 1, "ranges": ranges, "box": None, "text": comment.text, "title": comment.title}
