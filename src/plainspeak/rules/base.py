"""What a rule is: block rules look at one block, document rules at the facts of a whole document."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from plainspeak.document import Block, Kind, Span, holding
from plainspeak.findings import BlockSpan, Edit, Finding, Related, Severity, Suggestion
from plainspeak.language import TaggedSentence
from plainspeak.language.quotations import quotations
from plainspeak.rules.facts import BlockFacts, DocumentFacts

__all__ = ["BlockRule", "DocumentRule", "GrammarRule", "NoOptions", "Rule", "moved_to"]


@dataclass(frozen=True, slots=True)
class NoOptions:
    """The options of a rule that has none."""


class Rule(ABC):
    """One check. The docstring of each rule is its documentation.

    Attributes:
        id: kebab-case name of the problem, the same as the file and the class.
        severity: what the rule reports, unless a profile or a configuration says otherwise.
        options_type: a frozen dataclass; its fields, with ``-`` for ``_``, are the options in a configuration.
        folds: whether repeats of the same words are told once, with a count.
    """

    id: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    options_type: ClassVar[type] = NoOptions
    folds: ClassVar[bool] = True

    def __init__(self, options: object | None = None) -> None:
        self.options = options if options is not None else self.options_type()

    def finding(
        self,
        message: str,
        at: BlockSpan | None,
        *,
        text: str | None = None,
        suggestions: Sequence[Suggestion] = (),
        related: Sequence[Related] = (),
        term: str | None = None,
        confidence: float = 1.0,
        places: Sequence[BlockSpan] = (),
    ) -> Finding:
        """Return a finding of this rule; ``places`` are all its places, the first included."""
        return Finding(
            rule=self.id,
            severity=self.severity,
            message=message,
            at=at,
            text=text,
            suggestions=tuple(suggestions),
            related=tuple(related),
            term=term,
            confidence=round(confidence, 2),
            count=max(1, len(places)),
            places=tuple(places) or ((at,) if at is not None else ()),
        )


class BlockRule(Rule):
    """A rule whose findings depend on one block alone, so that an editor can keep those of every other block."""

    @abstractmethod
    def check(self, block: Block, facts: BlockFacts) -> Iterator[Finding]:
        """Yield the findings of one block. Places carry block 0; the checker puts the block's own number there."""

    def spot(self, span: Span) -> BlockSpan:
        """Return the place of a span of the block being checked."""
        return BlockSpan(0, span)


class GrammarRule(BlockRule):
    """A rule that needs the parts of speech of some sentences. Most are never tagged: that is what makes it quick."""

    @abstractmethod
    def concerns(self, block: Block, words: Sequence[str]) -> bool:
        """Tell from a cheap look whether a sentence has to be tagged.

        Args:
            block: the block that the sentence is in.
            words: the sentence's words and marks in small letters.
        """

    @abstractmethod
    def check_sentence(self, block: Block, sentence: TaggedSentence) -> Iterator[Finding]:
        """Yield the findings of one sentence that this rule had tagged."""

    def check(self, block: Block, facts: BlockFacts) -> Iterator[Finding]:
        """Yield the findings of the sentences that concern this rule, but not of what somebody is quoted as saying."""
        if block.kind is Kind.QUOTE:
            return
        concerned = [each for each in facts.tagged if self.concerns(block, [token.lower for token in each.tokens])]
        quoted = quotations(block.text) if concerned else []
        for sentence in concerned:
            for finding in self.check_sentence(block, sentence):
                if finding.at is None or holding(quoted, finding.at.span) is None:
                    yield finding


class DocumentRule(Rule):
    """A rule that needs the whole document: whether a term was explained before, how hard the text is."""

    @abstractmethod
    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield the findings of one document."""


def moved_to(finding: Finding, block: int) -> Finding:
    """Return a block rule's finding with its places in the block of a given number."""
    return replace(
        finding,
        at=BlockSpan(block, finding.at.span) if finding.at else None,
        places=tuple([BlockSpan(block, at.span) for at in finding.places]),
        related=tuple([Related(each.message, BlockSpan(block, each.at.span)) for each in finding.related]),
        suggestions=tuple([_suggestion_in(each, block) for each in finding.suggestions]),
    )


def _suggestion_in(suggestion: Suggestion, block: int) -> Suggestion:
    edits = tuple([Edit(BlockSpan(block, edit.at.span), edit.text) for edit in suggestion.edits])
    return Suggestion(suggestion.replacement, edits, suggestion.reason, suggestion.safe)
