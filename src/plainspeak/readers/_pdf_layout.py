"""From what the child process found on the pages of a PDF to blocks: pure functions over plain data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from plainspeak.document import Block, BlockBuilder, Kind, PageAnchor, Place
from plainspeak.readers._pdf_furniture import Frame, band_of, contents_of, furniture_of
from plainspeak.readers._pdf_groups import Group, Measures, continues, groups_of
from plainspeak.readers._pdf_hyphens import Hyphens
from plainspeak.readers._pdf_lines import HYPHENS, Line, Piece, Rule, lines_of, spaced
from plainspeak.readers._pdf_order import mark_cells, reading_order

__all__ = ["Page", "blocks_of"]

_CAPTION = re.compile(
    r"(?:Figure|Fig\.?|Table|Chart|Graph|Map|Diagram|Exhibit|Box)\s?(?:[A-Z]?\d+|[A-Z])(?:[.\-\u2013]\d+)*[a-z]?"
    r"(?:\s*[:.\u2013\u2014-]|\s+[A-Z\u2018\u201c(]|$)"
)
_SECTION = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?\s")
_LARGER = 1.12
_LONGEST_HEADING = 200
_LONGEST_CAPTION = 300
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Page:
    """What the child process found on one page: its box, its pieces of text, its upright ruled lines."""

    number: int
    box: tuple[float, float, float, float]
    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...] = ()


@dataclass(slots=True)
class _Entry:
    """Groups that make one block."""

    groups: list[Group]
    kind: Kind
    part: str = "body"
    style: tuple[float, bool] | None = None
    table: tuple[int, int, int] | None = None
    level: int | None = None


def blocks_of(pages: Sequence[Page]) -> tuple[Block, ...]:
    """Return the blocks of a document, in reading order; running heads and feet come at its end, once each."""
    sides = [side for page in pages for side in _sides(page)]
    furniture = furniture_of(sides)
    body = [[line for line in lines if id(line) not in furniture] for _, lines in sides]
    every = [line for lines in body for line in lines]
    measures = Measures.of(every)
    groups: list[Group] = []
    for (frame, _), lines in zip(sides, body, strict=True):
        width = frame[2] - frame[0]
        found = reading_order(groups_of(lines, measures), width)
        mark_cells(found, width)
        groups.extend(found)
    entries = _joined(_entries(groups, measures))
    _set_levels(entries)
    entries.extend(_furniture_entries(sides, furniture))
    return tuple(_Writer(Hyphens(every)).blocks(entries))


def _sides(page: Page) -> Iterator[tuple[Frame, list[Line]]]:
    """Yield the lines of a page, apart for each direction of text, most text first, with the page's frame."""
    turns: dict[int, list[Piece]] = {}
    for piece in page.pieces:
        turns.setdefault(piece.turn, []).append(piece)
    left, bottom, right, top = page.box
    frames = (page.box, (bottom, -right, top, -left), (-right, -top, -left, -bottom), (-top, left, -bottom, right))
    for turn, pieces in sorted(turns.items(), key=lambda item: -sum(len(piece.text) for piece in item[1])):
        yield frames[turn], lines_of(pieces, page.rules if turn == 0 else ())


def _entries(groups: Sequence[Group], measures: Measures) -> list[_Entry]:
    contents = contents_of(groups)
    entries: list[_Entry] = []
    tables = 0
    last: tuple[int, int] | None = None
    for group in groups:
        if id(group) in contents:
            _add_contents(entries, group)
        elif group.cell is not None:
            if last != (group.page, group.table):
                tables, last = tables + 1, (group.page, group.table)
            entries.append(_Entry([group], Kind.CELL, table=(tables, *group.cell)))
        elif group.lines[0].note and group.size < measures.body - 0.4:
            note = group.lines[0].note
            group.lines[0] = group.lines[0].without(len(group.lines[0].pieces[0].text))
            entries.append(_Entry([group], Kind.NOTE, part=f"footnote {note}"))
        elif len(group.text) <= _LONGEST_CAPTION and _CAPTION.match(group.text):
            entries.append(_Entry([group], Kind.CAPTION))
        elif _is_heading(group, measures.body):
            group.lines[0] = group.labelled or group.lines[0]
            entries.append(_Entry([group], Kind.HEADING, style=(group.size, group.bold)))
        else:
            entries.append(_Entry([group], Kind.PARAGRAPH if group.label is None else Kind.LIST_ITEM))
    return entries


def _add_contents(entries: list[_Entry], group: Group) -> None:
    """Add to a table of contents; the title and the page number of one entry make one block."""
    last = entries[-1] if entries and entries[-1].kind is Kind.TOC else None
    cell = last.groups[-1].cell if last else None
    if last and cell and group.cell and cell[0] == group.cell[0] and last.groups[-1].page == group.page:
        last.groups.append(group)
    else:
        entries.append(_Entry([group], Kind.TOC))


def _is_heading(group: Group, body: float) -> bool:
    """Tell whether a group is larger or bolder than the body text, or numbered ("2.1") and short."""
    text = group.text.strip()
    if len(group.lines) > 3 or len(text) > _LONGEST_HEADING or sum(c.isalpha() for c in text) < 3:
        return False
    if group.size >= _LARGER * body:
        return len(text) < 60 or text[-1] not in ".;,"
    if group.size < 0.85 * body or text[-1] in ".;,:" or text[0].islower():
        return False
    full = group.labelled.text.strip() if group.labelled else ""
    if group.label is not None and not full[0].isalnum():
        return False
    return group.bold or (len(text) < 90 and bool(_SECTION.match(full)) and not re.search(r"[.?!]\s", text))


def _joined(entries: list[_Entry]) -> list[_Entry]:
    """Join a paragraph or list item to the one that it goes on in, over a page or column end, its notes and tables."""
    joined: list[_Entry] = []
    open_entry: _Entry | None = None
    for entry in entries:
        if entry.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM):
            if open_entry is not None and continues(open_entry.groups[-1], entry.groups[0]):
                open_entry.groups.extend(entry.groups)
                continue
            open_entry = entry
        elif entry.kind is Kind.HEADING:
            open_entry = None
        joined.append(entry)
    return joined


def _set_levels(entries: Sequence[_Entry]) -> None:
    """Number the styles of headings from the largest down; list items by how far their labels are indented."""
    styles = sorted({entry.style for entry in entries if entry.style}, reverse=True)
    levels = {style: min(position, _DEEPEST) for position, style in enumerate(styles, start=1)}
    indents: list[float] = []
    for entry in entries:
        if entry.style:
            entry.level = levels[entry.style]
        label = entry.groups[0].label
        if entry.kind is Kind.LIST_ITEM and label is not None:
            indents = [indent for indent in indents if indent < label - 4]
            indents.append(label)
            entry.level = len(indents)
        elif entry.kind is not Kind.NOTE:
            indents = []


def _furniture_entries(sides: Sequence[tuple[Frame, list[Line]]], furniture: dict[int, str]) -> Iterator[_Entry]:
    """Yield each running head or foot once, from its first page. One that is only a number says nothing."""
    seen: set[tuple[str, str]] = set()
    for wanted in (Kind.HEADER, Kind.FOOTER):
        for frame, lines in sides:
            for line in lines:
                plain = furniture.get(id(line))
                if plain is None or band_of(line, frame) != wanted.value or (wanted.value, plain) in seen:
                    continue
                seen.add((wanted.value, plain))
                if any(character.isalpha() for character in plain):
                    yield _Entry([Group([line])], wanted, part=f"page {wanted.value}")


class _Writer:
    """Writes entries as blocks, and keeps count of headings, paragraphs and pages on the way."""

    def __init__(self, hyphens: Hyphens) -> None:
        self._hyphens = hyphens
        self._anchors: dict[int, PageAnchor] = {}
        self._headings: list[tuple[int, str]] = []
        self._paragraphs = 0

    def blocks(self, entries: Sequence[_Entry]) -> Iterator[Block]:
        """Yield the blocks of the entries that hold text."""
        for entry in entries:
            builder = BlockBuilder()
            self._add_lines(builder, [line for group in entry.groups for line in group.lines])
            if not builder:
                continue
            if entry.kind is Kind.HEADING and entry.level:
                while self._headings and self._headings[-1][0] >= entry.level:
                    self._headings.pop()
            counted = entry.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.HEADING)
            self._paragraphs += counted
            outside = entry.kind.on_every_page
            place = Place(
                page=entry.groups[0].page,
                table=entry.table,
                headings=() if outside else tuple(text for _, text in self._headings),
                paragraph=self._paragraphs if counted else None,
                part=entry.part,
            )
            block = builder.build(entry.kind, place, level=entry.level, checked=entry.kind is not Kind.TOC)
            if block is None:
                continue
            if entry.kind is Kind.HEADING and entry.level:
                self._headings.append((entry.level, block.text))
            yield block

    def _add_lines(self, builder: BlockBuilder, lines: Sequence[Line]) -> None:
        for line, following in zip_longest(lines, lines[1:]):
            for position, (piece, space) in enumerate(spaced(line.pieces), start=1):
                if space:
                    builder.space()
                text = piece.text
                if position == len(line.pieces) and text.rstrip()[-1:] in HYPHENS and text.strip():
                    self._add_hyphen_end(builder, piece, following)
                else:
                    self._add(builder, piece, text)
                    if position == len(line.pieces):
                        builder.space()

    def _add_hyphen_end(self, builder: BlockBuilder, piece: Piece, following: Line | None) -> None:
        """Add the last piece of a line that ends in a hyphen; what follows is joined to it."""
        before = piece.text.rstrip()[:-1]
        after = following.text.lstrip() if following else ""
        self._add(builder, piece, before)
        cuts_word = before[-1:].isalnum() and after[:1].isalnum()
        if not cuts_word or self._hyphens.stays(before, after):
            hyphen = piece.text[len(before)]
            at = piece.index + len(before)
            builder.add("-", at, anchor=self._anchor(piece), length=None if hyphen == "-" else 1)
        if not cuts_word:
            builder.space()

    def _add(self, builder: BlockBuilder, piece: Piece, text: str) -> None:
        builder.add(text, piece.index, anchor=self._anchor(piece), length=piece.length)

    def _anchor(self, piece: Piece) -> PageAnchor:
        return self._anchors.setdefault(piece.page, PageAnchor(piece.page))
