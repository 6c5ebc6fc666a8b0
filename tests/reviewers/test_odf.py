"""The OpenDocument reviewer: comments on the exact words or at the shape, and nothing else changed."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plainspeak.document import Document, Span
from plainspeak.errors import WriteError
from plainspeak.findings import BlockSpan
from plainspeak.readers.base import Limits
from plainspeak.readers.odf import OdpReader, OdtReader
from plainspeak.reviewers.base import Review
from plainspeak.reviewers.comments import Comment
from plainspeak.reviewers.odf import OdfReviewer

from ..readers.word import zipped
from .office import converted
from .word_oracle import parts_of

WHEN = datetime(2026, 3, 2, 9, 30)
STANDARD = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = (
    f'xmlns:office="{STANDARD}:office:1.0" xmlns:text="{STANDARD}:text:1.0" xmlns:table="{STANDARD}:table:1.0" '
    f'xmlns:draw="{STANDARD}:drawing:1.0" xmlns:svg="{STANDARD}:svg-compatible:1.0" xmlns:style="{STANDARD}:style:1.0" '
    f'xmlns:presentation="{STANDARD}:presentation:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"'
)
MANIFEST = f"{STANDARD}:manifest:1.0"
TEXT = "application/vnd.oasis.opendocument.text"
SLIDES = "application/vnd.oasis.opendocument.presentation"
BOX = (
    '<draw:frame text:anchor-type="as-char" svg:width="4cm" svg:height="1cm"><draw:text-box><text:p>The BOX is here.'
    "</text:p></draw:text-box></draw:frame>"
)
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    "<text:p>The FNT is a note.</text:p></text:note-body></text:note>"
)


def packed(media_type: str, content: str, styles: str = "") -> bytes:
    """An OpenDocument file."""
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", media_type), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
    )
    return zipped(
        {
            "mimetype": media_type,
            "content.xml": f"<office:document-content {NAMESPACES}><office:body>{content}</office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{MANIFEST}">{entries}</manifest:manifest>',
        }
    )


def text(body: str, styles: str = "") -> bytes:
    """A text."""
    return packed(TEXT, f"<office:text>{body}</office:text>", styles)


def read(data: bytes, reader: type[OdtReader] | type[OdpReader] = OdtReader) -> Document:
    """Read a file."""
    return reader().read(data, name="paper.odt", limits=Limits())


def reviewed(data: bytes, *phrases: str, reader: type[OdtReader] | type[OdpReader] = OdtReader) -> Review:
    """Review a file, with a comment on some phrases; what is read of it stays, and so do all other parts."""
    document = read(data, reader)
    comments = []
    for phrase in phrases:
        index = next(number for number, block in enumerate(document.blocks) if phrase in block.text)
        start = document.blocks[index].text.index(phrase)
        comments.append(Comment(BlockSpan(index, Span(start, start + len(phrase))), "Say it plainly.", "jargon"))
    comments.sort(key=lambda each: each.at)
    review = OdfReviewer().review(document, comments, [], when=WHEN)
    before, after = parts_of(data), parts_of(review.data)
    assert {name for name in before if before[name] != after[name]} == {"content.xml"}
    assert list(before) == list(after)
    assert [(b.text, b.kind, b.place) for b in read(review.data, reader).blocks] == [
        (b.text, b.kind, b.place) for b in document.blocks
    ]
    assert plain(before["content.xml"]) == plain(after["content.xml"])
    assert OdfReviewer().review(document, comments, [], when=WHEN).data == review.data
    return review


def plain(content: bytes) -> bytes:
    """A part without comments: what the others must not change."""
    root = etree.fromstring(content)
    for mark in [*root.iter("{*}annotation"), *root.iter("{*}annotation-end")]:
        if mark.findtext("{*}creator") not in (None, "plainspeak"):
            continue
        parent, tail = mark.getparent(), mark.tail or ""
        before = mark.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        elif parent is not None:
            parent.text = (parent.text or "") + tail
        if parent is not None:
            parent.remove(mark)
    return etree.tostring(root, method="c14n")


def comments_of(data: bytes) -> list[tuple[str, str, str]]:
    """Who says what, on which words."""
    root = etree.fromstring(parts_of(data)["content.xml"])
    ends = {_name(end): end for end in root.iter("{*}annotation-end")}
    found = []
    for note in root.iter("{*}annotation"):
        said = "\n".join("".join(p.itertext()) for p in note.iterchildren("{*}p"))
        words = ""
        if _name(note) in ends:
            words = _between(root, note, ends[_name(note)])
        found.append((note.findtext("{*}creator") or "", said, words))
    return found


def _name(element: etree._Element) -> str:
    return element.get(f"{{{STANDARD}:office:1.0}}name") or ""


def _between(root: etree._Element, start: etree._Element, end: etree._Element) -> str:
    words: list[str] = []
    inside = False
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and element is end:
            inside = False
        if any(each.tag.endswith("}annotation") for each in element.iterancestors()):
            continue
        if event == "start" and inside and not element.tag.endswith("}annotation"):
            words.append(" " if element.tag.endswith("}s") else element.text or "")
        if event == "end":
            if element is start:
                inside = True
            if inside:
                words.append(element.tail or "")
    return re.sub(r"\s+", " ", "".join(words)).strip()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<text:p>The ICB will meet.</text:p>", "ICB"),
        ("<text:p>The ICB will meet.</text:p>", "The ICB will meet."),
        ("<text:h text:outline-level='1'>The ICB</text:h>", "ICB"),
        ("<text:p>The <text:span>I</text:span>CB<text:span> met</text:span>.</text:p>", "ICB"),
        ("<text:p>The <text:span>I</text:span>CB<text:span> met</text:span>.</text:p>", "e IC"),
        ("<text:p>The <text:a xlink:href='#a'>ICB pages</text:a> now.</text:p>", "pages now"),
        ("<text:p>The<text:s/>ICB<text:s text:c='3'/>met</text:p>", "ICB met"),
        ("<text:list><text:list-item><text:p>The ICB met.</text:p></text:list-item></text:list>", "ICB"),
        ("<text:p>The &amp; ICB &lt;met&gt;.</text:p>", "& ICB <met>"),
        ("<text:p>The \U0001f600 ICB.</text:p>", "\U0001f600 ICB"),
    ],
)
def test_a_comment_is_on_the_exact_words(body: str, words: str) -> None:
    """Whatever the words are made of."""
    review = reviewed(text(body), words)
    assert comments_of(review.data) == [("plainspeak", "Say it plainly.", words)]
    assert (review.comments, review.left_out) == (1, 0)


def test_comments_may_overlap() -> None:
    """One may be inside another, begin with it, end with it, cross it, or follow right on it."""
    phrases = ["The ICB will", "ICB will co-produce", "ICB", "will", " the plan.".strip(), "The", "T", "he"]
    data = text("<text:p>The ICB wi<text:span>ll co-produce</text:span> the plan.</text:p>")
    assert sorted(words for _, _, words in comments_of(reviewed(data, *phrases).data)) == sorted(phrases)


def test_in_a_field_the_marks_go_around_it() -> None:
    """Nothing but text may be inside."""
    data = text("<text:p>The <text:title>ICB plan</text:title> is new.</text:p>")
    assert comments_of(reviewed(data, "ICB").data) == [("plainspeak", "Say it plainly.", "ICB plan")]


@pytest.mark.parametrize(
    ("letters", "begins"),
    [("FNT", "In footnote 1: "), ("BOX", "In the text box: "), ("HDR", "In the page header: ")],
)
def test_what_is_outside_of_the_text_is_told_in_it(letters: str, begins: str) -> None:
    """No program shows comments in notes, text boxes and headers."""
    master = "<style:master-page style:name='Standard'><style:header><text:p>The HDR</text:p></style:header>"
    styles = f"<office:master-styles>{master}</style:master-page></office:master-styles>"
    data = text(f"<text:p>First.</text:p><text:p>One{NOTE} two {BOX} three.</text:p>", styles)
    ((who, said, words),) = comments_of(reviewed(data, letters).data)
    assert (who, said, words) == ("plainspeak", f"{begins}“{letters}”\nSay it plainly.", "")
    body = parts_of(reviewed(data, letters).data)["content.xml"].decode()
    before = {"FNT": "One<office:annotation", "BOX": " two <office:annotation", "HDR": "<text:p><office:annotation"}
    assert re.search(re.escape(before[letters]), re.sub(r' xmlns:\w+="[^"]*"', "", body))


def test_comments_of_people_stay() -> None:
    """Ours have other names."""
    theirs = (
        '<office:annotation office:name="plainspeak1"><dc:creator>Amina</dc:creator><text:p>Why?</text:p>'
        '</office:annotation>ICB<office:annotation-end office:name="plainspeak1"/>'
    )
    data = text(f"<text:p>The {theirs} met the CQC.</text:p>")
    assert comments_of(reviewed(data, "ICB", "CQC").data) == [
        ("Amina", "Why?", "ICB"),
        ("plainspeak", "Say it plainly.", "ICB"),
        ("plainspeak", "Say it plainly.", "CQC"),
    ]


def test_a_signed_file_is_left_alone() -> None:
    """A comment would break the signature."""
    parts = parts_of(text("<text:p>The ICB.</text:p>"))
    with pytest.raises(WriteError, match="signed"):
        reviewed(zipped({**parts, "META-INF/documentsignatures.xml": "<a/>"}), "ICB")


def test_nothing_to_say_changes_nothing() -> None:
    """The copy is the file itself."""
    data = text("<text:p>The ICB.</text:p>")
    assert OdfReviewer().review(read(data), [], [], when=WHEN).data == data


def shape(words: str, kind: str = "", x: str = "2cm") -> str:
    """A text box on a slide."""
    known = f' presentation:class="{kind}"' if kind else ""
    return (
        f'<draw:frame svg:x="{x}" svg:y="3cm" svg:width="9cm" svg:height="2cm"{known}><draw:text-box><text:p>{words}'
        "</text:p></draw:text-box></draw:frame>"
    )


def deck() -> bytes:
    """Two slides, one with notes."""
    notes = f"<presentation:notes>{shape('Thank the LDA.', 'notes')}</presentation:notes>"
    slides = (f"{shape('The ICB plan', 'title')}{shape('The UEC met.', x='7cm')}{notes}", shape("The CQC report"))
    pages = "".join(f'<draw:page draw:name="p{number}">{content}</draw:page>' for number, content in enumerate(slides))
    return packed(SLIDES, f"<office:presentation>{pages}</office:presentation>")


def test_on_slides_a_comment_stands_at_its_shape() -> None:
    """It names its words; what is in the notes is told on the slide."""
    data = reviewed(deck(), "ICB", "UEC", "LDA", "CQC", reader=OdpReader).data
    assert [said for _, said, _ in comments_of(data)] == [
        "“ICB”\nSay it plainly.",
        "“UEC”\nSay it plainly.",
        "In the speaker notes: “LDA”\nSay it plainly.",
        "“CQC”\nSay it plainly.",
    ]
    notes = list(etree.fromstring(parts_of(data)["content.xml"]).iter("{*}annotation"))
    assert [note.get(f"{{{STANDARD}:svg-compatible:1.0}}x") for note in notes] == ["2cm", "7cm", "0.5cm", "2cm"]


def test_libreoffice_keeps_every_comment_of_a_text(tmp_path: Path) -> None:
    """A round trip: what is said, and on which words."""
    body = (
        "<text:h text:outline-level='1'>The AAA</text:h>"
        "<text:p>The <text:span>B</text:span>BB<text:span> met.</text:span></text:p>"
        "<text:list><text:list-item><text:p>The CCC met.</text:p></text:list-item></text:list>"
        f"<text:p>One{NOTE} two and {BOX} the DDD.</text:p>"
    )
    review = reviewed(text(body), "AAA", "BBB", "CCC", "FNT", "BOX", "DDD")
    back = converted(review.data, "paper.odt", "odt", tmp_path)
    assert sorted(comments_of(back)) == sorted(comments_of(review.data))
    assert [block.text for block in read(back).blocks] == [block.text for block in read(review.data).blocks]


def test_libreoffice_keeps_every_comment_of_a_deck(tmp_path: Path) -> None:
    """A round trip: what is said."""
    review = reviewed(deck(), "ICB", "UEC", "LDA", "CQC", reader=OdpReader)
    back = converted(review.data, "deck.odp", "odp", tmp_path)
    assert sorted(said for _, said, _ in comments_of(back)) == sorted(said for _, said, _ in comments_of(review.data))


@given(st.data())
def test_any_words_of_any_paragraph(data: st.DataObject) -> None:
    """Several comments anywhere: each on its words, and all else as it was."""
    pieces = data.draw(st.lists(st.text(alphabet="IC \u00e9B", min_size=1, max_size=6), min_size=1, max_size=5))
    wrapped = [f"<text:span>{each}</text:span>" if number % 2 else each for number, each in enumerate(pieces)]
    source = text(f"<text:p>{''.join(wrapped)} end</text:p>")
    words = read(source).blocks[0].text
    cuts = data.draw(st.lists(st.tuples(st.integers(0, len(words)), st.integers(0, len(words))), max_size=4))
    phrases = {words[min(pair) : max(pair)].strip() for pair in cuts} - {""}
    review = reviewed(source, "end", *phrases - {"end"})
    assert sorted(each for _, _, each in comments_of(review.data)) == sorted({"end", *phrases})
