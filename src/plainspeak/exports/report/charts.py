"""The charts of a report, as figures that a template draws: bars under each other, and a strip along the paper."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plainspeak.exports.report.sections import Section

__all__ = ["Bar", "Cell", "bars", "length_bars", "strip"]

_LEAST_SHARE = 0.008
"""So that the shortest bar can still be seen."""
_STEPS = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart."""

    label: str
    value: int
    share: float
    """Its length, where that of the longest bar is 1."""
    over: bool = False
    """Whether it stands for what is over a limit."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A section on the strip."""

    section: Section
    marks: int
    density: int
    """How close together the marks are: 0 for none, 1 for at most the paper's average, 2 for up to twice as many, 3."""
    left: float
    """Where it begins, in percent of the paper's length."""
    width: float
    """In percent of the paper's length."""


def bars(values: Iterable[tuple[str, int, bool]]) -> tuple[Bar, ...]:
    """Return bars for some labels with their values, and whether each is over a limit."""
    rows = list(values)
    most = max((value for _, value, _ in rows), default=0)
    return tuple(
        Bar(label, value, max(_LEAST_SHARE, round(value / most, 3)) if value else 0.0, over)
        for label, value, over in rows
    )


def length_bars(lengths: Sequence[int], most_words: int) -> tuple[Bar, ...]:
    """Return bars for sentences by how many words they have, in five steps up to the most that they may have.

    As many steps follow above it. One ends just at the limit, so that no bar stands for sentences on both sides of it.
    Without sentences there are no bars.
    """
    if not lengths:
        return ()
    step = max(1, round(most_words / _STEPS))
    ends = [end for end in range(most_words - (_STEPS - 1) * step, most_words + _STEPS * step + 1, step) if end > 0]
    begins = [1, *(end + 1 for end in ends)]
    counts = [0] * len(begins)
    for length in lengths:
        counts[bisect_left(ends, length)] += 1
    labels = [str(end) if begin == end else f"{begin} to {end}" for begin, end in zip(begins, ends, strict=False)]
    labels.append(f"{begins[-1]} or more")
    return bars(zip(labels, counts, (begin > most_words for begin in begins), strict=True))


def strip(sections: Sequence[Section], marks: Sequence[int]) -> tuple[Cell, ...]:
    """Return a cell for each section, as wide as the section is long.

    Args:
        sections: of a paper.
        marks: how many each of them has.
    """
    words = sum(section.words for section in sections) or 1
    average = sum(marks) / words
    cells = []
    begin = 0
    for section, found in zip(sections, marks, strict=True):
        here = found / max(section.words, 1)
        density = 0 if not found else 1 if here <= average else 2 if here <= 2 * average else 3
        width = round(100 * section.words / words, 2)
        cells.append(Cell(section, found, density, round(100 * begin / words, 2), width))
        begin += section.words
    return tuple(cells)
