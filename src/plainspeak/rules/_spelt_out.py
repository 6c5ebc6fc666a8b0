"""Spell an acronym out where the text first uses it."""

from __future__ import annotations

from plainspeak.acronyms import LedgerEntry
from plainspeak.findings import Suggestion
from plainspeak.glossary import Meaning
from plainspeak.language.inflection import inflect
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import swap

__all__ = ["spelling_out", "spelt_out"]


def spelt_out(entry: LedgerEntry, expansion: str, written: str) -> str:
    """Return the words of an acronym as they are to stand at its first use.

    Args:
        entry: the acronym. If it is used again, its letters follow the words in brackets.
        expansion: what it stands for, in the singular.
        written: the letters as they stand there.
    """
    words = inflect(expansion, "NNS") if entry.plural_first else expansion
    return words if len(entry.uses) == 1 else f"{words} ({written.lstrip('#')})"


def spelling_out(entry: LedgerEntry, meaning: Meaning, facts: DocumentFacts) -> Suggestion:
    """Return the suggestion to write the words of one meaning at the first use."""
    first = entry.uses[0]
    text = facts.blocks[first.block].text
    words = spelt_out(entry, meaning.expansion or "", text[first.span.start : first.span.end])
    if facts.starts_sentence(first):
        words = words[:1].upper() + words[1:]
    return swap(text, first, words, reason=meaning.text)
