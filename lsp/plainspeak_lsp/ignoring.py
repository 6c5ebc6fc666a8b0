"""The comments that ask plainspeak to leave something be, put where they count."""

from __future__ import annotations

from plainspeak.document import Kind, LineIndex
from plainspeak.findings import BlockSpan, Finding
from plainspeak.readers.markdown.front_matter import front_matter_end
from plainspeak_lsp.fixes import TextChange
from plainspeak_lsp.positions import Position
from plainspeak_lsp.view import Range, View

__all__ = ["ignore_here", "ignore_in_file"]

_ABOVE = frozenset({Kind.PARAGRAPH, Kind.HEADING})
_WITHIN = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM, Kind.CELL, Kind.QUOTE, Kind.CAPTION})
_HTML = "text/html"
_PLAIN = "text/plain"
_MARKDOWN = "text/markdown"


def ignore_here(finding: Finding, at: Range, view: View, reason: str = "") -> TextChange | None:
    """Return the change that asks to leave a finding's rule out in one paragraph, heading, list item or cell.

    Args:
        finding: of the view.
        at: where the writer is, to choose among the places of the finding.
        view: of the document.
        reason: for the people who read the comment.

    Returns:
        ``None`` where no comment can be: in the words of a picture, in what comes before a text.
    """
    here = next((place for place in finding.places if view.range_of(place).touches(at)), finding.at)
    if here is None:
        return None
    block = view.report.document.blocks[here.block]
    if block.place.part != "body" or block.kind not in _WITHIN:
        return None
    whole = view.range_of(BlockSpan(here.block, block.span))
    comment = _comment("plainspeak-ignore", finding.rule, reason)
    media_type = view.report.document.media_type
    if media_type == _HTML:
        return _put(whole.start, comment)
    line = whole.start.line
    stands_alone = not view.line(line)[: view.column(whole.start)].strip(" #")
    if media_type == _PLAIN or (block.kind in _ABOVE and stands_alone and not view.line(line).startswith((" ", "\t"))):
        return _put(Position(line, 0), f"{comment}\n")
    # A comment at the beginning of an item would make a block of its own.
    return _put(whole.end, f" {comment}")


def ignore_in_file(rule: str, view: View, reason: str = "") -> TextChange:
    """Return the change that asks to leave a rule out in the whole text."""
    comment = _comment("plainspeak-ignore-file", rule, reason)
    if view.report.document.media_type == _HTML:
        # What comes before the document type changes how a browser shows the page.
        last = view.lines - 1
        return _put(view.end_of_line(last), f"\n{comment}\n" if view.line(last) else f"{comment}\n")
    line = _after_front_matter(view) if view.report.document.media_type == _MARKDOWN else 0
    return _put(Position(line, 0), f"{comment}\n\n")


def _comment(request: str, rule: str, reason: str) -> str:
    # Two hyphens could end the comment before its time.
    words = " ".join(reason.replace("--", "\u2013").split())
    return f"<!-- {request} {rule}: {words} -->" if words else f"<!-- {request} {rule} -->"


def _after_front_matter(view: View) -> int:
    end = front_matter_end(view.text)
    return LineIndex(view.text).position(end)[0] if end else 0


def _put(at: Position, text: str) -> TextChange:
    return TextChange(Range(at, at), text)
