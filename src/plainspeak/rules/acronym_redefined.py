"""The rule ``acronym-redefined``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from plainspeak.findings import Finding, Related, Severity, Suggestion
from plainspeak.rules._spelt_out import aside_of
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import quoted

__all__ = ["AcronymRedefined"]


class AcronymRedefined(DocumentRule):
    """Flag an acronym that the text spells out a second time.

    Why it matters: readers stop to see whether something new is meant.
    What to do instead: after the first time, write the letters alone, or the full words alone. A list of
    abbreviations or an appendix may repeat them.

    Examples:
        The integrated care board (ICB) met. Members of the integrated care board (ICB) agreed.
                                                                                   ^^^ acronym-redefined

        The integrated care board (ICB) met. Members of the ICB agreed.
    """

    id = "acronym-redefined"
    severity: ClassVar[Severity] = Severity.HINT

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each explanation in running text after the first."""
        for entry in facts.ledger:
            if entry.status == "conflicting":
                continue
            running = [each for each in entry.explanations if each.running]
            for other in running[1:]:
                aside = aside_of(other, facts)
                yield self.finding(
                    f"{quoted(entry.form)} was spelt out before: write the letters alone, or the words alone.",
                    other.at,
                    text=facts.text_at(other.at),
                    suggestions=[Suggestion(None, (aside,))] if aside else [],
                    related=[Related("It is spelt out here for the first time.", running[0].at)],
                    term=entry.form if entry.term else None,
                    confidence=min(0.9, other.confidence),
                )
