"""The rule ``acronym-undefined``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.document import Span
from plainspeak.testing import check_example

from .tables import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.checker import Checker
    from plainspeak.report import Report

    Check = Callable[..., Report]

RULE = "acronym-undefined"

HITS = """
The ICB met.
    ^^^ acronym-undefined

The ICB met. Then the ICB ate.
    ^^^ acronym-undefined
                      ^^^ acronym-undefined

The ICB met.
    ^^^ acronym-undefined
Then the ICB ate.
         ^^^ acronym-undefined

The ICBs met.
    ^^^^ acronym-undefined

The ICB’s plan is late.
    ^^^ acronym-undefined

Ask an XYZ.
       ^^^ acronym-undefined

He said: “The ICB met.”
              ^^^ acronym-undefined

The NHS, GP and MDT met.
                ^^^ acronym-undefined

A nice day. The NICE guide is out.
                ^^^^ acronym-undefined

Our D2A work goes on.
    ^^^ acronym-undefined

The DToC count rose.
    ^^^^ acronym-undefined

The BCF grew.
    ^^^ acronym-undefined

WINTER PLAN FOR THE ICB
                    ^^^ acronym-undefined
"""

MISSES = """
The integrated care board (ICB) met. The ICB ate.

The ICB (integrated care board) met.

The integrated care board (“ICB”) met. The ICB ate.

The integrated care boards (ICBs) met. One ICB ate.

ICB: integrated care board

ICB stands for integrated care board.

The integrated care board (known as the ICB) met.

The NHS trains GPs. A&E is open.

PLEASE NOTE THE CHANGES

A NICE DAY OUT

Phase II and part IV are done.

See https://example.org/ICB/ICB.pdf and write to ICB@example.org.

We drove to Merebrook MV4 7QT.

Less CO2 by 9 AM.

I met Mr McKay on YouTube.

Mr CARTER came with Cllr SMYTHE and Dr PATEL.

The plan is in 2026/27.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """Short forms that nothing explains are flagged at each use, and nothing else is."""
    check_example(RULE, example, checker=small)


@pytest.mark.parametrize(
    "example",
    examples("""
The ICB, which is what we call our care board, met.
    ^^^ acronym-undefined
"""),
)
def test_known_misses(example: str, small: Checker) -> None:
    """Known miss: an explanation in other words isn't seen."""
    check_example(RULE, example, checker=small)


def test_full_stops_between_letters(check: Check) -> None:
    """The full stop of "I.C.B." is part of it, except where it may end the sentence."""
    (finding,) = check("The I.C.B. met.").findings
    assert finding.text == "I.C.B."
    (finding,) = check("We met the I.C.B. They ate.").findings
    assert finding.text == "I.C.B"


def test_repeats_are_one_finding(check: Check) -> None:
    """Two uses are one finding at the first, with a count and both places."""
    (finding,) = check("The ICB met.", "Later the ICB ate. An ICB is late.").findings
    assert finding.at == finding.places[0]
    assert finding.count == len(finding.places) == 3
    assert [place.block for place in finding.places] == [0, 1, 1]
    assert finding.text == finding.term == "ICB"


@pytest.mark.parametrize(
    ("text", "flagged", "edited"),
    [
        ("The ICB met.", "ICB", "The integrated care board met."),
        ("The ICB met. The ICB ate.", "ICB", "The integrated care board (ICB) met. The ICB ate."),
        ("The ICBs met.", "ICBs", "The integrated care boards met."),
        ("The ICBs met. ICBs ate.", "ICBs", "The integrated care boards (ICBs) met. ICBs ate."),
        ("ICBs met. The ICBs ate.", "ICBs", "Integrated care boards (ICBs) met. The ICBs ate."),
        ("ICB staff met.", "ICB", "Integrated care board staff met."),
        ("We met. ICB staff ate.", "ICB", "We met. Integrated care board staff ate."),
        ("An MDT met.", "MDT", "A multidisciplinary team met."),
        ("We saw an MDT.", "MDT", "We saw a multidisciplinary team."),
        ("We saw an ICB.", "ICB", "We saw an integrated care board."),
        ("The ICB’s plan.", "ICB", "The integrated care board’s plan."),
        ("Our #ICB tag.", "#ICB", "Our integrated care board tag."),
    ],
)
def test_edit(check: Check, text: str, flagged: str, edited: str) -> None:
    """The edit spells the letters out: alone when they come once, before the letters when they come again."""
    (finding,) = check(text, media_type="text/plain").findings
    assert finding.text == flagged
    (suggestion,) = finding.suggestions
    (edit,) = suggestion.edits
    assert text[: edit.at.span.start] + edit.text + text[edit.at.span.end :] == edited
    assert not suggestion.safe


def test_suggestion_says_what_it_is(check: Check) -> None:
    """The suggestion's reason is the glossary's meaning, and the replacement stands for the flagged words alone."""
    (finding,) = check("An MDT met. The ICB ate.").findings[1:]
    (suggestion,) = finding.suggestions
    assert suggestion.replacement == "integrated care board"
    assert suggestion.reason == "The NHS body that plans and pays for local health services."
    assert suggestion.edits[0].at.span == Span(16, 19)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "The BCF grew.",
            "“BCF” isn’t explained: write “Better Care Fund” instead, and add a few words, such as "
            "“money that the NHS and councils plan together”.",
        ),
        (
            "The BCF grew. The BCF pays.",
            "“BCF” isn’t explained: write “Better Care Fund (BCF)” the first time, and add a few words, such as "
            "“money that the NHS and councils plan together”.",
        ),
        ("The ICB met.", "“ICB” isn’t explained: write “integrated care board” instead."),
        ("The ICB met. An ICB.", "“ICB” isn’t explained: write “integrated care board (ICB)” the first time."),
    ],
)
def test_a_gloss_is_offered(check: Check, text: str, message: str) -> None:
    """Where the glossary has a gloss for the words, the message adds it; the edit spells the letters out, no more."""
    (finding,) = check(text).findings
    assert finding.message == message
    (suggestion,) = finding.suggestions
    assert "money" not in (suggestion.replacement or "")


def test_what_has_ended_is_said(check: Check) -> None:
    """Letters of something that is no more have one finding, which says so."""
    (finding,) = check("Ask your PCT about it.").findings
    assert finding.message == (
        "“PCT” isn’t explained: write “primary care trust” instead "
        "(ended in April 2013; now clinical commissioning group)."
    )


def test_unknown_form_has_no_suggestion(check: Check) -> None:
    """A form that the glossary doesn't know is less sure, has no term, and only asks for the words."""
    (finding,) = check("The XYZ met.").findings
    assert finding.message == "“XYZ” isn’t explained: write the full words instead."
    assert (finding.term, finding.suggestions) == (None, ())
    (known,) = check("The ICB met.").findings
    assert finding.confidence < known.confidence


def test_unknown_form_used_twice(check: Check) -> None:
    """The message then says where the letters go."""
    (finding,) = check("The XYZ met. XYZ ate.").findings
    assert finding.message == "“XYZ” isn’t explained: write the full words the first time, then “XYZ” in brackets."


def test_an_abbreviation_table_explains(check: Check) -> None:
    """A row that holds the letters and their words defines the form, so that nothing is undefined."""
    table = "| Letters | Words |\n| --- | --- |\n| ICB | Integrated care board |"
    assert RULE not in {finding.rule for finding in check(table, "The ICB met.").findings}


def test_code_is_not_judged(check: Check) -> None:
    """Letters in code are passed over."""
    assert check("Type `ICB` here.").findings == ()


def test_a_word_as_a_heading_is_no_acronym(check: Check) -> None:
    """The letters of a word, as in a heading "NICE", are the word."""
    assert check("# NICE", "We met.").findings == ()
    assert check("# NICE", "We asked NICE.").findings[0].at.block == 1
    assert check("# ICB", "We met.").findings[0].text == "ICB"
