"""The rule ``hidden-decision-maker``."""

from __future__ import annotations

import pytest

from plainspeak.checker import Checker
from plainspeak.testing import check_example

from .tables import examples

RULE = "hidden-decision-maker"

HITS = """
It was agreed that the ward would close.
   ^^^^^^^^^^ hidden-decision-maker

It has been decided to move the clinic.
   ^^^^^^^^^^^^^^^^ hidden-decision-maker

A decision was taken in private.
           ^^^^^^^^^ hidden-decision-maker

Action will be taken in May.
       ^^^^^^^^^^^^^ hidden-decision-maker

The policy is to be reviewed.
           ^^^^^^^^^^^^^^^^^ hidden-decision-maker

It was felt that more time would help.
   ^^^^^^^^ hidden-decision-maker

The paper was approved and the plan was deferred.
          ^^^^^^^^^^^^ hidden-decision-maker
                                    ^^^^^^^^^^^^ hidden-decision-maker

It was agreed by email that the ward would close.
   ^^^^^^^^^^ hidden-decision-maker
"""

MISSES = """
The board agreed that the ward would close.

It was agreed by the board that the ward would close.

A decision was taken by patients and staff together.

It should be noted that figures are rounded.

The noted points are below.

They were felt to be warm.

The board took a decision.

What is to come?

She wrote: “It was agreed that the ward would close.”
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """A decision is flagged where nobody is named who took it."""
    check_example(RULE, example, checker=small)


def test_told_once(small: Checker) -> None:
    """What hides a decision is not told as a passive too."""
    report = small.check("It was agreed that the ward would close.")
    assert [finding.rule for finding in report.findings] == [RULE]


def test_headings_are_left_alone(small: Checker) -> None:
    """A heading says what comes."""
    assert small.check("# What was agreed", media_type="text/markdown").findings == ()
