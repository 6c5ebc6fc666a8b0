"""The word lists of the rule ``buried-verb``, with each form of their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from plainspeak.glossary.grammar import word_list, word_map
from plainspeak.language.inflection import inflect

__all__ = ["BEFORE_VERB", "EmptyVerb", "buried_nouns", "buried_pairs", "empty_forms", "empty_words", "turned_nouns"]

BEFORE_VERB = " do"
"""Ends the entry of a noun whose "to" is that of a verb: "attempt to do"."""
_ID = "buried-verb"
_VERB_TAGS = ("VB", "VBZ", "VBG", "VBD", "VBN")


@dataclass(frozen=True, slots=True)
class EmptyVerb:
    """A form of an empty verb: which base under which tags, and the nouns that go with it."""

    base: str
    tags: tuple[str, ...]
    nouns: str


@cache
def empty_forms() -> Mapping[str, EmptyVerb]:
    """The forms of the empty verbs."""
    found: dict[str, EmptyVerb] = {}
    for base, nouns in word_map(_ID, "empty").items():
        for tag in _VERB_TAGS:
            form = inflect(base, tag)
            tags = found[form].tags if form in found else ()
            found[form] = EmptyVerb(base, (*tags, tag), nouns)
    return found


@cache
def empty_words() -> frozenset[str]:
    """The last word of each form of the empty verbs."""
    return frozenset(form.rpartition(" ")[2] for form in empty_forms())


@cache
def buried_nouns(name: str) -> Mapping[tuple[str, str], str]:
    """The nouns that go with an empty verb, singular and plural, each with the word after it, and their verbs."""
    found = {}
    for entry, verb in word_map(_ID, name).items():
        noun, _, preposition = entry.partition(" ")
        found[noun, preposition] = verb
        if noun not in word_list(_ID, "singular-only"):
            found[inflect(noun, "NNS"), preposition] = verb
    return found


@cache
def buried_pairs() -> frozenset[tuple[str, str]]:
    """All those nouns, each with the word after it."""
    lists = set(word_map(_ID, "empty").values())
    return frozenset(
        (noun, preposition.removesuffix(BEFORE_VERB)) for name in lists for noun, preposition in buried_nouns(name)
    )


@cache
def turned_nouns() -> frozenset[str]:
    """The nouns that are looked for before an empty verb in the passive too, singular and plural."""
    singular = word_list(_ID, "turned")
    return singular | {inflect(noun, "NNS") for noun in singular}
