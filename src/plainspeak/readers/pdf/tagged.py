"""From the lines of an element of a PDF's structure tree to groups: one, unless it puts words side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from plainspeak.document import Kind
from plainspeak.readers.pdf.groups import Group, column_of, is_broken_off
from plainspeak.readers.pdf.lines import Line, label_length
from plainspeak.readers.pdf.tree import Draft

__all__ = ["groups_of_draft", "is_sign", "rejoined"]

_MAY_STAND_APART = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.CELL})
_FEWEST_LETTERS = 3
_MOST_PITCH = 1.7
_FULL_LINE = 60
"""Characters of a paragraph that is more than an entry of a list."""


def groups_of_draft(draft: Draft, lines: Sequence[Line], edges: Mapping[int, float]) -> list[Group]:
    """Return the groups of an element, given how far right the lines of each column of its page reach."""
    role = draft.role
    parts = list(_parts(lines)) if role.kind in _MAY_STAND_APART else [list(lines)]
    groups = []
    for number, part in enumerate(parts):
        line = part[0]
        length = label_length(line.text) if role.kind in _MAY_STAND_APART and not role.label else 0
        group = Group(
            [line.without(length) if length else line, *part[1:]],
            label=line.left if length else None,
            labelled=line,
            edge=edges.get(column_of(line), line.right),
            # What goes on on the next page goes on with the first part.
            role=replace(role, key=(*role.key, -number)) if number else role,
            expansions=tuple(draft.expansions) if not number else (),
        )
        groups.append(group)
    return groups


def rejoined(groups: Iterable[Group], edge: float) -> Iterator[Group]:
    """Yield groups with those put together that people cut in two, by pressing Enter at the end of each line.

    Args:
        groups: of one page.
        edge: how far right its lines reach.
    """
    before: Group | None = None
    for group in groups:
        if before is not None and _was_cut(before, group, edge):
            for line in group.lines:
                before.add(line)
            continue
        if before is not None:
            yield before
        before = group
    if before is not None:
        yield before


def is_sign(text: str) -> bool:
    """Tell whether the label of a list item or a note is a bullet, a number or a letter, and no words."""
    return label_length(text + " x") > len(text.rstrip()) or sum(map(str.isalpha, text)) < _FEWEST_LETTERS


def _was_cut(before: Group, after: Group, edge: float) -> bool:
    """Tell whether a group ends in the middle of a sentence, and the next one, right under it, goes on."""
    if before.role is None or after.role is None or before.cell or after.cell or after.label is not None:
        return False
    last, first = before.lines[-1], after.lines[0]
    near = 0 < last.base - first.base < _MOST_PITCH * first.size
    if not near or after.role.kind is not Kind.PARAGRAPH or before.role.kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM):
        return False
    words = first.text.split(maxsplit=1)
    word = (first.right - first.left) * len(words[0]) / len(first.text) if words else 0.0
    running = first.text.lstrip()[:1].islower() and len(before.text) >= _FULL_LINE
    return (running or last.right + word > edge) and is_broken_off(before, after)


def _parts(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Cut lines where one stands beside the one before: tab stops make the columns of a form or a small table."""
    part: list[Line] = []
    beside = False
    for line in lines:
        before = part[-1] if part else None
        if before is not None and _is_beside(before, line):
            yield part
            part, beside = [], True
        elif beside and line.left < part[0].left - line.size and not line.text.lstrip()[:1].islower():
            yield part
            part, beside = [], False
        part.append(line)
    if part:
        yield part


def _is_beside(before: Line, after: Line) -> bool:
    same_height = before.turn == after.turn and abs(before.base - after.base) < 0.3 * after.size
    return same_height and after.left > before.right and not is_sign(before.text)
