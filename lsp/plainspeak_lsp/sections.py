"""The sections of a document, each with how hard it is to read: for the outline, and above the headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from plainspeak.findings import BlockSpan
from plainspeak.reporters.summary import counted
from plainspeak.rules.facts import Section
from plainspeak_lsp.positions import Position
from plainspeak_lsp.view import Range, View

__all__ = ["SectionMark", "outline", "sections"]

_HIGHEST_AGE = 21


@dataclass(slots=True)
class SectionMark:
    """A heading and what stands under it."""

    title: str
    level: int
    heading: Range
    """The heading itself."""
    whole: Range
    """The heading and all under it, smaller headings included."""
    detail: str
    """How hard it is to read and how long, up to the next heading."""
    below: list[SectionMark] = field(default_factory=list)


def sections(view: View) -> Iterator[SectionMark]:
    """Yield the headings of a document in order; :attr:`SectionMark.below` is empty."""
    blocks = view.report.document.blocks
    under = {section.heading: section for section in view.facts.sections}
    headings = [index for index, block in enumerate(blocks) if block.is_body_heading]
    end = view.end_of_line(view.lines - 1)
    for number, index in enumerate(headings):
        level = blocks[index].level or 1
        after = next((each for each in headings[number + 1 :] if (blocks[each].level or 1) <= level), None)
        heading = view.range_of(BlockSpan(index, blocks[index].span))
        stop = end if after is None else _line_of(view, after)
        yield SectionMark(
            blocks[index].text, level, heading, Range(heading.start, stop), _detail(view, under.get(index))
        )


def outline(view: View) -> list[SectionMark]:
    """Return the headings of a document as a tree."""
    top: list[SectionMark] = []
    path: list[SectionMark] = []
    for section in sections(view):
        while path and path[-1].level >= section.level:
            path.pop()
        (path[-1].below if path else top).append(section)
        path.append(section)
    return top


def _line_of(view: View, heading: int) -> Position:
    """Return the beginning of the line of a heading."""
    block = view.report.document.blocks[heading]
    return Position(view.range_of(BlockSpan(heading, block.span)).start.line, 0)


def _detail(view: View, section: Section | None) -> str:
    if section is None:
        return ""
    words = sum(view.facts.facts[index].words for index in section.blocks if view.facts.blocks[index].checked)
    age = view.facts.reading_of(section).reading_age
    length = counted(words, "word")
    if age is None:
        return length
    return f"reading age {'21 or over' if age >= _HIGHEST_AGE else age}, {length}"
