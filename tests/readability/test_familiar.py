"""Words that Dale and Chall count as familiar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.readability.familiar import is_familiar


def familiar(words: str) -> list[str]:
    """Return the words that are familiar."""
    return [word for word in words.split() if is_familiar(word)]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("hospital Hospital nurse people care a I", id="listed"),
        pytest.param(
            "hospitals nurses nurse's doctors' berries boxes potatoes hospital\N{RIGHT SINGLE QUOTATION MARK}s",
            id="plurals and possessives",
        ),
        pytest.param("asked planned cried stopped asking making stopping lying trying goes", id="verbs"),
        pytest.param("greater happier biggest nicest", id="comparison"),
        pytest.param("good-looking home-made twenty-four bow-wow out-of-date", id="hyphens"),
        pytest.param(
            "colour colours favourite honoured centre centres theatre grey greyer plough neighbours", id="British"
        ),
        pytest.param("12 2,024 3.5% 10th £5 2024/25 1990s", id="numbers"),
        pytest.param("weren't it'll they'd", id="contractions"),
    ],
)
def test_familiar_words(words: str) -> None:
    """Count listed words and their regular forms as familiar."""
    assert familiar(words) == words.split()


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("commission pathway triage utilise trajectory", id="not listed"),
        pytest.param("commissioning pathways utilised", id="forms of words that aren't listed"),
        pytest.param("programme metre tour", id="British spellings of words that aren't listed"),
        pytest.param("hospital-integrated integrated-care", id="a hyphenated word with one part that isn't listed"),
        pytest.param("careworker hospitalise unhospitable", id="words that only begin like listed ones"),
        pytest.param("Manchester Leicester", id="names can't be known"),
        pytest.param("— ' ICB", id="signs and initials"),
    ],
)
def test_unfamiliar_words(words: str) -> None:
    """Count anything else as unfamiliar."""
    assert familiar(words) == []


def test_a_noun_made_with_er_is_a_known_miss() -> None:
    """Take "joiner" for a comparative, because the word alone doesn't tell."""
    assert is_familiar("joiner")


@given(st.text())
def test_any_text_is_familiar_or_not(text: str) -> None:
    """Never fail, whatever the text."""
    assert is_familiar(text) in (True, False)
