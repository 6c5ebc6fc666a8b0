"""The rule ``acronym-undefined``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from plainspeak.acronyms import LedgerEntry
from plainspeak.findings import Finding, Severity
from plainspeak.glossary import Meaning
from plainspeak.rules._spelt_out import spelling_out, spelt_out
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import quoted, spoken_date

__all__ = ["AcronymUndefined"]


class AcronymUndefined(DocumentRule):
    """Flag an acronym that the text never spells out.

    Why it matters: people who know the letters follow the meeting; the others sit silent, or feel they should know.
    What to do instead: write the full words the first time, then the letters in brackets. If the letters come only
    once, leave them out.

    Examples:
        The ICB met in May.
            ^^^ acronym-undefined

        The integrated care board (ICB) met in May. The ICB meets again in June.

        The NHS trains GPs.

        A NICE DAY OUT for the team.
    """

    id = "acronym-undefined"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each short form that nothing in the document explains.

        One with several meanings in the glossary is ``acronym-ambiguous``; one whose words stand elsewhere in the text
        is ``acronym-unlinked``.
        """
        for entry in facts.ledger:
            if entry.status == "undefined" and not entry.ambiguous and entry.words_at is None:
                first = entry.uses[0]
                written = facts.text_at(first)
                meaning = entry.term.meanings[0] if entry.term else None
                yield self.finding(
                    f"{quoted(entry.form)} isn’t explained: write {_advice(entry, meaning, written)}.",
                    first,
                    text=written,
                    suggestions=[spelling_out(entry, meaning, facts)] if meaning else [],
                    term=entry.form if entry.term else None,
                    confidence=0.95 if entry.term else 0.8,
                    places=entry.uses,
                )


def _advice(entry: LedgerEntry, meaning: Meaning | None, written: str) -> str:
    once = len(entry.uses) == 1
    if meaning is None:
        letters = quoted(entry.form)
        return "the full words instead" if once else f"the full words the first time, then {letters} in brackets"
    words = quoted(spelt_out(entry, meaning.expansion or "", written))
    advice = f"{words} {'instead' if once else 'the first time'}"
    if entry.term and entry.term.gloss:
        advice += f", and add a few words, such as {quoted(entry.term.gloss)}"
    if meaning.ended:
        now = f"; now {meaning.replaced_by}" if meaning.replaced_by else ""
        advice += f" ({meaning.status} in {spoken_date(meaning.date or '')}{now})"
    return advice
