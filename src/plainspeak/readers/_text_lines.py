"""What the lines of a plain text file are: blank, a rule, a list item, a row of columns, or prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Line", "Marker", "is_title", "lines_of", "marker_of"]

_LINE = re.compile(r"[^\r\n\f]*(?:\r\n|\r|\n|\f|\Z)")
_BULLET = re.compile(r"[ \t]*(?:[•‣▪▫◦●○■□◆➢➤►✓✔\uf0b7·*\u2013\u2014-]|o(?=\t| {2}))[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(
    r"[ \t]*(?:(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})(?:[.)]|(?<=\.\d)|(?<=\.\d\d)|(?<=\.\d\d\d))"
    r"|\((?P<bracketed>\d{1,3}|[a-zA-Z]|[ivx]{1,5})\)|(?P<letter>[a-z]|[ivx]{2,5}|[IVX]{2,5})[.)])[ \t\u00a0]+(?=\S)"
)
_MOST_TITLE_WORDS = 10
_MOST_TITLE_LETTERS = 80
_NO_TITLE = re.compile(r"(?:see|dear|yours|from|to|date|tel|page)\b", re.IGNORECASE)
_TITLE_END = re.compile(r"[.,;:?!…\]|]\Z|\A\W|@|://")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``text`` is what stands between white space, and ``start`` is where that begins."""

    text: str
    start: int
    indent: int = 0
    """Columns of white space before the text."""
    width: int = 0
    page_end: bool = False
    """Whether a form feed ends it."""

    @property
    def is_rule(self) -> bool:
        """Tell whether it only draws a line, or is blank."""
        return not any(character.isalnum() for character in self.text)

    @property
    def columns(self) -> list[tuple[int, str]]:
        """The columns that tabs part, each with where it starts in the text."""
        columns, at = [], 0
        for column in self.text.split("\t"):
            columns.append((at, column))
            at += len(column) + 1
        return columns


@dataclass(frozen=True, slots=True)
class Marker:
    """The bullet or number that a list item begins with."""

    length: int
    number: str = ""
    """Empty for a bullet."""

    @property
    def depth(self) -> int:
        """How deep the number is: 2 for ``3.1``."""
        return self.number.count(".") + 1

    @property
    def is_first(self) -> bool:
        """Tell whether a list may begin with it."""
        return not self.number or self.number.lower().rsplit(".", 1)[-1] in ("1", "a", "i")

    def follows(self, other: Marker) -> bool:
        """Tell whether it is the next number after another."""
        if not (self.number.isdigit() and other.number.isdigit()):
            return self.depth == other.depth and self.number.isalpha() == other.number.isalpha()
        return int(self.number) == int(other.number) + 1


def lines_of(text: str) -> list[Line]:
    """Split a text into lines, at form feeds too."""
    lines = []
    for match in _LINE.finditer(text):
        written = match.group()
        if not written:
            break
        words = written.strip()
        before = written[: len(written) - len(written.lstrip())] if words else ""
        page_end = written.endswith("\f")
        lines.append(Line(words, match.start() + len(before), len(before.expandtabs(4)), len(words), page_end))
    return lines


def marker_of(line: Line) -> Marker | None:
    """Return the bullet or number that a line begins with."""
    if bullet := _BULLET.match(line.text):
        return Marker(bullet.end())
    if number := _NUMBER.match(line.text):
        return Marker(number.end(), number["number"] or number["bracketed"] or number["letter"])
    return None


def is_title(text: str) -> bool:
    """Tell whether a line may be a heading by its looks: short, with a capital or figure first and no stop last."""
    if len(text) > _MOST_TITLE_LETTERS or _TITLE_END.search(text) or _NO_TITLE.match(text):
        return False
    words = text.split()
    if len(words) > _MOST_TITLE_WORDS or "\t" in text or "   " in text:
        return False
    letters = sum(character.isalpha() for character in text)
    return letters >= max(3, len(text) // 2) and not words[0][0].islower()
