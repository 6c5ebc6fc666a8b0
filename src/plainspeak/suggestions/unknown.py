"""Find the letters and words of some papers that the glossary doesn't have, the most widespread first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from plainspeak.acronyms import same_expansion
from plainspeak.document import Block, Document, Kind, Span
from plainspeak.findings import BlockSpan
from plainspeak.glossary import Glossary
from plainspeak.glossary.matcher import TermMatcher
from plainspeak.language import analyse_words, load_tagger, tag_sentences
from plainspeak.report import Report
from plainspeak.suggestions.phrases import base_words, is_rare_word, may_be_a_term, phrases

__all__ = ["Unknown", "unknown_letters", "unknown_words"]

_PROSE = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.NOTE, Kind.QUOTE, Kind.CELL})
# In several papers, and if there is only one.
_LEAST_USES_OF_LETTERS = 2, 3
_LEAST_USES_OF_WORDS = 3, 6
_LEAST_TOGETHER = 0.02
"""How much the words of a term go together: 1 if none is ever used without the others."""
_MOSTLY = 0.6
_LOOKED_AT = 5
"""Uses of letters from which an example is chosen."""
_ENOUGH_WORDS = 5
_EITHER_SIDE = 60
"""Characters of an example before and after."""


@dataclass(slots=True)
class Unknown:
    """Letters or words that the glossary doesn't have, and where papers use them."""

    name: str
    uses: Counter[str] = field(default_factory=Counter)
    """How often each paper uses it."""
    expansions: list[str] = field(default_factory=list)
    """What the papers say that letters stand for: each meaning once."""
    example: str = ""
    """The words round one use."""

    @property
    def rank(self) -> tuple[int, int, str]:
        """What to sort by: first what is in most papers, then what is used most."""
        return -len(self.uses), -self.uses.total(), self.name


def unknown_letters(reports: Iterable[Report]) -> list[Unknown]:
    """Return the letters of some papers that the glossary doesn't know.

    What a paper itself spells out counts from its first use, other letters if they stand in several papers, or at
    least three times.
    """
    found: dict[str, Unknown] = {}
    for report in reports:
        for entry in report.acronyms:
            if entry.term is not None:
                continue
            unknown = found.setdefault(entry.form, Unknown(entry.form))
            unknown.uses[report.name] += len(entry.uses)
            for each in entry.explanations:
                _add_expansion(unknown.expansions, each.expansion)
            places = [*(each.at for each in entry.explanations), *entry.uses[:_LOOKED_AT]]
            # A cell that holds nothing but the letters shows nothing.
            unknown.example = max([unknown.example, *(_example(report.document, at) for at in places)], key=_told)
    kept = (each for each in found.values() if each.expansions or _is_frequent(each, _LEAST_USES_OF_LETTERS))
    return sorted(kept, key=lambda each: each.rank)


def _add_expansion(expansions: list[str], new: str) -> None:
    """Add what letters stand for to what is known, once, and in small letters if it is written so anywhere."""
    for index, known in enumerate(expansions):
        if same_expansion(new, known):
            expansions[index] = max(known, new, key=lambda each: sum(map(str.islower, each)) / len(each))
            return
    expansions.append(new)


def _told(example: str) -> int:
    """Return how well an example shows a use: of those with enough words, the first is as good as any."""
    return min(len(example.split()), _ENOUGH_WORDS)


def unknown_words(documents: Sequence[Document], glossary: Glossary) -> list[Unknown]:
    """Return nouns and phrases of some papers that may be jargon and that the glossary doesn't have.

    They are used in several papers or often in one, and either are in no dictionary or are words that seldom stand
    apart. This is a guess, for a person to choose from.
    """
    found: dict[str, Unknown] = {}
    first: dict[str, tuple[Document, BlockSpan]] = {}
    words: Counter[str] = Counter()
    for document in documents:
        for at, phrase in _phrases(document, words):
            found.setdefault(phrase, Unknown(phrase)).uses[document.name] += 1
            first.setdefault(phrase, (document, at))
    frequent = {phrase: each for phrase, each in found.items() if _is_frequent(each, _LEAST_USES_OF_WORDS)}
    longest = _most_used_longer(frequent.values())
    matcher = TermMatcher(glossary)
    # The words of known letters are plain enough, or they would be a term.
    spelt = {meaning.expansion.casefold() for term in glossary for meaning in term.meanings if meaning.expansion}
    kept = [
        each
        for phrase, each in frequent.items()
        if phrase not in spelt
        and _may_be_jargon(phrase, each.uses.total(), words)
        and longest[phrase] < _MOSTLY * each.uses.total()
        and not matcher.find(analyse_words(Block(Kind.PARAGRAPH, phrase)))
    ]
    for each in kept:
        each.example = _example(*first[each.name])
    return sorted(kept, key=lambda each: each.rank)


def _phrases(document: Document, words: Counter[str]) -> Iterator[tuple[BlockSpan, str]]:
    """Yield the phrases of a document with the places where they are used, and count all its words."""
    analysed = {
        index: analyse_words(block)
        for index, block in enumerate(document.blocks)
        if block.checked and block.kind in _PROSE
    }
    wanted = [(index, sentence) for index, block in analysed.items() for sentence in block.sentences]
    tagged = tag_sentences(load_tagger(), [(analysed[index], sentence) for index, sentence in wanted])
    for (index, _), sentence in zip(wanted, tagged, strict=True):
        words.update(base_words(sentence))
        for phrase, span in phrases(sentence):
            yield BlockSpan(index, span), phrase


def _is_frequent(unknown: Unknown, least: tuple[int, int]) -> bool:
    return unknown.uses.total() >= least[len(unknown.uses) == 1]


def _may_be_jargon(phrase: str, uses: int, words: Counter[str]) -> bool:
    parts = phrase.split()
    if len(parts) == 1:
        return is_rare_word(phrase)
    together = len(parts) * uses / max(1, sum(words[part] for part in parts))
    return may_be_a_term(phrase) and together >= _LEAST_TOGETHER


def _most_used_longer(unknown: Iterable[Unknown]) -> Counter[str]:
    """Return how often the most used longer phrase is used that holds a phrase."""
    most: Counter[str] = Counter()
    for each in unknown:
        parts = each.name.split()
        for start in range(len(parts)):
            for end in range(start + 1, len(parts) + 1):
                inner = " ".join(parts[start:end])
                if inner != each.name:
                    most[inner] = max(most[inner], each.uses.total())
    return most


def _example(document: Document, at: BlockSpan) -> str:
    """Return the words round a place, cut from its sentence."""
    block: Block = document.blocks[at.block]
    sentences = [each.span for each in analyse_words(block).sentences]
    around = next((each for each in sentences if each.start <= at.span.start < each.end), Span(0, len(block.text)))
    start = max(around.start, at.span.start - _EITHER_SIDE)
    end = min(around.end, at.span.end + _EITHER_SIDE)
    before, after = block.text[start : at.span.start], block.text[at.span.end : end]
    if start > around.start:
        before = "\u2026" + re.sub(r"^\S*\s", "", before)
    if end < around.end:
        after = re.sub(r"\s\S*$", "", after) + "\u2026"
    return before + block.text[at.span.start : at.span.end] + after
