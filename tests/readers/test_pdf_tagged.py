"""Tests of reading tagged PDF files by their structure tree, on files made here byte by byte."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

import plainspeak.readers.pdf.reader
from plainspeak.document import Document, Kind, Segment, Span
from plainspeak.readers.base import Limits
from plainspeak.readers.pdf.reader import PdfReader, PictureAnchor

from .test_pdf import PROSE, at, lines, make_pdf, only, seen

_ROOT = 5  # The number of the first extra object.


class Tag(NamedTuple):
    """An element: its type, its marked content by page and number and other elements, and more entries."""

    type: str
    kids: tuple[Any, ...] = ()
    entries: str = ""


def tag(kind: str, *kids: Tag | int | tuple[int, int], entries: str = "") -> Tag:
    """Return an element; a number is marked content of the first page."""
    return Tag(kind, tuple((0, kid) if isinstance(kid, int) else kid for kid in kids), entries)


def marked(number: int, content: str) -> str:
    """Return operators that belong to an element."""
    return f"/Span <</MCID {number}>> BDC {content}EMC\n"


def artefact(content: str) -> str:
    """Return operators that are no part of the paper."""
    return f"/Artifact BMC {content}EMC\n"


def tagged_pdf(elements: list[Tag], *contents: str) -> bytes:
    """Return a PDF with a structure tree."""
    every = [element for each in elements for element in _walk(each)]
    numbers = {id(element): _ROOT + 1 + position for position, element in enumerate(every)}
    first_page = _ROOT + 1 + len(every)
    owners: dict[int, dict[int, int]] = {page: {} for page in range(len(contents))}
    objects = []

    def written(element: Tag, parent: int) -> None:
        kids = []
        for kid in element.kids:
            if isinstance(kid, Tag):
                kids.append(f"{numbers[id(kid)]} 0 R")
            else:
                page, mark = kid
                owners[page][mark] = numbers[id(element)]
                kids.append(f"<< /Type /MCR /Pg {first_page + 2 * page} 0 R /MCID {mark} >>")
        objects.append(
            f"<< /Type /StructElem /S /{element.type} /P {parent} 0 R /Pg {first_page} 0 R"
            f" /K [{' '.join(kids)}] {element.entries} >>"
        )
        for kid in element.kids:
            if isinstance(kid, Tag):
                written(kid, numbers[id(element)])

    for element in elements:
        written(element, _ROOT)
    parents = ""
    for page, marks in owners.items():
        entries = (f"{marks[mark]} 0 R" if mark in marks else "null" for mark in range(max(marks, default=-1) + 1))
        parents += f"{page} [{' '.join(entries)}] "
    tops = " ".join(f"{numbers[id(element)]} 0 R" for element in elements)
    root = f"<< /Type /StructTreeRoot /K [{tops}] /ParentTree << /Nums [{parents}] >> >>"
    return make_pdf(
        *contents,
        page="/StructParents #",
        extra=(root, *objects),
        catalogue=f"/StructTreeRoot {_ROOT} 0 R /MarkInfo << /Marked true >>",
    )


def _walk(element: Tag) -> Iterator[Tag]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Tag):
            yield from _walk(kid)


def read(elements: list[Tag], *contents: str) -> Document:
    """Read a PDF with a structure tree."""
    return PdfReader().read(tagged_pdf(elements, *contents), name="paper.pdf", limits=Limits())


def test_tags_say_what_is_what_and_in_which_order() -> None:
    """Headings, text, lists and quotations are what their tags say, in the order of the tree."""
    document = read(
        [
            tag(
                "Document",
                tag("Title", 7),
                tag("H2", 1),
                tag("P", 0, tag("Span", 2), 3),
                tag("L", tag("LI", tag("Lbl", 4), tag("LBody", 5)), tag("LI", tag("LBody", tag("P", 6)))),
                tag("BlockQuote", tag("P", 8)),
                tag("Caption", 9),
                tag("Code", tag("P", 10)),
            )
        ],
        "".join(
            marked(number, at(50, y, text))
            for number, y, text in (
                (6, 300, "\u2022 Next"), (5, 320, "First"), (4, 320, "Step A"), (3, 400, "bold."), (2, 412, "now"),
                (0, 424, "A plan is"), (1, 500, "Money"), (7, 700, "The report"), (8, 200, "They said so."),
                (9, 180, "Our ward"), (10, 160, "x = 1"),
            )
        ),
    )  # fmt: skip
    assert seen(document) == [
        ("title", "The report"), ("heading", "Money"), ("paragraph", "A plan is now bold."), ("list-item", "Step A"),
        ("list-item", "First"), ("list-item", "Next"), ("quote", "They said so."), ("caption", "Our ward"),
        ("code", "x = 1"),
    ]  # fmt: skip
    assert [block.level for block in document.blocks[:6]] == [None, 2, None, 1, 1, 1]
    assert [block.kind for block in document.blocks if not block.checked] == [Kind.CODE]
    assert document.blocks[2].place.headings == ("Money",)


def test_labels_of_list_items_are_signs() -> None:
    """A bullet or a number in a label is no text; nested lists are a level down."""
    inner = tag("L", tag("LI", tag("Lbl", 2), tag("LBody", 3)))
    document = read(
        [tag("L", tag("LI", tag("Lbl", 0), tag("LBody", 1, inner)))],
        marked(0, at(50, 700, "1.")) + marked(1, at(65, 700, "Ask"))
        + marked(2, at(65, 688, "\u2022")) + marked(3, at(80, 688, "a friend")),
    )  # fmt: skip
    assert [(block.text, block.level) for block in document.blocks] == [("Ask", 1), ("a friend", 2)]


def test_tables_have_rows_and_columns() -> None:
    """Cells know their table, row and column, also beside wide and empty cells, and over a page end."""
    rows = [
        tag("TR", tag("TH", 0), tag("TH", 1), tag("TH", 2)),
        tag("TR", tag("TD", 3, entries="/A << /O /Table /ColSpan 2 >>"), tag("TD", 4)),
        tag("TR", tag("TD"), tag("TD", tag("P", (1, 0)), tag("P", (1, 1)))),
    ]
    document = read(
        [tag("Table", tag("THead", rows[0]), tag("TBody", *rows[1:])), tag("Table", tag("TR", tag("TD", (1, 2))))],
        "".join(marked(number, at(50 + 10 * number, 700, "Cell")) for number in range(5)),
        "".join(marked(number, at(50, 700 - 20 * number, "Cell")) for number in range(3)),
    )
    assert [block.kind for block in document.blocks] == [Kind.CELL] * 8
    assert [block.place.table for block in document.blocks] == [
        (1, 1, 1), (1, 1, 2), (1, 1, 3), (1, 2, 1), (1, 2, 3), (1, 3, 2), (1, 3, 2), (2, 1, 1),
    ]  # fmt: skip


def test_pictures_are_described() -> None:
    """The description of a picture is a block at its place, with a band at the picture's top for a highlight."""
    picture = "q 100 0 0 80 50 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q\n"
    document = read(
        [tag("P", 0), tag("Figure", 1, entries="/Alt (Beds by month)"), tag("P", 2)],
        marked(2, at(50, 500, "After it.")) + marked(1, picture) + marked(0, at(50, 700, "Before it.")),
    )
    assert seen(document) == [("paragraph", "Before it."), ("alt", "Beds by month"), ("paragraph", "After it.")]
    block = document.blocks[1]
    assert (block.place.part, document.locate(block).page) == ("picture", 1)
    assert block.segments == (Segment(0, 13, 0, 0, PictureAnchor(1, (50, 666, 150, 680)), exact=False),)


def test_footnotes_are_notes() -> None:
    """A note has the number of its label, or the small raised one that it begins with; its sentence is not cut."""
    document = read(
        [
            tag("P", 0, tag("Note", tag("Lbl", 1), tag("P", 2)), 3),
            tag("Note", tag("P", 4, tag("Link", 5))),
        ],
        marked(0, at(50, 700, "We fund the")) + marked(1, at(50, 90, "7")) + marked(2, at(60, 90, "From May."))
        + marked(3, at(50, 688, "ward.")) + marked(4, at(50, 73, "8", 5) + at(56, 70, "See", 8))
        + marked(5, at(80, 70, "the plan", 8)),
    )  # fmt: skip
    assert [(str(block.kind), block.text, block.place.part) for block in document.blocks] == [
        ("paragraph", "We fund the ward.", "body"),
        ("note", "From May.", "footnote 7"),
        ("note", "See the plan", "footnote 8"),
    ]


def test_contents_are_not_checked() -> None:
    """What is tagged as a table of contents is read, and not judged."""
    entries = [tag("TOCI", tag("Reference", number)) for number in range(2)]
    document = read(
        [tag("TOC", *entries), tag("P", 2)],
        "".join(marked(number, at(50, 700 - 20 * number, f"Our part {number}")) for number in range(3)),
    )
    assert [(str(block.kind), block.checked) for block in document.blocks] == [
        ("toc", False), ("toc", False), ("paragraph", True),
    ]  # fmt: skip


def test_artefacts_are_running_heads() -> None:
    """What is no part of the paper comes once, at the end; what the paper says itself isn't said again."""
    heads = [
        artefact(at(50, 800, "Board papers") + at(50, 30, f"Page {number}") + at(50, 400, "Owner"))
        for number in range(2)
    ]
    document = read(
        [tag("P", 0), tag("P", (1, 0)), tag("P", (1, 1))],
        heads[0] + marked(0, at(50, 700, f"{PROSE}.")),
        heads[1] + marked(0, at(50, 700, f"{PROSE}!")) + marked(1, at(50, 600, "Owner")),
    )
    assert [text for _, text in seen(document)] == [f"{PROSE}.", f"{PROSE}!", "Owner", "Board papers", "Page 0"]
    assert [block.place.part for block in document.blocks[3:]] == ["page header", "page footer"]


def test_paragraph_runs_on_over_a_page_where_the_tree_says_so() -> None:
    """One element is one block, whatever its first letter there, with a place on each page."""
    document = read(
        [tag("P", 0, (1, 0)), tag("P", (1, 1))],
        marked(0, at(50, 100, "The chair is")),
        marked(0, at(50, 700, "Ms May.")) + marked(1, at(50, 688, "She came.")),
    )
    assert seen(document) == [("paragraph", "The chair is Ms May."), ("paragraph", "She came.")]
    block = document.blocks[0]
    assert [document.locate(block, Span(at, at + 1)).page for at in (0, block.text.index("May"))] == [1, 2]


def test_words_cut_at_line_ends_are_joined() -> None:
    """Hyphens at line ends go or stay as in other files."""
    document = read([tag("P", 0)], marked(0, lines(50, 700, "the manage-", "ment of self-", "harm")))
    assert [block.text for block in document.blocks] == ["the management of self-harm"]


def test_expansions_are_kept() -> None:
    """What a short form stands for, where the file says so, is an expansion of its block."""
    document = read(
        [tag("P", 0, tag("Span", 1, entries="/E (integrated care board)"), 2)],
        marked(0, at(50, 700, "The ")) + marked(1, at(70, 700, "ICB")) + marked(2, at(92, 700, "met.")),
    )
    assert [(block.text, block.expansions) for block in document.blocks] == [
        ("The ICB met.", (("ICB", "integrated care board"),))
    ]


def test_words_to_read_instead_are_read() -> None:
    """Text with other words to read instead is read so, and those words stand for all its characters."""
    document = read(
        [tag("P", 0, tag("Span", 1, entries="/ActualText (fish)")), tag("P", 2, entries="/ActualText (Same.)")],
        marked(0, at(50, 700, "Fresh ")) + marked(1, at(80, 700, "gh oti")) + marked(2, at(50, 600, "Same.")),
    )
    assert [block.text for block in document.blocks] == ["Fresh fish", "Same."]
    assert [(s.start, s.end, s.offset, s.length, s.exact) for s in document.blocks[0].segments] == [
        (0, 5, 0, 5, True),
        (6, 10, 6, 6, False),
    ]
    assert document.blocks[1].segments[0].exact


def test_words_that_nobody_sees_are_not_read() -> None:
    """A long text in the place of a short one, or one text in the place of two paragraphs, is not what people see."""
    document = read(
        [
            tag("P", 0, entries=f"/ActualText ({'unseen ' * 20})"),
            tag("Div", tag("P", 1), tag("P", 2), entries="/ActualText (unseen)"),
        ],
        "".join(marked(number, at(50, 700 - 40 * number, f"Seen {number}.")) for number in range(3)),
    )
    assert [block.text for block in document.blocks] == ["Seen 0.", "Seen 1.", "Seen 2."]


def test_text_outside_of_paragraphs_is_read_by_its_look() -> None:
    """Text that no tag but a section's holds is put together by its place, as in files without tags."""
    document = read(
        [tag("Sect", 0, tag("P", 1), 2)],
        marked(0, lines(50, 700, PROSE, "the next.") + lines(50, 660, PROSE, "so on."))
        + marked(1, at(50, 600, "Tagged."))
        + marked(2, at(50, 500, "Loose.")),
    )
    assert [text for _, text in seen(document)] == [f"{PROSE} the next.", f"{PROSE} so on.", "Tagged.", "Loose."]


def test_paragraphs_cut_by_the_enter_key_are_one() -> None:
    """Where each full line is tagged as a paragraph by itself, the sentence goes on; entries of a list don't."""
    texts = [PROSE, "the next one, and then", "Short", "entries", "Full stop."]
    document = read(
        [tag("P", number) for number in range(5)],
        "".join(marked(number, at(50, 700 - 12 * number, text)) for number, text in enumerate(texts)),
    )
    assert [text for _, text in seen(document)] == [f"{PROSE} the next one, and then", "Short", "entries", "Full stop."]


def test_tab_stops_make_cells() -> None:
    """Paragraphs with words far apart are the rows of a table, and a word under the last of them belongs to it."""
    document = read(
        [tag("P", 0), tag("P", 1)],
        marked(0, at(50, 700, "Risk") + at(300, 700, "Owner of") + at(300, 688, "the risk"))
        + marked(1, at(50, 676, "Money") + at(300, 676, "Finance")),
    )
    assert [(block.text, block.place.table) for block in document.blocks] == [
        ("Risk", (1, 1, 1)), ("Owner of the risk", (1, 1, 2)), ("Money", (1, 2, 1)), ("Finance", (1, 2, 2)),
    ]  # fmt: skip


def test_headings_without_tags_are_below_tagged_ones() -> None:
    """A bold line is a heading as in other files; a line to fill in isn't, whatever its tag."""
    document = read(
        [tag("H1", 0), tag("P", 1), tag("P", 2), tag("H1", 3)],
        marked(0, at(50, 700, "Plans"))
        + marked(1, at(50, 680, "Money", 10, "F2"))
        + marked(2, lines(50, 660, PROSE, "the end."))
        + marked(3, at(50, 600, "Name: ..........")),
    )
    assert [(block.text, block.level) for block in only(document, Kind.HEADING)] == [("Plans", 1), ("Money", 2)]


def test_what_tags_leave_out_is_read_too() -> None:
    """A page with a little text outside of the tree is read by the tree, and then what is left."""
    document = read([tag("H1", 0)], at(50, 600, "Left.") + marked(0, at(50, 700, PROSE)))
    assert seen(document) == [("heading", PROSE), ("paragraph", "Left.")]


def test_page_that_tags_hardly_reach_is_read_by_places() -> None:
    """Each page by itself: one with too little in the tree is read as if it had none, but for its pictures."""
    document = read(
        [tag("H1", 0), tag("H1", (1, 0)), tag("Figure", (1, 1), entries="/Alt (A map)")],
        marked(0, at(50, 700, "Tagged")) + artefact(at(50, 20, "Foot")),
        marked(0, at(50, 700, "Few")) + at(50, 600, "words are in the tree of this page."),
    )
    assert seen(document) == [
        ("heading", "Tagged"), ("alt", "A map"), ("paragraph", "Few"),
        ("paragraph", "words are in the tree of this page."), ("footer", "Foot"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "objects",
    [
        pytest.param(("/K [6 0 R 6 0 R]", "/K [0 0 0]"), id="repeated"),
        pytest.param(("/K [6 0 R]", "/K [7 0 R 0]", "/K [6 0 R]"), id="cycle"),
        pytest.param(("/K [6 0 R]", "/K [6 0 R 0 6 0 R]"), id="own-child"),
        pytest.param(("/K [6 0 R]", f"/K [{'0 ' * 300_000}]"), id="wide"),
        pytest.param(
            ("/K [6 0 R]", *(f"/K [{7 + number} 0 R {7 + number} 0 R]" for number in range(28)), "/K [0]"),
            id="doubled-at-each-step",
        ),
        pytest.param(
            ("/K [6 0 R]", *(f"/K [{7 + number} 0 R]" for number in range(10_000)), "/K [0]"), id="deep"
        ),
    ],
)  # fmt: skip
def test_broken_trees_do_no_harm(objects: tuple[str, ...]) -> None:
    """Each word is read once, whatever the tree is like."""
    root, *elements = objects
    page = _ROOT + len(objects)
    last = _ROOT + len(elements)
    data = make_pdf(
        marked(0, at(50, 700, "The words of a page.")),
        page="/StructParents #",
        extra=(
            f"<< /Type /StructTreeRoot {root} /ParentTree << /Nums [0 [{last} 0 R]] >> >>",
            *(
                f"<< /Type /StructElem /S /Sect /P {_ROOT + number} 0 R /Pg {page} 0 R {kids} >>"
                for number, kids in enumerate(elements)
            ),
        ),
        catalogue=f"/StructTreeRoot {_ROOT} 0 R",
    )
    document = PdfReader().read(data, name="paper.pdf", limits=Limits())
    assert seen(document) == [("paragraph", "The words of a page.")]


def test_reads_again_without_tags_when_the_child_dies(monkeypatch: pytest.MonkeyPatch) -> None:
    """A structure tree that ends the child process costs the tags, not the paper."""
    asked = []

    def ask(work: str, data: bytes, limits: Limits, *, tags: bool) -> list[dict[str, Any]]:
        asked.append(tags)
        return ask_child(work, data, limits, tags=tags)[: 2 if tags else None]

    ask_child = plainspeak.readers.pdf.reader.ask_child
    monkeypatch.setattr(plainspeak.readers.pdf.reader, "ask_child", ask)
    contents = [marked(0, at(50, 700, text)) for text in ("One.", "Two.")]
    document = read([tag("H1", 0), tag("H1", (1, 0))], *contents)
    assert (asked, seen(document)) == ([True, False], [("paragraph", "One."), ("paragraph", "Two.")])
