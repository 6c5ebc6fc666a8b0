"""The rule ``buried-verb``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.testing import check_example

from .tables import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.checker import Checker
    from plainspeak.findings import Finding
    from plainspeak.report import Report

    Check = Callable[..., Report]

RULE = "buried-verb"

EMPTY_VERBS = """
The nurse will carry out an assessment of the wound.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^ buried-verb

Carry out a review of the ward.
^^^^^^^^^^^^^^^^^^^^^ buried-verb

The trust is conducting an evaluation of the clinic and undertook an audit of its notes.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ buried-verb
                                                        ^^^^^^^^^^^^^^^^^^^^^ buried-verb

We have made improvements to the garden.
        ^^^^^^^^^^^^^^^^^^^^ buried-verb

The committee reached agreement on the budget.
              ^^^^^^^^^^^^^^^^^^^^ buried-verb

They had a discussion about parking.
     ^^^^^^^^^^^^^^^^^^^^^^ buried-verb

The service provides support to carers at home.
            ^^^^^^^^^^^^^^^^^^^ buried-verb

We made an attempt to phone him.
   ^^^^^^^^^^^^^^^^^^ buried-verb

The board took a decision, and it will make a decision on the rest in June.
          ^^^^^^^^^^^^^^^ buried-verb
                                       ^^^^^^^^^^^^^^^^^^ buried-verb

The panel gave due consideration to every letter.
          ^^^^^^^^^^^^^^^^^^^^^^^^^ buried-verb

The nurse made a referral to the clinic. She will make recommendations to the board.
          ^^^^^^^^^^^^^^^^^^ buried-verb
                                                  ^^^^^^^^^^^^^^^^^^^^^^^ buried-verb

The panel made recommendations on staffing, and completed a review of the ward.
          ^^^^^^^^^^^^^^^^^^^^^^^ buried-verb
                                                ^^^^^^^^^^^^^^^^^^^^^ buried-verb

We undertook an annual evaluation of the clinic.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ buried-verb

The board has oversight of the budget, to ensure compliance with the law.
          ^^^^^^^^^^^^^^^^ buried-verb
                                          ^^^^^^^^^^^^^^^^^^^^^^ buried-verb
"""

PASSIVES = """
Consideration will be given to the plan.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ buried-verb

Improvements will be made to the ward, and due consideration has been given to the cost.
^^^^^^^^^^^^^^^^^^^^^^^^^ buried-verb
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ buried-verb

An assessment of the ward was carried out.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ buried-verb

The nurse said that a review of the new ward will be conducted in May.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ buried-verb

An annual audit of the notes has not been undertaken.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ buried-verb

A discussion took place about parking.
^^^^^^^^^^^^^^^^^^^^^^^ buried-verb
"""

PROCESSES = """
The grant is for the provision of transport.
                 ^^^^^^^^^^^^^^^^ buried-verb

Carers took part in the development of the new service.
                    ^^^^^^^^^^^^^^^^^^ buried-verb
"""

QUIET = """
Please make an appointment to have an assessment of your hearing.

She gave birth at home. Take your time, and do not take a decision-maker by surprise.

The council will complete a needs assessment. An Equality Impact Assessment of the plan is here.

The Care Quality Commission will carry out its Assessment of the trust.

We carried out a systematic review of the evidence, and a risk assessment of each room.

The trust will make reasonable adjustments to the building.

Staff provide support to help people to move, and give them more time.

People make decisions about their own care. You can make a complaint about your care.

He was given treatment for asthma. He had been given help with rent. Patients given training for the trial came back.

We offered support to carers, and nobody came. The law takes the decision out of our hands.

She made a suggestion that was hard to follow.

Complete removal of the lump is rare. Complete the review of the ward.

Treatment is given for asthma, help was given to carers, and payments are made to carers.

The review that was carried out is here. We met after the review was carried out. A decision was made to move.

The findings of the review were given to the board. The review of the ward was published.

A discussion took place in May. The meeting took place about noon.

What do reviews of such care show?

The conduct of the review of the ward took long. Nobody has an assessment of it yet.

“We carried out an assessment of the ward,” she said.

Smoking leads to the development of cancer. This drug is for the maintenance of bone.

There was an increase in the identification of cases. There is a need for the provision of transport.

We paid for a review of the ward, which was hard to do

Since the creation of the team, things are better. The provision of transport was late.

The Provision of Services Act has a chapter on the Provision of Care.
"""


@pytest.mark.parametrize("example", [*examples(EMPTY_VERBS), *examples(PROCESSES), *examples(PASSIVES)])
def test_hits(example: str, small: Checker) -> None:
    """An empty verb with a noun for what is done is flagged, and so are "for the provision of" and the passive."""
    check_example(RULE, example, checker=small)


@pytest.mark.parametrize("example", examples(QUIET))
def test_near_misses(example: str, small: Checker) -> None:
    """A thing with a name, what is done to a patient, and a noun that no verb can replace are left alone."""
    check_example(RULE, example, checker=small)


def test_headings_are_left_alone(check: Check) -> None:
    """A heading names its subject with a noun."""
    assert found(check("# How we carried out an assessment of the ward")) == []


@pytest.mark.parametrize(
    ("text", "replacement"),
    [
        ("She carries out an assessment of the wound.", "assesses"),
        ("She carried out assessments of the wards.", "assessed"),
        ("She has undertaken a review of the ward.", "reviewed"),
        ("After making a decision on the site, we met.", "deciding on"),
        ("Give consideration to the cost.", "Consider"),
        ("We carried out an investigation into the fall.", "looked into"),
        ("They are carrying out a thorough review of the ward.", "thoroughly reviewing"),
        ("She gave an explanation of the form.", "explained"),
        ("They made the decision to move.", "decided to"),
        ("We made a choice between two sites.", "chose between"),
        ("They have made a selection of the best photos.", "chosen"),
        ("The grant is for the implementation of the changes.", "carrying out"),
        ("The nurse makes referrals to the clinic.", "refers someone to"),
        ("This is to ensure full compliance with the law.", "fully follow"),
        ("The board has oversight of the budget.", "oversees"),
    ],
)
def test_replacement_has_the_form_of_the_empty_verb(check: Check, text: str, replacement: str) -> None:
    """The verb takes the tense of the empty one, its capital, and an adverb for the adjective that goes."""
    (finding,) = found(check(text))
    assert [suggestion.replacement for suggestion in finding.suggestions] == [replacement]


def test_the_noun_of_is_only_a_hint(check: Check) -> None:
    """A verb is buried deeper under an empty verb than in "the provision of"."""
    empty, process = found(check("We provided support to carers.", "It is for the provision of care."))
    assert [empty.severity.value, process.severity.value] == ["information", "hint"]
    assert process.confidence < empty.confidence


def test_message_says_what_to_write(check: Check) -> None:
    """The message gives the words to write."""
    (finding,) = found(check("We made improvements to the ward."))
    assert finding.message == "“made improvements to” buries its verb in a noun: write “improved”."


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("We asked for the provision of a ward.", "say who is to do it, with “to” and the verb"),
        ("The board called on us for the provision of a ward.", "say who is to do it, with “to” and the verb"),
        ("We undertook an annual review of the ward.", "build the sentence round “reviewed”"),
        ("A review of the ward was carried out.", "begin with who does it, and use the verb “review”"),
    ],
)
def test_advice_where_no_words_can_be_pasted(check: Check, text: str, advice: str) -> None:
    """A verb that would need other words round it is named, and there is no replacement."""
    (finding,) = found(check(text))
    assert finding.message.endswith(f" buries its verb in a noun: {advice}.")
    assert finding.suggestions == ()


def test_a_long_subject_is_shortened(check: Check) -> None:
    """The message names the noun and the passive, and not all that stands between."""
    (finding,) = found(check("A review of all the wards was carried out."))
    assert finding.message.startswith("“A review … was carried out” buries")


@pytest.mark.parametrize(
    "text",
    [
        "Make",
        "For the provision of",
        "It is for the provision of what they make",
        "Give the",
        "Was carried",
        "Took place",
    ],
)
def test_a_text_may_end_anywhere(check: Check, text: str) -> None:
    """A sentence that breaks off is checked like any other."""
    assert all(finding.text == "the provision of" for finding in found(check(text)))


def test_verb_in_the_subject(check: Check) -> None:
    """Known miss: a verb between the noun and its passive hides that they belong together."""
    assert found(check("A review of the beds that we use was carried out.")) == []


def test_two_nouns(check: Check) -> None:
    """Known miss: of two nouns that are joined by "and" neither is seen."""
    assert found(check("The service provides advice and support to carers.")) == []


def found(report: Report) -> list[Finding]:
    """Return what the rule found."""
    return [finding for finding in report.findings if finding.rule == RULE]
