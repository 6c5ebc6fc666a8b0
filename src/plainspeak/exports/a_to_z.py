"""The glossary as a page from A to Z, for the public."""

from __future__ import annotations

from collections.abc import Iterable

from plainspeak.exports.explanations import choice, credit, explanation
from plainspeak.exports.page import Entry, Page, by_letter
from plainspeak.glossary import Term

__all__ = ["a_to_z", "for_readers"]

_TITLE = "Words used in health and care"


def for_readers(terms: Iterable[Term]) -> list[Term]:
    """Return the terms that explain something: letters, jargon, special meanings and clinical words."""
    return [term for term in terms if term.entry == "acronym" or term.explains]


def a_to_z(terms: Iterable[Term], *, title: str = _TITLE) -> Page:
    """Return the page for some terms. What explains nothing, such as a wordy phrase, is left out."""
    told = for_readers(terms)
    headwords = {term.headword for term in told}
    entries = [_entry(term) for term in told]
    # Who meets only the letters looks for the letters.
    entries += [
        Entry(term.acronym, (), stands_for=term.headword, see=(term.headword,))
        for term in told
        if term.acronym and term.acronym not in headwords
    ]
    introduction = ("This page says what the short forms and special words in health and care papers mean.",)
    return Page(title, introduction, by_letter(entries), credit(told))


def _entry(term: Term) -> Entry:
    see = term.see
    if len(term.meanings) > 1:
        return Entry(
            term.headword, ("It can mean several things:",), choices=tuple(map(choice, term.meanings)), see=see
        )
    meaning = term.meanings[0]
    lines = explanation(term, meaning)
    if term.entry == "acronym":
        return Entry(term.headword, lines, stands_for=meaning.expansion or "", see=see)
    letters = (f"Short form: {term.acronym}.",) if term.acronym else ()
    return Entry(term.headword, lines + letters, see=see)
