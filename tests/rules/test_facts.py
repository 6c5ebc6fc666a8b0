"""What rules see of a whole document."""

from __future__ import annotations

from plainspeak.document import Block, Kind, Place, Stretch
from plainspeak.rules import DocumentFacts
from plainspeak.rules.facts import Section


def sections(*blocks: Block) -> tuple[Section, ...]:
    """The sections of a document of some blocks."""
    return DocumentFacts([Stretch(blocks, ())], ()).sections


def test_a_section_goes_to_the_next_heading() -> None:
    """What comes before the first heading is a section without one; a heading without text is none."""
    heading, text = Block(Kind.HEADING, "A heading"), Block(Kind.PARAGRAPH, "Some text.")
    assert sections(text, heading, text, text, heading) == (Section(None, (0,)), Section(1, (2, 3)))


def test_a_section_ends_with_its_slide() -> None:
    """What stands above a slide's title, or on a slide without one, is no part of the slide before."""

    def on(slide: int, kind: Kind) -> Block:
        return Block(kind, "Some words", place=Place(slide=slide))

    found = sections(
        on(1, Kind.HEADING), on(1, Kind.PARAGRAPH), on(2, Kind.PARAGRAPH), on(2, Kind.HEADING), on(3, Kind.LIST_ITEM)
    )
    assert found == (Section(0, (1,)), Section(None, (2,)), Section(None, (4,)))
