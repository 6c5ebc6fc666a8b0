"""What is collected from an OpenDocument file, and how far it has been read."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from plainspeak.document import Block
from plainspeak.errors import ReadError
from plainspeak.readers._docx_content import OBJECT
from plainspeak.readers._odf_names import text_of
from plainspeak.readers._odf_styles import Styles

__all__ = ["Output"]


@dataclass
class Output:
    """The blocks of a file as they come, and the counts that all its stories share."""

    styles: Styles
    """The styles of the part that is being read."""
    most_characters: int
    page: int | None = None
    """The page so far; ``None`` where the file says nothing of pages."""
    slide: int | None = None
    blocks: list[Block] = field(default_factory=list)
    masters: dict[str, None] = field(default_factory=dict)
    """The names of the master pages that start in the text, in order; empty for the usual one."""
    note_counts: dict[str, int] = field(default_factory=dict)
    paragraphs: int = 0
    tables: int = 0
    characters: int = 0
    hidden_characters: int = 0
    comments: int = 0
    repeated: set[str] = field(default_factory=set)
    """The texts of what stands on many slides."""
    skipped: dict[str, int] = field(default_factory=dict)
    """How often each thing was met that is not read."""

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

    def next_page(self) -> None:
        """Count one more page, where pages are counted."""
        if self.page is not None:
            self.page += 1

    def hide(self, element: etree._Element) -> None:
        """Count the characters of an element that is not shown."""
        self.hidden_characters += len(" ".join(text_of(element).split()))

    def skip(self, what: str) -> None:
        """Count one more thing that is not read."""
        self.skipped[what] = self.skipped.get(what, 0) + 1

    def is_new(self, element: etree._Element) -> bool:
        """Tell whether a text that may stand on many slides has not come before."""
        text = text_of(element).strip()
        if text in self.repeated:
            return False
        self.repeated.add(text)
        return True

    def note_number(self, kind: str) -> int:
        """Count one more note of a kind (``footnote``, ``endnote``)."""
        self.note_counts[kind] = self.note_counts.get(kind, 0) + 1
        return self.note_counts[kind]
