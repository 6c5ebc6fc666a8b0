"""The text of a paper in parts that HTML can show: headings without gaps, lists in lists, whole tables."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plainspeak.document import Block, Kind, Place
from plainspeak.exports.report.text import Aside, Heading, Item, ListOf, Part, Prose, Signpost, Table, parts_of

LEVEL = 2


def parts(*blocks: Block) -> list[Part]:
    """Return the parts of a text that stands under a heading of level 2."""
    return list(parts_of(blocks, {}, level=LEVEL))


def said(prose: Prose) -> str:
    """Return the words of a block."""
    return "".join(piece for piece in prose.pieces if isinstance(piece, str))


def outline(items: tuple[Item, ...] | list[Item]) -> list[object]:
    """Return a list as nested lists of words."""
    return [said(item.prose) if not item.items else (said(item.prose), outline(item.items)) for item in items]


def cell(row: int, column: int, text: str, table: int = 1, **more: object) -> Block:
    """Return a cell."""
    return Block(Kind.CELL, text, place=Place(table=(table, row, column), **more))  # type: ignore[arg-type]


@given(st.lists(st.one_of(st.none(), st.integers(1, 12)), max_size=12))
def test_headings_never_skip_a_level(levels: list[int | None]) -> None:
    """Whatever levels a paper has, each heading is at most one below the one before; the title is a heading too."""
    blocks = [Block(Kind.HEADING if each else Kind.TITLE, "x", level=each) for each in levels]
    found = [part.level for part in parts(*blocks) if isinstance(part, Heading)]
    assert len(found) == len(levels)
    assert all(LEVEL < level <= 6 for level in found)
    assert all(after <= before + 1 for before, after in zip([LEVEL, *found], found, strict=False))


@given(st.lists(st.one_of(st.none(), st.integers(1, 30)), max_size=20))
def test_lists_have_every_item(levels: list[int | None]) -> None:
    """Items of any depth are all there, in order."""
    blocks = [Block(Kind.LIST_ITEM, str(number), level=level) for number, level in enumerate(levels)]

    def flat(items: list[Item]) -> list[str]:
        return [text for item in items for text in (said(item.prose), *flat(item.items))]

    found = [text for part in parts(*blocks) if isinstance(part, ListOf) for text in flat(list(part.items))]
    assert found == [str(number) for number in range(len(levels))]


def test_lists_in_lists() -> None:
    """An item under another is in a list of its own; a paragraph ends the list."""
    one, two = (lambda text: Block(Kind.LIST_ITEM, text, level=1)), (lambda text: Block(Kind.LIST_ITEM, text, level=3))
    found = parts(one("a"), two("b"), two("c"), one("d"), Block(Kind.PARAGRAPH, "p"), one("e"))
    assert [outline(part.items) if isinstance(part, ListOf) else "p" for part in found] == [
        [("a", ["b", "c"]), "d"],
        "p",
        ["e"],
    ]


def test_a_table_has_rows_and_empty_cells() -> None:
    """Cells stand in their row and column; two paragraphs of one cell stay together; another table is another."""
    table, other = parts(cell(1, 1, "a"), cell(1, 1, "b"), cell(2, 3, "c"), cell(1, 1, "d", table=2))
    assert isinstance(table, Table)
    assert isinstance(other, Table)
    assert [[[said(each) for each in cell] for cell in row] for row in table.rows] == [[["a", "b"], []], [[], ["c"]]]
    assert (table.name, other.name) == ("Table 1", "Table 2")


def test_a_scattered_sheet_is_not_filled_up() -> None:
    """A thousand cells, each in a column of its own, don't become a million."""
    (table,) = parts(*(cell(number, number, "x") for number in range(1, 1001)))
    assert isinstance(table, Table)
    assert sum(len(row) for row in table.rows) == 1000


def test_tables_of_two_sheets_stay_apart() -> None:
    """The number of a table may begin anew on each sheet."""
    found = parts(cell(1, 1, "a", sheet="One"), cell(1, 1, "b", sheet="Two"))
    assert [part.text if isinstance(part, Signpost) else "table" for part in found] == [
        "Sheet \u201cOne\u201d",
        "table",
        "Sheet \u201cTwo\u201d",
        "table",
    ]


def test_signposts_say_where() -> None:
    """Each page and slide is told once, as what it is."""
    places = [Place(page=1), Place(page=1), Place(page=2, page_is_estimate=True), Place(slide=3)]
    found = parts(*(Block(Kind.PARAGRAPH, "x", place=place) for place in places))
    assert [part.text for part in found if isinstance(part, Signpost)] == ["Page 1", "About page 2", "Slide 3"]


def test_what_is_beside_the_text_is_named() -> None:
    """Notes say which they are; what isn't checked says so; in a list or a table, single blocks say it themselves."""
    found = parts(
        Block(Kind.PARAGRAPH, "a"),
        Block(Kind.NOTE, "n", place=Place(part="footnote 2")),
        Block(Kind.TOC, "t", checked=False),
        Block(Kind.NOTE, "s", place=Place(part="speaker notes"), checked=False),
        Block(Kind.LIST_ITEM, "i", level=1, checked=False),
    )
    asides = [(part.label, part.checked) for part in found if isinstance(part, Aside)]
    assert asides == [("Footnote 2", True), ("Not checked", False), ("Speaker notes, not checked", False)]
    last = found[-1]
    assert isinstance(last, ListOf)
    assert not last.items[0].prose.checked


def test_language_of_other_parts() -> None:
    """Only a language that is told and isn't English is named; odd codes are left out."""
    found = parts(*(Block(Kind.PARAGRAPH, "x", lang=lang) for lang in ("cy", "en-GB", None, "x-none", 'a"b', "cy-GB")))
    assert [part.language for part in found if isinstance(part, Prose)] == ["cy", "", "", "", "", "cy-GB"]


def test_blank_blocks_are_left_out() -> None:
    """An empty heading would be read aloud as a heading of nothing."""
    assert parts(Block(Kind.HEADING, " \n", level=1)) == []
