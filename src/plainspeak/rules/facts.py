"""What rules see of a text: facts of one block, and facts of a document gathered from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from plainspeak.acronyms import AcronymFacts, Explanation, LedgerEntry
from plainspeak.document import Block, Kind, Stretch, gathered, placed
from plainspeak.findings import BlockSpan
from plainspeak.glossary import Mention
from plainspeak.glossary.care_papers import is_care_paper
from plainspeak.language import Sentence, TaggedSentence
from plainspeak.readability import (
    Counts,
    ReadingFacts,
    ReadingLevel,
    combine,
    counts_in,
    counts_of_forms,
    level_of,
    together,
)

__all__ = ["BlockFacts", "DocumentFacts", "Section"]


@dataclass(frozen=True, slots=True)
class BlockFacts:
    """All that the analysis of one block found, without the block itself."""

    sentences: tuple[Sentence, ...]
    words: int
    acronyms: AcronymFacts
    mentions: tuple[Mention, ...]
    """Glossary terms and wording met, in order."""
    reading: ReadingFacts
    tagged: tuple[TaggedSentence, ...]
    """The sentences that some rule had tagged, in order."""
    english: bool
    """Whether the block is in English; one in another language isn't checked."""
    care_words: int
    """How many of its words tell of health and care."""

    def mentions_in(self, *, is_care_paper: bool) -> Iterator[Mention]:
        """Yield the terms that are meant in a document: some only if that is about health and care."""
        return (mention for mention in self.mentions if is_care_paper or not mention.only_in_care_papers)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks under it, up to the next heading of any level, or to the next slide or sheet."""

    heading: int | None
    """The index of the heading's block; ``None`` before the first heading."""
    blocks: tuple[int, ...]
    reading: tuple[ReadingFacts, ...] = field(default=(), repr=False, compare=False)
    """What its blocks add to the reading level, in one or more parts."""


@dataclass(frozen=True)
class DocumentFacts:
    """All that is known of a document when its findings are drawn up."""

    stretches: Sequence[Stretch[BlockFacts]]
    ledger: tuple[LedgerEntry, ...]

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """The blocks of the document."""
        return [block for stretch in self.stretches for block in stretch.blocks]

    @cached_property
    def facts(self) -> Sequence[BlockFacts]:
        """What is known of each block."""
        return [fact for stretch in self.stretches for fact in stretch.facts]

    @property
    def words(self) -> int:
        """Words in the checked blocks."""
        return self._words[0]

    @cached_property
    def is_care_paper(self) -> bool:
        """Whether the checked blocks are about health and care."""
        words, care_words = self._words
        return is_care_paper(care_words, words)

    @cached_property
    def reading(self) -> ReadingLevel:
        """The reading level of the whole document."""
        return combine((part for section in self.sections for part in section.reading), self._counts_of_forms)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The document's sections, in order."""
        sections: list[list[Section]] = []
        on: _On = (None, None)
        for pieces in placed(self.stretches, _placed_pieces):
            for section, where in pieces:
                if sections and section.heading is None and on == where:
                    sections[-1].append(section)
                else:
                    sections.append([section])
                on = where
        return tuple(joined for parts in sections if (joined := _joined(parts)).blocks)

    @cached_property
    def _words(self) -> tuple[int, int]:
        found = [words for _, words in gathered(self.stretches, _words_in)]
        return sum(words for words, _ in found), sum(care_words for _, care_words in found)

    @cached_property
    def _counts_of_forms(self) -> Mapping[str, Counts]:
        return counts_of_forms(self.ledger)

    def explanations_in(self, block: int) -> Sequence[Explanation]:
        """Return where a block says what letters stand for."""
        return self._explanations.get(block, ())

    @cached_property
    def _explanations(self) -> Mapping[int, Sequence[Explanation]]:
        found: dict[int, list[Explanation]] = {}
        for entry in self.ledger:
            for each in entry.explanations:
                found.setdefault(each.at.block, []).append(each)
        return found

    def reading_of(self, section: Section) -> ReadingLevel:
        """Return the reading level of a section."""
        return level_of(self.counts_of(section))

    def counts_of(self, section: Section) -> Counts:
        """Return the counts of a section: letters count as what they stand for."""
        return counts_in(section.reading, self._counts_of_forms)

    def starts_sentence(self, at: BlockSpan) -> bool:
        """Tell whether a place is the beginning of a sentence."""
        return any(sentence.span.start == at.span.start for sentence in self.facts[at.block].sentences)

    def text_at(self, at: BlockSpan) -> str:
        """Return the words at a place."""
        return at.text_in(self.blocks)


_On = tuple[int | None, str | None]
"""The slide and the sheet that a block is on."""


class _Piece(NamedTuple):
    """Some blocks of one section that stand in one stretch, and where they are."""

    section: Section
    on: _On


def _joined(parts: Sequence[Section]) -> Section:
    if len(parts) == 1:
        return parts[0]
    blocks = tuple(block for part in parts for block in part.blocks)
    return Section(parts[0].heading, blocks, tuple(each for part in parts for each in part.reading))


def _words_in(stretch: Stretch[BlockFacts]) -> tuple[int, int]:
    checked = [fact for block, fact in zip(stretch.blocks, stretch.facts, strict=True) if block.checked]
    return sum(fact.words for fact in checked), sum(fact.care_words for fact in checked)


def _placed_pieces(stretch: Stretch[BlockFacts], first: int) -> list[_Piece]:
    pieces = stretch.gather(_pieces)
    if not first:
        return pieces
    return [
        _Piece(
            Section(
                None if section.heading is None else section.heading + first,
                tuple(index + first for index in section.blocks),
                section.reading,
            ),
            on,
        )
        for section, on in pieces
    ]


def _pieces(stretch: Stretch[BlockFacts]) -> list[_Piece]:
    """Return the sections of a stretch, with a piece of the one before it, if it begins with that."""
    drafts: list[tuple[int | None, _On, list[int]]] = []
    for index, block in enumerate(stretch.blocks):
        on = (block.place.slide, block.place.sheet)
        if block.kind is Kind.HEADING:
            drafts.append((index, on, []))
        elif drafts and drafts[-1][1] == on:
            drafts[-1][2].append(index)
        else:
            drafts.append((None, on, [index]))
    # Without facts, only where the sections are is known.
    facts = stretch.facts
    return [
        _Piece(
            Section(heading, tuple(blocks), (together(facts[index].reading for index in blocks),) if facts else ()), on
        )
        for heading, on, blocks in drafts
    ]
