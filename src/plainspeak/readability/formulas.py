"""The published readability formulas, as functions of counts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Counts", "dale_chall", "dale_chall_grade", "flesch_kincaid_grade", "flesch_reading_ease", "smog", "total"]

SMOG_SENTENCES = 30
SMOG_FEWEST_SENTENCES = 10


class Counts(NamedTuple):
    """What the formulas need to know of a text. Counts of parts add up to the counts of the whole.

    Args:
        sentences: sentences.
        words: words; a hyphenated word is one.
        syllables: syllables of all words together.
        hard_words: words of three or more syllables, which McLaughlin calls polysyllables.
        unfamiliar_words: words that aren't on Dale and Chall's list.
    """

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    hard_words: int = 0
    unfamiliar_words: int = 0

    def times(self, number: int) -> Counts:
        """Return the counts of a text that stands there so many times."""
        return Counts(*[each * number for each in self])


def total(parts: Sequence[Counts]) -> Counts:
    """Return the counts of texts put together."""
    return Counts(*map(sum, zip(*parts, strict=True)))


def flesch_kincaid_grade(counts: Counts) -> float:
    """Return the Flesch-Kincaid grade: the American school grade at which the text can be read.

    0.39 x words per sentence + 11.8 x syllables per word - 15.59.

    Source: Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas for Navy enlisted
    personnel, Research Branch Report 8-75, Chief of Naval Technical Training.

    Args:
        counts: needs sentences, words and syllables.

    Raises:
        ValueError: there is no sentence or no word.
    """
    return 0.39 * _words_per_sentence(counts) + 11.8 * counts.syllables / counts.words - 15.59


def flesch_reading_ease(counts: Counts) -> float:
    """Return Flesch's reading ease: mostly from 0 (very hard) to 100 (very easy), and not limited to those.

    206.835 - 1.015 x words per sentence - 84.6 x syllables per word.

    Source: Flesch (1948), A new readability yardstick, Journal of Applied Psychology 32(3), 221-233, in the form that
    Kincaid et al. (1975) give.

    Args:
        counts: needs sentences, words and syllables.

    Raises:
        ValueError: there is no sentence or no word.
    """
    return 206.835 - 1.015 * _words_per_sentence(counts) - 84.6 * counts.syllables / counts.words


def smog(counts: Counts) -> float | None:
    """Return the SMOG grade: the years of schooling needed to understand the text fully.

    With 30 sentences or more it is McLaughlin's exact formula, 3.1291 + 1.0430 x the square root of the polysyllables
    in 30 sentences. McLaughlin asks for 30. With 10 to 29 sentences it is the rounder formula that the same paper gives
    for working by hand, 3 + that square root, with the polysyllables scaled to 30 sentences. Fewer are too few to say.

    Source: McLaughlin (1969), SMOG grading: a new readability formula, Journal of Reading 12(8), 639-646.

    Args:
        counts: needs sentences and hard words. Fewer than 10 sentences give None.
    """
    if counts.sentences < SMOG_FEWEST_SENTENCES:
        return None
    root = math.sqrt(SMOG_SENTENCES * counts.hard_words / counts.sentences)
    return 3.1291 + 1.0430 * root if counts.sentences >= SMOG_SENTENCES else 3 + root


def dale_chall(counts: Counts) -> float:
    """Return the Dale-Chall raw score; `dale_chall_grade` turns it into school grades.

    0.1579 x percentage of unfamiliar words + 0.0496 x words per sentence, and 3.6365 more if over 5% of the words are
    unfamiliar. The paper of 1948 adds the 3.6365 to every text; the condition is the usual adjustment since, and with
    it a very easy text gets a lower score.

    Source: Dale and Chall (1948), A formula for predicting readability, Educational Research Bulletin 27, 11-20 and
    37-54.

    Args:
        counts: needs sentences, words and unfamiliar words.

    Raises:
        ValueError: there is no sentence or no word.
    """
    length = _words_per_sentence(counts)
    percentage = 100 * counts.unfamiliar_words / counts.words
    score = 0.1579 * percentage + 0.0496 * length
    return score + 3.6365 if percentage > 5 else score


def dale_chall_grade(score: float) -> float:
    """Return the American school grade that a Dale-Chall raw score stands for, from the paper's own table.

    Each row of the table is a range of grades, of which this is the middle: up to 4.9 is grade 4 (the paper: "4 and
    below"), 5.0 to 5.9 is 5.5 ("5 and 6"), 6.0 to 6.9 is 7.5, 7.0 to 7.9 is 9.5, 8.0 to 8.9 is 11.5, 9.0 to 9.9 is 14
    ("13 to 15, college") and 10 or more is 16 ("16 and above, graduate"). The paper's scores have one decimal; a score
    between two rows, such as 5.96, belongs to the lower.

    Source: Dale and Chall (1948), see `dale_chall`.
    """
    if score < 5:
        return 4.0
    if score >= 10:
        return 16.0
    if score >= 9:
        return 14.0
    return 2 * math.floor(score) - 4.5


def _words_per_sentence(counts: Counts) -> float:
    if not counts.sentences or not counts.words:
        raise ValueError("A readability formula needs at least one sentence and one word.")
    return counts.words / counts.sentences
