"""Read a long Markdown text in chunks, so that after an edit only what is near it is read again.

A chunk begins where a block begins that stands in no other, as a list item does in its list: nothing above it can
change what it is. The parser itself says where that is. So the chunks together give the blocks of the whole text; a
test holds the two against each other.

Three things reach further than a chunk. The address of a link may stand anywhere in a text: when another label gets
one, what has links is read again. When the front matter ends elsewhere, all is. A comment about what follows keeps its
chunk and the next together.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from plainspeak.document import Block, Extent, LineIndex
from plainspeak.readers._outline import Outline
from plainspeak.readers.markdown.front_matter import front_matter_end
from plainspeak.readers.markdown.parser import parser
from plainspeak.readers.markdown.reader import read_outline

__all__ = ["Above", "Chunk", "MarkdownChunks"]

_WINDOW_LINES = 64
_ENOUGH_CHARACTERS = 2_000
"""A chunk with so many ends where the next block begins."""
_DEFINES = "]:"
_REFERS = "["
_ASKS = "plainspeak-ignore"
_RULES = "---"


Headings = tuple[tuple[int, str], ...]
"""The level and the text of each heading that something stands under, outermost first."""


class Above(NamedTuple):
    """What a chunk needs to know of those above it."""

    paragraphs: int = 0
    tables: int = 0
    headings: Headings = ()


class Chunk:
    """Some lines of a text.

    Attributes:
        text: with the line ends.
        lines: how many there are.
        extents: where spans of its blocks stand in it, by the identity of the block's segments, the start and the end;
            kept since an editor asks for the same ones again and again.
    """

    def __init__(self, text: str, lines: int, labels: frozenset[str], *, is_first: bool) -> None:
        self.text = text
        self.lines = lines
        self._labels = labels
        self._is_first = is_first
        self.extents: dict[tuple[int, int, int], Extent | None] = {}
        self._placed: tuple[tuple[Headings, int], tuple[Block, ...], Headings] | None = None

    @cached_property
    def outline(self) -> Outline:
        """What it holds as if it were all of the text; read when it is first asked for."""
        outline = Outline()
        read_outline(self.text, outline, labels=self._labels, is_beginning=self._is_first)
        return outline

    @cached_property
    def line_index(self) -> LineIndex:
        """Where its lines begin."""
        return LineIndex(self.text)

    @cached_property
    def labels(self) -> frozenset[str]:
        """The labels of links to which it gives an address."""
        if _DEFINES not in self.text:
            return frozenset()
        env: dict[str, dict[str, object]] = {}
        parser().parse(self.text[front_matter_end(self.text) if self._is_first else 0 :], env)
        return frozenset(env.get("references", {}))

    @property
    def waits(self) -> bool:
        """Whether it ends with a comment about what comes next."""
        return _ASKS in self.text.lower() and self.outline.is_waiting

    def is_like(self, other: Chunk) -> bool:
        """Tell whether one with the same text is read in the same way."""
        return self._labels == other._labels and self._is_first == other._is_first

    def joined(self, other: Chunk) -> Chunk:
        """Return one chunk of this and the next."""
        return Chunk(self.text + other.text, self.lines + other.lines, self._labels, is_first=self._is_first)

    def in_text_with(self, labels: frozenset[str]) -> Chunk:
        """Return it as it is in a text where other labels have an address."""
        return Chunk(self.text, self.lines, labels, is_first=self._is_first) if _REFERS in self.text else self

    def blocks(self, above: Above) -> tuple[tuple[Block, ...], Above]:
        """Return its blocks, and what the next chunk needs to know.

        Offsets and paragraphs count from its own beginning, so that the blocks stay the same ones when something comes
        or goes above; tables and headings are those of the text.
        """
        outline = self.outline
        tables = above.tables if outline.tables else 0
        if self._placed is None or self._placed[0] != (above.headings, tables):
            self._placed = (above.headings, tables), *self._place(above.headings, tables)
        _, blocks, headings = self._placed
        return blocks, Above(above.paragraphs + outline.paragraphs, above.tables + outline.tables, headings)

    def _place(self, above: Headings, tables: int) -> tuple[tuple[Block, ...], Headings]:
        headings = list(above)
        blocks = []
        for block in self.outline.blocks:
            if block.is_body_heading:
                headings = [each for each in headings if each[0] < (block.level or 1)]
            place = block.place
            table = place.table and (place.table[0] + tables, *place.table[1:])
            under = (*(text for _, text in headings), *place.headings)
            blocks.append(replace(block, place=replace(place, table=table, headings=under)))
        return tuple(blocks), (*headings, *self.outline.headings)


class MarkdownChunks:
    """The chunks of a text, in order, kept in step with its edits; none for an empty text."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Part a text, given as lines with their line ends."""
        self.chunks: list[Chunk] = []
        self._labels: frozenset[str] = frozenset()
        self._front_matter = 0
        self.edit(lines, 0, 0, len(lines))

    def edit(self, lines: Sequence[str], first: int, removed: int, added: int) -> None:
        """Follow an edit.

        Args:
            lines: of the text as it is now.
            first: the number of the first line that changed, from 0.
            removed: how many lines there were in the place of what changed.
            added: how many there are now.
        """
        front_matter = _front_matter(lines)
        if front_matter != self._front_matter:
            self.chunks, self._front_matter = [], front_matter
            first, removed, added = 0, 0, len(lines)
        starts = [0, *accumulate(chunk.lines for chunk in self.chunks)]
        grown = added - removed
        # What changed may make a term of the block above it, and that go on with the list above: two more are parted.
        before = max(0, bisect.bisect_right(starts, first, hi=len(self.chunks)) - 3)
        kept = {start + grown: index for index, start in enumerate(starts[:-1]) if start > first + removed}
        bounds, after = [starts[before]], len(self.chunks)
        for start in _starts(lines, max(starts[before], 0 if before else front_matter)):
            if start in kept:
                after = kept[start]
                break
            if sum(map(len, lines[bounds[-1] : start])) >= _ENOUGH_CHARACTERS:
                bounds.append(start)
        bounds.append(starts[after] + grown if after < len(self.chunks) else len(lines))
        new = [
            Chunk("".join(lines[start:end]), end - start, self._labels, is_first=start == 0)
            for start, end in pairwise(bounds)
            if end > start
        ]
        # One that is as it was stays, with all that is known of it.
        known = {chunk.text: chunk for chunk in self.chunks[before:after]}
        new = [old if (old := known.get(chunk.text)) and old.is_like(chunk) else chunk for chunk in new]
        self.chunks[before:after] = new
        self._join(before, len(new))
        labels = frozenset().union(*(chunk.labels for chunk in self.chunks))
        if labels != self._labels:
            self._labels = labels
            self.chunks = [chunk.in_text_with(labels) for chunk in self.chunks]

    def _join(self, at: int, number: int) -> None:
        """Join each of some chunks that waits for the next with that one."""
        end = at + number
        while at < min(end, len(self.chunks) - 1):
            if self.chunks[at].waits:
                self.chunks[at : at + 2] = [self.chunks[at].joined(self.chunks[at + 1])]
            else:
                at += 1


def _starts(lines: Sequence[str], at: int) -> Iterator[int]:
    """Yield the lines, from a clean one on, at which a block begins that stands in no other."""
    window = _WINDOW_LINES
    while at < len(lines):
        found = _outer_blocks("".join(lines[at : at + window]))
        if at + window >= len(lines):
            yield from (at + each for each in found)
            return
        # The last one may go on below the window, and a definition there make a term of the one before it.
        *certain, again, _ = [0, 0, *found]
        if again:
            yield from (at + each for each in certain[2:])
            at, window = at + again, _WINDOW_LINES
        else:
            window *= 2


def _outer_blocks(text: str) -> list[int]:
    tokens = parser().parse(text, {})
    return sorted({token.map[0] for token in tokens if token.map and not token.level and token.nesting >= 0})


def _front_matter(lines: Sequence[str]) -> int:
    """Return how many lines the front matter takes."""
    if not lines or not lines[0].removeprefix("\ufeff").startswith(_RULES):
        return 0
    end = front_matter_end("".join(lines))
    return bisect.bisect_left([0, *accumulate(map(len, lines))], end)
