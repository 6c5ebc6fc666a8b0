"""The rule ``long-sentence``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from plainspeak.document import Block, Kind
from plainspeak.findings import Finding, Severity
from plainspeak.rules.base import BlockRule
from plainspeak.rules.facts import BlockFacts

__all__ = ["LongSentence", "LongSentenceOptions"]


@dataclass(frozen=True, slots=True)
class LongSentenceOptions:
    """Options of ``long-sentence``."""

    max_words: int = 25
    """The most words that a sentence may have."""


class LongSentence(BlockRule):
    """Flag a sentence with too many words.

    Why it matters: long sentences are hard to hold in mind, most of all for someone who is tired, worried or unwell.
    What to do instead: give each idea its own sentence, or use a list.

    Examples:
        with max-words: 6
        Take one tablet now. Take it with food and a full glass of water.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long-sentence
    """

    id = "long-sentence"
    severity: ClassVar[Severity] = Severity.INFORMATION
    options_type = LongSentenceOptions
    folds = False

    def check(self, block: Block, facts: BlockFacts) -> Iterator[Finding]:
        """Yield a finding for each sentence over the limit. Headings have none."""
        if block.kind is Kind.HEADING:
            return
        limit: int = self.options.max_words  # type: ignore[attr-defined]
        for sentence in facts.sentences:
            if len(sentence.words) > limit:
                yield self.finding(
                    f"This sentence has {len(sentence.words)} words: split it, so that each has {limit} or fewer.",
                    self.spot(sentence.span),
                    text=block.text[sentence.span.start : sentence.span.end],
                )
