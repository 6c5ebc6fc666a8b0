"""Read plain text: paragraphs, list items, and headings where they are plain to see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from plainspeak.document import BlockBuilder, Document, Kind
from plainspeak.readers._outline import Outline
from plainspeak.readers._text_lines import Line, Marker, is_title, lines_of, marker_of
from plainspeak.readers.base import Limits
from plainspeak.readers.encoding import looks_like_text, read_decoded

__all__ = ["PlainTextReader"]

_COMMENT = re.compile(r"<!--(.*)-->\Z", re.DOTALL)
_UNDERLINE = re.compile(r"(?P<equals>={3,})\Z|-{3,}\Z")
_LONGEST_WRAPPED_LINE = 120
_FEWEST_PROSE_WORDS = 12
_SENTENCE_END = re.compile(r"[.:;?!][\"'\u201d\u2019)\]]*\Z")


class PlainTextReader:
    """Reads plain text.

    Blank lines, rules and form feeds part blocks; a line with a bullet or number begins a list item. Lines that were
    cut to a width are joined; where a file has a whole paragraph on each line, each line is a block. A heading is
    underlined, numbered or set apart, and has prose below it: when in doubt, a line is a paragraph.
    """

    media_type: ClassVar[str] = "text/plain"
    suffixes: ClassVar[tuple[str, ...]] = (".txt", ".text")

    def sniff(self, head: bytes, name: str) -> float:
        """Return how sure it is that a file is plain text; any text may be."""
        if not looks_like_text(head):
            return 0.0
        return 0.6 if name.lower().endswith(self.suffixes) else 0.1

    def read(self, data: bytes, *, name: str, limits: Limits) -> Document:
        """Return the document."""
        return read_decoded(self.read_text, data, name=name, limits=limits)

    def read_text(self, text: str, *, name: str) -> Document:
        """Return the document of a text that is already decoded."""
        outline = Outline()
        _Reading(text, outline).read()
        return outline.document(name=name, media_type=self.media_type, source=text)


@dataclass(slots=True)
class _Draft:
    """Lines that belong together: a paragraph, a list item or a row."""

    lines: list[Line]
    marker: Marker | None = None
    underlined: int = 0
    """The heading level that an underline gives it."""
    alone: bool = False
    """Whether it stands on one line between blank lines."""
    comment: str = ""
    row: tuple[int, int] = (0, 0)
    """Which table, and which row of it."""

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def is_prose(self) -> bool:
        """Whether it is long enough, and ends as a sentence does, for the line above it to be its heading."""
        if self.row[0] or self.comment or self.underlined:
            return False
        text = self.text
        return len(text.split()) >= _FEWEST_PROSE_WORDS and _SENTENCE_END.search(text) is not None


class _Reading:
    """One pass over the lines of a file."""

    def __init__(self, text: str, outline: Outline) -> None:
        self._outline = outline
        self._lines = lines_of(text)
        long = sum(line.width for line in self._lines if line.width > _LONGEST_WRAPPED_LINE)
        self._line_is_block = long * 4 >= sum(line.width for line in self._lines) > 0
        self._tables = 0
        self._indents: list[int] = []

    def read(self) -> None:
        """Add every block to the outline."""
        drafts = [draft for group in self._groups() for draft in self._drafts(group)]
        for index, draft in enumerate(drafts):
            before = drafts[index - 1] if index else None
            after = drafts[index + 1] if index + 1 < len(drafts) else None
            self._add(draft, self._heading_level(draft, before, after))

    def _groups(self) -> Iterator[list[Line]]:
        """Yield the lines between blank lines, rules and page ends; an underline stays with its heading."""
        group: list[Line] = []
        for line in self._lines:
            if not line.is_rule:
                group.append(line)
            elif group and _underline_level(group[-1], line) and len(group) == 1:
                group.append(line)
                yield group
                group = []
            elif group:
                yield group
                group = []
            if line.page_end and group:
                yield group
                group = []
        if group:
            yield group

    def _drafts(self, group: Sequence[Line]) -> Iterator[_Draft]:
        if len(group) == 2 and (level := _underline_level(*group)):
            yield _Draft([group[0]], marker_of(group[0]), underlined=level)
            return
        if len(group) > 1 and all("\t" in line.text and marker_of(line) is None for line in group):
            table = self._outline.next_table()
            yield from (_Draft([line], row=(table, row)) for row, line in enumerate(group, start=1))
            return
        draft: _Draft | None = None
        last: Marker | None = None
        for line in group:
            comment = _COMMENT.match(line.text)
            marker = None if comment else self._marker(line, draft, last)
            last = marker or last
            if draft and not (comment or marker or draft.comment or self._line_is_block):
                draft.lines.append(line)
                continue
            if draft:
                yield draft
            draft = _Draft([line], marker, alone=len(group) == 1, comment=comment[1] if comment else "")
        if draft:
            yield draft

    def _marker(self, line: Line, draft: _Draft | None, last: Marker | None) -> Marker | None:
        marker = marker_of(line)
        if marker is None or not marker.number or draft is None or self._line_is_block:
            return marker
        # A wrapped line may begin with a number by chance ("... in ward\n12. We ..."), which no list would.
        fits = marker.follows(last) or marker.is_first if last else marker.is_first
        return marker if fits else None

    def _heading_level(self, draft: _Draft, before: _Draft | None, after: _Draft | None) -> int:
        """Return the level of a heading, or 0 for anything else."""
        if draft.underlined:
            return draft.underlined
        if after is None or draft.comment or draft.row[0] or len(draft.lines) > 1:
            return 0
        text = draft.lines[0].text
        marker = draft.marker
        words = text[marker.length :] if marker else text
        if not is_title(words) or not (draft.alone or self._line_is_block):
            return 0
        if marker:
            return self._numbered_level(draft, marker, before, after)
        if after.marker or not after.is_prose:
            return 0
        return 0 if before and not (before.is_prose or before.marker or before.underlined) else 1

    def _numbered_level(self, draft: _Draft, marker: Marker, before: _Draft | None, after: _Draft) -> int:
        if not draft.alone or not marker.number.replace(".", "").isdigit():
            return 0
        # A short item of a list has other items beside it.
        beside = [other.marker for other in (before, after) if other and other.marker and other.marker.number]
        if any(other.depth == marker.depth for other in beside):
            return 0
        opens_section = after.marker is not None and after.marker.depth > marker.depth
        return marker.depth if after.is_prose or opens_section else 0

    def _add(self, draft: _Draft, heading_level: int) -> None:
        if draft.comment:
            self._outline.comment(draft.comment)
            return
        if draft.row[0]:
            self._indents.clear()
            for column, (at, text) in enumerate(draft.lines[0].columns, start=1):
                cell = BlockBuilder()
                cell.add(text, draft.lines[0].start + at)
                self._outline.add(cell, Kind.CELL, table=(*draft.row, column))
            return
        builder = BlockBuilder()
        skipped = draft.marker.length if draft.marker else 0
        for line in draft.lines:
            builder.add(line.text[skipped:], line.start + skipped)
            builder.space()
            skipped = 0
        if heading_level:
            self._indents.clear()
            self._outline.add(builder, Kind.HEADING, level=heading_level)
        elif draft.marker:
            self._outline.add(builder, Kind.LIST_ITEM, level=self._depth(draft.lines[0].indent))
        else:
            if draft.lines[0].indent <= (self._indents[0] if self._indents else 0):
                self._indents.clear()
            self._outline.add(builder, Kind.PARAGRAPH)

    def _depth(self, indent: int) -> int:
        """Return how deep a list item is, from how far in the items before it stand."""
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent:
            self._indents.append(indent)
        return len(self._indents)


def _underline_level(line: Line, below: Line) -> int:
    """Return the level that an underline gives to the line above it, or 0 when it is no underline."""
    match = _UNDERLINE.match(below.text)
    if match is None or not is_title(line.text) or not len(line.text) // 2 <= len(below.text) <= len(line.text) * 2 + 4:
        return 0
    return 1 if match["equals"] else 2
