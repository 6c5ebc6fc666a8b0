"""What is collected from the paragraphs of a Word file before it becomes blocks."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from plainspeak.readers._collected import CollectedText
from plainspeak.readers._pieces import Piece
from plainspeak.readers.anchors import AttributeText
from plainspeak.readers.docx.styles import Styles

__all__ = ["Attachment", "Content", "Output", "Tally"]


@dataclass
class Tally:
    """Counts over the whole file: the page so far, and what was met but not read."""

    page: int | None = None
    hidden_characters: int = 0
    skipped: dict[str, int] = field(default_factory=dict)

    def skip(self, what: str) -> None:
        """Count one more thing that was not read."""
        self.skipped[what] = self.skipped.get(what, 0) + 1


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


@dataclass(kw_only=True)
class Output(CollectedText):
    """The blocks of a file as they come, and the counts that all its stories share."""

    styles: Styles
    tally: Tally
    notes: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    """Each ``w:footnote`` and ``w:endnote`` by kind and id."""
    endnotes: list[tuple[etree._Element, int, tuple[str, ...]]] = field(default_factory=list)
