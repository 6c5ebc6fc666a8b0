"""Read a table of actions, as minutes and action logs have it: what is to be done, by whom and by when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from plainspeak.document import Block, Kind
from plainspeak.glossary.grammar import word_list
from plainspeak.rules._actions import (
    goes_on,
    heading_words,
    is_action,
    is_blank,
    is_finished,
    is_none,
    names_date,
    names_owner,
)

__all__ = ["TableAction", "table_actions"]

_RULE = "unowned-action"

Cells = dict[int, str]
"""The text of each cell of a row that isn't empty, by its column."""


@dataclass(frozen=True, slots=True)
class TableAction:
    """An action that isn't done: the index of its block, its text, and whether it has somebody and a date."""

    block: int
    text: str
    owned: bool
    dated: bool


@dataclass(slots=True)
class _Part:
    """The rows under one header, each with the index of its action's block."""

    header: Mapping[int, str]
    rows: list[tuple[int, Cells]] = field(default_factory=list)

    def columns(self, name: str) -> list[int]:
        return [column for column, each in self.header.items() if each == name]

    def is_open(self, cells: Cells) -> bool:
        text = cells[self.columns("action")[0]]
        if is_blank(text) or goes_on(text) or any(map(is_finished, cells.values())):
            return False
        # A row with one cell is most often a heading inside the table.
        return is_action(text) or sum(not is_none(cell) for cell in cells.values()) > 1


def table_actions(blocks: Sequence[Block]) -> Iterator[TableAction]:
    """Yield the actions of a document's tables that aren't done.

    A table without a column for names or dates can't have a gap in it.
    """
    for part in _parts(blocks):
        are_open = [part.is_open(cells) for _, cells in part.rows]
        for column in (*part.columns("owner"), *part.columns("date")):
            _share_merged(column, [cells for _, cells in part.rows], are_open)
        for (block, cells), is_open in zip(part.rows, are_open, strict=True):
            if is_open:
                text = cells[part.columns("action")[0]]
                # An owner that "goes on" is a slip; a date that does is a fair answer, in whichever column it stands.
                owners = [cell for cell in _cells(part, "owner", cells) if not goes_on(cell)]
                owned = not part.columns("owner") or not all(map(is_blank, owners)) or names_owner(text)
                dates = _cells(part, "date", cells)
                dated = not part.columns("date") or not all(map(is_blank, dates)) or names_date(text)
                yield TableAction(block, text, owned, dated or any(map(goes_on, cells.values())))


def _parts(blocks: Sequence[Block]) -> Iterator[_Part]:
    """Yield the parts of tables that have a column for actions and one for names or dates."""
    for grid in _grids(blocks).values():
        part: _Part | None = None
        for _, row in sorted(grid.items()):
            cells = {column: " ".join(blocks[index].text for index in row[column]) for column in row}
            header = {column: name for column, text in cells.items() for name in [_column(text)] if name}
            if "action" in header.values() and len(set(header.values())) > 1:
                if part:
                    yield part
                part = _Part(header)
            elif part and (action := part.columns("action")[0]) in cells:
                part.rows.append((row[action][0], cells))
        if part:
            yield part


def _grids(blocks: Sequence[Block]) -> Mapping[int, dict[int, dict[int, list[int]]]]:
    """Return the indexes of the blocks in each cell, by table, row and column."""
    grids: dict[int, dict[int, dict[int, list[int]]]] = {}
    for index, block in enumerate(blocks):
        if block.kind is Kind.CELL and block.checked and block.place.table is not None:
            table, row, column = block.place.table
            grids.setdefault(table, {}).setdefault(row, {}).setdefault(column, []).append(index)
    return grids


def _share_merged(column: int, rows: Sequence[Cells], are_open: Sequence[bool]) -> None:
    """Fill the empty cells of a column from those above, where the column seems to have merged cells.

    A cell that runs over several rows is seen in the first of them alone. Where more than half of a column is empty
    under something, that is likelier than so many gaps.
    """
    above: list[str | None] = []
    for row in rows:
        above.append(row.get(column, above[-1] if above else None))
    shared = [
        is_open and column not in row and text is not None
        for row, text, is_open in zip(rows, above, are_open, strict=True)
    ]
    if 2 * sum(shared) > sum(are_open):
        for row, text in zip(rows, above, strict=True):
            if text is not None:
                row[column] = text


def _cells(part: _Part, name: str, cells: Cells) -> list[str]:
    return [cells[column] for column in part.columns(name) if column in cells]


def _column(text: str) -> str | None:
    """Return what a column with this heading holds: an ``action``, its ``owner`` or its ``date``."""
    plain = heading_words(text)
    for name in ("action", "owner", "date"):
        if plain in word_list(_RULE, f"{name}-columns"):
            return name
    return None
