"""The rule ``acronym-redefined``."""

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

RULE = "acronym-redefined"

HITS = """
The integrated care board (ICB) met. The integrated care board (ICB) ate.
                                                                ^^^ acronym-redefined

The integrated care board (ICB) met.
The ICB (integrated care board) ate.
    ^^^ acronym-redefined
Integrated care boards (ICBs) left.
                        ^^^^ acronym-redefined

The National Health Service (NHS) met. The National Health Service (NHS) ate.
                                                                    ^^^ acronym-redefined
"""

MISSES = """
The integrated care board (ICB) met. The ICB ate. The integrated care board left.

The cat plan (CP) is new. The cow path (CP) is far.

The integrated care board (ICB) met.
# Abbreviations
ICB: integrated care board

# Abbreviations
ICB: integrated care board
# Report
The integrated care board (ICB) met.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """Flag each explanation in running text after the first, but not a list of abbreviations."""
    check_example(RULE, example, checker=small)


def test_the_letters_are_taken_away(check: Check) -> None:
    """The second time the words stand alone."""
    before = "The integrated care board (ICB) met. The ICB left. The ICB slept."
    assert (
        edited(check, RULE, before, "The integrated care board (the ICB) ate.")[1] == "The integrated care board ate."
    )


def test_a_table_of_abbreviations_may_repeat(check: Check) -> None:
    """Cells aren't running text."""
    table = "| ICB | Integrated care board |\n| --- | --- |\n| BAF | Board assurance framework |"
    report = check("The integrated care board (ICB) met. The ICB ate. The ICB left.", table)
    assert RULE not in {finding.rule for finding in report.findings}
