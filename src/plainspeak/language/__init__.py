"""Words, sentences and parts of speech of English text. Importing this package does not import spaCy."""

from plainspeak.language.analysis import AnalysedBlock, Sentence, TaggedSentence, Token, analyse_words
from plainspeak.language.english import is_english
from plainspeak.language.tagging import Tagger, load_tagger, tag_sentences
from plainspeak.language.vocabulary import is_ordinary_word

__all__ = [
    "AnalysedBlock",
    "Sentence",
    "TaggedSentence",
    "Tagger",
    "Token",
    "analyse_words",
    "is_english",
    "is_ordinary_word",
    "load_tagger",
    "tag_sentences",
]
