"""The rule ``passive-voice``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.checker import Checker
from plainspeak.testing import check_example

from .tables import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.report import Report

    Check = Callable[..., Report]

RULE = "passive-voice"

HITS = """
The letter was sent in May.
           ^^^^^^^^ passive-voice

The forms will be sent to you.
          ^^^^^^^^^^^^ passive-voice

Carers have not been told.
       ^^^^^^^^^^^^^^^^^^ passive-voice

A new clinic is being built.
             ^^^^^^^^^^^^^^ passive-voice

The work must be done by May.
         ^^^^^^^^^^^^ passive-voice

The work was done by using a form.
         ^^^^^^^^ passive-voice

Why weren’t families told?
    ^^^^^^^^^^^^^^^^^^^^^ passive-voice

The bed was moved and the room was cleaned.
        ^^^^^^^^^ passive-voice

The papers will be published in May.
           ^^^^^^^^^^^^^^^^^ passive-voice

A working group has been set up.
                ^^^^^^^^^^^^^^^ passive-voice

Staff need to be trained.
              ^^^^^^^^^^ passive-voice

People are being cared for.
       ^^^^^^^^^^^^^^^^^^^ passive-voice

The towels are to be changed weekly.
                  ^^^^^^^^^^ passive-voice

The rate was cut by 2030.
         ^^^^^^^ passive-voice

- The ward will be painted
           ^^^^^^^^^^^^^^^ passive-voice
"""

MISSES = """
We sent the letter in May.

The letter was sent by the ward in May.

The clinic is based in Luton.

People who are affected can ring us.

The results are shown below.

The board is asked to note the report.

He was born in Leeds and is married.

The ward has closed.

It's been a long year.

“The letter was sent in May,” she said.

It was agreed that the ward would close.

Papers are published on the website.

The letter was signed by two people.

The letter was signed by 12 governors.

Notes were taken by one of us.

One's hands should be washed often.

We are fed up with waiting.

The group isn't impressed.

The team is made up of nurses.

It should be noted that figures are rounded.

No decision has been made.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """A passive is flagged where its doer is missing and would matter, once a sentence."""
    check_example(RULE, example, checker=small)


def test_headings_and_quotations_are_left_alone(check: Check) -> None:
    """A heading says what comes, and a quotation what somebody said."""
    assert check("# How it was done", "> The letter was sent in May.").findings == ()


def test_each_sentence_is_told(check: Check) -> None:
    """Passives are not folded: each sentence needs its own doer."""
    report = check("The bed was moved. The bed was moved.")
    assert [(finding.rule, finding.count) for finding in report.findings] == [(RULE, 1), (RULE, 1)]


def test_known_miss_doer_in_the_sentence_before(check: Check) -> None:
    """Known miss: who did it is plain from the sentence before, and the passive is told all the same."""
    report = check("Staff packed the boxes. Then they were moved.")
    assert [finding.rule for finding in report.findings] == [RULE]
