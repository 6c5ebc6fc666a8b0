"""The text of a paragraph between two hard boundaries, such as a run of tabs, before it becomes a block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plainspeak.document import BlockBuilder

__all__ = ["Piece"]

_LONGEST_LABEL = 12
_LABEL = re.compile(r"\(?(?:[a-z]|[ivxlc]{1,5}|(?:\d{1,3}\.)*\d{0,3})[.):]?\)?|[^\w\s]", re.IGNORECASE)


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
