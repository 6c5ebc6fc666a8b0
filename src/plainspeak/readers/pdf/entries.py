"""From groups of lines to the blocks that they make: of what kind, at what level, and which go on over a page end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plainspeak.document import Kind
from plainspeak.readers.pdf.blocks import Entry
from plainspeak.readers.pdf.furniture import contents_of
from plainspeak.readers.pdf.groups import Group, Measures, continues
from plainspeak.readers.pdf.lines import label_length
from plainspeak.readers.pdf.roles import Key, Role
from plainspeak.readers.pdf.tagged import is_sign

__all__ = ["entries_of"]

_CAPTION = re.compile(
    r"(?:Figure|Fig\.?|Table|Chart|Graph|Map|Diagram|Exhibit|Box)\s?(?:[A-Z]?\d+|[A-Z])(?:[.\-\u2013]\d+)*[a-z]?"
    r"(?:\s*[:.\u2013\u2014-]|\s+[A-Z\u2018\u201c(]|$)"
)
_SECTION = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?\s")
_NOTE_NUMBER = re.compile(r"\d{1,3}|[ivxl]{1,6}|[*\u2020\u2021]")
_BLANKS = re.compile(r"[._\u2026]{4}")
_LARGER = 1.12
_LONGEST_HEADING = 200
_LONGEST_CAPTION = 300
_DEEPEST = 6
_FEWEST_LETTERS = 3
_MAYBE_CONTENTS = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM, Kind.CELL})
_ASIDES = frozenset({Kind.NOTE, Kind.ALT})


def entries_of(groups: Sequence[Group], measures: Measures) -> list[Entry]:
    """Return what blocks the groups of a document make, in reading order."""
    _number_cells(groups)
    entries = _joined(_Sorting(groups, measures).entries())
    _set_levels(entries)
    return entries


def _number_cells(groups: Sequence[Group]) -> None:
    """Give the cells of tagged tables their rows; those of one table count on over page ends."""
    rows: dict[Key, dict[Key, int]] = {}
    for group in groups:
        role = group.role
        if role is not None and role.row and role.column:
            numbers = rows.setdefault(role.table, {})
            group.table, group.cell = role.table, (numbers.setdefault(role.row, len(numbers) + 1), role.column)


class _Sorting:
    """Sorts groups by what they are: by their tags, or else by their look."""

    def __init__(self, groups: Sequence[Group], measures: Measures) -> None:
        self._groups = groups
        self._measures = measures
        self._contents = contents_of(groups)
        self._entries: list[Entry] = []
        self._tables: dict[tuple[int, ...], int] = {}
        self._tagged: dict[Key, Entry] = {}
        self._open: tuple[Entry | None, ...] = (None, None)  # The last one, and the last one that is no aside.
        self._note = ""

    def entries(self) -> list[Entry]:
        """Return the entries."""
        for group in self._groups:
            role = group.role
            if id(group) in self._contents and (role is None or role.kind in _MAYBE_CONTENTS):
                self._add_contents(group)
            elif role is None or role.kind is None:
                self._add(self._by_look(group))
            elif role.label and is_sign(group.text):
                self._note = group.text.strip(" .()[]")
            elif not self._goes_on(group, role):
                entry = self._by_look(group) if role.kind is Kind.PARAGRAPH else self._by_tag(group, role, role.kind)
                self._tagged[role.key] = entry
                self._add(entry)
        return self._entries

    def _add(self, entry: Entry) -> None:
        self._entries.append(entry)
        self._open = (entry, self._open[1] if entry.kind in _ASIDES else entry)

    def _goes_on(self, group: Group, role: Role) -> bool:
        """Add a group to the block of its element, if there is one that isn't ended."""
        entry = self._tagged.get(role.key)
        if entry is None or not (role.firm or entry in self._open):
            return False
        entry.groups.append(group)
        return True

    def _by_tag(self, group: Group, role: Role, kind: Kind) -> Entry:
        """Return the entry of a group that the structure tree knows."""
        table = self._table(group)
        note, self._note = self._note, ""
        if kind is Kind.NOTE:
            note = _without_note(group, _NOTE_NUMBER) or note
            return Entry([group], kind, part=f"footnote {note}" if note else "footnote", table=table)
        if kind is Kind.HEADING:
            return self._tagged_heading(group, role, table)
        return Entry([group], kind, part="picture" if kind is Kind.ALT else "body", table=table, level=role.level)

    def _tagged_heading(self, group: Group, role: Role, table: tuple[int, int, int] | None) -> Entry:
        """Return the entry of a group that is tagged as a heading: forms often use that for a look."""
        text = group.text.strip()
        if len(text) > _LONGEST_HEADING or sum(map(str.isalpha, text)) < _FEWEST_LETTERS or _BLANKS.search(text):
            return Entry([group], Kind.CELL if table else Kind.PARAGRAPH, table=table)
        length = label_length(group.lines[0].text)
        if length and not text[0].isalnum() and text[0] != "(":
            group.lines[0] = group.lines[0].without(length)
        return Entry([group], Kind.HEADING, table=table, level=role.level)

    def _by_look(self, group: Group) -> Entry:
        table = self._table(group)
        if table is not None:
            return Entry([group], Kind.CELL, table=table)
        if group.lines[0].note and group.size < self._measures.body - 0.4:
            return Entry([group], Kind.NOTE, part=f"footnote {_without_note(group)}")
        if len(group.text) <= _LONGEST_CAPTION and _CAPTION.match(group.text):
            return Entry([group], Kind.CAPTION)
        if _is_heading(group, self._measures.body):
            group.lines[0] = group.labelled or group.lines[0]
            return Entry([group], Kind.HEADING, style=(group.size, group.bold))
        return Entry([group], Kind.PARAGRAPH if group.label is None else Kind.LIST_ITEM)

    def _table(self, group: Group) -> tuple[int, int, int] | None:
        if group.cell is None:
            return None
        return (self._tables.setdefault(group.table, len(self._tables) + 1), *group.cell)

    def _add_contents(self, group: Group) -> None:
        """Add to a table of contents; the title and the page number of one entry make one block."""
        last = self._entries[-1] if self._entries and self._entries[-1].kind is Kind.TOC else None
        cell = last.groups[-1].cell if last else None
        if last and cell and group.cell and cell[0] == group.cell[0] and last.groups[-1].page == group.page:
            last.groups.append(group)
        else:
            self._add(Entry([group], Kind.TOC))


def _without_note(group: Group, number: re.Pattern[str] | None = None) -> str | None:
    """Take the number off the start of a footnote, and return it.

    It is small and raised; where the text is known to be a note, it only has to be what a number looks like.
    """
    line = group.lines[0]
    first = line.pieces[0].text.strip()
    note = line.note or (first if number and len(line.pieces) > 1 and number.fullmatch(first) else None)
    if note:
        group.lines[0] = line.without(len(line.pieces[0].text))
    return note


def _is_heading(group: Group, body: float) -> bool:
    """Tell whether a group is larger or bolder than the body text, or numbered ("2.1") and short."""
    text = group.text.strip()
    if len(group.lines) > 3 or len(text) > _LONGEST_HEADING or sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        return False
    if group.size >= _LARGER * body:
        return len(text) < 60 or text[-1] not in ".;,"
    if group.size < 0.85 * body or text[-1] in ".;,:" or text[0].islower():
        return False
    full = group.labelled.text.strip() if group.labelled else ""
    if group.label is not None and not full[0].isalnum():
        return False
    return group.bold or (len(text) < 90 and bool(_SECTION.match(full)) and not re.search(r"[.?!]\s", text))


def _joined(entries: list[Entry]) -> list[Entry]:
    """Join a paragraph or list item to the one that it goes on in, over a page or column end, its notes and tables."""
    joined: list[Entry] = []
    open_entry: Entry | None = None
    for entry in entries:
        if entry.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM):
            if open_entry is not None and _goes_on(open_entry.groups[-1], entry.groups[0]):
                open_entry.groups.extend(entry.groups)
                continue
            open_entry = entry
        elif entry.kind is Kind.HEADING:
            open_entry = None
        joined.append(entry)
    return joined


def _goes_on(before: Group, after: Group) -> bool:
    """Tell whether a group goes on with what another broke off; within a page, tags know better."""
    if after.role is not None and (
        after.role.kind is not Kind.PARAGRAPH or (before.role and before.page == after.page)
    ):
        return False
    return continues(before, after)


def _set_levels(entries: Sequence[Entry]) -> None:
    """Number the styles of headings from the largest down; list items by how far their labels are indented.

    Where headings have tags, those without are below them.
    """
    styles = sorted({entry.style for entry in entries if entry.style}, reverse=True)
    deepest = max((entry.level or 0 for entry in entries if entry.kind is Kind.HEADING), default=0)
    levels = {style: min(position, _DEEPEST) for position, style in enumerate(styles, start=deepest + 1)}
    indents: list[float] = []
    for entry in entries:
        if entry.style:
            entry.level = levels[entry.style]
        label = entry.groups[0].label
        if entry.kind is Kind.LIST_ITEM and label is not None and entry.level is None:
            indents = [indent for indent in indents if indent < label - 4]
            indents.append(label)
            entry.level = len(indents)
        elif entry.kind is not Kind.NOTE:
            indents = []
