"""Words that a writer may be about to write: terms of the glossary, the words of letters, and plain words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from plainspeak.glossary import Glossary, Term
from plainspeak.rules.wording import quoted

__all__ = ["Completions", "Offer"]

_FEWEST_CHARACTERS = 3
_FEWEST_CAPITALS = 2
_MOST_OFFERS = 30
_MOST_PLAIN_WORDS = 3
_WORD = re.compile(r"[\w&'\u2019-]+")
_MOST_WORDS = 4


class Offer(NamedTuple):
    """Words to put in, in place of what is typed so far."""

    text: str
    typed: str
    """What the writer types to get it."""
    start: int
    """The column at which what is typed so far begins, in code points."""
    detail: str
    term: Term


class Completions:
    """Finds what begins with what is typed."""

    def __init__(self, glossary: Glossary) -> None:
        self._words = _Sorted({term.headword.lower(): term for term in glossary if term.entry != "acronym"})
        self._letters = _Sorted({term.acronym: term for term in glossary if term.acronym})

    def offers(self, typed: str, explained: frozenset[str]) -> list[Offer]:
        """Return what to offer at the end of what is typed in a line, the likeliest first.

        Args:
            typed: the line up to the caret.
            explained: letters that the text explains already.
        """
        words = list(_WORD.finditer(typed))
        if not words or words[-1].end() != len(typed):
            return []
        found = self._of_letters(words[-1][0], words[-1].start(), explained)
        # "Integrated care" is nearer to what is meant than "care".
        for word in words[-_MOST_WORDS:]:
            found += self._of_words(typed[word.start() :], word.start())
        return list({(each.text, each.typed): each for each in found}.values())[:_MOST_OFFERS]

    def _of_letters(self, typed: str, start: int, explained: frozenset[str]) -> list[Offer]:
        if len(typed) < _FEWEST_CAPITALS or not typed.isupper():
            return []
        return [
            Offer(f"{meaning.expansion} ({letters})", letters, start, "spelt out, as at the first use", term)
            for letters, term in self._letters.beginning_with(typed)
            if letters not in explained and not term.known_to_everyone
            for meaning in term.meanings
            if meaning.expansion
        ]

    def _of_words(self, typed: str, start: int) -> list[Offer]:
        if len(typed) < _FEWEST_CHARACTERS:
            return []
        offers = []
        for words, term in self._words.beginning_with(typed.lower()):
            for plain in term.instead[:_MOST_PLAIN_WORDS]:
                offers.append(Offer(_as_typed(plain, typed), words, start, f"instead of {quoted(words)}", term))
            if term.explains and not term.instead:
                offers.append(Offer(_as_typed(term.headword, typed), words, start, term.gloss or "", term))
        return offers


class _Sorted:
    """Entries of a glossary by their words or letters, searched by how these begin."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._keys: Sequence[str] = sorted(terms)
        self._terms = terms

    def beginning_with(self, prefix: str) -> Iterator[tuple[str, Term]]:
        at = bisect_left(self._keys, prefix)
        for key in islice(self._keys, at, at + _MOST_OFFERS):
            if not key.startswith(prefix):
                return
            yield key, self._terms[key]


def _as_typed(words: str, typed: str) -> str:
    """Return words with a capital where the writer typed one."""
    return words[:1].upper() + words[1:] if typed[:1].isupper() else words
