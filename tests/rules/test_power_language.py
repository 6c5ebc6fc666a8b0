"""The rule ``power-language``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from plainspeak.checker import Checker
from plainspeak.config import profile_config
from plainspeak.glossary import Glossary, read_terms
from plainspeak.rules.wording import lower_first
from plainspeak.testing import check_example

from .tables import examples

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from plainspeak.report import Report

    Check = Callable[..., Report]

RULE = "power-language"

HITS = """
Some people are hard to reach.
                ^^^^^^^^^^^^^ power-language

Hard to reach people came.
^^^^^^^^^^^^^ power-language

The hard-to-reach people came.
    ^^^^^^^^^^^^^ power-language

The “hard to reach” people came.
     ^^^^^^^^^^^^^ power-language

The ‘hard to reach’ people came.
     ^^^^^^^^^^^^^ power-language

The "hard to reach" people came.
     ^^^^^^^^^^^^^ power-language

The 'hard to reach' people came.
     ^^^^^^^^^^^^^ power-language

Frequent flyers came. A frequent flyer left.
^^^^^^^^^^^^^^^ power-language
                        ^^^^^^^^^^^^^^ power-language

We help the elderly.
        ^^^^^^^^^^^ power-language

“They call us hard to reach,” he said, and they are hard to reach.
                                                    ^^^^^^^^^^^^^ power-language

One man’s plan and another man’s plan are hard to reach.
                                          ^^^^^^^^^^^^^ power-language
"""

MISSES = """
One man said: “They call us hard to reach, but nobody came.”

One man said: "They call us hard to reach, but nobody came."

One man said: ‘They don’t know that we aren’t hard to reach.’

One man said: 'They call us hard to reach.'

One man said: “They call us hard to reach.

Spend your frequent flyer miles.

The shop is easy to reach.

It is hard. To reach it, turn left.

An elderly man and his elder brother came.

The people are not reached by our services.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """Such wording is noted, also between scare quotes; somebody's own words are left alone."""
    check_example(RULE, example, checker=small)


def test_block_quotations_are_left_alone(check: Check) -> None:
    """A block quotation is somebody's words; a list item is not."""
    report = check("> They call us hard to reach.", "- They are hard to reach.")
    assert [finding.at and finding.at.block for finding in report.findings] == [1]


def test_repeats_are_one_note(check: Check) -> None:
    """Singular and plural are one note with both places."""
    (finding,) = check("Frequent flyers came.", "A frequent flyer left.").findings
    assert (finding.text, finding.term, finding.count) == ("Frequent flyers", "frequent flyer", 2)
    assert [place.block for place in finding.places] == [0, 1]


def test_message_gives_the_reason_first(check: Check) -> None:
    """The note says why, then offers words, then gives the entry's advice."""
    (finding,) = check("They are hard to reach.").findings
    assert finding.message == (
        "“hard to reach”: it puts the problem in the people. "
        "You could write “not yet reached by our services” or “not well served”. Name the group."
    )


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("It blames people.", "it blames people."),
        ("A word that blames.", "a word that blames."),
        ("It's a word that blames.", "it’s a word that blames."),
        ("Words, mostly.", "words, mostly."),
        ("NHS staff alone use it.", "NHS staff alone use it."),
        ("GPs use it.", "GPs use it."),
        ("A&E staff use it.", "A&E staff use it."),
        ("McKay coined it.", "McKay coined it."),
        ("'Special' sets people apart.", "‘Special’ sets people apart."),
        ("5 out of 10 people dislike it.", "5 out of 10 people dislike it."),
    ],
)
def test_the_message_goes_on_in_small_letters(tmp_path: Path, why: str, said: str) -> None:
    """After the colon the reason goes on in small letters, unless it begins with letters such as NHS or a mark."""
    path = tmp_path / "ours.yaml"
    entry = {"wording": "odd folk", "rule": "power-language", "why": why, "advice": "Name them."}
    path.write_text(json.dumps([entry]), encoding="utf-8")
    (finding,) = Checker(profile_config(), glossary=Glossary(read_terms(path))).check("Odd folk came.").findings
    assert finding.message == f"“Odd folk”: {said} Name them."


def test_a_name_loses_its_capital_as_a_known_miss() -> None:
    """Known miss: a name that looks like any other word is put in small letters."""
    assert lower_first("Britain has no such word.") == "britain has no such word."


def test_every_suggestion_waits_for_a_person(check: Check) -> None:
    """Words about people are never swapped without a person; the capital is kept."""
    (finding,) = check("The elderly came.").findings
    (suggestion,) = finding.suggestions
    assert (suggestion.replacement, suggestion.safe) == ("Older people", False)


def test_advice_alone_is_a_suggestion_without_an_edit(check: Check) -> None:
    """Where no words fit everywhere, the suggestion is the advice."""
    (finding,) = check("A bed blocker came.").findings
    (suggestion,) = finding.suggestions
    assert (suggestion.replacement, suggestion.edits) == (None, ())
    assert suggestion.reason == "Say what the person is waiting for."


def test_people_and_their_letters_in_tables(check: Check) -> None:
    """Cells and headings are noted too."""
    report = check("# The elderly", "| Who | How many |\n| --- | --- |\n| Frequent flyers | 3 |")
    assert [finding.text for finding in report.findings] == ["The elderly", "Frequent flyers"]
