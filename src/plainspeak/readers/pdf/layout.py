"""From what the child process found on the pages of a PDF to blocks: pure functions over plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plainspeak.document import Block, Kind
from plainspeak.readers.pdf.blocks import Entry, Writer
from plainspeak.readers.pdf.entries import entries_of
from plainspeak.readers.pdf.furniture import Frame, furniture_of, half_of, without_numbers
from plainspeak.readers.pdf.groups import Group, Measures, groups_of, right_edges
from plainspeak.readers.pdf.hyphens import Hyphens
from plainspeak.readers.pdf.lines import Line, Piece, lines_of
from plainspeak.readers.pdf.order import mark_cells, reading_order
from plainspeak.readers.pdf.tagged import groups_of_draft, rejoined
from plainspeak.readers.pdf.tree import Draft, Page, tagged

__all__ = ["Page", "blocks_of"]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The lines of one page."""

    frames: tuple[Frame, Frame, Frame, Frame]
    """The frame of the page for each direction of text."""
    drafts: list[tuple[Draft, list[Line]]]
    """What its tags put together."""
    sides: list[list[Line]]
    """The lines that tags say nothing about, apart for each direction of text."""
    artefacts: list[Line]
    """The lines that tags say are no part of the paper."""

    def maybe_furniture(self) -> Iterator[tuple[Frame, list[Line]]]:
        """Yield the lines that may be running heads, with the frame of the page; of tagged text, single lines alone."""
        loose = (None, Kind.PARAGRAPH)
        found = [lines[0] for draft, lines in self.drafts if draft.role.kind in loose and len(lines) == 1]
        turns: dict[int, list[Line]] = {}
        for line in [*(line for side in self.sides for line in side), *self.artefacts, *found]:
            turns.setdefault(line.turn, []).append(line)
        for turn, lines in turns.items():
            yield self.frames[turn], lines

    def without(self, furniture: dict[int, str]) -> _Sheet:
        """Return the sheet without its running heads."""

        def kept(lines: list[Line]) -> list[Line]:
            return [line for line in lines if id(line) not in furniture]

        drafts = [(draft, kept(lines)) for draft, lines in self.drafts]
        return _Sheet(self.frames, [each for each in drafts if each[1]], [*map(kept, self.sides)], [])

    def lines(self) -> Iterator[Line]:
        """Yield the lines of the paper itself; the words of a description of a picture stand on none."""
        for draft, lines in self.drafts:
            if draft.role.kind is not Kind.ALT:
                yield from lines
        for side in self.sides:
            yield from side

    def groups(self, measures: Measures) -> Iterator[Group]:
        """Yield the groups of the paper itself, in reading order."""
        edges = right_edges(self.lines())
        yield from rejoined(self._by_tags(measures, edges), max(edges.values(), default=0.0))
        for side in self.sides:
            yield from self._by_place(side, measures)

    def _by_tags(self, measures: Measures, edges: dict[int, float]) -> Iterator[Group]:
        rows: list[list[Group]] = []
        for draft, lines in self.drafts:
            found = groups_of_draft(draft, lines, edges) if draft.role.kind else self._by_place(lines, measures)
            # Paragraphs with tab stops in them are the rows of a table that isn't tagged as one.
            if draft.role.kind is Kind.PARAGRAPH and len(found) > 1:
                rows.append(found)
                first = rows[0][0].lines[0].pieces[0]
                for column, group in enumerate(found, start=1):
                    group.table, group.cell = (first.page, first.index), (len(rows), column)
            else:
                rows = []
            yield from found

    def _by_place(self, lines: list[Line], measures: Measures) -> list[Group]:
        if not lines:
            return []
        left, _, right, _ = self.frames[lines[0].turn]
        found = reading_order(groups_of(lines, measures), right - left)
        mark_cells(found, right - left)
        return found


def blocks_of(pages: Sequence[Page]) -> tuple[Block, ...]:
    """Return the blocks of a document, in reading order; running heads and feet come at its end, once each."""
    sheets = [_sheet(page) for page in pages]
    places = [place for sheet in sheets for place in sheet.maybe_furniture()]
    furniture = _with_artefacts(furniture_of(places), sheets)
    bodies = [sheet.without(furniture) for sheet in sheets]
    every = [line for body in bodies for line in body.lines()]
    measures = Measures.of(every)
    entries = entries_of([group for body in bodies for group in body.groups(measures)], measures)
    entries.extend(_furniture_entries(places, furniture))
    return tuple(Writer(Hyphens(every)).blocks(entries))


def _sheet(page: Page) -> _Sheet:
    found = tagged(page)
    drafts = [(draft, lines_of(draft.pieces, page.rules if draft.role.kind is None else ())) for draft in found.drafts]
    artefacts = [line for side in _sides(page, found.artefacts) for line in side]
    left, bottom, right, top = page.box
    frames = (page.box, (bottom, -right, top, -left), (-right, -top, -left, -bottom), (-top, left, -bottom, right))
    return _Sheet(frames, [each for each in drafts if each[1]], [*_sides(page, found.rest)], artefacts)


def _sides(page: Page, pieces: Iterable[Piece]) -> Iterator[list[Line]]:
    """Yield the lines of some pieces of a page, apart for each direction of text, most text first."""
    turns: dict[int, list[Piece]] = {}
    for piece in pieces:
        turns.setdefault(piece.turn, []).append(piece)
    for turn, found in sorted(turns.items(), key=lambda item: -sum(len(piece.text) for piece in item[1])):
        yield lines_of(found, page.rules if turn == 0 else ())


def _with_artefacts(furniture: dict[int, str], sheets: Sequence[_Sheet]) -> dict[int, str]:
    """Return the running heads together with what tags say is no part of the paper.

    What the paper itself says too is dropped: it is the head of a table that goes on over a page end.
    """
    said = {without_numbers(line.text) for sheet in sheets for _, lines in sheet.drafts for line in lines}
    artefacts = {id(line): without_numbers(line.text) for sheet in sheets for line in sheet.artefacts}
    return {key: "" if plain in said else plain for key, plain in artefacts.items()} | furniture


def _furniture_entries(places: Sequence[tuple[Frame, list[Line]]], furniture: dict[int, str]) -> Iterator[Entry]:
    """Yield each running head or foot once, from its first page. One that is only a number says nothing."""
    seen: set[tuple[Kind, str]] = set()
    for wanted in (Kind.HEADER, Kind.FOOTER):
        for frame, lines in places:
            for line in lines:
                plain = furniture.get(id(line))
                if plain is None or half_of(line, frame) is not wanted or (wanted, plain) in seen:
                    continue
                seen.add((wanted, plain))
                if any(character.isalpha() for character in plain):
                    yield Entry([Group([line])], wanted, part=f"page {wanted.value}")
