"""The PowerPoint reviewer: a comment at each shape that there is something to say of, and nothing else changed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree

from plainspeak.document import Document, Span
from plainspeak.errors import WriteError
from plainspeak.findings import BlockSpan
from plainspeak.readers.base import Limits
from plainspeak.readers.pptx import PptxReader
from plainspeak.reviewers.base import Review
from plainspeak.reviewers.comments import Comment
from plainspeak.reviewers.pptx import PptxReviewer

from ..readers.slides import DRAWING, deck, notes, paragraph, shape, table
from .office import converted, faults
from .schemas import breaches
from .word_oracle import parts_of

WHEN = datetime(2026, 3, 2, 9, 30)
SLIDES = (
    shape(paragraph("The ICB plan"), kind="title", at=(1_587_500, 317_500))
    + shape(paragraph("The UEC board met."), paragraph("The SDEC board met."), at=(0, 3_175_000)),
    table(["The PCN", "The LMC"]) + shape(paragraph("The CQC report")),
)


def read(data: bytes) -> Document:
    """Read a deck."""
    return PptxReader().read(data, name="deck.pptx", limits=Limits())


def reviewed(data: bytes, *phrases: str) -> Review:
    """Review a deck, with a comment on some phrases; the parts that aren't touched stay byte for byte."""
    document = read(data)
    comments = []
    for phrase in phrases:
        index = next(number for number, block in enumerate(document.blocks) if phrase in block.text)
        start = document.blocks[index].text.index(phrase)
        comments.append(Comment(BlockSpan(index, Span(start, start + len(phrase))), "Say it plainly.", "jargon"))
    review = PptxReviewer().review(document, sorted(comments, key=lambda each: each.at), [], when=WHEN)
    before, after = parts_of(data), parts_of(review.data)
    touched = {name for name in before if before[name] != after[name]}
    assert all(".rels" in name or "Types" in name or "comment" in name for name in touched)
    assert [(b.text, b.place) for b in read(review.data).blocks] == [(b.text, b.place) for b in document.blocks]
    return review


def comments_of(data: bytes) -> dict[str, list[tuple[str, str, tuple[int, int]]]]:
    """The comments of each slide: who says what, and where."""
    parts = parts_of(data)
    authors = {}
    if "ppt/commentAuthors.xml" in parts:
        authors = {each.get("id"): each.get("name") for each in etree.fromstring(parts["ppt/commentAuthors.xml"])}
    found = {}
    for name in sorted(parts):
        if name.startswith("ppt/slides/_rels/"):
            for link in etree.fromstring(parts[name]):
                if (link.get("Type") or "").endswith("/comments"):
                    listed = etree.fromstring(parts[f"ppt/{(link.get('Target') or '').removeprefix('../')}"])
                    found[name.split("/")[-1].removesuffix(".xml.rels")] = [
                        (
                            str(authors[each.get("authorId")]),
                            each.findtext("{*}text") or "",
                            (int(each.find("{*}pos").get("x")), int(each.find("{*}pos").get("y"))),
                        )
                        for each in listed
                    ]
    return found


def test_each_comment_stands_at_its_shape() -> None:
    """It names its words, since it is at a point of the slide; several at one shape don't hide each other."""
    said = "Say it plainly."
    assert comments_of(reviewed(deck(*SLIDES), "ICB", "UEC", "SDEC", "PCN", "CQC").data) == {
        "slide1": [
            ("plainspeak", f"“ICB”\n{said}", (1000, 200)),
            ("plainspeak", f"“UEC”\n{said}", (0, 2000)),
            ("plainspeak", f"“SDEC”\n{said}", (12, 2012)),
        ],
        "slide2": [("plainspeak", f"“PCN”\n{said}", (0, 0)), ("plainspeak", f"“CQC”\n{said}", (10, 10))],
    }


def test_a_shape_may_stand_where_its_layout_says() -> None:
    """Titles and texts mostly have no place of their own; a plain box that has none is at the slide's corner."""
    layout = shape(paragraph(""), kind="title", at=(317_500, 635_000)) + shape(
        paragraph(""), kind="body", at=(635_000, 1_270_000)
    )
    data = deck(
        shape(paragraph("The ICB plan"), kind="ctrTitle")
        + shape(paragraph("The UEC board met."), kind="obj")
        + shape(paragraph("The CQC report")),
        beside={1: {"L": "slideLayout ../slideLayouts/one.xml"}},
        ppt__slideLayouts__one=f"<p:sldLayout {DRAWING}><p:cSld><p:spTree>{layout}</p:spTree></p:cSld></p:sldLayout>",
    )
    (written,) = comments_of(reviewed(data, "ICB", "UEC", "CQC").data).values()
    assert [corner for _, _, corner in written] == [(200, 400), (400, 800), (10, 10)]


def test_what_is_in_the_notes_is_told_on_the_slide() -> None:
    """The page of notes has no place for comments."""
    data = deck(
        *SLIDES,
        beside={1: {"n": "notesSlide ../notesSlides/notesSlide1.xml"}},
        ppt__notesSlides__notesSlide1=notes(shape(paragraph("Thank the LDA."), kind="body", at=(500, 500))),
    )
    assert comments_of(reviewed(data, "LDA").data) == {
        "slide1": [("plainspeak", "In the speaker notes: “LDA”\nSay it plainly.", (10, 10))]
    }


def with_comments(namespace: str) -> bytes:
    """A deck on which a person has commented."""
    author = '<p:cmAuthor id="4" name="Amina" initials="A" lastIdx="1" clrIdx="0"/>'
    return deck(
        *SLIDES,
        beside={1: {"c": "comments ../comments/comment1.xml"}, 0: {"a": "commentAuthors commentAuthors.xml"}},
        ppt__commentAuthors=f"<p:cmAuthorLst {DRAWING}>{author}</p:cmAuthorLst>",
        ppt__comments__comment1=f'<p:cmLst xmlns:p="{namespace}"><p:cm authorId="4" idx="1"><p:pos x="1" y="2"/>'
        "<p:text>Why?</p:text></p:cm></p:cmLst>",
    )


def test_comments_of_people_stay() -> None:
    """Ours come after them, under a number of our own."""
    data = with_comments("http://schemas.openxmlformats.org/presentationml/2006/main")
    assert comments_of(reviewed(data, "UEC").data) == {
        "slide1": [("Amina", "Why?", (1, 2)), ("plainspeak", "“UEC”\nSay it plainly.", (0, 2000))]
    }


def test_comments_of_the_new_kind_are_left_alone() -> None:
    """PowerPoint shows either the one kind or the other."""
    with pytest.raises(WriteError, match="plainspeak report"):
        reviewed(with_comments("http://schemas.microsoft.com/office/powerpoint/2018/8/main"), "UEC")


def test_the_same_review_gives_the_same_file() -> None:
    """Also when it is written twice."""
    assert reviewed(deck(*SLIDES), "UEC").data == reviewed(deck(*SLIDES), "UEC").data


def test_nothing_to_say_changes_nothing() -> None:
    """The copy is the file itself."""
    data = deck(*SLIDES)
    assert PptxReviewer().review(read(data), [], [], when=WHEN).data == data


def test_the_validator_of_office_finds_nothing_new(tmp_path: Path) -> None:
    """Comments and their authors are as the format wants them."""
    source = deck(*SLIDES)
    after = reviewed(source, "ICB", "UEC", "CQC").data
    assert faults(after, "after.pptx", tmp_path) == faults(source, "before.pptx", tmp_path)


def test_the_published_schemas_allow_what_we_write() -> None:
    """Comments, their authors and the slides."""
    source = deck(*SLIDES)
    assert not breaches(reviewed(source, "ICB", "UEC", "CQC").data) - breaches(source)


def test_libreoffice_shows_every_comment(tmp_path: Path) -> None:
    """A round trip through another program."""
    review = reviewed(deck(*SLIDES), "ICB", "UEC", "SDEC", "PCN", "CQC")
    back = comments_of(converted(review.data, "deck.pptx", "pptx", tmp_path))
    assert {slide: [(who, said) for who, said, _ in listed] for slide, listed in back.items()} == {
        slide: [(who, said) for who, said, _ in listed] for slide, listed in comments_of(review.data).items()
    }
