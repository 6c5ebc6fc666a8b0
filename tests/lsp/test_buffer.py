"""The lines of an open document stay in step with any edits, in any way to count columns."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plainspeak_lsp.buffer import Buffer, Change
from plainspeak_lsp.positions import Encoding, Position, column_of, units_of

TEXTS = st.text(st.sampled_from("ab \r\n\u2028\u0085\x0ce\u0301\U0001f600\u00e9\u4e2d"), max_size=30)
ENCODINGS = st.sampled_from(list(Encoding))
LINE_END = re.compile(r"\r\n|\n|\r")


def starts_of(text: str) -> list[int]:
    """Where the lines of a text begin."""
    return [0, *(match.end() for match in LINE_END.finditer(text))]


def position_of(text: str, offset: int, encoding: Encoding) -> Position:
    """What an editor calls an offset, by the plainest way to count."""
    line = sum(start <= offset for start in starts_of(text)) - 1
    before = text[starts_of(text)[line] : offset]
    sizes = {Encoding.UTF8: ("utf-8", 1), Encoding.UTF16: ("utf-16-le", 2), Encoding.UTF32: ("utf-32-le", 4)}
    codec, size = sizes[encoding]
    return Position(line, len(before.encode(codec)) // size)


def inside_line_end(text: str, offset: int) -> bool:
    """Whether an offset is between the two halves of one line end: no editor puts a cursor there."""
    return text[offset - 1 : offset + 1] == "\r\n" and offset > 0


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), TEXTS), max_size=8), ENCODINGS)
@example("one\u2028two\nthree", [(8, 13, "four")], Encoding.UTF16)
@example("a\rb", [(2, 2, "\n")], Encoding.UTF8)
@example("a\r\nb", [(1, 1, "\r")], Encoding.UTF8)
def test_any_edits(text: str, edits: list[tuple[int, int, str]], encoding: Encoding) -> None:
    """After each edit, the buffer has the text that a plain string has, and says rightly which lines changed."""
    buffer = Buffer(text, encoding)
    for one, other, added in edits:
        start, end = sorted((min(one, len(text)), min(other, len(text))))
        start -= inside_line_end(text, start)
        end -= inside_line_end(text, end)
        before = list(buffer.lines)
        change = buffer.edit(position_of(text, start, encoding), position_of(text, end, encoding), added)
        text = text[:start] + added + text[end:]
        assert buffer.text == text
        assert [len(line) for line in buffer.lines[:-1]] == [
            after - begin for begin, after in zip(starts_of(text), starts_of(text)[1:], strict=False)
        ]
        assert buffer.lines[: change.first] == before[: change.first]
        assert buffer.lines[change.first + change.added :] == before[change.first + change.removed :]


@given(TEXTS, ENCODINGS)
def test_positions_there_and_back(text: str, encoding: Encoding) -> None:
    """Each column has its units."""
    for column in range(len(text) + 1):
        assert column_of(text, units_of(text, column, encoding), encoding) == column


@pytest.mark.parametrize(
    ("encoding", "units"), [(Encoding.UTF8, [0, 4, 5]), (Encoding.UTF16, [0, 2, 3]), (Encoding.UTF32, [0, 1, 2])]
)
def test_an_emoji(encoding: Encoding, units: list[int]) -> None:
    """It is one character, and takes four bytes or two halves."""
    assert [units_of("\U0001f600x", column, encoding) for column in range(3)] == units


def test_a_place_inside_a_character() -> None:
    """It is taken for the place before."""
    assert column_of("\U0001f600x", 1, Encoding.UTF16) == 0


def test_places_beyond_the_text() -> None:
    """A column beyond its line is the line's end, a line beyond the text the text's end."""
    buffer = Buffer("abc\ndef", Encoding.UTF16)
    assert buffer.edit(Position(0, 9), Position(0, 99), "X") == Change(0, 1, 1)
    assert buffer.edit(Position(7, 0), Position(9, 9), "Y") == Change(1, 1, 1)
    assert buffer.text == "abcX\ndefY"
    assert buffer.column(Position(0, 99)) == 4


def test_all_of_it() -> None:
    """An editor may also send the whole text."""
    buffer = Buffer("a\nb", Encoding.UTF16)
    assert buffer.replace("c\n") == Change(0, 2, 2)
    assert buffer.lines == ["c\n", ""]
    assert buffer.position(0, 1) == Position(0, 1)


def test_ten_thousand_edits() -> None:
    """No drift."""
    chance = random.Random(3)
    text, buffer = "", Buffer("", Encoding.UTF16)
    for _ in range(10_000):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.randrange(6))
        start -= inside_line_end(text, start)
        end -= inside_line_end(text, end)
        added = "".join(chance.choices("ab\r\n\u2028\U0001f600", k=chance.randrange(5)))
        buffer.edit(position_of(text, start, Encoding.UTF16), position_of(text, max(start, end), Encoding.UTF16), added)
        text = text[:start] + added + text[max(start, end) :]
    assert buffer.text == text
