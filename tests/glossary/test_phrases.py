"""Phrases are found by their words, wherever they begin and however they overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plainspeak.glossary.phrases import Phrases

WORDS = st.sampled_from(["a", "b", "c", "-"])


def test_phrases_that_overlap() -> None:
    """Find the short and the long one, one in the middle, and two that are alike."""
    phrases = Phrases()
    for number, phrase in enumerate(["care", "care plan", "plan", "care plan", "plan of care"]):
        phrases.add(phrase.split(), number)
    assert list(phrases.find("a care plan".split())) == [(0, 1, 2), (1, 1, 3), (3, 1, 3), (2, 2, 3)]
    assert list(phrases.find([])) == []


def test_a_phrase_that_a_text_only_begins() -> None:
    """Look no further than the text goes."""
    phrases = Phrases()
    phrases.add(["plan", "of", "care"], 1)
    assert list(phrases.find(["plan", "of"])) == []


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=6), st.lists(WORDS, max_size=12))
def test_all_are_found_and_nothing_else(looked_for: list[list[str]], text: list[str]) -> None:
    """Find just what a look at every place finds."""
    phrases = Phrases()
    for number, words in enumerate(looked_for):
        phrases.add(words, number)
    expected = {
        (number, start, start + len(words))
        for number, words in enumerate(looked_for)
        for start in range(len(text) - len(words) + 1)
        if text[start : start + len(words)] == words
    }
    found = list(phrases.find(text))
    assert set(found) == expected
    assert len(found) == len(expected)
