"""The same sentence as others would write or split it, so that the tagger doesn't depend on one habit.

The treebank splits "well-known" and "don't"; plainspeak's own words do not. Papers have curly quotation marks, and
headings in capitals.
"""

from __future__ import annotations

from corpora import Tagged

__all__ = ["in_capitals", "joined", "with_colons", "with_curly_marks"]

_ENDINGS = frozenset(
    ending.replace("'", mark) for ending in ("n't", "'re", "'ve", "'ll", "'m", "'d") for mark in ("'", "\u2019")
) | {"not"}
_LIKE_COLONS = frozenset({"\u2013", "\u2014", "--", ";"})
_OF_ENDINGS = frozenset({"RB", "VBP", "VBD", "MD", "VBZ"})
_PARTICLES = frozenset({"RP", "RB", "IN"})


def joined(sentence: Tagged) -> Tagged:
    """Return a sentence with hyphenated words and contractions whole, each with the tag that it has as one word.

    A contraction has the tag of its first half. A hyphenated word has the tag of its last part, unless it describes: a
    participle or a noun before a noun makes an adjective ("a patient-centred plan", "a long-term condition").
    """
    words, spaces, tags = [], [], []
    start, count = 0, len(sentence.words)
    while start < count:
        end = start + 1
        while end < count and _belongs(sentence, start, end):
            end += 1
        words.append("".join(sentence.words[start:end]))
        spaces.append(sentence.spaces[end - 1])
        tags.append(_tag(sentence, start, end))
        start = end
    return Tagged(words, spaces, tags)


def _belongs(sentence: Tagged, start: int, index: int) -> bool:
    """Tell whether the word at ``index`` is part of the one that begins at ``start``."""
    if sentence.spaces[index - 1]:
        return False
    if sentence.tags[index] == "HYPH":
        more = index + 1 < len(sentence.words) and not sentence.spaces[index]
        return more and sentence.words[index + 1][0].isalnum()
    if sentence.tags[index - 1] == "HYPH":
        return index - 1 > start
    return sentence.words[index].lower() in _ENDINGS and sentence.tags[index] in _OF_ENDINGS


def _tag(sentence: Tagged, start: int, end: int) -> str:
    tags = sentence.tags[start:end]
    if "HYPH" not in tags or len(tags) == 1:
        return tags[0]
    last = tags[-1]
    following = sentence.tags[end] if end < len(sentence.tags) else ""
    before_noun = following in ("NN", "NNS")
    if last in ("VBN", "VBD", "VBG", "JJ") or (before_noun and last in _PARTICLES | {"NN", "CD"}):
        return "JJ"
    return "NN" if last in _PARTICLES else last


def with_colons(sentence: Tagged) -> Tagged:
    """Return a sentence in which dashes and semicolons have the colon's tag.

    So they have in other treebanks and in the guidelines of the Penn Treebank. EWT gives most of them the comma's.
    """
    tags = [
        ":" if word in _LIKE_COLONS and tag == "," else tag
        for word, tag in zip(sentence.words, sentence.tags, strict=True)
    ]
    return Tagged(sentence.words, sentence.spaces, tags)


def with_curly_marks(sentence: Tagged) -> Tagged:
    """Return a sentence with curly quotation marks and apostrophes."""
    words = []
    for word, tag in zip(sentence.words, sentence.tags, strict=True):
        if word == '"':
            words.append("\u201c" if tag == "``" else "\u201d")
        elif word == "'":
            words.append("\u2018" if tag == "``" else "\u2019")
        else:
            words.append(word.replace("'", "\u2019"))
    return Tagged(words, sentence.spaces, sentence.tags)


def in_capitals(sentence: Tagged) -> Tagged:
    """Return a sentence as a heading in capitals has it."""
    return Tagged([word.upper() for word in sentence.words], sentence.spaces, sentence.tags)
