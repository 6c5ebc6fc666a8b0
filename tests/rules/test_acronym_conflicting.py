"""The rule ``acronym-conflicting``."""

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

RULE = "acronym-conflicting"

HITS = """
The care plan (CP) is new. The community pharmacist (CP) agrees.
                                                     ^^ acronym-conflicting

The care plan (CP) is new.
The CP is here. A community pharmacy (CP) agrees.
                                      ^^ acronym-conflicting

The community pharmacist (CP) agrees. The care plan (CP) is new. The clinical panel (CP) met.
                                                     ^^ acronym-conflicting

The integrated care board (ICB) met. The inner city bus (ICB) came.
                                                         ^^^ acronym-conflicting

The general practitioner (GP) won the grand prix (GP).
                                                  ^^ acronym-conflicting

The care plan (CP) is new. CP: community pharmacist.
                           ^^ acronym-conflicting

The CP (care plan) is new. The CP (community pharmacist) agrees.
                               ^^ acronym-conflicting

The care plans (CPs) are new. The community pharmacists (CPs) agree.
                                                         ^^^ acronym-conflicting
"""

MISSES = """
The care plan (CP) is new. The care plans (CPs) are kept safe.

The integrated care board (ICB) met. The Integrated Care Board (ICB) ate.

The integrated-care board (ICB) met. The integrated care board (ICB) ate.

Care planning (CP) is new. A care plan (CP) helps.

The care plan (CP) is new. The CP is here.

The care plan (CP) is new. The community pharmacist agrees.

The care plan (CP) is new. The cost of living (COL) rose.

The health and care plan (HCP) is new. The health & care plan (HCP) helps.

The CP is new. The CP is old.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """The first explanation that disagrees is flagged; other endings, capitals and hyphens are no disagreement."""
    check_example(RULE, example, checker=small)


def test_message_names_both(check: Check) -> None:
    """The message quotes both meanings, and the related place is the first of them."""
    (finding,) = check("The care plan (CP) is new.", "The community pharmacist (CP) agrees.").findings
    assert finding.message == (
        "“CP” stands for both “care plan” and “community pharmacist”: "
        "keep it for one of them, and write the other in full."
    )
    (related,) = finding.related
    assert (related.message, related.at.block, related.at.span.start) == ("Here it is “care plan”.", 0, 15)


def test_told_instead_of_undefined_and_late(check: Check) -> None:
    """A conflicting form is neither undefined nor late."""
    text = "The CP came. The care plan (CP) is new. The community pharmacist (CP) agrees."
    assert [finding.rule for finding in check(text).findings] == [RULE]
