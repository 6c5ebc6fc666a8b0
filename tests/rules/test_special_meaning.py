"""The rule ``special-meaning``."""

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

RULE = "special-meaning"

HITS = """
An acute ward is full.
   ^^^^^^^^^^ special-meaning

Two acute wards, and one acute bed.
    ^^^^^^^^^^^ special-meaning
                         ^^^^^^^^^ special-meaning

The hospital gives acute and other care.
                   ^^^^^ special-meaning

Most hospitals are acute.
                   ^^^^^ special-meaning
"""

MISSES = """
She had an acute sense of smell.

An acute angle has less than 90 degrees.

We left the hospital. Her hearing is acute.

The acute trust met.

An acute ward (one in a hospital, for a short time) is full. The acute ward is new.

He said: “The acute ward is full, and nobody came.”

The Merebrook Acute Ward Plan is new.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """A word is flagged in the phrases and near the words that tell its special sense, and nowhere else."""
    check_example(RULE, example, checker=small)


@pytest.mark.parametrize(
    ("text", "message", "offered"),
    [
        (
            "An acute ward is full.",
            "Many people take “acute” to mean “very bad”. Write “hospital ward”, or say what it means.",
            "hospital ward",
        ),
        (
            "An acute bed is free.",
            "Many people take “acute” to mean “very bad”. Say what it means here: in hospital, for a short time.",
            None,
        ),
    ],
)
def test_message(check: Check, text: str, message: str, offered: str | None) -> None:
    """The message gives the everyday sense, and the words of the phrase if it has some."""
    (finding,) = check(text).findings
    assert (finding.message, finding.suggestions[0].replacement) == (message, offered)
    assert (finding.term, finding.severity.value) == ("acute", "hint")
