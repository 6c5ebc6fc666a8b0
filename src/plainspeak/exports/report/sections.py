"""The sections of a paper: its sheets, slides or headings, and where it has none of these, its tenths."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from plainspeak.document import Block, Kind

__all__ = ["Section", "Sections", "sections_of"]

_DEEPEST = 4
_MOST = 60
"""With more sections than this, a list of them is no help."""
_BIGGEST = 0.6
"""Where one section has more of the paper than this, the headings a level below say more."""
_PARTS = 10
_ASIDE = frozenset({Kind.NOTE, Kind.HEADER, Kind.FOOTER})


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a paper."""

    title: str
    words: int


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections of a paper in reading order, and which of them each block belongs to."""

    sections: tuple[Section, ...]
    of_block: tuple[int, ...]


def sections_of(blocks: Sequence[Block]) -> Sections:
    """Return the sections that say best where in a paper something is."""
    if any(block.place.sheet for block in blocks):
        return _made(blocks, [(block.place.sheet or "", f"Sheet \u201c{block.place.sheet}\u201d") for block in blocks])
    if any(block.place.slide for block in blocks):
        return _made(blocks, [(block.place.slide or 0, f"Slide {block.place.slide}") for block in blocks])
    for depth in range(1, _DEEPEST + 1):
        found = _made(blocks, list(_under_headings(blocks, depth)))
        total = sum(section.words for section in found.sections)
        if max((section.words for section in found.sections), default=0) <= _BIGGEST * total:
            return found if len(found.sections) <= _MOST else _tenths(blocks)
    return _tenths(blocks)


def _made(blocks: Sequence[Block], keys: Sequence[tuple[Hashable, str]]) -> Sections:
    """Return the sections of blocks that come with a key and a title each."""
    numbers: dict[Hashable, int] = {}
    words: list[int] = []
    titles: list[str] = []
    of_block = []
    for block, (key, title) in zip(blocks, keys, strict=True):
        number = numbers.setdefault(key, len(numbers))
        if number == len(titles):
            titles.append(title)
            words.append(0)
        words[number] += len(block.text.split())
        of_block.append(number)
    return Sections(tuple(map(Section, titles, words)), tuple(of_block))


def _under_headings(blocks: Sequence[Block], depth: int) -> Iterator[tuple[Hashable, str]]:
    """Yield for each block the section that it stands in, down to a depth of headings.

    Two sections may have the same heading, so a heading that comes again begins another one.
    """
    current: tuple[tuple[str, ...], int] = (), 0
    latest: dict[tuple[str, ...], int] = {}
    for number, block in enumerate(blocks):
        own = (block.text,) if block.kind is Kind.HEADING else ()
        path = (*block.place.headings, *own)[:depth]
        if block.kind in _ASIDE and path not in latest:
            yield "aside", "Notes, headers and footers"
            continue
        # Notes stand at the end of a file, under the heading of the words that they belong to.
        if block.kind in _ASIDE:
            yield latest[path], path[-1]
            continue
        begins = bool(own) and len(block.place.headings) < depth
        if path and (begins or path != current[0]):
            current = path, number
            latest[path] = number
        yield current[1], current[0][-1] if current[0] else "Before the first heading"


def _tenths(blocks: Sequence[Block]) -> Sections:
    """Return parts of about the same length; a block belongs where it begins."""
    total = sum(len(block.text) for block in blocks)
    begins = accumulate((len(block.text) for block in blocks), initial=0)
    numbers = [_PARTS * at // max(total, 1) for at, _ in zip(begins, blocks, strict=False)]
    return _made(
        blocks,
        [
            (number, f"Part {number + 1} of {_PARTS}{_from(block)}")
            for number, block in zip(numbers, blocks, strict=True)
        ],
    )


def _from(block: Block) -> str:
    page = block.place.page
    about = "about " if block.place.page_is_estimate else ""
    return "" if page is None else f", from {about}page {page}"
