"""The rule ``long-paragraph``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.checker import Checker
from plainspeak.config import profile_config
from plainspeak.testing import check_example

from .tables import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.report import Report

    Check = Callable[..., Report]

RULE = "long-paragraph"

HITS = """
with max-words: 5
One two three. Four five six.
^^^^^^^^^^^^^^ long-paragraph

with max-words: 5
One two three four five six
^^^^^^^^^^^^^^^^^^^^^^^^^^^ long-paragraph

with max-words: 5
One two three. Four five six.
^^^^^^^^^^^^^^ long-paragraph
One two three. Four five.
"""

TEN_WORDS = "We met by the sea and ate a red apple. "

MISSES = """
with max-words: 5
One two three. Four five.

with max-sentences: 2
One. Two. Three. Four. Five. Six. Seven. Eight.

with max-words: 5
One two three – four, five.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """A paragraph over either limit is flagged once, at its first sentence."""
    check_example(RULE, example, checker=small)


def long_paragraphs(report: Report) -> list[tuple[str, str | None]]:
    """Return the message and the words of each finding of this rule."""
    return [(finding.message, finding.text) for finding in report.findings if finding.rule == RULE]


def test_default_is_120_words(check: Check) -> None:
    """120 words pass, 121 don't, and the message counts them."""
    four = "One two three four. "
    assert long_paragraphs(check(f"{'word ' * 116}. {four}")) == []
    assert long_paragraphs(check(f"{four} {'word ' * 117}.")) == [
        ("This paragraph has 121 words: break it up, so that each part has 120 or fewer.", "One two three four.")
    ]


def test_default_is_six_sentences(check: Check) -> None:
    """Of sentences that together have 60 words or more, six pass and seven don't."""
    assert long_paragraphs(check(TEN_WORDS * 6)) == []
    assert long_paragraphs(check(TEN_WORDS * 7)) == [
        (
            "This paragraph has 7 sentences: break it up, so that each part has 6 or fewer.",
            "We met by the sea and ate a red apple.",
        )
    ]


def test_tiny_sentences_are_not_counted(check: Check) -> None:
    """Sentences count from 60 words on: 29 of two words pass, 30 don't."""
    assert long_paragraphs(check("We met. " * 29)) == []
    ((message, _),) = long_paragraphs(check("We met. " * 30))
    assert message.startswith("This paragraph has 30 sentences")


def test_a_limit_of_sentences_in_a_lower_limit_of_words(small: Checker) -> None:
    """With either limit lowered, a paragraph over both is told once, with its words."""
    example = "with max-words: 5, max-sentences: 2\nOne two. Three four. Five six.\n^^^^^^^^ long-paragraph"
    check_example(RULE, example, checker=small)


def test_profiles_have_limits_of_their_own() -> None:
    """A public document may have 100 words in a paragraph, a leaflet 80."""
    for profile, limit in [("meeting-paper", 120), ("public-document", 100), ("patient-leaflet", 80)]:
        checker = Checker(profile_config(profile))
        assert long_paragraphs(checker.check("word " * limit)) == []
        ((message, _),) = long_paragraphs(checker.check("word " * (limit + 1)))
        assert message.endswith(f"{limit} or fewer.")


def test_list_items_are_judged_one_by_one(check: Check) -> None:
    """A long list is fine; a long item of it isn't, and the message calls it that."""
    assert long_paragraphs(check("\n".join(["- We met."] * 30))) == []
    report = check(f"- We met.\n- {'We met. ' * 30}")
    assert long_paragraphs(report) == [
        ("This list item has 30 sentences: break it up, so that each part has 6 or fewer.", "We met.")
    ]


def test_other_blocks_are_left_alone(check: Check) -> None:
    """Headings, quotations and table cells are no paragraphs."""
    words = "We met. " * 30
    assert long_paragraphs(check(f"# {words}", f"> {words}", f"| A | B |\n| --- | --- |\n| {words} | {words} |")) == []


def test_lines_broken_on_purpose_are_paragraphs(check: Check) -> None:
    """Lines under each other look like paragraphs: each is judged by itself."""
    assert long_paragraphs(check("\\\n".join(["We met."] * 40))) == []
    report = check("We ate.\\\n" + "We met. " * 30 + "\\\nWe slept.")
    assert [text for _, text in long_paragraphs(report)] == ["We met."]


def test_the_same_paragraph_twice_is_two_findings(check: Check) -> None:
    """Long paragraphs are never folded: each is to be broken up."""
    words = "We met. " * 30
    assert len(long_paragraphs(check(words, words))) == 2
