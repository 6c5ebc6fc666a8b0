"""One block, split into words and sentences; and those sentences whose words have been tagged."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.document import Block, Span
from plainspeak.language.sentences import sentence_spans, sentence_token_ranges
from plainspeak.language.words import tokenize, with_plain_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["AnalysedBlock", "Sentence", "TaggedSentence", "Token", "analyse_words", "with_tags"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span in the block's text, in characters, and its words without marks."""

    span: Span
    words: tuple[str, ...]
    tokens: range
    """Which words and marks of the block it has."""

    def of(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of a block's words and marks that are the sentence's."""
        return words[self.tokens.start : self.tokens.stop]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a tagged sentence."""

    text: str
    """As it is written, but with straight quotation marks and apostrophes."""
    lower: str
    """The same in small letters."""
    tag: str
    """Its part of speech as a Penn Treebank tag, such as ``NN`` or ``VBD``."""
    span: Span
    """Where it is in the block's text, in characters."""


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """A sentence whose words have their parts of speech."""

    span: Span
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class AnalysedBlock:
    """A block with its words and sentences; what every rule that looks at one block gets."""

    block: Block
    words: tuple[str, ...]
    """Its words and marks, with plain quotation marks."""
    lower: tuple[str, ...]
    """The same in small letters."""
    offsets: tuple[int, ...]
    """Where each begins, in characters."""
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The block's clean prose."""
        return self.block.text

    def word_before(self, offset: int) -> str:
        """Return the word or mark before the one at an offset, in small letters; nothing before the first."""
        index = bisect_left(self.offsets, offset)
        return self.lower[index - 1] if index else ""


def analyse_words(block: Block) -> AnalysedBlock:
    """Split a block into words and sentences. A block always has at least one sentence."""
    doc = tokenize(block.text)
    text = with_plain_marks(block.text)
    # Much quicker than to ask each token in turn.
    places = doc.to_array(["IDX", "LENGTH"]).tolist() if len(doc) else []
    offsets = tuple(start for start, _ in places)
    tokens = tuple(text[start : start + length] for start, length in places)
    ranges = sentence_token_ranges(tokens, offsets)
    spans = sentence_spans(offsets, tokens, ranges)
    sentences = tuple(
        Sentence(span, tuple(token for token in tokens[start:end] if _is_word(token)), range(start, end))
        for span, (start, end) in zip(spans, ranges, strict=True)
    )
    return AnalysedBlock(block, tokens, tuple(map(str.lower, tokens)), offsets, sentences)


def with_tags(block: AnalysedBlock, sentence: Sentence, tags: Sequence[str]) -> TaggedSentence:
    """Return a sentence of a block with the tags of its words and marks, one for each."""
    tokens = []
    for index, tag in zip(sentence.tokens, tags, strict=True):
        text, start = block.words[index], block.offsets[index]
        tokens.append(Token(text, block.lower[index], tag, Span(start, start + len(text))))
    return TaggedSentence(sentence.span, tuple(tokens))


def _is_word(token: str) -> bool:
    """Tell whether a token is a word or a number: it has a letter or digit and isn't the ending "'s"."""
    if token.isalnum():
        return True
    return token[0] != "'" and any(character.isalnum() for character in token)
