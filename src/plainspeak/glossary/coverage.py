"""How much a glossary holds, part by part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plainspeak.glossary.model import Glossary, Meaning, Term

__all__ = ["Part", "coverage"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a glossary."""

    name: str
    count: int
    checked: int
    """How many have a source that somebody read."""


_PARTS: tuple[tuple[str, Callable[[Term], bool]], ...] = (
    ("jargon terms", lambda term: term.entry == "term" and term.rule == "jargon"),
    ("everyday words with a special meaning", lambda term: term.rule == "special-meaning"),
    ("clinical words", lambda term: term.rule == "clinical-term"),
    ("plain wording", lambda term: term.rule in ("wordy-phrase", "latin")),
    ("power language", lambda term: term.rule == "power-language"),
)


def coverage(glossary: Glossary) -> list[Part]:
    """Return how many entries of each kind a glossary has.

    An entry may be part of more than one: "integrated care board (ICB)" is an acronym and a term. Other spellings of
    the same letters don't count.
    """
    acronyms = [term for term in glossary if term.acronym]
    changed = [meaning for term in glossary for meaning in term.meanings if meaning.status != "current"]
    return [
        _of_terms("acronyms", acronyms),
        _of_meanings("meanings of acronyms", [meaning for term in acronyms for meaning in term.meanings]),
        *(_of_terms(name, [term for term in glossary if belongs(term)]) for name, belongs in _PARTS),
        _of_meanings("ended, renamed or announced", changed),
    ]


def _of_terms(name: str, terms: list[Term]) -> Part:
    return Part(name, len(terms), sum(map(_is_checked, terms)))


def _of_meanings(name: str, meanings: list[Meaning]) -> Part:
    return Part(name, len(meanings), sum(meaning.checked is not None for meaning in meanings))


def _is_checked(term: Term) -> bool:
    return any(meaning.checked for meaning in term.meanings)
