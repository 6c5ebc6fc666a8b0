"""Words and sentences of English text. Importing this package does not import spaCy."""

from plainspeak.language.analysis import AnalysedBlock, Sentence, analyse_words
from plainspeak.language.vocabulary import is_ordinary_word

__all__ = ["AnalysedBlock", "Sentence", "analyse_words", "is_ordinary_word"]
