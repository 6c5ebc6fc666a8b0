"""What a reviewer is, and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Protocol

from plainspeak.document import Document
from plainspeak.findings import Edit
from plainspeak.reviewers.comments import Comment

__all__ = ["AUTHOR", "INITIALS", "Review", "Reviewer"]

AUTHOR = "plainspeak"
INITIALS = "ps"


@dataclass(frozen=True, slots=True)
class Review:
    """A copy of a file with comments in it."""

    data: bytes
    comments: int
    """How many comments were written."""
    left_out: int = 0
    """How many findings have no comment, since there is a limit."""
    changes: int = 0
    """How many words were swapped, for the author to accept or reject."""
    notices: tuple[str, ...] = ()
    """What a person should know, in sentences: what could not be written, and why."""


class Reviewer(Protocol):
    """Writes comments into files of one format."""

    media_types: ClassVar[tuple[str, ...]]
    tracks_changes: ClassVar[bool]
    """Whether files of the format can hold edits for the author to accept or reject."""

    def review(
        self, document: Document, comments: Sequence[Comment], edits: Sequence[Edit], *, when: datetime
    ) -> Review:
        """Return the file that a document was read from, with comments. Neither the document nor the file changes.

        Args:
            document: as its reader made it.
            comments: in reading order; never two at the same place, but one may overlap another.
            edits: to write as tracked changes, in reading order and apart; none where these aren't known.
            when: the date of the comments.

        Raises:
            WriteError: this file can't take comments; the message says why and what to do.
        """
        ...
