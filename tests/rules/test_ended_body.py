"""The rule ``ended-body``."""

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

RULE = "ended-body"

HITS = """
Ask your health watch group. Health watch groups meet in May.
         ^^^^^^^^^^^^^^^^^^ ended-body
                             ^^^^^^^^^^^^^^^^^^^ ended-body

Write to NHS Trainers.
         ^^^^^^^^^^^^ ended-body

The primary care trust (PCT) will pay in 2026.
                        ^^^ ended-body

The plan will be written by the health watch group.
                                ^^^^^^^^^^^^^^^^^^ ended-body
"""

MISSES = """
Ask your PCT about it.

The former PCT paid for it.

The PCT paid for it until 2013.

In 2009 the PCT paid for it.

The health watch group became the local watchdog.

The health watch group ended. Ask your health watch group.

We use physical contact therapy (PCT). PCT helps.

CHC is paid.

The ICB met.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """What has ended is flagged, in words or letters, unless the text looks back on it."""
    check_example(RULE, example, checker=small)


@pytest.mark.parametrize(
    ("text", "message", "offered"),
    [
        (
            "Ask the health watch groups.",
            "“health watch groups” ended in April 2013: name what took its place (local watchdog), or say that this is "
            "about the past.",
            "local watchdogs",
        ),
        (
            "Ask NHS Trainers.",
            "“NHS Trainers” has had another name since 2021: write “NHS Teachers”.",
            "NHS Teachers",
        ),
        (
            "Ask the listening panel.",
            "“listening panel” ended in October 2015: take it out, or say that this is about the past.",
            None,
        ),
        (
            "He said: “The health watch group is a very great help to all of us in this place.”",
            "“health watch group” ended in April 2013. Leave the quotation as it is, and say so after it, and what "
            "took its place (local watchdog).",
            None,
        ),
    ],
)
def test_message(check: Check, text: str, message: str, offered: str | None) -> None:
    """The message says when it ended and what to name instead; the edit keeps the number."""
    (finding,) = check(text).findings
    assert finding.message == message
    assert [each.replacement for each in finding.suggestions] == ([offered] if offered else [])


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        ("Ask the care office about it.", [("the care office", "NHS Care")]),
        ("Ask our care office about it.", [("care office", "NHS Care")]),
        ("Ask the board of buildings about it.", [("board of buildings", "Ministry of Houses and Homes")]),
        ("Ask the Devon care office about it.", []),
        ("Ask the care office or NHS Care about it.", []),
        ("Ask the care bureau about it.", []),
        ("The plan was written by the Devon health watch group.", []),
        ("The health watch group first asked for it.", []),
    ],
)
def test_name_in_its_place(check: Check, text: str, edits: list[tuple[str, str]]) -> None:
    """A name that takes no "the" goes in without it; what is there already, or has a story, isn't offered."""
    report = check(text)
    (finding,) = report.findings
    assert [
        (edit.at.text_in(report.document.blocks), edit.text) for each in finding.suggestions for edit in each.edits
    ] == edits


def test_letters_of_a_meaning_that_ended(check: Check) -> None:
    """Letters with several meanings have ended only where the text gives the one that has."""
    found = check("The community health council (CHC) helps. Ask the CHC. The CHC helps.").findings
    assert [(finding.rule, finding.count) for finding in found] == [(RULE, 3)]
