"""The PowerPoint reader: every word of every slide and its notes once, in order, with where it came from."""

from __future__ import annotations

import contextlib
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.document import Document, Kind
from plainspeak.errors import ReadError
from plainspeak.readers import read_bytes
from plainspeak.readers.base import Limits
from plainspeak.readers.pptx import PptxOrigin, PptxReader

from .slides import DRAWING, deck, frame, notes, paragraph, picture, shape, table
from .word import zipped


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read a deck with the reader under test."""
    return PptxReader().read(data, name="deck.pptx", limits=limits or Limits())


def texts(*slides: str) -> list[str]:
    """The texts of a deck's blocks."""
    return [block.text for block in read(deck(*slides)).blocks]


def kinds(*slides: str) -> list[tuple[str, int | None, str]]:
    """The kind, level and text of each block."""
    return [(block.kind.value, block.level, block.text) for block in read(deck(*slides)).blocks]


def messages(data: bytes) -> list[str]:
    """What is said of a deck."""
    return [notice.message for notice in read(data).notices]


def check_invariants(document: Document) -> None:
    """Segments are sorted, apart, true to their anchors, and cover all but added white space."""
    for block in document.blocks:
        end = 0
        for segment in block.segments:
            source = segment.anchor.text  # type: ignore[attr-defined]
            assert block.text[end : segment.start] in ("", " ", "\n")
            if segment.exact:
                assert (
                    source[segment.offset : segment.offset + segment.length] == block.text[segment.start : segment.end]
                )
            end = segment.end
        assert end == len(block.text)


def test_a_slide() -> None:
    """A title is a heading, the main box a list, a text box a paragraph; all under the title."""
    document = read(
        deck(
            shape(paragraph("Our plan"), kind="title")
            + shape(paragraph("The ICB", " met."), paragraph("Deeper", properties='<a:pPr lvl="1"/>'), kind="body")
            + shape(paragraph("A text box."))
        )
    )
    assert [(b.kind.value, b.level, b.text, b.place.slide, b.place.headings) for b in document.blocks] == [
        ("heading", 1, "Our plan", 1, ("Our plan",)),
        ("list-item", 1, "The ICB met.", 1, ("Our plan",)),
        ("list-item", 2, "Deeper", 1, ("Our plan",)),
        ("paragraph", None, "A text box.", 1, ("Our plan",)),
    ]
    assert document.blocks[0].lang == "en-GB"
    check_invariants(document)


@pytest.mark.parametrize(
    ("kind", "properties", "expected"),
    [
        ("body", "", "list-item"),
        ("", "", "list-item"),
        ("body", "<a:pPr><a:buNone/></a:pPr>", "paragraph"),
        ("subTitle", "", "paragraph"),
        (None, "", "paragraph"),
        (None, '<a:pPr><a:buChar char="-"/></a:pPr>', "list-item"),
        (None, '<a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr>', "list-item"),
    ],
)
def test_bullets(kind: str | None, properties: str, expected: str) -> None:
    """From the paragraph itself, else from the place of its box in the layout."""
    ((found, _, _),) = kinds(shape(paragraph("One", properties=properties), kind=kind))
    assert found == expected


def test_a_title_in_pieces_is_one_heading() -> None:
    """A line break or a second paragraph in it is for looks."""
    assert kinds(shape(paragraph("Our", "<a:br/>", "plan"), paragraph("for 2026"), kind="ctrTitle")) == [
        ("heading", 1, "Our\nplan for 2026")
    ]


def test_fields() -> None:
    """The number of a slide and the date are no prose; another field is."""
    field = '<a:fld id="x" type="{}"><a:rPr lang="en-GB"/><a:t>{}</a:t></a:fld>'
    assert texts(
        shape(paragraph("Page ", field.format("slidenum", "7"), field.format("datetime1", "1 May")))
        + shape(paragraph("7"), kind="sldNum")
        + shape(paragraph("1 May"), kind="dt")
        + shape(paragraph("See ", field.format("other", "the ICB")))
    ) == ["Page", "See the ICB"]


def test_groups_tables_and_descriptions() -> None:
    """In the order of the shapes, at any depth; what is merged into another cell counts once."""
    merged = '<a:tc {}="1"><a:txBody><a:bodyPr/>' + paragraph("ghost") + "</a:txBody></a:tc>"
    group = f"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr/>{shape(paragraph('Inside.'))}</p:grpSp>"
    document = read(
        deck(
            shape(paragraph("Before."))
            + group
            + table(["Risk", "Owner"], ["Late", merged.format("hMerge")], [merged.format("vMerge"), "Amina"])
            + picture("A map of our area"),
            table(["Two"]),
        )
    )
    assert [(b.text, b.kind.value, b.place.slide, b.place.table) for b in document.blocks] == [
        ("Before.", "paragraph", 1, None),
        ("Inside.", "paragraph", 1, None),
        ("Risk", "cell", 1, (1, 1, 1)),
        ("Owner", "cell", 1, (1, 1, 2)),
        ("Late", "cell", 1, (1, 2, 1)),
        ("Amina", "cell", 1, (1, 3, 2)),
        ("A map of our area", "alt", 1, None),
        ("Two", "cell", 2, (2, 1, 1)),
    ]
    check_invariants(document)


@pytest.mark.parametrize(
    ("descr", "checked"),
    [
        ("A map of our area", True),
        ("map_final.png", False),
        ("A picture containing text&#10;&#10;Description automatically generated", False),
    ],
)
def test_a_description_that_nobody_wrote_is_not_judged(descr: str, checked: bool) -> None:
    """Programs put the file name or a guess there."""
    (block,) = read(deck(picture(descr))).blocks
    assert (block.kind, block.checked) == (Kind.ALT, checked)


def test_versions_of_a_shape_count_once() -> None:
    """The newest is read."""
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="x">{shape(paragraph("New."))}</mc:Choice>'
        f"<mc:Fallback>{shape(paragraph('Old.'))}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(both) == ["New."]


def test_footers_count_once() -> None:
    """However many slides have them."""
    slide = shape(paragraph("Board paper"), kind="ftr") + shape(paragraph("Draft"), kind="hdr")
    assert kinds(slide, slide + shape(paragraph("Text.")), slide) == [
        ("footer", None, "Board paper"),
        ("header", None, "Draft"),
        ("paragraph", None, "Text."),
    ]


def test_the_order_is_that_of_the_list() -> None:
    """Not that of the names of the parts."""
    document = read(deck(shape(paragraph("Last.")), shape(paragraph("First.")), order=(2, 1)))
    assert [(block.text, block.place.slide) for block in document.blocks] == [("First.", 1), ("Last.", 2)]
    assert isinstance(document.origin, PptxOrigin)
    assert document.origin.slides == ("ppt/slides/slide2.xml", "ppt/slides/slide1.xml")


def test_speaker_notes() -> None:
    """They come after their slide; the copies of its number and header on the page of notes don't."""
    page = notes(
        shape(paragraph("Say hello."), kind="body"), shape(paragraph("1"), kind="sldNum"), shape(paragraph("x"))
    )
    document = read(
        deck(
            shape(paragraph("One.")),
            shape(paragraph("Two.")),
            beside={1: {"n": "notesSlide ../notesSlides/notesSlide1.xml"}},
            ppt__notesSlides__notesSlide1=page,
        )
    )
    assert [(b.text, b.place.slide, b.place.part) for b in document.blocks] == [
        ("One.", 1, "body"),
        ("Say hello.", 1, "speaker notes"),
        ("Two.", 2, "body"),
    ]


def test_diagrams_and_charts() -> None:
    """The words of a diagram and the titles of a chart are read; its labels are counted."""
    point = f"<dgm:pt><dgm:t>{paragraph('Plan')}</dgm:t></dgm:pt>"
    diagram = f"<dgm:dataModel {DRAWING}><dgm:ptLst>{point}</dgm:ptLst></dgm:dataModel>"
    title = f"<c:title><c:tx><c:rich>{paragraph('Waits')}</c:rich></c:tx></c:title>"
    chart = f"<c:chartSpace {DRAWING}><c:chart>{title}</c:chart></c:chartSpace>"
    data = deck(
        frame('<dgm:relIds r:dm="d"/>') + frame('<c:chart r:id="c"/>') + frame('<c:chart r:id="gone"/>'),
        beside={1: {"d": "diagramData ../diagrams/data1.xml", "c": "chart ../charts/chart1.xml"}},
        ppt__diagrams__data1=diagram,
        ppt__charts__chart1=chart,
    )
    assert [(block.text, block.place.part) for block in read(data).blocks] == [("Plan", "diagram"), ("Waits", "chart")]
    assert messages(data) == ["Not checked: 2 sets of labels in a chart.", "Not checked: 1 chart."]


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        ((2,), ["Slide 2 is hidden. It is checked all the same."]),
        ((1, 3, 4), ["Slides 1, 3 and 4 are hidden. They are checked all the same."]),
        ((), []),
    ],
)
def test_hidden_slides_are_read_and_told(hidden: tuple[int, ...], said: list[str]) -> None:
    """Whoever gets the file can show them."""
    data = deck(*(shape(paragraph(f"Slide {n}.")) for n in range(1, 5)), hidden=hidden)
    assert len(read(data).blocks) == 4
    assert messages(data) == said


def test_what_is_not_read_is_told() -> None:
    """Comments, embedded files, films, ink, equations, macros, and a deck without words."""
    comments = f'<p:cmLst {DRAWING}><p:cm authorId="0" idx="1"><p:text>Why?</p:text></p:cm></p:cmLst>'
    film = (
        '<p:pic><p:nvPicPr><p:cNvPr id="1" name="v"/><p:cNvPicPr/><p:nvPr><a:videoFile/></p:nvPr></p:nvPicPr></p:pic>'
    )
    data = deck(
        frame("<p:oleObj/>") + film + "<p:contentPart/>" + shape(paragraph("<mc:AlternateContent/>")),
        beside={1: {"c": "comments ../comments/comment1.xml"}},
        ppt__comments__comment1=comments,
        ppt__vbaProject="x",
    )
    assert messages(data) == [
        "This file holds no text to check. If its slides show words, those are in a picture.",
        "Not checked: 1 embedded object.",
        "Not checked: 1 video.",
        "Not checked: 1 ink drawing.",
        "Not checked: 1 equation.",
        "Not checked: 1 comment.",
    ]


def test_content_tells_the_format() -> None:
    """Whatever the name says."""
    data = deck(shape(paragraph("One.")))
    for name in ("deck.pptx", "deck.ppsx", "deck.docx", "deck"):
        assert read_bytes(data, name=name).media_type == PptxReader.media_type


def test_limits() -> None:
    """A deck that is too long is refused."""
    with pytest.raises(ReadError, match="characters"):
        read(deck(shape(paragraph("x" * 50)), shape(paragraph("x" * 60))), Limits(characters=100))
    with pytest.raises(ReadError, match="more than 500 slides"):
        read(deck(*[""] * 501))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        zipped({"a": "b"}),
        zipped({"ppt/presentation.xml": "<other/>"}),
        zipped({"ppt/presentation.xml": "<!DOCTYPE x><p/>"}),
        deck("<p:grpSp>" * 400 + "</p:grpSp>" * 400),
    ],
)
def test_hostile_files(data: bytes) -> None:
    """One clear sentence each."""
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.message.endswith(".")


def test_a_slide_that_is_gone_is_passed_over() -> None:
    """So is one that the list names twice."""
    data = deck(shape(paragraph("One.")), order=(1, 9, 1))
    assert [block.text for block in read(data).blocks] == ["One."]


WORDS = st.text(alphabet="ab \u00e9\u2011<&\u00ad", max_size=12)


@given(st.lists(st.lists(st.lists(WORDS, max_size=3), max_size=3), min_size=1, max_size=3))
@settings(max_examples=60)
def test_every_word_once_in_order(slides: list[list[list[str]]]) -> None:
    """Whatever stands in the runs of paragraphs of slides."""
    data = deck(
        *(
            shape(*(paragraph(*(f"<a:r><a:t>{escape(t)}</a:t></a:r>" for t in texts)) for texts in slide))
            for slide in slides
        )
    )
    document = read(data)
    check_invariants(document)
    written = "".join("".join(texts) for slide in slides for texts in slide)
    clean = written.replace("\u00ad", "").replace("\u2011", "-").replace(" ", "")
    assert "".join(block.text for block in document.blocks).replace(" ", "") == clean


@given(st.integers(0, 3000), st.binary(min_size=1, max_size=4))
@settings(max_examples=100)
def test_a_damaged_deck_never_fails_otherwise(at: int, noise: bytes) -> None:
    """It is read, or refused with a sentence."""
    data = deck(shape(paragraph("One."), kind="title") + table(["a", "b"]))
    at %= len(data)
    with contextlib.suppress(ReadError):
        read(data[:at] + noise + data[at + len(noise) :])
