"""The rule ``double-negative``."""

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

RULE = "double-negative"

HITS = """
Falls are not uncommon on this ward.
          ^^^^^^^^^^^^ double-negative

It isn't unusual to feel tired, and it isn’t unlikely that you will.
   ^^^^^^^^^^^^^ double-negative
                                       ^^^^^^^^^^^^^^ double-negative

This is not an uncommon question, and the answer is not at all unexpected.
        ^^^^^^^^^^^^^^^ double-negative
                                                    ^^^^^^^^^^^^^^^^^^^^^ double-negative

The plan is not without risks.
            ^^^^^^^^^^^ double-negative

We did not fail to reply.
       ^^^^^^^^^^^ double-negative

Can you move me? Not unless you agree.
                 ^^^^^^^^^^ double-negative

The data will not be shared unless you agree.
              ^^^^^^^^^^^^^^^^^^^^ double-negative

Visits cannot be booked except by phone.
       ^^^^^^^^^^^^^^^^^^^^^^^ double-negative

We do not share your notes unless you agree.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ double-negative

No operation is without risk, and no request will be refused without a reason.
^^^^^^^^^^^^^^^^^^^^^^^ double-negative
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ double-negative

No visit will be paid unless you agree.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ double-negative

The rule does not apply to contractors, unless they ask.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ double-negative

It would not be unreasonable to ask, and we do not disagree.
         ^^^^^^^^^^^^^^^^^^^ double-negative
                                               ^^^^^^^^^^^^ double-negative

The result was disappointing, but not unexpected. It is useful, but not without risks.
                                  ^^^^^^^^^^^^^^ double-negative
                                                                    ^^^^^^^^^^^ double-negative

It won’t be shown to anyone other than your nurse.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ double-negative
"""

QUIET = """
This is not only common, it is not just common: it is usual.

She is not interested. It is not important. The work is not included in the plan.

He is not inpatient staff. This is not individual care. We do not understand it. It was not updated.

We do not know and cannot say. We did not and will not move. We can't move, but not because we don't want to.

No visitors are allowed without a mask. No medicine should be taken without food. There is no fire without smoke.

No gain was seen in people without pain. No bus runs, and we will walk unless it rains.

You must not be unreasonable. Do not disagree with the nurse.

It is hard, but not impossible.

It is difficult, if not impossible. The side effect is rare but not unknown. Ask whether or not unusual bleeding comes.

Tell us about any unusual bleeding. There was no unusual bleeding and nothing unexpected. No one was unwilling to help.

Do not drive unless a doctor says so. Staff must not share notes unless the patient agrees.

You will not need to fast unless we say so.

It is not far, unless the bridge is shut. We will not come because of the snow, except on Monday.

Not open unless you can

Not all unusual events are bad. There is nothing to do except wait.

He may not know where the ward is unless you tell him.

The tablets should not be taken without food. There are not more than 3 other wards.

“It is not uncommon,” she said.
"""


@pytest.mark.parametrize("example", examples(HITS))
def test_hits(example: str, small: Checker) -> None:
    """A negative is flagged with another one that cancels it."""
    check_example(RULE, example, checker=small)


@pytest.mark.parametrize("example", examples(QUIET))
def test_near_misses(example: str, small: Checker) -> None:
    """One negative, two in clauses of their own, a plain ban, and words that only begin like a negative are fine."""
    check_example(RULE, example, checker=small)


@pytest.mark.parametrize(
    ("text", "replacements"),
    [
        ("Falls are not uncommon.", ["common"]),
        ("Falls aren’t uncommon.", ["are common"]),
        ("It is not an unimportant point.", ["an important"]),
        ("Not unless you agree.", ["Only if"]),
        ("It is not at all uncommon.", []),
        ("It is never unwelcome.", []),
        ("It is not without risk.", []),
        ("It would not be unreasonable.", ["be reasonable"]),
        ("It wouldn’t be unreasonable.", ["would be reasonable"]),
        ("We do not disagree.", []),
        ("No ward is without risk.", []),
        ("It will not be shared unless you agree.", []),
    ],
)
def test_replacement_only_where_it_is_certain(check: Check, text: str, replacements: list[str]) -> None:
    """Clear pairs get the positive word; where the sentence has to be turned round there is only advice."""
    (finding,) = found(check(text))
    assert [suggestion.replacement for suggestion in finding.suggestions] == replacements


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Falls are not uncommon.", "“not uncommon” makes two negatives: write “common”."),
        (
            "The rule is not without exceptions.",
            "“not without” makes two negatives: say what there is, with “has” or “there are”.",
        ),
        (
            "No ward is without risk.",
            "“No ward is without” makes two negatives: say what is so, with “every” or “only”.",
        ),
        ("It is not at all unlikely.", "“not at all unlikely” makes two negatives: say how it is, with “likely”."),
        (
            "Your notes will not be shared with a council unless you agree.",
            "“not … unless” makes two negatives: say when it is so, with “only if”.",
        ),
    ],
)
def test_messages(check: Check, text: str, message: str) -> None:
    """The message says what to write, and shortens what is far apart."""
    (finding,) = found(check(text))
    assert finding.message == message


@pytest.mark.parametrize("text", ["No", "No ward", "No ward is", "Not", "We do not be", "We do not", "Not be a"])
def test_a_text_may_end_anywhere(check: Check, text: str) -> None:
    """A sentence that breaks off is checked like any other."""
    assert found(check(text)) == []


def test_clauses_between(check: Check) -> None:
    """Known miss: a clause between "not" and "unless" hides that they belong together."""
    assert found(check("It will not be shown to those who ask unless you agree.")) == []


def found(report: Report) -> list[Finding]:
    """Return what the rule found."""
    return [finding for finding in report.findings if finding.rule == RULE]
