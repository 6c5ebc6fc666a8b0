"""Turn findings into comments: the most useful ones, one at a place, in short and kind words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plainspeak.document import Block, Kind, Span
from plainspeak.findings import BlockSpan, Finding
from plainspeak.rules import RULES

__all__ = ["MOST_COMMENTS", "Comment", "choose_comments", "told_elsewhere"]

MOST_COMMENTS = 300
"""The most comments in a file: with more, nobody reads them, and Word grows slow."""
_ORDER = {rule.id: position for position, rule in enumerate(RULES)}
_ABOUT_ALL = "About the whole paper: "
_LONGEST_ANCHOR = 300
_LONGEST_QUOTED = 60
_WORD = re.compile(r"[^\W\d_]\S*")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on some words."""

    at: BlockSpan
    """The words; at most 300 characters."""
    text: str
    """What it says, a paragraph a line."""
    title: str
    """What it is about, in a word or two, such as ``acronym-undefined``."""


def choose_comments(
    findings: Iterable[Finding], blocks: Sequence[Block], *, most: int = MOST_COMMENTS
) -> tuple[list[Comment], int]:
    """Return the comments for findings in some blocks, in reading order, and how many findings have none.

    A finding that is told once for many places is on the first of them, and says how many more there are. Findings on
    the same words share a comment. What is about the whole paper is on its first words.
    """
    ranked = sorted(findings, key=_usefulness)
    by_place: dict[BlockSpan, list[Finding]] = {}
    left_out = 0
    for finding in ranked:
        at = _anchor(finding.at, blocks)
        if at is None or (at not in by_place and len(by_place) >= most):
            left_out += 1
        else:
            by_place.setdefault(at, []).append(finding)
    comments = [
        Comment(at, "\n".join(map(_told, found)), ", ".join(dict.fromkeys(each.rule for each in found)))
        for at, found in sorted(by_place.items())
    ]
    return comments, left_out


def told_elsewhere(comment: Comment, block: Block) -> str:
    """Return what a comment says where it can't stand on its words: it begins with where these are, and names them."""
    words = " ".join(block.text[comment.at.span.start : comment.at.span.end].split())
    where = f"In {_part_of(block)}: " if block.place.part != "body" or block.kind is Kind.ALT else ""
    if words in comment.text or comment.text.startswith(_ABOUT_ALL):
        return f"{where}{comment.text}"
    if len(words) > _LONGEST_QUOTED:
        words = f"{words[:_LONGEST_QUOTED].rsplit(' ', 1)[0]} \u2026"
    return f"{where}\u201c{words}\u201d\n{comment.text}"


def _part_of(block: Block) -> str:
    if block.kind is Kind.ALT:
        return "the description of this picture"
    return block.place.part if block.kind is Kind.NOTE else f"the {block.place.part}"


def _usefulness(finding: Finding) -> tuple[int, int]:
    return -finding.severity.rank, _ORDER.get(finding.rule, len(_ORDER))


def _anchor(at: BlockSpan | None, blocks: Sequence[Block]) -> BlockSpan | None:
    """Return the words that a comment stands on, without white space around them; ``None`` in an empty paper."""
    if at is None:
        first = ((index, _WORD.search(block.text)) for index, block in enumerate(blocks) if _may_begin(block))
        return next((BlockSpan(index, Span(*word.span())) for index, word in first if word), None)
    words = at.text_in(blocks)[:_LONGEST_ANCHOR]
    start = at.span.start + len(words) - len(words.lstrip())
    return BlockSpan(at.block, Span(start, max(start + len(words.strip()), start + 1)))


def _may_begin(block: Block) -> bool:
    """Tell whether a block may be the first of a paper to a reader: no picture, header or note."""
    return block.checked and block.place.part == "body" and block.kind is not Kind.ALT


def _told(finding: Finding) -> str:
    """Say a finding as a comment does: the message, how often it comes, and that it isn't about the words it is on."""
    if finding.at is None:
        return f"{_ABOUT_ALL}{finding.message}"
    if finding.count < 2:
        return finding.message
    again = "once more" if finding.count == 2 else f"{finding.count - 1:,} more times"
    return f"{finding.message} It comes {again}."
