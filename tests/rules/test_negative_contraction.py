"""The rule ``negative-contraction``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.checker import Checker
from plainspeak.config import Config, RuleSetting, profile_config
from plainspeak.testing import check_example

from .tables import examples

if TYPE_CHECKING:
    from plainspeak.findings import Finding

RULE = "negative-contraction"

HITS = """
Don't drive.
^^^^^ negative-contraction

Don’t drive. You can’t see well, and you won’t feel well.
^^^^^ negative-contraction
                 ^^^^^ negative-contraction
                                         ^^^^^ negative-contraction

(Don't drive.) DON'T DRIVE.
 ^^^^^ negative-contraction
               ^^^^^ negative-contraction

Isn't it sore?
^^^^^ negative-contraction
"""

MISSES = """
Do not drive. You cannot see well.

She said: “I don’t drive.”

She said 'I don't drive'.

You’ll see that we’re here, and that it’s fine. They’ve come.

The nurse’s cant. Wont and want. Cont. Dont.

The patients’ tea isnt hot.

Ain’t it so.
"""


@pytest.fixture(scope="module")
def leaflet() -> Checker:
    """A checker with the profile for leaflets."""
    return Checker(profile_config("patient-leaflet"))


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, leaflet: Checker) -> None:
    """A shortened "not" is flagged, with either apostrophe; other short forms and somebody's words are left alone."""
    check_example(RULE, example, checker=leaflet)


def found(checker: Checker, text: str) -> list[Finding]:
    """Return the findings of this rule."""
    return [finding for finding in checker.check(text).findings if finding.rule == RULE]


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        ("You can't go.", "You cannot go."),
        ("You couldn’t go.", "You could not go."),
        ("You daren't go.", "You dare not go."),
        ("You didn't go.", "You did not go."),
        ("It doesn't go.", "It does not go."),
        ("Don't go.", "Do not go."),
        ("You hadn't gone.", "You had not gone."),
        ("It hasn't gone.", "It has not gone."),
        ("You haven't gone.", "You have not gone."),
        ("It isn't on.", "It is not on."),
        ("You aren't on.", "You are not on."),
        ("It wasn't on.", "It was not on."),
        ("You weren't on.", "You were not on."),
        ("It mightn't go.", "It might not go."),
        ("You mustn't go.", "You must not go."),
        ("You needn't go.", "You need not go."),
        ("You oughtn't to go.", "You ought not to go."),
        ("We shan't go.", "We shall not go."),
        ("You shouldn't go.", "You should not go."),
        ("We won’t go.", "We will not go."),
        ("It wouldn't go.", "It would not go."),
        ("DON'T GO.", "DO NOT GO."),
        ("Won't go.", "Will not go."),
        ("It isn't the right time.", "It is not the right time."),
    ],
)
def test_safe_swaps(leaflet: Checker, text: str, edited: str) -> None:
    """Each verb gets its full form, which may be put in without a person; capitals are kept."""
    (finding,) = found(leaflet, text)
    (suggestion,) = finding.suggestions
    (edit,) = suggestion.edits
    assert text[: edit.at.span.start] + edit.text + text[edit.at.span.end :] == edited
    assert suggestion.safe


@pytest.mark.parametrize(
    "text",
    [
        "Don’t you agree?",
        "It is sore, isn't it?",
        "Why don't we start?",
        "Isn't the clinic open?",
        "(Isn't the clinic open?)",
        "Why isn't the clinic open?",
        "What can't I eat?",
        "Shouldn't you be in bed?",
        "It is sore, isn't it.",
    ],
)
def test_questions_have_no_swap(leaflet: Checker, text: str) -> None:
    """Where "not" would come after the subject, there is advice and nothing to paste."""
    (finding,) = found(leaflet, text)
    assert finding.message.endswith("as its opposite: ask this another way.")
    assert [suggestion.edits for suggestion in finding.suggestions] == [()]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Shouldn't you be able to lie flat, tell us.", "write “if you should not”"),
        ("Hadn’t we met, it would be late.", "write “if we had not”"),
        ("Shouldn't you be in bed", "ask this another way"),
        ("Isn't it sore, or hot.", "ask this another way"),
    ],
)
def test_conditions_are_no_questions(leaflet: Checker, text: str, advice: str) -> None:
    """A sentence that begins with "shouldn't you", and goes on after a comma, says "if"."""
    (finding,) = found(leaflet, text)
    assert finding.message.endswith(f"as its opposite: {advice}.")
    assert [suggestion.edits for suggestion in finding.suggestions] == [()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What if I can't sleep?", "cannot"),
        ("Who can't have it?", "cannot"),
        ("Is it true that it isn't the flu?", "is not"),
    ],
)
def test_swaps_in_questions_need_a_person(leaflet: Checker, text: str, words: str) -> None:
    """In a question the swap is offered where it seems to fit, but is never called safe."""
    ((suggestion,),) = [finding.suggestions for finding in found(leaflet, text)]
    assert (suggestion.replacement, suggestion.safe) == (words, False)


def test_message(leaflet: Checker) -> None:
    """It says why, and what to write."""
    (finding,) = found(leaflet, "You can’t go.")
    assert finding.message == "Some people read “can’t” as its opposite: write “cannot”."
    assert finding.severity.value == "information"


def test_repeats_are_told_once(leaflet: Checker) -> None:
    """Both apostrophes, and capitals, are the same word."""
    (finding,) = found(leaflet, "Don't run. You don’t have to.\n\nDON'T RUN.")
    assert (finding.text, finding.count) == ("Don't", 3)


def test_block_quotations_are_left_alone(leaflet: Checker) -> None:
    """A block quotation is somebody's words."""
    assert leaflet.check("> I don't go.", media_type="text/markdown").findings == ()


def test_only_leaflets_look_for_it() -> None:
    """The other profiles have it off; a configuration can turn it on."""
    for profile in ("meeting-paper", "public-document"):
        config = profile_config(profile)
        assert found(Checker(config), "You can't go.") == []
        rules = {**config.rules, RULE: RuleSetting()}
        assert len(found(Checker(Config(profile=profile, rules=rules)), "You can't go.")) == 1


def test_a_question_without_a_pronoun(leaflet: Checker) -> None:
    """Known miss: after "which" and a noun, the question isn't seen, and the swap reads stiffly."""
    ((suggestion,),) = [finding.suggestions for finding in found(leaflet, "Which foods can't my child eat?")]
    assert suggestion.replacement == "cannot"
