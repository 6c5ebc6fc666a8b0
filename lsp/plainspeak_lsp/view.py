"""What there is to say of one version of a document, by place: a snapshot that all features of the editor share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from plainspeak.acronyms import LedgerEntry
from plainspeak.checker import Checker
from plainspeak.findings import BlockSpan, Edit, Finding
from plainspeak.live import LiveText
from plainspeak.report import Report, TermUse
from plainspeak.rules import DocumentFacts
from plainspeak_lsp.buffer import Buffer
from plainspeak_lsp.positions import Position

__all__ = ["Range", "View"]

_Any = TypeVar("_Any")


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
        found = {id(finding): finding for at, finding in self._near(self._findings, place) if self._is_at(at, place)}
        return list(found.values())

    def letters_at(self, place: Range) -> LedgerEntry | None:
        """Return the short form that is used there."""
        return next((entry for at, entry in self._near(self._letters, place) if self._is_at(at, place)), None)

    def term_at(self, place: Range) -> TermUse | None:
        """Return the term of the glossary that is used there."""
        return next((use for at, use in self._near(self._terms, place) if self._is_at(at, place)), None)

    def uses_of_letters(self, first: int, last: int) -> Iterator[tuple[BlockSpan, LedgerEntry]]:
        """Yield the uses of short forms on or near some lines."""
        place = Range(Position(first, 0), Position(last, 0))
        yield from self._near(self._letters, place)

    def _near(
        self, by_block: Mapping[int, Sequence[tuple[BlockSpan, _Any]]], place: Range
    ) -> Iterator[tuple[BlockSpan, _Any]]:
        for block in self._live.blocks_near(place.start.line, place.end.line):
            yield from by_block.get(block, ())

    def _is_at(self, at: BlockSpan, place: Range) -> bool:
        return self.range_of(at).touches(place)

    @cached_property
    def _findings(self) -> Mapping[int, Sequence[tuple[BlockSpan, Finding]]]:
        return _by_block((at, finding) for finding in self.findings for at in finding.places)

    @cached_property
    def _letters(self) -> Mapping[int, Sequence[tuple[BlockSpan, LedgerEntry]]]:
        return _by_block((at, entry) for entry in self.report.acronyms for at in entry.uses)

    @cached_property
    def _terms(self) -> Mapping[int, Sequence[tuple[BlockSpan, TermUse]]]:
        return _by_block((at, use) for use in self.report.terms for at in use.uses)


def _by_block(found: Iterable[tuple[BlockSpan, _Any]]) -> dict[int, list[tuple[BlockSpan, _Any]]]:
    by_block: dict[int, list[tuple[BlockSpan, _Any]]] = {}
    for at, each in found:
        by_block.setdefault(at.block, []).append((at, each))
    return by_block
