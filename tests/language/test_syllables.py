"""Syllables of words as they are said in Britain."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plainspeak.language
from plainspeak.language.syllable_rules import estimate_syllables
from plainspeak.language.syllables import count_syllables, syllables_of_part

DATA = Path(plainspeak.language.__file__).parent / "data"


@pytest.mark.parametrize(
    ("words", "syllables"),
    [
        ("care board nurse role changed planned queues league fire hour styled don't", 1),
        ("people create being science centre litre outcomes workforce healthcare triage ageing business", 2),
        ("wanted handled boxes nurses changes couldn't theatre every evening café naïve", 2),
        ("utilise specialise hospital medicine services carefully wellbeing dementia stakeholders", 3),
        ("orthopaedic commissioning prioritise anaemia leukaemia oesophagus caesarean diabetes pneumonia", 4),
        ("haematology paediatrician inequalities organisation audiology aluminium", 5),
        ("physiotherapy radiotherapy deteriorating cardiovascular hypoglycaemia", 6),
    ],
)
def test_syllables_of_words_in_health_papers(words: str, syllables: int) -> None:
    """Count British spellings, silent letters and vowels that are said apart."""
    assert {word: count_syllables(word) for word in words.split()} == dict.fromkeys(words.split(), syllables)


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("out-of-hours", 3),
        ("co-production", 4),
        ("and/or", 2),
        ("A&E", 2),
        ("COVID-19", 3),
        ("2,024", 1),
        ("—", 0),
        ("", 0),
    ],
)
def test_parts_of_a_word_are_added_up(word: str, syllables: int) -> None:
    """Add the parts of a hyphenated word; figures count as one and signs as none."""
    assert count_syllables(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("people's", 2),
        ("people\N{RIGHT SINGLE QUOTATION MARK}s", 2),
        ("nurse's", 2),
        ("boss's", 2),
        ("colleagues'", 2),
        ("GP's", 2),
        ("GPs", 2),
    ],
)
def test_possessives_and_plurals_follow_the_word(word: str, syllables: int) -> None:
    """Take the count of a possessive or plural from the word itself, with one more after a hiss."""
    assert count_syllables(word) == syllables


@pytest.mark.parametrize(("initials", "syllables"), [("NHS", 3), ("GP", 2), ("BMW", 5)])
def test_letters_without_a_vowel_are_said_one_by_one(initials: str, syllables: int) -> None:
    """Count initials letter by letter; w has three syllables."""
    assert count_syllables(initials) == syllables


def test_case_does_not_matter() -> None:
    """Give "Hospital" and "HOSPITAL" the count of "hospital"."""
    assert count_syllables("Hospital") == count_syllables("HOSPITAL") == 3


def test_initials_with_a_vowel_are_a_known_miss() -> None:
    """Read "ICB" as a word of one syllable, because the letters alone don't tell it from "NICE"."""
    assert count_syllables("ICB") == 1


@given(st.text())
def test_any_text_has_a_count(text: str) -> None:
    """Return a count and never fail, whatever the text."""
    assert count_syllables(text) >= 0


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1))
def test_a_word_has_at_least_one_syllable(word: str) -> None:
    """Estimate at least one syllable for any word."""
    assert estimate_syllables(word) >= 1


def test_every_entry_of_the_table_is_needed() -> None:
    """Keep no entry that the rules and the other entries already get right."""
    lines = (DATA / "syllables.txt").read_text(encoding="utf-8").splitlines()
    table = {word: int(count) for word, count in (line.split() for line in lines)}
    needless = [
        word
        for word, count in table.items()
        if syllables_of_part(word, {other: value for other, value in table.items() if other != word}) == count
    ]
    assert needless == []
    assert lines == sorted(lines)


def test_the_dictionary_is_acknowledged() -> None:
    """Ship the notice of the CMU Pronouncing Dictionary beside the table, as its licence asks."""
    assert "Carnegie Mellon University" in (DATA / "LICENSE").read_text(encoding="utf-8")


def test_the_table_is_read_on_the_first_call() -> None:
    """Read no file while the module is imported."""
    code = (
        "from plainspeak.language import syllables as s; before = s._exceptions.cache_info().currsize;"
        "s.count_syllables('people'); print(before, s._exceptions.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "1"]
