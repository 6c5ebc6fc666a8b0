"""Brackets that belong together are found in one pass, whatever else is open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.acronyms.brackets import brackets_of


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("one (two) three [four]", ["two", "four"]),
        ("one (two [three] four) five", ["two [three] four", "three"]),
        ("one (two [three) four]", ["two [three"]),
        ("one (two", []),
        ("one) two (three)", ["three"]),
        ("((()))", ["(())", "()", ""]),
        ("", []),
    ],
)
def test_brackets(text: str, inside: list[str]) -> None:
    """Nested ones are found in the order in which they open; one without a partner is passed over."""
    assert [text[span.start : span.end] for span in brackets_of(text)] == inside


@given(st.text(alphabet="()[]a ", max_size=60))
def test_pairs_nest(text: str) -> None:
    """Each pair is a pair, and no two cross."""
    found = brackets_of(text)
    for span in found:
        assert text[span.start - 1] + text[span.end] in ("()", "[]")
    for one in found:
        for other in found:
            assert one == other or one.end < other.start or other.end < one.start or one.start != other.start


def test_depth_is_limited() -> None:
    """Of a thousand brackets in each other only the innermost twenty count."""
    assert len(brackets_of("(" * 1000 + ")" * 1000)) == 20
