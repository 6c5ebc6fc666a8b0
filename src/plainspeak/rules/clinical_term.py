"""The rule ``clinical-term``."""

from __future__ import annotations

from typing import ClassVar

from plainspeak.findings import Severity
from plainspeak.rules._terms_met import TermMet, TermRule
from plainspeak.rules.wording import choice, quoted

__all__ = ["ClinicalTerm"]


class ClinicalTerm(TermRule):
    """Flag a clinical word that has a plain name, or needs a few words beside it.

    Why it matters: the words of doctors and nurses are a second language that most people never learnt.
    What to do instead: use the plain name. Where people will meet the clinical word again, as in a letter, give both.

    Examples:
        Most of them have hypertension.
                          ^^^^^^^^^^^^ clinical-term

        Most of them have high blood pressure (hypertension).
    """

    id = "clinical-term"
    severity: ClassVar[Severity] = Severity.INFORMATION
    confidence: ClassVar[float] = 0.85
    confidence_of_hint: ClassVar[float] = 0.6

    def message(self, met: TermMet) -> str:
        """Say what the reader won’t know, and what to write."""
        if met.explained:
            return f"{quoted(met.written)} is used before it is explained: say what it means here instead of later."
        term = met.mention.term
        if met.mention.form.replacements:
            advice = f"write {choice(met.mention.form.replacements)}"
        else:
            # Its plain words may not fit in its place: they can still be said beside it.
            advice = f"add a few words, such as {quoted(term.gloss) if term.gloss else choice(term.instead)}"
        return f"{quoted(met.written)} is a clinical word: {advice}."
