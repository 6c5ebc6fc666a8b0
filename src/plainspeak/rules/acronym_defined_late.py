"""The rule ``acronym-defined-late``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from plainspeak.acronyms import LedgerEntry
from plainspeak.findings import Finding, Related, Severity
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import quoted, swap

__all__ = ["AcronymDefinedLate"]


class AcronymDefinedLate(DocumentRule):
    """Flag an acronym that is used before the text spells it out.

    Why it matters: readers meet the letters first and look in vain for what they stand for.
    What to do instead: move the full words to the first use.

    Examples:
        The ICB met in May. The integrated care board (ICB) meets again in June.
            ^^^ acronym-defined-late

        The integrated care board (ICB) met in May. The ICB meets again in June.
    """

    id = "acronym-defined-late"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each short form whose first explanation comes after its first use."""
        for entry in facts.ledger:
            if entry.status != "late":
                continue
            first, explanation = entry.uses[0], entry.explanations[0]
            position = entry.uses.index(explanation.at) if explanation.at in entry.uses else len(entry.uses)
            early = entry.uses[:position] or (first,)
            written = facts.text_at(first)
            words = f"{_running_text(explanation.expansion, entry)} ({entry.form})"
            replacement = words[:1].upper() + words[1:] if facts.starts_sentence(first) else words
            yield self.finding(
                f"{quoted(entry.form)} is used before it is spelt out: write {quoted(words)} here instead of later.",
                first,
                text=written,
                suggestions=[] if entry.plural_first else [swap(facts.blocks[first.block].text, first, replacement)],
                related=[Related("It is spelt out here.", explanation.at)],
                term=entry.form if entry.term else None,
                confidence=min(0.95, explanation.confidence),
                places=early,
            )


def _running_text(expansion: str, entry: LedgerEntry) -> str:
    """Return an expansion as it stands inside a sentence: as the glossary writes it, and never in capitals alone."""
    known = [meaning.expansion for meaning in entry.term.meanings if meaning.expansion] if entry.term else []
    plain = expansion.lower() if expansion.isupper() else expansion
    return next((each for each in known if each.casefold() == expansion.casefold()), plain)
