"""Blocks are built piece by piece, and each character knows where it came from."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.document import Block, BlockBuilder, Kind, Place, Segment

SPECIAL = " \t\n\r\x00\x7f\x85\u00a0\u00ad\u200b\u200d\u2010\u2011\u2028\u202f\ufb01\ufb04\ufeff"
CHARACTERS = st.sampled_from("abcZ9.&'é\u201c" + SPECIAL)
TEXTS = st.text(alphabet=CHARACTERS | st.characters(), max_size=12)


@dataclass(frozen=True)
class Piece:
    """What a reader adds: characters as they stand in the source, or other characters for some of it."""

    text: str
    written: str | None = None
    """The characters of the source, when they are not the text one for one."""
    then: str = ""
    """``space`` or ``break``, called after the piece."""


PIECES = st.lists(st.builds(Piece, TEXTS, st.none() | TEXTS, st.sampled_from(["", "", "space", "break"])), max_size=8)


def built(pieces: list[Piece]) -> tuple[str, Block | None]:
    """Return the source of some pieces and the block built of them."""
    source = ""
    builder = BlockBuilder()
    for piece in pieces:
        written = piece.text if piece.written is None else piece.written
        builder.add(piece.text, len(source), length=None if piece.written is None else len(written))
        source += written
        if piece.then == "space":
            builder.space()
        elif piece.then == "break":
            builder.line_break()
    return source, builder.build(Kind.PARAGRAPH, Place())


def text_of(*pieces: str) -> str:
    """Return the text of a block built of some pieces."""
    block = built([Piece(piece) for piece in pieces])[1]
    return block.text if block else ""


@given(PIECES)
def test_segments_stand_in_order_and_cover_all_but_separators(pieces: list[Piece]) -> None:
    """Leave no character without a segment but single spaces and line breaks, and never cover one twice."""
    _, block = built(pieces)
    if block is None:
        return
    end = 0
    for segment in block.segments:
        assert end <= segment.start < segment.end
        assert block.text[end : segment.start] in ("", " ", "\n")
        end = segment.end
    assert end == len(block.text)


@given(PIECES)
def test_exact_segments_are_the_source_character_for_character(pieces: list[Piece]) -> None:
    """Give back the very characters of the source wherever a segment is exact."""
    source, block = built(pieces)
    if block is None:
        return
    for segment in block.segments:
        assert 0 <= segment.offset <= segment.offset + segment.length <= len(source)
        if segment.exact:
            assert source[segment.offset : segment.offset + segment.length] == block.text[segment.start : segment.end]


@given(PIECES)
def test_a_block_holds_clean_prose(pieces: list[Piece]) -> None:
    """Keep no run of white space, no invisible character, no odd hyphen and no ligature, however they came."""
    _, block = built(pieces)
    if block is None:
        return
    assert block.text.strip() == block.text != ""
    assert all(character == " " or character == "\n" or not character.isspace() for character in block.text)
    assert not any(run in block.text for run in ("  ", " \n", "\n ", "\n\n"))
    assert not set(block.text) & set("\u00ad\u200b\u200c\u200d\u2060\ufeff\x00\x1b\u2010\u2011\ufb00\ufb01\ufb04")


@given(TEXTS)
def test_building_twice_changes_nothing(text: str) -> None:
    """Leave clean prose as it is."""
    once = text_of(text)
    assert text_of(once) == once


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("two  words\tand\u00a0more", "two words and more"),
        ("one\r\n   line", "one line"),
        ("thin\u2009space\u202fhere", "thin space here"),
        ("co\u00adoperate", "cooperate"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("bell\x07", "bell"),
        ("co\u2010production", "co-production"),
        ("non\u2011breaking", "non-breaking"),
        ("o\ufb03ce", "office"),
        ("\u2018curly\u2019 \u201cmarks\u201d", "\u2018curly\u2019 \u201cmarks\u201d"),
        ("dash \u2013 dash", "dash \u2013 dash"),
    ],
)
@pytest.mark.parametrize("exact", [True, False])
def test_characters_are_normalised(written: str, text: str, *, exact: bool) -> None:
    """Normalise white space, hyphens and ligatures alike, whether the source spells them out or not."""
    _, block = built([Piece(written, written=None if exact else "?" * 30)])
    assert block is not None
    assert block.text == text


def test_an_ordinary_line_is_one_segment() -> None:
    """Join words, single spaces and pieces that follow each other in the source."""
    _, block = built([Piece("An ordinary line "), Piece("of prose.")])
    assert block is not None
    assert block.segments == (Segment(0, 16, 0, 16), Segment(17, 26, 17, 9))


def test_pieces_that_touch_are_one_segment() -> None:
    """Join exact pieces that touch both in the source and in the text."""
    _, block = built([Piece("hos"), Piece("pital")])
    assert block is not None
    assert block.segments == (Segment(0, 8, 0, 8),)


def test_other_anchors_are_other_segments() -> None:
    """Keep pieces of two anchors apart, even where their offsets follow each other."""
    first, second = object(), object()
    builder = BlockBuilder()
    builder.add("hos", 0, anchor=first)
    builder.add("pital", 3, anchor=second)
    block = builder.build(Kind.PARAGRAPH, Place())
    assert block is not None
    assert block.segments == (Segment(0, 3, 0, 3, first), Segment(3, 8, 3, 5, second))


def test_an_entity_is_one_inexact_segment() -> None:
    """Let one segment stand for the whole of an entity."""
    _, block = built([Piece("A"), Piece("&", written="&amp;"), Piece("E")])
    assert block is not None
    assert block.text == "A&E"
    assert block.segments == (Segment(0, 1, 0, 1), Segment(1, 2, 1, 5, exact=False), Segment(2, 3, 6, 1))


def test_an_invisible_entity_joins_what_is_beside_it() -> None:
    """Let a soft hyphen spelt as an entity vanish without a space."""
    _, block = built([Piece("co"), Piece("\u00ad", written="&shy;"), Piece("operate")])
    assert block is not None
    assert block.text == "cooperate"


def test_a_space_entity_is_a_space() -> None:
    """Let white space spelt as an entity, or at the edge of one, separate words."""
    space, padded = Piece("\u00a0", written="&nbsp;"), Piece(" three ", written="x")
    _, block = built([Piece("one"), space, Piece("two"), padded, Piece("four")])
    assert block is not None
    assert block.text == "one two three four"


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\n\t", "\u00ad\u00a0"])
def test_nothing_to_read_is_no_block(text: str) -> None:
    """Build no block of white space and invisible characters."""
    builder = BlockBuilder()
    builder.add(text)
    assert not builder
    assert builder.build(Kind.PARAGRAPH, Place()) is None


def test_a_line_break_outranks_a_space() -> None:
    """Write one line break where spaces and a deliberate break meet, and none at the ends."""
    builder = BlockBuilder()
    builder.line_break()
    builder.add("one ", 0)
    builder.line_break()
    builder.space()
    builder.add(" two", 5)
    builder.line_break()
    block = builder.build(Kind.PARAGRAPH, Place())
    assert block is not None
    assert block.text == "one\ntwo"


def test_what_the_reader_knows_of_a_block_is_kept() -> None:
    """Pass on kind, place, level, language, expansions and ignored rules."""
    builder = BlockBuilder()
    builder.add("Text")
    block = builder.build(
        Kind.HEADING,
        Place(page=3),
        level=2,
        lang="cy",
        checked=False,
        expansions=(("ICB", "integrated care board"),),
        ignored=frozenset({"jargon"}),
    )
    assert block == Block(
        Kind.HEADING,
        "Text",
        (Segment(0, 4, 0, 4),),
        Place(page=3),
        2,
        "cy",
        checked=False,
        expansions=(("ICB", "integrated care board"),),
        ignored=frozenset({"jargon"}),
    )
