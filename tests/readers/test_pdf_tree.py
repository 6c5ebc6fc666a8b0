"""Property tests of reading by the structure tree: pure functions over plain data, with no PDF."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plainspeak.document import PageAnchor
from plainspeak.readers.pdf.layout import Page, blocks_of
from plainspeak.readers.pdf.lines import Piece
from plainspeak.readers.pdf.roles import Node
from plainspeak.readers.pdf.tree import tagged

BOX = (0.0, 0.0, 595.0, 842.0)
TYPES = "Document Sect P H1 H Span L LI Lbl LBody Table TR TD Figure Note TOC TOCI Code NonStruct Artifact Caption"
TEXTS = st.text(st.sampled_from("abC 1.-\x02•‐ﬁ\u00a0�(2)"), min_size=1, max_size=12)
PIECES = st.lists(st.tuples(TEXTS, st.integers(0, 20), st.integers(0, 60)), max_size=16)
NODES = st.lists(
    st.tuples(
        st.integers(0, 30),
        # Marked content is about as common as all elements together.
        st.one_of(st.sampled_from(TYPES.split()), st.none()),
        st.sampled_from(["", "", "", "read me", "C"]),
    ),
    min_size=7,
    max_size=30,
)
MARKS = st.lists(st.sampled_from([0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, -1, -2]), min_size=8, max_size=24)
PAGE = st.tuples(PIECES, MARKS, NODES)


def make_page(number: int, drawn: Any) -> tuple[Page, str]:
    """Return a page with a tree, and its characters as PDFium would number them."""
    items, marks, described = drawn
    text = ""
    pieces = []
    for words, x, y in items:
        right = 20.0 * x + 5 * len(words)
        pieces.append(Piece(number, 0, len(text), words, 20.0 * x, right, 12.0 * y, 10.0, bold=False))
        text += words + "\r\n"
    nodes: list[Node] = []
    elements: list[int] = []
    for choice, what, actual in [(0, "Sect", ""), *described, *((9, None, "") for _ in range(4))]:
        parent = elements[choice % len(elements)] if elements else -1
        kid = sum(node.parent == parent for node in nodes)
        if what is None:
            # A few are named twice.
            nodes.append(Node(parent, kid, mark=sum(not node.type for node in nodes) % 7))
        else:
            elements.append(len(nodes))
            nodes.append(Node(parent, kid, what, actual=actual))
    # The marks change every seven characters, also in the middle of words and pieces.
    runs = tuple((7 * position, mark) for position, mark in enumerate(marks))
    return Page(number, BOX, tuple(pieces), (), runs, tuple(nodes)), text


@given(PAGE)
def test_each_character_is_in_one_part_of_the_page(drawn: Any) -> None:
    """What the tree reaches, what is no part of the paper and what is left out are the page, each character once."""
    page, _ = make_page(1, drawn)
    found = tagged(page)
    pieces = [*(piece for draft in found.drafts for piece in draft.pieces), *found.artefacts, *found.rest]
    used = [at for piece in pieces for at in range(piece.index, piece.index + (piece.length or len(piece.text)))]
    there = {at for piece in page.pieces for at in range(piece.index, piece.index + len(piece.text))}
    assert len(used) == len(set(used))
    assert there <= set(used)


@given(st.lists(PAGE, max_size=3))
def test_segments_say_where_each_character_came_from(drawn: list[Any]) -> None:
    """Whatever the tree is like, segments are in order, cover the text, and point at the same characters."""
    made = [make_page(number, each) for number, each in enumerate(drawn, start=1)]
    blocks = blocks_of([page for page, _ in made])
    taken = set()
    for block in blocks:
        assert block.text.strip() == block.text != ""
        end = 0
        for segment in block.segments:
            assert block.text[end : segment.start] in ("", " ", "\n")
            assert segment.start < segment.end
            assert isinstance(segment.anchor, PageAnchor)
            source = made[segment.anchor.page - 1][1][segment.offset : segment.offset + segment.length]
            assert len(source) == segment.length
            if segment.exact:
                assert source == block.text[segment.start : segment.end]
            places = {(segment.anchor.page, segment.offset + step) for step in range(segment.length)}
            assert not places & taken
            taken |= places
            end = segment.end
        assert end == len(block.text)
    assert blocks_of([page for page, _ in made]) == blocks
