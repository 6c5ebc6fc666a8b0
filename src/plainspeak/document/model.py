"""The document model: clean prose in blocks, and where each character came from."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property

from plainspeak.document.lines import Extent, LineIndex

__all__ = ["Block", "Box", "Document", "Kind", "Notice", "PageAnchor", "Place", "Segment", "Span", "holding"]

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in PDF user space units (points)."""


class Kind(str, Enum):
    """What a block is to a reader."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    CELL = "cell"
    CAPTION = "caption"
    QUOTE = "quote"
    ALT = "alt"
    NOTE = "note"
    TITLE = "title"
    HEADER = "header"
    FOOTER = "footer"
    TOC = "toc"
    CODE = "code"

    @property
    def running_text(self) -> bool:
        """Whether it is text to be read through, and no heading, table, caption or note."""
        return self in (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE)

    @property
    def on_every_page(self) -> bool:
        """Whether each page repeats it."""
        return self in (Kind.HEADER, Kind.FOOTER)

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters (code points) of a block's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def holding(spans: Sequence[Span], inner: Span) -> Span | None:
    """Return the one of some spans, in order and apart, that holds another span; ``None`` without one."""
    index = bisect.bisect_right(spans, inner.start, key=lambda span: span.start) - 1
    return spans[index] if index >= 0 and inner.end <= spans[index].end else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is, in terms that a person or another program can use.

    Lines, columns, pages, table positions and paragraphs all count from 1; columns are code points; ends are exclusive.
    What a format doesn't have is ``None``: a Word file has no lines, a Markdown file no pages.
    """

    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    page: int | None = None
    page_is_estimate: bool = False
    slide: int | None = None
    sheet: str | None = None
    cell: str | None = None
    table: tuple[int, int, int] | None = None
    """Table number, row, column."""
    headings: tuple[str, ...] = ()
    """The headings that the place stands under, outermost first."""
    paragraph: int | None = None
    part: str = "body"
    """``body``, ``footnote 2``, ``text box``, ``page header`` ..."""
    boxes: tuple[Box, ...] = ()

    def same_row(self, other: Place) -> bool:
        """Tell whether both are in one row of one table."""
        return self.table is not None and other.table is not None and self.table[:2] == other.table[:2]


@dataclass(frozen=True, slots=True)
class PageAnchor:
    """A page of a paged format; a segment's offset then counts the characters of that page."""

    page: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Where ``text[start:end]`` of a block came from: ``length`` characters at ``offset`` in ``anchor``.

    ``anchor`` is ``None`` for the file itself (plain text, Markdown, HTML), else something that the format's reader and
    its reviewer share: a :class:`PageAnchor`, a Word text element, a cell. When ``exact``, the characters are the same
    one for one; otherwise the whole segment stands for the whole range (an entity, a ligature).
    """

    start: int
    end: int
    offset: int
    length: int
    anchor: object = None
    exact: bool = True

    def cut_to(self, span: Span) -> Segment:
        """Return the part of it that lies in an overlapping span of the block's text."""
        if not self.exact:
            return self
        start, end = max(self.start, span.start), min(self.end, span.end)
        return Segment(start, end, self.offset + start - self.start, end - start, self.anchor)


@dataclass(frozen=True, slots=True)
class Block:
    """The clean prose of one paragraph, heading, list item or cell. Sentences never cross blocks.

    Runs of white space are one space; ``"\\n"`` stands only where the author broke the line on purpose.
    """

    kind: Kind
    text: str
    segments: tuple[Segment, ...] = ()
    place: Place = Place()
    level: int | None = None
    """Heading level or list depth, from 1."""
    lang: str | None = None
    checked: bool = True
    """False for text that is read but not judged, such as a table of contents."""
    expansions: tuple[tuple[str, str], ...] = ()
    """Short form and expansion pairs that the format itself gives (``<abbr title>``)."""
    ignored: frozenset[str] = frozenset()
    """Rule ids that the author asked to ignore in this block; ``*`` is every rule."""

    @property
    def span(self) -> Span:
        """The whole of the block's text."""
        return Span(0, len(self.text))

    @property
    def is_body_heading(self) -> bool:
        """Whether it is a heading of the text itself, under which other blocks stand."""
        return self.kind is Kind.HEADING and self.place.part == "body"

    def segments_in(self, span: Span) -> tuple[Segment, ...]:
        """Return the segments of a span of the text, cut to it; one that isn't exact stays whole."""
        first = bisect.bisect_right(self.segments, span.start, key=lambda segment: segment.end)
        after = bisect.bisect_left(self.segments, span.end, key=lambda segment: segment.start)
        return tuple(segment.cut_to(span) for segment in self.segments[first:after])


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader of a document should know, above all what was not read."""

    message: str
    place: Place = Place()


@dataclass(frozen=True)
class Document:
    """What a reader made of one file.

    ``source`` is the decoded text for formats whose positions are lines and columns, else ``None``. ``origin`` is for
    the reader and its reviewer alone.
    """

    name: str
    media_type: str
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()
    source: str | None = None
    ignored: frozenset[str] = frozenset()
    """Rule ids that the author asked to ignore in the whole file; ``*`` is every rule."""
    origin: object = field(default=None, repr=False, compare=False)

    def detached(self) -> Document:
        """Return it without what only a reviewer needs: it takes less memory, and can go to another process."""
        blocks = (
            replace(block, segments=()) if any(map(_is_of_reader, block.segments)) else block for block in self.blocks
        )
        return replace(self, blocks=tuple(blocks), origin=None)

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.source or "")

    def source_span(self, block: Block, span: Span) -> Span | None:
        """Return the characters of ``source`` that a span of a block's text came from; ``None`` without a source."""
        first = _segment_at(block.segments, span.start)
        last = _segment_at(block.segments, max(span.start, span.end - 1))
        if first is None or last is None or first.anchor is not None or self.source is None:
            return None
        return Span(_source_offset(first, span.start), _source_end(last, span.end))

    def locate(self, block: Block, span: Span | None = None) -> Place:
        """Return the place of a span of a block's text, or of the whole block. Never raises."""
        span = block.span if span is None else span
        first = _segment_at(block.segments, span.start)
        if first is not None and isinstance(first.anchor, PageAnchor):
            return replace(block.place, page=first.anchor.page)
        extent = self._extent(block, span)
        return block.place if extent is None else replace(block.place, **extent._asdict())

    def extent(self, number: int, span: Span) -> Extent | None:
        """Return the lines and columns of a span of the block with a number; ``None`` without a source."""
        return self._extent(self.blocks[number], span)

    def _extent(self, block: Block, span: Span) -> Extent | None:
        source = self.source_span(block, span)
        return None if source is None else self._lines.extent(source.start, source.end)


def _is_of_reader(segment: Segment) -> bool:
    """Tell whether a segment's anchor is known to its reader and reviewer alone."""
    return not (segment.anchor is None or isinstance(segment.anchor, PageAnchor))


def _segment_at(segments: Sequence[Segment], position: int) -> Segment | None:
    """The segment that holds a character, or for a synthetic space the one after it (before it, at the end)."""
    if not segments:
        return None
    index = bisect.bisect_right(segments, position, key=lambda segment: segment.end)
    return segments[min(index, len(segments) - 1)]


def _source_offset(segment: Segment, position: int) -> int:
    inside = max(0, position - segment.start) if segment.exact else 0
    return segment.offset + min(inside, segment.length)


def _source_end(segment: Segment, position: int) -> int:
    if not segment.exact:
        return segment.offset + segment.length
    return segment.offset + min(max(0, position - segment.start), segment.length)
