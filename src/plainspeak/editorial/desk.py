"""What a check of an entry has at hand: the whole glossary, the sources, and ways to take an entry apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plainspeak.acronyms import AcronymFacts
from plainspeak.document import Block, Kind
from plainspeak.glossary import Glossary, Mention, Source, Term
from plainspeak.glossary.matcher import TermMatcher
from plainspeak.language import analyse_words, load_tagger
from plainspeak.readability import combine, reading_facts

__all__ = ["Desk", "count_words", "explanations", "offers", "prose", "reading_age"]

_ENOUGH = 10
"""Times that a text is counted: formulas want more words than an explanation has, and repeats don't change them."""


@dataclass(frozen=True)
class Desk:
    """The glossary that an entry belongs to, and where its facts were read."""

    glossary: Glossary
    sources: Mapping[str, Source]

    @cached_property
    def _matcher(self) -> TermMatcher:
        return TermMatcher(self.glossary)

    def mentions(self, text: str) -> list[Mention]:
        """Return the glossary's terms and wording in a text, quotations left out."""
        return [
            mention for mention in self._matcher.find(analyse_words(Block(Kind.PARAGRAPH, text))) if not mention.quoted
        ]

    def tags(self, sentence: Sequence[str]) -> tuple[str, ...]:
        """Return the parts of speech of a sentence's words, as Penn Treebank tags."""
        return load_tagger().tag([sentence])[0]


def explanations(term: Term) -> list[str]:
    """Return what an entry says that something means."""
    return [meaning.text for meaning in term.meanings if meaning.text]


def offers(term: Term) -> list[str]:
    """Return the words that may be pasted into a document for an entry."""
    forms = (*term.forms, *term.only_in)
    return [*term.instead, *(words for form in forms for words in form.replacements)]


def prose(term: Term) -> list[str]:
    """Return everything that an entry says to the reader of a finding."""
    said = [*explanations(term), *offers(term), term.gloss, term.advice, term.why, term.everyday]
    return [text for text in said if text]


def count_words(text: str) -> int:
    """Count words as a person would: what stands between spaces and has a letter or figure."""
    return sum(any(character.isalnum() for character in word) for word in text.split())


def reading_age(text: str) -> int | None:
    """Return the age in years at which a typical reader manages a text, however short it is."""
    block = analyse_words(Block(Kind.PARAGRAPH, text))
    facts = reading_facts(block.block, block.sentences, AcronymFacts())
    return combine([facts] * _ENOUGH, {}).reading_age
