"""The rule ``noun-string``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from plainspeak.document import Block, Kind, Span
from plainspeak.findings import Finding, Severity
from plainspeak.glossary.grammar import word_list
from plainspeak.language import TaggedSentence, Token
from plainspeak.language.inflection import inflect
from plainspeak.rules.base import GrammarRule
from plainspeak.rules.facts import BlockFacts
from plainspeak.rules.wording import quoted

__all__ = ["NounString", "NounStringOptions"]

_ID = "noun-string"
_PROSE = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.NOTE})
_NOUN = frozenset({"NN", "NNS"})
_NAME = frozenset({"NNP", "NNPS"})
_BEFORE_NOUN = frozenset({"DT", "IN", "JJ", "NN", "NNS", "POS", "PRP$"})
_MOST_NOUNS = 9
"""More in a row are a list or a table that has lost its marks."""
_MOST_IN_ONE = 4
"""Words of the longest entry of ``one-noun``."""


@dataclass(frozen=True, slots=True)
class NounStringOptions:
    """Options of ``noun-string``."""

    min_nouns: int = 4
    """How many nouns in a row make a string."""


class NounString(GrammarRule):
    """Flag four or more nouns in a row.

    Why it matters: a string of nouns leaves out the small words that say what belongs to what. The reader has to guess.
    What to do instead: begin with the last noun, and put back “of”, “for” or “to”.

    Examples:
        We are writing a patient transport improvement plan.
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noun-string

        We are writing a plan to improve transport for patients. The care home staff came.

        with min-nouns: 3
        The hospital planning team met.
            ^^^^^^^^^^^^^^^^^^^^^^ noun-string
    """

    id = _ID
    severity: ClassVar[Severity] = Severity.INFORMATION
    options_type = NounStringOptions

    @property
    def _least(self) -> int:
        return self.options.min_nouns  # type: ignore[attr-defined, no-any-return]

    def concerns(self, block: Block, words: Sequence[str]) -> bool:
        """Tell whether so many words stand together that may be nouns. Only prose is looked at."""
        if block.kind not in _PROSE or len(words) < self._least:
            return False
        together = 0
        for word in words:
            together = 0 if _breaks(word) else together + 1
            if together == self._least:
                return True
        return False

    def check(self, block: Block, facts: BlockFacts) -> Iterator[Finding]:
        """Yield a finding for each string of nouns, a term of the glossary counting as one noun."""
        terms = [each.span for each in facts.mentions if each.term.entry == "term" and not each.term.everyday]
        for finding in super().check(block, facts):
            if finding.at is None or _words(block.text, finding.at.span, terms) >= self._least:
                yield finding

    def check_sentence(self, block: Block, sentence: TaggedSentence) -> Iterator[Finding]:
        """Yield a finding for each string of nouns in one sentence."""
        tokens = sentence.tokens
        for start, end in _strings(tokens):
            number = _number(tokens[start:end])
            if not self._least <= number <= _MOST_NOUNS or tokens[end - 1].lower in word_list(_ID, "conditions"):
                continue
            if start and tokens[start - 1].lower in word_list(_ID, "joined"):
                start -= 1
            span = Span(tokens[start].span.start, tokens[end - 1].span.end)
            written = block.text[span.start : span.end]
            yield self.finding(
                f"{quoted(written)} has {number} nouns in a row: begin with {quoted(tokens[end - 1].lower)}, "
                "and join the others with “of”, “for” or “to”.",
                self.spot(span),
                text=written,
                confidence=0.8,
            )


def _breaks(word: str) -> bool:
    """Tell whether a word or mark, in small letters, can't be part of a string of nouns."""
    return word in word_list(_ID, "breaks") or word.endswith(("ly", "ed")) or not word[0].isalpha()


def _strings(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where each run of nouns begins and ends. Names are none, nor is what stands beside a name."""
    start = 0
    for index in range(len(tokens) + 1):
        if index < len(tokens) and (_is_noun(tokens, index) or (start < index and _is_inside(tokens, index))):
            continue
        if start < index and not any(_is_name(tokens, beside) for beside in (start - 1, index)):
            yield _without_verbs(tokens, start, index)
        start = index + 1


def _is_noun(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word is a noun and no name: all of it is in small letters, but for the first of a sentence."""
    token = tokens[index]
    if _breaks(token.lower) or (token.tag not in _NOUN and token.lower not in word_list(_ID, "nouns")):
        return False
    small = token.text if index else token.text[0].lower() + token.text[1:]
    return small.islower() and small.replace("-", "").isalpha()


def _is_inside(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether an adjective or a word in "-ing" after a noun belongs to the noun that follows it.

    It doesn't after a plural ("offer patients digital tools"), nor "-ing" after those who do it ("the team planning").
    """
    word, before = tokens[index].text, tokens[index - 1]
    if before.tag != "NN" or index + 1 == len(tokens) or not _is_noun(tokens, index + 1):
        return False
    if word in word_list(_ID, "ing-nouns"):
        return before.lower not in word_list(_ID, "doers")
    return word in word_list(_ID, "inside") and before.lower not in word_list(_ID, "people")


def _is_name(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a name is at a place, letters such as "NHS" aside."""
    return 0 < index < len(tokens) and tokens[index].tag in _NAME and not tokens[index].text.isupper()


def _without_verbs(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Leave out a noun at either end that may be a verb, and one that belongs to the word before."""
    verbs = word_list(_ID, "verbs-too")
    first, before = tokens[start].lower, tokens[start - 1] if start else None
    if first in verbs:
        start += before is None or before.tag not in _BEFORE_NOUN
    elif before is not None:
        start += f"{before.lower} {first}" in word_list(_ID, "phrases")
    if end > start and tokens[end - 1].lower in verbs:
        end -= 1
    return start, end


def _number(tokens: Sequence[Token]) -> int:
    """Return how many nouns there are, each name of several words counting as one. Adjectives don't count."""
    words = [token.lower for token in tokens]
    index = number = 0
    while index < len(words):
        lengths = range(min(_MOST_IN_ONE, len(words) - index), 1, -1)
        length = next((length for length in lengths if " ".join(words[index : index + length]) in _one_nouns()), 1)
        number += length > 1 or words[index] not in word_list(_ID, "inside")
        index += length
    return number


def _words(text: str, span: Span, terms: Sequence[Span]) -> int:
    """Return how many words a string has without its adjectives, each term of the glossary counting as one."""
    inside = [term for term in terms if span.start <= term.start and term.end <= span.end]
    return _counted(text, span) - sum(max(0, _counted(text, term) - 1) for term in inside)


def _counted(text: str, span: Span) -> int:
    adjectives = word_list(_ID, "inside")
    return sum(word not in adjectives for word in text[span.start : span.end].split())


@cache
def _one_nouns() -> frozenset[str]:
    """The nouns of several words, singular and plural."""
    singular = word_list(_ID, "one-noun")
    return singular | {inflect(words, "NNS") for words in singular}
