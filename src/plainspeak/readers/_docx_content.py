"""What is collected from the paragraphs of a Word file before it becomes blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from plainspeak.document import Block, BlockBuilder
from plainspeak.errors import ReadError
from plainspeak.readers._docx_styles import Styles
from plainspeak.readers.anchors import AttributeText

__all__ = ["OBJECT", "Attachment", "Content", "Output", "Piece", "Tally"]

OBJECT = "\ufffc"
"""Stands for something in a line that is not a character, such as a tick box in a symbol font."""

_LONGEST_LABEL = 12
_LABEL = re.compile(r"\(?(?:[a-z]|[ivxlc]{1,5}|(?:\d{1,3}\.)*\d{0,3})[.):]?\)?|[^\w\s]", re.IGNORECASE)


@dataclass
class Tally:
    """Counts over the whole file: the page so far, and what was met but not read."""

    page: int | None = None
    hidden_characters: int = 0
    skipped: dict[str, int] = field(default_factory=dict)

    def skip(self, what: str) -> None:
        """Count one more thing that was not read."""
        self.skipped[what] = self.skipped.get(what, 0) + 1


@dataclass
class Piece:
    """The text of a paragraph between two hard boundaries."""

    builder: BlockBuilder = field(default_factory=BlockBuilder)
    page: int | None = None
    contents: bool = False
    langs: set[str | None] = field(default_factory=set)
    length: int = 0
    start: str = ""
    """Its first few characters, as typed."""
    last: str = ""
    """The last character that is not white space."""

    @property
    def is_label(self) -> bool:
        """Whether it is only the number or the bullet of a list item typed by hand."""
        return self.length <= len(self.start) and bool(_LABEL.fullmatch(self.start.strip()))

    def note(self, text: str) -> None:
        """Note text that was added to the builder."""
        if len(self.start) < _LONGEST_LABEL:
            self.start = (self.start + text)[:_LONGEST_LABEL]
        self.length += len(text)
        self.last = text.rstrip()[-1:] or self.last

    @property
    def lang(self) -> str | None:
        """The language of all its words, when they have one and the same."""
        return next(iter(self.langs)) if len(self.langs) == 1 else None


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something that hangs on a paragraph and is read after it."""

    kind: str
    """``text box``, ``footnote``, ``endnote`` or ``alt``."""
    anchor: etree._Element | AttributeText
    page: int | None


@dataclass
class Content:
    """What a paragraph holds; several paragraphs, when they are one to a reader."""

    pieces: list[Piece] = field(default_factory=lambda: [Piece()])
    attachments: list[Attachment] = field(default_factory=list)


@dataclass
class Output:
    """The blocks of a file as they come, and the counts that all its stories share."""

    styles: Styles
    tally: Tally
    most_characters: int
    notes: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    """Each ``w:footnote`` and ``w:endnote`` by kind and id."""
    blocks: list[Block] = field(default_factory=list)
    endnotes: list[tuple[etree._Element, int, tuple[str, ...]]] = field(default_factory=list)
    note_counts: dict[str, int] = field(default_factory=dict)
    paragraphs: int = 0
    tables: int = 0
    characters: int = 0

    def add(self, block: Block | None) -> None:
        """Add a block, unless there is nothing in it to read."""
        if block is None or not block.text.strip(OBJECT + " \n"):
            return
        self.characters += len(block.text)
        if self.characters > self.most_characters:
            raise ReadError(
                f"This file has more than {self.most_characters:,} characters. Split it into parts and check each one."
            )
        self.blocks.append(block)

    def note_number(self, kind: str) -> int:
        """Count one more note of a kind, as Word numbers them: in the order of their references."""
        self.note_counts[kind] = self.note_counts.get(kind, 0) + 1
        return self.note_counts[kind]
