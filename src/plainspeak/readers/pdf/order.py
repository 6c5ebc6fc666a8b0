"""Put the groups of a PDF page in reading order, and find the rows and cells of its tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from plainspeak.readers.pdf.groups import Group

__all__ = ["mark_cells", "reading_order"]

_MOST_IN_ROW = 200
_DEEPEST_CUT, _MOST_TO_CUT = 40, 3_000
_LEAST_COLUMN = 0.25
"""A column of running text is at least this share of the page wide; anything narrower beside text is a cell."""


def reading_order(groups: list[Group], width: float) -> list[Group]:
    """Return the groups in reading order: the order of the file, unless that jumps up within a column."""
    for before, after in pairwise(groups):
        shared = min(before.box[2], after.box[2]) - max(before.box[0], after.box[0])
        narrower = min(before.box[2] - before.box[0], after.box[2] - after.box[0])
        if after.box[1] >= before.box[3] - 1 and shared > 0.5 * narrower:
            return _cut_up(groups, width)
    return groups


def mark_cells(groups: list[Group], width: float) -> None:
    """Give each group that stands beside others in a row its table, row and column."""
    table: tuple[int, ...] = ()
    row = 0
    last_in_row = -2
    for position in range(1, len(groups)):
        after = groups[position]
        first = _row_start(groups, position, width)
        if first == position:
            before = groups[position - 1]
            if before.cell is not None and before.cell[1] > 1 and _same_cell(groups, position):
                after.table, after.cell = before.table, before.cell
                last_in_row = position
            continue
        if groups[first].cell is None:
            if first > last_in_row + 1:
                table, row = (groups[first].page, groups[first].lines[0].pieces[0].index), 0
            row += 1
        column = 1
        for group in groups[first:position]:
            if group.cell is None:
                group.table, group.cell = table, (row, column)
            column = group.cell[1]
        after.table, after.cell = table, (row, column + 1)
        last_in_row = position


def _same_cell(groups: list[Group], position: int) -> bool:
    """Tell whether a group is one more paragraph of the cell before it, which isn't the first of its row."""
    before, after = groups[position - 1], groups[position]
    left = after.box[0]
    for group in reversed(groups[:position][-_MOST_IN_ROW:]):
        if group.cell is None or before.cell is None or group.table != before.table or group.cell[0] != before.cell[0]:
            break
        if group.cell[1] < before.cell[1]:
            left = max(left, group.box[2])
    return after.box[0] >= left and 0 <= before.box[1] - after.box[3] + after.size < 2.5 * after.size


def _row_start(groups: list[Group], position: int, width: float) -> int:
    """Return the first of the groups just before ``position`` that it stands beside, or ``position`` itself."""
    after = groups[position]
    first = position
    while first > max(0, position - _MOST_IN_ROW):
        group = groups[first - 1]
        above = group.box[1] > after.box[3] - 0.2 * after.size
        if above or group.box[2] > after.box[0] + 1:
            break
        first -= 1
    beside = groups[first:position]
    if not any(group.box[1] < after.box[3] - 1 and after.box[1] < group.box[3] - 1 for group in beside):
        return position
    return position if _are_columns(beside, groups[position : position + _MOST_IN_ROW], width) else first


def _are_columns(left: Sequence[Group], rest: Sequence[Group], width: float) -> bool:
    """Tell whether groups, and those to the right of them, are columns of running text and not cells."""
    edge = max(group.box[2] for group in left)
    right = list(takewhile(lambda group: group.box[0] > edge - 1 and group.page == left[0].page, rest))
    return all(
        sum(len(group.lines) for group in column) > 5
        and max(group.box[2] for group in column) - min(group.box[0] for group in column) > _LEAST_COLUMN * width
        for column in (left, right)
    )


def _cut_up(groups: list[Group], width: float, depth: int = 0) -> list[Group]:
    """Order groups by cutting the page at its white gaps: columns of text first, then bands, then cells."""
    if len(groups) < 2:
        return groups
    columns = _split(groups, 0, 2, 5.0)
    bands = _split(groups, 1, 3, 0.0)[::-1]
    wide = all(max(g.box[2] for g in c) - min(g.box[0] for g in c) > _LEAST_COLUMN * width for c in columns)
    parts = columns if len(columns) > 1 and (wide or len(bands) == 1) else bands
    if len(parts) == 1 or depth > _DEEPEST_CUT or len(groups) > _MOST_TO_CUT:
        return sorted(groups, key=lambda group: (-group.box[3], group.box[0]))
    return [group for part in parts for group in _cut_up(part, width, depth + 1)]


def _split(groups: list[Group], low: int, high: int, gap: float) -> list[list[Group]]:
    parts: list[list[Group]] = []
    reach = 0.0
    for group in sorted(groups, key=lambda each: each.box[low]):
        if parts and group.box[low] <= reach + gap:
            parts[-1].append(group)
            reach = max(reach, group.box[high])
        else:
            parts.append([group])
            reach = group.box[high]
    return parts
