"""Tell an entry of a list of references from a sentence with a year in it."""

from __future__ import annotations

import pytest

from plainspeak.glossary.references import is_reference


@pytest.mark.parametrize(
    "text",
    [
        "Shah, R. (2019) Social prescribing in practice. Journal of Plain Care, 4(2), 11-20.",
        "1. Shah R, Jones K. Social prescribing: a review. BMJ 2019;364:l123.",
        "[12] Merebrook Council (2018) Alcohol treatment in the borough. Available at: https://example.org/alcohol",
        "Merebrook Council (2023) Plan for recovering access. www.example.org",
        "Smith-Jones, A. B., & Lee, C. (2020). Place and system working.",
        "Source: Merebrook survey of carers, 2019",
        "[7] How people shaped a clinic: a review, Amina Shah RN and Owen Reed 2021",
        "Data source: NHS Digital",
    ],
)
def test_a_reference_is_told(text: str) -> None:
    """See an author or publisher, a year and a title, or a line that names a source."""
    assert is_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "Merebrook Council (2018) says that signposting helps.",
        "In 2019 we commissioned a review.",
        "Mrs A. lives in Leeds, and in 2019 she met us.",
        "Part A of the plan began in 2019.",
        "[7] Triage means sorting.",
        "Plan B (2019) was commissioned by the board.",
        "Hepatitis C, found in 2019, is a virus.",
        "Source of income matters.",
        "See our plan (2019) at www.example.org for what we commissioned.",
        "Shah, R. (2019) Social prescribing in practice. " + "It helped. " * 60,
    ],
)
def test_a_sentence_is_no_reference(text: str) -> None:
    """Leave sentences that only have a year, initials or an address in them to be checked."""
    assert not is_reference(text)
