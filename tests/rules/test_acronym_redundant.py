"""The rule ``acronym-redundant``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import plainspeak
from plainspeak.testing import check_example

from .tables import edited, examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.checker import Checker
    from plainspeak.report import Report

    Check = Callable[..., Report]

RULE = "acronym-redundant"

HITS = """
The ICB board met.
    ^^^^^^^^^ acronym-redundant

All ICB boards met.
    ^^^^^^^^^^ acronym-redundant

The zebra quota (ZQ) is three. The ZQ quota is four.
                                   ^^^^^^^^ acronym-redundant

An MDT team met. An MDT Team ate.
   ^^^^^^^^ acronym-redundant
                    ^^^^^^^^ acronym-redundant

The NHS service met.
    ^^^^^^^^^^^ acronym-redundant
"""

MISSES = """
The ICB met the board.

The ICB. Board members met.

The ICB's board met.

The ICB staff met.

The LA authority met.

The XYZ zone met.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """Flag the last word of the letters right after them, where their words are known and sure."""
    check_example(RULE, example, checker=small)


def test_letters_that_are_better_left_out() -> None:
    """Where the letters themselves can hurt, to keep them and drop the word is no advice."""
    found = plainspeak.check("Rates for BME ethnic backgrounds rose. We help LAC children.").findings
    assert "power-language" in {each.rule for each in found}
    assert RULE not in {each.rule for each in found}


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("An ICB board met.", "An ICB met."),
        ("All ICB boards met.", "All ICBs met."),
        ("A CAMHS services team met.", "A CAMHS team met."),
    ],
)
def test_the_word_goes(text: str, after: str, check: Check) -> None:
    """The letters stand alone, in the number of the word."""
    assert edited(check, RULE, text) == [after]
