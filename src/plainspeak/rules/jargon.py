"""The rule ``jargon``."""

from __future__ import annotations

from typing import ClassVar

from plainspeak.findings import Severity
from plainspeak.rules._terms_met import TermMet, TermRule
from plainspeak.rules.wording import choice, lower_first, quoted

__all__ = ["Jargon"]


class Jargon(TermRule):
    """Flag a term of the trade that the text doesn't explain.

    Why it matters: a term that staff use every day can shut everybody else out of the talk.
    What to do instead: write the plain words, or say what the term means the first time it comes.
        In somebody's own words leave it, and say after them what it means.

    Examples:
        We will work with stakeholders in May.
                          ^^^^^^^^^^^^ jargon

        Co-production is a way of working in which staff and the public decide together. Co-production takes time.

        Our commissioning plan is late.
            ^^^^^^^^^^^^^ jargon
    """

    id = "jargon"
    severity: ClassVar[Severity] = Severity.WARNING
    confidence: ClassVar[float] = 0.9
    confidence_of_hint: ClassVar[float] = 0.7

    def message(self, met: TermMet) -> str:
        """Say what the reader won’t know, and what to write."""
        if met.explained:
            return f"{quoted(met.written)} is used before it is explained: say what it means here instead of later."
        term = met.mention.term
        if met.mention.form.replacements:
            advice = f"write {choice(met.mention.form.replacements)}, or say what it means"
        elif met.gloss:
            advice = f"add a few words, such as {quoted(met.gloss)}"
        else:
            advice = f"say what it means: {lower_first(term.meanings[0].text)}"
        return f"Some readers won’t know {quoted(met.written)}: {advice.rstrip('.')}."
