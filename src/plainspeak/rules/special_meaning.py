"""The rule ``special-meaning``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from plainspeak.findings import Finding, Severity
from plainspeak.rules._terms_met import TermMet, terms_met
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import choice, lower_first, quoted

__all__ = ["SpecialMeaning"]


class SpecialMeaning(DocumentRule):
    """Note an everyday word that is used in a sense that only staff give it.

    Why it matters: people don’t look such a word up, because they know it. They take it to mean something else.
    What to do instead: use other words, or say what it means here. Where the word has its everyday sense, the rule
    leaves it alone.

    Examples:
        The acute ward has no free beds.
            ^^^^^^^^^^ special-meaning

        She had an acute sense of smell.
    """

    id = "special-meaning"
    severity: ClassVar[Severity] = Severity.HINT

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each word in a special sense that the text doesn't explain."""
        for met in terms_met(facts, self.id):
            yield self.finding(
                _message(met),
                met.places[0],
                text=met.written,
                suggestions=met.suggestions(facts.blocks[met.places[0].block]),
                related=met.related,
                term=met.mention.term.headword,
                confidence=0.7,
                places=met.places,
            )


def _message(met: TermMet) -> str:
    if met.explained:
        return f"{quoted(met.written)} has a special meaning here: explain it here instead of later."
    term = met.mention.term
    if met.mention.form.replacements:
        advice = f"Write {choice(met.mention.form.replacements)}, or say what it means."
    else:
        advice = f"Say what it means here: {lower_first(term.meanings[0].text)}"
    return f"Many people take {quoted(term.headword)} to mean {quoted(term.everyday or '')}. {advice}"
