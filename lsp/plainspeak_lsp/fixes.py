"""What can be written in place of the words of a finding, as changes of the text."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plainspeak.findings import Edit, Finding, Suggestion
from plainspeak.rules.wording import quoted
from plainspeak_lsp.view import Range, View

__all__ = ["Fix", "TextChange", "all_of", "fixes_of", "is_fixable"]

_HTML = "text/html"
_WITHOUT_WORDS = {
    "acronym-unlinked": "Put the letters in brackets after the full words",
    "acronym-redefined": "Take away what is explained already",
    "acronym-unneeded": "Write the words, and leave the letters out",
}


class TextChange(NamedTuple):
    """A text to put in place of what stands somewhere."""

    place: Range
    text: str


class Fix(NamedTuple):
    """One way to put a finding right."""

    title: str
    changes: tuple[TextChange, ...]
    safe: bool = False
    """Whether it can be made without a person who looks at it."""


def fixes_of(finding: Finding, view: View, at: Range | None = None) -> list[Fix]:
    """Return the ways to put a finding right, the best first.

    Args:
        finding: of the view.
        view: of the document.
        at: where the writer is; a title says so if the change is made elsewhere.
    """
    fixes: dict[tuple[TextChange, ...], Fix] = {}
    for suggestion in finding.suggestions:
        changes = _changes(suggestion.edits, view)
        if changes:
            fix = Fix(_title(finding, suggestion, view, at), changes, suggestion.safe)
            fixes.setdefault(changes, fix)
    return list(fixes.values())


def is_fixable(finding: Finding, view: View) -> bool:
    """Tell whether some change of the text puts a finding right."""
    return any(view.can_make(suggestion.edits) for suggestion in finding.suggestions)


def all_of(findings: Iterable[Finding], view: View, *, safe_only: bool = False) -> tuple[TextChange, ...]:
    """Return the changes that put many findings right in the first way that each has, in reading order.

    Where two would change the same words, the first one counts.
    """
    changes: list[TextChange] = []
    for finding in findings:
        if not finding.suggestions or (safe_only and not finding.suggestions[0].safe):
            continue
        own = _changes(finding.suggestions[0].edits, view)
        if not any(_overlap(mine.place, other.place) for mine in own for other in changes):
            changes += own
    return tuple(sorted(changes))


def _changes(edits: Sequence[Edit], view: View) -> tuple[TextChange, ...]:
    if not view.can_make(edits):
        return ()
    return tuple(TextChange(view.range_of(edit.at), _written(edit.text, view)) for edit in edits)


def _written(text: str, view: View) -> str:
    return html.escape(text, quote=False) if view.report.document.media_type == _HTML else text


def _title(finding: Finding, suggestion: Suggestion, view: View, at: Range | None) -> str:
    if suggestion.replacement is None:
        return _WITHOUT_WORDS.get(finding.rule, "Put this right")
    title = f"Write {quoted(suggestion.replacement)}" if suggestion.replacement else "Leave this out"
    first = view.range_of(finding.at)
    if at is not None and not first.touches(at):
        title += f" at the first use, in line {first.start.line + 1}"
    return title


def _overlap(one: Range, other: Range) -> bool:
    return (one.start < other.end and other.start < one.end) or one == other
