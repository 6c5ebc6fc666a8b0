"""Safe swaps: the edits that a reviewer may make as tracked changes, and the findings that still need a comment."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.document import Span
from plainspeak.findings import Edit, Finding
from plainspeak.report import Report

__all__ = ["split_safe"]


def split_safe(report: Report) -> tuple[list[Edit], tuple[Finding, ...]]:
    """Return the edits of all safe swaps, in reading order and apart, and the findings that still need a comment.

    A finding whose words another one changes already is left to a comment.
    """
    edits: list[Edit] = []
    left = []
    changed: dict[int, list[Span]] = {}
    for finding in report.findings:
        swap = _safe_edits(finding)
        if swap and not any(edit.at.span.overlaps(span) for edit in swap for span in changed.get(edit.at.block, ())):
            edits += swap
            for edit in swap:
                changed.setdefault(edit.at.block, []).append(edit.at.span)
        else:
            left.append(finding)
    return sorted(edits, key=lambda edit: edit.at), tuple(left)


def _safe_edits(finding: Finding) -> Sequence[Edit]:
    """Return the edits that put a finding and its repeats right; none unless each of them is safe."""
    every = (finding, *finding.repeats)
    if not all(each.suggestions and each.suggestions[0].safe for each in every):
        return ()
    return [edit for each in every for edit in each.suggestions[0].edits]
