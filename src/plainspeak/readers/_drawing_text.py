"""The text of a paragraph in a drawing (``a:p``), in PowerPoint files and on the sheets of Excel files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from plainspeak.document import BlockBuilder

__all__ = ["DrawingText", "local_name", "shown"]

_LETTER = re.compile(r"[^\W\d_]")
_NO_PROSE = ("slidenum", "datetime")


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def shown(elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Yield elements; in place of one with versions for newer and older programs, what is in the newest.

    To read more than one of the versions would double the text.
    """
    pending = [iter(elements)]
    while pending:
        each = next(pending[-1], None)
        if each is None:
            pending.pop()
        elif local_name(each) == "AlternateContent" and len(each):
            pending.append(iter(each[0]))
        else:
            yield each


class DrawingText:
    """Collects the text of one paragraph, or of several that are one to a reader.

    A segment's anchor is an ``a:t`` element, and its offset counts the characters of that element.
    """

    def __init__(self) -> None:
        self.builder = BlockBuilder()
        self.equations = 0
        """How many equations were met; these aren't read."""
        self._langs: set[str | None] = set()

    @property
    def lang(self) -> str | None:
        """The language of all its words, when they have one and the same."""
        return next(iter(self._langs)) if len(self._langs) == 1 else None

    def add(self, paragraph: etree._Element) -> None:
        """Add a paragraph, with a space between it and what is there."""
        self.builder.space()
        for each in shown(paragraph):
            name = local_name(each)
            if name == "r" or (name == "fld" and not (each.get("type") or "").startswith(_NO_PROSE)):
                self._run(each)
            elif name == "br":
                self.builder.line_break()
            elif name in ("m", "AlternateContent"):
                self.equations += 1

    def _run(self, run: etree._Element) -> None:
        lang = None
        for each in run:
            name = local_name(each)
            if name == "rPr":
                lang = each.get("lang")
            elif name == "t" and each.text:
                self.builder.add(each.text, 0, anchor=each)
                if _LETTER.search(each.text):
                    self._langs.add(lang)
