"""The rule ``acronym-defined-late``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from plainspeak.findings import Finding, Related, Severity
from plainspeak.rules._spelt_out import early_uses, in_running_text, only_in_appendix, with_letters
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import quoted

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
            if entry.status != "late" or only_in_appendix(entry):
                continue
            first, explanation = entry.uses[0], entry.explanations[0]
            words = in_running_text(explanation.expansion, entry)
            yield self.finding(
                f"{quoted(entry.form)} is used before it is spelt out: "
                f"write {quoted(f'{words} ({entry.form})')} here instead of later.",
                first,
                text=facts.text_at(first),
                suggestions=[with_letters(entry, words, facts)],
                related=[Related("It is spelt out here.", explanation.at)],
                term=entry.form if entry.term else None,
                confidence=min(0.95, explanation.confidence),
                places=early_uses(entry),
            )
