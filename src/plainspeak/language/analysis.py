"""One block, split into words and sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.document import Block, Span
from plainspeak.language.sentences import sentence_spans, sentence_token_ranges
from plainspeak.language.words import tokenize

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["AnalysedBlock", "Sentence", "analyse_words"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span in the block's text, in characters, and its words without marks."""

    span: Span
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnalysedBlock:
    """A block with its words (as spaCy's ``Doc``) and sentences; what every rule that looks at one block gets."""

    block: Block
    doc: Doc
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The block's clean prose."""
        return self.block.text


def analyse_words(block: Block) -> AnalysedBlock:
    """Split a block into words and sentences. A block always has at least one sentence."""
    doc = tokenize(block.text)
    tokens = [token.text for token in doc]
    offsets = [token.idx for token in doc]
    ranges = sentence_token_ranges(tokens, offsets)
    spans = sentence_spans(offsets, tokens, ranges)
    sentences = tuple(
        Sentence(span, tuple(token for token in tokens[start:end] if _is_word(token)))
        for span, (start, end) in zip(spans, ranges, strict=True)
    )
    return AnalysedBlock(block, doc, sentences)


def _is_word(token: str) -> bool:
    """Tell whether a token is a word or a number: it has a letter or digit and isn't the ending "'s"."""
    if token.isalnum():
        return True
    return token[0] != "'" and any(character.isalnum() for character in token)
