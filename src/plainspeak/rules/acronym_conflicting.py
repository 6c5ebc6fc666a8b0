"""The rule ``acronym-conflicting``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from plainspeak.acronyms import same_expansion
from plainspeak.findings import Finding, Related, Severity
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import quoted

__all__ = ["AcronymConflicting"]


class AcronymConflicting(DocumentRule):
    """Flag an acronym that the text spells out in two different ways.

    Why it matters: readers can't tell which of the two is meant later on.
    What to do instead: keep the letters for one meaning and write the other one in full each time.

    Examples:
        The care plan (CP) is new. The community pharmacist (CP) agrees.
                                                             ^^ acronym-conflicting

        The care plan (CP) is new. The care plans (CPs) are kept safe.
    """

    id = "acronym-conflicting"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding at the first explanation that disagrees with the one before it."""
        for entry in facts.ledger:
            if entry.status != "conflicting":
                continue
            first = entry.explanations[0]
            other = next(each for each in entry.explanations if not same_expansion(first.expansion, each.expansion))
            yield self.finding(
                f"{quoted(entry.form)} stands for both {quoted(first.expansion)} and {quoted(other.expansion)}: "
                "keep it for one of them, and write the other in full.",
                other.at,
                text=facts.text_at(other.at),
                related=[Related(f"Here it is {quoted(first.expansion)}.", first.at)],
                term=entry.form if entry.term else None,
                confidence=min(first.confidence, other.confidence),
            )
