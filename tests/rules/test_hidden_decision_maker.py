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

It's hoped that more people will come.
^^^^^^^^^^ hidden-decision-maker

Concerns were raised about parking.
         ^^^^^^^^^^^ hidden-decision-maker

It was agreed by email that the ward would close.
   ^^^^^^^^^^ hidden-decision-maker
"""

MISSES = """
The board agreed that the ward would close.

It was agreed by the board that the ward would close.

A decision was taken by patients and staff together.

It should be noted that figures are rounded.

The noted points are below.

No decision has been made.

Nothing has been decided.

A term that you explain where you use it is not reported.

The towels are to be changed weekly.

They were felt to be warm.

The board took a decision.

What is to come?

She wrote: “It was agreed that the ward would close.”
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """A decision is flagged where nobody is named who took it."""
    check_example(RULE, example, checker=small)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It was agreed.", "“was agreed” doesn’t say who decides: name them, as in “the board agreed”."),
        ("It was felt to be late.", "“was felt” doesn’t say whose view this is: name them, as in “carers told us”."),
        ("Concerns were raised.", "“were raised” doesn’t say whose view this is: name them, as in “carers told us”."),
    ],
)
def test_message(small: Checker, text: str, message: str) -> None:
    """A decision is somebody's, and so is a view."""
    (finding,) = small.check(text).findings
    assert finding.message == message


def test_told_once(small: Checker) -> None:
    """What hides a decision is not told as a passive too."""
    report = small.check("It was agreed that the ward would close.")
    assert [finding.rule for finding in report.findings] == [RULE]
    report = small.check("It should be noted that it was agreed.")
    assert [(finding.rule, finding.text) for finding in report.findings] == [
        ("wordy-phrase", "It should be noted that"),
        (RULE, "was agreed"),
    ]


def test_headings_are_left_alone(small: Checker) -> None:
    """A heading says what comes."""
    assert small.check("# What was agreed", media_type="text/markdown").findings == ()
