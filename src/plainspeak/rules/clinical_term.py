"""The rule ``clinical-term``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from plainspeak.findings import Finding, Severity
from plainspeak.rules._terms_met import TermMet, terms_met
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import choice, quoted

__all__ = ["ClinicalTerm"]


class ClinicalTerm(DocumentRule):
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

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each clinical word met before the text explains it."""
        for met in terms_met(facts, self.id):
            found = self.finding(
                _message(met),
                met.places[0],
                text=met.written,
                suggestions=met.suggestions(facts.blocks[met.places[0].block]),
                related=met.related,
                term=met.mention.term.headword,
                confidence=0.6 if met.mention.term.hint else 0.85,
                places=met.places,
            )
            yield replace(found, severity=Severity.HINT) if met.mention.term.hint else found


def _message(met: TermMet) -> str:
    if met.explained:
        return f"{quoted(met.written)} is used before it is explained: say what it means here instead of later."
    term = met.mention.term
    if met.mention.form.replacements:
        advice = f"write {choice(met.mention.form.replacements)}"
    else:
        advice = f"add a few words, such as {quoted(term.gloss or '')}"
    return f"{quoted(met.written)} is a clinical word: {advice}."
