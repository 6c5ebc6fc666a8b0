"""Views of texts, as the server has them of open documents."""

from __future__ import annotations

from functools import cache

from plainspeak.checker import Checker
from plainspeak.live import LiveText
from plainspeak_lsp.buffer import Buffer
from plainspeak_lsp.fixes import TextChange
from plainspeak_lsp.positions import Encoding, Position
from plainspeak_lsp.view import Range, View

MARKDOWN = "text/markdown"


@cache
def checker() -> Checker:
    """One for all tests."""
    return Checker()


def view_of(text: str, media_type: str = MARKDOWN, encoding: Encoding = Encoding.UTF16) -> View:
    """Return what there is to say of a text."""
    buffer = Buffer(text, encoding)
    live = LiveText(checker(), buffer.lines, media_type=media_type, name="paper.md")
    return View("file:///paper.md", 7, buffer, checker(), live, live.report(folded=False))


def place_of(text: str, words: str, number: int = 0) -> Range:
    """Return where some words stand in a text of plain characters."""
    at = -1
    for _ in range(number + 1):
        at = text.index(words, at + 1)
    line = text.count("\n", 0, at)
    column = at - (text.rfind("\n", 0, at) + 1)
    return Range(Position(line, column), Position(line, column + len(words)))


def inside(text: str, words: str, number: int = 0) -> Range:
    """Return the place of a caret in some words."""
    start = place_of(text, words, number).start
    at = Position(start.line, start.units + 1)
    return Range(at, at)


def changed(text: str, changes: tuple[TextChange, ...] | list[TextChange]) -> str:
    """Return a text with changes made as an editor makes them: all at once, each counted in the text as it was."""
    buffer = Buffer(text, Encoding.UTF16)
    for change in sorted(changes, reverse=True):
        buffer.edit(change.place.start, change.place.end, change.text)
    return buffer.text
