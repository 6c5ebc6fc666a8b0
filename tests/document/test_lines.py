"""Lines and columns are counted as editors count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.document import LineIndex

LINES = st.text(alphabet=st.sampled_from("ab \n\r\f\v\x85\u2028\u2029é\U0001f600"), max_size=40)


def naive_position(text: str, offset: int) -> tuple[int, int]:
    """Walk to an offset character by character, counting lines and columns from 1."""
    line, column = 1, 1
    for index in range(offset):
        pair = text[index : index + 2] == "\r\n"
        if text[index] == "\n" or (text[index] == "\r" and not pair):
            line, column = line + 1, 1
        else:
            column += 1
    return line, column


@given(LINES)
def test_every_offset_agrees_with_a_naive_count(text: str) -> None:
    """Give each offset the line and column that walking through the text gives it."""
    index = LineIndex(text)
    offsets = range(len(text) + 1)
    assert [index.position(offset) for offset in offsets] == [naive_position(text, offset) for offset in offsets]


@given(LINES)
def test_a_line_starts_at_column_one_and_leads_back(text: str) -> None:
    """Return the first offset of a line, from which the line and column 1 come back."""
    index = LineIndex(text)
    lines = {index.position(offset)[0] for offset in range(len(text) + 1)}
    assert lines == set(range(1, len(lines) + 1))
    for line in lines:
        assert index.position(index.offset(line)) == (line, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_line_end_counts_once(end: str) -> None:
    """End a line at a line feed, a carriage return, and the two together."""
    text = f"one{end}two{end}{end}four"
    assert LineIndex(text).position(text.index("two")) == (2, 1)
    assert LineIndex(text).position(text.index("four") + 2) == (4, 3)


@pytest.mark.parametrize("mark", ["\f", "\v", "\x85", "\x1c", "\u2028", "\u2029"])
def test_other_separators_end_no_line(mark: str) -> None:
    """Stay on the line at marks at which ``str.splitlines`` splits and an editor doesn't."""
    assert LineIndex(f"one{mark}two").position(4) == (1, 5)


def test_columns_count_code_points() -> None:
    """Count a character outside the basic plane, and each combining mark, as one column."""
    assert LineIndex("\U0001f600e\u0301x").position(3) == (1, 4)


def test_an_empty_text_has_one_line() -> None:
    """Place the only offset of an empty text at line 1, column 1."""
    assert LineIndex("").position(0) == (1, 1)


def test_the_end_of_the_last_line_has_a_position() -> None:
    """Place the offset after the last line end at the start of one more line."""
    assert LineIndex("one\n").position(4) == (2, 1)
