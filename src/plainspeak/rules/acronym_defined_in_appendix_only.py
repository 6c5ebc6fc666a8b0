"""The rule ``acronym-defined-in-appendix-only``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from plainspeak.findings import Finding, Related, Severity
from plainspeak.rules._spelt_out import early_uses, in_running_text, only_in_appendix, with_letters
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import quoted

__all__ = ["AcronymDefinedInAppendixOnly"]


class AcronymDefinedInAppendixOnly(DocumentRule):
    """Flag an acronym that only an appendix, or a list of abbreviations at the end, spells out.

    Why it matters: few readers leaf to the end. They read on, and guess.
    What to do instead: write the full words at the first use too. The list can stay.

    Examples:
        The ICB met in May. The ICB meets again in June.
            ^^^ acronym-defined-in-appendix-only
                                ^^^ acronym-defined-in-appendix-only
        # Abbreviations
        ICB: integrated care board
    """

    id = "acronym-defined-in-appendix-only"
    severity: ClassVar[Severity] = Severity.INFORMATION

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each short form that is first used before an appendix, and spelt out in one only."""
        for entry in facts.ledger:
            if entry.status != "late" or not only_in_appendix(entry):
                continue
            first, explanation = entry.uses[0], entry.explanations[0]
            words = in_running_text(explanation.expansion, entry)
            yield self.finding(
                f"{quoted(entry.form)} is spelt out only at the end: "
                f"write {quoted(f'{words} ({entry.form})')} here too.",
                first,
                text=facts.text_at(first),
                suggestions=[with_letters(entry, words, facts)],
                related=[Related("It is spelt out here.", explanation.at)],
                term=entry.form if entry.term else None,
                confidence=min(0.95, explanation.confidence),
                places=early_uses(entry),
            )
