"""Spell an acronym out where the text first uses it, or take its letters or its words away."""

from __future__ import annotations

import re

from plainspeak.acronyms import Explanation, LedgerEntry
from plainspeak.document import Span
from plainspeak.findings import BlockSpan, Edit, Suggestion
from plainspeak.glossary import Meaning
from plainspeak.language.inflection import inflect
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import swap

__all__ = ["aside_of", "spelling_out", "spelt_out", "with_letters"]

_POSSESSIVE = re.compile(r"['\u2019]s\b")
_BEFORE_ASIDE = re.compile(r"\s*[(\[]\s*(?:the\s+)?[\"'\u2018\u201c]?$")
_AFTER_ASIDE = re.compile(r"[\"'\u2019\u201d]?\s*[)\]]")


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
    return with_letters(entry, meaning.expansion or "", facts, reason=meaning.text)


def with_letters(entry: LedgerEntry, expansion: str, facts: DocumentFacts, *, reason: str = "") -> Suggestion:
    """Return the suggestion to write some words at the first use, in the right case and number.

    Args:
        entry: the acronym.
        expansion: what it stands for, in the singular, as it stands inside a sentence.
        facts: of the document.
        reason: what the acronym means.
    """
    first = entry.uses[0]
    text = facts.blocks[first.block].text
    words = spelt_out(entry, expansion, text[first.span.start : first.span.end])
    possessive = _POSSESSIVE.match(text, first.span.end)
    if possessive and words.endswith(")"):
        # "the integrated care board's (ICB's) plan"
        long, _, letters = words.rpartition(" (")
        words = f"{long}{possessive[0]} ({letters[:-1]}{possessive[0]})"
        first = BlockSpan(first.block, Span(first.span.start, possessive.end()))
    if facts.starts_sentence(first):
        words = words[:1].upper() + words[1:]
    return swap(text, first, words, reason=reason)


def aside_of(explanation: Explanation, facts: DocumentFacts) -> Edit | None:
    """Return the edit that takes away what stands in brackets in an explanation, with the space before it.

    That is the letters in "integrated care board (ICB)", and the words in "ICB (integrated care board)". ``None`` where
    the two are joined in another way, or the brackets hold more.
    """
    if explanation.words_at is None:
        return None
    spans = sorted((explanation.at.span, explanation.words_at.span))
    text = facts.blocks[explanation.at.block].text
    before = _BEFORE_ASIDE.search(text, spans[0].end, spans[1].start)
    after = _AFTER_ASIDE.match(text, spans[1].end)
    if before is None or after is None or before.start() != spans[0].end:
        return None
    return Edit(BlockSpan(explanation.at.block, Span(before.start(), after.end())), "")
