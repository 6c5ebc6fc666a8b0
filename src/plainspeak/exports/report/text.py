"""The whole text of a paper with its marks: headings, paragraphs, lists and tables, and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from plainspeak.document import Block, Kind
from plainspeak.exports.explanations import capitalised
from plainspeak.exports.report.marks import Mark, Piece, marked

__all__ = ["Aside", "Heading", "Item", "ListOf", "Part", "Prose", "Signpost", "Table", "parts_of"]

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_SPARSEST = 4
"""A table with more places for cells than this for each cell is shown without its empty ones."""
_DEEPEST_HEADING = 6
_DEEPEST_LIST = 8


@dataclass(frozen=True, slots=True)
class Prose:
    """A block: its text in pieces."""

    kind: str
    pieces: tuple[Piece, ...]
    checked: bool
    language: str = ""
    """Of a part that isn't in English."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; levels never skip one, whatever the paper does."""

    level: int
    prose: Prose


@dataclass(slots=True)
class Item:
    """An item of a list, with the items under it."""

    prose: Prose
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells, each with its blocks."""

    name: str
    rows: tuple[tuple[tuple[Prose, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Signpost:
    """Where the parts after it are: "Page 3", "Slide 2"."""

    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Parts that don't belong to the running text, or aren't checked, with what they are: "Footnote 2"."""

    label: str
    checked: bool
    parts: tuple[Part, ...]


Part = Prose | Heading | ListOf | Table | Signpost | Aside
_Numbered = tuple[int, Block]


def parts_of(blocks: Sequence[Block], marks: Mapping[int, Sequence[Mark]], *, level: int) -> Iterator[Part]:
    """Yield the parts of a paper's text.

    Args:
        blocks: of the paper.
        marks: those of each block, by its number.
        level: of the heading that the text stands under, from 1.
    """
    shown = [(number, block) for number, block in enumerate(blocks) if block.text.strip()]
    return _Text(marks, level).parts(shown)


class _Text:
    """A text on its way: where it is, and the headings that are open."""

    def __init__(self, marks: Mapping[int, Sequence[Mark]], level: int) -> None:
        self._marks = marks
        self._headings = [(-1, level)]
        self._where = ""

    def parts(self, blocks: Iterable[_Numbered]) -> Iterator[Part]:
        for (part, checked), run in groupby(blocks, key=lambda each: _standing(each[1])):
            inner = self._of_one_standing(run)
            if part == "body" and checked:
                yield from inner
            else:
                label = part if part != "body" else ""
                said = [label, "" if checked else "not checked"]
                yield Aside(capitalised(", ".join(filter(None, said))), checked, tuple(inner))

    def _of_one_standing(self, blocks: Iterable[_Numbered]) -> Iterator[Part]:
        for (name, _), run in groupby(blocks, key=lambda each: _belonging(*each)):
            together = list(run)
            first = together[0][1]
            where = _where(first)
            if where and where != self._where:
                yield Signpost(where)
            self._where = where or self._where
            if first.place.table is not None:
                yield Table(f"Table {first.place.table[0]}", tuple(self._rows(together)))
            elif name == "list":
                yield ListOf(tuple(self._items(together)))
            elif first.kind in (Kind.HEADING, Kind.TITLE):
                yield self._heading(*together[0])
            else:
                yield self._prose(*together[0])

    def _prose(self, number: int, block: Block) -> Prose:
        pieces = tuple(marked(block.text, self._marks.get(number, ())))
        language = block.lang or ""
        other = bool(_LANGUAGE.fullmatch(language)) and not language.startswith("en")
        return Prose(block.kind.value, pieces, block.checked, language if other else "")

    def _heading(self, number: int, block: Block) -> Heading:
        own = 0 if block.kind is Kind.TITLE else block.level or 1
        while self._headings[-1][0] >= own:
            self._headings.pop()
        level = min(self._headings[-1][1] + 1, _DEEPEST_HEADING)
        self._headings.append((own, level))
        return Heading(level, self._prose(number, block))

    def _items(self, blocks: Iterable[_Numbered]) -> list[Item]:
        first: list[Item] = []
        lists = [(0, first)]
        for number, block in blocks:
            level = min(block.level or 1, _DEEPEST_LIST)
            while lists[-1][0] >= level:
                lists.pop()
            item = Item(self._prose(number, block))
            lists[-1][1].append(item)
            lists.append((level, item.items))
        return first

    def _rows(self, blocks: Sequence[_Numbered]) -> Iterator[tuple[tuple[Prose, ...], ...]]:
        rows: dict[int, dict[int, list[Prose]]] = {}
        for number, block in blocks:
            _, row, column = block.place.table or (0, 0, 0)
            rows.setdefault(row, {}).setdefault(column, []).append(self._prose(number, block))
        columns = sorted({column for cells in rows.values() for column in cells})
        full = len(rows) * len(columns) <= _SPARSEST * len(blocks)
        for _, cells in sorted(rows.items()):
            yield tuple(tuple(cells.get(column, ())) for column in (columns if full else sorted(cells)))


def _standing(block: Block) -> tuple[str, bool]:
    """Return the part that a block stands in, and whether it is checked; in tables and lists, each says so itself."""
    within = block.place.table is not None or block.kind is Kind.LIST_ITEM
    return block.place.part, block.checked or within


def _belonging(number: int, block: Block) -> tuple[str, object]:
    """Return what tells the blocks of one table or list from the next."""
    place = block.place
    if place.table is not None:
        return "table", (place.sheet, place.slide, place.table[0])
    if block.kind is Kind.LIST_ITEM:
        return "list", _where(block)
    return "block", number


def _where(block: Block) -> str:
    place = block.place
    if place.sheet is not None:
        return f"Sheet \u201c{place.sheet}\u201d"
    if place.slide is not None:
        return f"Slide {place.slide}"
    if place.page is not None:
        return f"About page {place.page}" if place.page_is_estimate else f"Page {place.page}"
    return ""
