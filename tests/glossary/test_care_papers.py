"""Papers about health and care are told from other texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.checker import Checker
from plainspeak.config import profile_config
from plainspeak.glossary import Glossary, read_terms
from plainspeak.glossary.care_papers import care_words, is_care_paper

if TYPE_CHECKING:
    from pathlib import Path

CARE = "The hospital and the council care for patients. Nurses visit people in care homes."
OTHER = "The bakery and the garage are on the same road. Drivers stop for tea and cake there."


@pytest.fixture
def checker(tmp_path: Path) -> Checker:
    """A checker with two words that staff use in a sense of their own."""
    path = tmp_path / "words.yaml"
    path.write_text(
        """
- term: provider
  instead: [service]
  only-in: [provider board]
  only-in-care-papers: true
  unless: [internet provider]
  meaning: An organisation that gives care.
- term: retention
  instead: [keeping staff]
  only-near: [staff]
  only-in-care-papers: true
  meaning: Keeping staff.
""",
        encoding="utf-8",
    )
    return Checker(profile_config(), glossary=Glossary(read_terms(path)))


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        (f"{CARE} Our providers met.", ["providers"]),
        (f"Our providers met.\n\n{CARE}", ["providers"]),
        (f"{OTHER} Our providers met.", []),
        (f"{OTHER} Our provider board met.", ["provider board"]),
        (f"{CARE} Our internet provider met.", []),
        (f"{OTHER} Staff spoke of retention.", ["retention"]),
        (f"{OTHER} They spoke of retention.", []),
        (f"{CARE} They spoke of retention.", ["retention"]),
    ],
)
def test_a_word_is_meant_in_papers_about_care(checker: Checker, text: str, flagged: list[str]) -> None:
    """The subject of the whole document decides, unless a phrase or a word near does."""
    assert [finding.text for finding in checker.check(text).findings if finding.rule == "jargon"] == flagged


def test_one_word_in_a_hundred_makes_a_care_paper() -> None:
    """Few such words in a long text, or in a short one, tell nothing."""
    assert care_words(["the", "patient", "saw", "a", "nurse", "cared"]) == 2
    assert [is_care_paper(*counts) for counts in [(3, 300), (3, 301), (2, 10), (0, 0)]] == [True, False, False, False]
