"""Choose the reviewer of a document, and let it write the comments."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cache
from importlib.metadata import entry_points

from plainspeak.errors import WriteError
from plainspeak.report import Report
from plainspeak.reviewers.base import Review, Reviewer
from plainspeak.reviewers.comments import MOST_COMMENTS, choose_comments
from plainspeak.reviewers.swaps import split_safe

__all__ = ["can_review", "review"]

_GROUP = "plainspeak.reviewers"
_NOT_TRACKED = "Only Word files can hold tracked changes, so this copy has comments alone."


def can_review(report: Report) -> bool:
    """Tell whether files of a report's format can carry comments."""
    return report.document.media_type in _reviewers()


def review(report: Report, *, when: datetime, track_changes: bool = False, most: int = MOST_COMMENTS) -> Review:
    """Return the file of a report with its findings as comments.

    Args:
        report: of a file that a reader read.
        when: the date of the comments.
        track_changes: whether to make the safe swaps, for the author to accept or reject, rather than speak of them;
            where a format has no such changes, a notice says so.
        most: comments to write; the most useful ones are chosen.

    Raises:
        WriteError: files of this format can't carry comments, or this one can't.
    """
    reviewer = _reviewers().get(report.document.media_type)
    if reviewer is None:
        raise WriteError(
            "Files of this kind can\u2019t carry comments. Use \u201cplainspeak report\u201d instead: "
            "it shows the text with all that was found.",
            where=report.name,
        )
    tracked = track_changes and reviewer.tracks_changes
    swapped, findings = split_safe(report) if tracked else ([], report.findings)
    comments, left_out = choose_comments(findings, report.document.blocks, most=most)
    notices = (_NOT_TRACKED,) if track_changes and not tracked else ()
    try:
        written = reviewer.review(report.document, comments, swapped, when=when)
    except WriteError as error:
        raise WriteError(error.message, where=error.where or report.name) from error
    return replace(written, left_out=written.left_out + left_out, notices=(*notices, *written.notices))


@cache
def _reviewers() -> dict[str, Reviewer]:
    """Return the reviewer for each media type; those of other packages win over ours."""
    ours_first = sorted(entry_points(group=_GROUP), key=lambda point: not point.value.startswith("plainspeak."))
    found = [point.load()() for point in ours_first]
    return {media_type: reviewer for reviewer in found for media_type in reviewer.media_types}
