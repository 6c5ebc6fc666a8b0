"""What rules see of a text: facts of one block, and facts of a document gathered from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plainspeak.acronyms import AcronymFacts, LedgerEntry
from plainspeak.document import Block, Kind
from plainspeak.findings import BlockSpan
from plainspeak.glossary import Mention
from plainspeak.glossary.care_papers import is_care_paper
from plainspeak.language import Sentence, TaggedSentence
from plainspeak.readability import ReadingFacts, ReadingLevel, combine

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


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks under it, up to the next heading of any level, or to the next slide or sheet."""

    heading: int | None
    """The index of the heading's block; ``None`` before the first heading."""
    blocks: tuple[int, ...]


@dataclass(frozen=True)
class DocumentFacts:
    """All that is known of a document when its findings are drawn up."""

    blocks: Sequence[Block]
    facts: Sequence[BlockFacts]
    ledger: tuple[LedgerEntry, ...]

    @cached_property
    def words(self) -> int:
        """Words in the checked blocks."""
        return sum(fact.words for fact in self._checked)

    @cached_property
    def is_care_paper(self) -> bool:
        """Whether the checked blocks are about health and care."""
        return is_care_paper(sum(fact.care_words for fact in self._checked), self.words)

    @cached_property
    def reading(self) -> ReadingLevel:
        """The reading level of the whole document."""
        return self.reading_of(range(len(self.blocks)))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The document's sections, in order."""
        sections: list[Section] = []
        heading: int | None = None
        blocks: list[int] = []
        on: tuple[int | None, str | None] = (None, None)
        for index, block in enumerate(self.blocks):
            before, on = on, (block.place.slide, block.place.sheet)
            is_heading = block.kind is Kind.HEADING
            if is_heading or on != before:
                if blocks:
                    sections.append(Section(heading, tuple(blocks)))
                heading, blocks = index if is_heading else None, []
            if not is_heading:
                blocks.append(index)
        if blocks:
            sections.append(Section(heading, tuple(blocks)))
        return tuple(sections)

    @property
    def _checked(self) -> list[BlockFacts]:
        return [fact for block, fact in zip(self.blocks, self.facts, strict=True) if block.checked]

    @cached_property
    def _by_form(self) -> Mapping[str, LedgerEntry]:
        return {entry.form: entry for entry in self.ledger}

    def reading_of(self, blocks: Sequence[int]) -> ReadingLevel:
        """Return the reading level of some of the document's blocks."""
        return combine((self.facts[index].reading for index in blocks), self._by_form)

    def starts_sentence(self, at: BlockSpan) -> bool:
        """Tell whether a place is the beginning of a sentence."""
        return any(sentence.span.start == at.span.start for sentence in self.facts[at.block].sentences)

    def text_at(self, at: BlockSpan) -> str:
        """Return the words at a place."""
        return at.text_in(self.blocks)
