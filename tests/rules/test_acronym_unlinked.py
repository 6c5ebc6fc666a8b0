"""The rule ``acronym-unlinked``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.testing import check_example

from .tables import edited, examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.checker import Checker
    from plainspeak.report import Report

    Check = Callable[..., Report]

RULE = "acronym-unlinked"

HITS = """
The integrated care board met. The ICB ate.
                                   ^^^ acronym-unlinked

The ICB met.
    ^^^ acronym-unlinked
The ICB's plan is new.
    ^^^ acronym-unlinked
Integrated care boards plan.

We asked the Quiet Zebra House. The QZH ate.
                                    ^^^ acronym-unlinked

The local authority met. The LA ate.
                             ^^ acronym-unlinked

The Department of Zebra and Quagga Care ate. The DZQC met.
                                                 ^^^^ acronym-unlinked
"""

MISSES = """
The integrated care board (ICB) met. The ICB ate.

The ICB met. Care boards are integrated.

The quiet zebra house ate. The QZH met.

The quiet zebra. House rules. The QZH met.

Quiet Zebra - House rules. The QZH met.

The Quiet Zebra ate. The QZ met.

QUIET ZEBRA HOUSE. The QZH met.

The National Health Service ate. The NHS met.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """Flag letters whose words stand elsewhere in one sentence, as the glossary has them or as a name."""
    check_example(RULE, example, checker=small)


def test_hyphens_are_a_known_miss(small: Checker) -> None:
    """Known miss: in a name that the glossary doesn't know, a word with a hyphen gives its first letter only."""
    check_example(RULE, "The Quiet-Zebra House ate. The QZH met.", checker=small)


@pytest.mark.parametrize("words", ["multi-disciplinary team", "multidisciplinary team", "Multidisciplinary Teams"])
def test_what_the_glossary_knows_needs_no_first_letters(words: str, small: Checker) -> None:
    """The words of "MDT" are found by their own first letters, which aren't those of "MDT"."""
    example = f"The {words} ate. The MDT met."
    check_example(RULE, f"{example}\n{' ' * example.index('MDT')}^^^ acronym-unlinked", checker=small)


@pytest.mark.parametrize(
    ("texts", "after"),
    [
        (
            ["The integrated care board met.", "The ICB ate. The ICB left."],
            ["The integrated care board (ICB) met.", "The ICB ate. The ICB left."],
        ),
        (
            ["An ICB ate. The ICB left.", "The integrated care board met."],
            ["An integrated care board (ICB) ate. The ICB left.", "The integrated care board met."],
        ),
    ],
)
def test_the_letters_and_the_words_are_joined_at_the_first_of_them(
    texts: list[str], after: list[str], check: Check
) -> None:
    """Brackets go after the words where these come first; else the words go to the letters."""
    assert edited(check, RULE, *texts) == after


def test_the_message_asks(check: Check) -> None:
    """Only the writer knows whether the two are the same."""
    (finding,) = check("The integrated care board met. The ICB ate.").findings
    assert finding.message == (
        "“ICB” isn’t explained. If it stands for “integrated care board”, put “(ICB)” after these words."
    )
    assert [related.at.span.start for related in finding.related] == [4]


def test_it_is_told_instead_of_undefined_and_ambiguous(check: Check) -> None:
    """One acronym has one finding."""
    assert [finding.rule for finding in check("The local authority met. The LA ate.").findings] == [RULE]
