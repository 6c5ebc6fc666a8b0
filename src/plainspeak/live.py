"""A text that somebody is writing: after an edit only what changed is read and looked at again.

What is said of it is what a check of the whole text would say, since both take the same steps; a test holds the two
against each other. An editor asks for it at each key, so what a block says by itself is kept for as long as the block
stays the same, and what a stretch of blocks says for as long as all of these do.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import accumulate, takewhile
from typing import NamedTuple

from plainspeak.analysed import AnalysedStretch, BlockAnalysis
from plainspeak.checker import Checker
from plainspeak.document import Block, Document, Extent, Notice, Place, Span
from plainspeak.readers import read_text
from plainspeak.readers.markdown.chunks import Above, Chunk, MarkdownChunks
from plainspeak.report import Report
from plainspeak.rules import DocumentFacts

__all__ = ["LiveText"]

_MARKDOWN = "text/markdown"
_SLICE = 16
"""Blocks that are looked at in one go: a few thousandths of a second."""
_MOST_IN_STRETCH = 32

_Key = tuple[object, ...]


class LiveText:
    """A text, kept in step with its edits.

    Attributes:
        analysed: how many blocks were looked at so far. One that comes back unchanged isn't looked at again.
    """

    def __init__(self, checker: Checker, lines: Sequence[str], *, media_type: str, name: str) -> None:
        """Begin with a text.

        Args:
            checker: says what there is to say.
            lines: of the text, each with its line end.
            media_type: ``text/plain``, ``text/markdown`` or ``text/html``.
            name: what to call it in reports.
        """
        self.analysed = 0
        self._checker = checker
        self._media_type = media_type
        self._name = name
        self._known: dict[_Key, BlockAnalysis] = {}
        self._parts: list[_Part] = []
        self._chunks = MarkdownChunks(lines) if media_type == _MARKDOWN else None
        self._read(lines)

    def edit(self, lines: Sequence[str], first: int, removed: int, added: int) -> None:
        """Follow an edit.

        Args:
            lines: of the text as it is now.
            first: the number of the first line that changed, from 0.
            removed: how many lines there were in the place of what changed.
            added: how many there are now.
        """
        if self._chunks is not None:
            self._chunks.edit(lines, first, removed, added)
        self._read(lines)

    def check_with(self, checker: Checker) -> None:
        """Look at all of it again, with another checker."""
        self._checker = checker
        self._known.clear()
        self._parts = [_Part(part.blocks) for part in self._parts]
        self._new = [part for part in self._parts if part.blocks]

    def look(self) -> bool:
        """Look at some blocks that are new, from the top of the text; tell whether there are more.

        :meth:`report` looks at all that are left. Between calls of this, an editor can answer something else.
        """
        self._look(_SLICE)
        return bool(self._new)

    @property
    def is_known(self) -> bool:
        """Whether all of it has been looked at."""
        return not self._new

    def report(self, *, folded: bool = True) -> Report:
        """Return what there is to say of the text now.

        Args:
            folded: whether repeats are told once, at the first place.
        """
        while self._new:
            self._look(None)
        if len(self._known) > 2 * len(self._document.blocks):
            self._known = {key: self._known[key] for part in self._parts for key in part.keys}
        return self._checker.report(self._document, self._stretches(self._parts), folded=folded)

    def report_so_far(self, *, folded: bool = True) -> Report:
        """Return what there is to say of the text as if it ended where something hasn't been looked at."""
        known = list(takewhile(lambda part: part.stretch is not None, self._parts))
        beginning = replace(self._document, blocks=tuple(block for part in known for block in part.blocks))
        return self._checker.report(beginning, self._stretches(known), folded=folded)

    def gathering(self) -> Callable[[], object]:
        """Return what gathers all that a report needs from a text that has been looked at.

        Of a long text that takes a second the first time. It may be done in another thread while the text is edited:
        what is still the same then needn't be gathered again.
        """
        return partial(self._checker.report, self._document, self._stretches(self._parts), folded=False)

    def facts(self, report: Report) -> DocumentFacts:
        """Return what a report of this text rests on, such as its sections and their reading levels."""
        known = takewhile(lambda part: part.stretch is not None, self._parts)
        return DocumentFacts(self._stretches(known), report.acronyms)

    def blocks_near(self, first: int, last: int) -> range:
        """Return the numbers of the blocks that may stand on some lines, counted from 0; a few more may be there."""
        if not isinstance(self._document, _ChunkedDocument):
            return range(len(self._document.blocks))
        return self._document.blocks_near(first, last)

    def _read(self, lines: Sequence[str]) -> None:
        if self._chunks is None:
            document = read_text("".join(lines), media_type=self._media_type, name=self._name)
            stretches = _stretches_of(document.blocks)
        else:
            document, stretches = _joined(self._chunks, self._name)
        self._document: Document = document
        known = {id(part.blocks): part for part in self._parts}
        self._parts = [known.get(id(blocks)) or _Part(blocks) for blocks in stretches]
        self._new = [part for part in self._parts if part.stretch is None]

    def _look(self, most: int | None) -> None:
        """Look at the first part that is new, or at some of its blocks; without a limit at all that is new."""
        looked_at = self._new[:1] if most else self._new
        missing = {
            key: block
            for part in looked_at
            for key, block in zip(part.keys, part.blocks, strict=True)
            if key not in self._known
        }
        keys = list(missing)[:most]
        self.analysed += len(keys)
        self._known.update(zip(keys, self._checker.analyse([missing[key] for key in keys]), strict=True))
        if len(keys) == len(missing):
            for part in looked_at:
                part.stretch = AnalysedStretch(part.blocks, [self._known[key] for key in part.keys])
            self._new = self._new[len(looked_at) :]

    def _stretches(self, parts: Iterable[_Part]) -> list[AnalysedStretch]:
        return [part.stretch for part in parts if part.stretch is not None]


class _Part:
    """Some blocks of the text.

    Attributes:
        blocks: the same object for as long as they are the same.
        stretch: with what each of them says; ``None`` until all have been looked at.
    """

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks
        self.stretch = None if blocks else AnalysedStretch((), ())

    @cached_property
    def keys(self) -> list[_Key]:
        """All of each block that its analysis rests on: not where it stands."""
        return [
            (block.text, block.kind, block.lang, block.checked, block.expansions, block.level) for block in self.blocks
        ]


@dataclass(frozen=True)
class _ChunkedDocument(Document):
    """A document whose blocks count their offsets and paragraphs from the beginning of their chunk."""

    parts: tuple[_Placed, ...] = field(default=(), repr=False)

    def locate(self, block: Block, span: Span | None = None) -> Place:
        """Return the place of a span of a block's text, or of the whole block. Never raises."""
        place, part = super().locate(block, span), self._part_of.get(id(block.segments))
        return replace(place, paragraph=place.paragraph and place.paragraph + part.paragraphs) if part else place

    def extent(self, number: int, span: Span) -> Extent | None:
        """Return the lines and columns of a span of the block with a number; ``None`` for what stands nowhere."""
        part = self.parts[bisect.bisect_right(self._begins[1], number) - 1]
        return self._extent_in(part, self.blocks[number], span)

    def _extent(self, block: Block, span: Span) -> Extent | None:
        part = self._part_of.get(id(block.segments))
        return self._extent_in(part, block, span) if part else None

    def _extent_in(self, part: _Placed, block: Block, span: Span) -> Extent | None:
        extents, key = part.chunk.extents, (id(block.segments), span.start, span.end)
        if key not in extents:
            source = self.source_span(block, span)
            extents[key] = None if source is None else part.chunk.line_index.extent(source.start, source.end)
        extent = extents[key]
        return None if extent is None else extent.moved(part.line)

    def blocks_near(self, first: int, last: int) -> range:
        """Return the numbers of the blocks of the chunks that have some of the lines."""
        lines, blocks = self._begins
        start = max(0, bisect.bisect_right(lines, first) - 1)
        return range(blocks[start], blocks[min(bisect.bisect_right(lines, last), len(self.parts))])

    @cached_property
    def _begins(self) -> tuple[list[int], list[int]]:
        """The line at which each chunk begins, and the number of its first block; then how many blocks there are."""
        return [part.line for part in self.parts], [0, *accumulate(len(part.blocks) for part in self.parts)]

    @cached_property
    def _part_of(self) -> Mapping[int, _Placed]:
        # A block in another language is replaced by one that isn't checked; its segments stay what they are.
        return {id(block.segments): part for part in self.parts for block in part.blocks}


class _Placed(NamedTuple):
    """A chunk where it stands in the text."""

    chunk: Chunk
    blocks: tuple[Block, ...]
    line: int
    """How many lines stand before it."""
    paragraphs: int
    """How many paragraphs with a number stand before it."""


def _joined(chunks: MarkdownChunks, name: str) -> tuple[Document, list[tuple[Block, ...]]]:
    """Return the document of some chunks, and its blocks chunk by chunk."""
    parts: list[_Placed] = []
    notices: list[Notice] = []
    ignored: frozenset[str] = frozenset()
    above, line = Above(), 0
    for chunk in chunks.chunks:
        before = above.paragraphs
        found, above = chunk.blocks(above)
        parts.append(_Placed(chunk, found, line, before))
        line += chunk.lines
        ignored |= chunk.outline.ignored
        notices += chunk.outline.notices
    blocks = tuple(block for part in parts for block in part.blocks)
    # It has lines and columns, and so a source; but nobody reads that in one piece.
    document = _ChunkedDocument(name, _MARKDOWN, blocks, tuple(notices), source="", ignored=ignored, parts=tuple(parts))
    return document, [part.blocks for part in parts]


def _stretches_of(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """Return the blocks of a text that is read in one piece, in stretches; a table stays in one."""
    stretches: list[list[Block]] = [[]]
    for block in blocks:
        last = stretches[-1]
        if len(last) >= _MOST_IN_STRETCH and (block.place.table is None or last[-1].place.table is None):
            stretches.append([])
        stretches[-1].append(block)
    return [tuple(stretch) for stretch in stretches if stretch]
