"""The rule ``clinical-term``."""

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

RULE = "clinical-term"

HITS = """
Hypertension is common.
^^^^^^^^^^^^ clinical-term

They treat hypertension and lesions.
           ^^^^^^^^^^^^ clinical-term
                            ^^^^^^^ clinical-term

Dialysis takes hours.
^^^^^^^^ clinical-term
"""

MISSES = """
Many have high blood pressure (hypertension). Hypertension is common.

Hypertension (high blood pressure) is common. It is hypertension.

Many have ocular hypertension.

The Merebrook Hypertension Clinic is open.

Ask the hypertension nurse.

He said: “My hypertension is not much to speak of.”
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """A clinical word is flagged until the text gives its plain name, but not in names, titles and quotations."""
    check_example(RULE, example, checker=small)


@pytest.mark.parametrize(
    ("text", "message", "severity"),
    [
        ("Hypertension.", "“Hypertension” is a clinical word: write “high blood pressure”.", "information"),
        (
            "We offer dialysis.",
            "“dialysis” is a clinical word: add a few words, such as “cleaning of the blood by a machine”.",
            "information",
        ),
        (
            "Nephritis services are late.",
            "“Nephritis” is a clinical word: add a few words, such as “inflammation of the kidneys”.",
            "information",
        ),
        ("Two lesions.", "“lesions” is a clinical word: write “sores”.", "hint"),
        (
            "Dialysis is new. Dialysis means cleaning the blood.",
            "“Dialysis” is used before it is explained: say what it means here instead of later.",
            "information",
        ),
    ],
)
def test_message(check: Check, text: str, message: str, severity: str) -> None:
    """The message offers the plain name in the form that fits, or a few words to add."""
    (finding,) = (each for each in check(text).findings if each.rule == RULE)
    assert (finding.message, finding.severity.value) == (message, severity)


def test_words_to_add(check: Check) -> None:
    """What can't be replaced keeps its name, with plain words after it."""
    (finding,) = check("We offer dialysis.").findings
    assert finding.suggestions[0].replacement == "dialysis (cleaning of the blood by a machine)"
