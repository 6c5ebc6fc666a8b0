"""Acronyms that are used before the text spells them out: later on, or in an appendix only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from plainspeak.acronyms import LedgerEntry
from plainspeak.findings import BlockSpan, Finding, Related
from plainspeak.rules._spelt_out import with_letters
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import quoted

__all__ = ["ExplainedLaterRule"]


class ExplainedLaterRule(DocumentRule):
    """Flags the uses of an acronym before its explanation, and offers the words for the first of them.

    Attributes:
        in_appendix: whether it tells of explanations in an appendix only, or of all others.
        told: the message, with ``letters`` and ``words`` to fill in.
    """

    in_appendix: ClassVar[bool]
    told: ClassVar[str]

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each short form whose first explanation comes after its first use."""
        for entry in facts.ledger:
            if entry.status != "late" or _only_in_appendix(entry) != self.in_appendix:
                continue
            first, explanation = entry.uses[0], entry.explanations[0]
            words = _in_running_text(explanation.expansion, entry)
            yield self.finding(
                self.told.format(letters=quoted(entry.form), words=quoted(f"{words} ({entry.form})")),
                first,
                text=facts.text_at(first),
                suggestions=[with_letters(entry, words, facts)],
                related=[Related("It is spelt out here.", explanation.at)],
                term=entry.form if entry.term else None,
                confidence=min(0.95, explanation.confidence),
                places=_early_uses(entry),
            )


def _in_running_text(expansion: str, entry: LedgerEntry) -> str:
    """Return an expansion as it stands inside a sentence: as the glossary writes it, and never in capitals alone."""
    known = [meaning.expansion for meaning in entry.term.meanings if meaning.expansion] if entry.term else []
    plain = expansion.lower() if expansion.isupper() else expansion
    return next((each for each in known if each.casefold() == expansion.casefold()), plain)


def _only_in_appendix(entry: LedgerEntry) -> bool:
    """Tell whether every explanation of an acronym stands in an appendix."""
    return bool(entry.explanations) and all(each.appendix for each in entry.explanations)


def _early_uses(entry: LedgerEntry) -> tuple[BlockSpan, ...]:
    """Return the uses of an acronym before the text spells it out; at least the first."""
    at = entry.explanations[0].at
    position = entry.uses.index(at) if at in entry.uses else len(entry.uses)
    return entry.uses[:position] or entry.uses[:1]
