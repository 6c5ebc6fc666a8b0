"""Write what was found in a PDF as blocks: words cut at line ends are joined, and each character keeps its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from plainspeak.document import Block, BlockBuilder, Box, Kind, PageAnchor, Place
from plainspeak.readers.pdf.groups import Group
from plainspeak.readers.pdf.hyphens import Hyphens
from plainspeak.readers.pdf.lines import HYPHENS, Line, Piece, spaced

__all__ = ["Entry", "PictureAnchor", "Writer"]

_COUNTED = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.HEADING, Kind.TITLE, Kind.QUOTE, Kind.CODE})


@dataclass(frozen=True, slots=True)
class PictureAnchor:
    """The anchor of a description of a picture: a band at the top of the picture, since its words stand nowhere."""

    page: int
    band: Box


@dataclass(slots=True, eq=False)
class Entry:
    """Groups that make one block."""

    groups: list[Group]
    kind: Kind
    part: str = "body"
    style: tuple[float, bool] | None = None
    table: tuple[int, int, int] | None = None
    level: int | None = None


class Writer:
    """Writes entries as blocks, and keeps count of headings, paragraphs and pages on the way."""

    def __init__(self, hyphens: Hyphens) -> None:
        self._hyphens = hyphens
        self._anchors: dict[int, PageAnchor] = {}
        self._headings: list[tuple[int, str]] = []
        self._paragraphs = 0

    def blocks(self, entries: Sequence[Entry]) -> Iterator[Block]:
        """Yield the blocks of the entries that hold text."""
        for entry in entries:
            builder = BlockBuilder()
            self._add_lines(builder, [line for group in entry.groups for line in group.lines])
            if not builder:
                continue
            if entry.kind is Kind.HEADING and entry.level:
                while self._headings and self._headings[-1][0] >= entry.level:
                    self._headings.pop()
            counted = entry.kind in _COUNTED and entry.table is None
            self._paragraphs += counted
            outside = entry.kind.on_every_page
            place = Place(
                page=entry.groups[0].page,
                table=entry.table,
                headings=() if outside else tuple(text for _, text in self._headings),
                paragraph=self._paragraphs if counted else None,
                part=entry.part,
            )
            block = builder.build(
                entry.kind,
                place,
                level=entry.level,
                checked=entry.kind not in (Kind.TOC, Kind.CODE),
                expansions=tuple(dict.fromkeys(pair for group in entry.groups for pair in group.expansions)),
            )
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
                cut = piece.length is None and text.rstrip()[-1:] in HYPHENS and text.strip()
                if position == len(line.pieces) and cut:
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

    def _anchor(self, piece: Piece) -> PageAnchor | PictureAnchor:
        if piece.picture is not None:
            return PictureAnchor(piece.page, piece.picture)
        return self._anchors.setdefault(piece.page, PageAnchor(piece.page))
