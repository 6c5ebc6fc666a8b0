"""Marks in a text: findings may overlap in any way, and HTML wants one inside the other."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from plainspeak.exports.report.kinds import Kind

__all__ = ["Closing", "Link", "Mark", "Opening", "Piece", "marked"]

Link = Literal["words", "label", ""]
"""What leads from a mark to its finding: its words, a label before them, or nothing, where an earlier piece has it."""

_LONGEST_LINK = 80
"""Of more characters than this, no link is made: a label before them says what they are."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One place of a finding in a block."""

    start: int
    end: int
    name: str
    """The id of the mark."""
    card: str
    """The id of the finding."""
    kind: Kind


@dataclass(frozen=True, slots=True)
class Opening:
    """Here a mark, or a piece of one, begins."""

    mark: Mark
    link: Link


@dataclass(frozen=True, slots=True)
class Closing:
    """Here the mark that was opened last ends."""

    mark: Mark
    link: Link


Piece = str | Opening | Closing


def marked(text: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Yield a text in pieces, with openings and closings that nest like brackets.

    Where two marks overlap in part, the one that begins later is cut in two. A mark that holds another has no words
    of its own to be a link, since links can't hold links: it gets a label.

    Args:
        text: of a block.
        marks: in any order; each lies in the text and has at least one character.
    """
    every = list(marks)
    waiting = [(mark.start, -mark.end, number, True) for number, mark in enumerate(every)]
    heapq.heapify(waiting)
    opened: list[tuple[int, Closing]] = []
    told = 0
    while waiting or opened:
        if opened and (not waiting or opened[-1][0] <= waiting[0][0]):
            end, closing = opened.pop()
            yield text[told:end]
            told = end
            yield closing
            continue
        start, minus_end, number, first = heapq.heappop(waiting)
        end = -minus_end
        if opened and end > opened[-1][0]:
            heapq.heappush(waiting, (opened[-1][0], -end, number, False))
            end = opened[-1][0]
        holds_another = bool(waiting) and waiting[0][0] < end
        link: Link = "" if not first else "label" if holds_another or end - start > _LONGEST_LINK else "words"
        yield text[told:start]
        told = start
        yield Opening(every[number], link)
        opened.append((end, Closing(every[number], link)))
    yield text[told:]
