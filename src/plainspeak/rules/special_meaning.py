"""The rule ``special-meaning``."""

from __future__ import annotations

from typing import ClassVar

from plainspeak.findings import Severity
from plainspeak.rules._terms_met import TermMet, TermRule
from plainspeak.rules.wording import choice, lower_first, quoted

__all__ = ["SpecialMeaning"]


class SpecialMeaning(TermRule):
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
    confidence: ClassVar[float] = 0.7
    confidence_of_hint: ClassVar[float] = 0.7

    def message(self, met: TermMet) -> str:
        """Say what the reader won’t know, and what to write."""
        if met.explained:
            return f"{quoted(met.written)} has a special meaning here: explain it here instead of later."
        term = met.mention.term
        if met.mention.form.replacements:
            advice = f"Write {choice(met.mention.form.replacements)}, or say what it means."
        else:
            advice = f"Say what it means here: {lower_first(term.meanings[0].text)}"
        return f"Many people take {quoted(term.headword)} to mean {quoted(term.everyday or '')}. {advice}"
