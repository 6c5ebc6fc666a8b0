"""The rule ``acronym-unneeded``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from plainspeak.acronyms import Explanation, LedgerEntry
from plainspeak.document import Span
from plainspeak.findings import BlockSpan, Edit, Finding, Related, Severity, Suggestion
from plainspeak.rules._spelt_out import aside_of
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import quoted, swap

__all__ = ["AcronymUnneeded"]

_FEWEST_CAPITALS = 2


class AcronymUnneeded(DocumentRule):
    """Flag an acronym that the text spells out and then uses once, or never again.

    Why it matters: each new set of letters is one more thing to learn. Here it saves nothing.
    What to do instead: write the full words each time, and leave the letters out.

    Examples:
        The integrated care board (ICB) met in May.
                                   ^^^ acronym-unneeded

        The integrated care board (ICB) met in May. The ICB agreed. The ICB meets again in June.
    """

    id = "acronym-unneeded"
    severity: ClassVar[Severity] = Severity.HINT

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each short form that is spelt out in running text and used at most once beside that."""
        for entry in facts.ledger:
            explanation = _only_explanation(entry)
            if explanation is None:
                continue
            others = [use for use in entry.uses if use != explanation.at]
            if len(others) > 1:
                continue
            used, where = ("used only once more", " in both places") if others else ("never used again", "")
            yield self.finding(
                f"{quoted(entry.form)} is spelt out and then {used}: write the words alone{where}.",
                explanation.at,
                text=facts.text_at(explanation.at),
                suggestions=_without_letters(explanation, others, facts),
                related=[Related("It is used here.", other) for other in others],
                term=entry.form if entry.term else None,
                confidence=min(0.9, explanation.confidence),
            )


def _only_explanation(entry: LedgerEntry) -> Explanation | None:
    """Return the one explanation of a form that is told where it should be, in running text."""
    if entry.status != "defined" or len(entry.explanations) != 1:
        return None
    # Small letters, such as "bp", are found only where they are spelt out: nobody knows how often they are used.
    if sum(map(str.isupper, entry.form)) < _FEWEST_CAPITALS:
        return None
    return entry.explanations[0] if entry.explanations[0].running else None


def _without_letters(explanation: Explanation, others: Sequence[BlockSpan], facts: DocumentFacts) -> list[Suggestion]:
    aside = aside_of(explanation, facts)
    words_at = explanation.words_at
    if aside is None or words_at is None:
        return []
    if words_at.span.start > explanation.at.span.start:
        # "ICB (integrated care board)": the words take the place of the letters.
        whole = Span(explanation.at.span.start, aside.at.span.end)
        aside = Edit(BlockSpan(words_at.block, whole), explanation.written)
    edits = [aside]
    for other in others:
        edits += swap(facts.blocks[other.block].text, other, explanation.expansion).edits
    return [Suggestion(None, tuple(edits), "The letters save nothing here.")]
