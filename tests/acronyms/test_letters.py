"""The letters of a short form are matched with the words they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.acronyms.letters import match_after, match_before, units_of

WORDS = st.lists(
    st.sampled_from("care board of the network 75 integrated to & service, health-care".split()), max_size=9
)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("integrated care board", ["integrated", "care", "board"]),
        ("out-of-hours", ["out", "of", "hours"]),
        ("Section 75, the Act", ["Section", "75", "the", "Act"]),
        ("health & care", ["health", "&", "care"]),
        ("children's and women\u2019s", ["children's", "and", "women\u2019s"]),
        ("(COVID_19)", ["COVID", "19"]),
        ("", []),
    ],
)
def test_units_are_words_numbers_and_ampersands(text: str, units: list[str]) -> None:
    """Split at hyphens and marks, and keep the offsets."""
    found = units_of(text)
    assert [unit.text for unit in found] == units
    assert all(text[unit.start : unit.end] == unit.text for unit in found)


def test_units_between_two_offsets_keep_the_offsets_of_the_text() -> None:
    """Look at a part of a text only."""
    assert [(unit.text, unit.start) for unit in units_of("one two three", 4, 7)] == [("two", 4)]


MATCHES = [
    ("ICB", "integrated care board"),
    ("PCN", "Primary care networks"),
    ("A&E", "accident and emergency"),
    ("A&E", "accident & emergency"),
    ("R&D", "research and development"),
    ("CAMHS", "child and adolescent mental health services"),
    ("CAMHS", "Children and adolescent mental health services"),
    ("DToC", "Delayed transfers of care"),
    ("VCSE", "voluntary, community and social enterprise"),
    ("CHC", "continuing healthcare"),
    ("QIPP", "quality, innovation, productivity and prevention"),
    ("S75", "section 75"),
    ("D2A", "discharge to assess"),
    ("OOH", "out-of-hours"),
    ("SALT", "speech and language therapy"),
    ("MoU", "memorandum of understanding"),
    ("PbR", "payment by results"),
    ("COPD", "chronic obstructive pulmonary disease"),
    ("24/7", "24 7"),
]


@pytest.mark.parametrize(("form", "words"), MATCHES)
def test_all_the_words_are_taken(form: str, words: str) -> None:
    """Match all the words of an expansion, before the letters and after them, and no word beside it."""
    units = units_of(words)
    before, after = units_of(f"we met the {words}"), units_of(f"{words} met us here")
    first, confidence = match_before(before, form) or (-1, 0.0)
    assert [unit.text for unit in before[first:]] == [unit.text for unit in units]
    last, other = match_after(after, form) or (-1, 0.0)
    assert [unit.text for unit in after[:last]] == [unit.text for unit in units]
    assert confidence == other >= 0.3


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("ICB", "the local council"),
        ("ICB", "integrated care"),
        ("ICB", "board of care"),
        ("ICB", "ICB"),
        ("ICB", "the ICB"),
        ("PART", "agreed by the board"),
        ("STAFF", "works with patients"),
        ("S75", "section 76"),
        ("A&E", "ambulance emergency"),
        ("ED", "the emergency"),
        ("ICB", ""),
    ],
)
def test_other_words_do_not_match(form: str, words: str) -> None:
    """Ask for every letter, in order, from words that are not the form itself."""
    assert match_before(units_of(words), form) is None


def test_a_better_fit_has_more_confidence() -> None:
    """Trust first letters most, letters from inside a word less, and skipped words least."""
    fits = [
        match_before(units_of(words), "ICB") for words in ("integrated care board", "integrated caring body of boards")
    ]
    full, skipping = (confidence for _, confidence in filter(None, fits))
    inner = match_before(units_of("continuing healthcare"), "CHC")
    assert inner is not None
    assert full == 1.0 > inner[1] > skipping


def test_small_words_cost_nothing() -> None:
    """Pass over "of", "and" and "the" inside an expansion."""
    assert match_before(units_of("Department of Health and Social Care"), "DHSC") == (0, 1.0)


def test_an_expansion_never_ends_in_a_small_word() -> None:
    """Leave "of" out at the end."""
    assert match_after(units_of("integrated care board of the"), "ICB") == (3, 1.0)


@given(st.text(alphabet="ICBDTo2&-/7s", min_size=1, max_size=7), WORDS)
def test_matches_stay_among_the_words(form: str, words: list[str]) -> None:
    """Return an index among the units and a confidence that is enough and at most 1, for any letters and words."""
    units = units_of(" ".join(words))
    before, after = match_before(units, form), match_after(units, form)
    assert before is None or (0 <= before[0] < len(units) and 0.3 <= before[1] <= 1)
    assert after is None or (0 < after[0] <= len(units) and 0.3 <= after[1] <= 1)
