"""The rule ``jargon``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.findings import Severity
from plainspeak.testing import check_example

from .tables import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.checker import Checker
    from plainspeak.report import Report

    Check = Callable[..., Report]

RULE = "jargon"

HITS = """
Stakeholders met.
^^^^^^^^^^^^ jargon

A stakeholder came. Two stakeholders left.
  ^^^^^^^^^^^ jargon
                        ^^^^^^^^^^^^ jargon

An acute trust met.
   ^^^^^^^^^^^ jargon

Two acute trusts met.
    ^^^^^^^^^^^^ jargon

The acute-trust board met.
    ^^^^^^^^^^^ jargon

The stakeholder’s view counts.
    ^^^^^^^^^^^ jargon

Reablement helps.
^^^^^^^^^^ jargon

The Better Care Fund pays.
    ^^^^^^^^^^^^^^^^ jargon

The better care fund (BCF) pays.
    ^^^^^^^^^^^^^^^^ jargon

STAKEHOLDERS MET
^^^^^^^^^^^^ jargon

The so-called stakeholders came.
              ^^^^^^^^^^^^ jargon

The stakeholder came. By stakeholder we mean anyone with an interest.
    ^^^^^^^^^^^ jargon

Stakeholders (such as the people of our town) met.
^^^^^^^^^^^^ jargon

The views of stakeholders mean that we wait.
             ^^^^^^^^^^^^ jargon

We asked patients/stakeholders.
                  ^^^^^^^^^^^^ jargon
"""

MISSES = """
We told stakeholders (people with an interest in the plan). The stakeholders left.

A stakeholder is a person who has an interest. The stakeholder came.

Reablement means help to do things again.

By reablement we mean help at home.

The Better Care Fund (money that councils plan) pays.

Reablement: short-term help at home.

Our stakeholders, in other words people, came.

We offer help at home, known as reablement.

He has a stakeholder pension.

What is reablement? Reablement helps.

Reablement - help to do things again at home. Reablement helps.

The hospital is open.

The stake holder came.

A trust met. It was acute.

Reable them.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """Terms are flagged in any case, plural or hyphened, until the text explains them."""
    check_example(RULE, example, checker=small)


def test_repeats_are_one_finding(check: Check) -> None:
    """Singular and plural of one term are one finding, with a count and all places."""
    (finding,) = check("Stakeholders met.", "A stakeholder ate. Two stakeholders left.").findings
    assert finding.text == "Stakeholders"
    assert finding.term == "stakeholder"
    assert finding.count == len(finding.places) == 3
    assert [place.block for place in finding.places] == [0, 1, 1]


def test_explained_earlier_is_not_reported(check: Check) -> None:
    """An explanation in another paragraph holds for all that follows."""
    assert check("A stakeholder is a person who has an interest.", "The stakeholder came.").findings == ()


def test_words_of_one_family_are_told_once(check: Check) -> None:
    """What is made from a term that ``see`` names is the same to a reader."""
    (finding,) = check("Reablers met. Reablement helps.").findings
    assert (finding.text, finding.count) == ("Reablers", 2)
    assert check("Reablement means help at home. Reablers met.").findings == ()


QUOTED = "“We never met the stakeholder who said that all of this would be over in a week or two”, she said."


def test_a_quotation_is_explained_and_not_reworded(check: Check) -> None:
    """A reader doesn't know a term any better for its standing in somebody's words; nobody may change these."""
    (finding,) = check(QUOTED).findings
    assert finding.message == (
        "Some readers won’t know “stakeholder”. Leave the quotation as it is, and say after it what this means: "
        "anyone with an interest in a plan."
    )
    assert finding.severity == Severity.INFORMATION
    assert all(suggestion.edits == () for suggestion in finding.suggestions)


def test_a_use_outside_quotations_comes_first(check: Check) -> None:
    """Where the text itself has the term, that is the place to put right."""
    (finding,) = check(QUOTED, "A stakeholder left.").findings
    assert (finding.severity, [place.block for place in finding.places]) == (Severity.WARNING, [1])


@pytest.mark.parametrize("title", ["“The stakeholder and the town”", "‘A stakeholder’s guide to the plan of the town’"])
def test_what_may_be_a_title_is_left_alone(check: Check, title: str) -> None:
    """A few words in quotation marks can be the title of a work."""
    assert check(f"Read {title} today.").findings == ()


def test_explained_later_has_a_related_place(check: Check) -> None:
    """A term that is explained after its first use is told to move the explanation, and where it stands."""
    (finding,) = check("The stakeholder came.", "A stakeholder is a person who has an interest.").findings
    assert finding.message == "“stakeholder” is used before it is explained: say what it means here instead of later."
    assert finding.count == 1
    (related,) = finding.related
    assert (related.message, related.at.block, related.at.span.start) == ("It is explained here.", 1, 2)


def test_explained_in_the_next_cell(check: Check) -> None:
    """A term alone in a cell is explained by the words beside it, when there are enough of them."""
    rows = ["| Term | Meaning |", "| --- | --- |"]
    explained = "\n".join([*rows, "| Reablement | Short help to do things again |"])
    assert check(explained, "Reablement helps.").findings == ()
    figures = "\n".join([*rows, "| Reablement | £2m |"])
    assert [finding.text for finding in check(figures).findings] == ["Reablement"]


@pytest.mark.parametrize(
    "row",
    [
        "| AT | Acute trust |",
        "| Acute trust | AT |",
        "| AT | Acute trusts. |",
        "| **AT** | Acute trust |",
        "| BCF | Better Care Fund |",
        "| Better Care Fund | BCF |",
        "| 1 | AT | Acute trust |",
    ],
)
def test_a_table_of_abbreviations_is_left_alone(check: Check, row: str) -> None:
    """A term alone in a cell beside its letters is the table's business; elsewhere it is reported as ever."""
    columns = row.count("|") - 1
    head = ["| Word " * columns + "|", "| --- " * columns + "|"]
    assert [each.text for each in check("\n".join([*head, row])).findings if each.rule == RULE] == []
    term = "Better Care Fund" if "BCF" in row else "acute trust"
    (finding,) = (each for each in check("\n".join([*head, row]), f"The {term} pays.").findings if each.rule == RULE)
    assert (finding.text, finding.count, finding.at and finding.at.block) == (term, 1, 2 * columns)


@pytest.mark.parametrize(
    "table",
    [
        "| Word | Word |\n| --- | --- |\n| AT | The acute trust met |",
        "| Word | Word |\n| --- | --- |\n| AT pays | Acute trust |",
        "| Word | Word | Word |\n| --- | --- | --- |\n| AT | 5 | Acute trust |",
        "| Word | Word |\n| --- | --- |\n| 5 | AT |\n| Acute trust | 6 |",
        "AT\n\nAcute trust",
    ],
)
def test_elsewhere_a_term_in_a_table_is_reported(check: Check, table: str) -> None:
    """Both must stand alone, in cells side by side in one row."""
    found = [each.text for each in check(table).findings if each.rule == RULE]
    assert [str(text).lower() for text in found] == ["acute trust"]


def test_a_term_beside_other_letters_is_reported(check: Check) -> None:
    """The letters in the next cell must be the term's own."""
    found = check("| Stakeholders | GP |\n| --- | --- |\n| 5 | 6 |").findings
    assert [(each.rule, each.text) for each in found] == [(RULE, "Stakeholders")]


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        ("An acute trust met.", "A hospital trust met."),
        ("We saw an acute trust.", "We saw a hospital trust."),
        ("A stakeholder came.", "An interested person came."),
        ("Stakeholders met.", "Interested people met."),
        ("The Better Care Fund pays.", "The Better Care Fund (money that the NHS and councils plan together) pays."),
    ],
)
def test_edit(check: Check, text: str, edited: str) -> None:
    """Plain words take the form of those they replace; a name keeps its words and gets some in brackets."""
    (finding,) = check(text).findings
    (edit,) = finding.suggestions[0].edits
    assert text[: edit.at.span.start] + edit.text + text[edit.at.span.end :] == edited
    assert not finding.suggestions[0].safe


def test_capitals_all_through(check: Check) -> None:
    """Known miss: words in capitals throughout are replaced by small letters."""
    (finding,) = check("STAKEHOLDERS MET").findings
    assert finding.suggestions[0].replacement == "interested people"


def test_a_term_with_a_meaning_alone(check: Check) -> None:
    """The message gives the meaning, the suggestion carries it as its reason, and there is no edit."""
    (finding,) = check("Reablement helps.").findings
    assert finding.message == (
        "Some readers won’t know “Reablement”: say what it means: short-term help to do everyday things again."
    )
    (suggestion,) = finding.suggestions
    assert (suggestion.replacement, suggestion.edits) == (None, ())
    assert suggestion.reason == "Short-term help to do everyday things again."
