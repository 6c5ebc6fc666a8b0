"""The rule ``acronym-unlinked``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from plainspeak.acronyms import LedgerEntry
from plainspeak.document import Span
from plainspeak.findings import BlockSpan, Edit, Finding, Related, Severity, Suggestion
from plainspeak.rules._spelt_out import with_letters
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import quoted

__all__ = ["AcronymUnlinked"]


class AcronymUnlinked(DocumentRule):
    """Flag an acronym whose full words are in the text too, but never beside it.

    Why it matters: readers from outside can’t know that the two are the same.
    What to do instead: put the letters in brackets after the full words, where these first stand.

    Examples:
        The integrated care board met in May. The ICB meets again in June.
                                                  ^^^ acronym-unlinked

        The integrated care board (ICB) met in May. The ICB meets again in June.
    """

    id = "acronym-unlinked"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each undefined short form whose words stand elsewhere in the document."""
        for entry in facts.ledger:
            if entry.status != "undefined" or entry.words_at is None:
                continue
            first, words_at = entry.uses[0], entry.words_at
            words = facts.text_at(words_at)
            yield self.finding(
                f"{quoted(entry.form)} isn’t explained. If it stands for {quoted(words)}, {_advice(entry)}.",
                first,
                text=facts.text_at(first),
                suggestions=[_link(entry, words, facts)],
                related=[Related("The full words stand here.", words_at)],
                term=entry.form if entry.term else None,
                confidence=0.95 if entry.term else 0.8,
                places=entry.uses,
            )


def _words_come_first(entry: LedgerEntry) -> bool:
    return entry.words_at is not None and entry.words_at < entry.uses[0]


def _advice(entry: LedgerEntry) -> str:
    letters = quoted(f"({entry.form})")
    return f"put {letters} after these words" if _words_come_first(entry) else f"write these words and {letters} here"


def _link(entry: LedgerEntry, words: str, facts: DocumentFacts) -> Suggestion:
    """Return the suggestion to put the letters after the words, or the words before the letters: what comes first."""
    at = entry.words_at
    if at is None or not _words_come_first(entry):
        return with_letters(entry, words, facts)
    end = BlockSpan(at.block, Span(at.span.end, at.span.end))
    return Suggestion(None, (Edit(end, f" ({entry.form})"),), f"The full words are already there: {words}.")
