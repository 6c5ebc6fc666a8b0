"""The rule ``unowned-action``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from plainspeak.document import Block, Kind, Span
from plainspeak.findings import BlockSpan, Finding, Severity
from plainspeak.glossary.grammar import word_list
from plainspeak.rules.actions import is_action, is_blank, is_finished, names_date, names_owner
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts

__all__ = ["UnownedAction"]

_LINES = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM})
_LABEL = re.compile(r"(?:agreed )?actions?(?: point)?(?: ?\d+[.\d]*)?\s*[:\u2013\u2014-]\s+(?=\S)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\w{1,3}?\d+[.\d]*[).:]?|[a-z][).])\s+(?:[-\u2013\u2014]\s)?(?=\S)", re.IGNORECASE)
_READER = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)
_NOT_IN_HEADINGS = re.compile(r"^[\W\d_]+|[\W_]+$|\(s\)")
_BLOCKS_AT_BEGINNING = 30
_MOST_WORDS = 40
"""Longer lines under "Actions" are prose."""

Grid = dict[int, dict[int, list[int]]]
"""Row, then column, to the indexes of the blocks in that cell."""


class UnownedAction(DocumentRule):
    """Flag an action in minutes or an action list that names nobody, or no date.

    Why it matters: what nobody in particular has to do is often left undone, and people who asked for it wait in vain.
    What to do instead: name a person, role or team, and a date. In a list where most actions have no date, a missing
    one is told only beside a missing name. What is done already is left alone.

    Examples:
        Action: circulate the leaflet to the group.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unowned-action

        Action: JS to circulate the leaflet to the group.

        Action: circulate the leaflet by 3 May (Amina Khan).
    """

    id = "unowned-action"
    severity: ClassVar[Severity] = Severity.INFORMATION

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each action that lacks a name or a date, in lists, lines and tables."""
        for spots in _lists(facts):
            texts = [facts.text_at(at) for at in spots]
            # Where most actions have no date, dates aren't the custom.
            dated = 2 * sum(map(names_date, texts)) >= len(texts)
            for at, text in zip(spots, texts, strict=True):
                owned = names_owner(text)
                yield from self._told(at, text, owned=owned, dated=names_date(text) or (owned and not dated))
        for grid in _tables(facts.blocks).values():
            for index, text, owned, dated in _open_actions(grid, facts.blocks):
                yield from self._told(BlockSpan(index, facts.blocks[index].span), text, owned=owned, dated=dated)

    def _told(self, at: BlockSpan, text: str, *, owned: bool, dated: bool) -> Iterator[Finding]:
        if owned and dated:
            return
        if owned:
            message = "This action has no date. Add the day, month or meeting by which it is due."
        elif dated:
            message = "This action names nobody. Add the person, role or team who will do it."
        else:
            message = "This action names nobody, and no date. Say who will do it, and by when."
        yield self.finding(message, at, text=text, confidence=0.8)


def _lists(facts: DocumentFacts) -> Iterator[list[BlockSpan]]:
    """Yield the places of the actions of each list: lines that begin "Action:", and those under headings of actions."""
    labelled = []
    for index, block in enumerate(facts.blocks):
        label = _LABEL.match(block.text) if block.checked and block.kind in _LINES else None
        if label and _is_open(block.text[label.end() :]):
            labelled.append(BlockSpan(index, Span(label.end(), len(block.text))))
    yield labelled
    if not _is_about_a_meeting(facts.blocks):
        return
    under_heading = False
    found: list[BlockSpan] = []
    for index, block in enumerate(facts.blocks):
        names_actions = _plain(block.text) in word_list(UnownedAction.id, "headings")
        # In plain text, a heading can look like a line or, with a number, like an item; but so does one of an agenda.
        is_line = block.kind is Kind.PARAGRAPH or (block.kind is Kind.LIST_ITEM and block.text.endswith(":"))
        if block.kind is Kind.HEADING or (names_actions and is_line):
            yield found
            under_heading, found = names_actions, []
        elif under_heading and block.checked and block.kind in _LINES and not _LABEL.match(block.text):
            number = _NUMBER.match(block.text)
            start = number.end() if number else 0
            if _is_open(block.text[start:]):
                found.append(BlockSpan(index, Span(start, len(block.text))))
    yield found


def _is_open(text: str) -> bool:
    """Tell whether a text is an action still to be done, and not by its reader ("call your surgery")."""
    if len(text.split()) > _MOST_WORDS or _READER.search(text):
        return False
    return is_action(text) and not is_finished(text)


def _is_about_a_meeting(blocks: Sequence[Block]) -> bool:
    """Tell whether a paper says near its beginning, or in a heading, that it belongs to a meeting."""
    return any(
        not word_list(UnownedAction.id, "meeting").isdisjoint(_plain(block.text).split())
        for number, block in enumerate(blocks)
        if number < _BLOCKS_AT_BEGINNING or block.kind is Kind.HEADING
    )


def _tables(blocks: Sequence[Block]) -> Mapping[int, Grid]:
    """Return the cells of each table by its number."""
    tables: dict[int, Grid] = {}
    for index, block in enumerate(blocks):
        if block.kind is Kind.CELL and block.checked and block.place.table is not None:
            table, row, column = block.place.table
            tables.setdefault(table, {}).setdefault(row, {}).setdefault(column, []).append(index)
    return tables


def _open_actions(grid: Grid, blocks: Sequence[Block]) -> Iterator[tuple[int, str, bool, bool]]:
    """Yield each action of a table that isn't done: its block, its text, whether it is owned, whether it is dated.

    A table without a column for names or dates can't have a gap in it.
    """
    header: dict[int, str] = {}
    for row in sorted(grid):
        cells = {column: " ".join(blocks[index].text for index in grid[row][column]) for column in grid[row]}
        named = {column: name for column, text in cells.items() for name in [_column(text)] if name}
        if "action" in named.values() and len(set(named.values())) > 1:
            header = named
            continue
        action = next((column for column, name in header.items() if name == "action" and column in cells), None)
        if action is None or is_blank(cells[action]) or any(map(is_finished, cells.values())):
            continue
        text = cells[action]
        if len(cells) == 1 and not is_action(text):
            # A row with one cell is most often a heading inside the table.
            continue
        owned = _is_filled("owner", header, cells) or names_owner(text)
        dated = _is_filled("date", header, cells) or names_date(text)
        yield grid[row][action][0], text, owned, dated


def _is_filled(name: str, header: Mapping[int, str], cells: Mapping[int, str]) -> bool:
    """Tell whether a row has its owner or date, or needs none as the table has no column for it."""
    columns = [column for column, each in header.items() if each == name]
    return not columns or any(not is_blank(cells.get(column, "")) for column in columns)


def _column(text: str) -> str | None:
    """Return what a column with this heading holds: an ``action``, its ``owner`` or its ``date``."""
    plain = _plain(text)
    for name in ("action", "owner", "date"):
        if plain in word_list(UnownedAction.id, f"{name}-columns"):
            return name
    return None


def _plain(text: str) -> str:
    """Return a heading in small letters, without its number and the marks round it."""
    return " ".join(_NOT_IN_HEADINGS.sub("", text.lower()).split())
