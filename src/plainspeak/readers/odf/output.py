"""What is collected from an OpenDocument file, and how far it has been read."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from plainspeak.readers._collected import CollectedText
from plainspeak.readers.odf.names import text_of
from plainspeak.readers.odf.styles import Styles

__all__ = ["Output"]


@dataclass(kw_only=True)
class Output(CollectedText):
    """The blocks of a file as they come, and the counts that all its stories share."""

    styles: Styles
    """The styles of the part that is being read."""
    page: int | None = None
    """The page so far; ``None`` where the file says nothing of pages."""
    slide: int | None = None
    masters: dict[str, None] = field(default_factory=dict)
    """The names of the master pages that start in the text, in order; empty for the usual one."""
    hidden_characters: int = 0
    repeated: set[str] = field(default_factory=set)
    """The texts of what stands on many slides."""

    def next_page(self) -> None:
        """Count one more page, where pages are counted."""
        if self.page is not None:
            self.page += 1

    def hide(self, element: etree._Element) -> None:
        """Count the characters of an element that is not shown."""
        self.hidden_characters += len(" ".join(text_of(element).split()))

    def is_new(self, element: etree._Element) -> bool:
        """Tell whether a text that may stand on many slides has not come before."""
        text = text_of(element).strip()
        if text in self.repeated:
            return False
        self.repeated.add(text)
        return True
