"""Ordinary words are told from acronyms by a list of words."""

from __future__ import annotations

import pytest

from plainspeak.language import is_ordinary_word


@pytest.mark.parametrize("word", "please note board patient organisation colour the and centre".split())
def test_everyday_british_words_are_ordinary(word: str) -> None:
    """Know common words and British spellings, in any case."""
    assert is_ordinary_word(word)
    assert is_ordinary_word(word.upper())
    assert is_ordinary_word(word.capitalize())


@pytest.mark.parametrize("word", ["ICB", "PCN", "CAMHS", "NHS", "SDEC", "DToC", "xqzt", "", "A&E", "24", "please note"])
def test_acronyms_and_nonsense_are_not(word: str) -> None:
    """Know no acronym, figure, phrase or made-up word as ordinary."""
    assert not is_ordinary_word(word)
