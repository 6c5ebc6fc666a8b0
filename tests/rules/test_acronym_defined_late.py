"""The rule ``acronym-defined-late``."""

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

RULE = "acronym-defined-late"

HITS = """
The ICB met. The integrated care board (ICB) ate.
    ^^^ acronym-defined-late

The ICB met.
    ^^^ acronym-defined-late
The ICB ate.
    ^^^ acronym-defined-late
The integrated care board (ICB) is late. The ICB left.

The ICBs met. Integrated care boards (ICBs) plan.
    ^^^^ acronym-defined-late

The XYZ met. The xylophone yard zone (XYZ) ate.
    ^^^ acronym-defined-late

An MDT met. MDT stands for multidisciplinary team.
   ^^^ acronym-defined-late

The integrated care board met. The ICB ate. The integrated care board (ICB) left.
                                   ^^^ acronym-defined-late

The ICB met. An ICB (integrated care board) plans.
    ^^^ acronym-defined-late

ICB met. The integrated care board (ICB) ate.
^^^ acronym-defined-late
"""

MISSES = """
The integrated care board (ICB) met. The ICB ate.

The ICB (integrated care board) met. The ICB ate.

The ICB met. The ICB ate.

The NHS met. The National Health Service (NHS) ate.

The integrated care board (ICB) met. The integrated care board (ICB) ate.

The integrated care boards (ICBs) met. The ICB ate.

The integrated care board met. The integrated care board (ICB) ate.

ICB: integrated care board
The ICB met.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """Each use before the explanation is flagged; the explanation itself and what follows are not."""
    check_example(RULE, example, checker=small)


def test_related_place_is_the_explanation(check: Check) -> None:
    """The finding points to where the words are spelt out."""
    (finding,) = check("The ICB met.", "The integrated care board (ICB) ate.").findings
    (related,) = finding.related
    assert related.message == "It is spelt out here."
    assert (related.at.block, related.at.span.start, related.at.span.end) == (1, 27, 30)


def test_uses_before_the_explanation_are_counted(check: Check) -> None:
    """The count and places leave out the explanation and what follows it."""
    (finding,) = check("The ICB met. The ICB ate. The integrated care board (ICB) left. The ICB slept.").findings
    assert finding.count == len(finding.places) == 2


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        ("An ICB met. The integrated care board (ICB) ate.", "An integrated care board (ICB) met."),
        ("An MDT met. The multidisciplinary team (MDT) ate.", "A multidisciplinary team (MDT) met."),
        ("ICB staff met. The integrated care board (ICB) ate.", "Integrated care board (ICB) staff met."),
    ],
)
def test_edit(check: Check, text: str, edited: str) -> None:
    """The edit spells the letters out at the first use, with "a" or "an" and the capital put right."""
    (finding,) = check(text).findings
    (edit,) = finding.suggestions[0].edits
    assert (text[: edit.at.span.start] + edit.text + text[edit.at.span.end :]).startswith(edited)


def test_words_from_a_table_lose_their_capital(check: Check) -> None:
    """Words that a table cell writes with a capital are offered as the glossary writes them inside a sentence."""
    table = "| ICB | Integrated care board |\n| --- | --- |\n| BAF | Board assurance framework |"
    (finding,) = check("The ICB met.", table).findings
    assert finding.suggestions[0].replacement == "integrated care board (ICB)"


def test_a_plural_first_use_gets_words_in_the_plural(check: Check) -> None:
    """Where the first use is a plural, so are the words that are offered there."""
    (finding,) = check("The ICBs met. Integrated care boards (ICBs) plan.").findings
    assert finding.suggestions[0].replacement == "integrated care boards (ICBs)"


def test_a_possessive_keeps_its_ending(check: Check) -> None:
    """Where the first use is a possessive, so are the words and the letters that are offered there."""
    (finding,) = check("The ICB's plan is new. The integrated care board (ICB) met.").findings
    assert finding.suggestions[0].replacement == "integrated care board's (ICB's)"


def test_words_in_capitals_are_offered_in_small_letters(check: Check) -> None:
    """Words spelt out in a heading in capitals go into the sentence in small letters."""
    (found,) = check("The XQZ met.\n\nXYLOPHONE QUARTER ZONE (XQZ)").findings
    assert found.suggestions[0].replacement == "xylophone quarter zone (XQZ)"
