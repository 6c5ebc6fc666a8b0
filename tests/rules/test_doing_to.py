"""The rule ``doing-to``."""

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

RULE = "doing-to"

PERMISSION = """
We allow patients to choose a time.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ doing-to

The trust will allow carers and their families to stay overnight.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ doing-to

We want to let carers have a say.
           ^^^^^^^^^^^^^^^ doing-to

The home lets people with dementia choose their own clothes.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ doing-to

By allowing residents to choose, the home learns more.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ doing-to

We meet in the evening in order to allow residents to take part.
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ doing-to

Patients are allowed to bring a friend.
         ^^^^^^^^^^^^^^ doing-to

The ward manager gave patients permission to leave.
                 ^^^^^^^^^^^^^^^^^^^^^^^^ doing-to
"""

ALLOWED = """
You are allowed to drink water.
    ^^^^^^^^^^^^^^ doing-to

Ask a nurse what you’re allowed to eat.
                 ^^^^^^^^^^^^^^^^^ doing-to

You will be allowed home the next day.
    ^^^^^^^^^^^^^^^^^^^^ doing-to

If you are not allowed home, we will ring your family.
       ^^^^^^^^^^^^^^^^^^^^ doing-to

Residents are not allowed to keep cats.
          ^^^^^^^^^^^^^^^^^^ doing-to

Patients are usually permitted to walk in the garden.
         ^^^^^^^^^^^^^^^^^^^^^^^^ doing-to

We only let relatives collect the keys.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^ doing-to
"""

STEERING = """
We need to get patients to comply with their treatment.
           ^^^^^^^^^^^^^^^^^^^^^^ doing-to

Staff make people attend every week.
      ^^^^^^^^^^^^^^^^^^ doing-to

We must ensure that patients comply with the plan.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ doing-to

The council will educate the public about sepsis.
                 ^^^^^^^^^^^^^^^^^^ doing-to

We must manage patients’ expectations.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ doing-to

Nurses deal with patients and families every day.
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ doing-to

We listen to our patients, carers and the public.
             ^^^^^^^^^^^^ doing-to

The panel gives people a voice in the plan.
          ^^^^^^^^^^^^^^^^^^^^ doing-to

We will take the public with us.
        ^^^^^^^^^^^^^^^^^^^^^^^ doing-to

We heard from our older residents and our service users.
              ^^^^^^^^^^^^^^^^^^^ doing-to
                                      ^^^^^^^^^^^^^^^^^ doing-to
"""

MISSES = """
Please let us know. Let your surgery know. Let people know what has changed.

People can get help at any time, or make an appointment to see the nurse.

We make people feel welcome. We made people wait. Make sure people know where to go.

The app allows patients to book. The new clinic on Saturdays allows people to come after work.

The Act permits people to appeal. The board has to make arrangements to involve the public.

We moved the clinic to Saturdays, allowing people to come after work.

Allow staff to see the records. The manager lets staff choose their hours.

Visitors are not allowed to smoke. Only two visitors are allowed to visit at once.

We should not talk of our patients. We don’t let patients wait.

We work with people rather than allowing patients to have a say.

Instead of letting patients choose, ask them what they want to change.

One man said: “They allow patients to choose, but only on paper.”

Our Patients is the name of our newsletter. Our patient forum meets in May.

We encourage people to take part. We get feedback from patients to improve the ward.

The service deals with patients’ complaints. The deals with residents are good.

Parents let their children play. Teachers educate young people about food.

We allow time for people to think. We give patients the time that they need.

By law you are not allowed to drive for a week. The DVLA says when you are allowed to drive again.

Staff are not allowed to take gifts from you. Are you allowed to drive? Have you allowed enough time?

Patients were not allowed to see their families. You should not have been allowed to fall.

Only patients are allowed to use this lift. Visitors will not be allowed to park here.

You must let visitors see the report. You should let people ask questions.
"""


@pytest.mark.parametrize("example", [*examples(PERMISSION), *examples(ALLOWED), *examples(STEERING), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """What is done to people is noted; what things make possible, arguments against it and quotations are not."""
    check_example(RULE, example, checker=small)


def found(report: Report) -> list[Finding]:
    """Return the findings of the rule."""
    return [finding for finding in report.findings if finding.rule == RULE]


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        ("We allow patients to choose.", "Patients can choose."),
        ("We allowed residents to choose.", "Residents could choose."),
        ("In order to allow people to eat, we close.", "So that people can eat, we close."),
        ("Carers are allowed to stay.", "Carers can stay."),
        ("Carers will be allowed to stay.", "Carers will be able to stay."),
        ("You are allowed to eat.", "You can eat."),
        ("You’re allowed to eat.", "You can eat."),
        ("You are only allowed to bring one bag.", "You can only bring one bag."),
        ("You may be allowed to eat.", "You may be able to eat."),
        ("You have been allowed to eat.", "You have been able to eat."),
        ("You are allowed home.", "You can go home."),
        ("You aren’t allowed to eat.", "You cannot eat."),
        ("You are not usually allowed to eat.", "You cannot usually eat."),
        ("You won't be allowed to eat.", "You will not be able to eat."),
        ("We only allow carers to stay.", "Only carers can stay."),
        ("We educated patients about sepsis.", "We shared information with patients about sepsis."),
        ("Dealing with patients is a joy.", "Working with patients is a joy."),
        ("We asked our patients.", "We asked patients."),
        ("We asked our service users.", "We asked people who use our services."),
    ],
)
def test_edits(check: Check, text: str, edited: str) -> None:
    """Where the words are certain they are offered, never as safe."""
    (finding,) = found(check(text))
    (suggestion,) = finding.suggestions
    (edit,) = suggestion.edits
    assert text[: edit.at.span.start] + edit.text + text[edit.at.span.end :] == edited
    assert not suggestion.safe


@pytest.mark.parametrize(
    "text", ["One of our patients came.", "The trust lets people stay.", "We get people to comply."]
)
def test_no_edit_where_the_words_are_not_certain(check: Check, text: str) -> None:
    """Elsewhere the suggestion is the reason alone."""
    (finding,) = found(check(text))
    assert [each.edits for each in finding.suggestions] == [()]


def test_message_gives_the_reason_and_the_words(check: Check) -> None:
    """The note says why, then what could be written."""
    (finding,) = found(check("The trust will let carers stay."))
    assert finding.message == (
        "“let carers stay”: it sounds like permission given from above. "
        "You could write “carers can stay” or “so that carers can stay”."
    )


def test_ours_is_a_hint(check: Check) -> None:
    """“Our patients” is often meant warmly, so the note is a gentler one."""
    (finding,) = found(check("We asked our patients."))
    assert (finding.severity.value, finding.confidence) == ("hint", 0.6)


def test_headings_and_block_quotations_are_left_alone(check: Check) -> None:
    """A heading can be a name, and a block quotation is somebody's words; a list item is neither."""
    report = check("# Our patients", "> We allow patients to choose.", "- We allow patients to choose.")
    assert [finding.at and finding.at.block for finding in found(report)] == [2]


def test_repeats_are_one_note(check: Check) -> None:
    """The same words are noted once, with all their places."""
    (finding,) = found(check("Our patients came.", "We asked our patients."))
    assert finding.count == 2


def test_a_leaflet_for_patients_is_quiet(check: Check) -> None:
    """A leaflet that speaks to its reader holds nothing of the kind."""
    report = check(
        "# Your knee operation",
        "Let the nurse know if you feel sick. You can get up after two hours.",
        "Make sure that somebody can take you home.",
        "Visitors can come from 2 pm. We are not allowed to keep your clothes on the ward.",
        "If you do not understand something, ask us to explain it.",
    )
    assert found(report) == []


def test_a_policy_that_does_to_people(check: Check) -> None:
    """A policy on involving people can itself do to them; each place is told."""
    report = check(
        "# Involving people",
        "The trust will allow patients to join two of its groups. Staff will educate families about our limits.",
        "It is hard to get people to engage, and we must manage expectations.",
    )
    assert [finding.text for finding in found(report)] == [
        "allow patients to join",
        "educate families",
        "get people to engage",
        "manage expectations",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They let patients choose.",
        "We changed the rules to allow families to visit.",
        "The public will be educated about sepsis.",
        "Residents will be taken on the journey.",
    ],
)
def test_less_plain_ways_to_do_to_people(check: Check, text: str) -> None:
    """Known miss: where "they" decide, a thing stands before the verb, or the verb is passive, nothing is told."""
    assert found(check(text)) == []


def test_what_people_are_allowed_to_have(check: Check) -> None:
    """Known miss: after "allowed", only "to" and "home" are told, not a thing that people may have."""
    assert found(check("You are allowed two visitors at a time.")) == []


def test_a_courtesy_in_a_rule(check: Check) -> None:
    """Known miss: a plain house rule is noted, though nobody minds it."""
    (finding,) = found(check("Allow people to get off first."))
    assert finding.text == "Allow people to get"
