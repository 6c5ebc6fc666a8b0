"""The PowerPoint reader: every word of every slide and its notes once, in order, with where it came from."""

from __future__ import annotations

import contextlib
import inspect
import io
import sys
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.document import Document, Kind
from plainspeak.errors import ReadError
from plainspeak.readers import read_bytes
from plainspeak.readers.base import OLE2_MAGIC, ZIP_MAGIC, Limits
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
        ("heading", 1, "Our plan", 1, ()),
        ("list-item", 1, "The ICB met.", 1, ("Our plan",)),
        ("list-item", 2, "Deeper", 1, ("Our plan",)),
        ("paragraph", None, "A text box.", 1, ("Our plan",)),
    ]
    check_invariants(document)


def test_a_title_heads_its_slide_wherever_it_stands() -> None:
    """Shapes are in the order in which they were drawn."""
    document = read(
        deck(shape(paragraph("Above.")) + shape(paragraph("Our plan"), kind="title"), shape(paragraph("No title.")))
    )
    assert [(block.text, block.place.headings) for block in document.blocks] == [
        ("Above.", ("Our plan",)),
        ("Our plan", ()),
        ("No title.", ()),
    ]


def test_language() -> None:
    """A paragraph has one when all its words have the same."""
    mixed = '<a:r><a:rPr lang="en-GB"/><a:t>or hello</a:t></a:r>'
    document = read(deck(shape(paragraph("Bore da", " 12", lang="cy-GB"), paragraph("Bore da ", mixed, lang="cy-GB"))))
    assert [block.lang for block in document.blocks] == ["cy-GB", None]


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
        ("body", '<a:pPr lvl="many"/>', "list-item"),
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


def test_a_description_comes_after_its_shape() -> None:
    """That of a group too; a title stands in for it."""
    named = '<p:cNvPr id="7" name="g" descr=" " title="Two boxes"/>'
    group = f"<p:grpSp><p:nvGrpSpPr>{named}</p:nvGrpSpPr>{shape(paragraph('Inside.'), descr='A box')}</p:grpSp>"
    assert [(kind, text) for kind, _, text in kinds(group)] == [
        ("paragraph", "Inside."),
        ("alt", "A box"),
        ("alt", "Two boxes"),
    ]


def test_words_of_other_shapes() -> None:
    """Some programs put words in a connector or a picture."""
    body = f"<p:txBody>{paragraph('Words')}</p:txBody>"
    assert texts(f"<p:cxnSp><p:nvCxnSpPr/>{body}</p:cxnSp>" + f"<p:pic><p:nvPicPr/>{body}</p:pic>") == ["Words"] * 2


def versions(newest: str, older: str) -> str:
    """The same thing for newer and for older programs."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="x">{newest}</mc:Choice>'
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
    )


def test_versions_count_once() -> None:
    """The newest is read, whether of a shape, of a title or of some words; an older one if there is no other."""
    new, old = shape(paragraph("New."), kind="title"), shape(paragraph("Old."), kind="title")
    words = versions("<a:r><a:t>new</a:t></a:r>", "<a:r><a:t>old</a:t></a:r>")
    only = f"<mc:AlternateContent><mc:Fallback>{shape(paragraph('Only.'))}</mc:Fallback></mc:AlternateContent>"
    assert kinds(versions(new, old) + only + shape(paragraph("Some ", words, " words"))) == [
        ("heading", 1, "New."),
        ("paragraph", None, "Only."),
        ("paragraph", None, "Some new words"),
    ]


def test_footers_count_once() -> None:
    """However many slides have them."""
    number = '<a:fld id="x" type="slidenum"><a:t>{}</a:t></a:fld>'
    first, second, third = (
        shape(paragraph("Board paper ", number.format(n)), kind="ftr") + shape(paragraph("Draft"), kind="hdr")
        for n in range(1, 4)
    )
    assert kinds(first, second + shape(paragraph("Text.")), third) == [
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
    """They come after their slide, once; the copies of its number and header on the page of notes don't."""
    link = "notesSlide ../notesSlides/notesSlide1.xml"
    page = notes(
        shape(paragraph("Say hello."), kind="body"), shape(paragraph("1"), kind="sldNum"), shape(paragraph("x"))
    )
    document = read(
        deck(
            shape(paragraph("One"), kind="title"),
            shape(paragraph("Two")),
            beside={1: {"n": link, "again": link}, 2: {"n": link}},
            ppt__notesSlides__notesSlide1=page,
        )
    )
    assert [(b.kind.value, b.text, b.place.slide, b.place.part, b.place.headings) for b in document.blocks] == [
        ("heading", "One", 1, "body", ()),
        ("paragraph", "Say hello.", 1, "speaker notes", ("One",)),
        ("paragraph", "Two", 2, "body", ()),
    ]


def test_diagrams_and_charts() -> None:
    """The words of a diagram and the titles of a chart are read; its labels are counted, and so is what is missing."""
    point = f"<dgm:pt><dgm:t>{paragraph('Plan')}</dgm:t></dgm:pt>"
    diagram = f"<dgm:dataModel {DRAWING}><dgm:ptLst>{point}</dgm:ptLst></dgm:dataModel>"
    titles = (f"<c:title><c:tx><c:rich>{paragraph(text)}</c:rich></c:tx></c:title>" for text in ("Waits", "Weeks"))
    label = f"<c:dLbl><c:tx><c:rich>{paragraph('[VALUE]')}</c:rich></c:tx></c:dLbl>"
    chart = f"<c:chartSpace {DRAWING}><c:chart>{label.join(titles)}</c:chart></c:chartSpace>"
    data = deck(
        frame('<dgm:relIds r:dm="d"/>') * 2 + frame('<c:chart r:id="c"/>') + frame('<c:chart r:id="gone"/>'),
        beside={1: {"d": "diagramData ../diagrams/data1.xml", "c": "chart ../charts/chart1.xml"}},
        ppt__diagrams__data1=diagram,
        ppt__charts__chart1=chart,
    )
    assert [(block.kind.value, block.text, block.place.part) for block in read(data).blocks] == [
        ("paragraph", "Plan", "diagram"),
        ("caption", "Waits", "chart"),
        ("caption", "Weeks", "chart"),
    ]
    assert messages(data) == ["Not checked: 2 sets of labels in a chart.", "Not checked: 1 chart."]


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        ((2,), ["Slide 2 is hidden. It is checked all the same."]),
        ((1, 3, 4), ["Slides 1, 3 and 4 are hidden. They are checked all the same."]),
        ((2, 3, 4), ["Slides 2 to 4 are hidden. They are checked all the same."]),
        ((1, 3, 4, 5), ["Slides 1 and 3 to 5 are hidden. They are checked all the same."]),
        ((), []),
    ],
)
def test_hidden_slides_are_read_and_told(hidden: tuple[int, ...], said: list[str]) -> None:
    """Whoever gets the file can show them."""
    data = deck(*(shape(paragraph(f"Slide {n}.")) for n in range(1, 6)), hidden=hidden)
    assert len(read(data).blocks) == 5
    assert messages(data) == said


def test_what_is_not_read_is_told() -> None:
    """Embedded files, films, ink, equations, and a deck without words."""
    film = (
        '<p:pic><p:nvPicPr><p:cNvPr id="1" name="v"/><p:cNvPicPr/><p:nvPr><a:videoFile/></p:nvPr></p:nvPicPr></p:pic>'
    )
    equation = versions("<a14:m xmlns:a14='u'><m/></a14:m>", "<a:r><a:t>x</a:t></a:r>")
    objects = frame(versions("<p:oleObj/>", "<p:oleObj/>")) + frame("<x/>")
    data = deck(
        objects
        + film
        + versions("<p:contentPart/>", picture("Ink"))
        + shape(paragraph(equation, "<mc:AlternateContent/>"))
    )
    assert messages(data) == [
        "This file holds no text to check. If its slides show words, those are in a picture.",
        "Not checked: 2 embedded objects.",
        "Not checked: 1 video.",
        "Not checked: 1 ink drawing.",
        "Not checked: 2 equations.",
    ]


def test_comments_are_told() -> None:
    """Those of the older and of the newer kind, with replies; a list of them that two slides share counts once."""
    comments = f'<p:cmLst {DRAWING}><p:cm authorId="0" idx="1"><p:text>Why?</p:text></p:cm></p:cmLst>'
    newer = '<n:cmLst xmlns:n="http://schemas.microsoft.com/office/powerpoint/2018/8/main"><n:cm><n:reply/></n:cm></n:cmLst>'
    data = deck(
        *[shape(paragraph("One."))] * 3,
        beside={
            1: {"c": "comments ../comments/comment1.xml"},
            2: {"c": "comments ../comments/comment1.xml"},
            3: {"c": "comments ../comments/modernComment_1.xml"},
        },
        ppt__comments__comment1=comments,
        ppt__comments__modernComment_1=newer,
    )
    assert messages(data) == ["Not checked: 3 comments."]


def changed(data: bytes, change: Callable[[bytes], bytes], **more: bytes) -> bytes:
    """A deck with each of its parts changed, and with more parts in its folder."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: change(archive.read(name)) for name in archive.namelist()}
    return zipped({**parts, **{f"ppt/{name}.bin": content for name, content in more.items()}})


def test_macros_are_told() -> None:
    """They are named, and never run."""
    data = changed(deck(shape(paragraph("One."))), bytes, vbaProject=b"macro")
    assert messages(data) == ["This file holds macros. They were not run."]


def test_strict_dialect() -> None:
    """The ISO Strict dialect has other namespaces, and is read alike."""
    data = deck(shape(paragraph("One"), kind="title") + table(["Risk"]), shape(paragraph("Two."), kind="body"))
    strict = changed(
        data,
        lambda part: (
            part.replace(b"http://schemas.openxmlformats.org/presentationml/2006", STRICT + b"presentationml")
            .replace(b"http://schemas.openxmlformats.org/drawingml/2006", STRICT + b"drawingml")
            .replace(b"http://schemas.openxmlformats.org/officeDocument/2006", STRICT + b"officeDocument")
        ),
    )
    assert strict != data
    assert [(b.kind, b.text, b.place) for b in read(strict).blocks] == [
        (b.kind, b.text, b.place) for b in read(data).blocks
    ]


STRICT = b"http://purl.oclc.org/ooxml/"


def test_content_tells_the_format() -> None:
    """Whatever the name says."""
    data = deck(shape(paragraph("One.")))
    for name in ("deck.pptx", "deck.ppsx", "deck.docx", "deck"):
        assert read_bytes(data, name=name).media_type == PptxReader.media_type


def test_sniff() -> None:
    """Old and damaged files are taken too, to say what is wrong with them."""
    sniff = PptxReader().sniff
    assert sniff(deck("")[:4096], "a.zip") > 0.9
    assert sniff(ZIP_MAGIC, "a.pptm") > sniff(ZIP_MAGIC, "a.docx") > 0
    assert sniff(OLE2_MAGIC, "a.ppt") > 0.5
    assert sniff(OLE2_MAGIC, "a.xls") == 0
    assert 0 < sniff(b"", "a.ppsx") < 0.5
    assert sniff(b"hello", "a.txt") == 0


def test_limits() -> None:
    """A deck that is too long is refused."""
    with pytest.raises(ReadError, match="characters"):
        read(deck(shape(paragraph("x" * 50)), shape(paragraph("x" * 60))), Limits(characters=100))
    with pytest.raises(ReadError, match="more than 500 slides"):
        read(deck(*[""] * 501))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"hello", "not a file that PowerPoint saves"),
        (ZIP_MAGIC, "damaged"),
        (deck("")[:-40], "damaged"),
        (zipped({"a": "b"}), "holds no slides"),
        (zipped({"ppt/presentation.xml": "<other/>"}), "not a PowerPoint file"),
        (zipped({"ppt/presentation.xml": "<!DOCTYPE x><p/>"}), "document type"),
        (deck("<p:sp>"), "damaged"),
        (deck("<p:grpSp>" * 400 + "</p:grpSp>" * 400), "too many levels"),
    ],
)
def test_bad_files(data: bytes, message: str) -> None:
    """What is wrong with a file is said in plain words."""
    with pytest.raises(ReadError, match=message) as caught:
        read(data)
    assert caught.value.message.endswith(".")


def test_deep_groups() -> None:
    """Groups in groups are read as deep as the parser lets through, or else refused as clearly."""
    data = deck("<p:grpSp>" * 200 + shape(paragraph("Deep.")) + "</p:grpSp>" * 200)
    assert [block.text for block in read(data).blocks] == ["Deep."]
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 150)
    try:
        with pytest.raises(ReadError, match="too many levels"):
            read(data)
    finally:
        sys.setrecursionlimit(limit)


def test_a_slide_that_is_gone_is_passed_over() -> None:
    """So is one that the list names twice."""
    data = deck(shape(paragraph("One.")), order=(1, 9, 1))
    assert [block.text for block in read(data).blocks] == ["One."]


WORDS = st.text(alphabet="ab \u00e9\u2011<&\u00ad", max_size=12)
RUNS = WORDS.map(lambda text: f"<a:r><a:t>{escape(text)}</a:t></a:r>")
FIELDS = st.builds('<a:fld type="{}"><a:t>{}</a:t></a:fld>'.format, st.sampled_from(["slidenum", "x"]), st.just("7"))
INLINE = st.one_of(RUNS, FIELDS, st.just("<a:br/>"), st.builds(versions, RUNS, RUNS))
PARAGRAPHS = st.lists(INLINE, max_size=4).map(lambda parts: paragraph("<a:pPr/>", *parts))
BOXES = st.builds(
    lambda content, kind: shape(*content, kind=kind),
    st.lists(PARAGRAPHS, max_size=3),
    st.sampled_from([None, "title", "body", "sldNum", "dt"]),
)
CELLS = st.builds(
    "<a:tc {}><a:txBody>{}</a:txBody></a:tc>".format, st.sampled_from(["", 'gridSpan="2"', 'hMerge="1"']), PARAGRAPHS
)
SHAPES = st.recursive(
    st.one_of(BOXES, st.lists(CELLS, min_size=1, max_size=3).map(table)),
    lambda inner: st.one_of(inner.map("<p:grpSp><p:nvGrpSpPr/>{}</p:grpSp>".format), st.builds(versions, inner, inner)),
    max_leaves=4,
)
UNSEEN = (
    "ancestor::*[local-name()='Fallback' or @hMerge] or ancestor::*[local-name()='fld' and @type='slidenum'] or "
    "ancestor::*[local-name()='sp'][*/*/*[@type='sldNum' or @type='dt']]"
)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.lists(SHAPES, max_size=3).map("".join), min_size=1, max_size=3), st.lists(PARAGRAPHS, max_size=2))
def test_every_visible_character_is_there_once(slides: list[str], spoken: list[str]) -> None:
    """Each character of a text element that is shown, and no other, is in one segment; in the order of the slides."""
    data = deck(
        *slides,
        beside={1: {"n": "notesSlide ../notesSlides/notesSlide1.xml"}},
        ppt__notesSlides__notesSlide1=notes(shape(*spoken, kind="body"), shape(paragraph("1"), kind="sldNum")),
    )
    document = read(data)
    check_invariants(document)
    assert isinstance(document.origin, PptxOrigin)
    trees = document.origin.package.trees
    notes_part = "ppt/notesSlides/notesSlide1.xml"
    parts = [document.origin.slides[0], notes_part, *document.origin.slides[1:]]
    written = "".join(
        element.text or "" for part in parts for element in trees[part].iter("{*}t") if not element.xpath(UNSEEN)
    )
    clean = "".join(written.replace("\u00ad", "").replace("\u2011", "-").split())
    assert "".join("".join(block.text for block in document.blocks).split()) == clean
    again = read(data).blocks
    assert [(b.kind, b.text, b.place) for b in again] == [(b.kind, b.text, b.place) for b in document.blocks]


@given(st.integers(0, 3000), st.binary(min_size=1, max_size=4))
@settings(deadline=None, max_examples=100)
def test_a_damaged_deck_never_fails_otherwise(at: int, noise: bytes) -> None:
    """It is read, or refused with a sentence."""
    data = deck(shape(paragraph("One."), kind="title") + table(["a", "b"]))
    at %= len(data)
    with contextlib.suppress(ReadError):
        read(data[:at] + noise + data[at + len(noise) :])
