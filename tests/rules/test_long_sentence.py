"""The rule ``long-sentence``."""

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

RULE = "long-sentence"

HITS = """
with max-words: 4
One two three four five.
^^^^^^^^^^^^^^^^^^^^^^^^ long-sentence

with max-words: 4
One two. One two three four five. One.
         ^^^^^^^^^^^^^^^^^^^^^^^^ long-sentence

with max-words: 4
One two three four five. Six seven eight nine ten!
^^^^^^^^^^^^^^^^^^^^^^^^ long-sentence
                         ^^^^^^^^^^^^^^^^^^^^^^^^^ long-sentence

with max-words: 4
One two three four five
^^^^^^^^^^^^^^^^^^^^^^^ long-sentence
Six.

with max-words: 4
He saw Dr. Penhallow and left.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long-sentence

with max-words: 4
It cost £2.4 million in all.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long-sentence

with max-words: 4
Ask (if you can) for it.
^^^^^^^^^^^^^^^^^^^^^^^^ long-sentence

with max-words: 4
“One two three four five.”
^^^^^^^^^^^^^^^^^^^^^^^^^^ long-sentence

with max-words: 4
One, two, three; four: five?
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long-sentence
"""

MISSES = """
with max-words: 4
One two three four.

with max-words: 4
One two three. Four five six.

with max-words: 4
One two three four
five six

with max-words: 4
One-and-a-half two three four.

with max-words: 4
One’s two’s three’s four’s.

with max-words: 4
One two – three – four.

with max-words: 4
At 4.30pm, see https://example.org/a/b.

a b c d e f g h i j k l m n o p q r s t u v w x y.

with max-words: 4
Done at 9 a.m. Left at 5 p.m. They stayed.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """A sentence is flagged from its first word to its last mark when it has more words than the limit."""
    check_example(RULE, example, checker=small)


def test_default_is_25_words(check: Check) -> None:
    """25 words pass, 26 don't, and the message counts them."""
    assert check(f"{'word ' * 25}.").findings == ()
    (finding,) = check(f"{'word ' * 26}.").findings
    assert finding.message == "This sentence has 26 words: split it, so that each has 25 or fewer."
    assert finding.severity.value == "information"


def test_leaflets_have_a_lower_limit() -> None:
    """In a leaflet 21 words are too many, and it is a warning."""
    leaflet = Checker(profile_config("patient-leaflet"))
    assert leaflet.check(f"{'word ' * 20}.").findings == ()
    (finding,) = leaflet.check(f"{'word ' * 21}.").findings
    assert (finding.rule, finding.severity.value) == (RULE, "warning")
    assert finding.message.endswith("20 or fewer.")


def test_headings_are_not_sentences(check: Check) -> None:
    """A long heading is passed over; the same words in a list item are flagged."""
    words = "word " * 30
    report = check(f"# {words}", f"- {words}")
    assert [finding.at and finding.at.block for finding in report.findings] == [1]


def test_the_same_sentence_twice_is_two_findings(check: Check) -> None:
    """Long sentences are never folded: each is to be split."""
    sentence = f"{'word ' * 26}."
    report = check(sentence, sentence)
    assert [(finding.rule, finding.count) for finding in report.findings] == [(RULE, 1), (RULE, 1)]
