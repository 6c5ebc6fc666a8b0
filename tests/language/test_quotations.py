"""Somebody's own words are told from the paper's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.language.quotations import quotations


def quoted(text: str) -> list[str]:
    """Return what stands between quotation marks."""
    return [text[span.start : span.end] for span in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said \u201cI was lost\u201d and left.", ["I was lost"]),
        ('She said "I was lost" and left.', ["I was lost"]),
        ("She said \u2018I was lost\u2019 and left.", ["I was lost"]),
        ("She said 'I was lost' and left.", ["I was lost"]),
        ("\u201cOne\u201d and \u201ctwo\u201d.", ["One", "two"]),
        ("\u2018I don\u2019t know\u2019, she said.", ["I don\u2019t know"]),
        ("'I don't know', she said.", ["I don't know"]),
        ("\u201cIt wasn\u2019t me\u201d", ["It wasn\u2019t me"]),
        ("\u201cThe so-called \u2018plan\u2019 failed\u201d", ["The so-called \u2018plan\u2019 failed"]),
        ("She began: \u201cI was lost. Nobody came.", ["I was lost. Nobody came."]),
        ("\u201cOne\u201d then \u201ctwo goes on", ["One", "two goes on"]),
        ("Nobody came.\u201d That was in May.", ["Nobody came."]),
        ("We were never asked. Never! [Parent, Leeds]", ["We were never asked. Never!"]),
    ],
)
def test_words_between_marks_are_quoted(text: str, expected: list[str]) -> None:
    """Find words in curly or straight, double or single marks, and a quotation that runs on to the next paragraph."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No marks at all.",
        "The patients' views and the staff's views.",
        "The patients\u2019 views and the staff\u2019s views.",
        "It don't and it won't.",
        'A 5" pipe and a 6" pipe.',
        "An empty \u201c\u201d pair.",
        "It ends\u201d here.",
        "We asked them. See [1] and [2].",
        "We asked them. [2]",
    ],
)
def test_other_marks_quote_nobody(text: str) -> None:
    """Take apostrophes, inches and lonely closing marks for no quotation."""
    assert quoted(text) == []


@given(st.text(alphabet="ab '\"\u2018\u2019\u201c\u201d", max_size=30))
def test_quotations_lie_inside_the_text(text: str) -> None:
    """Return spans in the text that hold something, whatever marks it has."""
    for span in quotations(text):
        assert 0 <= span.start <= span.end <= len(text)
