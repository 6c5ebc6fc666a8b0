"""The rule ``acronym-undefined``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from plainspeak.acronyms import LedgerEntry
from plainspeak.findings import Finding, Severity, Suggestion
from plainspeak.language.inflection import inflect
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import choice, quoted, swap

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
        """Yield a finding for each short form that nothing in the document explains."""
        for entry in facts.ledger:
            if entry.status == "undefined":
                first = entry.uses[0]
                written = facts.text_at(first)
                yield self.finding(
                    _message(entry, written),
                    first,
                    text=written,
                    suggestions=_suggestions(entry, facts),
                    term=entry.form if entry.term else None,
                    confidence=0.95 if entry.term else 0.8,
                    places=entry.uses,
                )


def _message(entry: LedgerEntry, written: str) -> str:
    meanings = entry.term.meanings if entry.term else ()
    once = len(entry.uses) == 1
    if not meanings:
        advice = (
            "the full words instead"
            if once
            else f"the full words the first time, then {quoted(entry.form)} in brackets"
        )
    elif len(meanings) > 1:
        can_mean = choice([meaning.expansion or "" for meaning in meanings], most=len(meanings))
        return f"{quoted(entry.form)} isn’t explained, and can mean {can_mean}: say which."
    else:
        advice = f"{quoted(_spelt_out(entry, written))} {'instead' if once else 'the first time'}"
        if entry.term and entry.term.gloss:
            advice += f", and add a few words, such as {quoted(entry.term.gloss)}"
    return f"{quoted(entry.form)} isn’t explained: write {advice}."


def _spelt_out(entry: LedgerEntry, written: str) -> str:
    expansion = entry.expansion or ""
    if entry.plural_first:
        expansion = inflect(expansion, "NNS")
    return expansion if len(entry.uses) == 1 else f"{expansion} ({written.lstrip('#')})"


def _suggestions(entry: LedgerEntry, facts: DocumentFacts) -> list[Suggestion]:
    if entry.expansion is None:
        return []
    first = entry.uses[0]
    text = facts.blocks[first.block].text
    words = _spelt_out(entry, text[first.span.start : first.span.end])
    if facts.starts_sentence(first):
        words = words[:1].upper() + words[1:]
    return [swap(text, first, words, reason=entry.term.meanings[0].text if entry.term else "")]
