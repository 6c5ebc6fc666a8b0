"""The rule ``unowned-action``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from plainspeak.document import Block, Kind, Span, Stretch, gathered
from plainspeak.findings import BlockSpan, Finding, Severity
from plainspeak.glossary.grammar import word_list
from plainspeak.rules._action_tables import TableAction, table_actions
from plainspeak.rules._actions import goes_on, heading_words, is_action, is_finished, names_date, names_owner
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import BlockFacts, DocumentFacts

__all__ = ["UnownedAction"]

_LINES = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM})
_LABEL = re.compile(r"(?:agreed )?actions?(?: point)?(?: ?\d+[.\d]*)?\s*[:\u2013\u2014-]\s+(?=\S)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\w{1,3}?\d+[.\d]*[).:]?|[a-z][).])\s+(?:[-\u2013\u2014]\s)?(?=\S)", re.IGNORECASE)
_READER = re.compile(r"\byou(?:rs?)?\b", re.IGNORECASE)
_BLOCKS_AT_BEGINNING = 30
_LONGEST_HEADING = 80
"""Characters."""
_MOST_WORDS = 40
"""Longer lines under "Actions" are prose."""


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
        for first, actions in gathered(facts.stretches, _in_tables):
            for each in actions:
                at = BlockSpan(first + each.block, facts.blocks[first + each.block].span)
                yield from self._told(at, each.text, owned=each.owned, dated=each.dated)

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


def _in_tables(stretch: Stretch[BlockFacts]) -> list[TableAction]:
    return list(table_actions(stretch.blocks))


def _lists(facts: DocumentFacts) -> Iterator[list[BlockSpan]]:
    """Yield the places of the actions of each list: lines that begin "Action:", and those under headings of actions."""
    yield [at.moved(first) for first, found in gathered(facts.stretches, _labelled) for at in found]
    if not _is_about_a_meeting(facts):
        return
    headings = [
        (first + index, names) for first, found in gathered(facts.stretches, _headings) for index, names in found
    ]
    for (heading, names_actions), (end, _) in pairwise([*headings, (len(facts.blocks), False)]):
        if names_actions:
            lines = (_line(facts.blocks[index]) for index in range(heading + 1, end))
            yield [BlockSpan(index, span) for index, span in enumerate(lines, heading + 1) if span]


def _labelled(stretch: Stretch[BlockFacts]) -> list[BlockSpan]:
    found = []
    for index, block in enumerate(stretch.blocks):
        label = _LABEL.match(block.text) if block.checked and block.kind in _LINES else None
        if label and _is_open(block.text[label.end() :]):
            found.append(BlockSpan(index, Span(label.end(), len(block.text))))
    return found


def _headings(stretch: Stretch[BlockFacts]) -> list[tuple[int, bool]]:
    """Return the headings, and the lines that head actions, each with whether it names actions."""
    found = []
    for index, block in enumerate(stretch.blocks):
        # In plain text, a heading can look like a line or, with a number, like an item; but so does one of an agenda.
        is_line = block.kind is Kind.PARAGRAPH or (block.kind is Kind.LIST_ITEM and block.text.endswith(":"))
        can_head = block.kind is Kind.HEADING or (is_line and len(block.text) <= _LONGEST_HEADING)
        names_actions = can_head and heading_words(block.text) in word_list(UnownedAction.id, "headings")
        if block.kind is Kind.HEADING or names_actions:
            found.append((index, names_actions))
    return found


def _line(block: Block) -> Span | None:
    """Return where the words of an action stand in a line under a heading of actions, if it is one."""
    if not block.checked or block.kind not in _LINES or _LABEL.match(block.text):
        return None
    number = _NUMBER.match(block.text)
    start = number.end() if number else 0
    return Span(start, len(block.text)) if _is_open(block.text[start:]) else None


def _is_open(text: str) -> bool:
    """Tell whether a text is an action still to be done, and not by its reader ("call your surgery")."""
    if len(text.split()) > _MOST_WORDS or _READER.search(text):
        return False
    return is_action(text) and not is_finished(text) and not goes_on(text)


def _is_about_a_meeting(facts: DocumentFacts) -> bool:
    """Tell whether a paper says near its beginning, or in a heading, that it belongs to a meeting."""
    return any(map(_names_meeting, facts.blocks[:_BLOCKS_AT_BEGINNING])) or any(
        found for _, found in gathered(facts.stretches, _heads_meeting)
    )


def _heads_meeting(stretch: Stretch[BlockFacts]) -> bool:
    return any(block.kind is Kind.HEADING and _names_meeting(block) for block in stretch.blocks)


def _names_meeting(block: Block) -> bool:
    return not word_list(UnownedAction.id, "meeting").isdisjoint(heading_words(block.text).split())
