"""Where in a paper something is: its sheets, slides, headings or tenths."""

from __future__ import annotations

from plainspeak.document import Block, Kind, Place
from plainspeak.exports.report.sections import sections_of

WORDS = "one two three four five"


def heading(text: str, *above: str) -> Block:
    """Return a heading that stands under others."""
    return Block(Kind.HEADING, text, level=len(above) + 1, place=Place(headings=above))


def text(*above: str, kind: Kind = Kind.PARAGRAPH, part: str = "body") -> Block:
    """Return five words under headings."""
    return Block(kind, WORDS, place=Place(headings=above, part=part))


def titles(*blocks: Block) -> list[str]:
    """Return the title of each block's section."""
    found = sections_of(blocks)
    return [found.sections[number].title for number in found.of_block]


def test_headings() -> None:
    """A section begins with its heading; before the first there is one too, and one that comes again is another."""
    blocks = [text(), heading("A"), text("A"), heading("B"), text("B"), heading("A"), text("A")]
    assert titles(*blocks) == ["Before the first heading", "A", "A", "B", "B", "A", "A"]
    assert [section.title for section in sections_of(blocks).sections] == ["Before the first heading", "A", "B", "A"]
    assert [section.words for section in sections_of(blocks).sections] == [5, 6, 6, 6]


def test_one_heading_over_all() -> None:
    """Where the first level says nothing, the second is taken; what stands right under the first is named after it."""
    blocks = [heading("T"), text("T"), heading("A", "T"), text("T", "A"), heading("B", "T"), text("T", "B")]
    assert titles(*blocks) == ["T", "T", "A", "A", "B", "B"]


def test_notes_belong_to_their_heading() -> None:
    """Notes at the end of a file are under the heading that they belong to, or else together."""
    notes = [text("A", kind=Kind.NOTE, part="footnote 1"), text(kind=Kind.FOOTER, part="page footer")]
    blocks = [heading("A"), text("A"), heading("B"), text("B"), *notes]
    assert titles(*blocks)[-2:] == ["A", "Notes, headers and footers"]


def test_sheets_and_slides() -> None:
    """They come before headings: that is how people find their way there."""
    sheets = [Block(Kind.CELL, "x", place=Place(sheet=name, headings=("H",))) for name in ("Costs", "Risks", "Costs")]
    assert titles(*sheets) == ["Sheet \u201cCosts\u201d", "Sheet \u201cRisks\u201d", "Sheet \u201cCosts\u201d"]
    assert titles(*(Block(Kind.TITLE, "x", place=Place(slide=number)) for number in (1, 2))) == ["Slide 1", "Slide 2"]


def test_tenths() -> None:
    """Without headings there are ten parts of about the same length, with their page where there is one."""
    blocks = [Block(Kind.PARAGRAPH, WORDS, place=Place(page=number // 10 + 1)) for number in range(30)]
    found = titles(*blocks)
    assert found[:4] == ["Part 1 of 10, from page 1"] * 3 + ["Part 2 of 10, from page 1"]
    assert found[-1] == "Part 10 of 10, from page 3"
    assert len(set(found)) == 10


def test_too_many_headings_are_no_help() -> None:
    """A list of a hundred sections is as long as the paper."""
    assert len(sections_of([heading(str(number)) for number in range(100)]).sections) == 10


def test_no_text_at_all() -> None:
    """Nothing has no sections."""
    assert sections_of([]).sections == ()
