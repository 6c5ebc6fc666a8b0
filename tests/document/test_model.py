"""Spans are half-open, and every span of a block has a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.document import Block, BlockBuilder, Document, Kind, PageAnchor, Place, Segment, Span

OFFSETS = st.integers(min_value=-3, max_value=30)
SPANS = st.builds(Span, OFFSETS, OFFSETS)
ANCHORS = st.sampled_from([None, None, PageAnchor(2), "a cell"])
SEGMENT = st.builds(Segment, OFFSETS, OFFSETS, OFFSETS, OFFSETS, ANCHORS, st.booleans())
SEGMENTS = st.lists(SEGMENT, max_size=4).map(tuple)


def document(block: Block, source: str | None) -> Document:
    """Return a document of one block."""
    return Document("x", "text/plain", (block,), source=source)


def entity_block() -> tuple[str, Block]:
    """Return a source with an entity and a line end, and the block made of it."""
    source = "The A&amp;E\nis open."
    builder = BlockBuilder()
    builder.add("The A", 0)
    builder.add("&", 5, length=5)
    builder.add("E\nis open.", 10)
    block = builder.build(Kind.PARAGRAPH, Place(paragraph=1))
    assert block is not None
    return source, block


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_spans_overlap_when_they_share_a_character(start: int, length: int, other_start: int, more: int) -> None:
    """Agree with a comparison of all characters of two spans that aren't empty."""
    one, other = Span(start, start + length + 1), Span(other_start, other_start + more + 1)
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
    assert len(one) == length + 1


@given(st.text(max_size=20), SEGMENTS, st.none() | SPANS, st.none() | st.text(alphabet="ab\r\n", max_size=20))
def test_locate_never_raises(text: str, segments: tuple[Segment, ...], span: Span | None, source: str | None) -> None:
    """Return a place for any span of any block, however wrong its segments are."""
    block = Block(Kind.PARAGRAPH, text, segments, Place(paragraph=4))
    assert document(block, source).locate(block, span).paragraph == 4


@given(st.lists(st.text(alphabet="ab \n\u00ad\u2011", max_size=8), min_size=1, max_size=5), st.data())
def test_source_spans_hold_the_words_of_the_text(pieces: list[str], data: st.DataObject) -> None:
    """Lead from any words of a block to the characters of the source that say it."""
    source, builder = "", BlockBuilder()
    for piece in pieces:
        builder.add(piece, len(source))
        source += piece
    block = builder.build(Kind.PARAGRAPH, Place())
    if block is None:
        return
    letters = [index for index, character in enumerate(block.text) if not character.isspace()]
    start, last = sorted((data.draw(st.sampled_from(letters)), data.draw(st.sampled_from(letters))))
    end = last + 1
    found = document(block, source).source_span(block, Span(start, end))
    assert found is not None
    rebuilt = BlockBuilder()
    rebuilt.add(source[found.start : found.end])
    again = rebuilt.build(Kind.PARAGRAPH, Place())
    assert again is not None
    assert again.text == block.text[start:end]


@pytest.mark.parametrize(
    ("words", "written"),
    [("The", "The"), ("A&E", "A&amp;E"), ("&", "&amp;"), ("E is", "E\nis"), ("open.", "open.")],
)
def test_an_entity_is_placed_as_a_whole(words: str, written: str) -> None:
    """Return the entity in full for a span that holds its character."""
    source, block = entity_block()
    start = block.text.index(words)
    found = document(block, source).source_span(block, Span(start, start + len(words)))
    assert found is not None
    assert source[found.start : found.end] == written


def test_places_have_lines_and_columns() -> None:
    """Give the line and column of both ends, and keep what the reader said of the block."""
    source, block = entity_block()
    start = block.text.index("E is")
    place = document(block, source).locate(block, Span(start, start + 4))
    assert place == Place(line=1, column=11, end_line=2, end_column=3, paragraph=1)


def test_a_block_without_a_span_is_placed_as_a_whole() -> None:
    """Give the place of all of a block's text when no span is asked for."""
    source, block = entity_block()
    place = document(block, source).locate(block)
    assert (place.line, place.column, place.end_line, place.end_column) == (1, 1, 2, 9)


def test_an_empty_span_is_a_point() -> None:
    """Place a span without characters where it stands, and not at the whole block."""
    source, block = entity_block()
    place = document(block, source).locate(block, Span(4, 4))
    assert (place.line, place.column, place.end_line, place.end_column) == (1, 5, 1, 5)


def test_a_page_anchor_gives_the_page() -> None:
    """Give the page on which the span begins, and no line, when a block runs over two pages."""
    block = Block(Kind.PARAGRAPH, "one two", (Segment(0, 3, 90, 3, PageAnchor(1)), Segment(4, 7, 0, 3, PageAnchor(2))))
    paged = document(block, None)
    assert paged.locate(block, Span(0, 3)) == Place(page=1)
    assert paged.locate(block, Span(4, 7)) == Place(page=2)
    assert paged.locate(block, Span(3, 4)).page == 2


def test_a_file_without_lines_has_none() -> None:
    """Return the block's own place when there is no source or the characters come from elsewhere."""
    block = Block(Kind.CELL, "one", (Segment(0, 3, 0, 3, "a run"),), Place(cell="B2"))
    assert document(block, None).locate(block) == Place(cell="B2")
    assert document(block, "one").locate(block) == Place(cell="B2")
    assert document(block, "one").source_span(block, block.span) is None


def test_a_block_without_segments_keeps_its_place() -> None:
    """Return the block's own place when nothing says where its characters came from."""
    block = Block(Kind.PARAGRAPH, "one", place=Place(line=7))
    assert document(block, "one").locate(block, Span(0, 1)) == Place(line=7)


def test_kinds_are_written_as_their_names() -> None:
    """Write a kind as the word that the JSON report uses."""
    assert f"{Kind.LIST_ITEM}" == "list-item"
