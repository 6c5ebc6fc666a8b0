"""What is collected from a file of several parts: its blocks as they come, and what was met but not read."""

from __future__ import annotations

from dataclasses import dataclass, field

from plainspeak.document import Block
from plainspeak.errors import ReadError

__all__ = ["OBJECT", "Collected", "CollectedText"]

OBJECT = "\ufffc"
"""Stands for something in a line that is not a character, such as a tick box in a symbol font."""


@dataclass
class Collected:
    """The blocks of a file, and counts of what is in it and isn't read."""

    most_characters: int
    blocks: list[Block] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)
    """How often each thing was met that isn't read."""
    characters: int = 0

    def add(self, block: Block | None) -> None:
        """Add a block, unless there is nothing in it to read.

        Raises:
            ReadError: the file holds more text than may be read.
        """
        if block is None or not block.text.strip(OBJECT + " \n"):
            return
        self.characters += len(block.text)
        if self.characters > self.most_characters:
            raise ReadError(
                f"This file has more than {self.most_characters:,} characters. Split it into parts and check each one."
            )
        self.blocks.append(block)

    def skip(self, what: str, number: int = 1) -> None:
        """Count things that aren't read."""
        if number:
            self.skipped[what] = self.skipped.get(what, 0) + number


@dataclass
class CollectedText(Collected):
    """The blocks of a text of many paragraphs, with what is counted on the way."""

    paragraphs: int = 0
    tables: int = 0
    note_counts: dict[str, int] = field(default_factory=dict)

    def note_number(self, kind: str) -> int:
        """Count one more note of a kind (``footnote``, ``endnote``), in the order of the references to them."""
        self.note_counts[kind] = self.note_counts.get(kind, 0) + 1
        return self.note_counts[kind]
