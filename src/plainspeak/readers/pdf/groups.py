"""From the lines of a PDF page to groups of lines: paragraphs, list items, headings, cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from plainspeak.readers.pdf.lines import HYPHENS, Line, label_length
from plainspeak.readers.pdf.roles import Role

__all__ = ["LEADER", "Group", "Measures", "column_of", "continues", "groups_of", "is_broken_off", "right_edges"]

_SENTENCE_END = re.compile(r"(?<!e\.g)(?<!i\.e)[.!?:;][\"'\u201d\u2019)\]]*\s*$")
_SOURCE = re.compile(r"\s*(?:Sources?|Notes?)\s?:")

LEADER = re.compile(
    r"(?:\.{4,}|(?:\. ){3,}|\u2026{2,}|_{4,})[\s.]*(?:p\.?\s?)?(?:\d{1,4}|[ivxlc]{1,6})\s*$", re.IGNORECASE
)
"""Dots (or the like) and a page number at the end of a line: an entry of a table of contents."""

_USUAL_LEADING = 1.35


@dataclass(slots=True)
class Group:
    """Lines that are read as one block."""

    lines: list[Line]
    label: float | None = None
    """Where the bullet or number stood that was taken off the first line."""
    cell: tuple[int, int] | None = None
    """Row and column, from 1, counted from the start of the page's table."""
    table: tuple[int, ...] = ()
    """What tells its table from others."""
    labelled: Line | None = None
    """The first line with its label."""
    edge: float = 0.0
    """How far right the lines of its column reach."""
    role: Role | None = None
    """What the structure tree says that it is."""
    expansions: tuple[tuple[str, str], ...] = ()
    """Short forms in it, and what they stand for, where the file says so."""
    box: tuple[float, float, float, float] = field(init=False)

    def __post_init__(self) -> None:
        self.box = (
            min(line.left for line in self.lines),
            min(line.bottom for line in self.lines),
            max(line.right for line in self.lines),
            max(line.top for line in self.lines),
        )

    def add(self, line: Line) -> None:
        """Add a line at the end."""
        self.lines.append(line)
        left, bottom, right, top = self.box
        self.box = min(left, line.left), min(bottom, line.bottom), max(right, line.right), max(top, line.top)

    @property
    def text(self) -> str:
        """The text for a look at it; the block's own text is built with positions."""
        return " ".join(line.text.strip() for line in self.lines)

    @property
    def size(self) -> float:
        """The size of most of its text."""
        sizes: Counter[float] = Counter()
        for line in self.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
        return max(sizes.items(), key=lambda item: (item[1], item[0]))[0]

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def page(self) -> int:
        """The page of its first line."""
        return self.lines[0].page


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a document: the size of its body text, and the distance of two baselines by size of type."""

    body: float
    leading: dict[float, float]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Measures:
        """Take the measures of a document's lines."""
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
        seen: dict[float, Counter[float]] = {}
        for before, after in pairwise(lines):
            pitch = before.base - after.base
            if before.page == after.page and abs(before.size - after.size) < 0.3 and 0.9 < pitch / after.size < 2.2:
                seen.setdefault(round(after.size), Counter())[round(pitch, 1)] += len(after.text)
        body = max(sizes.items(), key=lambda item: (item[1], item[0]))[0] if sizes else 1.0
        return cls(body, {size: counts.most_common(1)[0][0] for size, counts in seen.items()})


def groups_of(lines: Sequence[Line], measures: Measures) -> list[Group]:
    """Group the lines of one page, in the order of the file, into paragraphs, items, headings and cells."""
    edges = right_edges(lines)
    groups: list[Group] = []
    for line, *following in zip_longest(lines, lines[1:], lines[2:]):
        label = label_length(line.text)
        if groups and not _starts_row(line, following) and _belongs(groups[-1], line, measures, edges, label):
            groups[-1].add(line)
        else:
            first = line.without(label) if label else line
            edge = edges[column_of(line)]
            groups.append(Group([first], line.left if label else None, labelled=line, edge=edge))
    return groups


def continues(before: Group, after: Group) -> bool:
    """Tell whether a group goes on with the sentence that another broke off, over a page, a column or a picture."""
    last = before.lines[-1]
    return (
        after.lines[0].text.lstrip()[:1].islower()
        and last.right - before.box[0] > 0.7 * (before.edge - before.box[0])
        and is_broken_off(before, after)
    )


def is_broken_off(before: Group, after: Group) -> bool:
    """Tell whether a group doesn't end its sentence, and the style of another is such that it may go on there."""
    return (
        before.cell is None
        and after.cell is None
        and after.label is None
        and not _SENTENCE_END.search(before.lines[-1].text)
        and abs(before.size - after.size) < 0.6
        and before.bold == after.bold
        and before.lines[-1].turn == after.lines[0].turn
    )


def _starts_row(line: Line, following: Sequence[Line | None]) -> bool:
    """Tell whether the next line stands beside this one, and so makes it a cell; not if it starts a column of text."""
    beside, after = following
    if beside is None or abs(line.base - beside.base) > 0.3 * line.size or beside.left <= line.right:
        return False
    return after is None or not (after.base < beside.base - 0.5 * beside.size and after.left > line.right)


def _belongs(group: Group, line: Line, measures: Measures, edges: dict[int, float], label: int) -> bool:
    last = group.lines[-1]
    pitch = last.base - line.base
    if line.note or LEADER.search(last.text) or _SOURCE.match(line.text) or last.turn != line.turn:
        return False
    if pitch <= 0.3 * line.size:
        return False
    if line.left > group.box[2] or line.right < group.box[0]:
        return False
    if max(last.size, line.size) > 1.08 * min(last.size, line.size) + 0.2:
        return False
    broken = bool(HYPHENS.find(last.text.rstrip(" ")[-1:]) >= 0 and last.text.strip())
    running = not _SENTENCE_END.search(last.text) and (line.text.lstrip()[:1].islower() or broken)
    if last.bold != line.bold and not running:
        return False
    if pitch > _most_pitch(group, line, measures):
        return False
    if label and not (running and group.label is None):
        # A number that merely begins a line of running text is no list item.
        return bool(re.match(r"\s*\d", line.text)) and group.label is None and not _SENTENCE_END.search(last.text)
    size = line.size
    if running:
        return True
    column_right = max(edges.get(column_of(last), last.right), group.box[2])
    words = line.text.split(maxsplit=1)
    first_word = (line.right - line.left) * len(words[0]) / max(1, len(line.text)) if words else 0.0
    ended = bool(_SENTENCE_END.search(last.text))
    short = last.right + first_word + (0.8 if ended else 4.0) * size < column_right
    centred = abs((last.left + last.right) - (line.left + line.right)) < size and abs(last.left - line.left) > size
    if short and not centred and size <= 1.12 * measures.body and not line.bold:
        return False
    if group.label is not None and line.left < group.lines[0].left - 0.5 * size and (ended or short):
        return False
    indented = line.left > group.box[0] + 0.8 * size and abs(line.left - last.left) > 0.8 * size
    return not (indented and ended and not centred and group.label is None)


def _most_pitch(group: Group, line: Line, measures: Measures) -> float:
    if len(group.lines) > 1:
        some = group.lines[:6]
        own = min(before.base - after.base for before, after in pairwise(some))
        if own > 0.8 * line.size:
            return max(own * 1.2, own + 1.0)
    usual = measures.leading.get(round(line.size), _USUAL_LEADING * line.size)
    return max(usual, 1.15 * line.size) * 1.2


def column_of(line: Line) -> int:
    """Return a number that lines have in common which start at about the same place."""
    return round(line.left / 6) * 4 + line.turn


def right_edges(lines: Iterable[Line]) -> dict[int, float]:
    """Return how far right the lines of each column reach."""
    edges: dict[int, float] = {}
    for line in lines:
        key = column_of(line)
        edges[key] = max(edges.get(key, line.right), line.right)
    return edges
