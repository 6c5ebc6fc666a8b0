"""A text that somebody is writing: after an edit only what changed is read and looked at again.

What is said of it is what a check of the whole text would say, since both take the same steps; a test holds the two
against each other. An editor asks for it at each key, so what a block says by itself is kept for as long as the block
stays the same.
"""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate, takewhile

from plainspeak.checker import BlockAnalysis, Checker
from plainspeak.document import Block, Document, Notice, Place, Span
from plainspeak.readers import read_text
from plainspeak.readers.markdown.chunks import Above, Chunk, MarkdownChunks
from plainspeak.report import Report
from plainspeak.rules import DocumentFacts

__all__ = ["LiveText"]

_MARKDOWN = "text/markdown"
_SLICE = 8
"""Blocks that are looked at in one go: a few thousandths of a second."""

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
        self._put_together()

    def look(self) -> bool:
        """Look at some blocks that are new, from the top of the text; tell whether there are more.

        :meth:`report` looks at all that are left. Between calls of this, an editor can answer something else.
        """
        self._analyse(self._new[:_SLICE])
        return bool(self._new)

    @property
    def is_known(self) -> bool:
        """Whether all of it has been looked at."""
        return not self._new

    def report(self) -> Report:
        """Return what there is to say of the text now."""
        self._analyse(self._new)
        self._known = {key: self._known[key] for key in self._keys}
        return self._checker.report(self._document, [self._known[key] for key in self._keys])

    def report_so_far(self) -> Report:
        """Return what there is to say of the text as if it ended where no block has been looked at."""
        known = list(takewhile(lambda each: each is not None, map(self._known.get, self._keys)))
        beginning = replace(self._document, blocks=self._document.blocks[: len(known)])
        return self._checker.report(beginning, [each for each in known if each is not None])

    def facts(self, report: Report) -> DocumentFacts:
        """Return what a report of this text rests on, such as its sections and their reading levels."""
        blocks = report.document.blocks
        known = [self._known[key].facts for key in self._keys[: len(blocks)]]
        return DocumentFacts(blocks, known, report.acronyms)

    def blocks_near(self, first: int, last: int) -> range:
        """Return the numbers of the blocks that may stand on some lines, counted from 0; a few more may be there."""
        if not isinstance(self._document, _ChunkedDocument):
            return range(len(self._document.blocks))
        return self._document.blocks_near(first, last)

    def _read(self, lines: Sequence[str]) -> None:
        if self._chunks is None:
            self._document: Document = read_text("".join(lines), media_type=self._media_type, name=self._name)
        else:
            self._document = _joined(self._chunks, self._name)
        self._put_together()

    def _put_together(self) -> None:
        self._keys = [_key(block) for block in self._document.blocks]
        new: dict[_Key, Block] = {}
        for key, block in zip(self._keys, self._document.blocks, strict=True):
            if key not in self._known:
                new.setdefault(key, block)
        self._new = list(new.values())

    def _analyse(self, blocks: Sequence[Block]) -> None:
        if blocks:
            self.analysed += len(blocks)
            self._known.update(zip(map(_key, blocks), self._checker.analyse(blocks), strict=True))
            self._new = self._new[len(blocks) :]


@dataclass(frozen=True)
class _ChunkedDocument(Document):
    """A document whose blocks count their offsets from the beginning of their chunk."""

    parts: tuple[tuple[Chunk, int, tuple[Block, ...]], ...] = field(default=(), repr=False)
    """Each chunk, the line before its first, and its blocks."""

    def locate(self, block: Block, span: Span | None = None) -> Place:
        """Return the place of a span of a block's text, or of the whole block. Never raises."""
        span = block.span if span is None else span
        source, part = self.source_span(block, span), self._part_of.get(id(block.segments))
        if source is None or part is None:
            return block.place
        chunk, before = part
        line, column = chunk.line_index.position(source.start)
        end_line, end_column = chunk.line_index.position(source.end)
        return replace(
            block.place, line=before + line, column=column, end_line=before + end_line, end_column=end_column
        )

    def blocks_near(self, first: int, last: int) -> range:
        """Return the numbers of the blocks of the chunks that have some of the lines."""
        lines, blocks = self._begins
        start = max(0, bisect.bisect_right(lines, first) - 1)
        return range(blocks[start], blocks[min(bisect.bisect_right(lines, last), len(self.parts))])

    @cached_property
    def _begins(self) -> tuple[list[int], list[int]]:
        """The line at which each chunk begins, and the number of its first block; then how many blocks there are."""
        blocks = [0, *accumulate(len(found) for _, _, found in self.parts)]
        return [before for _, before, _ in self.parts], blocks

    @cached_property
    def _part_of(self) -> Mapping[int, tuple[Chunk, int]]:
        # A block in another language is replaced by one that isn't checked; its segments stay what they are.
        return {id(block.segments): (chunk, before) for chunk, before, blocks in self.parts for block in blocks}


def _joined(chunks: MarkdownChunks, name: str) -> Document:
    blocks: list[Block] = []
    parts: list[tuple[Chunk, int, tuple[Block, ...]]] = []
    notices: list[Notice] = []
    ignored: frozenset[str] = frozenset()
    above, line = Above(), 0
    for chunk in chunks.chunks:
        found, above = chunk.blocks(above)
        blocks += found
        parts.append((chunk, line, found))
        line += chunk.lines
        ignored |= chunk.outline.ignored
        notices += chunk.outline.notices
    # It has lines and columns, and so a source; but nobody reads that in one piece.
    return _ChunkedDocument(
        name, _MARKDOWN, tuple(blocks), tuple(notices), source="", ignored=ignored, parts=tuple(parts)
    )


def _key(block: Block) -> _Key:
    """Return all of a block that its analysis rests on: not where it stands."""
    return block.text, block.kind, block.lang, block.checked, block.expansions, block.level
