"""What there is to say of one version of a document, by place: a snapshot that all features of the editor share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from plainspeak.acronyms import LedgerEntry
from plainspeak.checker import Checker
from plainspeak.findings import BlockSpan, Edit, Finding
from plainspeak.live import LiveText
from plainspeak.report import Report, TermUse
from plainspeak.rules import DocumentFacts
from plainspeak_lsp.buffer import Buffer
from plainspeak_lsp.positions import Position

__all__ = ["Range", "View"]


class Range(NamedTuple):
    """From one place of a text to another, in the editor's units; the end is not part of it."""

    start: Position
    end: Position

    def touches(self, other: Range) -> bool:
        """Tell whether the two share something, or one begins where the other ends."""
        return self.start <= other.end and other.start <= self.end


_BEGINNING = Range(Position(0, 0), Position(0, 0))


class View:
    """What there is to say of a version of a document.

    Attributes:
        uri: the document's address.
        version: as the editor counts.
        report: of all of it, or of its beginning, in which repeats aren’t folded: each has words to put right.
        checker: that made the report.
        is_whole: whether the report is about all of it.
    """

    def __init__(
        self,
        uri: str,
        version: int,
        buffer: Buffer,
        checker: Checker,
        live: LiveText,
        report: Report,
        *,
        is_whole: bool = True,
    ) -> None:
        self.uri = uri
        self.version = version
        self.checker = checker
        self.report = report
        self.is_whole = is_whole
        self._buffer = buffer
        self._live = live

    @property
    def findings(self) -> Sequence[Finding]:
        """The findings in reading order, those about the whole text first."""
        return self.report.findings

    @cached_property
    def facts(self) -> DocumentFacts:
        """What the report rests on: the sections, and how hard each is to read."""
        return self._live.facts(self.report)

    def range_of(self, at: BlockSpan | None) -> Range:
        """Return where something stands; ``None``, the whole text, is its beginning."""
        extent = self.report.document.extent(at.block, at.span) if at else None
        if extent is None:
            return _BEGINNING
        line, column, end_line, end_column = extent
        return Range(self._buffer.position(line - 1, column - 1), self._buffer.position(end_line - 1, end_column - 1))

    def text_of(self, place: Range) -> str:
        """Return what the editor has at a place."""
        return self._buffer.text_between(place.start, place.end)

    def line(self, number: int) -> str:
        """Return a line, from 0, without its line end; an empty one beyond the last."""
        return self._buffer.lines[number].rstrip("\r\n") if number < len(self._buffer.lines) else ""

    @property
    def text(self) -> str:
        """All of the text."""
        return self._buffer.text

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._buffer.lines)

    def end_of_line(self, number: int) -> Position:
        """Return where a line ends, before its line end."""
        return self._buffer.position(number, len(self.line(number)))

    def position(self, line: int, column: int) -> Position:
        """Return a place in the editor's terms; the column is in code points."""
        return self._buffer.position(line, column)

    def column(self, position: Position) -> int:
        """Return the column of a place, in code points."""
        return self._buffer.column(position)

    def is_verbatim(self, at: BlockSpan) -> bool:
        """Tell whether the words at a place stand in the text as they are, so that others can be put in their place.

        They don't where a mark-up, such as the stars of bold words, begins or ends among them.
        """
        written = self.text_of(self.range_of(at))
        return written.split() == at.text_in(self.report.document.blocks).split()

    def can_make(self, edits: Sequence[Edit]) -> bool:
        """Tell whether some edits can be made without harm to the mark-up."""
        return bool(edits) and all(self.is_verbatim(edit.at) for edit in edits)

    def findings_at(self, place: Range) -> list[Finding]:
        """Return the findings that have one of their places there, in reading order."""
        stands_there = self._stands_at(place)
        return [finding for finding in self.findings if any(map(stands_there, finding.places))]

    def letters_at(self, place: Range) -> LedgerEntry | None:
        """Return the short form that is used there."""
        stands_there = self._stands_at(place)
        return next((entry for entry in self.report.acronyms if any(map(stands_there, entry.uses))), None)

    def term_at(self, place: Range) -> TermUse | None:
        """Return the term of the glossary that is used there."""
        stands_there = self._stands_at(place)
        return next((use for use in self.report.terms if any(map(stands_there, use.uses))), None)

    def uses_of_letters(self, first: int, last: int) -> Iterator[tuple[BlockSpan, LedgerEntry]]:
        """Yield the uses of short forms on or near some lines."""
        blocks = self._live.blocks_near(first, last)
        return ((at, entry) for entry in self.report.acronyms for at in entry.uses if at.block in blocks)

    def _stands_at(self, place: Range) -> Callable[[BlockSpan], bool]:
        """Return what tells whether something stands at a place, or touches it."""
        blocks = self._live.blocks_near(place.start.line, place.end.line)
        # To pass over thousands of places elsewhere is quicker than to sort them after each edit.
        return lambda at: at.block in blocks and self.range_of(at).touches(place)
