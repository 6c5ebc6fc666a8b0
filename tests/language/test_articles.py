"""The article before a word follows how the word is said."""

from __future__ import annotations

import pytest

from plainspeak.language.articles import article


@pytest.mark.parametrize("words", "area umbrella urgent hour honest heir uninsured unimportant onerous usher".split())
def test_a_vowel_sound_takes_an(words: str) -> None:
    """Say "an" before a vowel, also where a silent h stands first."""
    assert article(words) == "an"


@pytest.mark.parametrize(
    "words", "plan hospital one-off once European unit union use user usual utility urine unanimous uniform ewe".split()
)
def test_a_consonant_sound_takes_a(words: str) -> None:
    """Say "a" before a consonant, also where it isn't written: a one-off, a European."""
    assert article(words) == "a"


@pytest.mark.parametrize(
    "words", ["NHS trust", "MRI", "ICB", "A&E visit", "X-ray", "HIV clinic", "FOI request", "MoU", "LGBT group", "MPs"]
)
def test_letters_take_an_if_their_first_name_does(words: str) -> None:
    """Say the names of letters: an NHS trust."""
    assert article(words) == "an"


@pytest.mark.parametrize("words", ["UK body", "GP", "U-turn", "UTI", "CQC visit", "PCNs", "UNISON rep"])
def test_letters_take_a_if_their_first_name_does(words: str) -> None:
    """Say the names of letters: a UK body."""
    assert article(words) == "a"


@pytest.mark.parametrize(
    "words", ["NICE guideline", "SWOT analysis", "SEND plan", "RAG rating", "MASH", "LeDeR review"]
)
def test_letters_that_read_like_a_word_are_said_as_one(words: str) -> None:
    """Say a long short form with vowels in it as a word: a NICE guideline."""
    assert article(words) == "a"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("8-week wait", "an"),
        ("80%", "an"),
        ("£800 fee", "an"),
        ("11-plus", "an"),
        ("18-month plan", "an"),
        ("1,800 beds", "a"),
        ("100 beds", "a"),
        ("110", "a"),
        ("“open” door", "an"),
        ("", "a"),
        ("...", "a"),
    ],
)
def test_figures_and_marks(words: str, expected: str) -> None:
    """Say figures, and pass over the marks before a word."""
    assert article(words) == expected


def test_letters_said_as_a_word_without_looking_like_one_are_a_known_miss() -> None:
    """Known miss: "SHMI" is said "shimmy"."""
    assert article("SHMI") == "an"
