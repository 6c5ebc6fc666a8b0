"""The published readability formulas."""

from __future__ import annotations

import importlib
import math
from collections.abc import Callable

import pytest

from plainspeak.readability.classic import classic_formulas
from plainspeak.readability.formulas import (
    Counts,
    dale_chall,
    dale_chall_grade,
    flesch_kincaid_grade,
    flesch_reading_ease,
    smog,
    total,
)


def test_counts_of_parts_add_up() -> None:
    """Add each count to its like."""
    assert total([Counts(1, 10, 15, 2, 3), Counts(2, 20, 25, 4, 5)]) == Counts(3, 30, 40, 6, 8)
    assert Counts(1, 2, 3, 4, 5).times(3) == Counts(3, 6, 9, 12, 15)
    assert total([]) == Counts()


def test_easiest_text_of_one_syllable_words() -> None:
    """Give a one-word sentence of one syllable the limits of both Flesch formulas: 121.22 and -3.4."""
    counts = Counts(sentences=1, words=1, syllables=1)
    assert flesch_reading_ease(counts) == pytest.approx(121.22)
    assert flesch_kincaid_grade(counts) == pytest.approx(-3.40)


def test_a_known_worked_example() -> None:
    """Give "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature" its known 37.5 and 11.3.

    The sentence has 13 words and 24 syllables (the example in Wikipedia's article on reading ease).
    """
    counts = Counts(sentences=1, words=13, syllables=24)
    assert flesch_reading_ease(counts) == pytest.approx(37.5, abs=0.05)
    assert flesch_kincaid_grade(counts) == pytest.approx(11.3, abs=0.05)


def test_smog_of_thirty_sentences_is_the_exact_formula() -> None:
    """Give 64 polysyllables in 30 sentences 3.1291 + 1.0430 x 8."""
    assert smog(Counts(sentences=30, hard_words=64)) == pytest.approx(11.4731)


def test_smog_of_fewer_sentences_is_the_formula_for_working_by_hand() -> None:
    """Scale 10 sentences up to 30 and add 3 to the square root."""
    assert smog(Counts(sentences=10, hard_words=12)) == pytest.approx(9.0)
    assert smog(Counts(sentences=29, hard_words=0)) == pytest.approx(3.0)


def test_smog_of_too_few_sentences_is_unknown() -> None:
    """Say nothing about fewer than 10 sentences."""
    assert smog(Counts(sentences=9, hard_words=9)) is None
    assert smog(Counts()) is None


def test_dale_chall_adds_its_constant_above_five_percent() -> None:
    """Add 3.6365 only if more than 5% of the words are unfamiliar."""
    easy = Counts(sentences=10, words=100, unfamiliar_words=5)
    hard = Counts(sentences=10, words=100, unfamiliar_words=6)
    assert dale_chall(easy) == pytest.approx(0.1579 * 5 + 0.496)
    assert dale_chall(hard) == pytest.approx(0.1579 * 6 + 0.496 + 3.6365)


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        (1.0, 4.0),
        (4.9, 4.0),
        (5.0, 5.5),
        (5.96, 5.5),
        (6.0, 7.5),
        (7.9, 9.5),
        (8.0, 11.5),
        (9.0, 14.0),
        (9.9, 14.0),
        (10.0, 16.0),
        (15.0, 16.0),
    ],
)
def test_grades_of_dale_chall_scores(score: float, grade: float) -> None:
    """Follow the rows of the table of 1948."""
    assert dale_chall_grade(score) == grade


@pytest.mark.parametrize("formula", [flesch_kincaid_grade, flesch_reading_ease, dale_chall])
@pytest.mark.parametrize("counts", [Counts(), Counts(sentences=1), Counts(words=1)])
def test_no_text_has_no_level(formula: Callable[[Counts], float], counts: Counts) -> None:
    """Refuse counts without a word or a sentence."""
    with pytest.raises(ValueError, match="at least one sentence"):
        formula(counts)


def test_agreement_with_textstat_on_the_same_counts() -> None:
    """Get textstat's own figures from textstat's own counts, for the formulas that it follows to the letter."""
    text = "The patients waited for a long time in the hospital. Nobody explained the reasons. They were very unhappy."
    figures = classic_formulas(text)
    statistics = importlib.import_module("textstat.textstat").textstatistics()
    counts = Counts(
        sentences=statistics.sentence_count(text),
        words=statistics.lexicon_count(text),
        syllables=statistics.syllable_count(text),
        unfamiliar_words=statistics.difficult_words(text, 0),
    )
    assert flesch_kincaid_grade(counts) == pytest.approx(figures["flesch_kincaid_grade"])
    assert flesch_reading_ease(counts) == pytest.approx(figures["flesch_reading_ease"])
    assert dale_chall(counts) == pytest.approx(figures["dale_chall_readability_score"])
    assert all(map(math.isfinite, figures.values()))
