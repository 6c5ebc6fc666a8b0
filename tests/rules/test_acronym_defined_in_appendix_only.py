"""The rule ``acronym-defined-in-appendix-only``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.testing import check_example

from .tables import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.checker import Checker
    from plainspeak.report import Report

    Check = Callable[..., Report]

RULE = "acronym-defined-in-appendix-only"

HITS = """
The ICB met.
    ^^^ acronym-defined-in-appendix-only
# Appendix A: glossary
ICB: integrated care board

The ICBs met. The ICB ate.
    ^^^^ acronym-defined-in-appendix-only
                  ^^^ acronym-defined-in-appendix-only
# List of abbreviations
ICB stands for integrated care board. The ICB is new.

The XYZ met.
    ^^^ acronym-defined-in-appendix-only
# 7. Annex
The xylophone yard zone (XYZ) is far.
"""

MISSES = """
The ICB met.
# Background
The integrated care board (ICB) ate.

# Glossary
ICB: integrated care board
# Report
The ICB met.

The integrated care board (ICB) met.
# Appendix
ICB: integrated care board

The NHS met.
# Appendix
NHS: National Health Service
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """Flag letters that are used before the appendix and spelt out only there."""
    check_example(RULE, example, checker=small)


def test_the_words_are_offered_at_the_first_use(check: Check) -> None:
    """The words go to the first use, in the number that it has there; the list can stay."""
    (finding,) = check("The ICBs met. The ICB ate.", "# Glossary", "ICB: integrated care board").findings
    assert finding.suggestions[0].replacement == "integrated care boards (ICBs)"
    assert (
        finding.message
        == "“ICB” is spelt out only in a list or an appendix: write “integrated care board (ICB)” here too."
    )
