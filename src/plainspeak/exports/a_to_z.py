"""The glossary as a page from A to Z, for the public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plainspeak.exports.explanations import choice, credit, explanation
from plainspeak.exports.page import Entry, Page, by_letter
from plainspeak.glossary import Term

__all__ = ["a_to_z", "for_readers"]

_TITLE = "Words used in health and care"


def for_readers(terms: Iterable[Term]) -> list[Term]:
    """Return the terms that explain something: letters, jargon, special meanings and clinical words."""
    return [term for term in terms if term.entry == "acronym" or term.explains]


def a_to_z(terms: Iterable[Term]) -> Page:
    """Return the page for some terms. What explains nothing, such as a wordy phrase, is left out."""
    told = for_readers(terms)
    headwords = {term.headword for term in told}
    entries = [_entry(term) for term in told]
    # Who meets only the letters looks for the letters.
    entries += [
        Entry(term.acronym, (), see=(term.headword,)) for term in told if term.acronym and term.acronym not in headwords
    ]
    known = {entry.name for entry in entries}
    entries = [replace(entry, see=tuple(name for name in entry.see if name in known)) for entry in entries]
    introduction = ("This page says what the short forms and special words in health and care papers mean.",)
    return Page(_TITLE, introduction, by_letter(entries), credit(told))


def _entry(term: Term) -> Entry:
    if len(term.meanings) > 1:
        return Entry(
            term.headword, ("It can mean several things:",), choices=tuple(map(choice, term.meanings)), see=term.see
        )
    meaning = term.meanings[0]
    lines = explanation(term, meaning)
    if term.entry == "acronym":
        return Entry(term.headword, lines, stands_for=meaning.expansion or "", see=term.see)
    letters = (f"Short form: {term.acronym}.",) if term.acronym else ()
    return Entry(term.headword, lines + letters, see=term.see)
