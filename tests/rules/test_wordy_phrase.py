"""The rule ``wordy-phrase``."""

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

RULE = "wordy-phrase"

HITS = """
We met in order to win.
       ^^^^^^^^^^^ wordy-phrase

In order to win, we met in order to talk.
^^^^^^^^^^^ wordy-phrase
                        ^^^^^^^^^^^ wordy-phrase

We met “in order to” win.
        ^^^^^^^^^^^ wordy-phrase

We met ‘in order to’ win.
        ^^^^^^^^^^^ wordy-phrase

We met in-order-to win.
       ^^^^^^^^^^^ wordy-phrase

It should be noted that we met.
^^^^^^^^^^^^^^^^^^^^^^^ wordy-phrase

We utilised it. She utilises it.
   ^^^^^^^^ wordy-phrase
                    ^^^^^^^^ wordy-phrase

An individual came.
   ^^^^^^^^^^ wordy-phrase

“We won,” she said in order to please.
                   ^^^^^^^^^^^ wordy-phrase

An individual’s view is in the “utilised form” list.
   ^^^^^^^^^^ wordy-phrase
"""

MISSES = """
She said “we met in order to win”.

She said "we met in order to win".

She said ‘we don’t meet in order to win’.

She said 'we met in order to win'.

She said “we met in order to win.

We met in order to view it.

The order to win came.

Put them in order, to win.

We met to win.

Individuality is utile.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """Stiff words are flagged, also between scare quotes; somebody's words and longer phrases are left alone."""
    check_example(RULE, example, checker=small)


def test_a_quotation_over_paragraphs(check: Check) -> None:
    """An opening mark without a closing one quotes the rest of its paragraph alone."""
    report = check("She said: “We met in order to win.", "“We ate in order to win.”", "We left in order to win.")
    (finding,) = report.findings
    assert finding.at is not None
    assert finding.at.block == 2


def test_block_quotations_are_left_alone(check: Check) -> None:
    """A block quotation is somebody's words."""
    assert check("> We met in order to win.").findings == ()


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        ("We met in order to win.", ["We met to win."]),
        ("In order to win, we met.", ["To win, we met."]),
        ("An individual came.", ["A person came.", "A somebody came."]),
        ("This is a vital plan.", ["This is an important plan."]),
        ("A vital plan.", ["An important plan."]),
        ("Vital plans.", ["Important plans."]),
        ("We utilised it.", ["We used it."]),
        ("It should be noted that we met.", []),
    ],
)
def test_edits(check: Check, text: str, edits: list[str]) -> None:
    """Each suggestion keeps the capital and puts "a" and "an" right; advice alone offers no edit."""
    (finding,) = check(text).findings
    made = [edit for suggestion in finding.suggestions for edit in suggestion.edits]
    assert [text[: edit.at.span.start] + edit.text + text[edit.at.span.end :] for edit in made] == edits


def test_capitals_all_through(check: Check) -> None:
    """Known miss: words in capitals throughout are replaced by small letters."""
    (finding,) = check("MEET IN ORDER TO WIN").findings
    assert finding.suggestions[0].replacement == "to"


def test_only_what_the_glossary_calls_safe_is_safe(check: Check) -> None:
    """The first suggestion of an entry marked safe may be applied without a person, and no other."""
    safe, unsafe = check("In order to win.", "We utilised it.").findings
    assert [each.safe for each in safe.suggestions] == [True]
    assert [each.safe for each in unsafe.suggestions] == [False]


def test_single_word_swaps_can_be_hints(check: Check) -> None:
    """An entry of level hint is reported as a hint, with less confidence."""
    phrase, word = check("In order to win.", "An individual came.").findings
    assert [phrase.severity.value, word.severity.value] == ["information", "hint"]
    assert word.confidence < phrase.confidence


def test_message_is_an_instruction(check: Check) -> None:
    """The message gives the plainer words, or the advice where there are none."""
    texts = ("In order to win.", "It should be noted that we met.", "An individual came.")
    phrase, advice, choice = check(*texts).findings
    assert phrase.message == "“In order to” can be plainer: write “to”."
    assert advice.message == "“It should be noted that” can be plainer: leave these words out."
    assert choice.message == "“individual” can be plainer: write “person” or “somebody”."
