"""The rule ``acronym-ambiguous``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from plainspeak.findings import Finding, Severity
from plainspeak.glossary import Meaning
from plainspeak.rules._spelt_out import spelling_out
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import quoted

__all__ = ["AcronymAmbiguous"]


class AcronymAmbiguous(DocumentRule):
    """Flag an acronym that can mean several things, where the text doesn’t say which.

    Why it matters: even people who know the letters may take them for something else. Nobody but the writer can tell.
    What to do instead: write the full words the first time, then the letters in brackets. The rule lists what the
    letters can mean; it never guesses.

    Examples:
        She has asked for a CHC assessment.
                            ^^^ acronym-ambiguous

        She has asked for a NHS continuing healthcare (CHC) assessment. The CHC team will call.
    """

    id = "acronym-ambiguous"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each undefined short form of which the glossary knows several meanings."""
        for entry in facts.ledger:
            if entry.status != "undefined" or entry.term is None or not entry.ambiguous or entry.words_at:
                continue
            first = entry.uses[0]
            meanings = sorted(entry.term.meanings, key=lambda meaning: meaning.status != "current")
            yield self.finding(
                f"{quoted(entry.form)} isn’t explained, and can mean {_listed(meanings)}: say which.",
                first,
                text=facts.text_at(first),
                suggestions=[spelling_out(entry, meaning, facts) for meaning in meanings],
                term=entry.form,
                confidence=0.95,
                places=entry.uses,
            )


def _listed(meanings: list[Meaning]) -> str:
    said = [
        f"{quoted(meaning.expansion or '')}{f' ({meaning.setting[0]})' if meaning.setting else ''}"
        for meaning in meanings
    ]
    return f"{', '.join(said[:-1])} or {said[-1]}"
