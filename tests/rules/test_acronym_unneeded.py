"""The rule ``acronym-unneeded``."""

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

RULE = "acronym-unneeded"

HITS = """
The integrated care board (ICB) met.
                           ^^^ acronym-unneeded

The integrated care board (ICB) met. The ICB ate.
                           ^^^ acronym-unneeded

An ICB (integrated care board) met.
   ^^^ acronym-unneeded

The zebra quota (ZQ) is three.
                 ^^ acronym-unneeded
"""

MISSES = """
The integrated care board (ICB) met. The ICB ate. An ICB left.

The ICB met. The integrated care board (ICB) ate.

The National Health Service (NHS) met.

Blood pressure (bp) is high.

# Abbreviations
ICB: integrated care board

ICB stands for integrated care board. The ICB met. The ICB ate.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """Flag letters that are spelt out in running text and used at most once more, but not small ones."""
    check_example(RULE, example, checker=small)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("The integrated care board (ICB) met.", "The integrated care board met."),
        ("An ICB (integrated care board) met.", "An integrated care board met."),
        ("The zebra quota (ZQ) is new. A ZQ is high.", "The zebra quota is new. A zebra quota is high."),
    ],
)
def test_the_words_take_the_place_of_the_letters(text: str, after: str, check: Check) -> None:
    """The brackets go, and the words stand where the letters were."""
    assert edited(check, RULE, text) == [after]


def test_other_ways_to_say_it_have_no_edit(check: Check) -> None:
    """Where the letters aren't all that stands in brackets, a person has to write."""
    (finding,) = check("The integrated care board, known as the ICB, met.").findings
    assert (finding.rule, finding.suggestions) == (RULE, ())
