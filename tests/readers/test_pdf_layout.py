"""Tests of the PDF layout: pure functions over plain pieces of text, with no PDF."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plainspeak.document import Document, PageAnchor, Span
from plainspeak.readers.pdf.hyphens import Hyphens
from plainspeak.readers.pdf.layout import Page, blocks_of
from plainspeak.readers.pdf.lines import Line, Piece, label_length, lines_of

BOX = (0.0, 0.0, 595.0, 842.0)


def piece(text: str, left: float, base: float, *, index: int = 0, page: int = 1, size: float = 10.0) -> Piece:
    """Return a piece whose letters are half an em wide."""
    return Piece(page, 0, index, text, left, left + 0.5 * size * len(text.rstrip()), base, size, bold=False)


def line(text: str) -> Line:
    """Return a line of one piece."""
    return lines_of([piece(text, 50, 700)])[0]


def test_labels_and_near_misses() -> None:
    """Bullets, numbers and letters of lists are labels; numbers, words and years are not."""
    labelled = ("\u2022 Ask", "1. Ask", "(b) Ask", "iv) Ask", "2.3 Ask", "o Ask", "\uf0b7Ask")
    assert [label_length(text) for text in labelled] == [2, 3, 4, 4, 4, 2, 1]
    others = ("Ask", "2024. Ask", "75 people", "a person", "1.", "3.5m people", "")
    assert {label_length(text) for text in others} == {0}


def test_without_takes_characters_and_their_places() -> None:
    """A label comes off together with the characters that it came from."""
    rest = line("1. Ask").without(3)
    assert (rest.text, rest.pieces[0].index, rest.pieces[0].left) == ("Ask", 3, 65.0)


def test_ligature_letters_that_share_a_box_stay_together() -> None:
    """Letters of one ligature overlap, and are still one line."""
    pieces = [piece("ED f", 50, 700), piece("low", 62, 700, index=4)]
    assert [found.text for found in lines_of(pieces)] == ["ED flow"]


def test_units_keep_their_raised_figures() -> None:
    """The 2 of a square metre is no note number."""
    raised = Piece(1, 0, 9, "2", 101.0, 104.0, 704.0, 6.0, bold=False)
    assert [found.text for found in lines_of([piece("about 5 m", 56, 700), raised])] == ["about 5 m2"]
    assert [found.text for found in lines_of([piece("the wards", 56, 700), raised])] == ["the wards"]


def test_hyphens() -> None:
    """A hyphen stays where the document, a prefix or the two halves say so."""
    hyphens = Hyphens(line(text) for text in ("We write well-being and cooperation.", "The work is related to this."))
    stays = [
        ("the well", "being"),
        ("we self", "harm"),
        ("a work", "related"),
        ("face-to", "face"),
        ("the NHS", "England"),
        ("non", "NHS"),
    ]
    goes = [("our co", "operation"), ("man", "agement"), ("infor", "mation")]
    assert [hyphens.stays(*halves) for halves in stays] == [True] * len(stays)
    assert [hyphens.stays(*halves) for halves in goes] == [False] * len(goes)


def test_hyphen_of_pdfium_is_inexact_when_it_stays() -> None:
    """PDFium's U+0002 becomes a hyphen; the segment for it stands for that one character."""
    pieces = (piece("the self\x02", 50, 700), piece("harm team", 50, 688, index=9))
    (block,) = blocks_of([Page(1, BOX, pieces)])
    assert block.text == "the self-harm team"
    assert [(s.start, s.end, s.offset, s.exact) for s in block.segments] == [
        (0, 8, 0, True), (8, 9, 8, False), (9, 18, 9, True),
    ]  # fmt: skip


TEXTS = st.text(st.sampled_from("abC 1.-\x02\u2022\u2010\ufb01\u00a0\ufffd\u2013(2)"), min_size=1, max_size=12)
PIECES = st.lists(
    st.tuples(TEXTS, st.integers(0, 59), st.integers(0, 80), st.sampled_from([6.0, 10.0, 10.0, 16.0]),
              st.integers(0, 3).map(lambda turn: turn // 3), st.booleans()),
    max_size=40,
)  # fmt: skip


def make_pages(drawn: list[list[tuple[str, int, int, float, int, bool]]]) -> tuple[list[Page], dict[int, str]]:
    """Return pages of pieces that follow each other, and the characters of each page as PDFium would number them."""
    pages = []
    characters: dict[int, str] = {}
    for number, items in enumerate(drawn, start=1):
        text = ""
        pieces = []
        for words, x, y, size, turn, bold in items:
            right = 10.0 * x + 0.5 * size * len(words)
            pieces.append(Piece(number, turn, len(text), words, 10.0 * x, right, 10.0 * y, size, bold))
            text += words + "\r\n"
        characters[number] = text
        pages.append(Page(number, BOX, tuple(pieces)))
    return pages, characters


@given(st.lists(PIECES, max_size=3))
def test_segments_say_where_each_character_came_from(drawn: list[list[tuple[str, int, int, float, int, bool]]]) -> None:
    """Whatever is on the pages, segments are in order, cover the text, and point at the same characters."""
    pages, characters = make_pages(drawn)
    blocks = blocks_of(pages)
    document = Document("paper.pdf", "application/pdf", blocks)
    for block in blocks:
        assert block.text.strip() == block.text != ""
        end = 0
        for segment in block.segments:
            assert block.text[end : segment.start] in ("", " ", "\n")
            assert segment.start < segment.end
            assert isinstance(segment.anchor, PageAnchor)
            source = characters[segment.anchor.page][segment.offset : segment.offset + segment.length]
            assert len(source) == segment.length
            if segment.exact:
                assert source == block.text[segment.start : segment.end]
            end = segment.end
        assert end == len(block.text)
        for start in range(len(block.text)):
            assert document.locate(block, Span(start, start + 1)).page in characters
    assert blocks_of(pages) == blocks


@given(PIECES)
def test_no_word_is_lost_or_doubled(items: list[tuple[str, int, int, float, int, bool]]) -> None:
    """Each letter of the page is in one block, but for running heads, labels and note numbers."""
    pages, characters = make_pages([items])
    used = [
        (segment.offset, segment.offset + segment.length) for block in blocks_of(pages) for segment in block.segments
    ]
    taken = [position for start, end in used for position in range(start, end)]
    assert len(taken) == len(set(taken))
    capitals = {position for position, character in enumerate(characters[1]) if character == "C"}
    assert capitals <= set(taken)
