"""The rule ``long-paragraph``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from plainspeak.document import Block, Kind
from plainspeak.findings import Finding, Severity
from plainspeak.language import Sentence
from plainspeak.rules.base import BlockRule
from plainspeak.rules.facts import BlockFacts

__all__ = ["LongParagraph", "LongParagraphOptions"]

_FEWEST_WORDS = 60
"""Words from which sentences are counted: many tiny sentences are no full block of text."""


@dataclass(frozen=True, slots=True)
class LongParagraphOptions:
    """Options of ``long-paragraph``."""

    max_words: int = 120
    """The most words that a paragraph may have."""
    max_sentences: int = 6
    """The most sentences that a paragraph of 60 words or more may have."""


class LongParagraph(BlockRule):
    """Flag a paragraph with too many words or sentences.

    Why it matters: a full block of text puts readers off, and makes it hard to find one's place again.
    What to do instead: begin a new paragraph with each new point, or make a list.

    Examples:
        with max-words: 12
        We met in May. We agreed the plan. We will meet again in June. Please come.
        ^^^^^^^^^^^^^^ long-paragraph

        with max-words: 12
        We met in May. We agreed the plan.
        We will meet again in June. Please come.
    """

    id = "long-paragraph"
    severity: ClassVar[Severity] = Severity.INFORMATION
    options_type = LongParagraphOptions
    folds = False

    def check(self, block: Block, facts: BlockFacts) -> Iterator[Finding]:
        """Yield a finding at the first sentence of each paragraph or list item over a limit."""
        if block.kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM):
            return
        for sentences in _paragraphs(block.text, facts.sentences):
            yield from self._judge(block, sentences)

    def _judge(self, block: Block, sentences: Sequence[Sentence]) -> Iterator[Finding]:
        options: LongParagraphOptions = self.options  # type: ignore[assignment]
        words = sum(len(sentence.words) for sentence in sentences)
        if words > options.max_words:
            size, limit = f"{words} words", options.max_words
        elif words >= _FEWEST_WORDS and len(sentences) > options.max_sentences:
            size, limit = f"{len(sentences)} sentences", options.max_sentences
        else:
            return
        what = "list item" if block.kind is Kind.LIST_ITEM else "paragraph"
        first = sentences[0].span
        yield self.finding(
            f"This {what} has {size}: break it up, so that each part has {limit} or fewer.",
            self.spot(first),
            text=block.text[first.start : first.end],
        )


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> Iterator[Sequence[Sentence]]:
    """Yield the sentences of each paragraph: to a reader, a line broken on purpose begins a new one."""
    paragraph: list[Sentence] = []
    for sentence in sentences:
        if paragraph and "\n" in text[paragraph[-1].span.end : sentence.span.start]:
            yield paragraph
            paragraph = []
        paragraph.append(sentence)
    yield paragraph
