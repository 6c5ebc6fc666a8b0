"""The rule ``jargon``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from plainspeak.findings import Finding, Severity
from plainspeak.rules._terms_met import TermMet, terms_met
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import choice, lower_first, quoted

__all__ = ["Jargon"]


class Jargon(DocumentRule):
    """Flag a term of the trade that the text doesn't explain.

    Why it matters: a term that staff use every day can shut everybody else out of the talk.
    What to do instead: write the plain words, or say what the term means the first time it comes.

    Examples:
        We will work with stakeholders in May.
                          ^^^^^^^^^^^^ jargon

        Co-production is a way of working in which staff and the public share power. Co-production takes time.

        Our commissioning plan is late.
            ^^^^^^^^^^^^^ jargon
    """

    id = "jargon"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each term met before the text explains it."""
        for met in terms_met(facts, self.id):
            found = self.finding(
                _message(met),
                met.places[0],
                text=met.written,
                suggestions=met.suggestions(facts.blocks[met.places[0].block]),
                related=met.related,
                term=met.mention.term.headword,
                confidence=0.7 if met.mention.term.hint else 0.9,
                places=met.places,
            )
            yield replace(found, severity=Severity.HINT) if met.mention.term.hint else found


def _message(met: TermMet) -> str:
    if met.explained:
        return f"{quoted(met.written)} is used before it is explained: say what it means here instead of later."
    term = met.mention.term
    if met.mention.form.replacements:
        advice = f"write {choice(met.mention.form.replacements)}, or say what it means"
    elif term.gloss:
        advice = f"add a few words, such as {quoted(term.gloss)}"
    else:
        advice = f"say what it means: {lower_first(term.meanings[0].text)}"
    return f"Some readers won’t know {quoted(met.written)}: {advice.rstrip('.')}."
