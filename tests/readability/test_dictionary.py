"""Which words are in the dictionary."""

from __future__ import annotations

import pytest

from plainspeak.readability.dictionary import is_in_dictionary


@pytest.mark.parametrize("word", ["responsibility", "Referral", "organisation", "organise", "colour", "anaemia"])
def test_words_in_common_use(word: str) -> None:
    """American words are there, and the British spellings of them."""
    assert is_in_dictionary(word)


@pytest.mark.parametrize("word", ["sociocracy", "multimorbidity", "icb", ""])
def test_words_that_few_people_know(word: str) -> None:
    """Words of one trade aren't there."""
    assert not is_in_dictionary(word)
