"""Tests of the plain text reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.document import Document, Span
from plainspeak.readers.base import Limits
from plainspeak.readers.text import PlainTextReader

from .text_invariants import assert_invariants, kinds, texts

PROSE = "The board met in March and agreed the plan for the year to come, with thanks to all."


def read(text: str) -> Document:
    """Read a text and check what must hold of any document."""
    document = PlainTextReader().read_text(text, name="x.txt")
    assert_invariants(document)
    return document


def test_paragraphs_and_wrapped_lines() -> None:
    """Blank lines part paragraphs; lines cut to a width are joined by a space."""
    assert texts(read("One line\nand the next.\n\n  \nAnother.\r\n\r\nA third.")) == [
        "One line and the next.",
        "Another.",
        "A third.",
    ]


def test_positions() -> None:
    """Each word is found where it stands."""
    document = read("One\r\n  two ICB.\n")
    start = document.blocks[0].text.index("ICB")
    place = document.locate(document.blocks[0], Span(start, start + 3))
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 7, 2, 10)


def test_form_feed() -> None:
    """A form feed ends a block, also in the middle of a line."""
    assert texts(read("page one\fpage two\n\fpage three")) == ["page one", "page two", "page three"]


@pytest.mark.parametrize("bullet", ["•", "-", "*", "–", "1.", "2)", "(a)", "b)", "iv.", "3.1", "3.1.2", "o\t"])
def test_list_items(bullet: str) -> None:
    """A line with a bullet or number is a list item without its mark; the next line goes on with it."""
    assert kinds(read(f"{bullet} first thing\n   and more")) == [("list-item", "first thing and more")]


def test_items_of_one_list() -> None:
    """Each item is a block; deeper ones have a deeper level."""
    document = read("Such as:\n1. one\n   - inner\n2. two\n")
    assert [(block.text, block.level) for block in document.blocks] == [
        ("Such as:", None),
        ("one", 1),
        ("inner", 2),
        ("two", 1),
    ]


@pytest.mark.parametrize("line", ["A well-known fact", "2015 was a year", "1.5 million", "I. Newton", "-5 degrees"])
def test_near_misses_of_items(line: str) -> None:
    """What only looks a little like a mark stays in the text, or begins no list in the middle of a paragraph."""
    assert texts(read(f"We found that\n{line} was so.")) == [f"We found that {line} was so."]


def test_wrapped_number() -> None:
    """A wrapped line may begin with a number that no list begins with."""
    assert texts(read("There were beds in ward\n12. We closed it.")) == ["There were beds in ward 12. We closed it."]


@pytest.mark.parametrize(
    ("text", "heading", "level"),
    [
        ("Our plan\n========\nText.", "Our plan", 1),
        ("Our plan\n--------\n\nText.", "Our plan", 2),
        (f"Our plan\n\n{PROSE}", "Our plan", 1),
        (f"1. Our plan\n\n{PROSE}", "Our plan", 1),
        (f"2.3 Our plan\n\n{PROSE}", "Our plan", 2),
        ("1. Our plan\n\n1.1 The first thing.\n1.2 The next.", "Our plan", 1),
        (f"{PROSE}\n\nOUR PLAN\n\n{PROSE}", "OUR PLAN", 1),
    ],
)
def test_headings(text: str, heading: str, level: int) -> None:
    """A heading is underlined, numbered or set apart above prose."""
    document = read(text)
    found = [(block.text, block.level) for block in document.blocks if block.kind == "heading"]
    assert found == [(heading, level)]
    assert document.blocks[-1].place.headings == (heading,)


@pytest.mark.parametrize(
    "text",
    [
        f"Our plan.\n\n{PROSE}",
        f"our plan\n\n{PROSE}",
        f"Dear colleague\n\n{PROSE}",
        f"See download\n\n{PROSE}",
        f"Our plan\n{PROSE}",
        "Jane Smith\n\nJohn Jones",
        "1. Apples\n\n2. Pears\n\n3. Plums",
        f"12 March 2024, 10:00\n\n{PROSE}",
        f"jane@example.org\n\n{PROSE}",
        "Our plan",
        "Our plan of the year is this.\n---\nText.",
    ],
)
def test_near_misses_of_headings(text: str) -> None:
    """When in doubt, a short line is a paragraph or an item."""
    assert all(block.kind != "heading" for block in read(text).blocks)


def test_a_paragraph_on_each_line() -> None:
    """Where whole paragraphs stand on one line each, they are blocks without blank lines between."""
    long = PROSE + " " + PROSE
    document = read(f"{long}\nOur plan\n{long}\nJane Smith\nChair\n")
    assert kinds(document) == [
        ("paragraph", long),
        ("heading", "Our plan"),
        ("paragraph", long),
        ("paragraph", "Jane Smith"),
        ("paragraph", "Chair"),
    ]


def test_columns() -> None:
    """Lines that all hold tabs are the rows of a table."""
    document = read("ICB\tintegrated care board\nGP\tgeneral practitioner\n")
    assert [(block.text, block.place.table) for block in document.blocks] == [
        ("ICB", (1, 1, 1)),
        ("integrated care board", (1, 1, 2)),
        ("GP", (1, 2, 1)),
        ("general practitioner", (1, 2, 2)),
    ]


def test_rules_are_not_text() -> None:
    """A line of dashes or stars parts blocks and is no block."""
    assert texts(read("One.\n-----\nTwo.\n* * *\nThree.")) == ["One.", "Two.", "Three."]


def test_ignore() -> None:
    """A comment on a line of its own is about the next block, or the whole file."""
    document = read(
        "<!-- plainspeak-ignore-file long-sentence -->\nA.\n<!-- plainspeak-ignore jargon: why -->\nB.\n\nC."
    )
    assert [(block.text, set(block.ignored)) for block in document.blocks] == [
        ("A.", set()),
        ("B.", {"jargon"}),
        ("C.", set()),
    ]
    assert document.ignored == {"long-sentence"}


def test_numbers_of_paragraphs() -> None:
    """Blocks of body text count from 1."""
    assert [block.place.paragraph for block in read("A.\n\n- b\n- c\n").blocks] == [1, 2, 3]


def test_read_bytes() -> None:
    """Bytes are decoded, and a guess is a notice."""
    document = PlainTextReader().read(b"caf\xe9 time", name="x.txt", limits=Limits())
    assert texts(document) == ["café time"]
    assert len(document.notices) == 1


def test_sniff() -> None:
    """Any text may be plain text, and a name can make it likely."""
    reader = PlainTextReader()
    assert reader.sniff(b"abc", "a.txt") > reader.sniff(b"abc", "a") > reader.sniff(b"a\0", "a.txt") == 0


@given(st.text(alphabet=st.sampled_from("ab A.1)(-•=\t\n\r\f\x00\u00ad\u2011ﬁé<!>:"), max_size=80))
def test_any_text(text: str) -> None:
    """Any text is a document, the same each time."""
    assert read(text) == read(text)


@given(st.text(max_size=60))
def test_any_characters(text: str) -> None:
    """Any characters at all are a document."""
    read(text)
