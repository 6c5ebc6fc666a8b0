"""How long the sentences of a paper are, and how long they may be."""

from __future__ import annotations

from plainspeak.config import Config, RuleSetting
from plainspeak.document import Document
from plainspeak.language import analyse_words
from plainspeak.rules.long_sentence import LongSentence, LongSentenceOptions

__all__ = ["most_words", "sentence_lengths"]


def sentence_lengths(document: Document) -> tuple[int, ...]:
    """Return how many words each sentence of the running text has; headings, tables and notes don't count."""
    return tuple(
        len(sentence.words)
        for block in document.blocks
        if block.checked and block.kind.running_text
        for sentence in analyse_words(block).sentences
        if sentence.words
    )


def most_words(config: Config) -> int:
    """Return the most words that a sentence may have without a finding."""
    setting = config.rules.get(LongSentence.id, RuleSetting())
    return LongSentenceOptions(**setting.options).max_words
