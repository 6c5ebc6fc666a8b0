"""Whether a text is about health and care, where "provider" and "outcomes" are words of the trade."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["care_words", "is_care_paper"]

_WORDS = frozenset(
    """ambulance care carer carers caring clinic clinical clinician clinicians clinics council councillor councillors
    councils dementia disabilities disability disabled doctor doctors gp gps health healthcare hospital hospitals icb
    illness medical nhs nurse nurses nursing patient patients residents safeguarding service services social surgery
    therapy treatment ward wards wellbeing""".split()
)
_LEAST = 3
_OF_WORDS = 100
"""One word in a hundred. Papers have two to ten; other English has about one in two hundred."""


def care_words(words: Iterable[str]) -> int:
    """Count the words, in small letters, that tell of health and care."""
    return sum(word in _WORDS for word in words)


def is_care_paper(telling: int, words: int) -> bool:
    """Tell whether a text with so many telling words, of so many words in all, is about health and care."""
    return telling >= _LEAST and telling * _OF_WORDS >= words
